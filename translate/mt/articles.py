"""`a` or `an`."""

from __future__ import annotations

import re

# An abbreviation of so many letters is likely to be spoken as a word.
SPOKEN = 5
# Letters whose names begin with a vowel.
VOWEL_NAMES = frozenset("AEFHILMNORSX")
CONSONANT = re.compile(r"uni(?![nm])|us[eu]|eu|one\b|once\b", re.I)
VOWEL = re.compile(r"[aeiou]|hour|honest|honou?r|heir", re.I)


def article(word: str) -> str:
    """Give the indefinite article that stands before `word`.

    >>> [article(word) for word in ("ice", "Unicorn", "hour", "NGO", "uninvited")]
    ['an', 'a', 'an', 'an', 'an']
    """
    if word.isupper() and len(word) < SPOKEN:  # letter by letter
        return "an" if word[0] in VOWEL_NAMES else "a"
    return "an" if VOWEL.match(word) and not CONSONANT.match(word) else "a"
