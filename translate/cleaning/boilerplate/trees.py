"""Gradient-boosted trees (Friedman 2001) over the features of `features.py`.

They are made by `bench/cleaning/train.py` and kept as plain numbers in
`data/line_model.json`. A verdict is explained by the features that moved it most: a tree's path is
the sum of the steps between the mean values of its nodes (Saabas 2014). All lines of a text are
scored at once, without walking the trees (QuickScorer, Lucchese 2015): each answer "more" to a
question rules out the leaves on its left, and the first leaf left is the one that a walk ends in.
What all answers about one feature rule out together is looked up by the value's place among the
thresholds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

MODEL = Path(__file__).with_name("data") / "line_model.json"
TOGETHER = 64  # lines scored at once: what is counted for them stays near the processor
Tree = tuple[list[int], list[float], list[int], list[int], list[float]]


@cache
def load() -> tuple[list[str], list[Tree]]:
    """Give the names of the features and the trees.

    A tree is five lists with one place for each node: feature (-1 in a leaf), threshold (at most
    it: to the left), left node, right node, mean value.
    """
    model = json.loads(MODEL.read_text(encoding="utf-8"))
    return model["features"], [tuple(tree) for tree in model["trees"]]


def forget() -> None:
    """Forget the trees read: other ones are to be used (for measuring)."""
    load.cache_clear()
    _flat.cache_clear()


def chances(columns: Mapping[str, Sequence[float]]) -> list[float]:
    """Give the chance (0 to 1) that a line is boilerplate, for each line.

    `columns` holds, by the name of each feature, its value for every line.
    """
    import numpy as np

    flat = _flat()
    lines = len(next(iter(columns.values())))
    left = np.full((lines, len(flat.starts)), -1, dtype=np.int32)
    for feature, thresholds, masks in flat.asked:
        places = thresholds.searchsorted(columns[feature])
        if not places.any():
            continue
        for low in range(0, lines, TOGETHER):
            left[low : low + TOGETHER] &= masks.take(places[low : low + TOGETHER], axis=0)
    leaf = np.frexp((left & -left).astype(float))[1] - 1  # the lowest bit that is set
    values = flat.values.take(leaf + flat.starts)
    totals = np.cumsum(values, axis=1)[:, -1].tolist()  # one after another, as a walk adds them
    return [1 / (1 + exp(-total)) for total in totals]


def added(row: Sequence[float]) -> dict[int, float]:
    """Give what each feature added to the chance of a line, in log-odds, by its number.

    `row` holds the line's features in the model's order.
    """
    found: dict[int, float] = {}
    for feature, threshold, left, right, value in load()[1]:
        node = 0
        while feature[node] >= 0:
            asked = feature[node]
            child = left[node] if row[asked] <= threshold[node] else right[node]
            found[asked] = found.get(asked, 0.0) + value[child] - value[node]
            node = child
    return found


@dataclass(frozen=True, slots=True)
class _Flat:
    """The trees as arrays.

    `asked` holds for each feature its thresholds, in order, and a row of masks, one for each tree,
    for values above none of them, above the first, and so on: a mask has a bit, the first leaf's
    lowest, for each leaf that this does not rule out. `values` are what the leaves are worth,
    `starts` says where those of each tree begin.
    """

    asked: Sequence[tuple[str, Any, Any]]
    values: Any
    starts: Any


@cache
def _flat() -> _Flat:
    import numpy as np

    names, trees = load()
    questions: dict[int, list[tuple[float, int, int]]] = {}  # of each feature: threshold, tree
    values: list[float] = []
    starts: list[int] = []
    for number, tree in enumerate(trees):
        leaves: list[float] = []
        for feature, threshold, mask in _questions(tree, 0, leaves):
            questions.setdefault(feature, []).append((threshold, number, mask))
        starts.append(len(values))
        values += leaves
    asked = []
    for feature, about in sorted(questions.items()):
        about.sort()
        masks = np.full((len(about) + 1, len(trees)), -1, dtype=np.int32)
        for row, (_, number, mask) in enumerate(about, 1):
            masks[row, number] = mask
        ruled = np.bitwise_and.accumulate(masks, axis=0)
        asked.append((names[feature], np.array([threshold for threshold, *_ in about]), ruled))
    return _Flat(asked, np.array(values), np.array(starts))


def _questions(tree: Tree, node: int, leaves: list[float]) -> list[tuple[int, float, int]]:
    """Give feature, threshold and mask of the questions from `node` on; `leaves` gets its leaves.

    Those left of it are there already.
    """
    feature, threshold, left, right, value = tree
    if feature[node] < 0:
        leaves.append(value[node])
        return []
    first = len(leaves)
    under = _questions(tree, left[node], leaves)
    out = (1 << len(leaves)) - (1 << first)
    under += _questions(tree, right[node], leaves)
    return [(feature[node], threshold[node], ~out), *under]
