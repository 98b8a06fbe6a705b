"""`corpus status`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.options import CLEANING, TEXTS, Call, common, echo, print_json
from translate.cli.outcomes import note_passed_over

SHOWN = 20  # texts that are not done; -v shows all


@click.command()
@click.argument("raw", type=TEXTS, required=False)
@common("from", "to", "cleaned", "translated", "glossary", "model", "english", *CLEANING)
def status(call: Call, raw: Path | None) -> None:
    """Print what a run would do. What is done, stale, changed by hand, doubtful.

    Nothing is written. Exit code 0, whatever there is to do.
    """
    from translate.folders.status import status as found
    from translate.show.status import status_report

    texts = raw or call.config.raw
    report = found(texts, call.beside(texts).config)
    if call.json:
        print_json(report.to_json())
    else:
        note_passed_over(call, texts)
        echo(status_report(report, sys.maxsize if call.verbose else SHOWN))
