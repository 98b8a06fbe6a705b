"""Cleaning many files: one worker or several, the same bytes, and a rerun does what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from translate.config import Config
from translate.errors import DocumentError
from translate.folders import files
from translate.folders.cleaning import Cleaner, Done, Known
from translate.folders.files import EVERY, Item, Outcome, Selection
from translate.folders.manifest import Manifest
from translate.folders.workers import count, share

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.repeated import RepeatedLines

SMALL = 2_000_000  # bytes; below, starting workers costs more than they save
CHUNK = 16  # files handed to a worker at a time; so many may be begun when the run is stopped

Task = tuple[Item, bool, Known | None]


def clean_items(
    items: Sequence[Item],
    config: Config,
    among: Sequence[Item] = (),
    *,
    dry_run: bool = False,
    selection: Selection = EVERY,
) -> Iterator[Outcome]:
    """Clean those of `items` that `selection` takes and give what became of each, in order.

    They are some of the texts `among` which they lie, as of `owner.in_company`; none: all.
    `config.jobs` workers share the work (0: one a core); their number changes no byte. Raises
    UsageError for a wrong rule, CorpusError when a worker was killed.
    """
    cleaner = Cleaner(config, force=selection.force)
    among = among or items
    raw = digests(among)
    manifest = Manifest.of(cleaner, among, raw)
    done = manifest.unchanged(cleaner, among)
    chosen = [item for item in items if selection.takes(item)]
    todo = [item for item in chosen if item.name not in done]
    made = make(cleaner, among, todo, dry_run)
    for item in chosen:
        if item.name not in done:
            done[item.name] = next(made)
        yield done[item.name].outcome
    whole = all(name in done and done[name].raw == raw[name] for name in raw)
    if not dry_run and todo and whole:
        manifest.write(done)


def digests(items: Iterable[Item]) -> dict[str, str]:
    """Give the digest of the bytes of each file by its name; "" of one that cannot be read."""
    found = {}
    for item in items:
        try:
            found[item.name] = files.digest(files.read(item.source))
        except DocumentError:
            found[item.name] = ""
    return found


def make(
    cleaner: Cleaner, items: Sequence[Item], todo: Sequence[Item], dry_run: bool
) -> Iterator[Done]:
    """Clean `todo`, which are some of `items`, and give what became of each, in order."""
    if not todo:
        return
    _ = cleaner.rules  # a wrong one is told before anything else is done
    known: dict[str, Known] = {}
    if len(items) > 1:
        cleaner.repeated, known = survey(items, cleaner)
    tasks = [(item, dry_run, known.get(item.name)) for item in todo]
    jobs = count(cleaner.config.jobs, len(tasks))
    if jobs == 1 or sum(map(size, todo)) < SMALL:
        yield from (cleaner.file(*task) for task in tasks)
    else:
        for done in share(cleaner, clean_chunk, chunks(tasks, jobs), jobs):
            yield from done


def survey(items: Iterable[Item], cleaner: Cleaner) -> tuple[RepeatedLines, dict[str, Known]]:
    """Look at all texts: give the lines that several share, and how each text is to be read.

    What cannot be read is reported when it is to be cleaned.
    """
    from translate.cleaning.boilerplate.repeated import RepeatedLines

    known: dict[str, Known] = {}

    def texts() -> Iterator[str]:
        for item in items:
            try:
                data = files.read(item.source)
                doc = cleaner.opened(data, item.name)
            except DocumentError:
                continue
            if doc.meta.encoding:
                known[item.name] = Known(files.digest(data), doc.meta.encoding)
            yield doc.text

    return RepeatedLines.of(texts()), known


def size(item: Item) -> int:
    """Give the bytes of a file, 0 of one that cannot be looked at."""
    try:
        return item.source.stat().st_size
    except OSError:
        return 0


def chunks(tasks: Sequence[Task], jobs: int) -> Iterator[Sequence[Task]]:
    """Give `tasks` as they are handed to workers: small files are handed over several at a time."""
    size = max(1, min(CHUNK, len(tasks) // (jobs * 8)))
    return (tasks[at : at + size] for at in range(0, len(tasks), size))


def clean_chunk(cleaner: Cleaner, tasks: Sequence[Task]) -> list[Done]:
    """Clean some files, in a worker."""
    return [cleaner.file(*task) for task in tasks]
