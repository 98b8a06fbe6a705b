"""Count which English stems stand for which French ones: what doubt about translations rests on.

    python senses.py OUT.txt.xz europarl.tsv@200000 tatoeba.tsv …

The probabilities are those of IBM model 1 (Brown and others, 1993, aclanthology.org/J93-2003) on
the stems of content words, both ways; the better one counts. Written: for each French stem how
often in a hundred one of its English stems is there, then these with their probabilities in a
hundred; after an empty line, for each English stem how often one of its French ones is there.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from prepare import Pair, choose

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.mt.counterparts.senses import content_stems

ITERATIONS = 6
LEAST = 4  # times a stem must be met
LONGEST = 30  # stems of a sentence; longer ones tell little
LEAST_SHARE = 0.012  # a probability below this is noise
MOST_SENSES = 14
Sentences = list[list[int]]


def numbered(sentences: list[list[str]]) -> tuple[Sentences, list[str]]:
    """The sentences as numbers of their stems, rare ones left out, and the stems by number."""
    counts = Counter(stem for stems in sentences for stem in stems)
    stems = sorted(stem for stem, n in counts.items() if n >= LEAST)
    number = {stem: n for n, stem in enumerate(stems)}
    return [[number[s] for s in stems if s in number] for stems in sentences], stems


def cells(left: Sentences, right: Sentences) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each pair of a left and a right stem of a sentence: left, right, which right token."""
    a, b, token = [], [], []
    tokens = 0
    for fr, en in zip(left, right, strict=True):
        if fr and en:
            a.append(np.tile(np.array(fr, np.int32), len(en)))
            b.append(np.repeat(np.array(en, np.int32), len(fr)))
            token.append(np.repeat(np.arange(tokens, tokens + len(en), dtype=np.int32), len(fr)))
            tokens += len(en)
    return np.concatenate(a), np.concatenate(b), np.concatenate(token)


def model1(left: Sentences, right: Sentences) -> dict[tuple[int, int], float]:
    """p(right | left) for every two stems that ever share a sentence, where it is no noise."""
    a, b, token = cells(left, right)
    keys, cell = np.unique(a.astype(np.int64) << 32 | b, return_inverse=True)
    cell = cell.astype(np.int32)
    of = (keys >> 32).astype(np.int32)
    p = np.ones(len(keys))
    for _ in range(ITERATIONS):
        share = p[cell]
        share /= np.bincount(token, share)[token]
        count = np.bincount(cell, share, len(keys))
        p = count / np.maximum(np.bincount(of, count)[of], 1e-9)
    good = np.flatnonzero((p >= LEAST_SHARE) & (count >= 1))
    return {(int(of[i]), int(keys[i] & 0xFFFFFFFF)): float(p[i]) for i in good}


def reliable(left: Sentences, right: Sentences, senses: dict[int, set[int]]) -> dict[int, float]:
    """How often one of the senses of a left stem is in the right sentence, of its occurrences."""
    met: Counter[int] = Counter()
    there: Counter[int] = Counter()
    for fr, en in zip(left, right, strict=True):
        have = set(en)
        for stem in set(fr):
            met[stem] += 1
            there[stem] += not have.isdisjoint(senses.get(stem, ()))
    return {stem: (there[stem] + 1) / (n + 2) for stem, n in met.items() if n >= LEAST}


def lines(pairs: list[Pair]) -> list[str]:
    """The lines of the file."""
    both = [(content_stems(fr, "fr"), content_stems(en, "en")) for fr, en in pairs]
    both = [(a, b) for a, b in both if 0 < len(a) <= LONGEST and 0 < len(b) <= LONGEST]
    left, french = numbered([a for a, _ in both])
    right, english = numbered([b for _, b in both])
    p = model1(left, right)
    for (e, f), share in model1(right, left).items():
        p[f, e] = max(share, p.get((f, e), 0.0))
    senses: dict[int, list[tuple[float, int]]] = {}
    for (f, e), share in p.items():
        senses.setdefault(f, []).append((share, e))
    best = {f: sorted(found, reverse=True)[:MOST_SENSES] for f, found in senses.items()}
    forth = reliable(left, right, {f: {e for _, e in found} for f, found in best.items()})
    back: dict[int, set[int]] = {}
    for f, found in best.items():
        for _, e in found:
            back.setdefault(e, set()).add(f)
    home = reliable(right, left, back)
    out = [
        f"{french[f]} {100 * forth[f]:.0f} "
        + " ".join(f"{english[e]}:{100 * share:.0f}" for share, e in best[f])
        for f in sorted(best)
        if f in forth
    ]
    return [*out, "", *(f"{english[e]} {100 * share:.0f}" for e, share in sorted(home.items()))]


def main() -> None:
    """Read the command line and write the file."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("out", type=Path)
    ap.add_argument("tsv", nargs="+", help="FILE, FILE@N at random, FILE^N the first N")
    a = ap.parse_args()
    found = lines(choose(a.tsv, set(), random.Random(1)))
    a.out.write_bytes(lzma.compress(("\n".join(found) + "\n").encode(), preset=9))
    print(f"{len(found)} lines, {a.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
