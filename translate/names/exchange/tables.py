"""Glossaries as tables: CSV and TSV, with our columns or with two or more and no head.

A cell that a spreadsheet would take for a formula has an apostrophe before it; several spellings in
one cell are parted by `|`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.languages import language
from translate.names.exchange.entries import Taken, fields, pair, taken
from translate.names.glossary import KEYS, LISTS, Glossary
from translate.reading import read_text

FORMULA = re.compile(r"'*[=+\-@]")
GUARDED = re.compile(r"'+[=+\-@]")
HEADS = {
    "source": "canonical", "term": "canonical", "translation": "target", "comment": "note",
    "notes": "note",
}  # fmt: skip
FOUR = 4  # columns of a glossary of DeepL that names its languages
PART = re.compile(r"((?:[^\\|]|\\.)*)(\||$)", re.DOTALL)


def read_csv(file: Path, glossary: Glossary) -> Taken:
    """Give the names of a CSV file, a glossary of DeepL among them; raises UsageError."""
    return _read(file, glossary, ",")


def read_tsv(file: Path, glossary: Glossary) -> Taken:
    """Give the names of a TSV file; raises UsageError."""
    return _read(file, glossary, "\t")


def write_csv(glossary: Glossary) -> tuple[str, list[str]]:
    """Give the glossary as CSV; nothing is left out."""
    return _write(glossary, ","), []


def write_tsv(glossary: Glossary) -> tuple[str, list[str]]:
    """Give the glossary as TSV; nothing is left out."""
    return _write(glossary, "\t"), []


def _read(file: Path, glossary: Glossary, delimiter: str) -> Taken:
    text = read_text(file)
    if delimiter == "," and ";" in text.split("\n", 1)[0] and "," not in text.split("\n", 1)[0]:
        delimiter = ";"  # as spreadsheets write it where the comma is a decimal sign
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UsageError(f"{file}: not a table: {error}") from error
    return taken(_entries(file, rows, glossary))


def _entries(
    file: Path, rows: Sequence[Sequence[str]], glossary: Glossary
) -> Iterator[tuple[str, dict[str, Any]]]:
    first = [cell.strip().lower() for cell in (*rows, [])[0]]
    heads = [*(_head(cell, glossary) for cell in first[:2]), *first[2:]]
    heads = [HEADS.get(head, head) for head in heads]
    ours = "canonical" in heads
    for number, row in enumerate(rows[ours:], 1 + ours):
        place = f"{file}: row {number}"
        cells = [unguarded(cell.strip()) for cell in row]
        if not any(cells):
            continue
        if ours:
            told: dict[str, Any] = dict(zip(heads, cells, strict=False))
            known = {head: cell for head, cell in told.items() if head in KEYS and cell}
            if "kind" not in heads:
                known = {**pair(known.get("canonical", ""), ""), **known}
            for field in LISTS:
                known[field] = split(known.get(field, ""))
            yield place, known
        elif len(cells) < 2:
            raise UsageError(f"{place}: two columns are needed, a term and its translation")
        elif len(cells) < FOUR:
            yield place, pair(cells[0], cells[1], *cells[2:])
        elif [cell.lower()[:2] for cell in cells[2:4]] == [glossary.source, glossary.target]:
            yield place, pair(cells[0], cells[1])


def _head(cell: str, glossary: Glossary) -> str:
    """Give our name of one of the first two columns: a language heads the terms in it."""
    for field, code in (("canonical", glossary.source), ("target", glossary.target)):
        if cell in (code, language(code).name.lower()) or cell.startswith(f"{code}-"):
            return field
    return cell


def _write(glossary: Glossary, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(KEYS)
    for name in glossary.names:
        told = fields(name)
        cells = [join(told[k]) if k in LISTS and k in told else told.get(k, "") for k in KEYS]
        writer.writerow([safe(cell) for cell in cells])
    return out.getvalue()


def safe(cell: str) -> str:
    """Give `cell` so that no spreadsheet computes it.

    >>> safe("=1+1"), safe("Ada")
    ("'=1+1", 'Ada')
    """
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Give `cell` as it was before `safe`.

    >>> unguarded("'=1+1"), unguarded("'Ada"), unguarded(safe("'@b"))
    ('=1+1', "'Ada", "'@b")
    """
    return cell[1:] if GUARDED.match(cell) else cell


def join(spellings: Sequence[str]) -> str:
    """Give `spellings` as one cell.

    >>> join(["ada", "a|b"]), split(join(["ada", "a|b"]))
    ('ada|a\\\\|b', ['ada', 'a|b'])
    """
    return "|".join(re.sub(r"([\\|])", r"\\\1", one) for one in spellings)


def split(cell: str) -> list[str]:
    """Give the spellings in `cell`, those that `join` put there."""
    found = (re.sub(r"\\(.)", r"\1", match[1]) for match in PART.finditer(cell))
    return [one.strip() for one in found if one.strip()]
