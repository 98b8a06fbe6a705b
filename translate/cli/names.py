"""`corpus names`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import PATH, Call, common, echo, print_json
from translate.cli.outcomes import progress

if TYPE_CHECKING:
    from translate.folders.exchanging import Exchanged


@click.group()
def names() -> None:
    """The canonical names of the glossary."""


@names.command("check")
@click.argument("cleaned", type=PATH, required=False)
@click.argument("translated", type=PATH, required=False)
@common("glossary")
def check_names(call: Call, cleaned: Path | None, translated: Path | None) -> None:
    """Print what became of each name: kept, by which step, failed where, variants left.

    Exit code 1 if a variant is left in the English, a name is missing or something forbidden there.
    """
    from translate.folders.naming import check_folders

    settings = call.beside(cleaned or call.config.cleaned).config
    places = cleaned or settings.cleaned, translated or settings.translated
    with progress(call, "checking names") as show:
        report = check_folders(*places, settings, show)
    if call.json:
        print_json(report.to_json())
    else:
        from translate.show.names import names_report

        echo(names_report(report))
    sys.exit(bool(report.faults))


@names.command("draft")
@click.argument("cleaned", type=PATH, required=False)
@common("from")
def draft_names(call: Call, cleaned: Path | None) -> None:
    """Print a first glossary: the names of the texts, found by their capitals, for you to edit.

    Spellings that may be one name stand beside it as a remark. A glossary that is there already is
    not looked at.
    """
    from translate.folders.naming import draft_glossary
    from translate.names.draft import as_toml

    with progress(call, "looking for names") as show:
        found = draft_glossary(cleaned or call.config.cleaned, call.config, show)
    if call.json:
        print_json([name.to_json() for name in found])
        return
    echo(as_toml(found), nl=False)


@names.command("suggest")
@click.argument("cleaned", type=PATH, required=False)
@common("glossary")
def suggest_names(call: Call, cleaned: Path | None) -> None:
    """Print spellings near a name of the glossary, for you to add as variants or not."""
    from translate.folders.naming import suggest_variants

    texts = cleaned or call.config.cleaned
    with progress(call, "looking for spellings") as show:
        found = suggest_variants(texts, call.beside(texts).config, show)
    if call.json:
        value = [suggestion.to_json() for suggestion in found]
        print_json(value)
        return
    from translate.show.signs import visible

    for one in found:
        echo(f"{one.spelling}  =  {one.canonical} ?  ({one.score:.2f}, {one.count} times)")
        for context in one.contexts:
            echo(f"    {visible(context)}")


FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "tsv", "tbx", "omegat", "deepl"]),
    help="Default: by the suffix of the file.",
)


@names.command("import")
@click.argument("file", type=PATH)
@FORMAT
@common("from", "to", "glossary", "dry-run")
def import_names(call: Call, file: Path, form: str | None) -> None:
    """Add the terms of FILE to the glossary: CSV, TSV, TBX-Basic, OmegaT, DeepL.

    Entries that are there stay as they are. Exit code 1 if something was left out.
    """
    from translate.folders.exchanging import import_names as work

    settings = call.beside(Path()).config
    _say(call, work(file, settings, form or "", dry_run=call.dry_run), "added to")


@names.command("export")
@click.argument("file", type=PATH)
@FORMAT
@common("from", "to", "glossary", "dry-run")
def export_names(call: Call, file: Path, form: str | None) -> None:
    """Write the glossary to FILE: CSV, TSV, TBX-Basic, OmegaT, DeepL.

    Exit code 1 if the format has no place for something.
    """
    from translate.folders.exchanging import export_names as work

    settings = call.beside(Path()).config
    _say(call, work(file, settings, form or "", dry_run=call.dry_run), "written to")


def _say(call: Call, done: Exchanged, what: str) -> None:
    """Print what was exchanged, and leave with the exit code."""
    from translate.show.signs import visible

    for reason in done.left_out:
        echo(f"left out: {visible(reason)}", err=True)
    if call.json:
        value = {"names": done.count, "file": str(done.file), "left_out": list(done.left_out)}
        print_json(value)
    elif not call.quiet:
        echo(f"{done.count} names {what} {done.file}")
    sys.exit(bool(done.left_out))
