"""Tables as text: CSV and TSV; one column holds the texts, the first row names the columns."""

from __future__ import annotations

import codecs
import csv
import re
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from translate.errors import UsageError
from translate.exported import as_cell, of_cell
from translate.folders.formats import (
    Bad,
    Columns,
    Fields,
    Row,
    Text,
    Write,
    as_text,
    no_column,
    sound,
)
from translate.folders.formats.jsonl import of_fields

SUFFIXES = (".csv", ".tsv")
TOLD = re.compile(r"(?i)sep=(?P<sign>[^\r\n\"])\r?\n")
WIDE: dict[tuple[int, ...], str] = {
    (1, 3): "utf-16-le",
    (0, 2): "utf-16-be",
}  # by the bytes that are zero in two letters
MOST_AGAIN = 10_000  # lines: damage in every row must not make reading slow


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
        elif not any(row):
            continue
        elif not names:
            names = [_readable(name) for name in row]
            if columns.text not in names:
                raise no_column(file, columns.text, names)
            if twice := next((n for n, many in Counter(names).items() if n and many > 1), ""):
                raise UsageError(f"{place}: two columns are called '{twice}'; name them apart")
        elif len(row) > len(names):
            said = f"{len(row)} cells, but {len(names)} columns"
            yield Bad(place, f"{said}; name each column, or put such a text in quotes")
        else:
            cells = zip(names, row, strict=False)
            fields = {n: cell if n == columns.text else _readable(cell) for n, cell in cells}
            yield of_fields(fields, place, columns, "surrogateescape")
    if not names:
        raise UsageError(f"{file}: is empty: its first row must name the columns")


def _rows(file: Path) -> Iterator[tuple[str, list[str] | Bad]]:
    csv.field_size_limit(min(sys.maxsize, (1 << 31) - 1))
    try:
        with _opened(file) as opened:
            lines = Lines(opened)
            delimiter, told = _delimiter(file)
            rows = csv.reader(lines, delimiter=delimiter, strict=True)
            if told:
                next(lines)
            while True:
                lines.begin()
                place = f"{file}:{lines.number + 1}"
                try:
                    yield place, [of_cell(cell) for cell in next(rows)]
                except StopIteration:
                    return
                except csv.Error as error:
                    yield place, Bad(place, f"not CSV ({error})")
                    lines.go_back()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from error


class Lines:
    """The lines of a table; those below the first of a bad row can be given again.

    A quote that is never closed would take all rows below with it.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.number = 0  # of the line that was given last
        self._lines = lines
        self._again: deque[str] = deque()
        self._given: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._given.append(line)
        self.number += 1
        return line

    def begin(self) -> None:
        """Take the next line for the first of a row."""
        self._given.clear()

    def go_back(self) -> None:
        """Give the lines again that stand below the first of this row, if they are not many."""
        below = self._given[1:]
        if len(below) <= MOST_AGAIN:
            self._again.extendleft(reversed(below))
            self.number -= len(below)


def _delimiter(file: Path) -> tuple[str, bool]:
    """Give what stands between cells, and whether a line of its own says so, as for Excel.

    It is a tab in a TSV, else the most frequent of the usual signs in the first line.
    """
    with _opened(file) as opened:
        first = opened.readline(1 << 16)
    if told := TOLD.fullmatch(first):
        return told["sign"], True
    return ("\t" if file.suffix.lower() == ".tsv" else max(",;\t|", key=first.count)), False


def _opened(file: Path) -> TextIO:
    """Open `file`; bytes that are no UTF-8 are kept as they are, for the text to be decoded."""
    with file.open("rb") as raw:
        head = raw.read(4)
    wide = WIDE.get(tuple(n for n, byte in enumerate(head) if not byte), "")
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):  # as Excel saves Unicode
        wide = "utf-16"
    coding, errors = (wide, "replace") if wide else ("utf-8-sig", "surrogateescape")
    return file.open(encoding=coding, errors=errors, newline="")


def _readable(cell: str) -> str:
    r"""Give `cell`, which is no text to be decoded with care, with what is no UTF-8 as cp1252.

    >>> _readable("\udce9t\udce9"), _readable("été")
    ('été', 'été')
    """
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return cell


def _cell(value: Any) -> str:
    return sound(as_cell(as_text(value))) if value is not None else ""


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write a row each, records as JSON in cells of their own, below one that names the columns."""
    names = list(fields.of_table(file))
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
    with file.open("w", encoding="utf-8", newline="") as opened:
        out = csv.writer(opened, delimiter=delimiter, lineterminator="\n")
        if names:
            out.writerow(map(_cell, names))

        def write(row: Row) -> None:
            out.writerow(map(_cell, map(row.flat(columns).get, names)))

        yield write
