"""Score the removal of boilerplate on labelled pages, on articles and on single lines.

    python bench/cleaning/boilerplate.py BENCH [--models FOLDER] [--only pages,sweep,articles]

BENCH holds pages.jsonl, pages-en.jsonl, more-pages.jsonl.xz, sweep/ and score.py. The models that
ship were trained on all of this, so their scores flatter them; with the FOLDER that `train.py
--folds` made, each host, article and line is scored by models that have not seen it. The rules
were written with these pages in view in both cases.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import train  # type: ignore[import-not-found]

from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.removing import remove
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Document

TASKS = (("whole", None, "page"), ("trim 15", 15, "gentle"))
HUMAN = ("human", "fundus", "css", "segments", "readability")  # whose labels are no silver
BEFORE = "Le conseil municipal a voté le budget après un débat de quatre heures et deux pauses."
AFTER = "Une équipe de chercheurs a suivi pendant dix ans la croissance des arbres de la forêt."


def module(path: Path) -> Any:
    """Import a script by its path."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def cleaned(text: str, rules: Rules) -> str:
    doc = Document("page", text)
    while (after := remove(unglue(doc, rules), rules)).text != doc.text:
        doc = after
    return doc.text


def cut(page: dict[str, Any], trim: int | None) -> dict[str, Any]:
    lines = page["lines"]
    kept = [i for i, (_, label) in enumerate(lines) if label == "KEEP"]
    if trim is not None and kept:
        lines = lines[max(0, kept[0] - trim) : kept[-1] + 1 + trim]
    return {**page, "lines": [{"text": text, "label": label} for text, label in lines]}


def group(page: dict[str, Any]) -> str:
    return f"{page['lang']} {'human' if page['gold'].startswith(HUMAN) else 'silver'}"


class Bench:
    def __init__(self, options: argparse.Namespace) -> None:
        self.folder: Path = options.bench
        self.models: Path | None = options.models
        self.folds = len(list(self.models.iterdir())) if self.models else 1
        self.show = options.show
        self.rules = {
            name: Rules.load(CleanConfig(profile=name), train.LANGUAGES)
            for name in ("page", "gentle")
        }
        self.french = {
            name: Rules.load(CleanConfig(profile=name), ["fr", "en"]) for name in self.rules
        }

    def unseen(self, items: list[Any], key: str) -> Iterator[Any]:
        """Give the items while models that have not seen them are in use."""
        for k in range(self.folds):
            if self.models:
                train.use(self.models / str(k))
            yield from (i for i in items if not self.models or train.fold(i[key], self.folds) == k)

    def pages(self) -> None:
        score = module(self.folder / "score.py")
        found = [page for page in train.pages(self.folder) if self.asked(page)]
        rows: dict[str, list[Any]] = defaultdict(list)
        for page in self.unseen(found, "host"):
            for view, trim, profile in TASKS:
                part = cut(page, trim)
                rules = (self.french if page["lang"] == "fr" else self.rules)[profile]
                text = "\n".join(line["text"] for line in part["lines"]) + "\n"
                result, kept = score.page_score(part, cleaned(text, rules))
                rows[f"{group(page)} {view}"].append(result)
                if self.show == page["lang"]:
                    for line, share in zip(part["lines"], kept, strict=True):
                        if line["label"] == "KEEP" and share < 0.5:
                            print(f"LOST {page['id']} {view}: {line['text'][:150]}")
                        if line["label"] == "DROP" and share >= 0.5:
                            print(f"LEFT {page['id']} {view}: {line['text'][:150]}")
        print(score.HEAD)
        for name in sorted(rows):
            print(score.row(name, score.aggregate(rows[name])))

    def asked(self, page: dict[str, Any]) -> bool:
        """Whether a page is scored: those with labels of people or publishers."""
        return "silver" not in page["gold"] and self.show in ("", "lines", page["lang"])

    def sweep(self) -> None:
        items = train.read(self.folder / "sweep" / "sweep.jsonl")
        for name, rules in self.french.items():
            count: dict[str, list[int]] = {"KEEP": [0, 0], "DROP": [0, 0]}
            for item in self.unseen(items, "id"):
                gone = item["text"] not in cleaned(
                    f"{BEFORE}\n\n{item['text']}\n\n{AFTER}\n", rules
                )
                count[item["label"]][0] += 1
                count[item["label"]][1] += gone
                if self.show == "lines" and gone == (item["label"] == "KEEP"):
                    print(f"    {'lost' if gone else 'left'}: {item['text'][:110]}")
            print(
                f"sweep, {name}: of {count['KEEP'][0]} statements {count['KEEP'][1]} lost, "
                f"of {count['DROP'][0]} lines of furniture {count['DROP'][1]} gone"
            )

    def articles(self) -> None:
        items = train.read(self.folder / "sweep" / "articles.jsonl")
        for name, rules in self.french.items():
            plain = hurt = text = lost = chrome = left = 0
            for item in self.unseen(items, "id"):
                lines = item["lines"]
                after = cleaned("\n\n".join(line["text"] for line in lines) + "\n", rules)
                stay = set(after.split("\n"))
                missing = [
                    x["text"] for x in lines if x["label"] == "KEEP" and x["text"] not in stay
                ]
                over = [x["text"] for x in lines if x["label"] == "DROP" and x["text"] in stay]
                for one in missing if self.show == "lines" else ():
                    print(f"    lost {item['id']}: {one[:110]}")
                for one in over if self.show == "lines" else ():
                    print(f"    left {item['id']}: {one[:110]}")
                if all(line["label"] == "KEEP" for line in lines):
                    plain += 1
                    hurt += bool(missing)
                else:
                    text += sum(line["label"] == "KEEP" for line in lines)
                    lost += len(missing)
                    chrome += sum(line["label"] == "DROP" for line in lines)
                    left += len(over)
            print(
                f"articles, {name}: {hurt} of {plain} plain ones hurt; in furnished ones "
                f"{lost} of {text} lines of text lost, {left} of {chrome} of furniture left"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--models", type=Path)
    parser.add_argument("--only", default="sweep,articles,pages")
    parser.add_argument("--show", default="", help="a language whose lost and left lines are shown")
    options = parser.parse_args()
    if not (options.bench / "score.py").is_file():
        print(f"not there: {options.bench / 'score.py'}", file=sys.stderr)
        return 2
    bench = Bench(options)
    for what in options.only.split(","):
        getattr(bench, what)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
