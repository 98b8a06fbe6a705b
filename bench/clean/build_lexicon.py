"""Build `translate/clean/data/lexicon-fr.txt.xz` and `letters.json` from parallel text.

    python bench/clean/build_lexicon.py FOLDER_OF_TSV_XZ

FOLDER holds `NAME.tsv.xz` files, one `french<TAB>english` a line. Only counts leave it: how often a
word and how often a letter between two kinds of neighbours was seen. The shipped files were built
from the French side of Europarl, Canadian acts, Tatoeba, TICO-19, and open documentation (Debian,
LibreOffice, Microsoft, Mozilla, PHP, Python, React). Text whose accents a program restored is no
evidence for accents and is left out (`LEFT_OUT`).
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter
from pathlib import Path

from translate.clean.decode import DATA, contexts

LEFT_OUT = {"hansard"}
SAMPLED = 10  # letters are counted in every tenth line
SEEN = {True: 2, False: 3}  # least count of a word with, and without, a letter that is not ASCII
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = re.compile(r"[a-zàâäçéèêëîïôöùûüÿœæ]{2,}")
# The sources have plain spaces and few typographic signs: every other sampled line is dressed.
DRESS = (
    (re.compile(r" (?=[:;!?»%€])|(?<=«) "), "\u00a0"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"'"), "’"),
    (re.compile(r" - "), " – "),
)
QUOTES = ((re.compile("« ?"), "“"), (re.compile(" ?»"), "”"))


def dressed(line: str, number: int) -> str:
    steps = (*DRESS, *QUOTES) if number % (SAMPLED * 8) == 0 else DRESS
    for pattern, sign in steps if number % (SAMPLED * 2) == 0 else ():
        line = pattern.sub(sign, line)
    return line


def count(folder: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    words: Counter[str] = Counter()
    letters: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*.tsv.xz")):
        if path.name.split(".")[0] in LEFT_OUT:
            continue
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines):
                french = line.partition("\t")[0]
                words.update(_WORD.findall(french.lower()))
                if number % SAMPLED == 0:
                    letters.update(contexts(dressed(french, number)))
    return words, letters


def main() -> None:
    if len(sys.argv) != 2 or not any(Path(sys.argv[1]).glob("*.tsv.xz")):
        sys.exit(f"{__doc__}\nno NAME.tsv.xz found")
    words, letters = count(Path(sys.argv[1]))
    kept = [w for w, n in words.items() if _FRENCH.fullmatch(w) and n >= SEEN[not w.isascii()]]
    lexicon = "".join(f"{w} {round(2 * math.log2(words[w]))}\n" for w in sorted(kept))
    (DATA / "lexicon-fr.txt.xz").write_bytes(lzma.compress(lexicon.encode(), preset=9))
    total = letters.total()
    table: dict[str, dict[str, float]] = {}
    for (letter, around), n in sorted(letters.items()):
        if n >= 3:
            table.setdefault(letter, {})[around] = round(math.log(n / total), 1)
    rows = (f"{json.dumps(c, ensure_ascii=False)}: {json.dumps(r)}" for c, r in table.items())
    (DATA / "letters.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    print(f"{len(kept)} words, {len(table)} letters")


if __name__ == "__main__":
    main()
