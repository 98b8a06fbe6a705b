"""Rules that need no more than the line."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules


def everywhere(page: Page, rules: Rules) -> Drops:
    """Give the lines that a rule takes wherever they stand."""
    drops: Drops = {}
    for index in page.known:
        rule = next((rule for rule in page.found[index] if rule.scope in ("line", "sign")), None)
        if rule is not None and not page.tells(index):
            drops[index] = (rule, page.about(index, rule))
    return drops
