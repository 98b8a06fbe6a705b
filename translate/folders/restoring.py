"""Restoring: the raw files again, byte for byte, from cleaned texts and their edits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translate.errors import CorpusError, DocumentError, UsageError
from translate.folders import files
from translate.folders.files import EDITS, Outcome
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


def restore_files(cleaned: Path, target: Path, dry_run: bool = False) -> Iterator[Outcome]:
    """Write the raw files of the texts in `cleaned` (a folder or a file) under `target`.

    A file that stands there with other bytes is never replaced.
    """
    if not cleaned.exists():
        raise UsageError(f"{cleaned}: there is no such file or folder")
    if cleaned.is_file():
        names = {cleaned.name: cleaned}
    else:
        records = files.find(cleaned, [f"*{EDITS}"], leave_out=[target])
        names = {n.removesuffix(EDITS): cleaned / n.removesuffix(EDITS) for n in records}
    if not names:
        raise UsageError(f"{cleaned}: no text with edits (*{EDITS}) here; nothing to restore from")
    for name, text in names.items():
        try:
            raw = restore_file(text, name)
            place = target / name
            if place.exists() and files.read(place) != raw:
                raise DocumentError(f"{place}: another file stands here; name an empty folder")
            if not dry_run:
                files.write(place, raw)
            yield Outcome(name, "made", "", {"bytes": len(raw)})
        except CorpusError as error:
            yield Outcome(name, "failed", str(error), {})
