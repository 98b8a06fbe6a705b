"""What the last run over a folder found, kept so that the next need not look at every text again.

A file in the cache folder for each folder of results. It tells nothing that could not be found out
again, and counts only while every file of the folder has the bytes that it had.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.errors import CorpusError
from translate.folders import files
from translate.folders.cleaning import Cleaner, Done
from translate.folders.files import Item, Outcome
from translate.places import cache_folder
from translate.provenance import digest


@dataclass(frozen=True, slots=True)
class Manifest:
    """Its `name` in the cache folder, and `key`: all that its entries depend on."""

    name: str
    key: str

    @property
    def path(self) -> Path:
        """Where it lies; raises UsageError when there is no cache folder."""
        return cache_folder() / "folders" / self.name

    @classmethod
    def of(cls, cleaner: Cleaner, items: Sequence[Item], raw: Mapping[str, str]) -> Manifest:
        """Give the manifest for cleaning `items`, whose bytes have the digests `raw`."""
        targets = [str(item.target.parent.absolute()) for item in items]
        place = digest(os.fsencode(os.path.commonpath(targets)))
        parts = (os.fsencode(part) for name in raw for part in (name, raw[name]))
        decided = repr((cleaner.decisions.keep, cleaner.decisions.drop))
        return cls(f"{place}.json", digest(cleaner.signature.encode(), decided.encode(), *parts))

    def unchanged(self, cleaner: Cleaner, items: Iterable[Item]) -> dict[str, Done]:
        """Give what will become of each of `items` of which it is known, by name."""
        try:
            whole = json.loads(files.read(self.path))
            entries = whole["files"] if whole["key"] == self.key else {}
            found = {i.name: _again(cleaner, i, *entries[i.name]) for i in items if entries}
        except (CorpusError, ValueError, KeyError, TypeError):
            return {}  # none there yet, or not ours
        return {name: done for name, done in found.items() if done}

    def write(self, done: Mapping[str, Done]) -> None:
        """Keep what is known from `done`; where that cannot be, the next run finds it out again."""
        entries = {name: (one.raw, one.seen, _settled(one)) for name, one in done.items()}
        with contextlib.suppress(CorpusError):
            files.write(self.path, json.dumps({"key": self.key, "files": entries}).encode(), 0o600)


def _settled(done: Done) -> Sequence[str]:
    return (done.outcome.status, done.outcome.message) if done.settled else ()


def _again(
    cleaner: Cleaner, item: Item, raw: str, seen: str, settled: Sequence[str]
) -> Done | None:
    """Give what will become of `item`: what is settled, or a result that is there."""
    if not settled:
        return cleaner.unchanged(item, raw, seen)
    status, message = settled
    outcome = Outcome(item.name, "skipped" if status == "skipped" else "failed", message, {})
    return Done(outcome, raw, seen, settled=True)
