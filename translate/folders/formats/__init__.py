"""Formats: files that hold many texts, or one in another shape than plain text; a file each.

A format is a module with the endings of its files, `SUFFIXES`, and `read`, which gives the texts of
a file one by one; one that can be written has `writer` too. Cleaning and translating know none.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, cast

from translate.errors import CorpusError, MissingLibraryError, UsageError, nearest, without
from translate.folders import files

MODULES = ("jsonl", "parquet", "tar", "warc", "html", "sheets", "xlsx", "mail", "folder")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the fields (columns, keys) that hold a text and its name."""

    text: str = "text"
    name: str = "id"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a file: its name, the bytes that a file of its own would have.

    `fields` are what else stands with it and is carried through; `place` says where it stands.
    """

    name: str
    data: bytes
    fields: Mapping[str, Any]
    place: str


@dataclass(frozen=True, slots=True)
class Bad:
    """A record that is no text, where it stands, and what is wrong with it.

    It is for `now` where that is wrong here, not with the record: it may be one in a later run.
    """

    place: str
    message: str
    now: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A result: the text, with the fields of its source and what tells how it was made.

    `parts` holds `cleaned` (the text before it was translated) and the records `edits` and
    `sentences`, each where there is one.
    """

    name: str
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    parts: Mapping[str, Any] = field(default_factory=dict)

    def flat(self, columns: Columns) -> dict[str, Any]:
        """Give the row as one table: fields, text, and the parts under names of our own.

        >>> Row("a", "Oui.", {"id": "a", "page": 2}, {"cleaned": "Oui."}).flat(Columns())
        {'id': 'a', 'page': 2, 'text': 'Oui.', 'corpus_cleaned': 'Oui.'}
        """
        head = {} if columns.name in self.fields else {columns.name: self.name}
        parts = {f"{OURS}{key}": value for key, value in self.parts.items()}
        return {**head, **self.fields, columns.text: self.text, **parts}


OURS = "corpus_"  # what the names of our own fields begin with
MOST_COLUMNS = 16_384  # of a sheet of XLSX; of every table here
Write = Callable[[Row], None]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of all rows of a result, in the order in which they come first: by name, the types
    of their values. A table must know them before its first row.

    >>> fields = Fields()
    >>> fields.add(Row("a", "Oui.", {"page": 2}), Columns())
    >>> fields.add(Row("b", "Non.", {"page": "iv"}), Columns())
    >>> {name: sorted(kind.__name__ for kind in kinds) for name, kinds in fields.kinds.items()}
    {'id': ['str'], 'page': ['int', 'str'], 'text': ['str']}
    """

    kinds: dict[str, set[type]] = field(default_factory=dict)

    def add(self, row: Row, columns: Columns) -> None:
        """Take note of the fields of `row`; of none that are too many for a table."""
        for name, value in row.flat(columns).items():
            if name in self.kinds or len(self.kinds) <= MOST_COLUMNS:
                self.kinds.setdefault(name, set()).update(() if value is None else (_kind(value),))

    def of_table(self, file: Path) -> dict[str, set[type]]:
        """Give the fields as the columns of `file`; raises UsageError where they are too many."""
        if len(self.kinds) > MOST_COLUMNS:
            said = f"the texts have more than {MOST_COLUMNS} different fields; write JSONL"
            raise UsageError(f"{file}: {said}")
        return self.kinds


def _kind(value: Any) -> type:
    """Give the type of `value`; that of text for a number beyond 64 bits, which no table holds."""
    return str if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63 else type(value)


class Format(Protocol):
    """What a module of this package has.

    One that cannot hold every text has `fitting` as well: it gives the texts that it is given, and
    raises UsageError at the first that does not fit, before any work is done. One that is written
    by a library of an extra has `NEEDS`, what `needed` takes.
    """

    SUFFIXES: tuple[str, ...]

    def read(self, file: Path, columns: Columns) -> Iterator[Text | Bad]:
        """Give the texts of `file` in their order; raises UsageError when it is no such file."""

    def writer(self, file: Path, columns: Columns, fields: Fields) -> AbstractContextManager[Write]:
        """Give a function that writes one row after the other to `file`, made anew.

        `fields` are those of all rows.
        """


def format_of(path: Path) -> Format | None:
    """Give the format of files called as `path`, None for plain texts and folders of them.

    >>> format_of(Path("in.jsonl.zst")).__name__.rpartition(".")[2], format_of(Path("a.txt"))
    ('jsonl', None)
    """
    name = path.name.lower()
    if "." not in name:  # a folder, most often: no format need be loaded to tell
        return None
    for module in MODULES:
        found = cast(Format, importlib.import_module(f"{__name__}.{module}"))
        if name.endswith(found.SUFFIXES):
            return found
    return None


def is_collection(*places: Path | None) -> bool:
    """Tell whether one of `places` is a file in another format than plain text."""
    return any(place is not None and format_of(place) is not None for place in places)


def to_write(path: Path) -> Format:
    """Give the format of results at `path`: a folder where it has no ending, or one plain text.

    Raises UsageError for one that is only read, MissingLibraryError where its extra is missing:
    before any work is done.
    """
    from translate.folders.formats import folder, plain

    found = format_of(path)
    if found is None and path.suffix.lower() in ("", *plain.SUFFIXES):
        found = cast(Format, plain if path.suffix else folder)
    if found is None or not hasattr(found, "writer"):
        raise UsageError(f"{path}: results go to a folder, or a file that ends in {endings()}")
    if needs := getattr(found, "NEEDS", None):
        needed(*needs)
    return found


def ending(path: Path) -> str:
    """Give the ending of a file for results in the format of `path`; of one only read, of a text.

    >>> [ending(Path(name)) for name in ("in.jsonl.gz", "page.html", "a.srt", "a.py")]
    ['.jsonl.gz', '.txt', '.srt', '.txt']
    """
    from translate.folders.formats import plain

    found = format_of(path)
    if found is None:
        suffix = path.suffix.lower()
        return suffix if suffix in plain.SUFFIXES else ".txt"
    known = found.SUFFIXES if hasattr(found, "writer") else ()
    return next((suffix for suffix in known if path.name.lower().endswith(suffix)), ".txt")


def endings() -> str:
    """Give the endings of the files that can be written, in words."""
    names = (name for name in (*MODULES, "plain") if name != "folder")
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return ", ".join(s for m in modules if hasattr(m, "writer") for s in m.SUFFIXES)


def only_text(file: Path, name: str, read: Callable[[bytes, str, str], Text | Bad]) -> Text | Bad:
    """Give the one text of `file`, as `read` makes it of bytes, name and place; or what is wrong.

    Raises MissingLibraryError.

    >>> only_text(Path("none.eml"), "a", lambda data, name, place: Text(name, data, {}, place))
    Bad(place='none.eml', message='cannot be read (No such file or directory)', now=False)
    """
    try:
        return read(files.read(file), name, str(file))
    except MissingLibraryError:
        raise
    except CorpusError as error:
        return Bad(str(file), str(error).removeprefix(f"{file}: "))


def needed(library: str, extra: str, why: str) -> Any:
    """Give the module `library`; MissingLibraryError, which names the `extra`, without it."""
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise MissingLibraryError(without(library, extra, why)) from error


def sound(text: str) -> str:
    r"""Give `text` without surrogates, which no UTF-8 has.

    >>> sound("un\ud800")
    'un?'
    """
    return text.encode("utf-8", "replace").decode()


def as_text(value: Any) -> str:
    """Give `value` for a column of text: JSON, where it is none.

    >>> as_text("2"), as_text(2), as_text({"page": None}), as_text(float("nan"))
    ('2', '2', '{"page": null}', 'NaN')
    """
    if isinstance(value, float):
        return json.dumps(value)  # what is no number there has a name
    return value if isinstance(value, str) else as_json(value)


def as_json(value: Any) -> str:
    """Give `value` as JSON; what is no number there, as a text.

    >>> as_json({"score": float("nan"), "by": ["Ada", -float("inf")]})
    '{"score": "NaN", "by": ["Ada", "-Infinity"]}'
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:  # seldom: most values are not looked through
        return json.dumps(_finite(value), ensure_ascii=False)


def _finite(value: Any) -> Any:
    """Give `value` with texts for the numbers in it that are none in JSON, however deep."""
    return json.loads(json.dumps(value), parse_constant=str)


def no_column(file: Path, wanted: str, names: Iterable[str]) -> UsageError:
    """Give the error for a `file` without the column `wanted`, in one line whatever its `names`."""
    there = " ".join(nearest(wanted, filter(None, names)).split())
    return UsageError(f"{file}: no column '{wanted}' (--text-field){there}")


def cannot_be_read(file: Path, error: Exception) -> UsageError:
    """Give the error for a `file` that is damaged, in one line whatever its library says."""
    said = f"cannot be read to its end ({' '.join(str(error).split())})"
    remedy = "" if getattr(error, "errno", None) else "; get it, or make it, again"
    return UsageError(f"{file}: {said}{remedy}")
