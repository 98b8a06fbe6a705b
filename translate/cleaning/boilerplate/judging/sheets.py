"""The heads and numbers of printed pages, that a copy of them has within its text."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate, pairwise

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

NUMBER = re.compile(r"\W*(?:p(?:age)?\.? )?(\d{1,4})\W*")
HEAD_WORDS = 3  # of the head of a page, at least: a label beside a figure has fewer
LONG, LINES = 5, 2  # words of a line of text; so many stand between two heads, at least
STEP = 2  # pages from one number to the next, at most: on some there is no head


def sheets(page: Page, rules: Rules) -> Drops:
    """Give the numbers of pages that go on, each beside one head, with lines of text between them.

    The head alone, on the first page, may be the title: it stays.
    """
    rule = rules.method("structure.sheets")
    if rule is None:
        return {}
    numbered = {
        i: int(match[1])
        for i, line in enumerate(page.full)
        if line.words <= 2 and (match := NUMBER.fullmatch(line.folded))
    }
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
        if follow and all(follow) and len({index for _, index in places}) == len(places):
            gone = (i for place in places for i in place)
            drops |= dict.fromkeys(gone, (rule, f"{rule.about}: {len(places)} pages"))
    return drops
