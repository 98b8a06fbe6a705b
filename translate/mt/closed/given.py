"""Names of people that a model takes for words: a first name that is one, a family's with "of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from translate.languages import Language, first_names, language
from translate.languages.words import fold_word
from translate.mt.closed.grammar import any_of
from translate.mt.sentences import opening

FAMILY = r"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?![\w-])"
# The word behind a name, small letters and an apostrophe.
NEXT = re.compile(r",? (?P<verb>[a-zà-ÿ]+)(?P<elided>[’'])?")
# Here the next word has a capital, whatever it is.
AGAIN = re.compile(r"[.:!?…–—-]\W*$")
# Words in small letters with a hyphen between them, but perhaps for the first letter of all.
DOUBLE = re.compile(r"(?<![\w-])[^\W\d_][^\W\d_A-ZÀ-Þ]+(?:-[^\W\d_A-ZÀ-Þ]{2,}){1,2}(?![\w’'-])")


class Person(NamedTuple):
    """The name of somebody, that begins at `start`, and what it is in English if not the same."""

    start: int
    name: str
    english: str = ""


def doubled(text: str, code: str) -> Iterator[Person]:
    """Give the double first names of `text` that are in small letters.

    >>> list(doubled("Anne-sophie : un rouge-gorge, marie-claude !", "fr"))
    [Person(start=0, name='Anne-sophie', english='Anne-Sophie'), \
Person(start=30, name='marie-claude', english='Marie-Claude')]
    """
    for match in DOUBLE.finditer(text):
        if all(fold_word(one) in first_names(language(code)) for one in match[0].split("-")):
            yield Person(match.start(), match[0], match[0].title())


def people(text: str, code: str) -> Iterator[Person]:
    """Give the people of `text`, a sentence, whom a model may take for words.

    Their first name is a word, or "of" stands before the name of their family.

    >>> [one.name for one in people("Selon Noël Faure et Ève des Ormes, oui.", "fr")]
    ['Noël Faure', 'Ève des Ormes']
    >>> [one.name for one in people("Le Goff sort, le gall reste.", "fr")]
    ['Le Goff']
    >>> list(people("À Noël Paul viendra.", "fr")), list(people("Juste Paul et moi.", "fr"))
    ([], [])
    """
    spoken = language(code)
    told = spoken.table("names.toml").get("people")
    if not told:
        return
    yield from doubled(text, code)
    if text.isupper():
        return
    fixed = [match for one in _fixed(code) for match in one.finditer(text)]
    yield from (Person(match.start("name"), match["name"]) for match in fixed)
    words = _given(code)
    for match in _pattern(code).finditer(text):
        first, family = match["given"], match["family"]
        if any(match.start() < one.end() and one.start() < match.end() for one in fixed):
            continue
        if family in told["no_families"].split() or fold_word(family) in spoken.roles:
            continue  # Virginie du Nord
        if _is_place(family, spoken, behind_of=bool(match["of"])):
            continue  # Anne de Bretagne
        word = first in words or fold_word(first) in spoken.ordinary
        word = word and first not in told["foreign"].split()
        if (match["of"] or first in words) and _stands(match, told, code, word=word):
            yield Person(match.start(), match[0])


@cache
def _fixed(code: str) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of names that are so wherever they stand."""
    listed = language(code).table("names.toml").get("people", {}).get("patterns", ())
    return tuple(map(re.compile, listed))


@cache
def _given(code: str) -> frozenset[str]:
    """Give the first names that are words."""
    people = language(code).table("names.toml").get("people", {})
    return frozenset([*people.get("given", "").split(), *people.get("within", "").split()])


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Give the pattern of a first name and that of a family."""
    spoken = language(code)
    told = spoken.table("names.toml")["people"]
    first = any_of([*_given(code), *spoken.first_names])
    return re.compile(
        rf"(?<![\w-])(?P<given>{first})(?: (?:{first}))*?"
        rf"(?:(?P<of>{told['of']})| )(?P<family>{FAMILY})(?: {FAMILY})*"
    )


def _is_place(family: str, spoken: Language, *, behind_of: bool) -> bool:
    """Tell whether what would be a family's name is a place: behind "of", be it a family's too."""
    renamed = family in spoken.renamed
    both = spoken.forms is not None and family in spoken.forms.families
    return renamed or both if behind_of else renamed and not both


def _stands(match: re.Match[str], told: Mapping[str, str], code: str, *, word: bool) -> bool:
    """Tell whether what `match` found is a name where it stands; its first may be a `word`."""
    spoken, text, family = language(code), match.string, match["family"]
    before = text[: match.start()]
    if re.search(told["called"], before):
        return False
    if match["given"] in told["feasts"].split() and re.search(told["feast"], before):
        return False
    if fold_word(family) in spoken.function_words:
        return False
    if not word or (match.start() > opening(text) and not AGAIN.search(before)):
        return True
    if match["given"] in told["within"].split():
        return False
    behind = NEXT.match(text, match.end())
    follows = behind and (behind["elided"] or behind["verb"] in spoken.follows)
    first = fold_word(family) in first_names(spoken)
    return bool(follows) or not (first or match["of"] or fold_word(family) in spoken.ordinary)
