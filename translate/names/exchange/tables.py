"""Glossaries as tables: CSV and TSV, with our columns or with two or more and no head.

A cell that a spreadsheet would take for a formula has an apostrophe before it; several spellings in
one cell are parted by `|`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from translate.errors import UsageError
from translate.exported import as_cell, of_cell
from translate.languages import language
from translate.languages.words import WORD, fold_word
from translate.names.exchange.entries import Taken, fields, pair, taken
from translate.names.glossary import KEYS, LISTS, Glossary
from translate.reading import read_text, read_toml

HEADS = Path(__file__).with_name("heads.toml")
KIND = "kind in words"  # a column of kinds that are not called as ours are
LABEL = 3  # words of a head that names a language at the most: "Terme en anglais"
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
    heads = _heads((*rows, [])[0], glossary)
    found = taken(_entries(file, rows, heads, glossary))
    unknown = [head for head in heads if head and head not in (*KEYS, KIND)]
    if unknown and "target" not in heads:  # one of them may be the English
        told = (
            f"{file}: column '{unknown[0]}' is none of {', '.join(KEYS)}: name it in the first row"
        )
        found = replace(found, left_out=(told, *found.left_out))
    return found


def _entries(
    file: Path, rows: Sequence[Sequence[str]], heads: Sequence[str], glossary: Glossary
) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, row in enumerate(rows[bool(heads) :], 1 + bool(heads)):
        place = f"{file}: row {number}"
        cells = [of_cell(cell.strip()) for cell in row]
        if not any(cells):
            continue
        if heads:
            yield place, _told(dict(zip(heads, cells, strict=False)))
        elif len(cells) < 2:
            raise UsageError(f"{place}: two columns are needed, a term and its translation")
        elif len(cells) < FOUR:
            yield place, pair(cells[0], cells[1], *cells[2:])
        elif [cell.lower()[:2] for cell in cells[2:4]] == [glossary.source, glossary.target]:
            yield place, pair(cells[0], cells[1])


def _told(row: dict[str, str]) -> dict[str, Any]:
    """Give the entry of a row: its cells by their heads."""
    entry: dict[str, Any] = {head: cell for head, cell in row.items() if head in KEYS and cell}
    if KIND in row:  # in words of others: what they do not tell, the spelling does
        entry["kind"] = _others()["kinds"].get(fold_word(row[KIND]), "")
    if not entry.get("kind") and "kind" not in row:
        entry = {**pair(entry.get("canonical", ""), ""), **{k: v for k, v in entry.items() if v}}
    for field in LISTS:
        entry[field] = split(entry.get(field, ""))
    return entry


def _heads(row: Sequence[str], glossary: Glossary) -> list[str]:
    """Give our fields of the heads in `row`, as it stands where it is no field; or no heads."""
    heads = [_head(cell.strip(), glossary) for cell in row]
    others = set(heads) & {*KEYS, KIND} - {"canonical"}
    early = {"canonical", "target"} & set(heads[:2])
    ours = "canonical" in row or (early and others and heads.count("canonical") == 1)
    return heads if ours else []


def _head(cell: str, glossary: Glossary) -> str:
    """Give the field that a column headed `cell` holds: a language heads the terms in it."""
    if cell in KEYS:
        return cell
    words = WORD.findall(fold_word(cell))
    phrase = " ".join(words)
    for field, code in (("canonical", glossary.source), ("target", glossary.target)):
        own = {code, language(code).name.lower(), *_others()["spoken"].get(code, ())}
        if len(words) <= LABEL and not own.isdisjoint(words):
            return field
    return str(_others()["fields"].get(phrase, cell))


@cache
def _others() -> dict[str, dict[str, Any]]:
    """Give what others call our fields and kinds, and how they call languages."""
    tables = read_toml(HEADS)
    fields, kinds = (
        {w: k for k, v in tables[t].items() for w in (k, *v)} for t in ("fields", "kinds")
    )
    fields |= dict.fromkeys(tables["fields"]["kind"], KIND)
    return {"fields": fields, "kinds": kinds, "spoken": tables["languages"]}


def _write(glossary: Glossary, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(KEYS)
    for name in glossary.names:
        told = fields(name)
        cells = [join(told[k]) if k in LISTS and k in told else told.get(k, "") for k in KEYS]
        writer.writerow([as_cell(cell) for cell in cells])
    return out.getvalue()


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
