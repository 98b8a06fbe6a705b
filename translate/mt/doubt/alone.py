"""What stands alone: names and nothing else, and words that are no sentence."""

from __future__ import annotations

import re

from translate.languages import language
from translate.languages.words import LETTER, WORD
from translate.mt.checks.meaning import same_name
from translate.mt.counterparts.senses import likely
from translate.mt.strings import swap
from translate.mt.units import Unit

YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
PART = re.compile(r"\w+")  # a number other than a year is one too: no name
# A word alone whose English stands for it so often in a hundred is right, however unsure a model
# is that has nothing around it to tell its sense by.
MOSTLY = 66


def names_alone(unit: Unit, pair: tuple[str, str]) -> str:
    """Give the English of a `unit` that holds names, numbers and nothing else, else "".

    They are those of the glossary, and with a year words that are known as names alone.

    >>> from translate.mt.terms import Term
    >>> names_alone(Unit("Rome, Ada", (Term("Rome", "Rome", ""), Term("Ada", "Ada", ""))), ("", ""))
    'Rome, Ada'
    >>> [names_alone(Unit(text), ("fr", "en")) for text in ("Douarnenez, 1924.", "Londres, 1924.")]
    ['Douarnenez, 1924.', '']
    """
    rest = swap(unit.text, {term.surface: "" for term in unit.terms}, words=True)
    if LETTER.search(rest) and not (YEAR.search(rest) and _only_names(YEAR.sub("", rest), pair)):
        return ""
    return swap(unit.text, {term.surface: term.target for term in unit.terms}, words=True)


def _only_names(text: str, pair: tuple[str, str]) -> bool:
    known, words = language(pair[0]), PART.findall(text)
    return all(
        word.istitle()
        and same_name(word, pair)
        and (not known.weight(word.lower()) or word in known.cased or word in known.first_names)
        for word in words
    )


def headword(source: str, english: str, pair: tuple[str, str]) -> bool:
    """Tell whether `english` is what `source`, one word, nearly always is.

    >>> [headword("Histoire", one, ("fr", "en")) for one in ("History", "A horse")]
    [True, False]
    """
    word, other = WORD.fullmatch(source), WORD.fullmatch(english)
    return bool(word and other and likely(source.lower(), english.lower(), pair) >= MOSTLY)
