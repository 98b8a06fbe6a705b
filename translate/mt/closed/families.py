"""What the match of a pattern means: one small function a family, by its name in the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from translate.languages import language
from translate.mt.closed import values
from translate.mt.closed.amounts import amounts, roman
from translate.mt.closed.grammar import Grammar

Groups = dict[str, str]
Family = Callable[[Groups, Grammar], Iterator[values.Value]]
FAMILIES: dict[str, Family] = {}
DAY = 24 * 60


def family(function: Family) -> Family:
    """Register `function` as the family of its name."""
    FAMILIES[function.__name__] = function
    return function


def told_apart(name: str, readings: tuple[values.Value, ...]) -> str:
    """Give the family of what was read as one of `name`: hours without minutes have their own.

    A time of day may be made of them, and they are checked less strictly.

    >>> told_apart("duration", (values.Duration(2, 0),)), told_apart("date", ())
    ('hours', 'date')
    """
    first = readings[0] if readings else None
    return "hours" if isinstance(first, values.Duration) and not first.minute else name


@family
def none(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """What looks like an expression and is none."""
    yield from ()


@family
def duration(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """Hours that pass, with their minutes where there are some."""
    hour = groups["hour"]
    for amount in amounts(hour, known)[:1]:
        hours_ = int(amount) or int(not hour.isdigit())  # an hour
        yield values.Duration(hours_, int(groups.get("minute") or 0))


@family
def hours(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """Hours that pass."""
    for amount in amounts(groups["hour"], known)[:1]:
        yield values.Duration(int(amount), 0)


@family
def time(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A time of day; one without its half of the day may be of both."""
    hour = _hour(groups, known)
    if hour is None:
        return
    half = groups.get("half", "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p") if hour <= 12 else hour
    if groups.get("evening") and hour < 12:
        hour, half = hour + 12, "p"
    part: int = known.table("parts").get(groups.get("part", "").lower(), 0)
    after = int(groups.get("minute") or 0) + part
    yield _clock(hour, after)
    either = not half and "clock" not in groups and known.tables.get("twelve_hours")
    if either and 0 < hour <= 12:
        yield _clock(hour + 12, after)
    if "lasts" in groups:
        yield values.Duration(hour, 0)


def _hour(groups: Groups, known: Grammar) -> int | None:
    if name := groups.get("clock"):
        return int(known.table("clock")[name.lower()])
    found = amounts(groups.get("later") or groups["hour"], known)
    return int(found[0]) % 24 if found else None


def _clock(hour: int, minutes: int) -> values.Time:
    return values.Time(*divmod((hour * 60 + minutes) % DAY, 60))


@family
def date(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A day of a month, with or without its year."""
    months = language(known.code).months_by_name
    month = groups["month"].lower()
    number = int(month) if month.isdigit() else months[month]
    day = int(re.sub(r"\D", "", groups["day"]))
    year = int(groups.get("year", 0))
    yield values.Date(day, number, year + 2000 * (0 < year < 100))


@family
def century(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A century, in Roman or other figures, or in words."""
    number = _place(groups, known)
    if number:
        yield values.Century(-number if groups.get("bc") else number)


def _place(groups: Groups, known: Grammar) -> int:
    if groups.get("roman"):
        return roman(groups["roman"])
    if groups.get("count"):
        return int(groups["count"])
    words = groups.get("word", "").lower()
    return int(known.table("ordinals").get(words, 0))


@family
def decade(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """Ten years, of a century that may be left out: those of the twentieth, then."""
    told = groups.get("decade") or groups.get("short") or groups.get("word", "")
    word = told.lower()
    found = amounts(word[:-3] + "y" if word.endswith("ies") else word, known)
    number = int(found[0]) if found else 0
    if number % 10 or not number:
        return
    yield values.Decade(number if number >= 100 else 1900 + number)
    if known.tables.get("short_decades") and number < 100:
        yield values.Decade(1800 + number)
        yield values.Decade(2000 + number)


@family
def year(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A year with its era."""
    number = int(groups.get("year") or groups["after"])
    yield values.Year(-number if groups.get("bc") else number)


@family
def ordinal(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A place in a row."""
    yield values.Ordinal(_place(groups, known))


@family
def money(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """An amount of money."""
    yield from _of(groups, known, known.codes("currencies"), groups["currency"])


@family
def measure(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """An amount of a unit."""
    for value in _of(groups, known, known.codes("units"), groups["unit"]):
        minus = -1 if groups.get("minus") else 1
        yield values.Quantity(minus * value.amount, value.unit)


@family
def span(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A stretch of time."""
    yield from _of(groups, known, known.codes("spans"), groups["unit"])


def _of(
    groups: Groups, known: Grammar, codes: Mapping[str, str], word: str
) -> Iterator[values.Quantity]:
    unit = _code(codes, word)
    for amount in amounts(groups["n"], known, groups.get("scale", "")):
        yield values.Quantity(amount, unit)


def _code(codes: Mapping[str, str], word: str) -> str:
    word = word.replace("'", "’")
    short = " ".join(part.removesuffix("s") for part in word.split())
    forms = (f for form in (word, short) for f in (form, form.removesuffix("s"), form.lower()))
    return next((codes[form] for form in forms if form in codes), word)


@family
def fraction(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A part of a whole."""
    part = Fraction(known.table("fractions")[groups["fraction"].lower()])
    yield values.Quantity(part + int(groups.get("whole") or 0), "part")


@family
def collective(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """About so many."""
    yield values.Quantity(Fraction(known.table("collectives")[groups["collective"].lower()]))


@family
def number(groups: Groups, known: Grammar) -> Iterator[values.Value]:
    """A bare number."""
    for amount in amounts(groups["n"], known):
        yield values.Quantity(amount)
