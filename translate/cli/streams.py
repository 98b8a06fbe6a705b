"""One text from standard input or to standard output, or a single file to a stream."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Any

from translate.cli.options import Call, echo, print_json, standard_output
from translate.errors import UsageError
from translate.folders import files, records, texts
from translate.folders.cleaning import misshapen
from translate.folders.files import EDITS, SENTENCES

STREAM = "-"
STDIN = "standard input"
SHOWN_DOUBTS = 3  # doubtful sentences of which it is told without -v: a pipe is for its text


def is_stream(*places: Path | None) -> bool:
    """Tell whether one of `places` is `-`."""
    return any(place is not None and str(place) == STREAM for place in places)


def clean_stream(call: Call, source: Path | None, target: Path | None) -> None:
    """Clean one text from `source` to `target`; with --json print the text and its record."""
    _check_output(target)
    raw, name = _input(source)
    doc, record, foreign = texts.clean_text(raw, name, call.config)
    warning: str = record["facts"]["warning"]
    for told in filter(None, (foreign, misshapen(name, record["facts"]), warning)):
        echo(f"note: {told}", err=True)
    _output(call, (source, target), doc.text, record, EDITS)
    if warning or (foreign and call.config.clean.on_other_language != "keep"):
        sys.exit(1)


def translate_stream(call: Call, source: Path | None, target: Path | None) -> None:
    """Translate one text from `source` to `target`; with --json print it and its sentences."""
    _check_output(target)
    data, name = _input(source)
    file = source if source and source.is_file() else None
    call = call.beside(file or Path())
    translation, record = texts.translate_text(data, name, file, call.config)
    if translation.doubtful:
        _note_doubts(call, name, record["sentences"])
    _output(call, (source, target), translation.text, record, SENTENCES)


def _note_doubts(call: Call, name: str, sentences: list[dict[str, Any]]) -> None:
    """Say how many of the `sentences` are doubtful, and of the first few what is."""
    from translate.folders.translating import facts_of
    from translate.show.doubts import listed
    from translate.show.terminal import plural

    doubts = facts_of(sentences)["doubtful"]
    echo(f"note: {name}: {plural(len(doubts), 'doubtful sentence')} (see --json)", err=True)
    for doubt in doubts if call.verbose else doubts[:SHOWN_DOUBTS]:
        call.say("\n".join(f"  {line}" for line in listed(name, doubt)))


def standard_input() -> IO[bytes]:
    """Give standard input; raises UsageError where it is closed."""
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer


def _input(source: Path | None) -> tuple[bytes, str]:
    if source is None or str(source) == STREAM:
        return standard_input().read(), STDIN
    if not source.exists():
        raise UsageError(f"{source}: there is no such file or folder")
    if not source.is_file():
        raise UsageError(f"{source}: one file is needed where '-' is used")
    return files.read(source), source.name


def _check_output(target: Path | None) -> None:
    """Raise UsageError, before the work, where its result can go nowhere."""
    if target is None or str(target) == STREAM:
        standard_output()
    elif target.is_dir():
        raise UsageError(f"{target}: is a folder; name a file for the text")


def _output(
    call: Call,
    places: tuple[Path | None, Path | None],
    text: str,
    record: dict[str, Any],
    suffix: str,
) -> None:
    source, target = places
    to_file = target if target is not None and str(target) != STREAM else None
    if to_file is not None and not call.dry_run:
        read = source if source and source.is_file() else None
        mode = files.access(read, read.parent) if read else files.PUBLIC
        records.save(to_file, text, record, suffix, mode)
    if call.json:
        print_json({"text": text, **record})
    elif to_file is None:
        out = standard_output()
        out.write(text.encode())
        out.flush()
