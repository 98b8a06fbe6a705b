"""What a site lists at the end of a page for who has read it: more of what the page is one of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.judging.ties import MARKED
from translate.cleaning.boilerplate.remembered import begins_with

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Drops, Page
    from translate.cleaning.boilerplate.rules import Rules

AKIN = r"\W*(?:{akin})\W*$"
HEADING, ENTRY = 9, 14  # words of the heading, and of each entry, at most
TELLS = -1.5  # log-odds: running text that reads as a call more than that is of the site


def akin(page: Page, rules: Rules) -> Drops:
    """Give a heading such as "Other walks nearby" and the titles under it, at the end of a page.

    Rules have found enough other chrome there; running text stands above, and none behind but what
    may be said by the site; the titles go on to that, to the next line that goes, or to the end.
    """
    rule = rules.method("structure.akin")
    if rule is None or len(page.drops) < rule.settings["least"]:
        return {}
    text = [i for i, line in enumerate(page.full) if line.prose and i not in page.drops]
    while len(text) > 1 and page.call(text[-1]) > TELLS:
        text.pop()
    drops: Drops = {}
    for index in range(text[-1] + 1 if text else len(page.full), len(page.full)):
        line = page.full[index]
        if line.words > HEADING or index in drops or not begins_with(AKIN, line.folded):
            continue
        end = index + 1
        while end < len(page.full) and end not in page.drops and _is_entry(page, end):
            end += 1
        if end == index + 1 and index not in page.drops:
            continue
        if end < len(page.full) and end not in page.drops and not page.full[end].prose:
            continue
        drops |= dict.fromkeys(range(index, end), (rule, page.about(index, rule)))
    return drops


def _is_entry(page: Page, index: int) -> bool:
    """Whether a line may be the title of another thing."""
    line = page.full[index]
    marked = line.text.lstrip().startswith(MARKED)
    return not line.prose and line.words <= ENTRY and not marked and page.is_title(index)
