"""Texts with fields, and what reads and writes them, for the tests of the formats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from translate.folders.formats import Bad, Columns, Fields, Row, Text, format_of, to_write

COLUMNS = Columns()
GOOD: list[dict[str, object]] = [
    {"id": "a", "text": "Le pont est ouvert.", "page": 2, "tags": ["ville"]},
    {"id": "b", "text": "« Été »\n\nœuf", "page": None, "tags": []},
]


def read(path: Path) -> list[Text | Bad]:
    found = format_of(path)
    assert found
    return list(found.read(path, COLUMNS))


def written(path: Path, rows: Iterable[Row]) -> Path:
    """Give `path`, made of `rows` in the format that it is called after."""
    fields, known = Fields(), list(rows)
    for row in known:
        fields.add(row, COLUMNS)
    with to_write(path).writer(path, COLUMNS, fields) as write:
        for row in known:
            write(row)
    return path


def lines(*values: object) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def parquet(path: Path, rows: list[dict[str, object]]) -> None:
    arrow, table = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table.write_table(arrow.Table.from_pylist(rows), path)


ROWS = [
    Row("a", "=1+1", {"id": "a", "n": 1, "deep": {"x": [1]}}, {"edits": {"notes": []}}),
    Row(
        "b",
        'Yes, "sure"\nand more\ud800',
        {"id": "b", "n": 2, "deep": None},
        {"edits": {"notes": [1]}},
    ),
]
