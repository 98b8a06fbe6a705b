"""`corpus run`."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from translate.cli.collecting import FIELDS, Into, collect, collecting, is_collection
from translate.cli.options import CLEANING, PATH, Call, common
from translate.cli.outcomes import finish, note_passed_over, note_project, progress


@click.command()
@click.argument("raw", type=PATH, required=False)
@collecting
@common(
    "from", "to", "cleaned", "translated", "glossary", "model", "english", "jobs",
    *CLEANING, *FIELDS, "force", "since", "dry-run",
)  # fmt: skip
def run(call: Call, raw: Path | None, into: Into) -> None:
    """Clean and translate, then sum up what to look at.

    RAW is a folder, or with -o a file of texts (JSONL, Parquet, tar, CSV, XLSX, WARC, HTML, mail),
    `-` for JSONL or a text from standard input, or the address of either in a store (s3://…).
    """
    from translate.cli.streams import is_stream
    from translate.folders.files import EDITS, left_behind
    from translate.folders.jobs import run_folder

    source = raw or call.config.raw
    if into.output or is_stream(source) or is_collection(source):
        return collect(call, (source, None), into)
    note_project(call)
    call = call.beside(source)
    settings = call.config
    watched = partial(progress, call)
    cleaned, translated = run_folder(
        source, settings, dry_run=call.dry_run, selection=call.selection, watched=watched
    )
    note_passed_over(call, source)
    stale = left_behind(source, settings.cleaned, EDITS, settings.raw)
    places = (settings.cleaned, settings.translated)
    return finish(call, cleaned, translated, places, stale, texts=source)
