"""Train the line model and score it on pages of hosts it has not seen.

    python bench/clean/train_lines.py PAGES.jsonl … [--out translate/clean/data/line_model.json]

PAGES hold one page a line: {"id", "host" (optional), "lang", "lines": [{"text", "label"}]}, label
KEEP, DROP or UNKNOWN. Needs lightgbm and numpy. Nothing of the pages' text goes into the model,
only thresholds and values over the features of `translate.cleaning.boilerplate.features`.

Every page is used four times: whole, with 15 and with 4 lines around the text, and clean (no line
to drop), so that the model knows pasted articles and leaves clean ones alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from translate.cleaning.boilerplate.features import features
from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig

VIEWS = {"whole": 1.0, "trim15": 0.5, "trim4": 0.35, "clean": 0.35}  # and what each weighs
ROUNDS = 120
TITLE_REACH = 12  # lines before the first kept one in which a title may stand
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 20, "min_data_in_leaf": 40,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True,
}  # fmt: skip
CLASSES = {"KEEP": 0, "DROP": 1}


def views(page: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    lines = titled([(line["text"].replace("\n", " "), line["label"]) for line in page["lines"]])
    kept = [i for i, (_, label) in enumerate(lines) if label == "KEEP"]
    found = {"whole": lines}
    if kept:
        first, last = kept[0], kept[-1]
        for trim in (15, 4):
            found[f"trim{trim}"] = lines[max(0, first - trim) : last + 1 + trim]
        found["clean"] = [line for line in lines[first : last + 1] if line[1] != "DROP"]
    return found


def titled(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Label as KEEP the unlabelled lines of some words before the text: titles, standfirsts."""
    first = next((i for i, (_, label) in enumerate(lines) if label == "KEEP"), 0)
    near = range(max(0, first - TITLE_REACH), first)
    return [
        (line, "KEEP" if i in near and label == "UNKNOWN" and len(line.split()) >= 4 else label)
        for i, (line, label) in enumerate(lines)
    ]


def table(lines: list[tuple[str, str]], rules: Rules) -> list[tuple[dict[str, float], str, int]]:
    """Give features, label and length of each full line; rules alone have judged before."""
    text = "\n".join(line for line, _ in lines)
    verdicts = judge(text, rules)
    full = [
        (line, label) for line, (_, label) in zip(split(text), lines, strict=True) if not line.blank
    ]
    rows = features(
        [line for line, _ in full],
        [rules.matching(line) for line, _ in full],
        [verdicts[line.number].rule is not None for line, _ in full],
    )
    return [(row, label, len(line.text)) for row, (line, label) in zip(rows, full, strict=True)]


def examples(paths: list[Path]) -> list[dict[str, Any]]:
    """Read the pages into tables, one for each view."""
    off = ("structure.model.page", "structure.model.gentle")
    rules = Rules.load(CleanConfig(profile="page", off=off), ["fr", "en"])
    found = []
    for path in paths:
        for row in path.read_text(encoding="utf-8").splitlines():
            page = json.loads(row)
            host = page.get("host") or page["id"]
            for view, lines in views(page).items():
                found.append(
                    {"host": host, "lang": page["lang"], "view": view, "rows": table(lines, rules)}
                )
    return found


def matrix(tables: list[dict[str, Any]], names: list[str]) -> tuple[Any, Any, Any]:
    """Give features, classes and weights; a page's weight grows as the root of its length."""
    import numpy as np

    x, y, w = [], [], []
    for part in tables:
        known = [(r, CLASSES[label], n) for r, label, n in part["rows"] if label in CLASSES]
        weights = np.array([min(n, 400) * 0.05 + 2 for _, _, n in known])
        weights *= VIEWS[part["view"]] * (2 if part["lang"] == "fr" else 1)
        w.append(weights / np.sqrt(weights.sum() + 1) * 10)
        y += [label for _, label, _ in known]
        x += [[row[name] for name in names] for row, _, _ in known]
    return np.array(x, dtype=np.float64), np.array(y), np.concatenate(w)


def fit(tables: list[dict[str, Any]], names: list[str]) -> Any:
    import lightgbm  # type: ignore[import-not-found]

    x, y, w = matrix(tables, names)
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(x, y, weight=w), ROUNDS)


def flat(tree: dict[str, Any]) -> list[list[float]]:
    """Give a tree as five lists: feature, threshold, left, right, mean value of its leaves."""
    nodes: list[list[float]] = []

    def add(node: dict[str, Any]) -> tuple[int, float, float]:
        place = len(nodes)
        nodes.append([-1, 0, 0, 0, 0])
        if "leaf_value" in node:
            nodes[place][4] = float(f"{node['leaf_value']:.4g}")
            return place, node["leaf_value"], node["leaf_count"]
        left, left_value, left_count = add(node["left_child"])
        right, right_value, right_count = add(node["right_child"])
        count = left_count + right_count
        value = (left_value * left_count + right_value * right_count) / count
        threshold = float(f"{node['threshold']:.7g}")
        nodes[place] = [node["split_feature"], threshold, left, right, float(f"{value:.4g}")]
        return place, value, count

    add(tree["tree_structure"])
    return [list(column) for column in zip(*nodes, strict=True)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", help="leave out the pages of this host")
    options = parser.parse_args()
    absent = [path for path in options.pages if not path.is_file()]
    if absent:
        print(f"not there: {absent[0]}", file=sys.stderr)
        return 2
    tables = [part for part in examples(options.pages) if part["host"] != options.without]
    names = list(tables[0]["rows"][0][0])
    trees = [flat(tree) for tree in fit(tables, names).dump_model()["tree_info"]]
    model = {"features": names, "trees": trees}
    options.out.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(tables)} tables, {len(trees)} trees, {options.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
