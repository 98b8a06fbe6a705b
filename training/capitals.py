"""Count, in parallel text, which capitalised French words English writes otherwise.

    python capitals.py ../translate/names/renamed-fr.txt europarl.tsv tatoeba.tsv …

The tool takes a capitalised word within a French sentence for a name, and carries it past a small
model as it is, unless it stands in this list: `Londres`, `Commission`, `ONU`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from prepare import Pair, read_pairs

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.names.unlisted import is_ordinary

# A word must be met this often within sentences, and be spelt alike in less than this share.
OFTEN = 5
ALIKE = 0.5
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.!?:;…«»\"()•]|\d+")
_OPENS = frozenset('.!?:;…«»"(•')


def otherwise(pairs: Iterable[Pair]) -> list[str]:
    """The words capitalised within French sentences that the English sides mostly lack, sorted.

    Ordinary words are left out: the tool does not take them for names anyway.

    >>> otherwise([("Il vit à Londres avec Ada.", "He lives in London with Ada.")] * 5)
    ['Londres']
    """
    seen: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for fr, en in pairs:
        words = _TOKEN.findall(fr)
        there = frozenset(_TOKEN.findall(en))
        for before, word in pairwise(words):
            if word[0].isupper() and before not in _OPENS:
                seen[word] += 1
                alike[word] += word in there
    return sorted(
        word
        for word, count in seen.items()
        if count >= OFTEN and alike[word] < ALIKE * count and not is_ordinary(word, "fr")
    )


def main() -> None:
    """Read the command line and write the list, a word a line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("out", type=Path)
    ap.add_argument("tsv", type=Path, nargs="+")
    a = ap.parse_args()
    words = otherwise(pair for path in a.tsv for pair in read_pairs(path))
    a.out.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")


if __name__ == "__main__":
    main()
