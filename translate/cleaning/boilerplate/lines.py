"""Lines of a text with what rules need to know about them: where they stand, how they read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache


@cache
def _folds() -> dict[str, str]:
    """Map characters to those they are matched as; one to one, so that offsets stay."""
    table = {ord(c): ord("'") for c in "’‘ʼ′´`"}
    table |= {ord(c): ord(" ") for c in "\u00a0\u2007\u2009\u200a\u202f\u3000"}
    table |= {ord(c): ord("-") for c in "‐‑‒"}
    table |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # undecodable bytes: RE2 wants UTF-8
    for point in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii():
            table[point] = ord(base)
    return {chr(point): chr(other) for point, other in table.items()}


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """Give `text` without accents, with plain apostrophes and spaces; as long as `text`.

    >>> fold("À l’été…")
    "A l'ete…"
    """
    text = text.replace("\t", " ")
    if text.isascii():
        return text
    table = _folds()
    for character in set(_NOT_ASCII.findall(text)):  # five times as fast as str.translate
        text = text.replace(character, table.get(character, character))
    return text


_EDGE = r"[^\w\"'«»“”‘(\[©®@#€$£¿¡?!.…&+<>=%/~°)\]]+"
_HEAD = re.compile(_EDGE)
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = (".", "!", "?", "…", '."', '!"', '?"', ".»", "!»", "?»", ".)", "»", "”", ".”", ":")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its place (`start` to `end`, the line break not counted) and how it is matched.

    `folded` is `fold(text)` without the space, bullets, arrows and emoji around it.

    >>> line = split("\\n • À lire aussi :\\n")[1]
    >>> line.number, line.start, line.folded, line.words
    (1, 1, 'A lire aussi', 3)
    """

    number: int
    start: int
    text: str
    folded: str
    words: int

    @property
    def end(self) -> int:
        """The offset after the line's last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing but space stands in the line."""
        return not self.text or self.text.isspace()

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text: long, or a sentence of some length."""
        return self.words >= 25 or (self.words >= 8 and self.text.rstrip().endswith(SENTENCE_END))


def _undressed(folded: str) -> str:
    """Give a folded line without the space, bullets, arrows and emoji around it."""
    head = _HEAD.match(folded)
    start, end = head.end() if head else 0, len(folded)
    while end > start and _HEAD.match(folded, end - 1):
        end -= 1
    return folded[start:end]


@lru_cache(4)  # every step of a round asks for the lines of the same text
def split(text: str) -> tuple[Line, ...]:
    r"""Give the lines of `text` as `text.split("\n")` cuts them.

    >>> [line.text for line in split("a\n\nb")]
    ['a', '', 'b']
    """
    lines = []
    at = 0
    for number, raw in enumerate(text.split("\n")):
        folded = _undressed(fold(raw)) if raw else ""
        lines.append(Line(number, at, raw, folded, len(WORD.findall(folded))))
        at += len(raw) + 1
    return tuple(lines)
