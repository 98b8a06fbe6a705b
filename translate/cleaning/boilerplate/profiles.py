"""Which profile suits a text: how much chrome stands in it."""

from __future__ import annotations

from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules

AUTO = "auto"
# A whole page has so many lines that a rule knows, and they are such a share of its lines; what a
# person copied has fewer.
LINES, SHARE = 8, 0.15


def choose(text: str, rules: Rules) -> str:
    """Give "page" or "gentle", by how many lines of `text` the rules know for chrome.

    >>> from translate.config import CleanConfig
    >>> choose("Le pont est ouvert depuis hier.", Rules.load(CleanConfig(), ["fr"]))
    'gentle'
    """
    full = [line for line in split(text) if not line.blank]
    known = sum(map(bool, rules.under("page").matching_each(full)))
    return "page" if known >= max(LINES, SHARE * len(full)) else "gentle"
