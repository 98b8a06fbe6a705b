r"""Count the paragraphs that are judged otherwise when the text is broken to a width.

    python bench/cleaning/wrapping.py BENCH [--widths 60 72 80]

BENCH holds sweep/articles.jsonl. Each article is judged as it is and broken to each width, with and
without blank lines between its paragraphs, in both profiles. A paragraph is judged otherwise when a
piece of it stays that went, or goes that stayed. Every one is shown.
"""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from pathlib import Path

from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig


def broken(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)


def fates(paragraphs: list[str], gap: str, rules: Rules) -> list[set[bool]]:
    """Give for each paragraph whether its lines go."""
    found: list[set[bool]] = [set() for _ in paragraphs]
    ends: list[int] = []
    for paragraph in paragraphs:
        ends.append((ends[-1] + len(gap) if ends else 0) + len(paragraph))
    for verdict in judge(gap.join(paragraphs) + "\n", rules):
        if verdict.line.blank:
            continue
        for number, end in enumerate(ends):  # a line may hold more than one paragraph
            start = end - len(paragraphs[number])
            if start < verdict.line.end and verdict.line.start < end:
                found[number].add(verdict.rule is not None)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--widths", type=int, nargs="+", default=[60, 72, 80])
    options = parser.parse_args()
    path = options.bench / "sweep" / "articles.jsonl"
    if not path.is_file():
        print(f"not there: {path}", file=sys.stderr)
        return 2
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    articles = {row["id"]: [line["text"] for line in row["lines"]] for row in rows}
    for profile in ("gentle", "page"):
        rules = Rules.load(CleanConfig(profile=profile), ["fr", "en"])
        for gap, name in (("\n\n", "blank lines"), ("\n", "no blank lines")):
            plain = {key: fates(one, gap, rules) for key, one in articles.items()}
            for width in options.widths:
                total = 0
                other = {True: 0, False: 0}
                for key, one in articles.items():
                    now = fates([broken(text, width) for text in one], gap, rules)
                    for text, before, after in zip(one, plain[key], now, strict=True):
                        total += 1
                        if before != after:
                            other[True in after] += 1
                            print(f"    {'lost' if True in after else 'left'} {key}: {text:.90}")
                print(
                    f"{profile}, {name}, {width} columns: of {total} paragraphs "
                    f"{other[True]} lost and {other[False]} left that were not"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
