"""Rows of the data that stand for several: what differs only in a word is written once.

A row with `for` is one for each entry of that list, whose parts stand for A, B, C … in braces; a
piece that is a list has several forms, and a pattern with it is one for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from translate.languages.parts import filled

NAME = re.compile(r"\{([a-z]+)\}")
PART = re.compile(r"\{([A-Z])\}")
Pieces = Mapping[str, str | Sequence[str]]


def written_out(told: Any, pieces: Pieces) -> Any:
    """Give what is `told`, a table, with its rows written out and the `pieces` in their places.

    >>> row = {"pattern": "{A}iers?", "to": "{B}", "for": [["chén", "oak"], ["merl", "cherry"]]}
    >>> written_out([row], {})
    [{'pattern': 'chéniers?', 'to': 'oak'}, {'pattern': 'merliers?', 'to': 'cherry'}]
    >>> written_out({"span": ["en {time}"]}, {"time": ["1 h", "de 1 h à 2 h"]})
    {'span': ['en (?:1 h)', 'en (?:de 1 h à 2 h)']}
    """
    if isinstance(told, dict):
        return {key: written_out(one, pieces) for key, one in told.items()}
    if isinstance(told, list):
        rows = [row for one in told for row in _rows(one)]
        return [form for row in rows for form in _forms(row, pieces)]
    [form] = _forms(told, pieces)  # of several forms only a list has place for all
    return form


def _rows(row: Any) -> Iterator[Any]:
    """Give the rows that `row` stands for."""
    if not isinstance(row, dict) or "for" not in row:
        yield row
        return
    rest = {key: value for key, value in row.items() if key != "for"}
    for parts in row["for"]:
        yield _with_parts(rest, [parts] if isinstance(parts, str) else parts)


def _with_parts(told: Any, parts: Sequence[str]) -> Any:
    """Give what is `told` with the `parts` of one entry in the places of their letters."""
    if isinstance(told, dict):
        return {key: _with_parts(one, parts) for key, one in told.items()}
    if isinstance(told, list):
        return [_with_parts(one, parts) for one in told]
    if isinstance(told, str):
        return PART.sub(lambda m: parts[ord(m[1]) - ord("A")], told)
    return told


def _forms(told: Any, pieces: Pieces) -> Iterator[Any]:
    """Give `told` once for each form of the pieces in it, where it is a pattern."""
    if not isinstance(told, str):
        yield written_out(told, pieces) if isinstance(told, dict | list) else told
        return
    names = [name for name in dict.fromkeys(NAME.findall(told)) if name in pieces]
    forms = ([pieces[n]] if isinstance(pieces[n], str) else pieces[n] for n in names)
    for chosen in product(*forms):
        yield filled(told, dict(zip(names, map(str, chosen), strict=True)))
