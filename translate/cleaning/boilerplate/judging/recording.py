"""How long a recording of the text is: a time alone under the button that plays it."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules


def recording(page: Page, rules: Rules) -> Drops:
    """Give the times that stand alone under a button whose rule says that it "plays" the text."""
    rule = rules.method("structure.recording")
    if rule is None:
        return {}
    return {i: (rule, page.about(i, rule)) for i in page.lengths if i - 1 in page.drops}
