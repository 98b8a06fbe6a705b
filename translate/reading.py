"""Text files and TOML, read in one way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from translate.errors import UsageError


def read_text(path: Path) -> str:
    """Give the text of the UTF-8 file at `path`, without the byte order mark some editors write.

    Raises UsageError, which names the file and what is wrong, when it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}: line {line} is not UTF-8; save the file as UTF-8") from error


def parse_toml(text: str, where: str) -> dict[str, Any]:
    """Give the tables of the TOML `text`; `where` names it in errors. Raises UsageError.

    >>> parse_toml("a = 1", "a.toml")
    {'a': 1}
    """
    import tomllib  # only where there is something to read

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not valid TOML: {error}") from error


def read_toml(path: Path) -> dict[str, Any]:
    """Give the tables of the TOML file at `path`.

    Raises UsageError, which names the file and what is wrong, when it cannot be read.
    """
    return parse_toml(read_text(path), str(path))
