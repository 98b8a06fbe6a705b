"""Lines of a text with what rules need to know about them: where they stand, how they read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.remembered import remembered
from translate.cleaning.boilerplate.wrapping import rejoined
from translate.languages.words import fold, words_of

_EDGE = r"[^\w\"'«»“”‘(\[©®@#€$£¿¡?!.…&+<>=%/~°)\]]+"
_HEAD = re.compile(_EDGE)
_QUOTED = re.compile(r"\n(?:> ?)*")  # a line break in a paragraph, and what quotes the next line
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*(?: \"[^\"]*\")?\)")  # of Markdown
_HYPHENATED = re.compile(r"(?<=[a-z])- (?=[a-z])")  # a word broken at the end of a line
# A stop within a line, the space (group 1) that parts two sentences, and how the second begins.
SENTENCES_MEET = re.compile(r"[.!?…][»”\"')]*( +)[«“\"'(]*[A-ZÀ-Ý0-9]")


class Line(NamedTuple):
    """One line: its place (`start` to `end`, the line break not counted) and how it is matched.

    `plain` is `fold(text)`, `folded` the same without the space, bullets, arrows and emoji around
    it, and of a link in Markdown what is shown; `dressed` says that there is any of that; `blank`
    that nothing but space stands in it, `prose` that it reads as running text: long, or a sentence
    of some length.

    >>> line = split("\\n • À lire aussi :\\n")[1]
    >>> line.number, line.start, line.folded, line.words
    (1, 1, 'A lire aussi', 3)
    """

    number: int
    start: int
    text: str
    plain: str
    folded: str
    dressed: bool
    words: int
    blank: bool
    prose: bool

    @property
    def end(self) -> int:
        """The offset after the line's last character."""
        return self.start + len(self.text)

    def sentences(self) -> list[Line]:
        """Give the sentences of the line as lines of their own, where it has several.

        >>> [one.text for one in split("Le pont rouvre. Il a fallu un an !")[0].sentences()]
        ['Le pont rouvre.', 'Il a fallu un an !']
        """
        spaces = [match.span(1) for match in SENTENCES_MEET.finditer(self.text)]
        if not spaces:
            return []
        starts, ends = zip(*spaces, strict=True)
        borders = zip((0, *ends), (*starts, len(self.text)), strict=True)
        return [
            Line(self.number, self.start + low, *_read(self.text[low:high]))
            for low, high in borders
        ]

    def head(self, most: int) -> str:
        """Give the line without the space around it; where it is longer than `most`, cut by "…".

        >>> split(" Le pont est ouvert ")[0].head(10)
        'Le pont e…'
        """
        text = self.text.strip()
        return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def undressed(folded: str) -> str:
    """Give a folded line without the space, bullets, arrows and emoji around it.

    >>> undressed(" • Le pont 🙏")
    'Le pont'
    """
    head = None if folded[:1].isalnum() else _HEAD.match(folded)
    start, end = head.end() if head else 0, len(folded)
    while end > start and not folded[end - 1].isalnum() and _HEAD.fullmatch(folded, end - 1, end):
        end -= 1
    return folded[start:end]


def unlinked(text: str) -> str:
    """Give `text` with what links in Markdown show, without where they lead; pictures stay.

    >>> unlinked("Par [Ada Lovelace](https://ada.example/a), [ingénieure]")
    'Par Ada Lovelace, [ingénieure]'
    >>> unlinked("![un lac](lac.jpg)")
    '![un lac](lac.jpg)'
    """
    return _LINK.sub(r"\1", text) if "](" in text else text


@lru_cache(4)  # every step of a round asks for the lines of the same text
def split(text: str) -> tuple[Line, ...]:
    r"""Give the lines of `text`; what was broken to a width is one line, its breaks as spaces.

    >>> [line.text for line in split("a\n\nb")]
    ['a', '', 'b']
    """
    lines = []
    at = 0
    for number, pieces in enumerate(rejoined(text.split("\n"))):
        lines.append(Line(number, at, *_read(pieces)))
        at += len(pieces) + 1
    return tuple(lines)


@remembered
def _read(pieces: str) -> tuple[str, str, str, bool, int, bool, bool]:
    """Give what a `Line` says of its pieces, which line breaks part, but for its place."""
    raw = _QUOTED.sub(lambda m: " " * len(m[0]), pieces) if "\n" in pieces else pieces
    plain = fold(raw)
    folded = undressed(plain)
    if raw is not pieces:
        folded = " ".join(_HYPHENATED.sub("", folded).split())
    words = told = len(words_of(folded))
    if "](" in folded:
        folded = undressed(unlinked(folded))
        words = len(words_of(folded))
    prose = told >= 25 or (told >= 8 and ended(raw))
    return raw, plain, folded, len(folded) < len(plain), words, not raw or raw.isspace(), prose


def in_groups(numbers: Iterable[int], together: Callable[[int, int], bool]) -> list[list[int]]:
    """Give the `numbers` of lines in groups in which each and the one before it are `together`.

    >>> in_groups([1, 2, 5], lambda before, number: number - before <= 2)
    [[1, 2], [5]]
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and together(found[-1][-1], number):
            found[-1].append(number)
        else:
            found.append([number])
    return found
