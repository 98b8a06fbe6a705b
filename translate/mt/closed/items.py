"""A closed-class expression found in a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translate.mt.closed.values import Value


@dataclass(frozen=True, slots=True)
class Item:
    """The stretch `start:end` of a text, of `family`, with what it may mean, likeliest first.

    `groups` are what the groups of its pattern matched.
    """

    start: int
    end: int
    family: str
    readings: tuple[Value, ...]
    groups: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def value(self) -> Value:
        """The likeliest meaning."""
        return self.readings[0]

    def means(self, other: Item) -> bool:
        """Tell whether this and `other` may mean the same."""
        return any(value in other.readings for value in self.readings)
