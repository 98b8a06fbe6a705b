"""Short lines that come back around posts: who writes, what can be pressed."""

from __future__ import annotations

from collections import defaultdict

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

OFTEN = 3  # times that a line stands in the text, at least
WORDS = 4  # of such a line, at most
# Kinds of labels that stand around posts and over sections.
MAY = ("share", "follow", "comment", "forum", "post", "edit-link")


def again(page: Page, rules: Rules) -> Drops:
    """Give the labels of posts that stand often, and the names that stand beside chrome each time.

    A refrain or a heading that comes back stands among lines of text.
    """
    rule = rules.method("structure.again")
    if rule is None:
        return {}
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(page.full):
        if 0 < line.words <= WORDS and index not in page.facts:
            places[line.folded].append(index)
    often = [found for found in places.values() if len(found) >= OFTEN]
    page = page.copy()
    for found in often:
        if any(one.scope == "near" and one.kind in MAY for one in page.found[found[0]]):
            page.take(dict.fromkeys(found, (rule, f"{rule.about}: {len(found)} times")))
    for found in often:
        if all(_beside(page, index) for index in found):
            page.take(dict.fromkeys(found, (rule, f"{rule.about}: {len(found)} times")))
    return page.drops


def _beside(page: Page, index: int) -> bool:
    """Whether chrome stands right above or right under a line."""
    return index in page.drops or any(i in page.drops for i in (index - 1, index + 1))
