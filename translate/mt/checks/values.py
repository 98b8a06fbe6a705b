"""Checks of what must be there as it is: names and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from translate.mt import closed
from translate.mt.checks.registry import Attempt, registered
from translate.mt.counterparts.numbers import lost_numbers, made_up_numbers
from translate.mt.terms import forbidden_in


@registered("name")
def name(attempt: Attempt) -> Iterator[str]:
    """A name of the glossary is missing."""
    for term in attempt.missing:
        yield f"'{term.target}' is missing"


@registered("forbidden")
def forbidden(attempt: Attempt) -> Iterator[str]:
    """A word stands there that the glossary forbids for a name or term of the source."""
    for term, match in forbidden_in(attempt.english, attempt.unit.terms):
        yield f"the glossary forbids '{match[0]}' for '{term.surface}'"


@registered("rare")
def rare(attempt: Attempt) -> Iterator[str]:
    """A name or abbreviation that was carried past the model was lost or doubled."""
    for symbol, _, name in attempt.unit.names:
        if attempt.english.count(symbol) != attempt.source.count(symbol):
            yield f"'{name}' was lost or doubled in the English"


@registered("number")
def number(attempt: Attempt) -> Iterator[str]:
    """A number of one side has no like on the other."""
    source, english, pair = attempt.source, attempt.english, attempt.pair
    for digits in lost_numbers(source, english, pair):
        yield f"{digits} is missing from the English"
    for digits in made_up_numbers(source, english, pair):
        yield f"{digits} is in the English, but not in the text"


@registered("value")
def value(attempt: Attempt) -> Iterator[str]:
    """A time, a date, an amount or the like of the source is not in the English."""
    for item in closed.lost(attempt.source, attempt.english, attempt.pair, attempt.variety):
        yield f"'{item.text}' ({item.english}) is missing from the English"
