"""Menus in one line, next to each other or to other chrome."""

from __future__ import annotations

import re
from collections import Counter

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.rules import Rules
from translate.languages.words import WORD

STOPS = re.compile(r"[.,;:!?…]")  # what a row of menu words does not have
SMALL = 3  # letters: articles and prepositions, mostly


def heaps(page: Page, rules: Rules) -> Drops:
    """Give the lines that are heaps of words and stand beside another heap or other chrome."""
    rule = rules.method("structure.heap")
    if rule is None:
        return {}
    page = page.copy()
    found = {
        index: why
        for index, line in enumerate(page.full)
        if index not in page.drops
        and index not in page.facts
        and (why := _heap(line, rule.settings))
    }
    reach = int(rule.settings["reach"])
    for index, why in found.items():
        near = found.keys() & set(range(index - reach, index + reach + 1))
        others = any(page.full[i].folded != page.full[index].folded for i in near)
        if around := page.neighbours(index) or (others and "next to another"):
            page.take({index: (rule, f"{rule.about}: {why}, {around}")})
    return page.drops


def _heap(line: Line, limits: dict[str, float]) -> str:
    """Say what makes a line a heap of words: one again and again, no sentence; or nothing."""
    if line.words < limits["words"] or STOPS.search(line.folded):
        return ""
    words = WORD.findall(line.folded.lower())
    long = Counter(word for word in words if len(word) > SMALL)
    often, times = max(long.items(), key=lambda item: item[1], default=("", 0))
    enough = times >= max(limits["times"], limits["share"] * len(words))
    few = len(words) - long.total() <= limits["small"] * len(words)
    return f"'{often}' {times} times" if enough and few else ""
