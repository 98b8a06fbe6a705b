"""The command `corpus`: read the arguments, call the library, print what became of the texts.

Exit codes: 0 done; 1 done, with documents reported (for `diff`: there are differences); 2 wrong
use; 130 stopped by Ctrl-C. Results go to standard output or files, progress and reports to
standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate import __version__
from translate.cli.groups import doctor, evaluate, memory, models, names, rules
from translate.cli.options import CLEANING, Call, common, print_json
from translate.errors import CorpusError, DocumentError

if TYPE_CHECKING:
    from translate.folders.files import Item, Outcome

STREAM = "-"
INTERRUPTED = 130  # what a shell reports for a command that Ctrl-C ended
SHOWN_DOUBTS = 10  # doubtful sentences printed in a summary; -v and the records have them all


class Errors(click.Group):
    """A group that turns the package's errors into one line and exit code 2, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe or Ctrl-C ends it without noise."""
        try:
            return super().invoke(ctx)
        except CorpusError as error:
            click.echo(f"corpus: {error}", err=True)
            ctx.exit(1 if isinstance(error, DocumentError) else 2)
        except KeyboardInterrupt:
            click.echo("corpus: stopped; the next run goes on from here", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader has gone; keep Python from complaining when it flushes at exit.
            sys.stdout = open("/dev/null", "w", encoding="utf-8")  # noqa: PTH123, SIM115
            ctx.exit(1)


@click.group(cls=Errors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corpus")
def main() -> None:
    """Clean a folder of web texts, translate it offline, and account for every change.

    The folders default to raw/, cleaned/ and translated/ of corpus.toml. For clean and translate,
    `-` is standard input or output.
    """


@main.command()
@click.argument("raw", type=click.Path(path_type=Path), required=False)
@click.argument("cleaned", type=click.Path(path_type=Path), required=False)
@common("from", "jobs", *CLEANING, "dry-run")
def clean(call: Call, raw: Path | None, cleaned: Path | None) -> None:
    """Repair, remove boilerplate, check the language; keep every edit beside the text."""
    from translate.folders import files

    if is_stream(raw, cleaned):
        from translate.cli.streams import clean_stream

        return clean_stream(call, raw, cleaned)
    settings = call.config
    source, target = raw or settings.raw, cleaned or settings.cleaned
    others = (settings.cleaned, settings.translated)
    items = files.plan(source, target, settings.include, home=settings.raw, others=others)
    outcomes = run_clean(call, items)
    stale = files.left_behind(items, source, target, files.EDITS)
    return finish(call, outcomes, [], (target, None), stale)


@main.command()
@click.argument("cleaned", type=click.Path(path_type=Path), required=False)
@click.argument("translated", type=click.Path(path_type=Path), required=False)
@common("from", "to", "glossary", "model", "jobs", "dry-run")
def translate(call: Call, cleaned: Path | None, translated: Path | None) -> None:
    """Translate cleaned texts, names first, and record a check of every sentence."""
    from translate.folders import files

    if is_stream(cleaned, translated):
        from translate.cli.streams import translate_stream

        return translate_stream(call, cleaned, translated)
    settings = call.config
    source, target = cleaned or settings.cleaned, translated or settings.translated
    items = files.plan(source, target, settings.include, home=settings.cleaned)
    outcomes = run_translate(call, items)
    stale = files.left_behind(items, source, target, files.SENTENCES)
    return finish(call, [], outcomes, (None, target), stale)


@main.command()
@click.argument("raw", type=click.Path(path_type=Path), required=False)
@common("from", "to", "glossary", "model", "jobs", *CLEANING, "dry-run")
def run(call: Call, raw: Path | None) -> None:
    """Clean and translate, then sum up what was done and what to look at."""
    from translate.folders import files

    settings = call.config
    source, target, others = raw or settings.raw, settings.cleaned, [settings.translated]
    items = files.plan(source, target, settings.include, home=settings.raw, others=others)
    cleaned = run_clean(call, items)
    good = {o.name for o in cleaned if o.status in ("made", "unchanged", "kept")}
    second = [
        files.Item(i.name, i.target, settings.translated / i.name) for i in items if i.name in good
    ]
    if call.dry_run:  # nothing was written that could be translated
        second = [i for i in second if i.source.exists()]
    stale = files.left_behind(items, source, target, files.EDITS)
    places = (settings.cleaned, settings.translated)
    return finish(call, cleaned, run_translate(call, second), places, stale)


@main.command()
@click.argument("raw", type=click.Path(path_type=Path), required=False)
@click.argument("cleaned", type=click.Path(path_type=Path), required=False)
@common()
def diff(call: Call, raw: Path | None, cleaned: Path | None) -> None:
    """Show what cleaning changed and by which rule; exit code 1 if anything differs."""
    from translate.folders.comparing import diff_folder
    from translate.show.terminal import console, show_passages

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
        show_passages(out, difference.name, difference.passages)
    sys.exit(1 if found else 0)


@main.command()
@click.argument("cleaned", type=click.Path(path_type=Path), required=False)
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@common("dry-run")
def restore(call: Call, cleaned: Path | None, folder: Path | None) -> None:
    """Write the raw files again, byte for byte, from cleaned texts and their edits.

    FOLDER defaults to restored/; a file with other bytes that stands there is never replaced.
    """
    from translate.folders.cleaning import restore_files

    target = folder or Path("restored")
    outcomes = list(restore_files(cleaned or call.config.cleaned, target, call.dry_run))
    report(call, outcomes)
    if call.json:
        print_json([as_json(o) for o in outcomes])
    elif not call.quiet:
        good = sum(o.status == "made" for o in outcomes)
        click.echo(
            f"{good} of {len(outcomes)} files {'can be ' * call.dry_run}restored to {target}"
        )
    sys.exit(code(outcomes))


for _command in (rules, names, models, memory, evaluate, doctor):
    main.add_command(_command)


def is_stream(*places: Path | None) -> bool:
    """Tell whether one of `places` is `-`."""
    return any(place is not None and str(place) == STREAM for place in places)


def run_clean(call: Call, items: list[Item]) -> list[Outcome]:
    """Clean `items` under a progress bar."""
    from translate.folders.cleaning import clean_folder

    outcomes = []
    with progress(call, "cleaning") as show:
        for outcome in clean_folder(items, call.config, dry_run=call.dry_run):
            outcomes.append(outcome)
            show(len(outcomes), len(items))
    return outcomes


def run_translate(call: Call, items: list[Item]) -> list[Outcome]:
    """Translate `items` under a progress bar, which counts sentences."""
    from translate.folders.translating import translate_folder

    with progress(call, "translating") as show:
        return list(translate_folder(items, call.config, dry_run=call.dry_run, progress=show))


@contextmanager
def progress(call: Call, title: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how many of how many are done, where a person is looking."""
    if call.quiet or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.progress import Progress

    from translate.show.terminal import console

    with Progress(console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def report(call: Call, outcomes: Iterable[Outcome]) -> None:
    """Print to standard error what could not be done or was passed over; with -v, everything."""
    for outcome in outcomes:
        if outcome.status in ("failed", "skipped", "kept"):
            click.echo(f"{outcome.status}: {outcome.message}", err=True)
        elif call.verbose:
            call.say(f"{outcome.status}: {outcome.name}")


def code(outcomes: Iterable[Outcome]) -> int:
    """Give the exit code: 1 if a document was reported, else 0."""
    return int(any(outcome.status in ("failed", "skipped", "kept") for outcome in outcomes))


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as values that JSON can hold."""
    return {
        "name": outcome.name,
        "status": outcome.status,
        "message": outcome.message,
        **outcome.facts,
    }


def finish(
    call: Call,
    cleaned: list[Outcome],
    translated: list[Outcome],
    places: tuple[Path | None, Path | None],
    stale: list[str],
) -> None:
    """Report, sum up, and leave with the exit code of both stages together."""
    report(call, [*cleaned, *translated])
    for name in stale:
        call.say(f"note: {name}: its raw text is gone; the result is left where it is")
    if call.json:
        value = {
            "cleaned": list(map(as_json, cleaned)),
            "translated": list(map(as_json, translated)),
        }
        print_json(value)
    elif not call.quiet:
        from translate.show.summary import summary

        shown = sys.maxsize if call.verbose else SHOWN_DOUBTS
        click.echo(summary(cleaned, translated, places, shown, call.config.glossary is not None))
        if call.dry_run:
            click.echo("\nThis was a dry run: nothing was written.")
    sys.exit(code([*cleaned, *translated]))
