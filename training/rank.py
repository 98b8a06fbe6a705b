"""Put the pairs that read most like a given text first.

    python rank.py europarl.tsv --like news.fr --out europarl.sorted.tsv

The measure is the difference of cross-entropies of Moore and Lewis (2010,
aclanthology.org/P10-2041): how much likelier a sentence is by the text it shall be like than by
the file it comes from, per word. Both models look at single words and at pairs of words. With
`FILE^N`, prepare.py takes the best N pairs.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from prepare import read_pairs

# The weight of the general counts in the particular ones, in occurrences: what a word that the
# particular text lacks is still worth.
PRIOR = 20_000
_WORD = re.compile(r"\w+|[^\w\s]")


def features(text: str) -> list[str]:
    """The words of a text, lower-cased, and each with the word after it.

    >>> features("Bonjour, vous !")
    ['bonjour', ',', 'vous', '!', 'bonjour ,', ', vous', 'vous !']
    """
    words = _WORD.findall(text.lower())
    return words + [f"{a} {b}" for a, b in pairwise(words)]


def scorer(like: Iterable[str], pool: Iterable[str]) -> Callable[[str], float]:
    """How much more a sentence belongs to `like` than to `pool`, in nats a feature.

    >>> score = scorer(["le match est fini"] * 3, ["le débat est clos", "la séance est levée"])
    >>> score("le match") > score("le débat")
    True
    """
    near = Counter(f for line in like for f in features(line))
    far = Counter(f for line in pool for f in features(line))
    near_all, far_all = near.total(), far.total()
    share = PRIOR / far_all
    weight = {
        f: math.log((near[f] + share * n) / (near_all + PRIOR) * far_all / n)
        for f, n in far.items()
    }

    def score(text: str) -> float:
        found = features(text)
        return sum(weight.get(f, 0.0) for f in found) / max(1, len(found))

    return score


def main() -> None:
    """Read the command line and write the sorted pairs."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("tsv", type=Path)
    ap.add_argument("--like", type=Path, required=True, help="French sentences, one a line")
    ap.add_argument("--out", type=Path, required=True)
    a = ap.parse_args()
    pairs = read_pairs(a.tsv)
    with a.like.open(encoding="utf-8") as like:
        score = scorer(like, (fr for fr, _ in pairs[::4]))
    pairs.sort(key=lambda pair: -score(pair[0]))
    with a.out.open("w", encoding="utf-8") as out:
        out.writelines(f"{fr}\t{en}\n" for fr, en in pairs)


if __name__ == "__main__":
    main()
