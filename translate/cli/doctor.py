"""`corpus doctor`."""

from __future__ import annotations

import sys

import click

from translate.cli.options import Call, common, echo, print_json


@click.command()
@common("from", "to", "model")
def doctor(call: Call) -> None:
    """Show versions, models, folders, and try it out. No socket is opened meanwhile."""
    from translate.mt.doctor import examine

    settings = call.config
    good, told = True, []
    for finding in examine(
        settings.translate.model, settings.source, settings.target, settings.translate.memory
    ):
        good &= finding.good
        if call.json:
            told.append({"what": finding.what, "found": finding.found, "good": finding.good})
        elif not (call.quiet and finding.good):
            echo(f"{'ok ' if finding.good else 'BAD'}  {finding.what}: {finding.found}")
    if call.json:
        print_json({"findings": told})
    sys.exit(not good)
