"""Folders of files, each in any format, and results as a folder has them: texts with records."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from translate.errors import CorpusWarning, MissingLibraryError, UsageError
from translate.folders import files, records
from translate.folders.files import EDITS, RESULT, SENTENCES
from translate.folders.formats import Bad, Columns, Fields, Row, Text, Write, format_of, plain
from translate.show.signs import visible

PAGE = "page_sha256"  # the field of a text that was taken out of a page
SUFFIXES: tuple[str, ...] = ("/",)  # no name of a file ends so: folders are asked for as such


def read(
    file: Path, columns: Columns, made: tuple[str, ...] = files.RECORDS
) -> Iterator[Text | Bad]:
    """Give the texts of all files under the folder `file` that are in a format we read.

    Results of this tool, beside which a record ends as one of `made`, are none, unless all are.
    """
    from translate.show.terminal import named, plural

    names = [n for n in files.find(file, ["*"]) if not n.endswith((*files.RECORDS, RESULT))]
    formats = {name: format_of(file / name) for name in names}
    texts = [n for n in names if formats[n] or Path(n).suffix.lower() in plain.SUFFIXES]
    if not texts:
        raise UsageError(f"{file}: holds no file in a format that is read")
    results = files.results_among(file, texts, (*made, RESULT))
    gone = set(results)
    for name in texts:
        path, inner = file / name, formats[name]
        if name in gone:
            continue
        if inner:
            yield from _inner(inner.read(path, columns), name, str(path))
        else:
            yield plain.text_of(path, name)
    known = set(texts)
    if others := [name for name in names if name not in known]:
        said = f"{plural(len(others), 'file')} in no format that is read, passed over"
        warnings.warn(f"{file}: {said}: {named(others)}", CorpusWarning, stacklevel=2)
    if results:
        said = f"{plural(len(results), 'result')} of this tool passed over: {named(results)}"
        warnings.warn(f"{file}: {said}", CorpusWarning, stacklevel=2)


def _inner(texts: Iterator[Text | Bad], name: str, place: str) -> Iterator[Text | Bad]:
    try:
        for text in texts:
            if isinstance(text, Text) and text.place == place:  # the one of its file
                yield replace(text, name=name)
            else:
                yield text
    except UsageError as error:  # one file of many: the others are read
        now = isinstance(error, MissingLibraryError)
        yield Bad(place, str(error).removeprefix(f"{place}: "), now)


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write the files of each row under the folder `file`."""

    def write(row: Row) -> None:
        for name, data in members(row):
            if (file / name).exists():  # where case or accents make no difference
                said = "another text has this name, but for its case or accents"
                raise UsageError(f"'{name}': {said}; write JSONL or Parquet")
            files.write(file / name, data)

    file.mkdir(parents=True, exist_ok=True)
    yield write


def fitting(texts: Iterator[Text | Bad]) -> Iterator[Text | Bad]:
    """Give `texts`; raises UsageError, before the work, for a name that no file can have."""
    seen: set[str] = set()
    for text in texts:
        if isinstance(text, Text):
            try:
                name = _file_of(text.name)
                if name in seen:
                    said = "two texts have this name; write JSONL or Parquet"
                    raise UsageError(f"'{name:.80}': {said}")
                seen.add(name)
            except UsageError as error:
                raise UsageError(visible(f"{text.place}: {error}")) from error
        yield text


def _file_of(name: str) -> str:
    """Give what the file of the text `name` is called; raises UsageError where none can be."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.name or "\0" in name:
        raise UsageError(f"'{name:.80}': no name of a file; write JSONL or Parquet")
    return path.as_posix() if path.suffix.lower() in plain.SUFFIXES else f"{path.as_posix()}.txt"


def members(row: Row) -> Iterator[tuple[str, bytes]]:
    """Give the names and bytes of the files that hold `row`; that no two rows share one is known.

    Where it was cleaned and translated they stand in `cleaned/` and `translated/`.
    Raises UsageError when a name leads elsewhere.

    >>> row = Row("a", "Yes.", {}, {"cleaned": "Oui.", "sentences": {}})
    >>> [name for name, _ in members(row)]
    ['cleaned/a.txt', 'translated/a.txt', 'translated/a.txt.sentences.json']
    """
    name = _file_of(row.name)
    first, second = ("cleaned/", "translated/") if "cleaned" in row.parts else ("", "")
    if "cleaned" in row.parts:
        yield first + name, row.parts["cleaned"].encode()
    if "edits" in row.parts:
        page = {"page": dict(row.fields)} if PAGE in row.fields else {}
        yield first + name + EDITS, records.encode_record({**row.parts["edits"], **page}, EDITS)
    yield second + name, row.text.encode()
    if "sentences" in row.parts:
        yield second + name + SENTENCES, records.encode_record(row.parts["sentences"], SENTENCES)
