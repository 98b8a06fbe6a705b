"""Names that a model spelt otherwise, letter by letter as the source has them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from rapidfuzz.fuzz import ratio

from translate.document import Edit
from translate.languages import language
from translate.languages.words import WORD, fold
from translate.mt.data import table

INSIDE = re.compile(r"(?:(?<=[\w,] )|(?<=['’]))[^\W\d_]+")  # a word that begins no sentence
VOWELS = re.compile("[aeiouy]+", re.IGNORECASE)


def misspelt_names(
    source: str, english: str, pair: tuple[str, str], known: Set[str] = frozenset()
) -> Iterator[Edit]:
    """Give the edits that spell the names of `english` as `source` has them.

    A name is a word with a capital that its language does not know, a first name, or one that
    begins no sentence; in English, one that English does not know, nor stands among the `known`
    words. One without its accents, or with an ending of English, is spelt right, and so is one
    with an accent in the source that differs by vowels alone; one that has an English form gets
    that.

    >>> pair = ("fr", "en")
    >>> [(e.old, e.new) for e in misspelt_names("Ancelotti sourit.", "Ancedotti smiles.", pair)]
    [('Ancedotti', 'Ancelotti')]
    >>> [(e.old, e.new) for e in misspelt_names("Thérèse part.", "Theèse leaves.", pair)]
    [('Theèse', 'Thérèse')]
    >>> list(misspelt_names("Hugo Chávez rit à Berne.", "Hugo Chavez laughs in Bern.", pair))
    []
    """
    said = set(WORD.findall(source))
    new = [
        match
        for match in WORD.finditer(english)
        if _unknown(match[0], pair[1], said) and not {match[0], match[0].lower()} & known
    ]
    if not new:
        return
    there = set(WORD.findall(english))
    listed = language(pair[0]).renderings(pair[1])
    inside, first_names = set(INSIDE.findall(source)), language(pair[0]).first_names
    lost = {}
    for word in said:
        sure = word in inside or word in first_names
        if _unknown(word, pair[0], there) or (sure and _name(word, there)):
            options = listed.get(word.lower(), "").split("|")
            named = [one for one in options if one[:1].isupper()]
            if not named or there.isdisjoint(named):
                lost[word] = named[0] if named else word
    plain = {word: fold(word) for word in lost}
    for match in new:
        mine = fold(match[0])
        alike = {word: ratio(mine, spelt) for word, spelt in plain.items() if spelt[0] == mine[0]}
        best = max(sorted(alike), key=lambda word: alike[word], default="")
        if not best or alike[best] < table("letters")["alike"]:
            continue
        derived = mine.startswith((plain[best], fold(lost[best])))
        heard = not best.isascii() and VOWELS.sub("a", mine) == VOWELS.sub("a", plain[best])
        if not (derived or heard):
            yield Edit(match.start(), match[0], lost[best])


def _unknown(word: str, code: str, others: set[str]) -> bool:
    """Tell whether `word`, none of `others`, is a name, for what language `code` knows."""
    return _name(word, others) and not language(code).weight(word.lower())


def _name(word: str, others: set[str]) -> bool:
    """Tell whether `word`, none of `others`, is written as a name of some letters is."""
    least = table("letters")["least"]
    return len(word) >= least and word[0].isupper() and word[1:].islower() and word not in others
