"""What a check is, and all of them asked in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from translate.config import LANGUAGES
from translate.mt.data import table
from translate.mt.terms import Term
from translate.mt.units import Unit


@dataclass(frozen=True, slots=True)
class Attempt:
    """A translation to be checked: `english` for `unit`.

    `complete` tells that the model ended by itself; `missing` are the names it lost; `pair` are
    the languages, `variety` that of the second.

    >>> Attempt(Unit("Il dort."), "He sleeps.").complete
    True
    """

    unit: Unit
    english: str
    complete: bool = True
    missing: tuple[Term, ...] = ()
    pair: tuple[str, str] = LANGUAGES
    variety: str = ""

    @property
    def source(self) -> str:
        """The text that the model was given."""
        return self.unit.text


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about a translation: `kind` is the check's id, `weight` how bad it is.

    >>> str(Issue("repeat", "'very' four times in a row", 5))
    "repeat: 'very' four times in a row"
    """

    kind: str
    detail: str
    weight: int

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


# Gives what is wrong, in words, once for each fault.
Check = Callable[[Attempt], Iterator[str]]
CHECKS: dict[str, Check] = {}


def registered(kind: str) -> Callable[[Check], Check]:
    """Register a function as the check `kind`, whose weight is in `data/checks.toml`."""

    def register(function: Check) -> Check:
        CHECKS[kind] = function
        return function

    return register


def settings() -> dict[str, Any]:
    """Give the thresholds and weights in `data/checks.toml`."""
    return table("checks")


def issues(attempt: Attempt, limit: int | None = None) -> Iterator[Issue]:
    """Give what every check finds wrong with `attempt`, in the order of the weights' list.

    With a `limit` no more is asked once what was found weighs as much.

    >>> cut = Attempt(Unit("Il dort."), "He", complete=False)
    >>> [issue.kind for issue in issues(cut)], [issue.kind for issue in issues(cut, 50)]
    (['cut', 'missing'], ['cut'])
    """
    found = 0
    for kind, weight in settings()["weights"].items():
        for detail in CHECKS[kind](attempt):
            yield Issue(kind, detail, weight)
            found += weight
            if limit is not None and found >= limit:
                return
