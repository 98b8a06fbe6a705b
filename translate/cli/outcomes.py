"""What clean, translate, run and restore say of their texts: progress, reports, the summary."""

from __future__ import annotations

import re
import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from typing import TYPE_CHECKING

import click

from translate.cli.options import Call, print_json
from translate.show.signs import visible

if TYPE_CHECKING:
    from pathlib import Path

    from translate.folders.files import Outcome, Progress

COUNTED = {"translating": "sentence"}
DRY = "This was a dry run: nothing was written."
ALIKE = 10  # records of one file of which the same is said, one by one
RECORD = re.compile(r"(?P<file>.+?):\d+: (?P<said>.+)", re.DOTALL)  # what is said of one
SHOWN_DOUBTS = 10  # doubtful sentences printed in a summary; -v and the records have them all


def progress(call: Call, title: str, noun: str = "") -> AbstractContextManager[Progress]:
    """Give a function that shows how many of how many are done, where a person is looking.

    `title` says what is done; `noun` what is counted, if not what the title tells.
    """
    if call.quiet or sys.stderr is None or not sys.stderr.isatty():
        return nullcontext(lambda done, total: None)
    from translate.show.progress import progress as shown

    return shown(title, noun or COUNTED.get(title, "text"))


def worked(
    call: Call, title: str, work: Callable[..., list[Outcome]], *places: Path
) -> list[Outcome]:
    """Give what became of each text in `work`, from one of `places` to the other, as `call` asks.

    `title` says what is done while it is.
    """
    settings, chosen = call.config, call.selection
    with progress(call, title) as show:
        return work(*places, settings, dry_run=call.dry_run, selection=chosen, progress=show)


def note_project(call: Call) -> None:
    """Say whose settings and folders a run works with, where it is not this folder that has them.

    Results go there, which nobody expects who forgot that this folder lies in a project.
    """
    if call.outer:
        call.say(f"note: the project is {call.outer}: this folder has no corpus.toml")


class Reports:
    """Prints to standard error what could not be done or was passed over; with -v, everything.

    What is said of many records of one file is said of the first of them, and of how many more.
    """

    def __init__(self, call: Call) -> None:
        self._call = call
        self._alike: Counter[tuple[str, str]] = Counter()

    def tell(self, outcome: Outcome) -> None:
        """Say what became of a text, where a person must know."""
        if not outcome.reported:
            if self._call.verbose:
                self._call.say(f"{outcome.status}: {visible(outcome.name)}")
            return
        if (record := RECORD.fullmatch(outcome.message)) and not self._call.verbose:
            said = record["file"], f"{outcome.status}: {record['said']}"
            self._alike[said] += 1
            if self._alike[said] > ALIKE:
                return
        click.echo(f"{outcome.status}: {visible(outcome.message)}", err=True)

    def close(self) -> None:
        """Say of how many more the same was true."""
        for (file, said), count in self._alike.items():
            if more := max(0, count - ALIKE):
                click.echo(visible(f"{file}: {more:,} records more {said} (-v: all)"), err=True)


def report(call: Call, outcomes: Iterable[Outcome]) -> None:
    """Print what `Reports` says of `outcomes`."""
    with closing(Reports(call)) as reports:
        for outcome in outcomes:
            reports.tell(outcome)


def note_passed_over(call: Call, texts: Path, target: Path | None = None) -> None:
    """Name the files of the folder `texts` that a run, with results at `target`, passes over."""
    from translate.folders.files import passed_over
    from translate.show.terminal import named, plural

    settings = call.config
    left = (target or settings.cleaned, settings.cleaned, settings.translated)
    names, results, unread = passed_over(texts, settings.include, left)
    if results:
        said = f"{plural(len(results), 'result')} of this tool among them passed over"
        call.say(f"note: {texts}: {said}: {named(results)} (their records stand beside them)")
    if unread:
        said = f"passed over, being pipes, devices or links to folders: {named(unread)}"
        call.say(f"note: {texts}: {said}")
    if names:
        call.say(
            f"note: {plural(len(names), 'file')} of {texts} passed over: {named(names)} (`include` "
            "says which are texts; pages, mails and tables are read with -o)"
        )


def _note_left_behind(call: Call, names: Sequence[str]) -> None:
    """Say of which results the raw text is gone: of many with -v alone a line for each."""
    from translate.show.terminal import named, plural

    if len(names) > 1 and not call.verbose:
        said = f"{plural(len(names), 'result')} without a raw text: {named(names)}"
        call.say(f"note: {said} (the raw text is gone; they are left where they are)")
    else:
        for name in names:
            call.say(f"note: {visible(name)}: its raw text is gone; the result is left where it is")


def _note_undecided(call: Call, names: set[str]) -> None:
    """Say which texts were decided on that are neither among `names` nor anywhere else."""
    from translate.folders.decisions import Decisions
    from translate.show.terminal import named

    settings = call.config
    restored = {one.document for one in Decisions.load(settings.review).restored}
    gone = sorted(name for name in restored - names if not (settings.raw / name).exists())
    if gone:
        call.say(f"note: {settings.review} restores lines of what is no text: {named(gone)}")


def code(outcomes: Iterable[Outcome]) -> int:
    """Give the exit code: 1 if a document was reported or a name was lost, else 0."""
    return int(any(o.reported or o.facts.get("names", {}).get("failed") for o in outcomes))


def more(call: Call, texts: Path | None, places: Sequence[Path | None]) -> dict[str, str]:
    """Give the commands that show more of what `call` made, as they are to be typed.

    `texts` are those worked on, `places` the folders of cleaned and of translated texts.
    """
    from translate.folders.files import whole

    raw, *own = call.config.folders
    texts = texts if texts and whole(texts, raw) != raw else None
    cleaned, translated = places
    others = [place for place in places if place and place not in own]
    compared = (texts or raw, cleaned) if cleaned in others else (texts,)
    checked = (cleaned, translated) if others else ()
    asked = {
        "diff": (compared, ("config",)),
        "report": ((texts,), ("from", "cleaned", "translated", "config")),
        "names check": (checked, ("glossary", "config")),
        "names discover": ((cleaned,) if cleaned in others else (), ("from", "glossary", "config")),
    }
    return {
        words: shlex.join(
            [
                *("corpus", *words.split()),
                *(str(place) for place in there if place),
                *(
                    word
                    for name in options
                    if name in call.given
                    for word in (f"--{name}", str(call.given[name]))
                ),
            ]
        )
        for words, (there, options) in asked.items()
    }


def finish(  # noqa: PLR0913 - the last has a default
    call: Call,
    cleaned: Sequence[Outcome],
    translated: Sequence[Outcome],
    places: tuple[Path | None, Path | None],
    stale: Iterable[str],
    *,
    texts: Path | None = None,
) -> None:
    """Report, sum up, and leave with the exit code of both stages together.

    `texts` are those that were cleaned.
    """
    both = [*cleaned, *translated]
    report(call, both)
    _note_left_behind(call, list(stale))
    if cleaned:
        _note_undecided(call, {outcome.name for outcome in cleaned})
    if call.json:
        print_json(
            {
                "cleaned": [outcome.to_json() for outcome in cleaned],
                "translated": [outcome.to_json() for outcome in translated],
            }
        )
    elif not call.quiet:
        from translate.names.glossary import Glossary
        from translate.show.summary import Ran, summary

        shown = sys.maxsize if call.verbose else SHOWN_DOUBTS
        file = call.config.glossary
        named = any(outcome.facts.get("names") for outcome in translated)
        empty = bool(translated and file and not named and not Glossary.load(file).names)
        ran = Ran(*places, shown, file, empty, call.dry_run, more(call, texts, places))
        click.echo(summary(cleaned, translated, ran))
        if call.dry_run:
            click.echo(f"\n{DRY}")
    sys.exit(code(both))
