"""Put the ordinary words first in the lexicons of French and English (`translate/languages/`).

    python bench/names/build_words.py FOLDER_OF_TSV_XZ

FOLDER holds `NAME.tsv.xz` files, one `french<TAB>english` a line. A word is ordinary that stands in
small letters inside sentences at least SEEN times, and in SHARE of all its places there. Only the
words leave the texts. Of words spelt alike but for accents the most frequent counts. The shipped
ones are from Europarl (its first 300,000 pairs), Tatoeba, TICO-19 and the Canadian government's
pages.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from translate.languages import language
from translate.languages.words import fold_word

SOURCES = {"europarl": 300_000, "tatoeba": 200_000, "tico19": 10_000, "govcanada_web": 20_000}
SEEN = 5
SHARE = 0.8
# A word after a word and one space: not the first of a sentence, a line or a quotation.
INSIDE = re.compile(r"(?<=[^\W\d_][ '’-])[^\W\d_]{2,}")


def main(folder: Path) -> None:
    if not folder.is_dir():
        sys.exit(f"{folder}: not here; give a folder of parallel text")
    small: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    every: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for name, lines in SOURCES.items():
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8", newline="\n") as file:
            for line in islice(file, lines):
                for side, sentence in enumerate(line.rstrip("\n").split("\t")[:2]):
                    words = INSIDE.findall(sentence)
                    every[side].update(fold_word(word) for word in words)
                    small[side].update(fold_word(word) for word in words if word.islower())
    for side, code in enumerate(("fr", "en")):
        words = sorted(
            word
            for word, count in small[side].items()
            if count >= SEEN and count >= SHARE * every[side][word]
        )
        place = language(code).folder / "lexicon.txt.xz"
        packed = lzma.decompress(place.read_bytes()).decode().split()
        weights = dict(zip(packed[::2], map(int, packed[1::2]), strict=True))
        best = {fold_word(w): w for w in sorted(weights, key=lambda w: weights[w]) if w.islower()}
        marked = {best.get(word, word) for word in words}
        weighed = {True: "", False: ""}
        for word in sorted({*weights, *marked}):
            weighed[word in marked] += f"{word} {weights.get(word, 0)}\n"
        text = f"{weighed[True]}\n{weighed[False]}"
        place.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{place}: {len(words)} ordinary words, {place.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
