"""Is everything here that translating needs? Found out by doing it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from translate.errors import CorpusError
from translate.languages import language
from translate.mt.engines.packages import load_model, models_folder, packages, resolve_model
from translate.mt.job import translate_documents
from translate.mt.memory import Memory
from translate.mt.units import Source

LIBRARIES = (
    "argos-translate-lt", "charset-normalizer", "click", "ctranslate2", "ftfy", "google-re2",
    "langdetect", "rich", "sentencepiece", "text2num",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is, what was found, and whether it is as it should be."""

    what: str
    found: str
    good: bool


def examine(model: str, source: str, target: str, memory: Path | None = None) -> Iterator[Finding]:
    """Give what was found about this machine and the model for `source` to `target`.

    `model` and `memory` are as in the settings. Nothing is raised: a fault is a finding.
    """
    python = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    yield Finding("Python", python, sys.version_info >= (3, 11))
    for name in LIBRARIES:
        try:
            yield Finding(name, version(name), True)
        except PackageNotFoundError:
            yield Finding(name, "is not installed: install the program again", False)
    there = ", ".join(f"{p.name} ({p.source}-{p.target}, {p.origin})" for p in packages())
    yield Finding(
        "models", f"{there or 'none'}; installed ones go to {models_folder()}", bool(there)
    )
    yield from examine_memory(memory)
    yield from examine_model(model, source, target)


def examine_memory(memory: Path | None) -> Iterator[Finding]:
    """Give what was found about the translation memory."""
    try:
        with Memory(memory) as opened:
            stats = opened.stats()
            units = sum(stats.models.values())
            yield Finding("memory", f"{opened.path}: {units} units, {stats.size} bytes", True)
    except CorpusError as error:
        yield Finding("memory", str(error), False)


def examine_model(model: str, source: str, target: str) -> Iterator[Finding]:
    """Give what was found about the model, and whether it opens sockets."""
    try:
        found = resolve_model(model, source, target)
        yield Finding("model used", f"{found.id} ({source} to {target})", True)
        sentence = (*language(source).trial.sentences, "2024")[0]
        with sockets_seen() as seen:
            engine = load_model(found)
            symbols = (
                " ".join(engine.card.placeholders) or "none: protected text is cut out instead"
            )
            [done] = translate_documents(
                [Source("", sentence)], engine, source=source, target=target
            )
        yield Finding("placeholders", symbols, True)
        yield Finding("round trip", f"{sentence} → {done.text}", not done.doubtful)
        opened = ", ".join(seen) or "none while loading the model and translating"
        yield Finding("sockets", opened, not seen)
    except CorpusError as error:
        yield Finding("model used", str(error), False)


_watched: list[list[str]] = []


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event.startswith("socket.") and _watched:
        _watched[-1].append(f"{event}{args[1:]!r:.60}")


@contextmanager
def sockets_seen() -> Iterator[list[str]]:
    """Give a list that fills with every use of a socket while the context lasts.

    Python's own audit events are listened to; sockets that a library opens behind Python's back
    are seen among the open files where the system lists these.

    >>> with sockets_seen() as seen:
    ...     pass
    >>> seen
    []
    """
    global _listening  # noqa: PLW0603 - a process can add an audit hook but never remove it
    if not _listening:
        sys.addaudithook(_watch)
        _listening = True
    seen: list[str] = []
    before = open_sockets()
    _watched.append(seen)
    try:
        yield seen
    finally:
        _watched.pop()
        seen += sorted(open_sockets() - before)


_listening = False


def open_sockets() -> set[str]:
    """Give the sockets among the open files of this process, none where this is not known."""
    folder = Path("/proc/self/fd")
    found = set()
    for path in folder.iterdir() if folder.is_dir() else ():
        try:
            name = str(path.readlink())
        except OSError:
            continue  # the file that lists the folder is closed by now
        if name.startswith("socket:"):
            found.add(name)
    return found
