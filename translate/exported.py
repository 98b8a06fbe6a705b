"""Files for other programs: each is written whole or not at all, and over no other file."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from translate.errors import UsageError


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
