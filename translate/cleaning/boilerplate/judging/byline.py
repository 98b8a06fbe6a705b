"""Who wrote a text, when nothing but a name stands under its headline."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules
from translate.languages import common
from translate.languages.words import WORD, fold

WORDS = (2, 3)  # of a name: the first one and one or two behind it
MADE = {
    "date",
    "byline",
    "share",
    "navigation",
    "comment",
}  # kinds of lines between a headline and a name
# An initial before the family name, and where the author is: "A. Lovelace, à Londres".
PLACED = re.compile(
    r"\s*((?-i:[^\W\d_a-zà-ÿ])\. .+?)(?:, [a-zà-ÿ]{1,4} [^\W\d_a-zà-ÿ][\w'’ -]+)?\s*$"
)


def byline(page: Page, rules: Rules) -> Drops:
    """Give the line between the headline and running text that is a first name and a family name.

    An initial may stand for the first name, and the town behind it; lines about when and by whom
    the text was made may stand above. Nobody is named so elsewhere in the text: else it may be a
    heading over what is told of him.
    """
    rule = rules.method("structure.byline")
    if rule is None or page.title is None:
        return {}
    index = page.title + 1
    while index < len(page.full) and MADE.issuperset(_kinds(page, index)):
        index += 1
    if index in page.headings or index + 1 >= len(page.full) or not page.full[index + 1].prose:
        return {}
    initial = PLACED.match(page.full[index].text)
    words = (initial[1] if initial else page.full[index].text).split()
    if len(words) not in WORDS or not all(
        w[:1].isupper() and w[1:].islower() for w in words[bool(initial) :]
    ):
        return {}
    first, *family = WORD.findall(fold(" ".join(words)).lower())
    if not initial and first not in common("women") | common("men"):
        return {}
    others = (line.folded.lower() for i, line in enumerate(page.full) if i != index)
    if any(name in line for line in others for name in family):
        return {}
    return {index: (rule, page.about(index, rule))}


def _kinds(page: Page, index: int) -> set[str]:
    """Give the kinds of the rules that know a line, "" where none does."""
    return {rule.kind for rule in page.found[index]} or {""}
