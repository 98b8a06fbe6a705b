"""Terms that a model translates otherwise: another noun stands in for each while it translates.

A symbol in the place of a common noun costs the sentence its articles and agreements; a noun of the
same gender and number that the model knows well does not. Its English is then replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from translate.languages.words import with_capital_of
from translate.mt.data import table
from translate.mt.terms import Term, whole_words

AROUND = 20  # characters before a term that tell its gender and number


@dataclass(frozen=True, slots=True)
class StandIn:
    """A noun of the source language and its English, each in the singular and the plural."""

    source: tuple[str, str]
    english: tuple[str, str]

    def of(self, term: Term) -> str:
        """Give the noun of the source in the number that `term` has."""
        return self.source[term.target == term.forms[1]]

    def swapped(self, english: str, term: Term) -> str:
        """Give `english` with the English of `term` for that of the stand-in, number by number."""

        def put(match: re.Match[str]) -> str:
            return with_capital_of(match[0], term.forms[match[0].lower() == self.english[1]])

        return whole_words(self.english).sub(put, english)


@dataclass(frozen=True, slots=True)
class Disguised:
    """A text with stand-ins in the place of terms: each with a term and how often it stands."""

    text: str
    terms: tuple[tuple[StandIn, Term, int], ...]

    def read(self, english: str) -> str | None:
        """Give `english` with the terms in place; None where a stand-in was lost or doubled."""
        for one, term, count in self.terms:
            if len(whole_words(one.english).findall(english)) != count:
                return None
            english = one.swapped(english, term)
        return english


def disguised(text: str, terms: Sequence[Term], pair: tuple[str, str]) -> Disguised | None:
    """Give `text` with stand-ins for `terms`, common nouns; None where there are not enough.

    >>> term = Term("cadres", "executives", "cadre", ("executive", "executives"))
    >>> done = disguised("Trois cadres partent.", [term], ("fr", "en"))
    >>> done.text, done.read("Three doctors are leaving.")
    ('Trois médecins partent.', 'Three executives are leaving.')
    """
    used: list[tuple[StandIn, Term, int]] = []
    for name in dict.fromkeys(term.name_id for term in terms):
        surfaces = {term.surface: term for term in terms if term.name_id == name}
        places = whole_words(surfaces)
        first = places.search(text)
        taken = [one for one, _, _ in used]
        known = nouns(pair).get(kind(text, first, pair), ()) if first else ()
        free = (n for n in known if n not in taken and not whole_words(n.source).search(text))
        noun = next(free, None)
        if noun is None:
            return None
        put = partial(_put, surfaces=surfaces, noun=noun)
        text, count = places.subn(put, text)
        used.append((noun, next(iter(surfaces.values())), count))
    return Disguised(text, tuple(used))


def _put(match: re.Match[str], surfaces: Mapping[str, Term], noun: StandIn) -> str:
    fitting = (t for s, t in surfaces.items() if s.lower() == match[0].lower())
    return with_capital_of(match[0], noun.of(next(fitting)))


@cache
def nouns(pair: tuple[str, str]) -> Mapping[str, tuple[StandIn, ...]]:
    """Give the stand-ins of each kind for a pair of languages; nothing where there are none."""
    return {
        name: tuple(StandIn((a, b), (c, d)) for a, b, c, d in some)
        for name, some in _told(pair).items()
        if isinstance(some, list)
    }


def kind(text: str, place: re.Match[str], pair: tuple[str, str]) -> str:
    """Give which kind of noun can stand in `place` of `text`, by what stands before and its end."""
    told = _told(pair)
    if not told:
        return ""
    before = text[max(0, place.start() - AROUND) : place.start()]
    first = place[0].split()[0]
    feminine = re.search(told["feminine_before"], before, re.I) or (
        not re.search(told["masculine_before"], before, re.I)
        and re.search(told["feminine_endings"], first, re.I)
    )
    vowel = before.endswith(("'", "’")) or re.match(told["vowel"], first, re.I)
    return f"{'feminine' if feminine else 'masculine'}{'_vowel' if vowel else ''}"


def _told(pair: tuple[str, str]) -> Mapping[str, Any]:
    told: Mapping[str, Any] = table("stand-ins").get(pair[0], {}).get(pair[1], {})
    return told
