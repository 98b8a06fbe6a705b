"""What a person said no to: spellings that are never one name, and words that are no name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from translate.errors import UsageError, nearest
from translate.names.spelling import key

KEYS = ("pairs", "names")


@dataclass(frozen=True)
class Rejected:
    """The table `[rejected]` of a glossary: `pairs` that are never one name, `names` that are none.

    Case and accents do not matter.

    >>> no = Rejected((("Mira Murati", "Murat"),), ("Bonjour",))
    >>> no.parts("MURAT", "Mira Murati"), no.parts("Murat", "Joachim Murat"), no.drops("bonjour")
    (True, False, True)
    """

    pairs: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def _pairs(self) -> frozenset[frozenset[tuple[str, ...]]]:
        return frozenset(frozenset(map(key, pair)) for pair in self.pairs)

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(key, self.names))

    def parts(self, one: str, other: str) -> bool:
        """Whether the two spellings were said to be never one name."""
        return bool(self.pairs) and frozenset((key(one), key(other))) in self._pairs

    def drops(self, spelling: str) -> bool:
        """Whether `spelling` was said to be no name."""
        return bool(self.names) and key(spelling) in self._names

    @classmethod
    def read(cls, table: Any, where: str) -> Rejected:
        """Give what `table` tells, or raise UsageError that begins with `where`."""
        if not isinstance(table, dict):
            raise UsageError(f"{where}: write [rejected] in single brackets, once")
        for unknown in table.keys() - set(KEYS):
            raise UsageError(f"{where}: unknown key '{unknown}'{nearest(unknown, KEYS)}")
        pairs, names = table.get("pairs", []), table.get("names", [])
        if not _are_names(names):
            raise UsageError(f"{where}: 'names' must be a list of strings")
        if not isinstance(pairs, list) or not all(_are_names(p) and len(p) == 2 for p in pairs):
            raise UsageError(f"{where}: 'pairs' must be a list of lists of two strings")
        return cls(tuple((one, other) for one, other in pairs), tuple(names))


NOTHING = Rejected()


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and key(v) for v in value)
