"""The groups of `corpus`: rules, names, models and memory, and the commands eval and doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import CLEANING, FILE, Call, common, print_json
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.mt.engines.packages import Package


@click.group()
def rules() -> None:
    """The rules that remove boilerplate."""


@rules.command("list")
@common(*CLEANING)
def list_rules(call: Call) -> None:
    """Print every rule: its id, kind, scope and pattern; those switched off are marked."""
    from translate.cleaning.boilerplate.rules import Rules

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
        print_json(rows)
        return
    from translate.show.terminal import columns

    table = [(r["id"], r["kind"], r["scope"], "" if r["used"] else "off", r["about"]) for r in rows]
    click.echo(columns(table, indent=""))


@rules.command("explain")
@click.argument("file", type=FILE)
@common("from", *CLEANING)
def explain_rules(call: Call, file: Path) -> None:
    """Print for every line of FILE whether it is kept, changed or removed, by which rule and why.

    FILE is looked at alone: without the lines that it shares with others of its folder.
    """
    from translate.folders.cleaning import Cleaner
    from translate.folders.files import read
    from translate.show.explain import explain

    if not file.is_file():
        raise UsageError(f"{file}: there is no such file")
    cleaner = Cleaner(call.config, None)
    places = {rule.id: rule.place for rule in cleaner.rules.list()}
    for line in explain(cleaner.clean(read(file), file.name)):
        if call.json:
            print_json(line.to_json(), line=True)
            continue
        click.echo(f"{line.number:>5}  {line.fate:<8} {line.text}")
        for rule, reason in line.why:
            place = f" ({places[rule]})" if rule in places else ""
            click.echo(f"{'':16}{rule}{place}: {reason}")


@rules.command("test")
@click.argument("files", nargs=-1, type=FILE)
@common(*CLEANING)
def test_rules(call: Call, files: tuple[Path, ...]) -> None:
    """Match the rules of FILES, or all of them, against their own examples; exit 1 on a fault."""
    from dataclasses import replace

    from translate.cleaning.boilerplate.rules import Rules

    settings = replace(call.config.clean, rules=(*call.config.clean.rules, *files))
    loaded = Rules.load(settings, call.config.languages)
    faults = list(loaded.check_examples())
    if call.json:
        print_json({"rules": len(loaded.list()), "faults": faults})
    else:
        for fault in faults:
            click.echo(fault, err=True)
        click.echo(f"{len(loaded.list())} rules, {len(faults)} faults")
    sys.exit(bool(faults))


@click.group()
def names() -> None:
    """The canonical names of the glossary."""


@names.command("check")
@click.argument("cleaned", type=FILE, required=False)
@click.argument("translated", type=FILE, required=False)
@common("glossary")
def check_names(call: Call, cleaned: Path | None, translated: Path | None) -> None:
    """Print which names stand where, in which spellings, and what is wrong in the English.

    Exit code 1 if a variant is left or a name is missing there.
    """
    from translate.folders.naming import check_folders

    settings = call.config
    report = check_folders(cleaned or settings.cleaned, translated or settings.translated, settings)
    if call.json:
        print_json(report.to_json())
    else:
        from translate.show.names import names_report

        click.echo(names_report(report))
    sys.exit(bool(report.variants_left or report.missing))


@names.command("draft")
@click.argument("cleaned", type=FILE, required=False)
@common("from")
def draft_names(call: Call, cleaned: Path | None) -> None:
    """Print a first glossary: the names of the texts, found by their capitals, for you to edit.

    Spellings that may be one name stand beside it as a remark. A glossary that is there already is
    not looked at.
    """
    from translate.folders.naming import draft_glossary
    from translate.names.draft import as_toml

    found = draft_glossary(cleaned or call.config.cleaned, call.config)
    if call.json:
        print_json([name.to_json() for name in found])
        return
    click.echo(as_toml(found), nl=False)


@names.command("suggest")
@click.argument("cleaned", type=FILE, required=False)
@common("glossary")
def suggest_names(call: Call, cleaned: Path | None) -> None:
    """Print spellings near a name of the glossary, for you to add as variants or not."""
    from translate.folders.naming import suggest_variants

    found = suggest_variants(cleaned or call.config.cleaned, call.config)
    if call.json:
        value = [suggestion.to_json() for suggestion in found]
        print_json(value)
        return
    for one in found:
        click.echo(f"{one.spelling}  =  {one.canonical} ?  ({one.score:.2f}, {one.count} times)")
        for context in one.contexts:
            click.echo(f"    {context}")


@click.group()
def models() -> None:
    """The translation models of this machine."""


@models.command("list")
@common()
def list_models(call: Call) -> None:
    """Print every model: its languages, version, origin; a star marks the one in use."""
    from translate.mt.engines.packages import packages, resolve_model

    there = packages()
    pairs = {(p.source, p.target) for p in there}
    used = {resolve_model("", *pair).steps[0].folder for pair in pairs}
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
        print_json(rows)
        return
    from translate.show.terminal import columns

    table = [("*" if r["used"] else "", *list(r.values())[:5]) for r in rows]
    click.echo(columns(table, indent=""))


@models.command("fetch")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--index", default="", metavar="ADDRESS", help="Another index of packages.")
@common()
def fetch_model(call: Call, source: str, target: str, index: str) -> None:
    """Download the newest model for FROM to TO (e.g. fr en) and install it.

    This is the one command that uses the network.
    """
    from translate.mt.engines.fetch import fetch

    call.say(f"fetching a model for {source} to {target} ...")
    say_model(call, "installed", fetch(source, target, index=index))


@models.command("install")
@click.argument("file", type=FILE)
@common()
def install_model(call: Call, file: Path) -> None:
    """Install an Argos package (FILE.argosmodel); it must translate a sentence to be kept."""
    from translate.mt.engines.install import install

    say_model(call, "installed", install(file))


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
        value = {"name": package.name, "from": package.source, "to": package.target}
        print_json({**value, "version": package.version, "status": what})
    elif not call.quiet:
        click.echo(f"{what}: {package.name} ({package.source} to {package.target})")


@click.group()
def memory() -> None:
    """The translation memory: what was translated before."""


@memory.command("stats")
@common()
def memory_stats(call: Call) -> None:
    """Print how many sentences the memory holds, by model, and its size."""
    from translate.mt.memory import Memory

    with Memory(call.config.translate.memory) as opened:
        stats, place = opened.stats(), opened.path
    if call.json:
        value = {"file": str(place), "bytes": stats.size, "models": stats.models}
        print_json(value)
        return
    click.echo(f"{place}: {stats.size} bytes")
    for model, units in stats.models.items():
        click.echo(f"{units:>9}  {model}")


@memory.command("export")
@click.argument("file", type=FILE)
@common("from", "to")
def export_memory(call: Call, file: Path) -> None:
    """Write the memory to FILE as TMX, for other tools."""
    from translate.mt.memory import Memory
    from translate.mt.tmx import export_tmx

    with Memory(call.config.translate.memory) as opened:
        count = export_tmx(opened, file, call.config.source, call.config.target)
    say_count(call, count, f"sentences written to {file}")


@memory.command("import")
@click.argument("file", type=FILE)
@common("from", "to")
def import_memory(call: Call, file: Path) -> None:
    """Take translations from FILE (TMX): from now on they go before the model's."""
    from translate.mt.memory import Memory
    from translate.mt.tmx import import_tmx

    with Memory(call.config.translate.memory) as opened:
        count = import_tmx(opened, file, call.config.source, call.config.target)
    say_count(call, count, f"sentences taken from {file}")


def say_count(call: Call, count: int, what: str) -> None:
    """Print how many sentences were written or taken."""
    if call.json:
        print_json({"sentences": count})
    elif not call.quiet:
        click.echo(f"{count} {what}")


@click.command("eval")
@click.argument("source", type=FILE)
@click.argument("reference", type=FILE)
@common("from", "to", "model", "glossary")
def evaluate(call: Call, source: Path, reference: Path) -> None:
    """Translate the lines of SOURCE and score them against those of REFERENCE.

    BLEU and chrF with their signatures, the share of doubtful sentences, and the speed.
    """
    from translate.folders.translating import Translator
    from translate.mt.evaluate import evaluate as score
    from translate.names.enforce import NameKeeper

    texts, wanted = read_lines(source), read_lines(reference)
    translator = Translator(call.config)
    result = score(texts, wanted, translator.engine, terms=NameKeeper(translator.glossary))
    if call.json:
        print_json(result.to_json())
        return
    click.echo(f"BLEU {result.bleu:.2f}  {result.bleu_signature}")
    click.echo(f"chrF {result.chrf:.2f}  {result.chrf_signature}")
    click.echo(f"{result.sentences} sentences in {result.seconds} s: {result.speed} a second")
    click.echo(f"{result.doubtful:.1%} doubtful")
    for check, count in result.checks.items():
        click.echo(f"{count:>9}  {check}")


def read_lines(path: Path) -> list[str]:
    """Give the lines of a UTF-8 file, or raise UsageError."""
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 (byte {error.start})") from error


@click.command()
@common("from", "to", "model")
def doctor(call: Call) -> None:
    """Show versions, models and folders; translate a sentence; prove that no socket is opened."""
    from translate.mt.doctor import examine

    settings = call.config
    good = True
    for finding in examine(
        settings.translate.model, settings.source, settings.target, settings.translate.memory
    ):
        good &= finding.good
        if call.json:
            value = {"what": finding.what, "found": finding.found, "good": finding.good}
            print_json(value, line=True)
        elif not (call.quiet and finding.good):
            click.echo(f"{'ok ' if finding.good else 'BAD'}  {finding.what}: {finding.found}")
    sys.exit(not good)
