"""Gradient-boosted trees (Friedman 2001) over the features of `features.py`.

They are made by `bench/cleaning/train.py` and kept as plain numbers in
`data/line_model.json`. A verdict is explained by the features that moved it most: a tree's path is
the sum of the steps between the mean values of its nodes (Saabas 2014). All lines of a text are
scored at once, without walking the trees (QuickScorer, Lucchese 2015): every question is asked of
every line, each answer "more" rules out the leaves on its left, and the first leaf left is the one
that a walk ends in.
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

    names, flat = load()[0], _flat()
    asked = np.array([columns[name] for name in names], dtype=float)
    totals: list[float] = []
    for low in range(0, asked.shape[1], TOGETHER):
        more = asked[:, low : low + TOGETHER].take(flat.features, axis=0) > flat.thresholds
        masks = np.where(more, flat.masks, np.int32(-1))
        left = np.bitwise_and.reduceat(masks, flat.starts, axis=0)
        leaf = np.frexp((left & -left).astype(float))[1] - 1  # the lowest bit that is set
        values = np.take_along_axis(flat.values, leaf, axis=1)
        totals += np.cumsum(values, axis=0)[-1].tolist()  # one after another, as a walk adds them
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
    """The trees as arrays: for each question its feature, its threshold and a mask.

    A mask has a bit, the first leaf's lowest, for each leaf that the answer "more" does not rule
    out. `starts` says where the questions of each tree begin, `values` what its leaves are worth.
    """

    features: Any
    thresholds: Any
    masks: Any
    starts: Any
    values: Any


@cache
def _flat() -> _Flat:
    import numpy as np

    trees = load()[1]
    questions: list[tuple[int, float, int]] = []
    starts: list[int] = []
    leaves: list[list[float]] = []
    for tree in trees:
        starts.append(len(questions))
        leaves.append([])
        questions += _questions(tree, 0, leaves[-1]) or [(0, 0.0, -1)]
    values = np.zeros((len(trees), max(map(len, leaves))))
    for row, worth in zip(values, leaves, strict=True):
        row[: len(worth)] = worth
    features, thresholds, masks = zip(*questions, strict=True)
    # A row for each question; no tree has more leaves than a mask has bits, 32.
    down = np.array([thresholds]).T, np.array([masks], dtype=np.int32).T
    return _Flat(np.array(features), *down, starts, values)


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
