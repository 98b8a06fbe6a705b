"""Amounts that go past a model, in full: with the numbers before them that share their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from translate.mt.closed.families import FAMILIES
from translate.mt.closed.items import Item
from translate.mt.closed.polishing import DIGITS, YEAR, ranges
from translate.mt.closed.reading import read
from translate.mt.closed.values import Quantity, Value
from translate.mt.closed.writing import Writer, writer
from translate.mt.counterparts.numbers import DIGIT, NUMBER
from translate.mt.held import HeldSpan, apart


def amounts(text: str, code: str) -> list[Item]:
    """Give the amounts of money and of units in `text`, in language `code`."""
    read_ = read(text, code) if any(map(str.isdecimal, text)) else ()
    return [i for i in read_ if i.family in ("money", "measure") and i.readings]


def with_amounts(
    text: str, spans: Sequence[HeldSpan], pair: tuple[str, str], variety: str = ""
) -> list[HeldSpan]:
    """Give `spans` of `text`, signs that a model lacks, each grown to the amount it belongs to.

    >>> with_amounts("Soit 1 200 € de prime.", [HeldSpan(11, 12, "sign")], ("fr", "en"))
    [HeldSpan(start=5, end=12, kind='name', english='€1,200')]
    >>> with_amounts("De 18 à 21 £.", [HeldSpan(11, 12, "sign")], ("fr", "en"))
    [HeldSpan(start=3, end=12, kind='name', english='£18 to £21')]
    >>> with_amounts("Le lot 18 à 21 £.", [HeldSpan(15, 16, "sign")], ("fr", "en"))
    [HeldSpan(start=12, end=16, kind='name', english='£21')]
    """
    hand = writer(pair, variety)
    if hand is None or not spans:
        return list(spans)
    grown = [in_full(text, i, hand) for i in amounts(text, pair[0])]
    whole = [
        g for g in grown if not any(g != o and o.start <= g.start and g.end <= o.end for o in grown)
    ]
    taken = [g for g in whole if any(g.start <= s.start and s.end <= g.end for s in spans)]
    return sorted([*taken, *apart(spans, taken)], key=lambda s: s.start)


def in_full(text: str, item: Item, hand: Writer) -> HeldSpan:
    """Give the amount `item` of `text`, held, with the number before it that shares its unit.

    >>> text, hand = "De 1 500 à 2 000 € par mois.", writer(("fr", "en"), "")
    >>> in_full(text, amounts(text, "fr")[0], hand)
    HeldSpan(start=3, end=18, kind='name', english='€1,500 to €2,000')
    >>> for text in ("De 1,2 à 3 k€.", "Soit 12, 15 et 18 €."):
    ...     in_full(text, amounts(text, "fr")[0], hand).english
    '€1,200 to €3,000'
    '€12, €15 and €18'
    >>> text = "Soit 12 et 8 €, en 2020 et 9 €."
    >>> [in_full(text, one, hand).english for one in amounts(text, "fr")]
    ['€12 and €8', '€9']
    >>> text = "Une prime de 1 000 € à 1 500 €."
    >>> in_full(text, amounts(text, "fr")[1], hand).english
    '€1,000 to €1,500'
    """
    between, listed, label = ranges(hand)
    form, words = hand.write(item), hand.target.table("forms")["days"]
    alone = HeldSpan(item.start, item.end, "name", form)
    join = re.search(rf"{between}$", text[: item.start])
    if not join or join[0].strip() not in words:
        return alone
    every = [one for one in read(text, hand.source.code) if one.readings]
    first = next((one for one in every if one.end == join.start()), None)
    like = _like(first, item, hand) if first else None
    if not first or not like or re.search(label, text[: first.start]):
        return alone
    cardinals = hand.source.table("cardinals")
    one_range = words[join[0].strip()] == words[cardinals["till"]]
    if like is first and not (
        one_range and not re.search(cardinals["moving"], text[: first.start])
    ):
        return alone
    falls = _amount(like.value) >= _amount(item.value)
    if falls and (one_range or YEAR.fullmatch(first.groups.get("n", ""))):
        return alone
    told, start = hand.write(like), first.start
    if DIGIT.match(form) and (digits := DIGITS.match(told)):  # 18 to 21 km
        told = digits[0]
    both = words[join[0].strip()].format(first=told, day=form)
    for more in reversed(every[: every.index(first)]):  # 12, 15 et 18 €
        joint, before = text[more.end : start], _like(more, item, hand)
        named = re.search(label, text[: more.start]) or YEAR.fullmatch(more.groups.get("n", ""))
        if named or not before or not re.fullmatch(listed, joint):
            break
        both, start = f"{hand.write(before)}{joint}{both}", more.start
    return HeldSpan(start, item.end, "name", both)


def _like(first: Item, item: Item, hand: Writer) -> Item | None:
    """Give `first`, before the amount `item`, with what it shares, None where it has nothing.

    That is a number in digits, or a sum of the same money.
    """
    n = first.groups.get("n", "")
    if first.family == item.family == "money":
        return first if _unit(first.value) == _unit(item.value) else None
    if first.family != "number" or not DIGIT.match(n):
        return None
    groups = {**item.groups, "n": NUMBER.sub(n, item.groups["n"], count=1)}
    readings = tuple(FAMILIES[item.family](groups, hand.source))
    return replace(item, readings=readings, groups=groups)


def _unit(value: Value) -> str:
    return value.unit if isinstance(value, Quantity) else ""


def _amount(value: Value) -> Fraction:
    return value.amount if isinstance(value, Quantity) else Fraction()
