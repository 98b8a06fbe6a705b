"""French and English words with how often they were seen (`bench/clean/build_lexicon.py`)."""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path


@cache
def _words(code: str) -> dict[str, float]:
    """Binary logarithm of each word's count, in steps of a half."""
    path = Path(__file__).with_name(f"lexicon-{code}.txt.xz")
    lines = lzma.decompress(path.read_bytes()).decode("utf-8").splitlines()
    pairs = (line.split(" ") for line in lines)
    return {word: int(twice) / 2 for word, twice in pairs}


def weight(word: str, code: str = "fr") -> float:
    """Give the binary logarithm of how often `word` was seen in `code`, 0.0 when it was not.

    Words stand in lower case; French ones with an accented letter also as they stand with a capital
    inside sentences. Both languages were counted in texts of the same size, so that weights can be
    compared. Loads the list at its first call (0.1 s).

    >>> weight("déjà") > weight("dejà") == 0.0
    True
    >>> weight("Grèce") > weight("grèce")
    True
    >>> weight("house", "en") > weight("house", "fr")
    True
    """
    return _words(code).get(word, 0.0)
