"""How well names get their capitals back: French lower-cased, truecased and compared with itself.

python bench/names/truecase.py newstest2013.fr [MORE.fr ...]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from translate.languages import language
from translate.names.truecase import truecase, words_with_capitals

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("text", type=Path, nargs="+", help="French sentences, one a line")
    a = ap.parse_args()
    counts: Counter[tuple[str, bool]] = Counter()
    capitals = 0
    known = words_with_capitals(language("fr"))
    for path in a.text:
        for line in path.read_text(encoding="utf-8").splitlines():
            cased = truecase(line.lower(), "fr")
            if len(cased) != len(line):  # a letter whose lower case is two
                continue
            for match in WORD.finditer(line):
                if match.start() == 0:
                    continue
                right = match[0][0].isupper()
                capitals += right
                if cased[match.start()].isupper():
                    counts["list" if match[0].lower() in known else "neighbours", right] += 1
    for how in ("list", "neighbours"):
        good, all_ = counts[how, True], counts[how, True] + counts[how, False]
        print(f"by {how}: {all_} words, {good / max(1, all_):.1%} right")
    found = counts["list", True] + counts["neighbours", True]
    print(f"found: {found / capitals:.1%} of the {capitals} words with a capital")


if __name__ == "__main__":
    main()
