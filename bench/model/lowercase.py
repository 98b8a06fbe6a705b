"""What lower-cased French costs: BLEU (cased) with the French as it is and lower-cased.

python bench/model/lowercase.py flores-dev.fr flores-dev.en PACKAGE [PACKAGE ...]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from evaluate import Package, scores


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("source", type=Path)
    ap.add_argument("reference", type=Path)
    ap.add_argument("package", type=Path, nargs="+")
    ap.add_argument("--beam", type=int, default=4)
    a = ap.parse_args()
    if missing := [str(p) for p in (a.source, a.reference, *a.package) if not p.exists()]:
        sys.exit(f"not here: {', '.join(missing)}")
    source = a.source.read_text(encoding="utf-8").splitlines()
    gold = a.reference.read_text(encoding="utf-8").splitlines()
    for folder in a.package:
        package = Package(folder)
        for name, lines in (("as it is", source), ("lower", [x.lower() for x in source])):
            print(f"{folder.name} {name}\n{scores(package.translate(lines, a.beam), gold)}")


if __name__ == "__main__":
    main()
