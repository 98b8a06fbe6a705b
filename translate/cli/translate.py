"""`corpus translate`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.collecting import FIELDS, Into, collect, collecting, is_collection
from translate.cli.options import PATH, Call, common
from translate.cli.outcomes import finish, note_project, worked


@click.command()
@click.argument("cleaned", type=PATH, required=False)
@click.argument("translated", type=PATH, required=False)
@collecting
@common("from", "to", "glossary", "model", "english", "jobs", *FIELDS, "force", "since", "dry-run")
def translate(call: Call, cleaned: Path | None, translated: Path | None, into: Into) -> None:
    """Translate cleaned texts, names first. Every sentence is checked, and the checks recorded."""
    from translate.cli.streams import is_stream, translate_stream
    from translate.folders.files import SENTENCES, left_behind
    from translate.folders.jobs import translate_folder

    if is_stream(cleaned, translated) and not (into.output or is_collection(cleaned, translated)):
        return translate_stream(call, cleaned, translated)
    call = call.beside(cleaned or call.config.cleaned)
    source, target = cleaned or call.config.cleaned, translated or call.config.translated
    if into.output or is_collection(source, translated):
        return collect(call, (source, translated), into, cleaning=False)
    note_project(call)
    done = worked(call, "translating", translate_folder, source, target)
    stale = left_behind(source, target, SENTENCES, call.config.cleaned)
    return finish(call, [], done, (source, target), stale)
