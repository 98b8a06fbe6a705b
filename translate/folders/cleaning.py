"""Cleaning one file of a folder: text and record, unless they are there already."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from translate import provenance
from translate.config import Config
from translate.document import Document, Edit
from translate.errors import BinaryFileError, CorpusError, StorageError
from translate.folders import files, records
from translate.folders.decisions import Decisions
from translate.folders.files import EDITS, Item, Outcome
from translate.folders.records import ChangedByHandError
from translate.languages import language
from translate.reading import read_text
from translate.show.alignment import counted

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.repeated import RepeatedLines
    from translate.cleaning.boilerplate.rules import Rules
    from translate.facts import Decoding

# What becomes of a text in another language, by `on_other_language`; nothing where it is kept.
REFUSED: dict[str, Literal["skipped", "failed"]] = {"skip": "skipped", "fail": "failed"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file before it is cleaned: the digest of its bytes, how to read them."""

    raw: str
    decoding: Decoding


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one file, and what spares a later run from doing it again.

    `raw` is the digest of its bytes, `seen` says what the folder's repeated lines are to it;
    `settled` that the same bytes come to the same outcome, though they leave no result.
    """

    outcome: Outcome
    raw: str
    seen: str
    settled: bool = False


@dataclass
class Cleaner:
    """What cleaning one file needs; every worker has its own. Rules are read when they are needed.

    `repeated` tells which lines stand in many files of the folder; `force` asks to clean again what
    is done.
    """

    config: Config
    repeated: RepeatedLines | None = None
    force: bool = False

    def __post_init__(self) -> None:
        self.decisions = Decisions.load(self.config.review)
        self.undecided = self.config.clean
        clean = self.decisions.applied(self.undecided)
        self.config = replace(self.config, clean=clean)

    @cached_property
    def rules(self) -> Rules:
        """The rules that the settings ask for; raises UsageError when one of them is wrong."""
        from translate.cleaning.boilerplate.rules import Rules

        return Rules.load(self.config.clean, self.config.languages)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each rule, by its id."""
        return {rule.id: rule.kind for rule in self.rules.list()}

    @cached_property
    def signature(self) -> str:
        """What makes a cleaned text, but for the file, its folder and what was decided of it.

        Raises UsageError as `rules` does.
        """
        clean = self.undecided
        settings = {
            **asdict(clean),
            "rules": [(path.name, read_text(path)) for path in clean.rules],
            "keep_file": read_text(clean.keep_file) if clean.keep_file else "",
            "languages": self.config.languages,
            "source": self.config.source,
        }
        said = provenance.digest(repr(sorted(settings.items())).encode())
        return provenance.signature(provenance.CLEANED, settings=said)

    def signed(self, doc: Document, raw: str, seen: str) -> str:
        """Give the signature of the cleaned document `doc`; `raw` and `seen` as in `Done`."""
        return self._signed(doc.name, raw, seen, self.asked_for(doc))

    def due(self, item: Item, raw: str, seen: str) -> str:
        """Give the signature that the result of `item` has if it would be made again as it is."""
        asked_for = ""
        if self.decisions.keep or self.decisions.drop:
            with contextlib.suppress(CorpusError):  # without a record it is not done anyway
                asked_for = self.asked_for(records.load_document(item.target, item.name))
        return self._signed(item.name, raw, seen, asked_for)

    def _signed(self, name: str, raw: str, seen: str, asked_for: str) -> str:
        parts = {"restored": self.decisions.of(name), "patterns": asked_for}
        said = "".join(f" {part} {value}" for part, value in parts.items() if value)
        return f"{self.signature} raw {raw[:16]} folder {seen or '-'}{said}"

    def asked_for(self, doc: Document) -> str:
        """Give the digest of the patterns decided on that match a line of `doc`; "" of none.

        The lines are those that it had before any stage: with a pattern that matches none, or
        without one, it comes out as it is.
        """
        from translate.cleaning.boilerplate.lines import split
        from translate.cleaning.boilerplate.patterns import compiled

        decided = [*self.decisions.keep, "", *self.decisions.drop]
        lines = {line.text for text in doc.texts for line in split(text)} if any(decided) else ()
        known = {pattern: compiled(pattern, "pattern:") for pattern in filter(None, decided)}
        found = [p for p in decided if not p or any(map(known[p].search, lines))]
        return files.digest(repr(found))[:8] if any(found) else ""

    def opened(self, data: bytes, name: str, known: Known | None = None) -> Document:
        """Give the document before any cleaning; raises DocumentError when `data` are no text.

        How the bytes are to be read is found out unless it is `known`.
        """
        from translate.cleaning.pipeline import opened

        fits = known is not None and known.raw == files.digest(data)
        return opened(data, name, self.config, known.decoding if known and fits else None)

    def clean(self, doc: Document) -> Document:
        """Give `doc` cleaned."""
        from translate.cleaning.pipeline import clean

        held = self.decisions.held(doc.name, doc.text)
        doc = replace(doc, held=held) if held else doc
        return clean(doc, config=self.config, rules=self.rules, repeated=self.repeated)

    def result(self, data: bytes, name: str) -> tuple[Document, dict[str, Any], str]:
        """Give the cleaned document of `data`, its record, and what to say of another language.

        Raises DocumentError when `data` are no text.
        """
        opened = self.opened(data, name)
        seen = self.repeated.signature(opened.text) if self.repeated else ""
        doc = self.clean(opened)
        record = records.document_record(doc, self.signed(doc, files.digest(data), seen))
        made = {"facts": self.facts(doc), "text_sha256": files.digest(doc.text)}
        return doc, {**record, **made}, self.other_language(name, doc.meta.language)

    def file(self, item: Item, dry_run: bool, known: Known | None = None) -> Done:
        """Clean one file and write text and record, unless that is done already."""
        raw = seen = ""
        try:
            data = files.read(item.source)
            raw = files.digest(data)
            doc = self.opened(data, item.name, known)
            seen = self.repeated.signature(doc.text) if self.repeated else ""
            if there := self.unchanged(item, raw, seen):
                return there
            doc = self.clean(doc)
            facts, foreign = self.facts(doc), self.other_language(item.name, doc.meta.language)
            if foreign and (status := REFUSED.get(self.config.clean.on_other_language)):
                return Done(Outcome(item.name, status, foreign, {}), raw, seen, settled=True)
            if dry_run:
                text = doc.text.encode()
                before = records.protect(item.target, text, EDITS)
                facts["rewritten"] = before != files.digest(text)
            else:
                record = records.document_record(doc, self.signed(doc, raw, seen))
                records.save(item.target, doc.text, {**record, "facts": facts}, EDITS, item.mode)
            told = self.remark(item.name, facts)
            facts = {**facts, "text_sha256": files.digest(doc.text)}
            return Done(Outcome(item.name, "made", told, facts), raw, seen)
        except ChangedByHandError as error:
            told = records.behind(item.target, EDITS, self.due(item, raw, seen))
            return Done(self.left(item, str(error), told), raw, seen)
        except StorageError:
            raise
        except CorpusError as error:
            settled = isinstance(error, BinaryFileError)
            said = files.told(error, item) + ", or leave it out with `include`" * settled
            return Done(Outcome(item.name, "failed", said, {}), raw, seen, settled)

    def unchanged(self, item: Item, raw: str, seen: str) -> Done | None:
        """Give the outcome if the result is there, as it would be made again."""
        record = records.is_done(item.target, EDITS, self.due(item, raw, seen))
        if record is None or self.force:
            return None
        facts = {**record["facts"], "text_sha256": record["text_sha256"]}
        told = self.remark(item.name, facts)
        return Done(Outcome(item.name, "unchanged", told, facts), raw, seen)

    def facts(self, doc: Document) -> dict[str, Any]:
        """Give the counts of a summary: changes by kind, what was removed, places left alone.

        `warning` and `shape` say what is odd about the document, if anything.
        """
        from translate.cleaning.pipeline import REMOVED
        from translate.cleaning.shapes import shape_of

        return {
            **self.changed(doc.edits),
            "letters": len(doc.text),
            "notes": sum(note.rule != REMOVED for note in doc.notes),
            "warning": emptied(doc),
            "shape": shape_of(doc.original),
            "language": doc.meta.language,
            **({"unmet": unmet} if (unmet := self.decisions.unmet(doc)) else {}),
        }

    def changed(self, edits: Sequence[Edit]) -> dict[str, Any]:
        """Give what `edits` of a raw text are in numbers."""
        gone = [edit.old for edit in edits if edit.old.strip() and not edit.new.strip()]
        return {
            "removed_lines": sum(len(old.strip().splitlines()) for old in gone),
            "removed_letters": sum(map(len, gone)),
            "kinds": dict(sorted(counted(edits, self.kinds).items())),
        }

    def left(self, item: Item, told: str, behind: str) -> Outcome:
        """Give the outcome of a text that a person changed, which is left; `told` says so.

        `behind` says what it is older than, if so. Its numbers are those of what is there.
        """
        from translate.folders.comparing import diff_file

        facts = {}
        with contextlib.suppress(CorpusError):  # a damaged record has no numbers
            if record := records.read_record(item.target, EDITS):
                found = diff_file(item, self.config)
                letters = len(found.new.decode("utf-8", "replace"))
                facts = {**record["facts"], **self.changed(found.edits), "letters": letters}
                facts["warning"] = ""  # it was about what was there before
                facts |= {"behind": behind} if behind else {}
        return Outcome(item.name, "kept", "; ".join(filter(None, (told, behind))), facts)

    def remark(self, name: str, facts: dict[str, Any]) -> str:
        """Say what a person should know of the text `name`, which was done; nothing of most."""
        shape, unmet = misshapen(name, facts), facts.get("unmet", "")
        gone = f"{name}: {self.config.review} restores what stands there no more: {unmet}"
        told = facts["warning"] or shape or (gone if unmet else "")
        return told or self.other_language(name, facts["language"])

    def other_language(self, name: str, found: str | None) -> str:
        """Say so if the language `found` of a text is neither the one to translate nor unsure.

        What is to be done about it is said, too, unless it is the one to translate to.
        """
        if found in (self.config.source, "und", None):
            return ""
        told = f"{name}: looks like '{found}', not '{self.config.source}'"
        if found == self.config.target:
            return told
        unused = found not in self.config.languages and language(found).rules
        named = f", or '{found}' among the `languages` of corpus.toml, cleans it by its own rules"
        cleans = f"{named}; --from {found}" if unused else ""
        model = f"corpus models fetch {found} {self.config.target}"
        return f"{told}; --from {found}{cleans} translates it if there is a model ({model})"


def misshapen(name: str, facts: dict[str, Any]) -> str:
    """Say so if the text `name` is none by its beginning.

    >>> misshapen("a.txt", {"shape": "a web page; name it .html"})
    'a.txt: was taken for a text, but reads as a web page; name it .html'
    """
    shape = facts["shape"]
    return f"{name}: was taken for a text, but reads as {shape}" if shape else ""


def emptied(doc: Document) -> str:
    """Say so if nothing, or next to nothing, would have been left of a text that was not blank.

    >>> edits = [Edit(0, "\u200b", "", "repair.invisible")]
    >>> emptied(Document("a", "\u200b").edited("repair", edits))
    'a: nothing is left of it: there is nothing to read in it'
    """
    from translate.cleaning.boilerplate.judging.by_user import USER
    from translate.cleaning.repair import STAGE

    if doc.meta.fallback:
        return f"{doc.name}: {doc.meta.fallback}"
    if not (doc.layers and not doc.text.strip() and doc.original.strip()):
        return ""
    if all(layer.stage == STAGE for layer in doc.layers):
        why = "there is nothing to read in it"
    elif any(edit.rule == USER.id for edit in doc.edits):
        why = "every line is boilerplate, or matches a pattern of yours (drop)"
    else:
        why = "every line is boilerplate"
    return f"{doc.name}: nothing is left of it: {why}"
