"""Nouns of several words that mean more than their words: where they stand, and which are said.

A language's `expressions-XX.tsv` lists them with what stands for each: the first always fits, the
others may.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from translate.languages import language
from translate.languages.words import WORD
from translate.mt.stems import stem

JOINT = re.compile("[ '’-]")  # what stands between two words of an expression


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as it stands in a text from `start` to `end`, and the `options` for it."""

    start: int
    end: int
    said: str
    options: tuple[str, ...]

    def said_in(self, stems: Collection[str], code: str) -> bool:
        """Tell whether all words that tell of one of the options are among `stems`.

        >>> [found] = expressions("Un autre fuseau horaire.", ("fr", "en"))
        >>> found.said_in({"tim", "zon"}, "en"), found.said_in({"tim", "spindl"}, "en")
        (True, False)
        """
        return any(telling_stems(option, code).issubset(stems) for option in self.options)


@lru_cache(maxsize=1 << 12)
def expressions(text: str, pair: tuple[str, str]) -> tuple[Expression, ...]:
    """Give the expressions of `text` for which the other language of `pair` has its own, in order.

    >>> [one.said for one in expressions("Le chiffre d’affaires par fuseau horaire.", ("fr", "en"))]
    ['chiffre d’affaires', 'fuseau horaire']
    """
    listed = _by_first_word(pair)
    words = list(WORD.finditer(text)) if listed else []
    found: list[Expression] = []
    for at, first in enumerate(words):
        if found and first.start() < found[-1].end:
            continue
        begun = listed.get(first[0].lower(), {})
        here = (
            _standing(text, words[at : at + 1 + len(rest)], rest, begun[rest]) for rest in begun
        )
        if longest := max(filter(None, here), key=lambda one: one.end, default=None):
            found.append(longest)
    return tuple(found)


def _standing(
    text: str, words: Sequence[re.Match[str]], rest: tuple[str, ...], options: str
) -> Expression | None:
    """Give the expression of the first of `words` and the `rest`, if these are such words."""
    if tuple(word[0].lower() for word in words[1:]) != rest or not _joined(text, words):
        return None
    start, end = words[0].start(), words[-1].end()
    return Expression(start, end, text[start:end], tuple(options.split("|")))


def _joined(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(
        JOINT.fullmatch(text, before.end(), after.start()) for before, after in pairwise(words)
    )


@cache
def telling_stems(option: str, code: str) -> frozenset[str]:
    """Give the stems of the words of `option`, of language `code`, that are no function words.

    >>> sorted(telling_stems("chief of staff", "en"))
    ['chief', 'staf']
    """
    small = language(code).telling_words
    words = WORD.findall(option)
    return frozenset(stem(word, code) for word in words if word.lower() not in small)


def listed_as(said: str) -> str:
    """Give `said`, a word or an expression, as lists of such have it.

    >>> listed_as("Chiffre d’affaires")
    "chiffre d'affaires"
    """
    return said.lower().replace("’", "'")


@cache
def _by_first_word(pair: tuple[str, str]) -> Mapping[str, dict[tuple[str, ...], str]]:
    """Give by the first word of each expression its other words with its options."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for said, options in language(pair[0]).expressions(pair[1]).items():
        first, *rest = WORD.findall(said)
        found.setdefault(first, {})[tuple(rest)] = options
    return found
