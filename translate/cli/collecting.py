"""Collections on the command line: a file of texts in, a file of results out."""

from __future__ import annotations

import functools
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from translate.cli.options import PATH, Call, print_json, standard_output
from translate.cli.outcomes import DRY, Reports, progress
from translate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from translate.folders.collecting import Workers

F = TypeVar("F", bound="Callable[..., Any]")

ENGINES = ("local", "ray")
FIELDS = ("text-field", "id-field")


class Into(NamedTuple):
    """Where the results of a command go as one file, and who works on them."""

    output: Path | None
    engine: str
    address: str


def collecting(function: F) -> F:
    """Add the options of collections, passed as one `Into`."""

    @functools.wraps(function)
    def run(**values: Any) -> Any:
        into = Into(*(values.pop(name) for name in Into._fields))
        return function(into=into, **values)

    found: Any = run
    for option in (
        click.option("--address", default="", metavar="ADDRESS", help="Of a Ray cluster."),
        click.option("--engine", type=click.Choice(ENGINES), default="local", help="Who works."),
        click.option("-o", "--output", type=PATH, metavar="FILE", help="Results as one file."),
    ):
        found = option(found)
    return found  # type: ignore[no-any-return]


def is_collection(*places: Path | None) -> bool:
    """Tell whether a command is about a collection: one of `places` is one, or is in a store."""
    from translate.folders import formats

    if formats.is_collection(*places):
        return True
    if not any(":" in str(place) for place in places):  # what knows stores need not be loaded
        return False
    from translate.folders.elsewhere import address

    return any(place is not None and address(place) for place in places)


def collect(
    call: Call,
    places: tuple[Path, Path | None],
    into: Into,
    *,
    cleaning: bool = True,
    translating: bool = True,
) -> None:
    """Do the work from one of `places` to the other, sum up, and leave with its exit code."""
    from translate.cli.streams import standard_input
    from translate.folders.collecting import Job
    from translate.folders.collecting import collect as done
    from translate.folders.elsewhere import STDOUT, STREAM, address, brought, taken

    source, target = places[0], into.output or places[1]
    if target is None:
        called = address(source) or source
        if not (source == STREAM or address(source) or source.exists()):
            raise UsageError(f"{source}: there is no such file or folder")
        raise UsageError(f"{called}: name where the results go, as in -o results.jsonl")
    if call.selection.since is not None:
        raise UsageError("--since is for folders: a record has no time of change")
    if target == STREAM and call.json:
        raise UsageError("--json and -: both are written to standard output; choose one of them")
    if target == STREAM:
        standard_output()  # a closed one is told before the work
    config = call.beside(source).config
    with (
        brought(source, standard_input) as (here, called),
        taken(target, here, standard_output) as there,
        closing(Reports(call)) as reports,
    ):
        job = Job(here, there, config, cleaning, translating, call.selection.force, called)
        tally = done(
            job,
            _workers(into),
            reports.tell,
            dry_run=call.dry_run,
            progress=partial(progress, call),
        )
    if call.json:
        print_json(tally.to_json())
    elif not call.quiet:
        from translate.show.tally import counted

        where = STDOUT if target == STREAM else address(target) or target
        said = counted(tally, where, dry=call.dry_run)
        click.echo(f"{said}\n\n{DRY}" if call.dry_run else said, err=target == STREAM)
    sys.exit(tally.code)


def _workers(into: Into) -> Workers:
    if into.engine == "ray":
        from translate.scale.engine import RayWorkers

        return RayWorkers(into.address)
    from translate.folders.local import Local

    return Local()
