"""Who wrote a text, when nothing but a name stands under its headline."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules
from translate.languages import common
from translate.languages.words import WORD

WORDS = (2, 3)  # of a name: the first one and one or two behind it


def byline(page: Page, rules: Rules) -> Drops:
    """Give the line between the headline and running text that is a first name and a family name.

    Nobody is named so elsewhere in the text: else it may be a heading over what is told of him.
    """
    rule = rules.method("structure.byline")
    if rule is None or page.title is None:
        return {}
    index = page.title + 1
    if index in page.headings or index + 1 >= len(page.full) or not page.full[index + 1].prose:
        return {}
    words = page.full[index].text.split()
    if len(words) not in WORDS or not all(w[:1].isupper() and w[1:].islower() for w in words):
        return {}
    first, *family = WORD.findall(page.full[index].folded.lower())
    if first not in common("women") | common("men"):
        return {}
    others = (line.folded.lower() for i, line in enumerate(page.full) if i != index)
    if any(name in line for line in others for name in family):
        return {}
    return {index: (rule, page.about(index, rule))}
