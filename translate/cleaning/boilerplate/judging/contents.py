"""A table of contents: numbered titles that stand again over the sections below."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

ENTRY = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+(?=\S)")  # how an entry begins
LEAST = 2  # entries, and as many of them at least that stand below


def contents(page: Page, rules: Rules) -> Drops:
    """Give the entries of a table of contents: they follow each other, and head sections below."""
    rule = rules.method("structure.contents")
    if rule is None:
        return {}
    entries = [ENTRY.match(line.text) for line in page.full]
    below = {line.folded.lower(): index for index, line in enumerate(page.full)}
    drops: Drops = {}
    run: list[int] = []
    for index in range(len(page.full) + 1):
        if index < len(page.full) and entries[index]:
            run.append(index)
            continue
        known = [i for i in run if below.get(_title(page, i), 0) > run[-1]]
        if len(run) >= LEAST and len(known) >= LEAST:
            drops |= {i: (rule, page.about(i, rule)) for i in run}
        run = []
    return drops


def _title(page: Page, index: int) -> str:
    """Give an entry of the contents without its number."""
    folded = page.full[index].folded
    match = ENTRY.match(folded)
    return folded[match.end() if match else 0 :].lower()
