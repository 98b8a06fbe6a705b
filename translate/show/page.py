"""Text laid out for a terminal or a pipe: set in after a margin, wrapped by words, in colours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MARGIN = 8  # for a line number and a mark
NARROWEST = 20  # letters of text beside the margin; a narrower terminal folds them itself
# ANSI's: bold, dim, and the colours that git gives what goes, comes and moves; repairs in yellow.
STYLES = {
    "": "", "name": "1", "dim": "2", "removed": "31", "added": "32", "moved": "36", "repair": "33",
}  # fmt: skip

Span = tuple[str, str]  # a style, and a text without line ends


@dataclass(frozen=True)
class Page:
    """How lines are laid out: `width` columns, or as long as its lines are; in `colour` or not."""

    width: int | None = None
    colour: bool = False

    def line(self, margin: str, text: Sequence[Span]) -> Iterator[str]:
        """Give `text` as lines to print, the first after `margin`, the others set in as far.

        >>> print("".join(Page(28).line("    7 - ", [("", "Le chat dort au soleil.")])), end="")
            7 - Le chat dort au
                soleil.
        """
        first, rest = self.painted([("dim", margin)]), " " * MARGIN
        rows: Iterable[Sequence[Span]] = [text]
        if self.width:
            rows = list(wrapped(text, max(NARROWEST, self.width - MARGIN))) or [[]]
        for n, row in enumerate(rows):
            yield f"{rest if n else first}{self.painted(row)}\n"

    def head(self, title: str) -> str:
        """Give the line above all others, without a margin."""
        return self.painted([("name", title)]) + "\n"

    def painted(self, spans: Iterable[Span]) -> str:
        """Give `spans` in their colours, if there are any."""
        return "".join(
            f"\x1b[{STYLES[style]}m{text}\x1b[m" if self.colour and STYLES[style] else text
            for style, text in spans
        )


def wrapped(spans: Iterable[Span], room: int) -> Iterator[list[Span]]:
    """Give `spans` as rows of at most `room` columns, parted at spaces where there are any.

    >>> list(wrapped([("", "un deux "), ("added", "trois")], 8))
    [[('', 'un deux')], [('added', 'trois')]]
    """
    row, used = list[Span](), 0
    word: list[Span] = []
    for style, part in [*_parts(spans), ("", " ")]:
        if part != " ":
            word.append((style, part))
            continue
        size = sum(cells(text) for _, text in word)
        if used + size > room and row:
            yield _merged(row)
            row, used = [], 0
        while size > room:
            word, head = _cut(word, room)
            size -= sum(cells(text) for _, text in head)
            yield _merged(head)
        row += [*word, (style, " ")]
        used += size + 1
        word = []
    if _merged(row):
        yield _merged(row)


def _parts(spans: Iterable[Span]) -> Iterator[Span]:
    """Give each space, and what stands between spaces, with its style."""
    for style, text in spans:
        yield from ((style, part) for part in re.findall(r" |[^ ]+", text))


def _cut(word: list[Span], room: int) -> tuple[list[Span], list[Span]]:
    """Give what is left of a word too long for a row, and its first `room` columns."""
    head: list[Span] = []
    for n, (style, text) in enumerate(word):
        if cells(text) <= room:
            head.append((style, text))
            room -= cells(text)
            continue
        fits = max(1 - len(head), next(k for k in range(len(text)) if cells(text[: k + 1]) > room))
        return [(style, text[fits:]), *word[n + 1 :]], [*head, (style, text[:fits])]
    return [], head


def _merged(row: Iterable[Span]) -> list[Span]:
    """Give `row` with neighbours of one style as one, and without a space at its end."""
    found: list[Span] = []
    for style, text in row:
        if found and found[-1][0] == style:
            found[-1] = (style, found[-1][1] + text)
        else:
            found.append((style, text))
    while found and not found[-1][1].rstrip(" "):
        found.pop()
    return [*found[:-1], *((style, text.rstrip(" ")) for style, text in found[-1:])]


def cells(text: str) -> int:
    """Give how many columns of a terminal `text` takes.

    >>> cells("été"), cells("日本")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
