"""Changes and summaries for a person at a terminal: colour where there is one, plain in a pipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from translate.show.diff import Hunk
from translate.show.signs import visible

if TYPE_CHECKING:
    from rich.console import Console

STYLE = {"removed": "red", "added": "green"}
OPEN = {"removed": "[-", "added": "{+"}
CLOSE = {"removed": "-]", "added": "+}"}


def console(*, stderr: bool = False) -> Console:
    """Give a console on standard output or error that folds nothing when it is no terminal."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def show_hunks(out: Console, name: str, hunks: Sequence[Hunk]) -> None:
    """Print the changes of one document, line by line, with the rules that made them and why."""
    from rich.text import Text

    if not hunks:
        return
    out.print(Text(name, style="bold"))
    for hunk in hunks:
        whole = all(kind == "removed" or not text.strip() for kind, text in hunk.parts)
        line = Text(f"{hunk.line:>5} {'-' if whole else '~'} ")
        for kind, text in hunk.parts:
            shown = visible(text.strip("\r\n") if whole else text)
            if whole or kind == "same":
                line.append(shown, style="red" if whole else "dim")
            else:
                line.append(f"{OPEN[kind]}{shown}{CLOSE[kind]}", style=STYLE[kind])
        out.print(line)
        for (rule, reason), count in Counter((c.rule, c.reason) for c in hunk.changes).items():
            times = f" ({count} times)" if count > 1 else ""
            out.print(Text(f"        {rule}: {reason}{times}", style="dim"))
    out.print()


def columns(rows: Iterable[Sequence[object]], indent: str = "  ") -> str:
    """Give `rows` as lines with aligned columns; numbers to the right.

    >>> print(columns([("share", 12), ("cookie", 3)]))
      share   12
      cookie   3
    """
    table = [[str(cell) for cell in row] for row in rows]
    numbers = [all(c.replace(".", "").isdigit() for c in col) for col in zip(*table, strict=True)]
    widths = [max(map(len, col)) for col in zip(*table, strict=True)]
    lines = []
    for row in table:
        cells = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ]
        lines.append(indent + "  ".join(cells).rstrip())
    return "\n".join(lines)
