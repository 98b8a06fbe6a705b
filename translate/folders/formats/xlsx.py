"""XLSX books: the first sheet is read, one sheet written; needs the extra `sheets`.

A cell holds 32,767 characters: a book has the texts and their fields, and no records.
"""

from __future__ import annotations

import re
import shutil
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import CorpusWarning, UsageError
from translate.folders.formats import (
    OURS,
    Bad,
    Columns,
    Fields,
    Text,
    Write,
    as_text,
    cannot_be_read,
    needed,
)
from translate.folders.formats.sheets import of_rows

SUFFIXES = (".xlsx",)
NEEDS = ("openpyxl", "sheets", "XLSX")
LARGEST = 1 << 30  # bytes, unpacked: books are packed, and may be bombs
MOST_ROWS, MOST_LETTERS = 1_048_576, 32_767  # of a sheet, of a cell
MOST_NUMBER = 10**15
RECORDS = (f"{OURS}edits", f"{OURS}sentences")
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
NO_TIME = (1980, 1, 1, 0, 0, 0)  # with which an archive begins to count


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each row below the first, which names the columns."""
    yield from of_rows(_rows(file), file, columns)


def _rows(file: Path) -> Iterator[tuple[str, list[str] | Bad]]:
    openpyxl = needed(*NEEDS)
    try:
        with zipfile.ZipFile(file) as book:
            size = sum(member.file_size for member in book.infolist())
        if size > LARGEST:
            raise UsageError(f"{file}: refused: unpacks to more than {LARGEST >> 30} GB")
        opened = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            if not opened.worksheets:
                raise UsageError(f"{file}: has no sheet with cells; put the texts in one")
            _tell_other_sheets(file, [sheet.title for sheet in opened.worksheets])
            _tell_formulas(openpyxl, file, opened)
            width = 0  # of the first row: cells that nobody filled are not in a book
            for number, row in enumerate(opened.worksheets[0].iter_rows(values_only=True), 1):
                cells = ["" if value is None else str(value) for value in row]
                while len(cells) > width and not cells[-1]:
                    cells.pop()
                cells += [""] * (width - len(cells))
                width = width or len(cells)
                yield f"{file}:{number}", cells
        finally:
            opened.close()
    except UsageError:
        raise
    except zipfile.BadZipFile as error:
        said = "is no XLSX book, or is locked or cut; save it as one, without a password"
        raise UsageError(f"{file}: {said}") from error
    except Exception as error:  # zip, XML, missing parts: openpyxl lets everything through
        raise cannot_be_read(file, error) from error


def _tell_other_sheets(file: Path, names: Sequence[str]) -> None:
    if len(names) > 1:
        first = " ".join(names[0].split())
        said = f"{file}: of its {len(names)} sheets the first is read, '{first}'"
        warnings.warn(said, CorpusWarning, stacklevel=2)


def _tell_formulas(openpyxl: Any, file: Path, told: Any) -> None:
    """Tell of cells that hold a formula and no value: programs that compute none leave them so.

    `told` is the book `file`, opened with the values of its formulas.
    """
    with zipfile.ZipFile(file) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/")]
        if not any(_holds(book, name, b"<f>", b"<f ") for name in sheets):
            return
    plain = openpyxl.load_workbook(file, read_only=True)
    try:
        rows = (book.worksheets[0].iter_rows() for book in (plain, told))
        lost = [
            formula.coordinate
            for row, values in zip(*rows, strict=True)
            for formula, value in zip(row, values, strict=True)
            if formula.data_type == "f" and value.value is None
        ]
    finally:
        plain.close()
    if lost:
        from translate.show.terminal import plural

        said = f"{plural(len(lost), 'formula')} without a value that was saved, {lost[0]} first"
        remedy = "read as empty: save the book once in a program for spreadsheets"
        warnings.warn(f"{file}: {said}; {remedy}", CorpusWarning, stacklevel=2)


def _holds(book: zipfile.ZipFile, name: str, *signs: bytes) -> bool:
    """Tell whether one of `signs` stands in the member `name`, which is read in pieces."""
    with book.open(name) as member:
        last = b""
        while piece := member.read(1 << 20):
            if any(sign in last + piece for sign in signs):
                return True
            last = piece[-2:]
    return False


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write a row each below one that names the columns; no text is taken for a formula.

    Raises UsageError for a text that no cell holds, and for more rows than a sheet has.
    """
    openpyxl = needed(*NEEDS)
    cells = needed("openpyxl.cell", "sheets", "XLSX")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("texts")
    names = [name for name in fields.of_table(file) if name not in RECORDS]
    count = 0

    def cell(value: Any) -> Any:
        if value is None or isinstance(value, (bool, int, float)):
            return value
        made = cells.WriteOnlyCell(sheet, value)
        made.data_type, made.quotePrefix = "s", True  # a text, though it begins with "="
        return made

    def append(values: Iterable[Any], name: str) -> None:
        nonlocal count
        count += 1
        if count > MOST_ROWS:
            raise UsageError(f"a sheet has {MOST_ROWS} rows and no more; write JSONL or Parquet")
        sheet.append([cell(_shown(value, name)) for value in values])

    try:
        if names:
            append(names, "the names of the fields")
        yield lambda row: append(map(row.flat(columns).get, names), row.name)
    except BaseException:
        sheet.close()
        raise
    book.save(file)
    _without_times(file)


def _shown(value: Any, name: str) -> Any:
    """Give `value`, of the text `name`, as a cell holds it: a number of 15 digits, or a text."""
    if value is None or (isinstance(value, (bool, int, float)) and abs(value) < MOST_NUMBER):
        return value
    said = as_text(value)
    if len(said) > MOST_LETTERS:
        most = f"a cell holds {MOST_LETTERS} characters, this text has {len(said)}"
        raise UsageError(f"{name}: {most}; write JSONL or Parquet")
    return NO_XML.sub("\ufffd", said)


def _without_times(file: Path) -> None:
    """Write the book again without the times at which it was written: same texts, same bytes."""
    again = file.with_name(f"{file.name}.again")
    with (
        zipfile.ZipFile(file) as book,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for member in book.infolist():
            made = zipfile.ZipInfo(member.filename, NO_TIME)
            made.compress_type = zipfile.ZIP_DEFLATED
            with book.open(member) as old, out.open(made, "w", force_zip64=True) as new:
                if member.filename == "docProps/core.xml":
                    new.write(STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read()))
                else:
                    shutil.copyfileobj(old, new)
    again.replace(file)
