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

TOGETHER = 512  # lines scored at once, at most: what is counted for them takes memory
MODEL = Path(__file__).with_name("data") / "line_model.json"
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

    arrays = {name: np.asarray(columns[name], dtype=float) for name, *_ in _flat().asked}
    lines = len(next(iter(columns.values())))
    totals = [
        total
        for low in range(0, lines, TOGETHER)
        for total in _totals({name: some[low : low + TOGETHER] for name, some in arrays.items()})
    ]
    return [1 / (1 + exp(-total)) for total in totals]


def _totals(columns: Mapping[str, Any]) -> list[float]:
    """Give the sum of the leaves that a walk down each tree ends in, for each line."""
    import numpy as np

    flat = _flat()
    lines = len(next(iter(columns.values())))
    left = np.full((len(flat.starts), lines), -1, dtype=np.int32)
    for feature, thresholds, trees, masks in flat.asked:
        places = thresholds.searchsorted(columns[feature])
        if places.any():
            left[trees] &= masks.take(places, axis=1)
    leaf = np.frexp((left & -left).astype(float))[1] - 1  # the lowest bit that is set
    values = flat.values.take(leaf + flat.starts[:, np.newaxis])
    totals: list[float] = np.cumsum(values, axis=0)[-1].tolist()  # in turn, as a walk adds them
    return totals


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

    `asked` holds for each feature its thresholds, in order, the trees that ask about it, and for
    each of these a row of masks, for values above no threshold, above the first, and so on: a mask
    has a bit, the first leaf's lowest, for each leaf that this does not rule out. `values` are what
    the leaves are worth, `starts` says where those of each tree begin.
    """

    asked: Sequence[tuple[str, Any, Any, Any]]
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
        trees_asked = np.array(sorted({number for _, number, _ in about}))
        ruled = np.bitwise_and.accumulate(masks, axis=0)[:, trees_asked].T.copy()
        thresholds = np.array([threshold for threshold, *_ in about])
        asked.append((names[feature], thresholds, trees_asked, ruled))
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
