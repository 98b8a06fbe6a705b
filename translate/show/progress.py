"""Progress of long work, for a person at a terminal: what, how many, how long still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from translate.show.terminal import console, plural

Progress = Callable[[int, int], None]  # told how many of how many are done


@contextmanager
def progress(title: str, noun: str) -> Iterator[Progress]:
    """Give a function that shows on standard error how many of how many `noun`s are done.

    `title` says what is done to them. Nothing is left of it at the end.
    """
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bars

    fields = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[said]}", markup=False),
    )
    with Bars(*fields, console=console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None, said="")

        def show(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total)
            said = f"{done} of {plural(total, noun)}{left(bars.tasks[0].time_remaining)}"
            bars.update(task, said=said)

        yield show


def left(seconds: float | None) -> str:
    """Give in words how long it still takes; nothing where that is not known or soon.

    >>> left(7100), left(95), left(12), left(2), left(None)
    (', 2 h left', ', 2 min left', ', 12 s left', '', '')
    """
    if seconds is None or seconds < 5:
        return ""
    for unit, size in (("h", 3600), ("min", 60), ("s", 1)):
        if seconds >= 1.5 * size or size == 1:
            return f", {seconds / size:.0f} {unit} left"
    return ""
