"""`corpus names`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.options import PATH, Call, common, print_json


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
    report = check_folders(cleaned or settings.cleaned, translated or settings.translated, settings)
    if call.json:
        print_json(report.to_json())
    else:
        from translate.show.names import names_report

        click.echo(names_report(report))
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

    found = draft_glossary(cleaned or call.config.cleaned, call.config)
    if call.json:
        print_json([name.to_json() for name in found])
        return
    click.echo(as_toml(found), nl=False)


@names.command("suggest")
@click.argument("cleaned", type=PATH, required=False)
@common("glossary")
def suggest_names(call: Call, cleaned: Path | None) -> None:
    """Print spellings near a name of the glossary, for you to add as variants or not."""
    from translate.folders.naming import suggest_variants

    texts = cleaned or call.config.cleaned
    found = suggest_variants(texts, call.beside(texts).config)
    if call.json:
        value = [suggestion.to_json() for suggestion in found]
        print_json(value)
        return
    from translate.show.signs import visible

    for one in found:
        click.echo(f"{one.spelling}  =  {one.canonical} ?  ({one.score:.2f}, {one.count} times)")
        for context in one.contexts:
            click.echo(f"    {visible(context)}")
