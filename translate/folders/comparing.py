"""Comparing raw texts with cleaned ones, from the edits where there are any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import CorpusError, DocumentError, UsageError
from translate.folders import files, records
from translate.folders.files import EDITS, Item
from translate.show.diff import Hunk, compare, hunks


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes from one raw text to its cleaned one; `message` says what else is off."""

    name: str
    hunks: list[Hunk]
    message: str = ""

    @property
    def differs(self) -> bool:
        """Whether the two texts are not the same, or could not be compared."""
        return bool(self.hunks or self.message)

    def to_json(self) -> dict[str, Any]:
        """Give the difference as values that JSON can hold."""
        changes = [change.to_json() for hunk in self.hunks for change in hunk.changes]
        return {"name": self.name, "message": self.message, "changes": changes}


def diff_folder(raw: Path, cleaned: Path, config: Config) -> Iterator[Difference]:
    """Give the difference of every text in `raw` (a folder or a file) and its cleaned text.

    Texts of `cleaned` that `raw` no longer has come last, with a message.
    """
    if not cleaned.exists():
        raise UsageError(f"{cleaned}: there is no such file or folder; run 'corpus clean' first")
    items = files.plan(raw, cleaned, config.include)
    for item in items:
        try:
            yield diff_file(item, config)
        except CorpusError as error:
            yield Difference(item.name, [], f"{item.name}: {error}")
    for name in files.left_behind([i.name for i in items], raw, cleaned, EDITS):
        yield Difference(name, [], f"{name}: stands in {cleaned} but no longer in {raw}")


def diff_file(item: Item, config: Config) -> Difference:
    """Give the difference of one raw text and its cleaned one; raises DocumentError."""
    from translate.cleaning.decode import decode

    raw = files.read(item.source)
    if not item.target.exists():
        raise DocumentError(f"has not been cleaned: {item.target} is missing")
    try:
        doc = records.load_document(item.target, item.name)
        if doc.meta.sha256 == files.digest(raw):
            return Difference(item.name, list(hunks(doc.original, doc.edits)))
        why = "the raw text was changed since it was cleaned"
    except DocumentError as error:
        why = str(error)
    original, _ = decode(raw, config.languages)
    now, _ = decode(files.read(item.target), config.languages)
    found = list(hunks(original, compare(original, now)))
    return Difference(item.name, found, f"{item.name}: {why}; compared word by word")
