"""The command `corpus`: each file parses, calls and prints for one noun.

Exit codes: 0 done; 1 done, with documents reported (for `diff`: there are differences); 2 wrong
use; 130 stopped by Ctrl-C or SIGTERM. Results go to standard output or files, progress and reports
to standard error.
"""

from __future__ import annotations

import io
import signal
import sys
import threading
import warnings
from typing import Any

import click

from translate import __version__
from translate.cli import (
    clean,
    decisions,
    diff,
    doctor,
    evaluate,
    init,
    memory,
    models,
    names,
    report,
    restore,
    review,
    rules,
    run,
    status,
    translate,
)
from translate.errors import FULL, CorpusError, CorpusWarning, DocumentError
from translate.show.signs import visible

INTERRUPTED = 130  # what a shell reports for a command that Ctrl-C ended; SIGTERM does the same


class Errors(click.Group):
    """A group that turns the package's errors into one line and exit code 2, never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command; a full disk, or a folder that is gone, is told as other errors are."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # None where it is closed
                stream.reconfigure(errors="backslashreplace")  # what its encoding lacks
        if threading.current_thread() is threading.main_thread():  # others may not say so
            signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            place, said = error.filename, error.strerror or str(error)
            if error.errno in FULL:
                place = place or "standard output"  # files say their names
                said += ": make room, or name another place, and run again"
            click.echo(f"corpus: {visible(f'{place}: {said}' if place else said)}", err=True)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe, Ctrl-C or SIGTERM ends it without noise."""
        warnings.showwarning = _note
        try:
            return super().invoke(ctx)
        except CorpusError as error:
            click.echo(f"corpus: {visible(str(error))}", err=True)
            ctx.exit(1 if isinstance(error, DocumentError) else 2)
        except KeyboardInterrupt:
            click.echo("corpus: stopped; the next run goes on from here", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader has gone; keep Python from complaining when it flushes at exit.
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: PTH123, SIM115
            ctx.exit(1)


def _note(message: Warning | str, category: type[Warning], *_: object, **__: object) -> None:
    """Print a warning of this package as a note; others are for programmers, who see them."""
    if issubclass(category, CorpusWarning):
        click.echo(f"note: {visible(str(message))}", err=True)


@click.group(cls=Errors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corpus")
def main() -> None:
    """Clean a folder of web texts, translate it offline, and account for every change.

    The folders default to raw/, cleaned/ and translated/ of corpus.toml. For clean and translate,
    `-` is standard input or output.
    """


for _command in (
    init.init, clean.clean, translate.translate, run.run, status.status, diff.diff, restore.restore,
    report.report, review.review, decisions.keep, decisions.drop, decisions.correct, rules.rules,
    names.names, models.models, memory.memory, evaluate.evaluate, doctor.doctor,
):  # fmt: skip
    main.add_command(_command)
