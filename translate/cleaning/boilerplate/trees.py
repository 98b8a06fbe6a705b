"""Gradient-boosted trees (Friedman 2001) over the features of `features.py`.

They are made by `bench/cleaning/train.py` and kept as plain numbers in
`data/line_model.json`. A verdict is explained by the features that moved it most: a tree's path is
the sum of the steps between the mean values of its nodes (Saabas 2014).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path

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


def score(row: Sequence[float]) -> tuple[float, dict[int, float]]:
    """Give the chance (0 to 1) that a line is boilerplate, and what each feature added to it.

    `row` holds the features in the model's order; what they added is in log-odds.
    """
    added: dict[int, float] = {}
    total = 0.0
    for feature, threshold, left, right, value in load()[1]:
        node = 0
        while feature[node] >= 0:
            asked = feature[node]
            child = left[node] if row[asked] <= threshold[node] else right[node]
            added[asked] = added.get(asked, 0.0) + value[child] - value[node]
            node = child
        total += value[node]
    return 1 / (1 + exp(-total)), added
