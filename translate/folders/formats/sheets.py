"""Tables as text: CSV and TSV; one column holds the texts, the first row names the columns."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.folders.formats import Bad, Columns, Row, Text, Write, no_column
from translate.folders.formats.jsonl import of_fields

SUFFIXES = (".csv", ".tsv")
# What a spreadsheet would take for a formula, and run: such a cell is written with "'" before it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each row below the first, which names the columns."""
    yield from of_rows(_rows(file), file, columns)


def of_rows(
    rows: Iterable[tuple[str, list[str] | Bad]], file: Path, columns: Columns
) -> Iterator[Text | Bad]:
    """Give the text of each of `rows` of a table, each with its place."""
    names: list[str] = []
    for place, row in rows:
        if isinstance(row, Bad):
            yield row
        elif not names:
            names = row
            if columns.text not in names:
                raise no_column(file, columns.text, names)
        elif len(row) > len(names):
            yield Bad(place, f"{len(row)} cells, but {len(names)} columns")
        elif any(row):
            yield of_fields(dict(zip(names, map(_unquoted, row), strict=False)), place, columns)
    if not names:
        raise UsageError(f"{file}: is empty: its first row must name the columns")


def _rows(file: Path) -> Iterator[tuple[str, list[str] | Bad]]:
    csv.field_size_limit(min(sys.maxsize, (1 << 31) - 1))
    try:
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as opened:
            rows = csv.reader(opened, delimiter=_delimiter(file), strict=True)
            while True:
                try:
                    row = next(rows, None)
                except csv.Error as error:
                    place = f"{file}:{rows.line_num}"
                    yield place, Bad(place, f"not CSV ({error})")
                    continue
                if row is None:
                    return
                yield f"{file}:{rows.line_num}", row
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error


def _delimiter(file: Path) -> str:
    """Give what stands between cells: the most frequent of the usual signs in the first line."""
    if file.suffix.lower() == ".tsv":
        return "\t"
    with file.open(encoding="utf-8-sig", errors="surrogateescape") as opened:
        first = opened.readline(1 << 16)
    return max(",;\t", key=first.count)


def _unquoted(cell: str) -> str:
    """Give a cell as it was before `_quoted`."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA else cell


def _quoted(cell: str) -> str:
    """Give a cell so that no spreadsheet takes it for a formula.

    >>> _quoted("=1+1"), _quoted("- un"), _quoted("un = deux")
    ("'=1+1", "'- un", 'un = deux')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _cells(row: dict[str, Any], names: Iterable[str]) -> list[str]:
    values = (row.get(name) for name in names)
    said = (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values)
    return [_quoted(s).encode("utf-8", "replace").decode() if s != "null" else "" for s in said]


@contextmanager
def writer(file: Path, columns: Columns) -> Iterator[Write]:
    """Write a row each, records as JSON in cells of their own, below one that names the columns."""
    names: list[str] = []
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
    with file.open("w", encoding="utf-8", newline="") as opened:
        out = csv.writer(opened, delimiter=delimiter, lineterminator="\n")

        def write(row: Row) -> None:
            flat = row.flat(columns)
            if not names:
                names.extend(flat)
                out.writerow(names)
            if more := flat.keys() - set(names):
                raise UsageError(f"{row.name}: no column for '{min(more)}'; write JSONL or Parquet")
            out.writerow(_cells(flat, names))

        yield write
