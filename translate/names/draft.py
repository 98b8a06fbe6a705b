"""A first glossary: the names of texts that have none yet, for a person to go through."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from operator import itemgetter
from typing import Any

from translate.languages.words import fold_word
from translate.names.similarity import closeness, resemblance, sound
from translate.names.spelling import key
from translate.names.suggest import LEAST, LEAST_WHOLE
from translate.names.unlisted import unlisted

# A name met less often is not worth an entry, unless it is near another.
OFTEN = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the texts: its most frequent `spelling`, how often and in how many texts it stands.

    `near` are spellings that may be the same name, with their counts, which are not in `count`.
    """

    spelling: str
    count: int
    texts: int
    near: tuple[tuple[str, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the name as values that JSON can hold."""
        return asdict(self)


def draft(texts: Iterable[str], language: str) -> list[Found]:
    """Give the names in `texts`, written in `language`, the most frequent first.

    Names are found by their capitals; the surname alone counts for the person whose full name
    stands elsewhere. What is lower-cased is not found: `corpus names suggest` looks for it once
    there is a glossary.

    >>> texts = ["Selon Ada Lovelace, oui.", "Pour Lovelace, non.", "Un mot d'Ada Lovelass."]
    >>> draft(texts, "fr")
    [Found(spelling='Ada Lovelace', count=2, texts=2, near=(('Ada Lovelass', 1),))]
    """
    spellings: dict[tuple[str, ...], Counter[str]] = {}
    places: dict[tuple[str, ...], set[int]] = {}
    for number, text in enumerate(texts):
        for line in text.splitlines():
            for start, end in unlisted(line, language):
                name = key(line[start:end])
                spellings.setdefault(name, Counter())[line[start:end]] += 1
                places.setdefault(name, set()).add(number)
    # One spelling of those that differ in accents and hyphens only, which a glossary takes for one.
    best = {name: max(known, key=lambda s: (known[s], s)) for name, known in spellings.items()}
    counts = {best[name]: known.total() for name, known in spellings.items()}
    where = {best[name]: numbers for name, numbers in places.items()}
    groups: dict[str, list[str]] = {}
    people: dict[str, set[str]] = {}  # by surname, the first spellings of those who bear it
    sounds: dict[str, list[str]] = {}  # by the sound that the last word begins with
    # Full names first: a surname alone then finds the one person whose it is.
    for spelling in sorted(counts, key=lambda name: (" " not in name, -counts[name], name)):
        owners = people.get(fold_word(spelling), set())
        if len(owners) == 1:
            (owner,) = owners
            counts[owner] += counts[spelling]
            where[owner] |= where[spelling]
            continue
        rivals = sounds.setdefault(sound(fold_word(_last(spelling)))[:1], [])
        scores = ((likely(spelling, rival), rival) for rival in rivals)
        score, near = max(scores, key=itemgetter(0), default=(0.0, ""))
        if owners or score < LEAST_WHOLE:
            near = spelling
            groups[spelling] = []
            rivals.append(spelling)
        else:
            groups[near].append(spelling)
        if " " in spelling:
            people.setdefault(fold_word(_last(spelling)), set()).add(near)
    found = [
        Found(name, counts[name], len(where[name]), tuple((n, counts[n]) for n in near))
        for name, near in groups.items()
        if near or counts[name] >= OFTEN
    ]
    return sorted(found, key=lambda name: (-name.count, name.spelling))


def _last(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def likely(a: str, b: str) -> float:
    """Give how likely `a` and `b` are one name, from 0 to 1.

    Their last words decide where one of them has no other, or where they differ much.

    >>> likely("Ada Lovelass", "Ada Lovelace") > 0.75 > likely("Ada Byron", "Ada Lovelace")
    True
    """
    last = closeness(fold_word(_last(a)), fold_word(_last(b)))
    return resemblance(a, b) if " " in a and " " in b and last >= LEAST else last


def as_toml(names: Sequence[Found]) -> str:
    """Give `names` as a glossary to edit.

    >>> print(as_toml([Found("Ada Lovelace", 5, 2, (("Ada Lovelass", 1),))]), end="")
    # 5 times in 2 texts
    [[name]]
    canonical = "Ada Lovelace"
    variants = []  # the same? "Ada Lovelass" (1)
    """
    entries = []
    for name in names:
        where = f"{name.count} times in {name.texts} text{'s' if name.texts > 1 else ''}"
        near = ", ".join(f"{_quoted(spelling)} ({count})" for spelling, count in name.near)
        entries.append(
            f"# {where}\n[[name]]\ncanonical = {_quoted(name.spelling)}\n"
            f"variants = []{f'  # the same? {near}' if near else ''}\n"
        )
    return "\n".join(entries)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
