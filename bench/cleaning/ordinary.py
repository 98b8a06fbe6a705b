"""Count the ordinary sentences that the rules would remove or split: there should be none.

    python bench/cleaning/ordinary.py TEXTS… [--sentences 10000] [--seed 1]

TEXTS are files of one sentence a line (`.xz` too; of a tab-separated line the column `--column`).
The sentences are judged one by one, as paragraphs of five, as articles of fifty, each on its line,
and all in one text, in both profiles. Every sentence taken is shown.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
from pathlib import Path

from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Document


def sentences(path: Path, column: int) -> list[str]:
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [row.split("\t")[column] for row in text.split("\n") if row.strip()]


def texts(sample: list[str]) -> dict[str, list[str]]:
    """Give the sample in different shapes."""
    shapes = {"one by one": sample, "all in one text": ["\n".join(sample)]}
    for size, name in ((5, "paragraphs of 5"), (50, "articles of 50")):
        parts = [sample[i : i + size] for i in range(0, len(sample), size)]
        joint = " " if size == 5 else "\n"
        shapes[name] = [joint.join(part) for part in parts]
    return shapes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--sentences", type=int, default=10_000)
    parser.add_argument("--column", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    absent = [path for path in options.texts if not path.is_file()]
    if absent:
        print(f"not there: {absent[0]}", file=sys.stderr)
        return 2
    found = [row for path in options.texts for row in sentences(path, options.column)]
    random.Random(options.seed).shuffle(found)
    sample = found[: options.sentences]
    for profile in ("gentle", "page"):
        rules = Rules.load(CleanConfig(profile=profile), ["fr", "en"])
        for name, shape in texts(sample).items():
            removed = split = 0
            for text in shape:
                split += len(unglue(Document("", text), rules).layers)
                for verdict in judge(text, rules):
                    if verdict.rule:
                        removed += 1
                        print(f"    {verdict.rule.id}: {verdict.line.text:.110}")
            print(f"{profile}, {name}: {removed} lines removed, {split} texts with a split")
    return 0


if __name__ == "__main__":
    sys.exit(main())
