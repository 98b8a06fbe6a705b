"""A table of contents: numbered titles that stand again over the sections below."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import in_groups
from translate.cleaning.boilerplate.rules import Rules

ENTRY = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+(?=\S)")  # how an entry begins
LEAST = 2  # entries, and as many of them at least that stand below


def contents(page: Page, rules: Rules) -> Drops:
    """Give the entries of a table of contents: they follow each other, and head sections below."""
    rule = rules.method("structure.contents")
    if rule is None:
        return {}
    entries = (i for i, line in enumerate(page.full) if ENTRY.match(line.text))
    runs = in_groups(entries, lambda before, index: index == before + 1)
    drops: Drops = {}
    for run in (run for run in runs if len(run) >= LEAST):
        below = {line.folded.lower() for line in page.full[run[-1] + 1 :]}
        if sum(_title(page, i) in below for i in run) >= LEAST:
            drops |= {i: (rule, page.about(i, rule)) for i in run}
    return drops


def _title(page: Page, index: int) -> str:
    """Give an entry of the contents without its number."""
    folded = page.full[index].folded
    match = ENTRY.match(folded)
    return folded[match.end() if match else 0 :].lower()
