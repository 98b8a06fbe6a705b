"""Glossaries of other programs: a format a file, each with `read` and `write`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from translate.errors import UsageError, nearest
from translate.names.exchange import pairs, tables, tbx
from translate.names.exchange.entries import Taken
from translate.names.glossary import Glossary


class Format(NamedTuple):
    """A format: what reads a file, and what gives the text of one and what it must leave out."""

    read: Callable[[Path, Glossary], Taken]
    write: Callable[[Glossary], tuple[str, list[str]]]
    suffixes: tuple[str, ...]


FORMATS = {
    "csv": Format(tables.read_csv, tables.write_csv, (".csv",)),
    "tsv": Format(tables.read_tsv, tables.write_tsv, (".tsv",)),
    "tbx": Format(tbx.read, tbx.write, (".tbx", ".xml")),
    "omegat": Format(pairs.read_omegat, pairs.write_omegat, (".txt", ".utf8", ".tab")),
    "deepl": Format(tables.read_csv, pairs.write_deepl, ()),
}
SUFFIXES = tuple(suffix for one in FORMATS.values() for suffix in one.suffixes)


def format_of(file: Path, name: str = "") -> Format:
    """Give the format `name`, or that of the suffix of `file`; raises UsageError.

    >>> format_of(Path("terms.tbx")) is FORMATS["tbx"]
    True
    """
    if name:
        return FORMATS[name]
    for one in FORMATS.values():
        if file.suffix.lower() in one.suffixes:
            return one
    raise UsageError(
        f"{file}: its suffix is that of no format of glossaries{nearest(file.suffix, SUFFIXES)} "
        "(or name one with --format)"
    )
