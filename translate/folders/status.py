"""How far the work on a corpus is: what is done, stale, changed by hand, doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from translate.config import Config
from translate.errors import CorpusError
from translate.folders import files, owner, records
from translate.folders.batch import digests, survey
from translate.folders.cleaning import Cleaner, Known
from translate.folders.files import EDITS, SENTENCES, Item
from translate.folders.manifest import Manifest
from translate.folders.records import ChangedByHandError, NoRecordError
from translate.folders.translating import Translator, facts_of
from translate.provenance import parts

# What a part of a signature stands for, where its name does not say it.
PARTS = {
    "code": "the tool",
    "folder": "lines that it shares with other texts",
    "restored": "decisions",
    "patterns": "decisions",
    "corrected": "decisions",
    "source": "its cleaned text",
    "on": "the processor",
    "english": "the setting english",
    "pair": "languages",
    "among": "languages",
}
NO_RECORD = "; a run makes one if it would make the same text, and leaves any other as it is"

State = Literal["to do", "done", "stale", "by hand", "no record", "unreadable"]


@dataclass(frozen=True, slots=True)
class TextStatus:
    """Where one text stands: the states of its cleaned text and of its translation.

    `why` says what makes them stale or unreadable, or older than what they were made of; `doubtful`
    and `lost` count the doubtful sentences and the names that failed in the translation there.
    """

    name: str
    cleaned: State
    translated: State
    why: str = ""
    sentences: int = 0
    doubtful: int = 0
    lost: int = 0

    @property
    def done(self) -> bool:
        """Whether a run would leave it as it is."""
        return {self.cleaned, self.translated} <= {"done", "by hand"}

    def to_json(self) -> dict[str, Any]:
        """Give the status as values that JSON can hold."""
        value = asdict(self)
        head = {"document": value.pop("name"), "message": value.pop("why")}
        names = {"failed": value.pop("lost")}
        return {**head, **value, "names": names, "done": self.done}


@dataclass(frozen=True, slots=True)
class Status:
    """The states of all texts, and the results whose texts are gone."""

    texts: tuple[TextStatus, ...]
    left_behind: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the status as values that JSON can hold."""
        return {
            "documents": [text.to_json() for text in self.texts],
            "left_behind": list(self.left_behind),
        }


def status(raw: Path, config: Config) -> Status:
    """Give where the texts in `raw` (a folder, or one file) stand; nothing is written.

    Raises UsageError when there are none, a setting is wrong, or the results are those of others,
    ModelError without a model.
    """
    place, others = config.cleaned, (config.cleaned, config.translated)
    items = files.plan(
        raw, place, config.include, home=config.raw, others=others, made=files.RECORDS
    )
    owner.check(files.whole(raw, config.raw), place, config)
    among = owner.in_company(items, raw, place, config)
    translator = Translator.of(config)
    found = tuple(
        _status(item, state, why, config, translator)
        for item, (state, why) in zip(items, _cleaned(items, among, config), strict=True)
    )
    gone = files.left_behind(raw, place, EDITS, config.raw)
    return Status(found, tuple(gone))


def _cleaned(
    items: Sequence[Item], among: Sequence[Item], config: Config
) -> Iterator[tuple[State, str]]:
    """Give the state of the cleaned text of each of `items`, some of those `among`, and why."""
    cleaner = Cleaner(config)
    raw = digests(among)
    done = Manifest.of(cleaner, among, raw).unchanged(cleaner, among)
    known: dict[str, Known] = {}
    if len(among) > 1 and any(item.name not in done for item in items):
        cleaner.repeated, known = survey(among, cleaner)
    for item in items:
        if there := done.get(item.name):
            told = there.outcome.message
            yield ("unreadable", told) if there.settled else ("done", "")
            continue
        try:
            data = files.read(item.source)
            text = cleaner.opened(data, item.name, known.get(item.name)).text
        except CorpusError as error:
            yield "unreadable", files.told(error, item)
            continue
        seen = cleaner.repeated.signature(text) if cleaner.repeated else ""
        yield state_of(item.target, EDITS, cleaner.due(item, raw[item.name], seen))


def _status(
    item: Item, cleaned: State, why: str, config: Config, translator: Translator
) -> TextStatus:
    """Give the status of one text whose cleaned one is in the state `cleaned`."""
    place = config.translated / item.name
    sentences: list[dict[str, Any]] = []
    with suppress(CorpusError):  # a damaged record has no sentences, and `state_of` tells of it
        sentences = records.sentences_beside(place) if place.exists() else []
    due = None
    if cleaned != "no record":  # what it is made of is known again when there is one
        with suppress(CorpusError):
            due = translator.signed(item.target)
    translated, reason = state_of(place, SENTENCES, due)
    if cleaned == "stale" and translated == "done":
        translated = "stale"  # `why` says what makes both so
    if cleaned == "to do" and translated in ("stale", "done"):
        translated, reason = "stale", "its cleaned text is gone"
    if cleaned == "unreadable" and translated == "to do":
        translated = "unreadable"  # there will be nothing to translate
    facts = facts_of(sentences)
    return TextStatus(
        item.name,
        cleaned,
        translated,
        "; ".join(filter(None, dict.fromkeys((why, reason)))),
        facts["sentences"],
        len(facts["doubtful"]),
        facts["names"].get("failed", 0),
    )


def state_of(result: Path, suffix: str, signature: str | None) -> tuple[State, str]:
    """Give the state of a `result` that would be made under `signature`; None: that is not known.

    Beside it, why it is stale, or that a person's is older than what it was made of.
    """
    if not result.exists():
        return "to do", ""
    if signature is not None and records.is_done(result, suffix, signature) is not None:
        return "done", ""
    try:
        records.protect(result, None, suffix)
        record = records.read_record(result, suffix) or {}
    except NoRecordError:
        there = records.record_path(result, suffix)
        said = "its record is damaged" if there.exists() else "its record is missing"
        return "no record", f"{there.name}: {said}{NO_RECORD}"
    except ChangedByHandError:
        return "by hand", records.behind(result, suffix, signature) if signature else ""
    except CorpusError as error:
        return "unreadable", str(error)
    return "stale", changed(str(record.get("signature", "")), signature) if signature else ""


def changed(before: str, now: str) -> str:
    """Give what differs between two signatures, by what their parts stand for.

    >>> changed("corpus 1 code a raw b patterns c", "corpus 1 code a raw c")
    'raw, decisions changed'
    """
    old, new = parts(before), parts(now)
    other = [name for name in {**new, **old} if old.get(name) != new.get(name)]
    told = dict.fromkeys(PARTS.get(name, name) for name in other)
    return f"{', '.join(told)} changed" if told else ""
