"""One form: right expressions written as the variety writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.mt.closed.copied import copied
from translate.mt.closed.items import Item
from translate.mt.closed.pairing import pairs
from translate.mt.closed.reading import read
from translate.mt.closed.repairs import replaced
from translate.mt.closed.values import Quantity
from translate.mt.closed.writing import Writer, writer
from translate.mt.held import HeldSpan, apart

WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
DIGITS = re.compile(r"\d[\d.,'’ \xa0\u2009\u202f]*\d|\d")


def polished(source: str, english: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `english` with its expressions in the one form of `variety`.

    >>> polished("Soit 1 250,50 $ à 8 h.", "That is 1250.50 $ at 8 am.", ("fr", "en"))
    'That is $1,250.50 at 8 a.m.'
    """
    hand = writer(pair, variety)
    if hand is None:
        return english
    changes = [
        (other, better(item, other, english[other.start : other.end], hand))
        for item, other in pairs(source, english, pair).paired
        if item.readings
    ]
    return replaced(english, [change for change in changes if change[1]], hand)


def better(item: Item, other: Item, text: str, hand: Writer) -> str:
    """Give the form of `item` that should stand for `other`, its `text`, "" if that is good."""
    form = hand.write(item)
    if item.family != other.family:
        return with_digits(item, text, form)
    if item.family in ("time", "date") or out_of_form(item, other, text, hand):
        return form.removeprefix(hand.form("the"))
    if item.family in ("ordinal", "century"):
        nth = hand.target.table("rewritten")["nth"]
        right = re.search(nth, form)
        return re.sub(nth, right[0], text) if right else ""
    if item.family == "measure" and form[-1] in "²³" and text[-1] in "23":
        return (with_digits(item, text, form) or text)[:-1] + form[-1]
    return with_digits(item, text, form)


def out_of_form(item: Item, other: Item, text: str, hand: Writer) -> bool:
    """Tell whether the era of `other` is in words, its currency behind the amount or a new code."""
    if item.family in ("century", "year"):
        return bool(re.search(hand.target.table("rewritten")["era"], text))
    if item.family != "money":
        return False
    sign = other.groups["currency"]
    behind = not sign[-1].isalpha() and not text.startswith(sign)
    return behind or (sign.isupper() and not item.groups["currency"].isupper())


def with_digits(item: Item, text: str, form: str) -> str:
    """Give `text` with its digits as they are in `form`, "" where they are well formed."""
    there, right = DIGITS.search(text), DIGITS.search(form)
    if not (there and right and isinstance(item.value, Quantity)):
        return ""
    if WELL_FORMED.fullmatch(there[0]) and _number(there[0]) == _number(right[0]):
        return ""
    return text[: there.start()] + right[0] + text[there.end() :]


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def written(text: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `text`, which has no words to translate, with its expressions in their form.

    >>> written("283,82 €", ("fr", "en")), written("01 23 45 67 89 | 2.", ("fr", "en"))
    ('€283.82', '01 23 45 67 89 | 2.')
    """
    hand = writer(pair, variety)
    if hand is None:
        return text
    fixed = copied(text, pair[0])
    items = [i for i in read(text, pair[0]) if i.readings]
    free = apart([HeldSpan(i.start, i.end, i.family) for i in items], fixed)
    places = {(span.start, span.end) for span in free}
    changes = [(i, hand.write(i)) for i in items if (i.start, i.end) in places]
    return replaced(text, changes, hand)


def with_amounts(
    text: str, spans: Sequence[HeldSpan], pair: tuple[str, str], variety: str = ""
) -> list[HeldSpan]:
    """Give `spans` of `text`, signs that a model lacks, each grown to the amount it belongs to.

    >>> with_amounts("Soit 1 200 € de prime.", [HeldSpan(11, 12, "sign")], ("fr", "en"))
    [HeldSpan(start=5, end=12, kind='name', english='€1,200')]
    """
    hand = writer(pair, variety)
    if hand is None or not spans:
        return list(spans)
    amounts = [i for i in read(text, pair[0]) if i.family in ("money", "measure")]
    grown = [HeldSpan(i.start, i.end, "name", hand.write(i)) for i in amounts if i.readings]
    taken = [g for g in grown if any(g.start <= s.start and s.end <= g.end for s in spans)]
    return sorted([*taken, *apart(spans, taken)], key=lambda s: s.start)
