"""The groups of `corpus`: rules, names, models and memory, and the commands eval and doctor."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from translate.cli_options import CLEANING, FILE, Call, common


@click.group()
def rules() -> None:
    """The rules that remove boilerplate."""


@rules.command("list")
@common(*CLEANING)
def list_rules(call: Call) -> None:
    """Print every rule: its id, kind, scope and pattern; those switched off are marked."""
    from translate.clean.rules import Rules

    loaded = Rules.load(call.config.clean, call.config.languages)
    rows = [
        {
            "id": rule.id,
            "kind": rule.kind,
            "scope": rule.scope,
            "used": loaded.enabled(rule),
            "place": rule.place,
            "about": rule.about,
            "pattern": rule.pattern,
        }
        for rule in loaded.list()
    ]
    if call.json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    from translate.show.terminal import columns

    table = [(r["id"], r["kind"], r["scope"], "" if r["used"] else "off", r["about"]) for r in rows]
    click.echo(columns(table, indent=""))


@rules.command("test")
@click.argument("files", nargs=-1, type=FILE)
@common(*CLEANING)
def test_rules(call: Call, files: tuple[Path, ...]) -> None:
    """Match the rules of FILES, or all of them, against their own examples; exit 1 on a fault."""
    from dataclasses import replace

    from translate.clean.rules import Rules

    settings = replace(call.config.clean, rules=(*call.config.clean.rules, *files))
    loaded = Rules.load(settings, call.config.languages)
    faults = list(loaded.check_examples())
    for fault in faults:
        click.echo(fault, err=True)
    click.echo(f"{len(loaded.list())} rules, {len(faults)} faults")
    sys.exit(bool(faults))


@click.group()
def names() -> None:
    """The canonical names of the glossary."""


@click.group()
def models() -> None:
    """The translation models of this machine."""


@models.command("list")
@common()
def list_models(call: Call) -> None:
    """Print every model: its languages, version, origin, and which one is used."""
    from translate.mt.packages import packages, resolve_model

    there = packages()
    pairs = {(p.source, p.target) for p in there}
    used = {resolve_model(call.config.translate.model, *pair).steps[0].folder for pair in pairs}
    rows = [
        {
            "name": p.name,
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
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    from translate.show.terminal import columns

    marks = {True: "*", False: ""}
    click.echo(columns([(marks[bool(r["used"])], *list(r.values())[:5]) for r in rows], indent=""))


@click.group()
def memory() -> None:
    """The translation memory."""


@click.command("eval")
@common("from", "to", "model")
def evaluate(call: Call) -> None:
    """Score the model in use against reference translations."""


@click.command()
@common("from", "to", "model", "glossary")
def doctor(call: Call) -> None:
    """Show versions, model and folders; translate a sentence; prove that no socket is opened."""
