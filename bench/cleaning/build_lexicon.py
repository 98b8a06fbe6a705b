"""Build the lexicons of French and English, and the letters of French, in `translate/languages/`.

    python bench/cleaning/build_lexicon.py FOLDER_OF_TSV_XZ
    python bench/names/build_words.py FOLDER_OF_TSV_XZ    (ordinary words first)

FOLDER holds `NAME.tsv.xz` files, one `french<TAB>english` a line. Only counts leave it: how often a
word and how often a letter between two kinds of neighbours was seen. The shipped files were built
from Europarl, Canadian acts, Tatoeba, TICO-19, and open documentation (Debian,
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

from translate.cleaning.likelihood import contexts
from translate.languages import language

LEFT_OUT = {"hansard"}
SAMPLED = 10  # letters are counted in every tenth line
SEEN = {True: 2, False: 3}  # least count of a word with, and without, a letter that is not ASCII
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"[a-z]{2,}")
_FRENCH = re.compile(r"[A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆa-zàâäçéèêëîïôöùûüÿœæ][a-zàâäçéèêëîïôöùûüÿœæ]+")
# A capital inside a sentence is part of the word ("l'État", "l'état"; "la Grèce", "la grâce").
_CAPITAL = re.compile(
    r"(?:(?<=[a-zé,] )|(?<=[a-z][’']))(?=\w*[^\x00-\x7f])[A-ZÀÂÇÉÈÊÎÔŒ][a-zàâäçéèêëîïôöùûüÿœæ]+"
)
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


def count(folder: Path) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    words: Counter[str] = Counter()
    english: Counter[str] = Counter()
    letters: Counter[tuple[str, str]] = Counter()
    for path in sorted(folder.glob("*.tsv.xz")):
        if path.name.split(".")[0] in LEFT_OUT:
            continue
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines):
                french, _, other = line.partition("\t")
                if number % 2 == 0:
                    english.update(_WORD.findall(other.lower()))
                words.update(_WORD.findall(french.lower()))
                capitals = _CAPITAL.findall(french)
                words.update(capitals)
                words.subtract(map(str.lower, capitals))
                if number % SAMPLED == 0:
                    letters.update(contexts(dressed(french, number)))
    return words, english, letters


def write(code: str, counts: dict[str, int]) -> None:
    """One word a line with twice the binary logarithm of its count."""
    lines = "".join(f"{w} {round(2 * math.log2(n))}\n" for w, n in sorted(counts.items()))
    path = language(code).folder / "lexicon.txt.xz"
    path.write_bytes(lzma.compress(lines.encode(), preset=9))
    print(f"{path}: {len(counts)} words, {path.stat().st_size} bytes")


def main() -> None:
    if len(sys.argv) != 2 or not any(Path(sys.argv[1]).glob("*.tsv.xz")):
        sys.exit(f"{__doc__}\nno NAME.tsv.xz found")
    words, english, letters = count(Path(sys.argv[1]))
    for word in [w for w, n in words.items() if "œ" in w and n >= 2]:  # often typed with o and e
        words[word] += words[word.replace("œ", "oe")]
    kept = [w for w, n in words.items() if _FRENCH.fullmatch(w) and n >= SEEN[not w.isascii()]]
    write("fr", {w: words[w] for w in kept})
    write("en", {w: 2 * n for w, n in english.items() if n >= 3 and _ENGLISH.fullmatch(w)})
    total = letters.total()
    table: dict[str, dict[str, float]] = {}
    for (letter, around), n in sorted(letters.items()):
        if n >= 3:
            table.setdefault(letter, {})[around] = round(math.log(n / total), 1)
    rows = (f"{json.dumps(c, ensure_ascii=False)}: {json.dumps(r)}" for c, r in table.items())
    (language("fr").folder / "letters.json").write_text(
        "{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8"
    )
    print(f"letters.json: {len(table)} letters")


if __name__ == "__main__":
    main()
