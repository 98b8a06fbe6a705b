"""How English spells numbers and ordinals."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from translate.mt.closed.grammar import HUNDRED, THOUSAND, grammar


@cache
def _names() -> Mapping[int, str]:
    """Give the word of each number that has one, the largest first."""
    known = grammar("en")
    words = (*known.words("words"), *known.words("scales"))
    return {int(v): w for w, v in sorted(known.values.items(), key=lambda p: -p[1]) if w in words}


def spelt_out(value: int) -> str:
    """Give `value` in words.

    >>> spelt_out(97), spelt_out(1984)
    ('ninety-seven', 'one thousand nine hundred and eighty-four')
    """
    names, spelt = _names(), grammar("en").table("spelt")
    if value < HUNDRED:
        if value in names or not value:
            return names.get(value, spelt["zero"])
        return f"{names[value // 10 * 10]}{spelt['tens']}{names[value % 10]}"
    size = next(n for n in names if n <= value)
    rest = value % size
    tail = (spelt["hundreds"] if rest < HUNDRED else " ") + spelt_out(rest) if rest else ""
    return f"{spelt_out(value // size)} {names[size]}{tail}"


def nth(number: int) -> str:
    """Give `number` as an ordinal in figures.

    >>> nth(1), nth(12), nth(23)
    ('1st', '12th', '23rd')
    """
    endings = grammar("en").table("endings")
    end = endings.get(str(number % 100)) or endings.get(str(number % 10)) or endings["other"]
    return f"{number}{end}"


def in_digits(amount: Fraction, decimals: str, factor: Fraction, *, grouped: bool) -> str:
    """Give `amount` in digits, with its `decimals` as they were told and the name of a `factor`.

    >>> in_digits(Fraction(13, 2), "5", Fraction(10**6), grouped=False)
    '6.5 million'
    """
    whole = f"{int(amount):,}" if grouped else str(int(amount))
    digits = f"{whole}.{decimals}" if decimals else whole
    return f"{digits} {_names()[int(factor)]}" if factor >= THOUSAND else digits
