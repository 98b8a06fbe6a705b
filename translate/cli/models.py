"""`corpus models`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import PATH, Call, common, echo, print_json
from translate.cli.outcomes import progress
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.mt.engines.packages import Package


@click.group()
def models() -> None:
    """The translation models of this machine."""


@models.command("list")
@common()
def list_models(call: Call) -> None:
    """Print every model: languages, version, origin. A star marks the one in use."""
    from translate.mt.engines.packages import packages, resolve_model

    there = packages()
    pairs = {(p.source, p.target) for p in there}
    used = {resolve_model("", *pair).steps[0].folder for pair in pairs}
    rows = [
        {
            "model": p.name,
            "from": p.source,
            "to": p.target,
            "version": p.version,
            "origin": p.origin,
            "used": p.folder in used,
            "folder": str(p.folder),
        }
        for p in there
    ]
    if call.json:
        print_json({"models": rows})
        return
    from translate.show.terminal import columns

    table = [("*" if r["used"] else "", *list(r.values())[:5]) for r in rows]
    echo(columns(table, indent=""))


@models.command("fetch")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--index", default="", metavar="ADDRESS", help="Another index of packages.")
@click.option(
    "--from",
    "maker",
    type=click.Choice(["argos", "firefox"]),
    default="argos",
    help="Whose models: Argos Translate's, or those of Firefox (they need fxtranslate).",
)
@common()
def fetch_model(call: Call, source: str, target: str, index: str, maker: str) -> None:
    """Download the newest model for FROM to TO, as for fr en.

    It is installed. This is the one command that uses the network.
    """
    from translate.mt.engines.fetch import fetch, fetch_firefox

    call.say(f"fetching a model for {source} to {target} ...")
    if maker == "firefox":
        with progress(call, "downloading"):
            packages = fetch_firefox(source, target)
        for package in packages:
            say_model(call, "installed", package)
    else:
        with progress(call, "downloading", "megabyte") as show:
            package = fetch(source, target, index=index, progress=show)
        say_model(call, "installed", package)


@models.command("install")
@click.argument("file", type=PATH)
@common()
def install_model(call: Call, file: Path) -> None:
    """Install a FILE.argosmodel, or a folder with a Firefox model.

    It must translate a sentence to be kept.
    """
    from translate.mt.engines.install import install

    with progress(call, "installing"):
        package = install(file)
    say_model(call, "installed", package)


@models.command("verify")
@click.argument("name", required=False)
@common()
def verify_models(call: Call, name: str | None) -> None:
    """Translate a sentence with model NAME, or with every model."""
    from translate.mt.engines.install import verify
    from translate.mt.engines.packages import packages

    there = [p for p in packages() if name in (None, p.name)]
    if not there:
        raise UsageError(f"there is no model '{name}'; see 'corpus models list'")
    for package in there:
        verify(package)
        say_model(call, "works", package)


@models.command("remove")
@click.argument("name")
@common()
def remove_model(call: Call, name: str) -> None:
    """Remove the installed model NAME."""
    from translate.mt.engines.install import remove

    say_model(call, "removed", remove(name))


@models.command("use")
@click.argument("name")
@common()
def use_model(call: Call, name: str) -> None:
    """Use model NAME for its languages from now on."""
    from translate.mt.engines.install import use

    say_model(call, "in use", use(name))


def say_model(call: Call, what: str, package: Package) -> None:
    """Print what became of a model."""
    if call.json:
        value = {"model": package.name, "from": package.source, "to": package.target}
        print_json({**value, "version": package.version, "status": what})
    elif not call.quiet:
        echo(f"{what}: {package.name} ({package.source} to {package.target})")
