"""`corpus names`."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import PATH, TEXTS, Call, common, echo, print_json
from translate.cli.outcomes import DRY, progress
from translate.errors import UsageError, nearest

if TYPE_CHECKING:
    from translate.folders.exchanging import Exchanged

proposal = click.option(
    "--proposal", type=PATH, metavar="FILE", help="Instead of names-proposal.toml."
)


@click.group()
def names() -> None:
    """The canonical names of the glossary."""


@names.command("check")
@click.argument("cleaned", type=TEXTS, required=False)
@click.argument("translated", type=TEXTS, required=False)
@common("glossary")
def check_names(call: Call, cleaned: Path | None, translated: Path | None) -> None:
    """Print what became of each name. Kept, by which step, failed where, variants left.

    CLEANED may be a part of the folder of cleaned texts, or one of them, named as in every report.
    Exit code 1 if a variant is left in the English, a name is missing or something forbidden there.
    """
    from translate.folders.files import at_home
    from translate.folders.naming import check_folders

    texts = at_home(cleaned or call.config.cleaned, call.config.cleaned)
    settings = call.beside(texts).config
    places = texts, translated or settings.translated
    with progress(call, "checking names") as show:
        report = check_folders(*places, settings, show)
    if call.json:
        print_json(report.to_json())
    else:
        from translate.show.names import names_report

        echo(names_report(report))
    sys.exit(bool(report.faults))


@names.command("discover")
@click.argument("texts", type=TEXTS, required=False)
@proposal
@click.option("--interactive", is_flag=True, help="Ask about one after the other, and remember.")
@common("from", "glossary")
def discover_names(
    call: Call, texts: Path | None, proposal: Path | None, interactive: bool
) -> None:
    """Propose the names that the glossary lacks. TEXTS are cleaned/ by default; spellings too.

    The proposal is a file to edit, names-proposal.toml, or printed for `--proposal -`. It merges
    nothing: take the # away from the spellings that are right, then `corpus names accept`.
    """
    from translate.folders import naming
    from translate.folders.files import at_home
    from translate.names.discovery.proposal import as_toml
    from translate.show.terminal import plural

    folder = at_home(texts or call.config.cleaned, call.config.cleaned)
    settings = call.beside(folder).config
    with progress(call, "looking for names") as show:
        found = naming.discover_names(folder, settings, show)
    if call.json:
        print_json({"names": [name.to_json() for name in found]})
    elif interactive:
        from translate.cli.asking import ask

        ask(found, partial(naming.accept, settings), partial(naming.reject, settings))
    elif str(proposal) == "-":
        echo(as_toml(found), nl=False)
    else:
        place = proposal or naming.proposal_of(settings)
        naming.write_proposal(place, as_toml(found), settings)
        new = plural(sum(not n.known for n in found), "name")
        near = plural(sum(len(n.spellings) for n in found), "spelling")
        call.say(f"{place}: {new}, {near} to decide on; edit it, then: corpus names accept")


@names.command("accept")
@click.argument("name", required=False)
@click.argument("spellings", nargs=-1)
@click.option("--kind", default="", metavar="KIND", help="person, organisation, product, …")
@proposal
@common("glossary")
def accept_names(
    call: Call, name: str | None, spellings: tuple[str, ...], kind: str, proposal: Path | None
) -> None:
    """Put NAME in the glossary, or all of the proposal. SPELLINGS stand for it.

    The comments and the order of the file stay.
    """
    from translate.folders import naming
    from translate.names.glossary import KINDS, Name
    from translate.show.terminal import plural

    if kind not in ("", *KINDS):
        raise UsageError(f"--kind: there is no kind '{kind}'{nearest(kind, KINDS)}")
    settings = call.beside(call.config.cleaned).config
    if name is None:
        place, added = naming.accept_proposal(settings, proposal or naming.proposal_of(settings))
        _decided(call, place, f"{plural(added, 'name')} added", {"added": added})
        return
    before = naming.known_as(settings, name)
    place = naming.accept(settings, [Name(name, kind, spellings)], anew=True)
    now = naming.known_as(settings, name) or Name(name)
    value = {"canonical": name, "kind": now.kind, "variants": spellings}
    said = ", ".join((name, *spellings))
    if before == now:
        said += ": was there so already"
    elif before and before.kind not in ("", now.kind):
        said += f": kind '{now.kind}' now, before '{before.kind}'"
    _decided(call, place, said, {"accepted": value})


@names.command("reject")
@click.argument("name")
@click.argument("spellings", nargs=-1)
@common("glossary")
def reject_names(call: Call, name: str, spellings: tuple[str, ...]) -> None:
    """Remember that SPELLINGS are never NAME. Without any, that NAME is no name.

    They are not proposed again, nor put right as that name in a translation.
    """
    from translate.folders.naming import reject

    settings = call.beside(call.config.cleaned).config
    place = reject(settings, [name, *spellings])
    no = f"never {', '.join(spellings)}" if spellings else "no name"
    value = {"canonical": name, "variants": spellings}
    _decided(call, place, f"{name} is {no}", {"rejected": value})


@names.command("rename")
@click.argument("old")
@click.argument("new")
@common("glossary")
def rename_name(call: Call, old: str, new: str) -> None:
    """Spell the name OLD of the glossary NEW. OLD becomes a variant."""
    from translate.folders.naming import rename

    settings = call.beside(call.config.cleaned).config
    place = rename(settings, old, new)
    _decided(call, place, new, {"renamed": {"old": old, "new": new}})


def _decided(call: Call, place: Path, said: str, value: dict[str, Any]) -> None:
    """Say what was decided, or print it, and in which glossary."""
    if call.json:
        print_json({"file": str(place), **value})
    else:
        call.say(f"{place}: {said}")


def _printed(**values: Any) -> None:
    """Print the proposal."""
    assert discover_names.callback
    discover_names.callback(**values, proposal=Path("-"), interactive=False)


PRINTED = [one for one in discover_names.params if one.name not in ("proposal", "interactive")]
for _old in ("draft", "suggest"):  # what it was called before; scripts may say so
    names.add_command(
        click.Command(
            _old, params=PRINTED, callback=_printed, hidden=True,
            deprecated="say corpus names discover",
        )
    )  # fmt: skip


FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "tsv", "tbx", "omegat", "deepl"]),
    help="Default: by the suffix of the file.",
)


@names.command("import")
@click.argument("file", type=PATH)
@FORMAT
@common("from", "to", "glossary", "dry-run")
def import_names(call: Call, file: Path, form: str | None) -> None:
    """Add the terms of FILE to the glossary. CSV, TSV, TBX-Basic, OmegaT or DeepL.

    Entries that are there stay as they are. Exit code 1 if something was left out.
    """
    from translate.folders.exchanging import import_names as work

    settings = call.beside(Path()).config
    _say(call, work(file, settings, form or "", dry_run=call.dry_run), "added to", "to add to")


@names.command("export")
@click.argument("file", type=PATH)
@FORMAT
@common("from", "to", "glossary", "dry-run")
def export_names(call: Call, file: Path, form: str | None) -> None:
    """Write the glossary to FILE. CSV, TSV, TBX-Basic, OmegaT or DeepL.

    Exit code 1 if the format has no place for something.
    """
    from translate.folders.exchanging import export_names as work

    settings = call.beside(Path()).config
    _say(call, work(file, settings, form or "", dry_run=call.dry_run), "written to", "to write to")


def _say(call: Call, done: Exchanged, what: str, planned: str) -> None:
    """Print what was exchanged, or is `planned` of a dry run, and leave with the exit code."""
    from translate.show.signs import visible
    from translate.show.terminal import plural

    for reason in done.left_out:
        echo(f"left out: {visible(reason)}", err=True)
    if call.json:
        value = {"names": done.count, "file": str(done.file), "left_out": list(done.left_out)}
        print_json(value)
    elif not call.quiet:
        said = planned if call.dry_run else what
        echo(f"{plural(done.count, 'name')} {said} {done.file}{f'. {DRY}' if call.dry_run else ''}")
    sys.exit(bool(done.left_out))
