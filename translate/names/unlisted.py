"""Names that stand in no glossary, by their capitals alone.

French writes a capital within a sentence in names only, and most names are spelt in English as they
are in French. Those that are not (`Londres`), and what else is capitalised by rule or habit
(`Commission`), are in `renamed-fr.txt`, which training/capitals.py counts out of parallel text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from translate.names.spelling import fold, ordinary

# A capitalised word, not within a word, a handle, an address or a file name.
CAPITALISED = re.compile(
    r"(?<![\w@#/.\\-])[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[-'’][A-ZÀ-ÖØ-Þ]?[^\W\d_]+)*(?![\w@/\\])"
)
BEGINS = re.compile(r"(?:^|[.!?:;…«»“”\"(\[–—•]|^[-*>#\d.) ]+)[\s'’]*$")
# "150 Mds" is a unit.
COUNTED = re.compile(r"\d[ \u00a0\u202f]$")
# "les Singapouriens": peoples are capitalised, and English has a word of its own for each.
SEVERAL = re.compile(r"\b(?:[lcsmtd]es|[lnv]os|aux|leurs|deux|trois|plusieurs|entre) $", re.I)
# What may stand between the words of one name, beside a space: "Ursula von der Leyen".
JOINED = re.compile(r" (?:(?:v[ao]n|de[nr]|bin|ben|ibn|al|el|d[aio]|dos|L[ea]) ){0,2}")
ELIDED = re.compile(r"^(?:[LDSNMJT]|Qu)['’]")


@lru_cache
def words(kind: str, language: str) -> frozenset[str]:
    """Give a list of words: `renamed`, which English writes otherwise, or `first-names`.

    The first names are those that are words as well, or that old translations render.

    >>> "Londres" in words("renamed", "fr"), "Pierre" in words("first-names", "fr")
    (True, True)
    >>> words("renamed", "de")
    frozenset()
    """
    file = files("translate.names").joinpath(f"{kind}-{language}.txt")
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()


def unlisted(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Give the places, start and end, of names in `text`, a sentence, that English spells alike.

    A first word counts only with a capital after it. There are none in a language without data.

    >>> text = "À Londres, Satya Nadella a vu Mandelbrot et des Singapouriens."
    >>> [text[a:b] for a, b in unlisted(text, "fr")]
    ['Satya Nadella', 'Mandelbrot']
    """
    if not words("renamed", language):
        return
    start = end = -1
    for match in CAPITALISED.finditer(text):
        if not _is_name(match, text, language):
            continue
        if end >= 0 and JOINED.fullmatch(text, end, match.start()):
            end = match.end()
            continue
        if end >= 0:
            yield start, end
        start, end = match.span()
    if end >= 0:
        yield start, end


def _is_name(match: re.Match[str], text: str, language: str) -> bool:
    word, before = match[0], text[: match.start()]
    after = CAPITALISED.match(text, match.end() + 1) if text.startswith(" ", match.end()) else None
    if word in words("first-names", language):
        return bool(after and _is_name(after, text, language))
    if len(word) < 2 or ELIDED.match(word) or word in words("renamed", language):
        return False
    if fold(word) in ordinary(language) or COUNTED.search(before):
        return False
    if word.endswith("s") and SEVERAL.search(before):
        return False
    return bool(after) or not BEGINS.search(before)
