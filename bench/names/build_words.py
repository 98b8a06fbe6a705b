"""Build `words-fr.txt.xz` and `words-en.txt.xz` in `translate/names/`: ordinary words, folded.

    python bench/names/build_words.py FOLDER_OF_TSV_XZ

FOLDER holds `NAME.tsv.xz` files, one `french<TAB>english` a line. A word is ordinary that stands in
small letters inside sentences at least SEEN times, and in SHARE of all its places there. Only the
words leave the texts. The shipped lists are from Europarl (its first 300,000 pairs), Tatoeba,
TICO-19 and the Canadian government's pages.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from translate.names.spelling import fold

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
                    every[side].update(fold(word) for word in words)
                    small[side].update(fold(word) for word in words if word.islower())
    for side, language in enumerate(("fr", "en")):
        words = sorted(
            word
            for word, count in small[side].items()
            if count >= SEEN and count >= SHARE * every[side][word]
        )
        place = Path("translate/names") / f"words-{language}.txt.xz"
        text = "".join(f"{word}\n" for word in words)
        place.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
        print(f"{place}: {len(words)} words, {place.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
