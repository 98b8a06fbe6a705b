"""Texts that are no plain texts though their bytes are: a page, a mail, a table."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from translate.reading import read_toml

DATA = Path(__file__).with_name("data") / "shapes.toml"
HEAD = 4096  # characters that are looked at


def shape_of(text: str) -> str:
    r"""Give what `text` is by its beginning, and what to do about it; nothing for a plain text.

    >>> shape_of("<!DOCTYPE html>\n<p>Il pleut.</p>")
    'a web page; name it .html and read it with -o'
    >>> shape_of("Il pleut.")
    ''
    """
    head = text[:HEAD]
    for shape, pattern in _shapes():
        if pattern.search(head):
            return f"{shape['kind']}; {shape['remedy']}"
    return ""


def shapes() -> list[dict[str, Any]]:
    """Give the table of shapes, with the examples and look-alikes of each.

    >>> [shape["kind"] for shape in shapes()][:2]
    ['a web page', 'a piece of a web page']
    """
    found: list[dict[str, Any]] = read_toml(DATA)["shape"]
    return found


@cache
def _shapes() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    return [(shape, re.compile(shape["pattern"], re.IGNORECASE)) for shape in shapes()]
