"""A check of idioms, false friends and words of several senses that were taken at the wrong word.

A language's `traps.toml` lists them: what stands in the text, what shows that it was taken so, and
what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from translate.languages import language
from translate.languages.words import WORD
from translate.mt.checks.registry import Attempt, registered
from translate.mt.counterparts.senses import content_words
from translate.mt.counterparts.stems import stem


@registered("trap")
def trap(attempt: Attempt) -> Iterator[str]:
    """What stands in the text is meant otherwise than the English has it.

    >>> from translate.mt.units import Unit
    >>> list(trap(Attempt(Unit("Trois cadres partent."), "Three frameworks leave.")))
    ["'Trois cadres' may be 'executives' rather than 'frameworks'"]
    >>> list(trap(Attempt(Unit("Le cadre est doré."), "The frame is golden.")))
    []
    """
    for said, wrong, meant in set_in(attempt.source, attempt.pair):
        if taken := wrong.search(attempt.english):
            yield f"'{said}' may be '{meant}' rather than '{taken[0]}'"


def as_meant(text: str, english: str, pair: tuple[str, str]) -> frozenset[str]:
    """Give the words of the traps in `text` that `english` says as they are meant, of both sides.

    One word may stand for a part of them alone: "leave" for « congé sabbatique ».

    >>> sorted(as_meant("La face émergée de l'iceberg.", "The iceberg's tip.", ("fr", "en")))
    ['de', 'face', 'iceberg', 'l', 'tip', 'émergée']
    """
    words: set[str] = set()
    for said, _, meant in set_in(text, pair):
        wanted = {stem(word, pair[1]) for word in content_words(meant, pair[1])}
        found = [word for word in WORD.findall(english) if stem(word, pair[1]) in wanted]
        if len(wanted) > 1 and wanted <= {stem(word, pair[1]) for word in found}:
            words.update(WORD.findall(said), found)
    return frozenset(words)


@lru_cache(maxsize=1 << 12)
def set_in(text: str, pair: tuple[str, str]) -> list[tuple[str, re.Pattern[str], str]]:
    """Give the traps that stand in `text`: its words, what shows a wrong reading, what is meant."""
    plain = text.replace("’", "'")
    if not _any(pair).search(plain):  # most texts have none: four times as fast as asking for each
        return []
    found = ((_words(source).search(plain), wrong, meant) for source, wrong, meant in _traps(pair))
    return [(match[0], _words(wrong), meant) for match, wrong, meant in found if match]


@cache
def _traps(pair: tuple[str, str]) -> list[list[str]]:
    return language(pair[0]).traps.get(pair[1], [])


@cache
def _any(pair: tuple[str, str]) -> re.Pattern[str]:
    """Give a pattern of all traps."""
    return _words("|".join(said for said, _, _ in _traps(pair)))


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)
