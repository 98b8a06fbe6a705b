"""One run at a time in a folder of results, and nothing half-made of a killed one left there."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translate.errors import UsageError
from translate.folders.files import EDITS, SENTENCES, Item, access
from translate.locks import locked

PART = re.compile(r"\.(.+)\.\d+\.part")  # what `files.write` leaves when it is killed


@contextmanager
def alone(folder: Path, items: Sequence[Item]) -> Iterator[None]:
    """Keep other runs out of `folder`, where the results of `items` go; clear what a kill left.

    Another run that is at work there is waited for, with a warning. The folder is made if it is not
    there, for the same people as that of the texts, and goes again if nothing came into it. Raises
    UsageError when it cannot be made or written.
    """
    new = not folder.exists()
    try:
        folder.mkdir(mode=_mode(items), parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UsageError(f"{folder}: is a file; name a folder for the results") from error
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror})") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"{folder}: cannot be written (no permission)")
    try:
        with locked(folder):
            sweep(items)
            yield
    finally:
        if new:
            with contextlib.suppress(OSError):
                folder.rmdir()


def sweep(items: Sequence[Item]) -> None:
    """Remove the halves of results and records that a killed run left where those of `items` go."""
    names = {item.target for item in items}
    for folder in {item.target.parent for item in items}:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                half = PART.fullmatch(entry.name)
                whole = half[1].removesuffix(EDITS).removesuffix(SENTENCES) if half else ""
                if half and (whole != half[1] or folder / whole in names):
                    Path(entry.path).unlink(missing_ok=True)


def _mode(items: Sequence[Item]) -> int:
    """Give the permissions of a folder for results of `items`: who reads a text may look in."""
    modes = 0o700
    for item in items[:1]:
        root = list(item.source.parents)[item.name.count("/")]
        reading = access(root, root)
        modes |= reading | (reading & 0o444) >> 2
    return modes
