"""Standard output as a person has it: how wide, in colour or not, a page at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

PAGER = "less"
LESS = "FRX"  # ends where all fits on a page, sends colours on, leaves the text on the screen


def coloured() -> bool:
    """Tell whether standard output is a terminal with colours that nobody declined (NO_COLOR)."""
    declined = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not declined


def width() -> int | None:
    """Give the width to wrap to: that of the terminal or of $COLUMNS; None: do not wrap."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdecimal():
        return shutil.get_terminal_size().columns
    return None


@contextmanager
def paged() -> Iterator[TextIO]:
    """Give a stream whose text a person reads in $PAGER, or in less; else, standard output.

    A pager that is closed early ends nothing but the output.
    """
    pager = os.environ.get("PAGER", PAGER)
    if not sys.stdout.isatty() or pager in ("", "cat") or not shutil.which(pager.split()[0]):
        yield sys.stdout
        return
    sys.stdout.flush()
    process = subprocess.Popen(
        pager, shell=True, stdin=subprocess.PIPE, env={"LESS": LESS, "LV": "-c", **os.environ},
        encoding="utf-8", errors="backslashreplace",
    )  # fmt: skip
    try:
        with suppress(BrokenPipeError), cast("TextIO", process.stdin) as stream:
            yield stream
    finally:
        _wait(process)


def _wait(process: subprocess.Popen[str]) -> None:
    """Wait until the pager is closed; Ctrl-C is the pager's affair."""
    while True:
        with suppress(KeyboardInterrupt):
            process.wait()
            return
