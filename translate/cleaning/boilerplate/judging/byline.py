"""Who wrote a text, when nothing but a name stands under its headline."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules
from translate.languages import common, known
from translate.languages.words import WORD, fold

WORDS = (2, 3)  # of a name: the first one and one or two behind it
# Kinds of lines between a headline and a name.
MADE = {"date", "byline", "share", "navigation", "comment"}
# An initial before the family name, and where the author is: "A. Lovelace, à Londres".
PLACED = re.compile(r"\s*([^\W\d_a-zà-ÿ]\. .+?)(?:, [a-zà-ÿ]{1,4} [^\W\d_a-zà-ÿ][\w'’ -]+)?\s*$")


def byline(page: Page, rules: Rules) -> Drops:
    """Give the line between the headline and running text that is a first name and a family name.

    An initial may stand for the first name, before no ordinary word ("A. Method"), and the town
    behind it; lines about when and by whom the text was made may stand above. Nobody is named so
    elsewhere in the text: else it may be a heading over what is told of him.
    """
    rule = rules.method("structure.byline")
    if rule is None or page.title is None:
        return {}
    index = page.title + 1
    while index < len(page.full) and page.found[index] and MADE.issuperset(page.kinds(index)):
        index += 1
    if index in page.headings or index + 1 >= len(page.full) or not page.full[index + 1].prose:
        return {}
    family = _family(page.full[index].text)
    others = (line.folded.lower() for i, line in enumerate(page.full) if i != index)
    if not family or any(name in line for line in others for name in family):
        return {}
    return {index: (rule, page.about(index, rule))}


def _family(text: str) -> list[str]:
    """Give the words of the family name of a line that is a name, folded; none of another.

    >>> [_family(text) for text in ("Ada Lovelace", "A. Lovelace, à Londres", "A. Méthode")]
    [['lovelace'], ['lovelace'], []]
    """
    initial = PLACED.match(text)
    words = (initial[1] if initial else text).split()
    cased = all(w[:1].isupper() and w[1:].islower() for w in words[bool(initial) :])
    if len(words) not in WORDS or not cased:
        return []
    first, *family = WORD.findall(fold(" ".join(words)).lower())
    if initial:
        is_name = not any(name in one.ordinary for name in family for one in known())
    else:
        is_name = first in common("women") | common("men")
    return family if is_name else []
