"""Train what tells the headline of a text, and measure it on hosts left out.

    python bench/cleaning/train_titles.py BENCH [--out FILE] [--folds 4]

BENCH holds pages.jsonl, pages-en.jsonl and more-pages.jsonl.xz. The headline of a page is its only
`h1`; that of a page of our own is the first line that stays, but posts and letters have none. Each
page is seen whole, cut to some lines around its text, as its text under the headline, and as its
text without one, which has none. The weights are those of a conditional logit over the candidates
of a text and "none of them", fitted by gradient descent with a penalty for large ones.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import metadata  # type: ignore[import-not-found]
import train  # type: ignore[import-not-found]

from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.title_features import (
    no_title_features,
    title_features,
)
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig

WEIGHT = {"whole": 1.0, "near": 0.5, "under": 0.3, "without": 0.09}  # of each view of a page
NEAR = 15
OWN = 0.4  # of a page of our own: there are few, of many kinds
HEADLESS = re.compile(r"(?i)post\b|network|page: Facebook|today: linkedin")  # our pages without one
PENALTY, RATE, STEPS = 0.0002, 0.05, 500


@dataclass(slots=True)
class Choice:
    """The candidates of one text, a row each and one for none; `right` are the rows to choose."""

    group: str
    view: str
    lang: str
    own: bool
    rows: list[dict[str, float]]
    right: list[bool]
    reachable: bool


def views(page: dict[str, Any], head: int) -> Iterator[tuple[str, list[str]]]:
    lines = page["lines"]
    kept = [i for i, line in enumerate(lines) if line["label"] == "KEEP" and i > head]
    texts = [line["text"].replace("\n", " ") for line in lines]
    yield "whole", texts
    if kept:
        text = [texts[i] for i in kept]
        yield "near", texts[max(0, head - NEAR) : kept[-1] + NEAR]
        yield "under", [texts[head], *text]
        yield "without", text


def own_pages() -> Iterator[tuple[dict[str, Any], int]]:
    """Give the pages written by us, each with the number of the first line that stays."""
    for page in train.own_pages():
        lines = [{"text": text, "label": label} for text, label in page["lines"]]
        head = next(i for i, line in enumerate(lines) if line["label"] == "KEEP")
        headed = not (HEADLESS.match(page["about"]) or lines[head]["text"].endswith(","))
        yield {**page, "lines": lines, "headed": headed}, head


def choices(bench: Path) -> Iterator[Choice]:
    rules = Rules.load(CleanConfig(profile="page"), train.LANGUAGES)
    for page, head in chain(metadata.pages(bench, ""), own_pages()):
        title = metadata.plain(page["lines"][head]["text"])
        headed = page.get("headed", True)
        for view, lines in views(page, head):
            made = Page.of(split("\n".join(lines)), rules, None)
            found = title_features(made)
            right = [headed and metadata.right_title(made.full[i].text, title) for i in found]
            rows = [*found.values(), no_title_features(made)]
            reachable = any(right)
            group, own = page.get("host") or page["id"], "about" in page
            right.append(not reachable)
            yield Choice(group, view, page["lang"], own, rows, right, reachable)


def fit(made: list[Choice], names: list[str]) -> dict[str, float]:
    """Give the weight of each feature: the chance of the right choices is made greatest."""
    x = np.array([[row.get(name, 0.0) for name in names] for one in made for row in one.rows])
    right = np.array([r for one in made for r in one.right], dtype=float)
    starts = np.cumsum([0, *(len(one.rows) for one in made)])[:-1]
    sizes = [len(one.rows) for one in made]
    weight = np.repeat([WEIGHT[o.view] * (OWN if o.own else 1.0) for o in made], sizes)
    scale = np.maximum(np.abs(x).max(axis=0), 1e-9)
    x = x / scale
    w = np.zeros(len(names))
    moment, square = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        score = x @ w
        score -= np.repeat(np.maximum.reduceat(score, starts), sizes)
        e = np.exp(score)
        chance = e / np.repeat(np.add.reduceat(e, starts), sizes)
        good = chance * right
        good /= np.repeat(np.maximum(np.add.reduceat(good, starts), 1e-12), sizes)
        slope = x.T @ (weight * (good - chance)) / len(made) - PENALTY * w
        moment = 0.9 * moment + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = RATE / (1 + step / 100)
        w += rate * (moment / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(v), 3) for name, v in zip(names, w / scale, strict=True)}


def chosen(one: Choice, weights: dict[str, float]) -> bool:
    """Tell whether the right line is chosen; a headline that is no candidate never is."""
    if one.view != "without" and not one.own and not one.reachable:
        return False
    scores = [sum(weights[n] * v for n, v in row.items()) for row in one.rows]
    return one.right[scores.index(max(scores))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    options = parser.parse_args()
    made = list(choices(options.bench))
    names = sorted({name for one in made for row in one.rows for name in row})
    good: dict[str, list[bool]] = {}
    for k in range(options.folds):
        seen = [one for one in made if train.fold(one.group, options.folds) != k]
        weights = fit(seen, names)
        for one in made:
            if train.fold(one.group, options.folds) == k:
                kinds = ["own"] if one.own else [one.lang[:2], "all"]
                for kind in kinds:
                    good.setdefault(f"{kind} {one.view}", []).append(chosen(one, weights))
    for name in sorted(good):
        print(f"{name}: {sum(good[name])} of {len(good[name])} right")
    for view in WEIGHT:
        print(view, "within reach:", sum(o.reachable for o in made if o.view == view))
    weights = fit(made, names)
    if options.out:
        text = json.dumps(dict(sorted(weights.items())), indent=1, ensure_ascii=False)
        options.out.write_text(text + "\n", encoding="utf-8")
    for name, value in sorted(weights.items(), key=lambda pair: pair[1]):
        print(f"{value:8.2f} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
