"""A value by itself: any number with what it counts, from one language to the other."""

from __future__ import annotations

import re
from functools import cache

from translate.mt.closed.families import FAMILIES
from translate.mt.closed.grammar import DIGITS, any_of, grammar
from translate.mt.closed.items import Item
from translate.mt.closed.reading import read
from translate.mt.closed.writing import Writer, writer

SIGN = re.compile(r"[-−+–] ?(?=\d)")


def valued(text: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give the value `text` in its form in the other language, what is none as it stands.

    >>> for text in ("1 250,50 €", "-0,5 %", "12 minutes", "1 jour", "3 M€", "1 200"):
    ...     print(valued(text, ("fr", "en")))
    €1,250.50
    -0.5%
    12 minutes
    1 day
    €3 million
    1,200
    """
    hand = writer(pair, variety)
    if hand is None:
        return text
    sign = SIGN.match(text)
    lead, bare = (sign[0].strip(), text[sign.end() :]) if sign else ("", text)
    items = _stretch(bare, hand) or read(bare, pair[0])
    if len(items) == 1 and items[0].readings and items[0].end - items[0].start == len(bare):
        return lead + hand.write(items[0])
    return text


@cache
def _stretches(code: str) -> re.Pattern[str]:
    """Give the pattern of a number of hours, days …, where that is no unit."""
    known = grammar(code)
    names = any_of(known.codes("spans").keys() - known.codes("units").keys(), plural=True)
    return re.compile(rf"(?P<n>{DIGITS}) ?(?P<unit>{names})")


def _stretch(text: str, hand: Writer) -> tuple[Item, ...]:
    match = _stretches(hand.source.code).fullmatch(text)
    if not match:
        return ()
    readings = tuple(FAMILIES["span"](match.groupdict(), hand.source))
    return (Item(0, len(text), "span", readings, match.groupdict()),)
