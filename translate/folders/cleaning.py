"""Cleaning a folder: one worker or many, the same bytes, and a rerun does only what changed."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate import __version__
from translate.config import Config
from translate.document import Document
from translate.errors import CorpusError, DocumentError, UsageError
from translate.folders import files
from translate.folders.files import EDITS, ChangedByHandError, Item, Outcome

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.repeated import RepeatedLines
    from translate.cleaning.boilerplate.rules import Rules

SMALL = 2_000_000  # bytes; below, starting workers costs more than they save


class Cleaner:
    """What cleaning one file of a folder needs; every worker has its own.

    `repeated` tells which lines stand in many files of the folder.
    """

    def __init__(self, config: Config, repeated: RepeatedLines | None) -> None:
        from translate.cleaning.boilerplate.rules import Rules

        self.config = config
        self.repeated = repeated
        self.rules: Rules = Rules.load(config.clean, config.languages)
        self.kinds = {rule.id: rule.kind for rule in self.rules.list()}
        settings = {
            "languages": config.languages,
            "source": config.source,
            "profile": config.clean.profile,
            "on_other_language": config.clean.on_other_language,
        }
        data = sorted(
            f
            for f in (Path(__file__).parents[1] / "cleaning").rglob("*")
            if f.parent.name == "data"
        )
        words = files.digest(b"".join(files.digest(f.read_bytes()).encode() for f in data))[:12]
        key = files.digest(json.dumps(settings, sort_keys=True))[:12]
        self.signature = (
            f"corpus {__version__} rules {self.rules.signature} data {words} settings {key}"
        )

    def clean(self, raw: bytes, name: str) -> Document:
        """Give the cleaned document for the bytes of one file; may raise DocumentError."""
        from translate.cleaning.pipeline import clean

        return clean(raw, name=name, config=self.config, rules=self.rules, repeated=self.repeated)

    def signed(self, raw: bytes, name: str) -> str:
        """Give the signature of what cleaning `raw` will make; may raise DocumentError."""
        from translate.cleaning.decode import decode

        seen = ""
        if self.repeated:
            text, _ = decode(raw, self.config.languages, name=name)
            seen = self.repeated.signature(text)
        return f"{self.signature} raw {files.digest(raw)[:16]} folder {seen or '-'}"

    def file(self, item: Item, dry_run: bool) -> Outcome:
        """Clean one file and write text and record, unless that is done already."""
        try:
            raw = files.read(item.source)
            signature = self.signed(raw, item.name)
            record = files.is_done(item.target, EDITS, signature)
            if record is not None:
                return Outcome(item.name, "unchanged", "", record["facts"])
            doc = self.clean(raw, item.name)
            facts = self.facts(doc)
            foreign = self.other_language(doc)
            if foreign and self.config.clean.on_other_language != "keep":
                skip = self.config.clean.on_other_language == "skip"
                return Outcome(item.name, "skipped" if skip else "failed", foreign, {})
            if dry_run:
                files.protect(item.target, doc.text.encode(), EDITS)
            else:
                record = {**files.document_record(doc, signature), "facts": facts}
                files.save(item.target, doc.text, record, EDITS)
            return Outcome(item.name, "made", foreign or emptied(doc), facts)
        except ChangedByHandError as error:
            return Outcome(item.name, "kept", str(error), {})
        except CorpusError as error:
            return Outcome(item.name, "failed", str(error), {})

    def facts(self, doc: Document) -> dict[str, Any]:
        """Give the counts of a summary: changes by kind, removed lines and letters, notes."""
        kinds: Counter[str] = Counter()
        letters = lines = 0
        for layer in doc.layers:
            for edit in layer.edits:
                kinds[self.kinds.get(edit.rule, edit.rule.partition(".")[0])] += 1
                if not edit.new.strip() and edit.old.strip():
                    letters += len(edit.old)
                    lines += len(edit.old.strip().splitlines())
        return {
            "removed_lines": lines,
            "removed_letters": letters,
            "letters": len(doc.text),
            "kinds": dict(sorted(kinds.items())),
            "notes": len(doc.notes),
            "language": doc.meta.language,
        }

    def other_language(self, doc: Document) -> str:
        """Say so if the document is in neither the source language nor unsure."""
        found = doc.meta.language
        if found in (self.config.source, "und", None):
            return ""
        return f"{doc.name}: looks like '{found}', not '{self.config.source}'"


def emptied(doc: Document) -> str:
    """Say so if nothing is left of a text that was not blank."""
    gone = doc.layers and not doc.text.strip() and doc.original.strip()
    return f"{doc.name}: nothing is left of it: every line is boilerplate" if gone else ""


def gather(items: Sequence[Item], config: Config) -> RepeatedLines | None:
    """Give the repeated lines of the whole folder: those that stand in several of its files."""
    from translate.cleaning.boilerplate.repeated import RepeatedLines

    return RepeatedLines.of(texts_of(items, config)) if len(items) > 1 else None


def texts_of(items: Iterable[Item], config: Config) -> Iterator[str]:
    """Give the decoded text of each file that can be read; the others are reported later."""
    from translate.cleaning.decode import decode

    for item in items:
        try:
            yield decode(files.read(item.source), config.languages)[0]
        except DocumentError:
            continue


def clean_items(
    items: Sequence[Item], config: Config, *, dry_run: bool = False
) -> Iterator[Outcome]:
    """Clean `items` and give what became of each, in order.

    `config.jobs` workers share the work (0: one a core); their number changes no byte.
    """
    repeated = gather(items, config)
    jobs = config.jobs or os.cpu_count() or 1
    size = sum(item.source.stat().st_size for item in items if item.source.exists())
    if jobs == 1 or len(items) == 1 or size < SMALL:
        cleaner = Cleaner(config, repeated)
        yield from (cleaner.file(item, dry_run) for item in items)
        return
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, _start, (config, repeated)) as pool:
        work = ((item, dry_run) for item in items)
        yield from pool.imap(_work, work, chunksize=max(1, min(64, len(items) // (jobs * 8))))


_cleaner: Cleaner | None = None  # of this worker process


def _start(config: Config, repeated: RepeatedLines | None) -> None:
    global _cleaner  # noqa: PLW0603  a pool's initializer has no other way to leave something
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops the workers
    _cleaner = Cleaner(config, repeated)


def _work(task: tuple[Item, bool]) -> Outcome:
    if _cleaner is None:
        raise AssertionError("the worker was not started")
    return _cleaner.file(*task)


def restore_file(cleaned: Path, name: str) -> bytes:
    """Give the bytes of the raw file from which the text at `cleaned` was made.

    Raises DocumentError when the record is missing, or does not lead back to the same bytes.
    """
    from translate.cleaning.pipeline import restore

    doc = files.load_document(cleaned, name)
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
