"""Restoring: the raw files again, byte for byte, from cleaned texts and their edits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from translate.errors import CorpusError, DocumentError, StorageError, UsageError
from translate.folders import files
from translate.folders.files import EDITS, Item, Outcome, Progress
from translate.folders.locking import alone
from translate.folders.records import load_document


def restore_file(cleaned: Path, name: str) -> bytes:
    """Give the bytes of the raw file from which the text at `cleaned` was made.

    Raises DocumentError when the record is missing, or does not lead back to the same bytes.
    """
    from translate.cleaning.pipeline import restore

    doc = load_document(cleaned, name)
    raw = restore(doc)
    if files.digest(raw) != doc.meta.sha256:
        raise DocumentError(f"{cleaned}: its record does not lead back to the raw file")
    return raw


def restore_files(
    cleaned: Path, target: Path, dry_run: bool = False, progress: Progress | None = None
) -> Iterator[Outcome]:
    """Write the raw files of the texts in `cleaned` (a folder or a file) under `target`.

    A file that stands there with other bytes is never replaced.
    """
    files.need_cleaned(cleaned)
    if cleaned.is_file():
        names = {cleaned.name: cleaned}
    else:
        names = {n: cleaned / n for n in files.results(cleaned, EDITS, leave_out=[target])}
    if not names:
        raise UsageError(f"{cleaned}: no text with edits (*{EDITS}) here; nothing to restore from")
    items = [Item(name, text, target / name) for name, text in names.items()]
    with nullcontext() if dry_run else alone(target, items):
        yield from map(partial(_restored, dry_run=dry_run), files.counted(items, progress))


def _restored(item: Item, dry_run: bool) -> Outcome:
    """Restore one text; what goes wrong with it is an outcome."""
    try:
        raw = restore_file(item.source, item.name)
        if item.target.exists() and files.read(item.target) != raw:
            raise DocumentError(f"{item.target}: another file stands here; name an empty folder")
        if not dry_run:
            files.write(item.target, raw, item.mode)
        return Outcome(item.name, "made", "", {"bytes": len(raw)})
    except StorageError:
        raise
    except CorpusError as error:
        return Outcome(item.name, "failed", str(error), {})
