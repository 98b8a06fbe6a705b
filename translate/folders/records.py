"""The records beside results: what made a text, and all that was done to it.

For `cleaned/a/b.txt` the edits that made it stand in `cleaned/a/b.txt.edits.json`, for
`translated/a/b.txt` its sentences in `translated/a/b.txt.sentences.json`. Both are JSON objects
with `format`, `version`, `signature` (what made the text) and `text_sha256` (of the text beside).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import methodcaller
from pathlib import Path
from typing import Any

from translate.document import Document, Edit, EditError, Layer, Note
from translate.errors import CorpusError, DocumentError
from translate.facts import Facts
from translate.folders import files
from translate.folders.files import EDITS, SENTENCES, digest
from translate.provenance import parts

# Pieces of JSON that become bytes together: those of a long text would need ten times its memory.
TOGETHER = 10_000
FORMATS = {EDITS: "corpus edits", SENTENCES: "corpus sentences"}
# The part of a signature that tells what a result was made of, and what to say if that changed.
NEWS = "bring over what is new there, or delete it to have it made again"
MADE_OF = {
    EDITS: ("raw", f"the cleaned text, changed by hand, is older than its raw text: {NEWS}"),
    SENTENCES: (
        "source",
        f"the translation, changed by hand, is older than its cleaned text: {NEWS}",
    ),
}
LEFT = "left as it is. Delete it to have it made again"
VERSION = 2
# How the first version of a record called what names and repairs of a sentence hold.
OLDER = {"names": {"name": "canonical"}, "repairs": {"from": "old", "to": "new"}}
WORD = re.compile(r"[^\W_]+")
SHAPES: dict[str, dict[str, Any]] = {
    EDITS: {"text_sha256": str, "meta": dict, "layers": list, "notes": list, "facts": dict},
    SENTENCES: {
        "text_sha256": str,
        "sentences": [
            {
                "line": int, "source": str, "english": str, "checks": [str], "doubtful": bool,
                "names": [{"target": str, "status": str}],
            }
        ],
    },
}  # fmt: skip


class ChangedByHandError(DocumentError):
    """A result is not what this tool made of it: a person's work, which is never overwritten."""


class NoRecordError(ChangedByHandError):
    """No record tells whether a result is what this tool made of it: it may be a person's work."""


def record_path(text: Path, suffix: str) -> Path:
    """Give the place of the record of `text`; `suffix` is EDITS or SENTENCES.

    >>> record_path(Path("cleaned/a.txt"), EDITS).name
    'a.txt.edits.json'
    """
    return files.beside(text, suffix)


def read_record(text: Path, suffix: str) -> dict[str, Any] | None:
    """Give the record beside `text`, None if there is none; DocumentError if it is damaged."""
    path = record_path(text, suffix)
    if not path.exists():
        return None
    try:
        record = json.loads(files.read(path))
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{path}: damaged record ({error}); make the text again") from error
    if not isinstance(record, dict) or record.get("format") != FORMATS[suffix]:
        raise DocumentError(f"{path}: not a record of this tool")
    if record.get("version") not in (1, VERSION):
        raise DocumentError(f"{path}: record version {record.get('version')}, not {VERSION}")
    if place := _misfit(record, SHAPES[suffix]):
        raise DocumentError(f"{path}: damaged record ({place}); make the text again")
    if record["version"] != VERSION:
        _renew(record.get("sentences", ()))
    return record


def _renew(sentences: Iterable[dict[str, Any]]) -> None:
    """Call what is in `sentences` of a record of the first version as the others do.

    >>> sentence = {"names": [{"name": "Ada Lovelace", "status": "kept"}]}
    >>> _renew([sentence])
    >>> sentence["names"]
    [{'canonical': 'Ada Lovelace', 'status': 'kept'}]
    """
    for sentence in sentences:
        for part, words in OLDER.items():
            sentence[part] = [
                {words.get(key, key): value for key, value in one.items()}
                for one in sentence.get(part, ())
            ]


def _misfit(value: Any, shape: Any, place: str = "") -> str:
    """Give the place where `value` is not as `shape` says, "" if it is.

    >>> _misfit({"line": 1, "checks": ["short", 3]}, {"line": int, "checks": [str]})
    'checks[1]'
    """
    if isinstance(shape, type):
        return "" if isinstance(value, shape) else place or "all"
    if not isinstance(value, type(shape)):
        return place or "all"
    if isinstance(shape, list):
        parts = ((one, shape[0], f"{place}[{n}]") for n, one in enumerate(value))
    else:
        parts = ((value.get(k), kind, f"{place}.{k}".lstrip(".")) for k, kind in shape.items())
    return next(filter(None, (_misfit(*part) for part in parts)), "")


def whole_record(record: dict[str, Any], suffix: str) -> dict[str, Any]:
    """Give `record` with what it says of itself: its format and version."""
    return {"format": FORMATS[suffix], "version": VERSION, **record}


def encode_record(record: dict[str, Any], suffix: str) -> bytes:
    """Give `record` as readable JSON; lone surrogates become escapes, which JSON reads back.

    >>> encode_record({"text_sha256": "0"}, SENTENCES).splitlines()[-2:]
    [b' "text_sha256": "0"', b'}']
    """
    return b"".join(_encoded(record, suffix))


def _encoded(record: dict[str, Any], suffix: str) -> Iterator[bytes]:
    """Give the JSON of `record` piece by piece.

    A sentence of it may be a SentenceRecord, which becomes JSON when it is its turn: a long text
    has many.
    """
    encoder = json.JSONEncoder(ensure_ascii=False, indent=1, default=methodcaller("to_json"))
    pieces = encoder.iterencode(whole_record(record, suffix))
    while some := "".join(islice(pieces, TOGETHER)):
        yield some.encode("utf-8", "backslashreplace")
    yield b"\n"


def protect(target: Path, text: bytes | None, suffix: str) -> str:
    """Give the hash of the result at `target`, or nothing; ChangedByHandError if it is no result.

    It is NoRecordError where there is no record to tell, or only a damaged one.

    `text` is what is to stand there, if that is known.

    A result may be replaced when it is what its record says, or what the record was about to
    replace when the last run was stopped; else it is somebody's work.
    """
    if not target.exists():
        return ""
    there = digest(files.read(target))
    if text is not None and there == digest(text):
        return there
    try:
        record = read_record(target, suffix)
    except CorpusError as error:
        raise NoRecordError(f"{target}: nothing tells who made it ({error}); {LEFT}") from error
    if record is None:
        raise NoRecordError(f"{target}: was not made by this tool, or its record is gone; {LEFT}")
    if there not in (record["text_sha256"], record.get("replaces")):
        raise ChangedByHandError(f"{target}: was changed since it was made; {LEFT}")
    return there


def behind(target: Path, suffix: str, signature: str) -> str:
    """Say so if what the result at `target` was made of was changed since; what to do is said, too.

    `signature` is the one that it would have if it was made now. "" where nothing is known.
    """
    part, told = MADE_OF[suffix]
    try:
        before = parts(str((read_record(target, suffix) or {}).get("signature"))).get(part)
    except CorpusError:
        return ""
    return told if before not in (None, parts(signature).get(part)) else ""


def save(
    target: Path, text: str, record: dict[str, Any], suffix: str, mode: int = files.PUBLIC
) -> None:
    """Write a result and its record; stopped anywhere between, the next run mends it.

    The record goes first and names the text that it replaces, so that the text is known either way.
    """
    beside = record_path(target, suffix)
    data = text.encode()
    replaces = protect(target, data, suffix)
    record = {**record, "text_sha256": digest(data)}
    if replaces and replaces != record["text_sha256"]:
        files.write(beside, _encoded({**record, "replaces": replaces}, suffix), mode)
        files.write(target, data, mode)
        files.write(beside, _encoded(record, suffix), mode)
    else:
        files.write(beside, _encoded(record, suffix), mode)
        files.write(target, data, mode)


def sentences_beside(text: Path) -> list[dict[str, Any]]:
    """Give the sentences of the translated text at `text`, as `sentences_in` does; none unrecorded.

    Raises DocumentError for a damaged record.
    """
    record = read_record(text, SENTENCES)
    return sentences_in(files.read(text), record) if record else []


def sentences_in(data: bytes, record: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the sentences of the translated text `data` from its record.

    Where a person changed the text, a sentence whose English stands there no more is theirs: it is
    in no doubt, and nothing tells how likely it is.

    >>> said = {"english": "A bridge.", "doubtful": True}
    >>> record = {"text_sha256": digest(b"A bridge."), "sentences": [said]}
    >>> [sentences_in(data, record)[0]["doubtful"] for data in (b"A bridge.", b"One bridge.")]
    [True, False]
    """
    said: list[dict[str, Any]] = record["sentences"]
    if digest(data) == record["text_sha256"]:
        return said
    stands = _standing((s["english"] for s in said), data.decode("utf-8", "replace"))
    theirs = {"doubtful": False, "checks": [], "confidence": None, "names": []}
    return [s if there else {**s, **theirs} for s, there in zip(said, stands, strict=True)]


def _standing(sentences: Iterable[str], text: str) -> Iterator[bool]:
    """Tell of each of `sentences` whether it stands in `text`.

    In time that grows with the text: most stand in order, and most others have words that do not.

    >>> list(_standing(["B c.", "A.", "C b."], "A. B c."))
    [True, True, False]
    """
    known, at = _words(text), 0
    for sentence in sentences:
        found = -1
        if _words(sentence) <= known:
            found = text.find(sentence, at)
            found = text.find(sentence) if found < 0 else found
        if found >= 0:
            at = found + len(sentence)
        yield found >= 0


def _words(text: str) -> set[Any]:
    """Give the words of `text`, and each two that stand side by side."""
    words = WORD.findall(text)
    return {*words, *pairwise(words)}


def is_done(target: Path, suffix: str, signature: str) -> dict[str, Any] | None:
    """Give the record of `target` if text and record are there and made under `signature`."""
    try:
        record = read_record(target, suffix) if target.exists() else None
        if record is None or record.get("signature") != signature or "replaces" in record:
            return None  # one that still tells what was replaced was left by a run that was stopped
        return record if record.get("text_sha256") == digest(files.read(target)) else None
    except CorpusError:
        return None


def document_record(doc: Document, signature: str) -> dict[str, Any]:
    """Give the record of a cleaned document, from which `load_document` makes it again."""
    return {
        "signature": signature,
        "meta": doc.meta.to_json(),
        "layers": [
            {"stage": layer.stage, "edits": [e.to_json() for e in layer.edits]}
            for layer in doc.layers
        ],
        "notes": [[n.start, n.end, n.rule, n.message] for n in doc.notes],
    }


@dataclass(frozen=True, slots=True)
class CleanRecord:
    """What the record of a cleaned text says: which text it was, and how it came to be."""

    place: Path
    text_sha256: str
    layers: tuple[Layer, ...]
    meta: Facts
    notes: tuple[Note, ...]

    @classmethod
    def beside(cls, text: Path) -> CleanRecord:
        """Read the record beside `text`; raises DocumentError when it is missing or damaged."""
        record = read_record(text, EDITS)
        if record is None:
            raise DocumentError(f"{text}: no record {text.name}{EDITS} beside it; clean it first")
        place = record_path(text, EDITS)
        try:
            layers = tuple(
                Layer(layer["stage"], tuple(map(Edit.from_json, layer["edits"])))
                for layer in record["layers"]
            )
            notes = tuple(Note(*note) for note in record["notes"])
            meta = Facts.from_json(record["meta"])
        except (CorpusError, KeyError, TypeError, ValueError) as error:
            raise DocumentError(f"{place}: damaged record ({error})") from error
        return cls(place, record["text_sha256"], layers, meta, notes)

    def document(self, name: str, text: str) -> Document:
        """Give the document whose cleaned text is `text`."""
        return Document(name, text, self.layers, self.meta, self.notes)

    def again(self, name: str, original: str) -> Document:
        """Give the document that its edits make of `original`; DocumentError if they do not."""
        doc = Document(name, original, meta=self.meta, notes=self.notes)
        try:
            for layer in self.layers:
                doc = doc.edited(layer.stage, layer.edits)
        except EditError as error:
            raise DocumentError(f"{self.place}: does not fit the raw text ({error})") from error
        if digest(doc.text) != self.text_sha256:
            raise DocumentError(f"{self.place}: does not lead to the text that it names")
        return doc

    def as_fits(self, name: str, original: str) -> Document:
        """Give the document that those of its edits make of `original` that still fit it."""
        from translate.show.diff.crediting import found_again

        doc = Document(name, original, meta=self.meta)
        for layer in self.layers:
            doc = doc.edited(layer.stage, found_again(doc.text, layer.edits))
        return doc


def load_document(text: Path, name: str) -> Document:
    """Give the cleaned document at `text` with its edits.

    Raises DocumentError when its record is missing or damaged, or the text was changed since.
    """
    record = CleanRecord.beside(text)
    data = files.read(text)
    if record.text_sha256 != digest(data):
        raise DocumentError(
            f"{text}: was changed since it was cleaned, so its edits do not fit: undo it first"
        )
    return record.document(name, data.decode())
