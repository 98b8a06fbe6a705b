"""The first sheet of XLSX books, which are only read; needs the extra `sheets`."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from translate.errors import UsageError
from translate.folders.formats import Bad, Columns, Text, cannot_be_read, needed
from translate.folders.formats.sheets import of_rows

SUFFIXES = (".xlsx",)
LARGEST = 1 << 30  # bytes, unpacked: books are packed, and may be bombs


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each row below the first, which names the columns."""
    yield from of_rows(_rows(file), file, columns)


def _rows(file: Path) -> Iterator[tuple[str, list[str] | Bad]]:
    openpyxl = needed("openpyxl", "sheets", "XLSX")
    try:
        with zipfile.ZipFile(file) as book:
            size = sum(member.file_size for member in book.infolist())
        if size > LARGEST:
            raise UsageError(f"{file}: refused: unpacks to more than {LARGEST >> 30} GB")
        opened = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            for number, row in enumerate(opened.worksheets[0].iter_rows(values_only=True), 1):
                cells = ["" if value is None else str(value) for value in row]
                while cells and not cells[-1]:
                    cells.pop()
                yield f"{file}:{number}", cells
        finally:
            opened.close()
    except UsageError:
        raise
    except Exception as error:  # zip, XML, missing parts: openpyxl lets everything through
        raise cannot_be_read(file, error) from error
