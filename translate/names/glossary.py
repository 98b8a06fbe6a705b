"""The glossary: one canonical spelling for each name, and the spellings that stand for it.

`glossary.toml` is a list of tables `[[name]]` with `canonical` and, where wanted, `kind`,
`variants`, `target` (the English form when it differs), `forbidden` (English that must not stand
for it), `gloss` (what it is, said once a text), `note`, and for a term whose plurals follow no rule
`plural` and `target_plural`. A table `[rejected]` holds what a person said no to.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from translate.config import SOURCE, TARGET
from translate.errors import UsageError, nearest
from translate.names.rejected import NOTHING, Rejected
from translate.names.spelling import key
from translate.reading import key_line, parse_toml, read_text, table_lines

# The kinds there are; what has none is taken for what it looks like.
KINDS = ("person", "organisation", "product", "work", "place", "term")
TEXTS = ("canonical", "kind", "target", "gloss", "note", "plural", "target_plural")
LISTS = ("variants", "forbidden")
KEYS = (*TEXTS, *LISTS)


@dataclass(frozen=True, slots=True)
class Name:
    """One entry: `canonical` in the source, `target` in the English, `variants` that mean it.

    `kind` is one of `KINDS`, or empty. `target` is never empty: it is `canonical` unless the
    glossary gives another. `forbidden` must not stand for it; `plural` and `target_plural` are
    those of a term that follow no rule; `gloss` tells readers of the English what it is. Raises
    UsageError for a spelling that has no letter.

    >>> Name("Anticythère", "place", target="Antikythera").target
    'Antikythera'
    >>> Name("Grace Hopper").target
    'Grace Hopper'
    """

    canonical: str
    kind: str = ""
    variants: tuple[str, ...] = ()
    target: str = ""
    note: str = ""
    plural: str = ""
    target_plural: str = ""
    forbidden: tuple[str, ...] = ()
    gloss: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether it is a common noun, whose capitals depend on its place.

        >>> Name("cadre", "term").is_noun, Name("Bourse", "term").is_noun, Name("o1").is_noun
        (True, False, False)
        """
        return self.kind == "term" and self.canonical.islower()

    def __post_init__(self) -> None:
        if not all(map(key, (self.canonical, *self.variants))):
            raise UsageError(f"name {self.canonical!r}: a spelling needs a letter or a digit")
        if not self.target:
            object.__setattr__(self, "target", self.canonical)


@dataclass(frozen=True)
class Glossary:
    """The names of a corpus, in the order of the file; empty by default.

    `rejected` are the spellings that were said to be no names, or not one; `source` and `target`
    are the languages of the canonical and of the target forms.

    >>> glossary = Glossary.parse('''
    ... [[name]]
    ... canonical = "Ada Lovelace"
    ... variants = ["aida lovelass"]
    ... ''')
    >>> [name.variants for name in glossary.names]
    [('aida lovelass',)]
    >>> Glossary().names
    ()
    """

    names: tuple[Name, ...] = ()
    source: str = SOURCE
    target: str = TARGET
    rejected: Rejected = NOTHING

    def between(self, source: str, target: str) -> Glossary:
        """Give the glossary for texts of language `source` that are translated to `target`."""
        return replace(self, source=source, target=target)

    @cached_property
    def signature(self) -> str:
        """Sixteen hexadecimal digits that change whenever a name does; notes do not count."""
        told = [field.name for field in fields(Name) if field.name != "note"]
        entries: list[dict[str, Any]] = [{k: getattr(n, k) for k in told} for n in self.names]
        entries += [{"apart": pair} for pair in self.rejected.pairs]
        text = json.dumps(entries, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def __hash__(self) -> int:
        return hash(self.signature)

    @classmethod
    def load(cls, path: str | Path) -> Glossary:
        """Read a glossary file; raises UsageError that names the file, the entry and the key.

        Of a file of another program it tells what takes it over.
        """
        path = Path(path)
        try:
            return cls.parse(read_text(path), str(path))
        except UsageError as error:
            from translate.names.exchange import SUFFIXES

            if path.suffix.lower() not in SUFFIXES or not path.is_file():
                raise
            remedy = f"'corpus names import {path}' takes over the terms of another program"
            raise UsageError(f"{error}; {remedy}") from error

    @classmethod
    def parse(cls, text: str, where: str = "glossary") -> Glossary:
        """Read a glossary from TOML `text`; `where` names it in errors. Raises UsageError."""
        tables = parse_toml(text, where)
        for other in tables.keys() - {"name", "rejected"}:
            place = f"{where}{key_line(text, other)}"
            raise UsageError(f"{place}: unknown key '{other}'; each entry is a table [[name]]")
        entries = tables.get("name", [])
        if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise UsageError(f"{where}: write [[name]] in double brackets, one for each name")
        lines = table_lines(text, "name", len(entries))
        names = [
            read_name(entry, f"{where}{lines[i]}: entry {i + 1}") for i, entry in enumerate(entries)
        ]
        _check_unique(names, where, lines)
        rejected = Rejected.read(tables.get("rejected", {}), f"{where}: [rejected]")
        _check_apart(names, rejected, where)
        return cls(tuple(names), rejected=rejected)


def read_name(entry: dict[str, Any], where: str) -> Name:
    """Give the name of one table; raises UsageError, which begins with `where`."""
    if entry.get("canonical"):
        where += f" ({entry['canonical']})"
    for unknown in entry.keys() - set(KEYS):
        raise UsageError(f"{where}: unknown key '{unknown}'{nearest(unknown, KEYS)}")
    if "canonical" not in entry:
        raise UsageError(f"{where}: 'canonical' is missing; give the spelling to keep")
    for field in TEXTS:
        if not isinstance(entry.get(field, ""), str):
            raise UsageError(f"{where}: '{field}' must be a string")
    if (kind := entry.get("kind", "")) not in ("", *KINDS):
        raise UsageError(f"{where}: there is no kind '{kind}'{nearest(kind, KINDS)}")
    for field in LISTS:
        some = entry.get(field, [])
        if not isinstance(some, list) or not all(isinstance(one, str) for one in some):
            raise UsageError(f"{where}: '{field}' must be a list of strings")
    for field in KEYS:
        value = entry.get(field, ()) if field not in ("kind", "note") else ()
        for spelling in (value,) if isinstance(value, str) else value:
            _check_spelling(spelling, f"{where}: '{field}'")
    fields: dict[str, Any] = {k: tuple(v) if k in LISTS else v for k, v in entry.items()}
    name = Name(**fields)
    _check_forbidden(name, where)
    if (name.plural or name.target_plural) and not name.is_noun:
        raise UsageError(f'{where}: a plural is for a kind = "term" in small letters')
    return name


def _check_forbidden(name: Name, where: str) -> None:
    """Raise UsageError where a name forbids the English that it wants."""
    wanted = {key(one): one for one in (name.target, name.target_plural) if one}
    for one in name.forbidden:
        if key(one) in wanted:
            raise UsageError(
                f"{where}: 'forbidden' holds '{one}', which must stand in the English: give "
                "another 'target', or take it out"
            )


def _check_spelling(spelling: str, where: str) -> None:
    if not key(spelling):
        raise UsageError(
            f"{where} holds '{spelling}', which has no letter; write the name or delete it"
        )
    if spelling != spelling.strip() or not spelling.isprintable():
        raise UsageError(f"{where} holds {spelling!r}: take out the outer spaces, tabs, line ends")
    if set(spelling) & set("⟦⟧"):
        raise UsageError(f"{where} holds '{spelling}': ⟦ and ⟧ are reserved; write it without them")


def _check_unique(names: list[Name], where: str, lines: list[str]) -> None:
    """Raise UsageError when one spelling stands under two names, which begin in `lines`."""
    owners: dict[tuple[str, ...], int] = {}
    for number, name in enumerate(names, 1):
        for spelling in (name.canonical, *name.variants):
            owner = owners.setdefault(key(spelling), number)
            if owner != number:
                where += lines[number - 1]
                raise UsageError(
                    f"{where}: entries {owner} ({names[owner - 1].canonical}) and {number} "
                    f"({name.canonical}) both have '{spelling}'; leave it under one of them"
                )


def _check_apart(names: list[Name], rejected: Rejected, where: str) -> None:
    """Raise UsageError when two spellings of a name are rejected as one."""
    for name in names if rejected.pairs else ():
        for variant in name.variants:
            if rejected.parts(name.canonical, variant):
                raise UsageError(
                    f"{where}: '{variant}' is a variant of {name.canonical}, and the two are in "
                    "'pairs' of [rejected]; take it out of one of them"
                )
