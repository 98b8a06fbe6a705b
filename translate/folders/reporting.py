"""What a report shows, gathered from the folders: raw, cleaned and translated texts, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import CorpusError, DocumentError, UsageError
from translate.facts import Facts
from translate.folders import files, owner, records
from translate.folders.comparing import diff_file
from translate.folders.decisions import Decisions
from translate.folders.files import SENTENCES, Item, Progress
from translate.folders.translating import source_key
from translate.show.report.document import Shown
from translate.show.report.page import MARK, Report, RuleFacts


def write_report(
    raw: Path, file: Path, config: Config, progress: Progress | None = None
) -> tuple[int, int]:
    """Write the report of the texts in `raw` and what came of them; give documents and bytes.

    Raises UsageError when there are no texts, none was cleaned, or another file stands at `file`.
    """
    if file.is_dir():
        raise UsageError(f"{file}: is a folder; name a file")
    if file.exists() and not files.read(file).startswith(MARK.encode()):
        raise UsageError(f"{file}: is not a report of this tool; name another file")
    items = corpus_items(raw, config)
    documents = shown(files.counted(items, progress), config)
    page = Report.of(documents, rules(config)).page()
    readers = (files.access(item.source, item.source.parent) for item in items)
    files.write_asked(file, page, reduce(and_, readers))
    return len(items), len(page)


def corpus_items(raw: Path, config: Config) -> list[Item]:
    """Give the texts in `raw`; raises UsageError when there are none, or none was cleaned.

    Where the results are those of another folder, it says so.
    """
    items = files.plan(raw, config.cleaned, config.include, home=config.raw, made=files.RECORDS)
    owner.check(files.whole(raw, config.raw), config.cleaned, config)
    if not config.cleaned.exists():
        raise UsageError(f"{config.cleaned}: there is no such folder; run 'corpus run' first")
    return items


def rules(config: Config) -> dict[str, RuleFacts]:
    """Give what the page tells of every rule, by its id."""
    from translate.folders.cleaning import Cleaner

    found = Cleaner(config).rules.list()
    return {r.id: RuleFacts(r.kind, r.about, r.place, r.pattern) for r in found}


def shown(items: Iterable[Item], config: Config) -> Iterator[Shown]:
    """Give each document with what became of it; what is wrong with one is its message."""
    for item in items:
        try:
            yield document(item, config)
        except CorpusError as error:
            yield Shown(item.name, "", message=str(error))


def document(item: Item, config: Config) -> Shown:
    """Give one document with its edits, its English and what is known of its sentences.

    Raises DocumentError where the raw text cannot be read.
    """
    from translate.cleaning.decode import decode

    found = diff_file(item, config)
    said = [found.message.removeprefix(f"{item.name}: ")] if found.message else []
    if found.status == "missing":
        original, _ = decode(found.old, config.languages, name=item.name)
        return Shown(item.name, original, message="has not been cleaned")
    english, sentences, off = _translation(config.translated / item.name, item.target)
    message = "; ".join([*said, *off])
    facts = _told(found.facts)
    return Shown(item.name, found.original, found.edits, english, sentences, facts, message)


def _told(facts: Facts) -> dict[str, str | None]:
    """Give those of the `facts` that a reader of the report may want to know."""
    told = {name: getattr(facts, name) for name in ("title", "source", "language")}
    date, encoding = facts.date, facts.encoding
    return {**told, "date": date and date.iso, "encoding": encoding and encoding.encoding}


def _translation(place: Path, cleaned: Path) -> tuple[str | None, list[dict[str, Any]], list[str]]:
    """Give the English at `place`, the records of its sentences, and what is wrong with them.

    It is that of the text `cleaned`.
    """
    if not place.exists():
        return None, [], []
    data = files.read(place)
    text = data.decode("utf-8", "replace")
    try:
        record = records.read_record(place, SENTENCES)
    except DocumentError as error:
        return text, [], [str(error)]
    if record is None:
        return text, [], ["the English has no record"]
    sentences = records.sentences_in(data, record)
    if record["text_sha256"] == files.digest(data):
        return text, sentences, []
    now = source_key(cleaned, Decisions()) if cleaned.exists() else ""
    behind = now and records.behind(place, SENTENCES, now)
    return text, sentences, [behind or "the English was changed by hand"]
