"""`a` or `an`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from translate.config import TARGET
from translate.languages import language

SPOKEN = 5  # letters of an abbreviation that is likely to be spoken as a word


@cache
def _rules() -> Mapping[str, re.Pattern[str]]:
    told = language(TARGET).table("inflection.toml")["article"]
    return {name: re.compile(rule) for name, rule in told.items()}


def agreeing(english: str) -> str:
    """Give `english` with the `a` or `an` that the ordinary word or abbreviation behind calls for.

    >>> agreeing("An barn and a empty hut, an hour, a unit, a one-way road, an X-ray.")
    'A barn and an empty hut, an hour, a unit, a one-way road, an X-ray.'
    >>> agreeing("A AI and a IPO, an US court, a NATO base.")
    'An AI and an IPO, a US court, a NATO base.'
    """
    return _rules()["wrong"].sub(
        lambda m: f"{m['a']} " if m[0][1:2] == "n" else f"{m['a']}n ", english
    )


def article(word: str) -> str:
    """Give the indefinite article that stands before `word`.

    >>> [article(word) for word in ("ice", "Unicorn", "hour", "NGO", "uninvited")]
    ['an', 'a', 'an', 'an', 'an']
    """
    if word.isupper() and len(word) < SPOKEN:  # letter by letter
        return "an" if _rules()["letters"].match(word) else "a"
    return "an" if _rules()["vowel"].match(word) and not _rules()["consonant"].match(word) else "a"
