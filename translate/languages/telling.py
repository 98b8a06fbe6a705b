"""Which language do words speak for? Counted by the function words of all that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from translate.languages.language import known


def function_word_hits(words: Iterable[str]) -> dict[str, int]:
    """Count for each language the function words among `words`, which are in lower case.

    >>> hits = function_word_hits(["the", "cat", "is", "on", "the", "mat"])
    >>> hits["en"], hits["fr"]
    (4, 1)
    """
    told = filter(None, map(function_words().get, words))
    return Counter(chain.from_iterable(told))


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Give each function word with the codes of the languages that have it."""
    table: dict[str, list[str]] = {}
    for one in known():
        for word in one.telling_words:
            table.setdefault(word, []).append(one.code)
    return {word: tuple(codes) for word, codes in table.items()}
