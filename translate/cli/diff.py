"""`corpus diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import (
    PATH,
    Call,
    common,
    echo,
    no_collection,
    print_json,
    standard_output,
)
from translate.cli.outcomes import progress
from translate.errors import UsageError
from translate.show.signs import visible

if TYPE_CHECKING:
    from translate.config import Config
    from translate.folders.comparing import Difference
    from translate.show.diff.reading import Choice


@click.command()
@click.argument("raw", type=PATH, required=False)
@click.argument("cleaned", type=PATH, required=False)
@click.option("--kind", multiple=True, metavar="KIND", help="Show only changes of this kind.")
@click.option("--rule", multiple=True, metavar="RULE", help="Show only this rule's (fr.share.*).")
@click.option("--hide", multiple=True, metavar="KIND", help="Leave out this kind, or this rule.")
@click.option("--file", multiple=True, metavar="PATTERN", help="Look only at texts so named.")
@click.option("--stat", is_flag=True, help="Numbers only.")
@click.option(
    "--format", "form", type=click.Choice(["text", "patch", "json"]), default="text",
    help="patch: for 'patch -p1'; json: as --json, a line a text.",
)  # fmt: skip
@common()
def diff(
    call: Call,
    raw: Path | None,
    cleaned: Path | None,
    form: str,
    stat: bool,
    **asked: tuple[str, ...],
) -> None:
    """Show what cleaning changed, by which rule. Or how two folders or files differ.

    RAW may be a part of the folder of the texts, and both may be any two files. Exit code 1 if
    anything differs, 2 if a text cannot be read.
    """
    from translate.folders.comparing import choice, diff_folder, need_rules
    from translate.folders.files import at_home

    wanted = choice(call.config, kinds=asked["kind"], rules=asked["rule"], hidden=asked["hide"])
    form = "json" if call.json else form
    if form == "patch" and not wanted.everything:
        raise UsageError("a patch holds all changes of a text; only --file goes with it")
    if stat and form != "text":
        raise UsageError(f"--stat and {form}: choose one of them")
    old, new = raw or call.config.raw, cleaned or call.config.cleaned
    old = at_home(old, call.config.raw)  # a text may be named as in every report
    if cleaned:
        new = at_home(new, call.config.raw)
    else:
        no_collection(old)
        if old.exists():
            _need_result(old, new, call.config)
    standard_output()  # nothing is compared for nobody
    shown = {"patch": _patch, "json": _json}.get(form, _stat if stat else _text)
    messages, codes, rules = list[str](), [0], set[str]()

    def found() -> Iterator[Difference]:
        seen = sys.stdout.isatty() and not stat  # what is printed shows how far it is
        with nullcontext() if seen else progress(call, "comparing") as show:
            for one in diff_folder(old, new, call.config, asked["file"], show):
                codes.append(one.code(wanted))
                messages.append(one.message)
                rules.update(edit.rule for edit in one.edits)
                yield one

    shown(found(), wanted)
    for message in filter(None, messages):  # after the pager, not into it
        call.say(visible(message))
    need_rules(wanted, rules)
    sys.exit(max(codes))


def _need_result(text: Path, cleaned: Path, config: Config) -> None:
    """Raise UsageError where `cleaned` holds nothing made of `text`, which is from elsewhere."""
    from translate.folders.files import whole
    from translate.folders.owner import check

    home = whole(text, config.raw)
    try:
        check(home, cleaned, config)
        known = home == config.raw or cleaned.exists()
    except UsageError:
        known = False
    if not known:
        raise UsageError(
            f"{text}: is none of the texts in {config.raw}, so nothing in {cleaned} was made of it;"
            f" name what to compare it with: corpus diff {text} OTHER"
        )


def _text(found: Iterable[Difference], wanted: Choice) -> None:
    from translate.show.diff.terminal import printed
    from translate.show.output import coloured, paged, width
    from translate.show.page import Page

    page = Page(width(), coloured())
    with paged() as out:
        for one in found:
            out.writelines(printed(one.name, one.original, one.edits, wanted, page))


def _stat(found: Iterable[Difference], wanted: Choice) -> None:
    from translate.show.diff.stat import Stat

    stat = Stat(wanted)
    for one in found:
        stat.count(one.name, one.edits)
    echo(str(stat), nl=bool(stat.rows))


def _json(found: Iterable[Difference], wanted: Choice) -> None:
    for one in found:
        print_json(one.to_json(wanted), line=True)


def _patch(found: Iterable[Difference], wanted: Choice) -> None:
    from translate.show.diff.patch import patch

    out = standard_output()
    for one in found:
        made = patch(one.name, one.old, one.new) if one.status == "compared" else b""
        if sys.stdout.isatty():  # to be looked at: no byte of a text may drive the terminal
            for line in made.decode(errors="backslashreplace").split("\n")[:-1]:
                click.echo(visible(line))
        else:
            out.write(made)
    out.flush()
