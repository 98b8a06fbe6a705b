"""Which language do words speak for? Counted by the function words of all that are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, repeat

from translate.languages.language import known


def function_word_hits(words: Iterable[str]) -> dict[str, int]:
    """Count for each language the function words among `words`, which are in lower case.

    >>> hits = function_word_hits(["the", "cat", "is", "on", "the", "mat"])
    >>> hits["en"], hits["fr"]
    (4, 1)
    """
    told = filter(None, map(function_words().get, words))
    return Counter(chain.from_iterable(told))


def function_word_counts(words: Iterable[str]) -> bytes:
    """Give how many function words of each language that is known are among up to 255 `words`.

    >>> counts = function_word_counts(["the", "cat", "is", "on", "the", "mat"])
    >>> {one.code: count for one, count in zip(known(), counts) if one.code in ("en", "fr")}
    {'en': 4, 'fr': 1}
    """
    return sum(map(_counted().get, words, repeat(0))).to_bytes(len(known()), "little")


@cache
def _counted() -> Mapping[str, int]:
    """Give each function word as a number with a byte for each language, 1 for those that have it.

    The sum of several counts all languages at once.
    """
    ones = {one.code: 1 << 8 * place for place, one in enumerate(known())}
    return {word: sum(map(ones.__getitem__, codes)) for word, codes in function_words().items()}


@cache
def function_words() -> Mapping[str, tuple[str, ...]]:
    """Give each function word with the codes of the languages that have it."""
    table: dict[str, list[str]] = {}
    for one in known():
        for word in one.telling_words:
            table.setdefault(word, []).append(one.code)
    return {word: tuple(codes) for word, codes in table.items()}
