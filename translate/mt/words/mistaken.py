"""Verbs that a model took in another of their senses, and the right ones in their place.

A language's `mistaken-XX.toml` lists them: a verb, the other language's verbs that a model takes it
for, the one that is meant, the words of which one in the same sentence tells it, and those of which
none may stand there. What a model says for a verb is nearly always the same verb, in the right
form: so another verb in that form is all that it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.document import Edit
from translate.languages import language
from translate.languages.conjugation import all_forms, places
from translate.languages.words import NEVER, WORD, with_capital_of
from translate.mt.counterparts.expressions import (
    any_of,
    capital_inside,
    stands,
    with_subjects,
)

PRESENT = re.compile(r"inf|p\d")  # the places of a form that is not of the past
BEFORE = 40  # letters in which an auxiliary, or an article, stands before a form


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A `verb` that is meant as `right` says, beside one of `beside` and none of `never`.

    Those of `beside` that begin with "_" stand right behind it. `wrong` has the slots of each form
    of what a model says for it: base, third, past, participle, gerund, from 0.
    """

    verb: str
    wrong: Mapping[str, list[int]]
    right: tuple[str, ...]
    beside: str
    never: str = ""

    def fits(self, text: str, end: int) -> bool:
        """Tell whether the words of `text` are such, where its verb ends at `end`.

        >>> row = Mistaken("couper", {}, (), "lumière _le_son", "arbre")
        >>> row.fits("Il coupe le son", 8), row.fits("Il coupe tout le son", 8)
        (True, False)
        """
        beside, behind = _by_place(self.beside)
        here = stands(beside, text) or (behind and any_of(behind).match(text[end:]))
        return bool(here) and not stands(self.never, text)


def mistaken(source: str, english: str, pair: tuple[str, str]) -> Iterator[Edit]:
    """Give the verbs of `english` that stand for verbs of `source` in a wrong sense, set right.

    >>> said = "A motorbike doubled the truck."
    >>> [(one.old, one.new) for one in mistaken("Une moto a doublé le camion.", said, ("fr", "en"))]
    [('doubled', 'overtook')]
    >>> list(mistaken("Le loyer a doublé.", "The rent doubled.", ("fr", "en")))
    []
    """
    taken: set[int] = set()
    for word, row in otherwise(source, pair):
        present = all(map(PRESENT.fullmatch, places(row.verb, word.lower(), pair[0])))
        for edit in _edits(row, english, present, pair[1]):
            if edit.start not in taken:
                taken.add(edit.start)
                yield edit


@lru_cache(maxsize=1 << 12)
def otherwise(source: str, pair: tuple[str, str]) -> tuple[tuple[str, Mistaken], ...]:
    """Give the verbs of `source` that are meant otherwise than a model takes them, as listed.

    >>> [(verb, one.right[0]) for verb, one in otherwise("La moto double le bus.", ("fr", "en"))]
    [('double', 'overtake')]
    """
    listed, noun = _listed(pair), _behind(pair[0])
    found: list[tuple[str, Mistaken]] = []
    for word in WORD.finditer(source) if listed else ():
        if word[0].lower() not in listed or noun.search(source[: word.start()]):
            continue
        if capital_inside(word):
            continue
        fitting = [row for row in listed[word[0].lower()] if row.fits(source, word.end())]
        if len({row.right for row in fitting}) == 1:
            found.append((word[0], fitting[0]))
    return tuple(found)


def _edits(row: Mistaken, english: str, present: bool, code: str) -> Iterator[Edit]:
    """Give the edit that puts the right verb of `row` in the place of a wrong one, said once.

    `present` tells which a form is that may be one of the present or of the past.
    """
    rules = language(code).table("inflection.toml")["verbs"]
    every = "|".join(map(re.escape, sorted(row.wrong, key=len, reverse=True)))
    there = [*re.finditer(rf"(?<![\w-])(?:{every})(?![\w-])", english, re.I)]
    if len(there) != 1:
        return
    [found] = there
    before, behind = english[: found.start()][-BEFORE:], english[found.start() :].lower()
    longer = tuple(form for form in row.right if len(form) >= len(found[0]))
    if re.search(rules["noun"], before) or behind.startswith(longer):
        return
    slots = row.wrong[found[0].lower()]
    slot = min(slots) if present else max(slots)
    past, participle = row.right[2:4]
    if past != participle and slot in (2, 3):
        done = re.search(rules["auxiliary"], before) or re.match(
            rules["done"], english[found.end() :]
        )
        slot = 3 if done else 2
    yield Edit(found.start(), found[0], with_capital_of(found[0], row.right[slot]))


@cache
def inflected(verb: str, code: str) -> tuple[str, ...]:
    """Give the base, third person, past, participle and gerund of `verb`; it may have more words.

    >>> inflected("overtake", "en"), inflected("run over", "en")[2:4]
    (('overtake', 'overtakes', 'overtook', 'overtaken', 'overtaking'), ('ran over', 'run over'))
    >>> inflected("carry on", "en")[1:], inflected("stop", "en")[2], inflected("cut", "en")[3:]
    (('carries on', 'carried on', 'carried on', 'carrying on'), 'stopped', ('cut', 'cutting'))
    """
    first, space, rest = verb.partition(" ")
    rules = language(code).table("inflection.toml")["verbs"]
    third, past, gerund = (_ending(first, rules[slot]) for slot in ("third", "past", "gerund"))
    told, participle = language(code).irregular.get(first, ()), past
    if told[:1] == (first,) and first not in rules["regular"].split():
        past, participle = (*told[1:], *told[-1:])[:2] if told[1:] else (first, first)
    if first in rules["by_half"].split():
        past = _ending(first, rules["past"])
    participle = first if first in rules["plain"].split() else participle
    return tuple(f"{form}{space}{rest}" for form in (first, third, past, participle, gerund))


def _ending(word: str, rules: list[list[str]]) -> str:
    return next(re.sub(old, new, word) for old, new in rules if re.search(old, word))


@cache
def _listed(pair: tuple[str, str]) -> Mapping[str, list[Mistaken]]:
    """Give by each form of a verb what is listed of it."""
    found: dict[str, list[Mistaken]] = {}
    spoken, name = language(pair[0]), f"mistaken-{pair[1]}.toml"
    for verb, wrong, right, *cues in spoken.table(name).get("verbs", ()):
        with spoken.row(name, verb):
            slots: dict[str, list[int]] = {}
            for one in wrong.split("|"):
                for slot, form in enumerate(inflected(one, pair[1])):
                    slots.setdefault(form, []).append(slot)
            beside = (with_subjects(words, pair[0]) for words in cues)
            row = Mistaken(verb, slots, inflected(right, pair[1]), *beside)
            for form in all_forms(verb, pair[0]):
                found.setdefault(form, []).append(row)
    return found


@cache
def _by_place(words: str) -> tuple[str, str]:
    """Give those of `words` that may stand anywhere, and those that stand right behind a verb."""
    every = words.split()
    return " ".join(w for w in every if w[0] != "_"), " ".join(w for w in every if w[0] == "_")


@cache
def _behind(code: str) -> re.Pattern[str]:
    """Give a pattern of the end of a text behind which a noun stands."""
    return re.compile(language(code).table("contexts.toml").get("noun", NEVER.pattern), re.I)
