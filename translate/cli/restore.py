"""`corpus restore`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.options import PATH, TEXTS, Call, common, print_json
from translate.cli.outcomes import code, progress, report


@click.command()
@click.argument("cleaned", type=TEXTS, required=False)
@click.argument("folder", type=PATH, required=False)
@common("dry-run")
def restore(call: Call, cleaned: Path | None, folder: Path | None) -> None:
    """Write the raw files again, byte for byte. They are made of the cleaned texts and their edits.

    FOLDER defaults to restored/; a file with other bytes that stands there is never replaced.
    """
    from translate.folders.restoring import restore_files

    target = folder or Path("restored")
    source = cleaned or call.config.cleaned
    with progress(call, "restoring") as show:
        outcomes = list(restore_files(source, target, call.dry_run, show))
    report(call, outcomes)
    if call.json:
        print_json({"restored": [outcome.to_json() for outcome in outcomes]})
    elif not call.quiet:
        good = sum(outcome.status == "made" for outcome in outcomes)
        done = "can be restored" if call.dry_run else "restored"
        click.echo(f"{good} of {len(outcomes)} files {done} to {target}")
    sys.exit(code(outcomes))
