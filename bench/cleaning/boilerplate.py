"""Score the removal of boilerplate on labelled pages: whole pages and rough copies of articles.

    python bench/clean/boilerplate.py FOLDER [--unseen 5]

FOLDER holds pages.jsonl, pages-en.jsonl and score.py. The model that ships was trained on these
pages, so its score on them flatters it; `--unseen K` trains K models (needs lightgbm), each
without a K-th of the hosts, and scores each on the hosts it has not seen. The rules were written
with these pages in view in both cases.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from translate.cleaning.boilerplate import trees as model
from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.removing import remove
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Document

TASKS = [
    ("pages.jsonl", None, "page"),
    ("pages.jsonl", 15, "gentle"),
    ("pages-en.jsonl", None, "page"),
    ("pages-en.jsonl", 15, "gentle"),
]


def module(path: Path) -> Any:
    """Import a script by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def pages(path: Path, trim: int | None) -> Iterator[dict[str, Any]]:
    for row in path.read_text(encoding="utf-8").splitlines():
        page = json.loads(row)
        kept = [i for i, line in enumerate(page["lines"]) if line["label"] == "KEEP"]
        if trim is not None and kept:
            page["lines"] = page["lines"][max(0, kept[0] - trim) : kept[-1] + 1 + trim]
        yield page


def cleaned(text: str, rules: Rules) -> str:
    doc = Document("page", text)
    while True:
        after = remove(unglue(doc, rules), rules)
        if after.text == doc.text:
            return after.text
        doc = after


def host(page: dict[str, Any]) -> str:
    return str(page.get("host") or page["id"])


def models(folder: Path, folds: int) -> Iterator[tuple[set[str], Path]]:
    """Give for each fold its hosts and a model trained without them."""
    train = module(Path(__file__).with_name("train_lines.py"))
    tables = train.examples([folder / "pages.jsonl", folder / "pages-en.jsonl"])
    hosts = sorted({table["host"] for table in tables})
    names = list(tables[0]["rows"][0][0])
    with tempfile.TemporaryDirectory() as room:
        for fold in range(folds):
            unseen = set(hosts[fold::folds])
            booster = train.fit([t for t in tables if t["host"] not in unseen], names)
            trees = [train.flat(tree) for tree in booster.dump_model()["tree_info"]]
            path = Path(room) / f"{fold}.json"
            path.write_text(json.dumps({"features": names, "trees": trees}), encoding="utf-8")
            yield unseen, path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--unseen", type=int, default=0, metavar="K")
    options = parser.parse_args()
    if not (options.folder / "score.py").is_file():
        print(f"not there: {options.folder / 'score.py'}", file=sys.stderr)
        return 2
    score = module(options.folder / "score.py")
    rules = {
        name: Rules.load(CleanConfig(profile=name), ["fr", "en"]) for name in ("page", "gentle")
    }
    rows: dict[int, list[Any]] = {task: [] for task in range(len(TASKS))}
    parts = models(options.folder, options.unseen) if options.unseen else [(set(), model.MODEL)]
    for unseen, path in parts:
        model.MODEL = path
        model.load.cache_clear()
        for task, (name, trim, profile) in enumerate(TASKS):
            for page in pages(options.folder / name, trim):
                if not options.unseen or host(page) in unseen:
                    text = "\n".join(line["text"] for line in page["lines"]) + "\n"
                    rows[task].append(score.page_score(page, cleaned(text, rules[profile]))[0])
    print(score.HEAD)
    for task, (name, trim, profile) in enumerate(TASKS):
        view = "whole" if trim is None else f"trim {trim}"
        print(score.row(f"{name} {view} {profile}", score.aggregate(rows[task])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
