"""`corpus clean`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.collecting import FIELDS, Into, collect, collecting, is_collection
from translate.cli.options import CLEANING, PATH, Call, common
from translate.cli.outcomes import finish, note_passed_over, note_project, worked


@click.command()
@click.argument("raw", type=PATH, required=False)
@click.argument("cleaned", type=PATH, required=False)
@collecting
@common("from", "jobs", *CLEANING, *FIELDS, "force", "since", "dry-run")
def clean(call: Call, raw: Path | None, cleaned: Path | None, into: Into) -> None:
    """Repair, remove boilerplate, check the language. Every edit is kept beside the text."""
    from translate.cli.streams import clean_stream, is_stream
    from translate.folders.files import EDITS, left_behind
    from translate.folders.jobs import clean_folder

    if is_stream(raw, cleaned) and not (into.output or is_collection(raw, cleaned)):
        return clean_stream(call, raw, cleaned)
    source, target = raw or call.config.raw, cleaned or call.config.cleaned
    if into.output or is_collection(source, cleaned):
        return collect(call, (source, cleaned), into, translating=False)
    note_project(call)
    done = worked(call, "cleaning", clean_folder, source, target)
    note_passed_over(call, source, target)
    stale = left_behind(source, target, EDITS, call.config.raw)
    return finish(call, done, [], (target, None), stale, texts=source)
