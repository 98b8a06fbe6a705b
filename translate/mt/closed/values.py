"""What closed classes mean: typed values, equal when they mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount, of a unit or currency by its code; a bare number has the unit "".

    >>> Quantity(Fraction("6.5"), "km") == Quantity(Fraction(13, 2), "km")
    True
    """

    amount: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, 0:00 to 23:59."""

    hour: int
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Duration:
    """Hours and minutes that something lasts."""

    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Date:
    """A day of a month; `year` and `weekday` (1 is Monday) are 0 where they are not told."""

    day: int
    month: int
    year: int = 0


@dataclass(frozen=True, slots=True)
class Century:
    """A century, before Christ when negative."""

    number: int


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years from `year` on; below 100 the hundreds are not told."""

    year: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its era, before Christ when negative."""

    year: int


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a row."""

    number: int


Value = Quantity | Time | Duration | Date | Century | Decade | Year | Ordinal
