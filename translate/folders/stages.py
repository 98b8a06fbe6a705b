"""What is done to one shard of a collection, wherever that is: in this process or on any machine.

Each stage reads the file that the one before left of the shard and leaves one of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from translate.config import Config
from translate.errors import CorpusError, StorageError
from translate.folders import files
from translate.folders.cleaning import REFUSED, Cleaner
from translate.folders.files import Outcome
from translate.folders.formats import OURS, Bad, Text
from translate.folders.shards import CLEANED, DONE, LINES, RAW, Plan, from_json

if TYPE_CHECKING:
    from translate.folders.translating import Translator

EVIDENCE = "evidence.json"


@dataclass(frozen=True)
class Stages:
    """The work on the shards of `plan`: whether they are cleaned, translated, or both.

    `keys` are what each stage's result is made under. Every worker has a copy.
    """

    plan: Plan
    config: Config
    cleaning: bool
    translating: bool
    keys: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """The stage that leaves the results."""
        return DONE if self.translating else CLEANED

    @cached_property
    def cleaner(self) -> Cleaner:
        """What cleans, with the lines that many texts of the collection share."""
        from translate.cleaning.boilerplate.repeated import RepeatedLines

        texts, counts = json.loads((self.plan.home / EVIDENCE).read_bytes())
        seen = RepeatedLines(texts, {int(key): count for key, count in counts.items()})
        return Cleaner(self.config, seen if texts > 1 else None)

    @cached_property
    def translator(self) -> Translator:
        """The model with glossary and memory."""
        from translate.folders.translating import Translator

        return Translator.of(self.config)

    def look(self, number: int) -> None:
        """Leave the lines of a shard, from which those that many texts share are known."""
        from translate.cleaning.boilerplate.repeated import lines_of

        cleaner = Cleaner(self.config)

        def texts() -> Iterator[str]:
            for text in map(from_json, self.plan.rows(number, RAW)):
                if isinstance(text, Text):
                    try:
                        yield cleaner.opened(text.data, text.name).text
                    except CorpusError:
                        continue  # it is told when it is to be cleaned

        self.plan.write_lines(number, self.keys[LINES], *lines_of(texts()))

    def clean(self, number: int) -> None:
        """Leave the shard cleaned: a row for each text, or for what was wrong with it."""
        rows = map(self._cleaned, map(from_json, self.plan.rows(number, RAW)))
        self.plan.write(number, CLEANED, self.keys[CLEANED], rows)

    def _cleaned(self, text: Text | Bad) -> dict[str, Any]:
        if isinstance(text, Bad):
            facts = {"now": True} if text.now else {}
            return self._told(Outcome(text.place, "failed", f"{text.place}: {text.message}", facts))
        try:
            if not self.cleaning:
                from translate.folders.translating import text_of

                found = text_of(text.data, text.name, self.config)
                return {**_named(text), "text": found, "told": {}}
            doc, record, foreign = self.cleaner.result(text.data, text.name)
        except StorageError:
            raise
        except CorpusError as error:
            said = str(error).removeprefix(f"{text.name}: ")
            return self._told(Outcome(text.name, "failed", f"{text.place}: {said}", {}))
        if foreign and (status := REFUSED.get(self.config.clean.on_other_language)):
            return self._told(Outcome(text.name, status, f"{text.place}: {foreign}", {}))
        facts = record["facts"]
        outcome = Outcome(text.name, "made", self.cleaner.remark(text.name, facts), facts)
        made = {"text": doc.text, "edits": record}
        return {**_named(text), **made, "told": {"cleaned": asdict(outcome)}}

    def _told(self, outcome: Outcome) -> dict[str, Any]:
        return {"told": {"cleaned" if self.cleaning else "translated": asdict(outcome)}}

    def translate(self, number: int) -> None:
        """Leave the shard translated, all its sentences as one batch."""
        from translate.folders.translating import facts_of, key_of, source_of

        rows = list(self.plan.rows(number, CLEANED))
        sources = [
            source_of(row["name"], row["text"].encode(), self._record(row), self.config)
            for row in rows
            if "text" in row
        ]
        made = self.translator.translate(sources)
        for row in rows:
            if "text" not in row:
                continue
            translation = next(made)
            key = key_of(row["text"].encode(), self._record(row), self.translator.decisions)
            record = self.translator.record(translation, f"{self.translator.signature} {key}")
            record["text_sha256"] = files.digest(translation.text)
            row["cleaned"], row["text"], row["sentences"] = row["text"], translation.text, record
            outcome = Outcome(row["name"], "made", "", facts_of(record["sentences"]))
            row["told"]["translated"] = asdict(outcome)
        self.plan.write(number, DONE, self.keys[DONE], rows)

    def _record(self, row: dict[str, Any]) -> dict[str, Any] | None:
        """Give the record of cleaning a text, of this run or of one before; None without any."""
        found = row.get("edits") or row["fields"].get(f"{OURS}edits")
        if isinstance(found, str):  # as tables hold it
            try:
                found = json.loads(found)
            except (ValueError, RecursionError):
                return None
        fits = isinstance(found, dict) and isinstance(found.get("meta"), dict)
        return found if fits else None


def _named(text: Text) -> dict[str, Any]:
    return {"name": text.name, "fields": dict(text.fields)}
