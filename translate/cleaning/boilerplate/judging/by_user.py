"""Lines that the user wants dropped, whatever any rule says of them."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules

USER = Rule("user.drop", "user", "line", "", "", "you want lines like this dropped")


def by_user(page: Page, rules: Rules) -> Drops:
    """Give the lines that a drop pattern of the user takes; the headline may be one of them."""
    drops: Drops = {}
    for index, line in enumerate(page.full) if rules.config.drop else ():
        pattern = rules.dropped_by(line.text)
        if pattern is not None:
            drops[index] = (USER, f"{USER.about}: '{pattern}'")
    if page.title in drops:
        page.title = None
    page.record = page.record.without(drops)
    return drops
