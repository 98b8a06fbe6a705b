"""Sentences a second of one or more packages on two threads, the best of some runs.

python bench/model/speed.py TEXT PACKAGE [PACKAGE ...]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from evaluate import Package


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("text", type=Path, help="one sentence a line")
    ap.add_argument("package", type=Path, nargs="+")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--lines", type=int, default=500)
    ap.add_argument("--runs", type=int, default=3)
    a = ap.parse_args()
    if missing := [str(p) for p in (a.text, *a.package) if not p.exists()]:
        sys.exit(f"not here: {', '.join(missing)}")
    lines = a.text.read_text(encoding="utf-8").splitlines()[: a.lines]
    packages = {folder: Package(folder, a.threads) for folder in a.package}
    for beam in (1, 4):
        best = dict.fromkeys(packages, float("inf"))
        for _ in range(a.runs):  # in turn, so that a slow spell of the machine hits all alike
            for folder, package in packages.items():
                start = time.perf_counter()
                package.translate(lines, beam)
                best[folder] = min(best[folder], time.perf_counter() - start)
        for folder, seconds in best.items():
            rate = len(lines) / seconds
            print(f"{folder}  beam {beam}  {rate:.0f} sentences a second, {a.threads} threads")


if __name__ == "__main__":
    main()
