"""Heads of comments that are buttons: they stand under each of several texts of a page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from translate.cleaning.boilerplate.judging.board import OPENING, heads
from translate.cleaning.boilerplate.judging.facts import begins_at, is_hour
from translate.cleaning.boilerplate.judging.page import Page

SERIES = 3  # hours, each later than the one before, or each earlier, that make a live report
NUMBER = re.compile(r"\d+")


def buttons(page: Page) -> frozenset[int]:
    """Give the lines at which no comments begin, though rules know them as such a head.

    On a page of answers all do but the last, and that too if it stands several times; on a board
    those that do; in a live report between two of its hours; on a page of several posts down
    to where the comments of the last are counted.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> from translate.cleaning.boilerplate.rules import Rules
    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> text = "12:40\\nLe pont rouvre.\\nCommentaires (2)\\n11:10\\nIl pleut.\\n{}\\nLa foule."
    >>> [sorted(buttons(Page.of(split(text.format(at)), rules, None))) for at in ("9:05", "15:30")]
    [[2], []]
    """
    known = [i for i in page.known if any(rule.scope == "rest" for rule in page.found[i])]
    if not known:
        return frozenset()
    said = Counter(page.full[i].folded for i in known)
    often = {i for i in known if said[page.full[i].folded] > 1}
    found = _counts(page, known) | {i for run in _reports(page) for i in known if i in run}
    if page.answered:
        found.update(known[:-1])
    if page.answered or heads(page, page.known):
        found |= often
    return frozenset(found)


def _reports(page: Page) -> list[range]:
    """Give from which hour to which a live report goes, from the last back or from the first on."""
    times = {i: at for i, line in enumerate(page.full) if (at := _hour(page, i)) is not None}
    found: list[list[int]] = []
    for before, index in pairwise(times):
        way = times[index] > times[before]
        if found and found[-1][-1] == before and way == (times[before] > times[found[-1][-2]]):
            found[-1].append(index)
        elif times[index] != times[before]:
            found.append([before, index])
    return [range(run[0], run[-1]) for run in found if len(run) >= SERIES]


def _hour(page: Page, index: int) -> int | None:
    """Give the hour that a line is, or begins with, in minutes."""
    line = page.full[index]
    if is_hour(line):
        hour, minutes = NUMBER.findall(line.text)[:2]
        return 60 * int(hour) + int(minutes)
    return begins_at(line)


def _counts(page: Page, known: list[int]) -> set[int]:
    """Give those down to the last count of comments, where several stand under several texts.

    The comments of one text may be counted above and below them: it is one number. Behind an
    article, which is most of what stands above the last count, other articles have theirs.
    """
    found = ((i, NUMBER.search(page.full[i].folded)) for i in known)
    counted = {i: number[0] for i, number in found if number}
    several = len(set(counted.values())) > 1
    apart = all(page.running[a] < page.running[b] for a, b in pairwise(counted))
    if not (several and apart):
        return set()
    last = max(counted)
    shared = page.running[min(counted)] <= OPENING * page.running[last]
    return {i for i in known if i <= last} if shared else set()
