"""Names that a model spelt otherwise, letter by letter as the source has them again."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from translate.document import Edit
from translate.languages import language
from translate.languages.words import WORD
from translate.mt.data import table


def misspelt_names(source: str, english: str, pair: tuple[str, str]) -> Iterator[Edit]:
    """Give the edits that spell the names of `english` as `source` has them.

    A name is a word with a capital of which neither language has a word, and which has no English
    of its own; one with an accent may well be spelt otherwise in English: `Griboïedov`.

    >>> pair = ("fr", "en")
    >>> [(e.old, e.new) for e in misspelt_names("Ancelotti sourit.", "Ancedotti smiles.", pair)]
    [('Ancedotti', 'Ancelotti')]
    >>> list(misspelt_names("Griboïedov rit à Berne.", "Griboyedov laughs in Bern.", pair))
    []
    """
    said = set(WORD.findall(source))
    new = [match for match in WORD.finditer(english) if _unknown(match[0], pair[1], said)]
    there = set(WORD.findall(english)) if new else set()
    listed = language(pair[0]).renderings(pair[1])
    lost = [
        word
        for word in said
        if new and word.isascii() and word.lower() not in listed and _unknown(word, pair[0], there)
    ]
    for match in new:
        alike = {word: ratio(match[0], word) for word in lost if word[0] == match[0][0]}
        best = max(sorted(alike), key=lambda word: alike[word], default="")
        if best and alike[best] >= table("letters")["alike"]:
            yield Edit(match.start(), match[0], best)


def _unknown(word: str, code: str, others: set[str]) -> bool:
    """Tell whether `word`, none of `others`, is a name, for what language `code` knows."""
    least = table("letters")["least"]
    name = len(word) >= least and word[0].isupper() and word[1:].islower() and word not in others
    return name and not language(code).weight(word.lower())
