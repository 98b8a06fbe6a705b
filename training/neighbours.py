"""Keep which words of a text often stand side by side: what unusual wording is told by.

    python neighbours.py ../translate/languages/fr/neighbours.bin europarl.tsv tatoeba.tsv …

Counted are the pairs of neighbours on the French side of tab-separated files (French, English). A
model that was trained on them has met the others seldom or never.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from prepare import read_pairs

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.languages.neighbours import kept, pairs

LEAST = 20  # times a pair must be met


def often(texts: Iterable[str], least: int = LEAST) -> set[tuple[str, str]]:
    """The pairs of neighbours that `texts` have at least so many times."""
    met: Counter[tuple[str, str]] = Counter()
    for text in texts:
        met.update(pairs(text))
    return {pair for pair, n in met.items() if n >= least}


def main() -> None:
    """Read the command line and write the file."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("out", type=Path)
    ap.add_argument("tsv", type=Path, nargs="+")
    a = ap.parse_args()
    found = often(french for path in a.tsv for french, _ in read_pairs(path))
    a.out.write_bytes(kept(found))
    print(f"{len(found)} pairs, {a.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
