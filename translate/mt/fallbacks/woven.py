"""Quotations that are a part of their sentence: « Il salue une « avancée » du texte. »

A small model loses the thread at quotation marks within a clause, and drops the marks or the words
between them. So it is also asked for the sentence without these, and they go around the same words
of that English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from translate.document import Edit, apply
from translate.languages import language
from translate.languages.words import WORD
from translate.mt.closed import phrase
from translate.mt.data import table
from translate.mt.foreign import TURNED, language_of
from translate.mt.layout.marks import Mark, remarked

# Between words, or behind an article without its vowel, and no sentence.
WITHIN = re.compile(
    r"(?:(?<=\w[\s'’])|(?<=[,)]\s))(?:«\s*|\"(?=\S))(?P<said>[^«»\"\n.!?:;…]+?)(?:\s*»|(?<=\S)\")(?!\w)"
)
MARK = '"'


def unquoted(text: str, pair: tuple[str, str]) -> tuple[str, Callable[[str], str | None]] | None:
    """Give `text` without the marks of what it quotes within, and how its English gets them.

    None is for a text without such a quotation, and for an English where it is not told for sure
    where each of them is.

    >>> bare, marked = unquoted("Elle salue une « avancée décisive » du texte.", ("fr", "en"))
    >>> bare, marked("She welcomes a decisive advance in the text.")
    ('Elle salue une avancée décisive du texte.', 'She welcomes a "decisive advance" in the text.')
    >>> unquoted("Le mot « avancée » plaît, et il dit « merci » à « La Halle ».", ("fr", "en"))
    """
    edits: list[Edit] = []
    marks: list[Mark] = []
    shorter = 0
    for match in WITHIN.finditer(text):
        said = match["said"]
        if not _woven(text[: match.start()], said, pair):
            continue
        edits.append(Edit(match.start(), match[0], said))
        start = match.start() - shorter
        marks.append(Mark(start, start + len(said), MARK, MARK))
        shorter += len(match[0]) - len(said)
    if not marks:
        return None
    bare = apply(text, edits)

    def marked(english: str) -> str | None:
        if MARK in english:
            return None
        whole = remarked(english, bare, marks, pair)
        parts = whole.split(MARK)
        said, between = parts[1::2], parts[2:-1:2]
        longer = max(map(_commas, said), default=0) > max(_commas(edit.new) for edit in edits)
        apart = len(said) == len(marks) and all(map(str.strip, between))
        return whole if apart and not longer and all(_telling(s, pair[1]) for s in said) else None

    return bare, marked


def _commas(text: str) -> int:
    return sum(map(text.count, ",;:"))


def _telling(text: str, code: str) -> bool:
    """Tell whether a word of `text` is more than a small one of the language `code`."""
    small = language(code).function_words
    return any(word.lower() not in small for word in WORD.findall(text))


def _woven(before: str, said: str, pair: tuple[str, str]) -> bool:
    """Tell whether `said`, quoted behind `before`, is a part of the sentence.

    It is none where it is a name or title, words of another language, a set phrase, or a word that
    is spoken of.
    """
    words = WORD.findall(said)
    if not words or len(words) > table("woven")["words"] or not said.islower():
        return False
    if not all(language(pair[0]).weights([word for word in words if len(word) > 1])):
        return False
    if TURNED.search(said) or language_of(said, *pair, "quoted") or phrase(said, pair):
        return False
    spoken_of = table("woven").get(pair[0], "")
    return not (spoken_of and re.search(rf"\b(?:{spoken_of})\W*$", before, re.IGNORECASE))
