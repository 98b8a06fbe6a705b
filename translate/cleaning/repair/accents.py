"""Accents that stand behind their letter, and É that lost half of its misreading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from translate.cleaning.repair.letters import LOST, begun
from translate.document import Edit

_LOOSE = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_MARK = re.compile("[\u0300-\u036f]")  # found fast
_HALF = re.compile(r"(?<![^\s(«“\"'’-])Ã(?=[a-zà-ÿ]{2})[^\W\d_]+")
_FIRST = {"Ã…": "Å", "ÃŽ": "Î"}  # at the start of a word, where ftfy is not sure of them
_BEGUN = re.compile(r"\bÃ[…Ž](?=[a-zà-ÿ]{2})")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    r"""Give edits that compose decomposed letters, as Unicode's form C has them.

    "Ã" that was "É" (or another accented capital) and lost its second
    sign is restored where one word of `languages` fits.

    >>> [len(e.old) for e in edits("L’e\u0301te\u0301", ["fr"])]
    [2, 2]
    >>> [(e.old, e.new) for e in edits("L’Ãcole de l’Ãtat", ["fr"])]
    [('Ã', 'É'), ('Ã', 'É')]
    """
    if text.isascii():
        return []
    return [*_composed(text), *_capitals(text, languages)]


def _composed(text: str) -> Iterator[Edit]:
    for match in _LOOSE.finditer(text) if _MARK.search(text) else ():
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            reason = "an accent stood behind its letter"
            yield Edit(match.start(), match.group(), whole, "repair.accent", reason)


def _capitals(text: str, languages: Sequence[str]) -> Iterator[Edit]:
    if "Ã" not in text:
        return
    for match in _BEGUN.finditer(text):
        reason = "UTF-8 read as windows-1252"
        yield Edit(match.start(), match[0], _FIRST[match[0]], "repair.mojibake", reason)
    for match in _HALF.finditer(text):
        word = begun(LOST + match.group()[1:], languages)
        if word:
            reason = "UTF-8 read as Latin-1, a control character lost"
            yield Edit(match.start(), "Ã", word[0], "repair.mojibake", reason)
