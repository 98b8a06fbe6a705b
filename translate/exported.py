"""Files for other programs: whole or not at all, over no other file, and with nothing that runs."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from translate.errors import UsageError

# How a cell begins that a spreadsheet takes for a formula, and runs.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def exported(file: Path) -> Iterator[TextIO]:
    """Give what is written to, and is `file` once it is whole.

    What is there already may be a person's work by now: where it is something else than what was
    written it stays. Raises UsageError then, and where nothing can be written.
    """
    place = file.resolve()
    new = place.with_name(f".{place.name}.new")
    try:
        if place.exists() and not place.is_file():
            raise UsageError(f"{file}: not a plain file: name another one")
        with new.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        if place.exists() and not filecmp.cmp(new, place, shallow=False):
            raise UsageError(f"{file}: is there already; delete it or name another file")
        new.replace(place)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written ({error.strerror})") from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would take `cell` for a formula, but for the "'" before it."""
    return cell.lstrip("'").startswith(FORMULA)


def as_cell(text: str) -> str:
    """Give `text` as a cell that no spreadsheet takes for a formula: with "'" before it.

    >>> as_cell("=1+1"), as_cell("- un"), as_cell("un = deux")
    ("'=1+1", "'- un", 'un = deux')
    """
    return f"'{text}" if is_formula(text) else text


def of_cell(cell: str) -> str:
    """Give the text of a cell that `as_cell` made, or that anybody wrote.

    >>> [of_cell(as_cell(text)) for text in ("=1+1", "'=1+1", "'un'")]
    ['=1+1', "'=1+1", "'un'"]
    """
    return cell[1:] if cell[:1] == "'" and is_formula(cell) else cell
