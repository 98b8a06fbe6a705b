"""How often do the checks cry wolf? Asked of translations by people, in which nothing is wrong.

    python bench/mt/alarms.py DEV_FOLDER [CHECK]

DEV_FOLDER holds `NAME.fr` and `NAME.en`, lines that translate each other. Printed: the share of
lines that each check doubts (limit for numbers: 2 %); with CHECK, the lines that it doubts.
People do change numbers and cut sentences: part of the alarms are not false.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from translate.mt.checks import Attempt, issues
from translate.mt.units import Unit


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("none")
    names = sorted(path.stem for path in folder.glob("*.fr"))
    if not names:
        sys.exit(f"{__doc__}\nno development data in {folder}")
    chosen = sys.argv[2] if len(sys.argv) > 2 else ""
    for name in names:
        french = (folder / f"{name}.fr").read_text(encoding="utf-8").splitlines()
        english = (folder / f"{name}.en").read_text(encoding="utf-8").splitlines()
        found: Counter[str] = Counter()
        for source, target in zip(french, english, strict=True):
            doubts = list(issues(Attempt(Unit(source), target)))
            found.update({issue.kind for issue in doubts})
            if chosen in {issue.kind for issue in doubts}:
                print(*doubts, source, target, sep="\n  ")
        shares = ", ".join(f"{k} {100 * n / len(french):.2f} %" for k, n in found.most_common())
        print(f"{name}: {len(french)} lines: {shares}")


if __name__ == "__main__":
    main()
