"""Translating a folder as one job: what is done is passed over, the rest shares one batch."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate import provenance
from translate.config import Config
from translate.errors import CorpusError, DocumentError, UsageError
from translate.folders import files, records
from translate.folders.decisions import Decisions
from translate.folders.files import EDITS, EVERY, SENTENCES, Item, Outcome, Selection
from translate.folders.records import ChangedByHandError
from translate.mt.engines.processor import instruction_set
from translate.names.glossary import Glossary

if TYPE_CHECKING:
    from translate.mt.engines.engine import Engine
    from translate.mt.engines.packages import Model
    from translate.mt.job import Progress
    from translate.mt.units import Source, Translation


@dataclass
class Translator:
    """A model, a glossary and a memory, ready for texts; the model is loaded at the first one."""

    config: Config
    glossary: Glossary
    model: Model
    decisions: Decisions

    @classmethod
    def of(cls, config: Config) -> Translator:
        """Read the glossary of the settings and find their model; raises UsageError, ModelError."""
        from translate.mt.engines.packages import resolve_model

        if config.source == config.target:
            raise UsageError(
                f"the languages to translate from and to are both '{config.source}'; "
                "corpus clean cleans without translating"
            )
        listed = Glossary.load(config.glossary) if config.glossary else Glossary()
        glossary = listed.between(config.source, config.target)
        model = resolve_model(config.translate.model, config.source, config.target)
        return cls(config, glossary, model, Decisions.load(config.review))

    @cached_property
    def signature(self) -> str:
        """What makes a translation, but for the text."""
        from translate.mt.memory import Memory

        with Memory(self.config.translate.memory) as memory:
            imported = memory.imported(self.config.source, self.config.target)
        return provenance.signature(
            provenance.TRANSLATED,
            pair=f"{self.config.source}-{self.config.target}",
            among=",".join(self.config.languages),
            model=self.model.id,
            beam=self.config.translate.beam,
            english=self.config.translate.english,
            on=instruction_set(),
            glossary=self.glossary.signature,
            memory=imported or "-",
        )

    def signed(self, text: Path) -> str:
        """Give the signature of the translation of the file `text`; raises DocumentError."""
        return f"{self.signature} {source_key(text, self.decisions)}"

    @cached_property
    def engine(self) -> Engine:
        """The loaded model."""
        from translate.mt.engines.packages import load_model

        beam, threads = self.config.translate.beam, self.config.jobs
        return load_model(self.model, beam=beam, threads=threads)

    def translate(
        self, sources: Iterable[Source], progress: Progress | None = None
    ) -> Iterator[Translation]:
        """Translate `sources` as one batch, in windows of some thousand sentences."""
        from translate.mt.job import translate_documents
        from translate.mt.memory import Memory
        from translate.names.enforce import NameKeeper

        with Memory(self.config.translate.memory) as memory:
            taken = memory.sentences(self.config.source, self.config.target)
            yield from translate_documents(
                sources,
                self.engine,
                terms=NameKeeper(self.glossary),
                memory=memory,
                source=self.config.source,
                target=self.config.target,
                variety=self.config.translate.english,
                corrected={**taken, **self.decisions.corrected},
                progress=progress,
            )

    def record(self, translation: Translation, signature: str) -> dict[str, Any]:
        """Give the record that stands beside a translated text."""
        return {
            "signature": signature,
            "sentences": [record.to_json() for record in translation.records],
        }


def translate_items(  # noqa: PLR0913 - all but the first two have defaults
    items: Sequence[Item],
    translator: Translator,
    *,
    dry_run: bool = False,
    selection: Selection = EVERY,
    rewritten: Container[str] = (),
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """Translate those of `items` that `selection` takes; give what became of each when it is done.

    The model is loaded only if there is something to do. A dry run is told the names of the texts
    whose cleaned text would be `rewritten` before. `progress` is told how many sentences are done
    and how many are known so far.
    """
    _ = translator.signature  # what is wrong with the memory is told before anything is done
    todo: dict[str, tuple[Item, str]] = {}
    failed: list[Outcome] = []
    for item in filter(selection.takes, items):
        if item.name in rewritten:
            todo[item.name] = (item, translator.signature)
            continue
        try:
            key = translator.signed(item.source)
        except CorpusError as error:
            failed.append(Outcome(item.name, "failed", files.told(error, item), {}))
            continue
        record = records.is_done(item.target, SENTENCES, key)
        if record is not None and not selection.force:
            yield Outcome(item.name, "unchanged", "", facts_of(record["sentences"]))
        else:
            todo[item.name] = (item, key)
    if dry_run:
        yield from (_tried(*one) for one in todo.values())
    elif todo:

        def sources() -> Iterator[Source]:
            for item, _ in todo.values():
                try:
                    yield load_source(item, translator.config)
                except CorpusError as error:
                    failed.append(Outcome(item.name, "failed", files.told(error, item), {}))

        for translation in translator.translate(sources(), progress):
            item, key = todo[translation.name]
            record = {"signature": key, "sentences": translation.records}
            try:
                records.save(item.target, translation.text, record, SENTENCES, item.mode)
                found = facts_of(one.to_json() for one in translation.records)
                yield Outcome(item.name, "made", "", found)
            except ChangedByHandError as error:
                yield _kept(item, key, error)
            except DocumentError as error:
                failed.append(Outcome(item.name, "failed", str(error), {}))
    yield from failed


def need_language(items: Iterable[Item], config: Config) -> None:
    """Raise UsageError where a text of `items` was translated by this tool to another language."""
    for item in items:
        if not records.record_path(item.source, SENTENCES).exists():
            continue
        with contextlib.suppress(DocumentError):  # a damaged record tells nothing
            record = records.read_record(item.source, SENTENCES) or {}
            pair = provenance.parts(str(record.get("signature"))).get("pair", "")
            made = pair.rpartition("-")[2]
            if made and made != config.source:
                raise UsageError(
                    f"{item.source}: is a translation of this tool, in '{made}', not "
                    f"'{config.source}'; name the cleaned texts, or --from {made}"
                )


def _tried(item: Item, key: str) -> Outcome:
    """Give what would become of `item`, which is to be translated under the signature `key`."""
    try:
        records.protect(item.target, None, SENTENCES)
        return Outcome(item.name, "made", "", {})
    except ChangedByHandError as error:
        return _kept(item, key, error)
    except DocumentError as error:
        return Outcome(item.name, "failed", str(error), {})


def _kept(item: Item, key: str, error: ChangedByHandError) -> Outcome:
    """Give the outcome of a text whose translation a person changed, as `error` says."""
    told = records.behind(item.target, SENTENCES, key)
    message = "; ".join(filter(None, (str(error), told)))
    return Outcome(item.name, "kept", message, _left(item.target, told))


def _left(text: Path, behind: str) -> dict[str, Any]:
    """Give the counts of a translation that a person changed, if its record tells of any.

    `behind` says what it is older than, if so.
    """
    try:
        record = records.read_record(text, SENTENCES)
    except DocumentError:
        return {}
    if record is None:
        return {}
    facts = facts_of(records.sentences_in(files.read(text), record))
    return facts | ({"behind": behind} if behind else {})


def source_key(text: Path, decisions: Decisions) -> str:
    """Give what a translation depends on: the text, its paragraphs' languages, corrections."""
    return key_of(files.read(text), records.read_record(text, EDITS), decisions)


def key_of(data: bytes, record: dict[str, Any] | None, decisions: Decisions) -> str:
    """Give what the translation of a text depends on, from its bytes and its record."""
    languages = str(record["meta"].get("paragraphs")) if record else ""
    key = f"source {files.digest(data + languages.encode())[:16]}"
    corrected = decisions.sentences(data.decode("utf-8", "replace"))
    return f"{key} corrected {files.digest(repr(corrected))[:8]}" if corrected else key


def load_source(item: Item, config: Config, data: bytes | None = None) -> Source:
    """Give the text of `item` and its paragraphs' languages, from its record or found now.

    `data` are the text's bytes where they do not come from the file.
    """
    if data is None:
        data = files.read(item.source)
    return source_of(item.name, data, records.read_record(item.source, EDITS), config)


def source_of(name: str, data: bytes, record: dict[str, Any] | None, config: Config) -> Source:
    """Give the text `data` as a source; its paragraphs' languages are those of a fitting record."""
    from translate.cleaning.language import check
    from translate.document import Document
    from translate.facts import Facts
    from translate.mt.units import Source

    if record is not None and record.get("text_sha256") == files.digest(data):
        return Source(name, data.decode(), Facts.from_json(record["meta"]).paragraphs)
    doc = check(Document(name, text_of(data, name, config)), config.languages, config.source)
    return Source(name, doc.text, doc.meta.paragraphs)


def text_of(data: bytes, name: str, config: Config) -> str:
    """Give the text of `data`, a question mark for bytes that nothing could decode."""
    from translate.cleaning.decode import decode

    text, _ = decode(data, config.languages, name=name)
    return text.encode("utf-8", "replace").decode()


def facts_of(sentences: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Give the counts of a summary: sentences, doubtful ones with their place, names by status.

    `words` counts the words of all sentences, `sure` those of the sentences that are not doubtful;
    `likely` is how many of these, as far as something tells it of them (`known`), should be right.
    `left` counts those that are in another language and stand as they stood.
    """
    names: Counter[str] = Counter()
    doubtful: list[dict[str, Any]] = []
    likely: list[float] = []
    count = words = sure = left = 0
    for s in sentences:
        count += 1
        left += bool(s["checks"]) and not s.get("sent") and s["source"] == s["english"]
        names.update(name["status"] for name in s["names"])
        said = len(s["source"].split())
        words += said
        if s["doubtful"]:
            place = {k: s.get(k) for k in ("line", "column", "source", "english", "confidence")}
            doubtful.append(place | {"checks": doubts_of(s)})
            continue
        sure += said
        if s.get("confidence"):
            likely.append(s["confidence"])
    return {
        "sentences": count,
        "likely": sum(likely),
        "known": len(likely),
        "words": words,
        "sure": sure,
        "left": left,
        "doubtful": doubtful,
        "names": dict(sorted(names.items())),
    }


def doubts_of(sentence: dict[str, Any]) -> list[str]:
    """Give what is doubtful about a sentence, in words: failed checks, and names that were lost."""
    lost = [name["target"] for name in sentence["names"] if name["status"] == "failed"]
    return [
        *sentence["checks"],
        *([f"names lost: {', '.join(lost)} missing from the English"] if lost else []),
    ]
