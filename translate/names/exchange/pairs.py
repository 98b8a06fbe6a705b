"""Glossaries that are pairs of terms and no more: those of OmegaT and DeepL.

Each spelling is a pair of its own. A term that a spreadsheet would take for a formula is left out:
these programs would take a guard for a part of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from translate.exported import is_formula
from translate.names.exchange.entries import Taken, pair, taken
from translate.names.glossary import Glossary
from translate.reading import read_text

NO_PLACE = ("plural", "target_plural", "forbidden", "gloss")
LONGEST = 1024  # bytes of a term of DeepL's


def read_omegat(file: Path, glossary: Glossary) -> Taken:
    """Give the names of a glossary of OmegaT: source, target, comment between tabs; # is a remark.

    Raises UsageError when it cannot be read.
    """
    return taken(_lines(read_text(file), file))


def _lines(text: str, file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if line.strip() and not line.startswith("#"):
            target, note = (*cells[1:], "", "")[:2]
            yield f"{file}: line {number}", pair(cells[0], target, note)


def write_omegat(glossary: Glossary) -> tuple[str, list[str]]:
    """Give the glossary as one of OmegaT, and what is left out of it."""
    left_out: list[str] = []
    rows = list(_pairs(glossary, left_out))
    return "".join(
        f"{source}\t{target}\t{note}".rstrip() + "\n" for source, target, note in rows
    ), left_out


def write_deepl(glossary: Glossary) -> tuple[str, list[str]]:
    """Give the glossary as one of DeepL (CSV without a head), and what is left out of it."""
    left_out: list[str] = []
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for source, target, _ in _pairs(glossary, left_out):
        if max(len(source.encode()), len(target.encode())) > LONGEST:
            left_out.append(f"'{source}': longer than {LONGEST} bytes")
        else:
            writer.writerow((source, target))
    return out.getvalue(), left_out


def _pairs(glossary: Glossary, left_out: list[str]) -> Iterator[tuple[str, str, str]]:
    for name in glossary.names:
        left_out += [
            f"'{name.canonical}': '{f}' has no place" for f in NO_PLACE if getattr(name, f)
        ]
        for source in dict.fromkeys((name.canonical, *name.variants)):
            if is_formula(source) or is_formula(name.target):
                left_out.append(f"'{source}': a spreadsheet would take it for a formula")
            else:
                yield source, name.target, " ".join(name.note.split())
