"""What is printed for a person at a terminal: colour where there is one, plain in a pipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from translate.show.signs import visible

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 96  # of an excerpt: a line of most terminals
NAMED = 3  # texts named in one line


def console(*, stderr: bool = False) -> Console:
    """Give a console on standard output or error that folds nothing when it is no terminal."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def plural(number: int, noun: str) -> str:
    """Give how many there are.

    >>> plural(1, "text"), plural(0, "text")
    ('1 text', '0 texts')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def excerpt(text: str) -> str:
    """Give the beginning of `text` as one line, its control characters shown.

    >>> excerpt("Il pleut.\\n" * 20)[-21:]
    'pleut. Il pleut. Il …'
    """
    return visible(shorten(text, WIDTH, placeholder=" …"))


def named(names: Sequence[str]) -> str:
    """Give a few of `names`, and how many more there are.

    >>> named(["a.txt", "b.txt", "c.txt", "d.txt"])
    'a.txt, b.txt, c.txt and 1 more'
    """
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return visible(", ".join(names[:NAMED])) + more


def most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give what is counted with how many there are, the most first, then by the alphabet.

    >>> most_first({"share": 2, "ad": 2, "cookie": 3})
    [('cookie', 3), ('ad', 2), ('share', 2)]
    """
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def tallied(counts: Counter[str]) -> str:
    """Give in a line how many there are of each, the most first.

    >>> tallied(Counter({"en": 1, "fr": 12}))
    '12 fr, 1 en'
    """
    return ", ".join(f"{number} {what}" for what, number in most_first(counts))


def columns(rows: Iterable[Sequence[object]], indent: str = "  ") -> str:
    """Give `rows` as lines with aligned columns; numbers to the right.

    >>> print(columns([("share", 12), ("cookie", 3)]))
      share   12
      cookie   3
    """
    table = [[str(cell) for cell in row] for row in rows]
    below = table[1:] or table  # a head may stand above the numbers
    numbers = [all(c.replace(".", "").isdigit() for c in col) for col in zip(*below, strict=True)]
    widths = [max(map(len, col)) for col in zip(*table, strict=True)]
    lines = []
    for row in table:
        cells = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ]
        lines.append(indent + "  ".join(cells).rstrip())
    return "\n".join(lines)
