"""The heads and numbers of printed pages, that a copy of them has within its text."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate, pairwise

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.ties import BROKEN
from translate.cleaning.boilerplate.rules import Rules

NUMBER = re.compile(r"\W*(?:p(?:age)?\.? )?(\d{1,4})\W*")
SET = re.compile(
    r"\s*(?:[-–—] ?\d+ ?[-–—]|p(?:age)?\.? ?\d+)\s*$", re.IGNORECASE
)  # of a page alone
HEAD_WORDS = 3  # of the head of a page, at least: a label beside a figure has fewer
LONG, LINES = 5, 2  # words of a line of text; so many stand between two heads, at least
FIRST = 3  # lines that the first page begins with, with its head
STEP = 2  # pages from one number to the next, at most: on some there is no head


def sheets(page: Page, rules: Rules) -> Drops:
    """Give the numbers of pages that go on, each beside one head, with lines of text between them.

    A sentence goes over from one page to the next, or the number is set as that of a page, or the
    head has a number too and stands above without the page's: beside the numbers of strophes and
    questions, and years, stands what an author says again. The head alone, on the first page, may
    be the title: it stays.
    """
    rule = rules.method("structure.sheets")
    if rule is None:
        return {}
    numbered = {
        i: int(match[1])
        for i, line in enumerate(page.full)
        if line.words <= 2 and (match := NUMBER.fullmatch(line.folded))
    }
    if len(numbered) < 2:
        return {}
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in numbered:
        for index in (number - 1, number + 1):
            if 0 <= index < len(page.full) and page.full[index].words >= HEAD_WORDS:
                heads[page.full[index].folded].append((number, index))
    long = list(accumulate((line.words >= LONG for line in page.full), initial=0))
    drops: Drops = {}
    for places in heads.values():
        follow = [
            0 < numbered[b[0]] - numbered[a[0]] <= STEP and long[b[0]] - long[a[0]] > LINES
            for a, b in pairwise(places)
        ]
        own = len({index for _, index in places}) == len(places)
        if follow and all(follow) and own and any(_printed(page, *place) for place in places):
            gone = (i for place in places for i in place)
            drops |= dict.fromkeys(gone, (rule, f"{rule.about}: {len(places)} pages"))
    return drops


def _printed(page: Page, number: int, head: int) -> bool:
    """Whether a `number` and a `head` beside it show that they are those of a printed page."""
    said, above, below = page.full[head].folded, min(number, head) - 1, max(number, head) + 1
    if SET.match(page.full[number].text):
        return True
    if any(map(str.isdigit, said)) and said in (line.folded for line in page.full[:FIRST]):
        return above >= FIRST
    if above < 0 or below >= len(page.full) or page.full[above].words < BROKEN:
        return False
    return not ended(page.full[above].text) and page.full[below].text.lstrip()[:1].islower()
