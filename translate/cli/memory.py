"""`corpus memory`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.options import PATH, Call, common, echo, print_json
from translate.cli.outcomes import progress
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.mt.memory import Memory


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
    echo(f"{place}: {stats.size} bytes")
    for model, units in stats.models.items():
        echo(f"{units:>9}  {model}")


@memory.command("export")
@click.argument("file", type=PATH)
@common("from", "to", "translated")
def export_memory(call: Call, file: Path) -> None:
    """Write the memory to FILE as TMX. As XLIFF 2 (.xlf): the translated texts, for review.

    In TMX a sentence of a translated text stands as in that text, the others as they were sent.
    """
    from translate.folders.xliff import export_xliff, standing
    from translate.mt.memory.tmx import export_tmx

    if is_xliff(file):
        count = export_xliff(call.config.translated, file, call.config)
    else:
        there = standing(call.config.translated)
        count = exchange(call, file, partial(export_tmx, standing=there))
    say_count(call, count, f"written to {file}")


@memory.command("import")
@click.argument("file", type=PATH)
@common("from", "to", "translated")
def import_memory(call: Call, file: Path) -> None:
    """Take translations from FILE. They go before the model's.

    From TMX all are taken that say something else than the model did; from XLIFF 2 (.xlf) those
    that a person corrected or approved.
    """
    from translate.folders.xliff import import_xliff, standing
    from translate.mt.memory import Memory
    from translate.mt.memory.tmx import import_tmx

    if is_xliff(file):
        with Memory(call.config.translate.memory) as opened:
            count = import_xliff(opened, file, call.config.translated, call.config)
    else:
        there = standing(call.config.translated)
        count = exchange(call, file, partial(import_tmx, standing=there))
    say_count(call, count, f"taken from {file}")


@memory.command("forget")
@click.argument("file", type=PATH)
@common("from", "to")
def forget_import(call: Call, file: Path) -> None:
    """Undo an import. The sentences of FILE are the model's again."""
    from translate.folders.xliff import forget_xliff
    from translate.mt.memory import Memory
    from translate.mt.memory.tmx import forget_tmx

    if is_xliff(file):
        with Memory(call.config.translate.memory) as opened:
            count = forget_xliff(opened, file, call.config)
    else:
        count = exchange(call, file, forget_tmx)
    say_count(call, count, "forgotten")


def is_xliff(file: Path) -> bool:
    """Tell by its suffix whether `file` is XLIFF rather than TMX; raises UsageError for neither."""
    from translate.folders.xliff import SUFFIXES

    if file.suffix.lower() not in (".tmx", *SUFFIXES):
        raise UsageError(f"{file}: name a file that ends in .tmx, or in .xlf for review")
    return file.suffix.lower() in SUFFIXES


@memory.command("clear")
@click.option("--imported", is_flag=True, help="Only what was imported.")
@common()
def clear_memory(call: Call, imported: bool) -> None:
    """Forget everything."""
    from translate.mt.memory import IMPORTED, Memory

    with Memory(call.config.translate.memory) as opened:
        there = opened.stats().models.get(IMPORTED, 0)
        count = opened.clear(imported_only=imported)
    lost = f", {there} of them imported" if there and not imported else ""
    say_count(call, count, f"forgotten{lost}")


@memory.command("prune")
@common("from", "to", "model")
def prune_memory(call: Call) -> None:
    """Forget what models other than the one in use translated."""
    from translate.folders.translating import Translator
    from translate.mt.memory import Memory

    signature = Translator.of(call.config).engine.signature
    with Memory(call.config.translate.memory) as opened:
        count = opened.prune(signature)
    say_count(call, count, "forgotten")


def exchange(call: Call, file: Path, work: Callable[[Memory, Path, str, str], int]) -> int:
    """Do `work` with the memory and the TMX file; give how many sentences it was about."""
    from translate.mt.memory import Memory

    with progress(call, "sentences"), Memory(call.config.translate.memory) as opened:
        return work(opened, file, call.config.source, call.config.target)


def say_count(call: Call, count: int, what: str) -> None:
    """Print how many sentences there were, and `what` became of them."""
    from translate.show.terminal import plural

    if call.json:
        print_json({"sentences": count})
    elif not call.quiet:
        echo(f"{plural(count, 'sentence')} {what}")
