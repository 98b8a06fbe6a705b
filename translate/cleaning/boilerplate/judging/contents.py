"""A table of contents: titles that stand again over the sections below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import in_groups
from translate.cleaning.boilerplate.rules import Rules
from translate.languages.patterns import in_all_languages

ENTRY = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+(?=\S)")  # how an entry begins
LEAST = 2  # entries, and as many of them at least that stand below
SECTION = 7  # words of an entry without a number, at most
WORDS = 5  # of that, at most
LABEL = r"(?:{contents})\s*:?\s*$"  # what a table of contents is called


def contents(page: Page, rules: Rules) -> Drops:
    """Give the entries of a table of contents: they follow each other, and head sections below.

    They have numbers, or stand under the title of such a table, which goes with them.
    """
    rule = rules.method("structure.contents")
    if rule is None:
        return {}
    entries = (i for i, line in enumerate(page.full) if ENTRY.match(line.text))
    runs = in_groups(entries, lambda before, index: index == before + 1)
    drops: Drops = {}
    labels = _labels(page)
    for run in chain(_numbered(page, runs, labels), _under(page, labels)):
        drops |= {i: (rule, page.about(i, rule)) for i in run}
    return drops


def _labels(page: Page) -> list[int]:
    """Give the lines that are what a table of contents is called."""
    label = in_all_languages(LABEL, re.IGNORECASE).match
    short = ((i, line) for i, line in enumerate(page.full) if line.words <= WORDS)
    return [i for i, line in short if label(line.folded)]


def _numbered(page: Page, runs: Iterable[list[int]], labels: Sequence[int]) -> Iterator[list[int]]:
    """Give those of the `runs` of lines with numbers that are tables of contents."""
    for run in (run for run in runs if len(run) >= LEAST):
        below = {line.folded.lower() for line in page.full[run[-1] + 1 :]}
        if sum(_title(page, i) in below for i in run) >= LEAST:
            yield [run[0] - 1, *run] if run[0] - 1 in labels else run


def _under(page: Page, labels: Sequence[int]) -> Iterator[list[int]]:
    """Give the `labels` of tables of contents, each with the lines that stand again below.

    The first of those that stand twice begins the text.
    """
    for label in labels:
        run: list[int] = []
        for index in range(label + 1, len(page.full)):
            begins = any(page.full[i].folded == page.full[index].folded for i in run)
            if begins or not _again(page, index):
                break
            run.append(index)
        if len(run) >= LEAST:
            yield [label, *run]


def _again(page: Page, index: int) -> bool:
    """Whether the title of a section stands again below; that of an article has more words."""
    line = page.full[index]
    return line.words <= SECTION and any(
        line.folded == one.folded for one in page.full[index + 1 :]
    )


def _title(page: Page, index: int) -> str:
    """Give an entry of the contents without its number."""
    folded = page.full[index].folded
    match = ENTRY.match(folded)
    return folded[match.end() if match else 0 :].lower()
