"""Patterns kept once compiled, and such with the words of all languages in them.

A page may speak another language than its text.
"""

from __future__ import annotations

import re
from functools import cache

from translate.languages.language import known

_KIND = re.compile(r"\{([a-z]+)\}")  # no count of repetitions: those are digits


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give `pattern` compiled, when it is first asked for: of many, most never are.

    >>> compiled("ada", re.IGNORECASE).match("Ada") is not None
    True
    """
    return re.compile(pattern, flags)


@cache
def in_all_languages(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give `pattern`, each `{kind}` in it filled with what the languages say for that kind.

    The kinds are those of `[credits]` and `[page]` in language.toml, written without accents and
    in lower case.

    >>> in_all_languages(r"(?:{by}) ", re.IGNORECASE).match("Von Ada").group()
    'Von '
    """
    return re.compile(_KIND.sub(lambda kind: "|".join(_words()[kind[1]]), pattern), flags)


@cache
def _words() -> dict[str, list[str]]:
    """Give for each kind what the languages say, in the order of their codes."""
    kinds: dict[str, list[str]] = {}
    for one in known():
        for kind, words in {**one.credits, **one.page}.items():
            kinds.setdefault(kind, []).append(words)
    return kinds
