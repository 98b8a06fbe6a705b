"""Changes and summaries for a person at a terminal: colour where there is one, plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from translate.show.diff import Change

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLE = {"removed": "red", "added": "green", "replaced": "yellow"}
MARK = {"removed": "-", "added": "+", "replaced": "~"}


def console(*, stderr: bool = False) -> Console:
    """Give a console on standard output or error that folds nothing when it is no terminal."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)


def visible(text: str) -> str:
    """Give `text` with its line ends and control characters shown, the rest as it is.

    >>> visible("a\\r\\nb\\x00")
    'a␍↵b␀'
    """
    table = {10: "↵", 13: "␍", 9: "⇥", 127: "␡", 0xA0: "⍽", 0x202F: "⍽", 0xAD: "¬"}
    shown = text.translate(table | {n: 0x2400 + n for n in range(32) if n not in (9, 10, 13)})
    return shown.encode("utf-8", "backslashreplace").decode()


def show_changes(out: Console, name: str, changes: Sequence[Change]) -> None:
    """Print the changes of one document, each with its line, its rule and its reason."""
    from rich.text import Text

    if not changes:
        return
    out.print(Text(name, style="bold"))
    for change in changes:
        mark, style = MARK[change.kind], STYLE[change.kind]
        line = Text(f"{change.line:>5} {mark} ")
        whole = change.kind == "removed" and not change.before.strip() and not change.after.strip()
        if whole:
            line.append(visible(change.old.strip("\r\n")), style=style)
        else:
            line.append(visible(change.before), style="dim")
            _inside(line, change)
            line.append(visible(change.after), style="dim")
        out.print(line)
        out.print(Text(f"        {change.rule}: {change.reason}", style="dim"))
    out.print()


def _inside(line: Text, change: Change) -> None:
    if change.old:
        line.append(f"[-{visible(change.old)}-]", style="red")
    if change.new:
        line.append(f"{{+{visible(change.new)}+}}", style="green")


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
