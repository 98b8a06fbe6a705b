"""How well single scores tell pairs of spellings of one person from pairs of two people.

    python bench/names/pairs.py PAIRS.csv [-v]

The file has the columns name1, name2, is_match (true or false), as nomenklatura's name bench has.
For each score the threshold with the best F1 is printed, with precision and recall there; it is
chosen on the same pairs, for all alike. `crossed` is the F1 of pairs that had no part in choosing:
of five parts each is judged by the threshold of the other four, the mean of 20 ways to part them.
`-v` lists what `resemblance` gets wrong.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from translate.languages.words import fold_word
from translate.names.similarity import closeness, likeness, resemblance
from translate.names.spelling import key

PARTS, WAYS = 5, 20
Score = Callable[[str, str], float]
SCORES: dict[str, Score] = {
    "difflib ratio": lambda a, b: SequenceMatcher(
        None, fold_word(a), fold_word(b), autojunk=False
    ).ratio(),
    "edit distance": lambda a, b: closeness(fold_word(a), fold_word(b)),
    "likeness (whole)": lambda a, b: likeness(key(a), key(b)),
    "resemblance": resemblance,
}


def best(rows: list[tuple[str, str, bool]], score: Score) -> tuple[float, float, float, float]:
    """Give the best F1 and the threshold, precision and recall it has."""
    scored = [(score(a, b), match) for a, b, match in rows]
    matches = sum(match for _, match in scored)
    results = []
    for threshold in {s for s, _ in scored}:
        found = [match for s, match in scored if s >= threshold]
        right = sum(found)
        f1 = 2 * right / (len(found) + matches)
        results.append((f1, threshold, right / len(found), right / matches))
    return max(results)


def crossed(rows: list[tuple[str, str, bool]], score: Score) -> float:
    """Give the F1 of pairs judged by a threshold that others chose."""
    total = 0.0
    for seed in range(WAYS):
        order = random.Random(seed).sample(rows, len(rows))
        right = found = 0
        for part in range(PARTS):
            others = [row for i, row in enumerate(order) if i % PARTS != part]
            threshold = best(others, score)[1]
            hits = [match for a, b, match in order[part::PARTS] if score(a, b) >= threshold]
            right, found = right + sum(hits), found + len(hits)
        total += 2 * right / (found + sum(match for *_, match in rows))
    return total / WAYS


def main(path: str, verbose: bool) -> None:
    if not Path(path).is_file():
        sys.exit(f"{path}: not here; give a file of name pairs")
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = [(r["name1"], r["name2"], r["is_match"] == "true") for r in csv.DictReader(file)]
    print(f"{len(rows)} pairs, {sum(match for *_, match in rows)} of one person")
    print(f"{'score':18}{'F1':>7}{'threshold':>11}{'precision':>11}{'recall':>8}{'crossed':>9}")
    for name, score in SCORES.items():
        f1, threshold, precision, recall = best(rows, score)
        print(f"{name:18}{f1:7.3f}{threshold:11.3f}{precision:11.3f}{recall:8.3f}"
              f"{crossed(rows, score):9.3f}")  # fmt: skip
    if verbose:
        for a, b, match in rows:
            if (resemblance(a, b) >= threshold) != match:
                print(f"{'one' if match else 'two':4}{resemblance(a, b):6.2f}  {a} | {b}")


if __name__ == "__main__":
    main(sys.argv[1], "-v" in sys.argv)
