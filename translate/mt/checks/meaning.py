"""Checks of meaning: words without a counterpart, a yes for a no, words that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.languages import language
from translate.languages.words import WORD
from translate.mt.checks.registry import Attempt, registered
from translate.mt.checks.words import LEAST, left_words
from translate.mt.coverage import Coverage, coverage, senses
from translate.mt.data import table
from translate.mt.stems import stem


def covered(attempt: Attempt) -> Coverage:
    """Give what has no counterpart, words of the glossary's names aside."""
    found = coverage(attempt.source, attempt.english, attempt.pair)
    if not attempt.unit.terms:
        return found
    names = {
        word
        for term in attempt.unit.terms
        for word in WORD.findall(f"{term.surface} {term.target}")
    }
    return Coverage(
        tuple(gap for gap in found.missing if gap.word not in names),
        tuple(gap for gap in found.added if gap.word not in names),
    )


@registered("missing")
def missing(attempt: Attempt) -> Iterator[str]:
    """A word of the source that nearly always has a counterpart has none."""
    for gap in covered(attempt).missing:
        if gap.weight >= table("coverage")["fault"]:
            yield f"'{gap.word}' is missing from the English"


@registered("added")
def added(attempt: Attempt) -> Iterator[str]:
    """A word of the English that nearly always comes from somewhere comes from nowhere."""
    for gap in covered(attempt).added:
        if gap.weight >= table("coverage")["fault"]:
            yield f"nothing in the text calls for '{gap.word}'"


@registered("negation")
def negation(attempt: Attempt) -> Iterator[str]:
    """One side says no and the other does not, in any way."""
    source, english = (
        polarity(text, code)
        for text, code in zip((attempt.source, attempt.english), attempt.pair, strict=True)
    )
    if source == "no" and english == "yes":
        yield "the text says no, the English does not"
    if english == "no" and source == "yes":
        yield "the English says no, the text does not"


@registered("invented")
def invented(attempt: Attempt) -> Iterator[str]:
    """A word in small letters is of no language, or was left in the language of the source."""
    for word in left_words(attempt):
        yield f"'{word}' was left untranslated"
    target = language(attempt.pair[1])
    if not target.has_lexicon:
        return
    given = set(WORD.findall(attempt.source.lower()))
    counted = senses(*attempt.pair)
    stems = counted.target if counted else {}
    for word in WORD.findall(attempt.english):
        if not word.islower() or len(word) < LEAST or word in given or target.weight(word):
            continue
        if stem(word, target.code) not in stems:
            yield f"'{word}' is no English word that is known"


def polarity(text: str, code: str) -> str:
    """Give "no" for a text that says no, "perhaps" for one that may, "yes" for others.

    >>> [polarity(text, "fr") for text in ("Il ne vient pas.", "Il refuse.", "Il vient.")]
    ['no', 'perhaps', 'yes']
    """
    found = _patterns(code)
    if found is None:
        return "perhaps"
    strong, but, weak = found
    text = text.lower().replace("’", "'")
    if strong.search(but.sub(" ", text)):
        return "no"
    return "perhaps" if strong.search(text) or weak.search(text) else "yes"


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    rules = table("negation").get(code)
    return rules and tuple(re.compile(rules[key], re.X) for key in ("strong", "not", "weak"))
