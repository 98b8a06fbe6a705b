"""A text that is a file of its own: plain, Markdown, subtitles; it has no room for records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.errors import UsageError
from translate.folders.formats import Bad, Columns, Fields, Row, Text, Write, only_text

SUFFIXES = (".txt", ".md", ".srt", ".vtt")


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of `file`, called as it is."""
    yield text_of(file, file.name)


def text_of(file: Path, name: str) -> Text | Bad:
    """Give the text of `file`, called `name`."""
    return only_text(file, name, lambda data, name, place: Text(name, data, {}, place))


def fitting(texts: Iterator[Text | Bad]) -> Iterator[Text | Bad]:
    """Give `texts`; raises UsageError, before anything is done, for a second text."""
    first: Text | None = None
    for text in texts:
        if isinstance(text, Text):
            if first:
                raise UsageError(f"{text.place}: {_second(first.name, text.name)}")
            first = text
        yield text


def _second(first: str, name: str) -> str:
    return f"'{first:.80}' and '{name:.80}': one file of text holds one text; name a folder"


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write one text to `file`, without fields and records; raises UsageError for a second."""
    with file.open("wb") as out:
        names: list[str] = []

        def write(row: Row) -> None:
            if names:
                raise UsageError(_second(names[0], row.name))
            names.append(row.name)
            out.write(row.text.encode())

        yield write
