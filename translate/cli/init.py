"""`corpus init`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.options import PATH


@click.command()
@click.argument("folder", type=PATH, default=Path())
def init(folder: Path) -> None:
    """Begin a project in FOLDER. It gets a corpus.toml and a glossary.toml, with comments."""
    from translate.folders.starting import start

    for place in start(folder):
        click.echo(f"{place}: written")
