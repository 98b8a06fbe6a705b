"""Reading: the closed-class expressions of a text, in order, none touching another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from translate.document import touching
from translate.languages.sieve import Sieve
from translate.mt.closed.families import FAMILIES, told_apart
from translate.mt.closed.grammar import Grammar, grammar
from translate.mt.closed.items import Item
from translate.mt.held import SYMBOL

SPACES = dict.fromkeys(map(ord, "\xa0\u2009\u202f"), " ")
# What stands before the last group of a number, and that group.
GROUPS = re.compile(r"(?<![\w.,'’])\d{1,3}(?:[ .,'’]\d{3})*[ .,'’]$")
GROUP = re.compile(r"\d{3}(?!\d)")


@lru_cache(maxsize=1 << 12)  # mending, checking and polishing ask for the same texts
def read(text: str, code: str) -> tuple[Item, ...]:
    """Give the expressions of `text`, in the language `code`, in their order.

    Of those that touch, the one whose family is first in the data is taken.

    >>> text = "Le 3 mai 2024 à 16h30, 12 M€."
    >>> [(text[i.start : i.end], i.family) for i in read(text, "fr")]
    [('3 mai 2024', 'date'), ('16h30', 'time'), ('12 M€', 'money')]
    """
    found: list[Item] = []
    taken = [match.span() for match in SYMBOL.finditer(text)]
    for some in _all(text.translate(SPACES), grammar(code)):
        touches = touching(taken)
        new = [item for item in some if not touches(item.start, item.end)]
        taken += ((item.start, item.end) for item in new)
        found += new
    return tuple(sorted((i for i in found if i.family != "none"), key=lambda i: i.start))


def _all(text: str, known: Grammar) -> Iterator[list[Item]]:
    """Give the expressions of each pattern, of which none touches another."""
    alone = known.words("alone")
    vague = alone - known.words("counting")  # "des millions d’euros"
    for pattern, family in _patterns(known.code).fitting(text):
        some: list[Item] = []
        for match in pattern.finditer(text):
            groups = {k: v for k, v in match.groupdict().items() if v is not None}
            if groups.get("n", "").lower() in (alone if family == "number" else vague):
                continue
            readings = tuple(FAMILIES[family](groups, known))
            if readings or family in ("none", "number"):
                span = match.span("span" if "span" in groups else 0)
                if GROUP.match(text, span[0]) and GROUPS.search(text, 0, span[0]):
                    continue  # it begins within a number
                some.append(Item(*span, told_apart(family, readings), readings, groups))
        if some:
            yield some


@cache
def _patterns(code: str) -> Sieve[str]:
    families = grammar(code).patterns.items()
    return Sieve((pattern, family) for family, patterns in families for pattern in patterns)
