"""`corpus review`."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from translate.cli.options import TEXTS, Call, common, print_json


@click.command()
@click.argument("raw", type=TEXTS, required=False)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="0: any that is free (default)."
)
@click.option("--open", "browse", is_flag=True, help="Open it in the browser, too.")
@common("from", "cleaned", "translated", "glossary")
def review(call: Call, raw: Path | None, port: int, browse: bool) -> None:
    """Serve the report to this machine alone, to decide. Restore, keep, drop, correct, names.

    What is decided is written at once to review.toml and glossary.toml; the next run honours it.
    Ctrl-C ends it.
    """
    from translate.folders.reviewing import Review
    from translate.show.serving import ReviewServer

    source = raw or call.config.raw
    made = Review(source, call.beside(source).config)
    with ReviewServer(made.page, made.decide, port) as server:
        if call.json:
            print_json({"url": server.url})
        else:
            click.echo(server.url)
        call.say("Open this address in a browser of this machine; Ctrl-C ends the review.")
        if browse:
            import webbrowser

            webbrowser.open(server.url)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
