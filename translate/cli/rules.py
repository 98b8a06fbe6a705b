"""`corpus rules`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from translate.cli.options import CLEANING, PATH, TEXTS, Call, common, echo, print_json
from translate.errors import UsageError


@click.group()
def rules() -> None:
    """The rules that remove boilerplate."""


@rules.command("list")
@common(*CLEANING)
def list_rules(call: Call) -> None:
    """Print every rule with its pattern and examples. Those switched off are marked."""
    from translate.cleaning.boilerplate.rules import Rules
    from translate.show.rules import rule_json, rules_list

    loaded = Rules.load(call.config.clean, call.config.languages)
    if call.json:
        every = [rule_json(rule, used=loaded.enabled(rule)) for rule in loaded.list()]
        print_json({"rules": every})
    else:
        echo(rules_list((rule, loaded.enabled(rule)) for rule in loaded.list()))


@rules.command("explain")
@click.argument("file", type=TEXTS)
@common("from", *CLEANING)
def explain_rules(call: Call, file: Path) -> None:
    """Print for every line of FILE what becomes of it, and why. The rule stands beside it.

    FILE may lie in the folder of the texts. It is looked at alone: without the lines that it
    shares with others of its folder.
    """
    from translate.folders.cleaning import Cleaner
    from translate.folders.files import at_home, name_under, read
    from translate.show.explain import explain
    from translate.show.signs import visible

    file = at_home(file, call.config.raw)
    if not file.is_file():
        why = "is a folder; name a text of it" if file.is_dir() else "there is no such file"
        where = "" if file.exists() else f", here or in {call.config.raw}"
        raise UsageError(f"{file}: {why}{where}")
    cleaner = Cleaner(call.config)
    places = {rule.id: rule.place for rule in cleaner.rules.list()}
    name = name_under(file, call.config.raw)  # by which decisions are about it
    lines = explain(cleaner.clean(cleaner.opened(read(file), name)))
    if call.json:
        print_json({"document": name, "lines": [line.to_json() for line in lines]})
        return
    for line in lines:
        echo(f"{line.line:>5}  {line.fate:<8} {visible(line.text)}")
        for rule, reason in line.why:
            place = f" ({places[rule]})" if rule in places else ""
            echo(f"{'':16}{rule}{place}: {reason}")


@rules.command("test")
@click.argument("files", nargs=-1, type=PATH)
@common(*CLEANING)
def test_rules(call: Call, files: tuple[Path, ...]) -> None:
    """Match all rules, those of FILES too, against their examples. Exit code 1 on a fault."""
    from translate.cleaning.boilerplate.rules import Rules
    from translate.config import merged

    settings = merged(call.config, {"rules": files})
    loaded = Rules.load(settings.clean, settings.languages)
    faults = list(loaded.check_examples())
    if call.json:
        print_json({"rules": len(loaded.list()), "faults": faults})
    else:
        for fault in faults:
            echo(fault, err=True)
        echo(f"{len(loaded.list())} rules, {len(faults)} faults")
    sys.exit(bool(faults))
