"""What was found out of a line, kept while its text is cleaned: each round asks about all lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, cache
from typing import Any, TypeVar

from translate.languages.patterns import in_all_languages

T = TypeVar("T")

MOST = 4096  # lines: where more of them are remembered, the next text begins with none
_caches: list[_lru_cache_wrapper[Any]] = []


def remembered(look: Callable[..., T]) -> _lru_cache_wrapper[T]:
    """Give `look`, a function of a line, so that it looks at each line once.

    >>> asked = []
    >>> look = remembered(lambda line: asked.append(line) or len(line))
    >>> look("Menu"), look("Menu"), asked
    (4, 4, ['Menu'])
    """
    made = cache(look)
    _caches.append(made)
    return made


@remembered
def begins_with(words: str, folded: str) -> bool:
    """Whether a `folded` line begins as `words` of any language do, lists of a language in braces.

    >>> begins_with(r"(?:{by}) ", "Von Ada"), begins_with(r"(?:{by}) ", "Ada")
    (True, False)
    """
    return in_all_languages(words).match(folded.lower()) is not None


def forget() -> None:
    """Forget what is known of the lines of the texts before, where that is much.

    What is left of them may come again, as menus do. Within a text nothing is forgotten: its lines
    are asked about in turn, so that the one that was asked about longest ago comes next.

    >>> look = remembered(len)
    >>> forget(), look("Menu")
    (None, 4)
    """
    for made in _caches:
        if made.cache_info().currsize > MOST:
            made.cache_clear()
