"""The thresholds, weights and lists of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from translate.reading import read_toml


@cache
def table(name: str) -> dict[str, Any]:
    """Give the table in the file `name`.toml; it must not be changed.

    >>> table("stems")["least"]
    3
    """
    return read_toml(Path(__file__).parent / f"{name}.toml")
