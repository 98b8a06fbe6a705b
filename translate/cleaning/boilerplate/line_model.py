"""The line model: what rules cannot tell, weighed from the shape, words and place of lines.

Gradient-boosted trees (Friedman 2001) over the features of `model_features`, made by
`bench/clean/train_lines.py` and kept as plain numbers in `data/line_model.json`. A verdict is
explained by the features that moved it most: a tree's path is the sum of the steps between the
mean values of its nodes (Saabas 2014).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path

from translate.cleaning.boilerplate.features import features
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.rules import Rule

MODEL = Path(__file__).with_name("data") / "line_model.json"
TITLE_REACH = 12  # lines before the main block in which a title may stand
TITLE_WORDS = 30
TITLE_SHARE = 0.5  # of its longer words must come again in the main block
Tree = tuple[list[int], list[float], list[int], list[int], list[float]]


@cache
def _trees() -> tuple[list[str], list[Tree]]:
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
    for feature, threshold, left, right, value in _trees()[1]:
        node = 0
        while feature[node] >= 0:
            asked = feature[node]
            child = left[node] if row[asked] <= threshold[node] else right[node]
            added[asked] = added.get(asked, 0.0) + value[child] - value[node]
            node = child
        total += value[node]
    return 1 / (1 + exp(-total)), added


def opinions(
    lines: Sequence[Line],
    found: Sequence[Sequence[Rule]],
    gone: Sequence[bool],
    limits: dict[str, float],
) -> dict[int, str]:
    """Give the indices of `lines` that the model drops, each with its reasons in words.

    `found` and `gone` are as in `features`; `limits` are the chances from which a line goes:
    "inside" and "outside" the main block, "…_short" for lines of fewer than "short_words" words.
    """
    names = _trees()[0]
    rows = features(lines, found, gone)
    title = _title(rows, gone)
    dropped: dict[int, str] = {}
    for index, row in enumerate(rows):
        if gone[index] or index == title:
            continue
        chance, added = score([row[name] for name in names])
        where = "inside" if row["in the main block"] else "outside"
        short = "_short" if row["words"] < limits["short_words"] else ""
        if chance >= limits[where + short]:
            most = sorted(added, key=lambda f: -added[f])[:3]
            told = ", ".join(f"{names[f]} {row[names[f]]:.3g}" for f in most)
            dropped[index] = f"line model {chance:.0%}: {told}"
    return dropped


def _title(rows: Sequence[dict[str, float]], gone: Sequence[bool]) -> int | None:
    """Give the index of the title: near before the main block, made of its words, or the nearest.

    A title stands alone among chrome, so the model would take it for a menu word.
    """
    title, most = None, 0.0
    for index, row in enumerate(rows):
        before = -TITLE_REACH <= row["lines from the main block"] < 0
        if before and not gone[index] and row["rules"] == 0 and 4 <= row["words"] <= TITLE_WORDS:
            share = row["words of the main block"]
            if share >= most or most < TITLE_SHARE:
                title, most = index, share
    return title
