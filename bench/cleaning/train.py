"""Train what weighs words and lines, and keep models for hosts left out to measure with.

    python bench/cleaning/train.py BENCH MT [--out DATA] [--folds 4 --models FOLDER]

BENCH holds pages.jsonl, pages-en.jsonl, more-pages.jsonl.xz and sweep/; MT holds parallel text of
which French lines are taken as ordinary sentences. Our own lines stand in `lines.tsv`, our own
pages in `pages` and tests/cleaning/sites. DATA gets
`wording.json` (logistic regression over the signs of `wording.py`) and `line_model.json` (boosted
trees over `features.py`). The trees see the wording of each page as weighed without its host. With
--folds K, FOLDER gets K pairs, each trained without a K-th of the hosts, of the articles and of the
lines of the sweep, and `folds.json` that says which. Needs lightgbm, scikit-learn, scipy.

Nothing of the pages' text goes into the models but words that stand on several hosts.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.cleaning.boilerplate import trees, wording
from translate.cleaning.boilerplate.features import features
from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig

LANGUAGES = ["fr", "en", "de", "es", "it", "pt", "nl", "ca", "ro"]
PAGES = ("pages.jsonl", "pages-en.jsonl", "more-pages.jsonl.xz")
OWN = Path(__file__).with_name("lines.tsv")
SITES = Path(__file__).parents[2] / "tests" / "cleaning" / "sites"
OWN_PAGES = (Path(__file__).with_name("pages"), SITES)
WEIGHT = {
    "page": 1.0, "silver": 0.5, "sweep": 6.0, "article": 3.0, "ordinary": 1.0,
    "own": 4.0, "line": 16.0,
}  # fmt: skip
HOSTS = 4  # a sign must stand on so many, else it names its host
STRENGTH = 0.1  # the inverse of the penalty for large weights
SMALLEST = 0.06  # smaller weights are left out
BALANCE = (0.2, 6.0)  # within lines of like length calls and statements weigh the same, so far
VIEWS = {"whole": 1.0, "trim15": 0.6, "trim4": 0.35, "clean": 0.35}  # and what each weighs
OWN_PAGE = 3.0  # what a page of our own weighs: there are few, of many kinds
ROUNDS = 160
TITLE_REACH = 12  # lines before the first kept one in which a title may stand
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 20, "min_data_in_leaf": 40,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True,
}  # fmt: skip
CLASSES = {"KEEP": 0, "DROP": 1}
Lines = list[tuple[str, str]]


@dataclass(slots=True)
class Example:
    """A line of training: what it was taken from (a host), its signs, 1 for a call, its weight."""

    group: str
    signs: set[str]
    call: int
    weight: float
    words: int


def read(path: Path) -> list[Any]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [json.loads(row) for row in text.splitlines()]


def pages(bench: Path) -> list[dict[str, Any]]:
    found = []
    for name in PAGES:
        for page in read(bench / name):
            page["host"] = page.get("host") or page["id"]
            page["lines"] = [
                (line["text"].replace("\n", " "), line["label"]) for line in page["lines"]
            ]
            found.append(page)
    return found


def own_pages() -> list[dict[str, Any]]:
    """Give the pages written by us, each a host of its own, with the number of its headline.

    A "*" marks it where a line that stays is above it.
    """
    marks = {"+": "KEEP", "*": "KEEP", "?": "KEEP", "-": "DROP", "!": "DROP"}
    found = []
    for path in sorted(path for folder in OWN_PAGES for path in folder.glob("*.txt")):
        for number, body in enumerate(path.read_text(encoding="utf-8").split("=== ")[1:]):
            about, *rows = [row for row in body.split("\n") if row]
            host = f"own {path.parent.name} {path.stem} {number}"
            lines = [(row[2:], marks[row[:1]]) for row in rows]
            title = "*" if any(row[0] == "*" for row in rows) else "+?!"
            head = next((i for i, row in enumerate(rows) if row[0] in title), 0)
            page: dict[str, Any] = {"host": host, "lang": path.stem, "gold": "own", "about": about}
            page |= {"lines": lines, "head": head}
            found.append(page)
    return found


def example(group: str, text: str, label: str, weight: float) -> Example:
    return Example(group, wording.signs(text), CLASSES[label], weight, split(text)[0].words)


def ordinary(mt: Path, count: int = 6000) -> list[str]:
    """French sentences of parallel text: a sample of those that speak of what chrome speaks of."""
    asked = re.compile(
        r"(?i)\b(?:abonn|inscri|partag|suiv|cookie|publi|photo|comment|droit|article|lire|site)"
    )
    rows: list[str] = []
    for path in sorted((mt / "parallel").glob("*.tsv.xz")):
        if path.name.startswith(("europarl", "tatoeba", "hansard", "tico", "own")):
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                rows += [r.split("\t")[0] for n, r in enumerate(lines) if n < 40_000]
    near = [row for row in rows if asked.search(row)]
    return random.Random(1).sample(near, count // 2) + random.Random(2).sample(rows, count // 2)


def examples(bench: Path, mt: Path, found: list[dict[str, Any]]) -> list[Example]:
    """Every line that tells what it is, once a page."""
    made = []
    for page in found:
        weight = WEIGHT["silver" if "silver" in page["gold"] else "page"]
        weight = WEIGHT["own"] if page["gold"] == "own" else weight
        weight *= 1.5 if page["lang"] == "fr" else 1
        for text, label in dict.fromkeys(page["lines"]):
            if label in CLASSES:
                made.append(example(page["host"], text, label, weight))
    for row in read(bench / "sweep" / "sweep.jsonl"):
        made.append(example(row["id"], row["text"], row["label"], WEIGHT["sweep"]))
    for article in read(bench / "sweep" / "articles.jsonl"):
        for line in article["lines"]:
            made.append(example(article["id"], line["text"], line["label"], WEIGHT["article"]))
    for number, row in enumerate(OWN.read_text(encoding="utf-8").splitlines()):
        label, text = row.split("\t")
        made.append(example(f"own{number}", text, label, WEIGHT["line"]))
    made += [example("ordinary", text, "KEEP", WEIGHT["ordinary"]) for text in ordinary(mt)]
    return made


def fit_wording(made: list[Example]) -> dict[str, Any]:
    """Give the weights of the signs: logistic regression, lines of like length balanced."""
    import numpy as np
    from scipy.sparse import csr_matrix  # type: ignore
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

    hosts: dict[str, set[str]] = defaultdict(set)
    for one in made:
        for sign in one.signs:
            hosts[sign].add(one.group)
    names = sorted(sign for sign, groups in hosts.items() if len(groups) >= HOSTS)
    place = {sign: number for number, sign in enumerate(names)}
    starts, columns = [0], []
    for one in made:
        columns += sorted(place[sign] for sign in one.signs if sign in place)
        starts.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    x = csr_matrix((ones, columns, starts), shape=(len(made), len(names)))
    y = np.array([one.call for one in made])
    weight = np.array([one.weight for one in made])
    size = np.array([min(6, max(1, one.words).bit_length()) for one in made])
    for length in set(size.tolist()):
        here = weight[size == length].sum() / 2
        for call in (0, 1):
            these = (size == length) & (y == call)
            if these.any():
                weight[these] *= np.clip(here / weight[these].sum(), *BALANCE)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=1)
    model.fit(x, y, sample_weight=weight)
    weights = {n: round(float(v), 2) for n, v in zip(names, model.coef_[0], strict=True)}
    kept = {name: value for name, value in weights.items() if abs(value) >= SMALLEST}
    return {"bias": round(float(model.intercept_[0]), 2), "weights": kept}


def views(lines: Lines) -> dict[str, Lines]:
    """Give a page whole, cut to so many lines around its text, and without its chrome."""
    lines = titled(lines)
    kept = [i for i, (_, label) in enumerate(lines) if label == "KEEP"]
    found = {"whole": lines}
    if kept:
        first, last = kept[0], kept[-1]
        for trim in (15, 4):
            found[f"trim{trim}"] = lines[max(0, first - trim) : last + 1 + trim]
        found["clean"] = [line for line in lines[first : last + 1] if line[1] != "DROP"]
    return found


def titled(lines: Lines) -> Lines:
    """Label as KEEP the unlabelled lines of some words before the text: titles, standfirsts."""
    first = next((i for i, (_, label) in enumerate(lines) if label == "KEEP"), 0)
    near = range(max(0, first - TITLE_REACH), first)
    return [
        (line, "KEEP" if i in near and label == "UNKNOWN" and len(line.split()) >= 4 else label)
        for i, (line, label) in enumerate(lines)
    ]


def table(lines: Lines, rules: Rules) -> list[tuple[dict[str, float], str, int]]:
    """Give features, label and length of each full line; rules alone have judged before."""
    text = "\n".join(line for line, _ in lines)
    judged = judge(text, rules)
    if len(judged) != len(lines):
        return []  # lines that look like a text broken to a width
    full = [(j, label) for j, (_, label) in zip(judged, lines, strict=True) if not j.line.blank]
    columns = features(
        [j.line for j, _ in full],
        [rules.matching(j.line) for j, _ in full],
        [j.rule is not None for j, _ in full],
        [wording.call(j.line) for j, _ in full],
    )
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return [(row, label, len(j.line.text)) for row, (j, label) in zip(rows, full, strict=True)]


def tables(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the pages as tables, one for each view, with the wording that is in use now."""
    off = ("structure.model.page", "structure.model.gentle")
    rules = Rules.load(CleanConfig(profile="page", off=off), LANGUAGES)
    for page in found:
        for view, lines in views(page["lines"]).items():
            yield compact(page, view, table(lines, rules))


def compact(page: dict[str, Any], view: str, rows: list[Any]) -> dict[str, Any]:
    """Give what of a page's rows the trees need: names, values, classes and lengths."""
    import numpy as np

    known = [(row, CLASSES[label], size) for row, label, size in rows if label in CLASSES]
    return {
        "view": view,
        "lang": page["lang"],
        "gold": page["gold"],
        "names": list(known[0][0]) if known else [],
        "x": np.array([list(row.values()) for row, _, _ in known], dtype=np.float32),
        "y": np.array([call for _, call, _ in known]),
        "sizes": np.array([size for _, _, size in known]),
    }


def fit_trees(made: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the trees; a page's weight grows as the root of its length."""
    import lightgbm  # type: ignore[import-not-found]
    import numpy as np

    made = [part for part in made if part["names"]]
    names = made[0]["names"]
    w = []
    for part in made:
        weights = np.minimum(part["sizes"], 400) * 0.05 + 2
        weights *= VIEWS[part["view"]] * (2 if part["lang"] == "fr" else 1)
        weights *= 0.5 if "silver" in part["gold"] else 1
        weights *= OWN_PAGE if part["gold"] == "own" else 1
        w.append(weights / np.sqrt(weights.sum() + 1) * 10)
    x = np.concatenate([part["x"] for part in made])
    y = np.concatenate([part["y"] for part in made])
    data = lightgbm.Dataset(x, y, weight=np.concatenate(w))
    dumped = lightgbm.train(PARAMETERS, data, ROUNDS).dump_model()
    return {"features": names, "trees": [flat(tree) for tree in dumped["tree_info"]]}


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


def fold(group: str, folds: int) -> int:
    return zlib.crc32(group.encode()) % folds


def use(folder: Path) -> None:
    """Weigh with the models in `folder` from now on."""
    wording.WEIGHTS, trees.MODEL = folder / "wording.json", folder / "line_model.json"
    wording.forget()
    trees.forget()


def write(path: Path, model: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("mt", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--models", type=Path, required=True)
    options = parser.parse_args()
    if not (options.bench / "pages.jsonl").is_file():
        print(f"not there: {options.bench / 'pages.jsonl'}", file=sys.stderr)
        return 2
    found = pages(options.bench) + own_pages()
    made = examples(options.bench, options.mt, found)
    parts: list[list[dict[str, Any]]] = []
    for k in range(options.folds):
        folder = options.models / str(k)
        seen = [one for one in made if fold(one.group, options.folds) != k]
        write(folder / "wording.json", fit_wording(seen))
        use(folder)
        parts.append(list(tables([p for p in found if fold(p["host"], options.folds) == k])))
    for k in range(options.folds):
        others = [part for j in range(options.folds) if j != k for part in parts[j]]
        write(options.models / str(k) / "line_model.json", fit_trees(others))
    if options.out:
        write(options.out / "wording.json", fit_wording(made))
        write(options.out / "line_model.json", fit_trees([part for some in parts for part in some]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
