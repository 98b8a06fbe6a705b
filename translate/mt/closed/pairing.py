"""Pairing: which expression of a translation stands for which of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translate.languages import language
from translate.mt.closed.english import nth
from translate.mt.closed.grammar import grammar
from translate.mt.closed.items import Item
from translate.mt.closed.reading import read
from translate.mt.closed.values import Century, Date, Duration, Ordinal, Quantity, Time, Value

# Number words up to here, and round ones, are put otherwise too often: both, a couple, hundreds.
SMALL, ROUND = 10, (100, 1000)
DAY = 24  # hours: of fewer a time of day is made


@dataclass(frozen=True, slots=True)
class Pairs:
    """The expressions of both sides: those that are paired, those lost, those too many."""

    paired: Sequence[tuple[Item, Item]]
    lost: Sequence[Item]
    extra: Sequence[Item]


@lru_cache(maxsize=1 << 10)  # mending, checking and polishing ask for the same texts
def pairs(source: str, english: str, pair: tuple[str, str]) -> Pairs:
    """Pair the expressions of `source` with those of `english` that mean the same, nearest first.

    >>> found = pairs("Le 3 mai à 8 h", "At 8 a.m.", ("fr", "en"))
    >>> [i.value for i, _ in found.paired], [i.value for i in found.lost]
    ([Time(hour=8, minute=0)], [Date(day=3, month=5, year=0)])
    """
    mine = read(source, pair[0])
    theirs = list(read(english, pair[1])) if mine else []
    paired: list[tuple[Item, Item]] = []
    lost: list[Item] = []
    for item in sorted(mine, key=lambda item: item.family == "hours"):  # these are lost to a time
        found = [o for o in theirs if same(item, o)] or in_range(item, theirs)
        place = item.start / len(source)

        def away(other: Item, item: Item = item, place: float = place) -> tuple[bool, float]:
            return other.family != item.family, abs(other.start / len(english) - place)

        if found:
            best = min(found, key=away)
            theirs.remove(best)
            paired.append((item, best))
        elif item.family == "hours" and item.value.hour <= DAY:  # type: ignore[union-attr]
            lost += [item] if any(turned(item, other) for other in theirs) else []
        elif checked(item) and not scattered(item, english, pair[1]):
            lost.append(item)
    return Pairs(tuple(paired), tuple(lost), tuple(theirs))


def turned(item: Item, other: Item) -> bool:
    """Tell whether `other` is a time of day that `item`, hours that pass, was taken for.

    >>> hours, time = read("en 24 heures", "fr")[0], read("at midnight", "en")[0]
    >>> turned(hours, time), turned(hours, read("in 24 hours", "en")[0])
    (True, False)
    """
    return isinstance(item.value, Duration) and any(
        isinstance(value, Time)
        and (value.hour % 12, value.minute) == (item.value.hour % 12, item.value.minute)
        for value in other.readings
        if not any(isinstance(one, Duration) for one in other.readings)
    )


def same(item: Item, other: Item) -> bool:
    """Tell whether `other`, of the translation, may stand for `item`."""
    return any(alike(mine, theirs) for mine in item.readings for theirs in other.readings)


def alike(mine: Value, theirs: Value) -> bool:
    """Tell whether the value `theirs`, of a translation, says what `mine` does."""
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity) and not mine.unit:
        return mine.amount == theirs.amount
    if isinstance(mine, Date) and isinstance(theirs, Date) and not (mine.year and theirs.year):
        return (mine.day, mine.month) == (theirs.day, theirs.month)
    if isinstance(mine, Ordinal) and isinstance(theirs, Century):
        return mine.number == theirs.number
    return mine == theirs


def in_range(item: Item, others: Sequence[Item]) -> list[Item]:
    """Give the bare numbers that may stand for `item` where another has its unit: 30 to 40%."""
    quantities = [o for o in others if o.readings and isinstance(o.value, Quantity)]
    if not item.readings or not isinstance(item.value, Quantity):
        return []
    wanted = Quantity(item.value.amount)
    units = {o.value.unit for o in quantities if isinstance(o.value, Quantity)}
    return [o for o in quantities if o.value == wanted and item.value.unit in units]


def checked(item: Item) -> bool:
    """Tell whether the loss of `item` is told: bare numbers in digits have a check of their own."""
    if not item.readings or item.family != "number":
        return bool(item.readings)
    value = item.value
    small = isinstance(value, Quantity) and (value.amount <= SMALL or value.amount in ROUND)
    return not small and not item.groups["n"][0].isdigit()


def scattered(item: Item, english: str, code: str) -> bool:
    """Tell whether the parts of `item` stand in `english`, though not together.

    >>> item = read("du 12 au 14 mars", "fr")[-1]
    >>> scattered(item, "from March 12 to 14", "en")
    True
    """
    words = set(re.findall(r"\d[\d.,:]*\d|[^\W_]+", english.lower()))
    if isinstance(item.value, Century):  # the 19th and early 20th centuries
        number = item.value.number
        names = (w for w, n in grammar(code).table("ordinals").items() if n == number)
        return number > 0 and not words.isdisjoint({nth(number), *names})
    if not isinstance(item.value, Date):
        return False
    day, year = item.value.day, item.value.year
    months = language(code).months[item.value.month - 1]
    return (
        not words.isdisjoint(months)
        and not words.isdisjoint({str(day), nth(day)})
        and (not year or str(year) in words)
    )
