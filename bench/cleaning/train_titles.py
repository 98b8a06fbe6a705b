"""Train what tells the headline of a text, and measure it on hosts left out.

    python bench/cleaning/train_titles.py BENCH [--out FILE] [--folds 4] [--ways 1]

BENCH holds pages.jsonl, pages-en.jsonl and more-pages.jsonl.xz. The headline of a page is its only
`h1`; that of a page of our own is the first line that stays, or a marked one, but posts and letters
have none. Each page is seen whole, cut to some lines around its text, as its text under the
headline, and as its text without one, which has none. The weights are those of a conditional logit
over the candidates of a text and "none of them", with a penalty for large ones. What is measured is
the mean of so many ways to part the hosts. Needs scipy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix, diags  # type: ignore[import-untyped]

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
OWN = 0.8  # of a page of our own: there are few, of many kinds
HEADLESS = re.compile(
    r"(?i)post\b|network|thread: its|page: Facebook|today: linkedin"
)  # our pages without one
PENALTY = 0.0002  # for large weights


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
    """Give the pages written by us, each with the number of its headline."""
    for page in train.own_pages():
        lines = [{"text": text, "label": label} for text, label in page["lines"]]
        head = page["head"]
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
    place = {name: number for number, name in enumerate(names)}
    starts: list[int] = [0]
    columns: list[int] = []
    values: list[float] = []
    for row in (row for one in made for row in one.rows):
        told = {place[name]: value for name, value in row.items() if value}
        columns += told
        values += told.values()
        starts.append(len(columns))
    x = csr_matrix((values, columns, starts), shape=(len(starts) - 1, len(names)))
    scale = np.maximum(abs(x).max(axis=0).toarray().ravel(), 1e-9)
    x = (x @ diags(1 / scale)).tocsr()
    right = np.array([r for one in made for r in one.right], dtype=float)
    sizes = [len(one.rows) for one in made]
    firsts = np.cumsum([0, *sizes])[:-1]
    weight = np.array([WEIGHT[o.view] * (OWN if o.own else 1.0) for o in made])

    def loss(w: Any) -> tuple[float, Any]:
        score = x @ w
        e = np.exp(score - np.repeat(np.maximum.reduceat(score, firsts), sizes))
        chance = e / np.repeat(np.add.reduceat(e, firsts), sizes)
        good = chance * right
        sure = np.maximum(np.add.reduceat(good, firsts), 1e-12)
        slope = np.repeat(weight, sizes) * (chance - good / np.repeat(sure, sizes))
        value = -(weight * np.log(sure)).sum() / len(made) + PENALTY / 2 * w @ w
        return value, x.T @ slope / len(made) + PENALTY * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return {name: round(float(value), 3) for name, value in zip(names, found, strict=True)}


def chosen(one: Choice, weights: dict[str, float]) -> bool:
    """Tell whether the right line is chosen; a headline that is no candidate never is."""
    if one.view != "without" and not one.own and not one.reachable:
        return False
    scores = [sum(weights[n] * v for n, v in row.items()) for row in one.rows]
    return one.right[scores.index(max(scores))]


def part(group: str, parts: int, way: int) -> int:
    """Give the part that `group` belongs to, in one `way` of many to part the groups.

    A checksum does not do: with CRC-32 most ways are one, in which the parts change names.
    """
    made = hashlib.md5(f"{way}:{group}".encode(), usedforsecurity=False)
    return int(made.hexdigest(), 16) % parts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--ways", type=int, default=1)
    options = parser.parse_args()
    made = list(choices(options.bench))
    names = sorted({name for one in made for row in one.rows for name in row})
    good: dict[str, list[bool]] = {}
    for way, k in product(range(options.ways), range(options.folds)):
        parts = [part(one.group, options.folds, way) for one in made]
        weights = fit([one for one, its in zip(made, parts, strict=True) if its != k], names)
        for one, its in zip(made, parts, strict=True):
            if its == k:
                kinds = ["own"] if one.own else [one.lang[:2], "all"]
                for kind in kinds:
                    good.setdefault(f"{kind} {one.view}", []).append(chosen(one, weights))
    for name in sorted(good):
        right, count = sum(good[name]) / options.ways, len(good[name]) // options.ways
        print(f"{name}: {right:.1f} of {count} right")
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
