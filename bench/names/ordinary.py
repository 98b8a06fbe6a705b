"""How often an ordinary word is taken for a name, in text without capitals and with them.

    python -m bench.names.ordinary FRENCH ENGLISH [FRENCH ENGLISH …]

The files are parallel in pairs, a sentence a line. Names are the runs of two or more capitalised
words that stand in both languages of a line (`bench/names/repair.py`), of all pairs together, with
no kinds. The French lines are searched once in small letters and once as they are; what is found is
wrong where the line itself has no capital.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from bench.names.repair import shared_names
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key
from translate.names.variants import find


def main(paths: list[str]) -> None:
    if not paths or not all(Path(path).is_file() for path in paths):
        sys.exit(f"{paths}: not here; give pairs of parallel files")
    texts = [Path(path).read_text(encoding="utf-8").splitlines() for path in paths]
    french = [line for text in texts[::2] for line in text]
    english = [line for text in texts[1::2] for line in text]
    names = {key(n): n for f, e in zip(french, english, strict=True) for n in shared_names(f, e)}
    glossary = Glossary(tuple(Name(name) for name in sorted(names.values())))
    print(f"{len(names)} names, {len(french)} lines")
    for label in ("small letters", "as it is"):
        right, wrong = 0, Counter[str]()
        for line in french:
            small = line.lower() if label == "small letters" else line
            for mention in find(small, glossary) if len(small) == len(line) else ():
                if line[mention.start : mention.end].islower():
                    wrong[f"{mention.text} ({mention.name.canonical})"] += 1
                else:
                    right += 1
        print(f"{label:14} {right} names, {wrong.total()} ordinary words: {wrong.most_common(8)}")


if __name__ == "__main__":
    main(sys.argv[1:])
