"""`corpus diff`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.options import PATH, Call, common, print_json


@click.command()
@click.argument("raw", type=PATH, required=False)
@click.argument("cleaned", type=PATH, required=False)
@common()
def diff(call: Call, raw: Path | None, cleaned: Path | None) -> None:
    """Show what cleaning changed and by which rule; exit code 1 if anything differs."""
    from translate.folders.comparing import diff_folder
    from translate.show.terminal import console, show_hunks

    source, target = raw or call.config.raw, cleaned or call.config.cleaned
    out = console()
    found = False
    for difference in diff_folder(source, target, call.config):
        found |= difference.differs
        if call.json:
            print_json(difference.to_json(), line=True)
            continue
        if difference.message:
            call.say(difference.message)
        show_hunks(out, difference.name, difference.hunks)
    sys.exit(found)
