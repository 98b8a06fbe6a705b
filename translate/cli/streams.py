"""One text from standard input or to standard output, or a single file to a stream."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from translate.cli.options import Call, print_json
from translate.errors import UsageError
from translate.folders import files
from translate.folders.cleaning import Cleaner
from translate.folders.files import EDITS, SENTENCES, Item

STDIN = "standard input"


def clean_stream(call: Call, source: Path | None, target: Path | None) -> None:
    """Clean one text from `source` to `target`; with --json print the text and its record."""
    config = call.config
    cleaner = Cleaner(config, None)
    raw, name = _input(source)
    doc = cleaner.clean(raw, name)
    message = cleaner.other_language(doc)
    if message:
        click.echo(f"note: {message}", err=True)
    signature = cleaner.signed(raw, name)
    record = {**files.document_record(doc, signature), "facts": cleaner.facts(doc)}
    _output(call, target, doc.text, record, EDITS)
    if message and config.clean.on_other_language != "keep":
        sys.exit(1)


def translate_stream(call: Call, source: Path | None, target: Path | None) -> None:
    """Translate one text from `source` to `target`; with --json print it and its sentences."""
    from translate.folders.translating import Translator, load_source

    data, name = _input(source)
    translator = Translator(call.config)
    item = Item(name, source if source and source.is_file() else Path(name), Path())
    translation = next(iter(translator.translate([load_source(item, call.config, data)])))
    record = translator.record(translation, translator.signature)
    doubtful = sum(s["doubtful"] for s in record["sentences"])
    if doubtful:
        click.echo(f"note: {name}: {doubtful} doubtful sentences (see --json)", err=True)
    _output(call, target, translation.text, record, SENTENCES)


def _input(source: Path | None) -> tuple[bytes, str]:
    if source is None or str(source) == "-":
        return sys.stdin.buffer.read(), STDIN
    if not source.is_file():
        raise UsageError(f"{source}: one file is needed where '-' is used")
    return files.read(source), source.name


def _output(
    call: Call, target: Path | None, text: str, record: dict[str, Any], suffix: str
) -> None:
    to_file = target if target is not None and str(target) != "-" else None
    if to_file is not None and to_file.is_dir():
        raise UsageError(f"{to_file}: is a folder; name a file for the text")
    if to_file is not None and not call.dry_run:
        files.save(to_file, text, record, suffix)
    if call.json:
        print_json({"text": text, **record})
    elif to_file is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
