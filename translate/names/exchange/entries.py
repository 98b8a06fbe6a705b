"""Entries as they come from elsewhere: made names, or left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from translate.errors import UsageError
from translate.names.glossary import KEYS, LISTS, Name, read_name
from translate.names.spelling import key


@dataclass(frozen=True, slots=True)
class Taken:
    """The names that a file holds, and in words what of it was left out."""

    names: tuple[Name, ...]
    left_out: tuple[str, ...] = ()


def taken(entries: Iterable[tuple[str, Mapping[str, Any]]]) -> Taken:
    """Give the names of `entries`, each after its place; of two with one spelling, the first.

    >>> found = taken([("line 1", {"canonical": "cadre"}), ("line 2", {"canonical": "Cadre"})])
    >>> len(found.names), found.left_out
    (1, ("line 2: 'Cadre' was there already",))
    """
    names: list[Name] = []
    left_out: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for place, entry in entries:
        try:
            name = read_name({k: v for k, v in entry.items() if v}, place)
        except UsageError as error:
            left_out.append(str(error))
            continue
        spellings = (name.canonical, *name.variants)
        known = [spelling for spelling in spellings if key(spelling) in seen]
        if known:
            left_out.append(f"{place}: '{known[0]}' was there already")
            continue
        seen.update(map(key, spellings))
        names.append(name)
    return Taken(tuple(names), tuple(left_out))


def pair(source: str, target: str, note: str = "") -> dict[str, str]:
    """Give the entry of a pair of terms; one in small letters is a term of the field.

    >>> pair("cadre", "executive")
    {'canonical': 'cadre', 'target': 'executive', 'kind': 'term', 'note': ''}
    """
    kind = "term" if source.islower() else ""
    return {"canonical": source, "target": target, "kind": kind, "note": note}


def fields(name: Name) -> dict[str, Any]:
    """Give the fields of `name` that say something, lists as lists, in the order of `KEYS`.

    >>> fields(Name("cadre", "term", target="executive"))
    {'canonical': 'cadre', 'kind': 'term', 'target': 'executive'}
    """
    told = {field: getattr(name, field) for field in KEYS}
    if name.target == name.canonical:
        told["target"] = ""
    return {k: list(v) if k in LISTS else v for k, v in told.items() if v}
