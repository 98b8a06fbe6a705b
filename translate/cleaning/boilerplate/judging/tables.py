"""Rows of a table in Markdown: none goes alone."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.judging.by_user import USER
from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.lines import in_groups

ROW = re.compile(r"\s*\|.*\|.*\|\s*$")
ROWS = 3  # of a table without a rule under its head, at least
RULED = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|){2,}\s*$")  # what stands under the head of a table


def give_back_tables(page: Page) -> None:
    """Give back the rows of a table of which one stays, or no rule knows any.

    Else the rule under its head goes with them; what the user wants dropped goes.
    """
    rows = (i for i, line in enumerate(page.full) if ROW.match(line.text))
    for run in in_groups(rows, lambda before, index: index == before + 1):
        told = [i for i in run if not RULED.match(page.full[i].text)]
        gone = [i for i in run if i in page.drops and page.drops[i][0] is not USER]
        if not gone or (len(told) == len(run) and len(run) < ROWS):
            continue
        if any(i not in page.drops for i in told) or not any(page.found[i] for i in told):
            for index in gone:
                del page.drops[index]
        else:
            page.take(dict.fromkeys(run, page.drops[gone[0]]))
