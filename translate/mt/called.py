"""Names of a text that are words as well: "Poisson" of Jean Poisson, "Pliage" of "chez Pliage".

At the beginning of a sentence, where every word has a capital, a model takes one for the word; what
the rest of the text calls so tells the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from translate.languages import common, first_names, language
from translate.languages.conjugation import infinitives, places
from translate.languages.words import WORD, fold_word
from translate.mt.held import HeldSpan
from translate.mt.sentences import opening

NAME = r"[A-ZÀ-Þ](?:[a-zà-ÿœ]+|-(?=[A-ZÀ-Þ]))+(?![\w’'-])"
# A first name and that of a family, no other with them.
FULL = re.compile(rf"(?<![\w’'-])(?P<first>{NAME}) (?P<family>{NAME})(?! [A-ZÀ-Þ])")
SHORTEST = 4  # letters of a word that may be a name


class Called(NamedTuple):
    """Words that are names in a text: of families, and those that are told at the `first` place."""

    families: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()

    def within(self, text: str) -> Called:
        """Give those that stand in `text`."""
        words = WORD.findall(text) if self.families or self.first else ()
        return Called(self.families.intersection(words), self.first.intersection(words))


NOBODY = Called()


def called(text: str, code: str) -> Called:
    """Give the words of `text`, in language `code`, that are names in it though ordinary.

    A first name stands before those of families. Before others stands what only stands before
    names, and nowhere in the text are they in small letters.

    >>> found = called("Jean Poisson travaille chez Pliage. Le poisson rit.", "fr")
    >>> [sorted(some) for some in found]
    [['Poisson'], ['Pliage']]
    >>> called("Il va à la Poste. Chez Maman, le maire Jean.", "fr") == NOBODY
    True
    >>> called("Il travaille chez Pliage, qui fait du pliage.", "fr") == NOBODY
    True
    """
    told, spoken = _told(code), language(code)
    if not told:
        return NOBODY
    firsts = first_names(spoken) - spoken.no_first_names
    families = {
        one["family"]
        for one in FULL.finditer(text)
        if fold_word(one["first"]) in firsts and _is_word(one["family"], code)
    }
    never = spoken.roles.union(map(fold_word, told["never"].split()))
    places = spoken.forms.families if spoken.forms else ()
    lone = {
        one["name"]
        for one in _lone(code).finditer(text)
        if fold_word(one["name"]) not in never
        and one["name"] not in places
        and _is_word(one["name"], code)
    }
    small = set(WORD.findall(text)) if lone else frozenset[str]()
    alone = (one for one in lone - families if one.lower() not in small)
    return Called(frozenset(families), frozenset(alone))


def named_so(text: str, names: Called, code: str) -> Iterator[HeldSpan]:
    """Give those of `names`, which are `called` so, that stand in `text`, a sentence, alone.

    At the beginning a verb follows, or what sets one apart from others, before which any word is a
    name that is no ordinary one; within the sentence no article stands before a family's.

    >>> names = Called(frozenset(["Poisson"]))
    >>> len([*named_so("Poisson nie, dit Poisson.", names, "fr")])
    2
    >>> [*named_so("Poisson frais", names, "fr")]
    []
    """
    told, spoken = _told(code), language(code)
    if not told:
        return
    first = opening(text)
    alone = re.match(rf"{NAME}(?={told['aside']})", text[first:])
    begins = names.families | names.first
    if alone and alone[0] not in spoken.renamed and not spoken.weight(alone[0].lower()):
        begins |= {alone[0]}  # "Octant, de son côté": a model drops it
    for one in WORD.finditer(text) if begins else ():
        after = text[one.end() :]
        if one[0] not in begins or re.match(r"[’'-]| [A-ZÀ-Þ]", after):
            continue
        if one.start() == first:
            stands = acts(after, code)
        else:
            before = text[: one.start()]
            stands = one[0] in names.families and not re.search(told["no_name"], before)
        if stands:
            yield HeldSpan(*one.span(), "name")


def acts(after: str, code: str) -> bool:
    """Tell whether what somebody does stands in what comes `after` a name.

    >>> acts(" nie tout.", "fr"), acts(" fraîche.", "fr")
    (True, False)
    """
    told, spoken = _told(code), language(code)
    if not told:
        return False
    if re.match(told["aside"], after):
        return True
    verb = re.match(told["verb"], after)
    if not verb:
        return False
    word = verb["verb"]
    verbs = (one for one in infinitives(word, code) if spoken.weight(one))
    return (
        fold_word(word) in spoken.follows.union(spoken.finite_words)
        or re.search(told["tense"], word) is not None
        or any("p3" in places(one, word, code) for one in verbs)
    )


def _told(code: str) -> dict[str, Any]:
    told: dict[str, Any] = language(code).table("names.toml").get("called", {})
    return told


@cache
def _lone(code: str) -> re.Pattern[str]:
    """Give the pattern of a name behind what only stands before names."""
    return re.compile(rf"(?:{_told(code)['before']})(?P<name>{NAME})(?! [A-ZÀ-Þ])")


@cache
def _is_word(word: str, code: str) -> bool:
    """Tell whether `word`, with a capital, is an ordinary word, which a text may call somebody."""
    spoken, folded = language(code), fold_word(word)
    named = folded in first_names(spoken) or word in spoken.renamed or word in common("brands")
    named = named or folded in spoken.function_words
    named = named or word in spoken.table("names.toml")["people"]["no_families"].split()
    return len(word) >= SHORTEST and not named and spoken.weight(word.lower()) > 0
