"""Compounds that are made as one speaks (« anti-chasse »): prefix and word each have their English.

A model that never met the whole makes one up; where the dictionary has the word, it is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.mt.closed.grammar import any_of, grammar
from translate.mt.held import HeldSpan


def compounds(text: str, pair: tuple[str, str], meaning: Mapping[str, str]) -> Iterator[HeldSpan]:
    """Give the compounds in `text`, with their English; `meaning` has that of single words.

    >>> text = "Un club pro-cerf, un anti-héros et un proviseur."
    >>> [span.english for span in compounds(text, ("fr", "en"), {"cerf": "deer"})]
    ['pro-deer']
    """
    known = grammar(pair[0]).table("prefixes")
    prefixes = known.get(pair[1], {})
    for match in _pattern(tuple(prefixes)).finditer(text) if prefixes else ():
        whole = match[0].lower() in known["whole"].split()
        if (english := meaning.get(match["word"])) and not whole:
            yield HeldSpan(*match.span(), "name", f"{prefixes[match['prefix'].lower()]}{english}")


@cache
def _pattern(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<prefix>(?i:{any_of(prefixes)}))[-‑](?P<word>[^\W\d_]{{3,}})(?![\w-])"
    )
