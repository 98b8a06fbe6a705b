"""`a` or `an`."""

from __future__ import annotations

import re

# An abbreviation of so many letters is likely to be spoken as a word.
SPOKEN = 5
# Letters whose names begin with a vowel.
VOWEL_NAMES = frozenset("AEFHILMNORSX")
CONSONANT = re.compile(r"uni(?![nm])|us[eu]|eu|one\b|once\b", re.I)
VOWEL = re.compile(r"[aeiou]|hour|honest|honou?r|heir", re.I)


# The wrong one before an ordinary word, of four letters or more behind "a".
WRONG = re.compile(
    r"(?P<a>\ba|(?:(?<=^)|(?<=[.!?] ))A)"
    r"(?:n (?=[bcdfgjklmnpqrstvwyz][aeiouy][a-z])| (?=(?:[ai]|e(?![uw])|o(?!n[ec]))[a-z]{3}))"
)


def agreeing(english: str) -> str:
    """Give `english` with the `a` or `an` that the ordinary word behind calls for.

    >>> agreeing("An barn and a empty hut, an hour, a unit, a one-way road, an X-ray.")
    'A barn and an empty hut, an hour, a unit, a one-way road, an X-ray.'
    """
    return WRONG.sub(lambda m: f"{m['a']} " if m[0][1:2] == "n" else f"{m['a']}n ", english)


def article(word: str) -> str:
    """Give the indefinite article that stands before `word`.

    >>> [article(word) for word in ("ice", "Unicorn", "hour", "NGO", "uninvited")]
    ['an', 'a', 'an', 'an', 'an']
    """
    if word.isupper() and len(word) < SPOKEN:  # letter by letter
        return "an" if word[0] in VOWEL_NAMES else "a"
    return "an" if VOWEL.match(word) and not CONSONANT.match(word) else "a"
