"""`corpus memory`."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.options import PATH, Call, common, print_json


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
@click.argument("file", type=PATH)
@common("from", "to")
def export_memory(call: Call, file: Path) -> None:
    """Write the memory to FILE as TMX, for other tools."""
    from translate.mt.memory import Memory
    from translate.mt.tmx import export_tmx

    with Memory(call.config.translate.memory) as opened:
        count = export_tmx(opened, file, call.config.source, call.config.target)
    say_count(call, count, f"sentences written to {file}")


@memory.command("import")
@click.argument("file", type=PATH)
@common("from", "to")
def import_memory(call: Call, file: Path) -> None:
    """Take translations from FILE (TMX): from now on they go before the model's."""
    from translate.mt.memory import Memory
    from translate.mt.tmx import import_tmx

    with Memory(call.config.translate.memory) as opened:
        count = import_tmx(opened, file, call.config.source, call.config.target)
    say_count(call, count, f"sentences taken from {file}")


@memory.command("forget")
@click.argument("file", type=PATH)
@common("from", "to")
def forget_import(call: Call, file: Path) -> None:
    """Undo an import: forget the sentences of FILE (TMX), which are then translated anew."""
    from translate.mt.memory import Memory
    from translate.mt.tmx import forget_tmx

    with Memory(call.config.translate.memory) as opened:
        count = forget_tmx(opened, file, call.config.source, call.config.target)
    say_count(call, count, "sentences forgotten")


@memory.command("clear")
@click.option("--imported", is_flag=True, help="Only what was imported.")
@common()
def clear_memory(call: Call, imported: bool) -> None:
    """Forget everything."""
    from translate.mt.memory import Memory

    with Memory(call.config.translate.memory) as opened:
        count = opened.clear(imported_only=imported)
    say_count(call, count, "sentences forgotten")


@memory.command("prune")
@common("from", "to", "model")
def prune_memory(call: Call) -> None:
    """Forget what models other than the one in use translated."""
    from translate.folders.translating import Translator
    from translate.mt.memory import Memory

    signature = Translator.of(call.config).engine.signature
    with Memory(call.config.translate.memory) as opened:
        count = opened.prune(signature)
    say_count(call, count, "sentences forgotten")


def say_count(call: Call, count: int, what: str) -> None:
    """Print how many sentences were written or taken."""
    if call.json:
        print_json({"sentences": count})
    elif not call.quiet:
        click.echo(f"{count} {what}")
