"""One text from standard input or to standard output, or a single file to a stream."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from translate import corpus
from translate.clean_folder import Cleaner
from translate.config import Config
from translate.corpus import EDITS, SENTENCES, Item
from translate.errors import UsageError

STDIN = "standard input"


def clean_stream(
    config: Config, source: Path | None, target: Path | None, *, as_json: bool
) -> None:
    """Clean one text from `source` to `target`; with `as_json` print the text and its record."""
    cleaner = Cleaner(config, None)
    raw, name = _input(source)
    doc = cleaner.clean(raw, name)
    message = cleaner.other_language(doc)
    if message:
        click.echo(f"note: {message}", err=True)
    signature = f"{cleaner.signature} raw {corpus.digest(raw)[:16]}"
    record = {**corpus.document_record(doc, signature), "facts": cleaner.facts(doc)}
    _output(target, doc.text, record, EDITS, as_json=as_json)
    if message and config.clean.on_other_language != "keep":
        sys.exit(1)


def translate_stream(
    config: Config, source: Path | None, target: Path | None, *, as_json: bool
) -> None:
    """Translate one text from `source` to `target`; with `as_json` print it and its sentences."""
    from translate.translate_folder import Translator, load_source

    data, name = _input(source)
    translator = Translator(config)
    item = Item(name, source if source and source.is_file() else Path(name), Path())
    translation = next(iter(translator.translate([load_source(item, config, data)])))
    record = translator.record(translation, translator.signature)
    doubtful = sum(s["doubtful"] for s in record["sentences"])
    if doubtful:
        click.echo(f"note: {name}: {doubtful} doubtful sentences (see --json)", err=True)
    _output(target, translation.text, record, SENTENCES, as_json=as_json)


def _input(source: Path | None) -> tuple[bytes, str]:
    if source is None or str(source) == "-":
        return sys.stdin.buffer.read(), STDIN
    if not source.is_file():
        raise UsageError(f"{source}: one file is needed where '-' is used")
    return corpus.read(source), source.name


def _output(
    target: Path | None, text: str, record: dict[str, Any], suffix: str, *, as_json: bool
) -> None:
    if as_json:
        whole = json.dumps({"text": text, **record}, ensure_ascii=False, indent=1)
        _write(whole.encode("utf-8", "backslashreplace") + b"\n")
    elif target is None or str(target) == "-":
        _write(text.encode())
    else:
        corpus.save(target, text, record, suffix)


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
