"""The stem of a word: what its forms have in common, near enough to count them together."""

from __future__ import annotations

from functools import cache, lru_cache

from translate.languages.words import fold_word
from translate.mt.data import table


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str) -> str:
    """Give the stem of `word`, folded; without data for `language` it is the folded word.

    >>> [stem(word, "en") for word in ("voted", "votes", "voting", "cities", "stopped")]
    ['vot', 'vot', 'vot', 'cit', 'stop']
    >>> [stem(word, "fr") for word in ("licencié", "licenciée", "licencier", "voient")]
    ['licenc', 'licenc', 'licenc', 'voi']
    """
    folded = fold_word(word)
    endings, longest, last = _cut(language)
    least = table("stems")["least"]
    for length in range(min(longest, len(folded) - least), 0, -1):
        if folded[-length:] in endings:
            folded = folded[:-length]
            break
    while len(folded) > least and folded[-1] in last:
        folded = folded[:-1]
    if len(folded) > least and folded[-1] == folded[-2]:
        folded = folded[:-1]
    return folded


@cache
def _cut(language: str) -> tuple[frozenset[str], int, str]:
    """Give the endings, the length of the longest, and the letters that go at the end."""
    rules = table("stems").get(language, {})
    endings = frozenset(rules.get("endings", "").split())
    return endings, max(map(len, endings), default=0), rules.get("last", "")
