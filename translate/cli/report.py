"""`corpus report`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.options import PATH, TEXTS, Call, common, print_json
from translate.cli.outcomes import progress


@click.command()
@click.argument("raw", type=TEXTS, required=False)
@click.option(
    "-o", "--output", type=PATH, default=Path("report.html"), help="The file; default: report.html."
)
@common("from", "cleaned", "translated")
def report(call: Call, raw: Path | None, output: Path) -> None:
    """Write one page: raw, cleaned and English side by side. It has every rule and doubt.

    It needs no network and no server: open it in a browser, or send it to somebody.
    """
    from translate.folders.reporting import write_report
    from translate.show.terminal import plural

    with progress(call, "writing the report") as show:
        documents, size = write_report(raw or call.config.raw, output, call.config, show)
    if call.json:
        print_json({"file": str(output), "documents": documents, "bytes": size})
    else:
        holds = f"{plural(documents, 'document')}, {size / 1e6:.1f} MB"
        call.say(f"{output}: {holds}; open it in a browser")
