"""Folders of texts: finding them, writing them whole or not at all, and the records beside them.

For `cleaned/a/b.txt` the edits that made it stand in `cleaned/a/b.txt.edits.json`, for
`translated/a/b.txt` its sentences in `translated/a/b.txt.sentences.json`. Both are JSON objects
with `format`, `version`, `signature` (what made the text) and `text_sha256` (of the text beside).
"""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from translate.document import Document, Edit, Layer, Note
from translate.errors import CorpusError, DocumentError, UsageError
from translate.facts import Facts

EDITS = ".edits.json"
SENTENCES = ".sentences.json"
FORMATS = {EDITS: "corpus edits", SENTENCES: "corpus sentences"}
VERSION = 1
KEYS: dict[str, dict[str, type]] = {
    EDITS: {"text_sha256": str, "meta": dict, "layers": list, "notes": list, "facts": dict},
    SENTENCES: {"text_sha256": str, "sentences": list},
}
SENTENCE_KEYS = {"line", "source", "english", "names", "checks", "doubtful"}


@dataclass(frozen=True, slots=True)
class Item:
    """One text to work on: its name under the folder (`a/b.txt`), where it is and where it goes."""

    name: str
    source: Path
    target: Path


class ChangedByHandError(DocumentError):
    """A result is not what this tool made of it: a person's work, which is never overwritten."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `status` is `made`, `unchanged` since the last run, `kept` (a person changed the result),
    `skipped` or `failed`. `message` says why for the last three; `facts` holds counts for the
    summary (values for JSON).
    """

    name: str
    status: Literal["made", "unchanged", "kept", "skipped", "failed"]
    message: str
    facts: dict[str, Any]

    @property
    def reported(self) -> bool:
        """Whether a person must be told: the document was not done."""
        return self.status in ("kept", "skipped", "failed")

    def to_json(self) -> dict[str, Any]:
        """Give the outcome as values that JSON can hold."""
        head = {"name": self.name, "status": self.status, "message": self.message}
        return {**head, **self.facts}


def find(folder: Path, include: Sequence[str], leave_out: Sequence[Path] = ()) -> Iterator[str]:
    """Give the names under `folder` that match a pattern of `include`, sorted, with `/` between.

    Patterns ask for no case (`*.txt` is `A.TXT` too). Hidden files and folders, links to folders
    and the folders `leave_out` are passed over.

    >>> list(find(Path(__file__).parent, ["file*.py"]))
    ['files.py']
    """
    closed = {path.resolve() for path in leave_out}

    def walk(place: Path, prefix: str) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(place), key=lambda e: e.name)
        except OSError as error:
            raise UsageError(f"{place}: cannot be listed ({error.strerror})") from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if Path(entry.path).resolve() not in closed:
                    yield from walk(Path(entry.path), f"{prefix}{entry.name}/")
            elif any(fnmatch.fnmatch(entry.name.lower(), p.lower()) for p in include) and (
                entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
            ):
                yield prefix + entry.name  # a link to nothing too: reading it says what is wrong

    yield from sorted(walk(folder, ""))


def plan(
    source: Path,
    target: Path,
    include: Sequence[str],
    *,
    home: Path | None = None,
    others: Sequence[Path] = (),
) -> list[Item]:
    """Give the work from `source` (a folder, or one file) to `target`.

    A file keeps its place under `home`, the folder of all texts, where it lies in that. `others`
    are folders of other results, which are no texts. Raises UsageError when there is nothing at
    `source`, when no file matches, or when results would fall on the texts themselves.
    """
    if source.is_file():
        inside = target.is_dir() or not target.suffix
        name = _name_under(source, home)
        place = target / name if inside else target
        if place.resolve() == source.resolve():
            raise UsageError(f"{source}: the result would replace the text; name another place")
        return [Item(name, source, place)]
    if not source.is_dir():
        raise UsageError(f"{source}: there is no such file or folder")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target}: is a file; a folder is needed for the results of {source}")
    if source.resolve() == target.resolve():
        raise UsageError(f"{source}: texts and results need two folders")
    found = find(source, include, leave_out=[target, *others])
    names = [name for name in found if not name.endswith(tuple(FORMATS))]
    if not names:
        raise UsageError(f"{source}: no file here matches {', '.join(include)}")
    return [Item(name, source / name, target / name) for name in names]


def _name_under(file: Path, home: Path | None) -> str:
    """Give the name of `file` under `home`, its last part where it lies elsewhere."""
    if home is not None and file.resolve().is_relative_to(home.resolve()):
        return file.resolve().relative_to(home.resolve()).as_posix()
    return file.name


def left_behind(names: Iterable[str], source: Path, target: Path, record: str) -> list[str]:
    """Give the names of results in `target` whose text is none of `names`, those in `source`."""
    if not (source.is_dir() and target.is_dir()):
        return []
    known = set(names)
    made = (name.removesuffix(record) for name in find(target, [f"*{record}"]))
    return [name for name in made if name not in known]


def digest(data: bytes | str) -> str:
    """Give the SHA-256 of `data` (a string counts as UTF-8) in hexadecimal digits.

    >>> digest("é")[:12]
    '4a99557e4033'
    """
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def read(path: Path) -> bytes:
    """Give the bytes of `path`, or raise DocumentError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})") from error


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` whole: to a file beside it first, then by a rename.

    Raises DocumentError when the place cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise DocumentError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def record_path(text: Path, suffix: str) -> Path:
    """Give the place of the record of `text`; `suffix` is EDITS or SENTENCES.

    >>> record_path(Path("cleaned/a.txt"), EDITS).name
    'a.txt.edits.json'
    """
    return text.with_name(text.name + suffix)


def read_record(text: Path, suffix: str) -> dict[str, Any] | None:
    """Give the record beside `text`, None if there is none; DocumentError if it is damaged."""
    path = record_path(text, suffix)
    if not path.exists():
        return None
    try:
        record = json.loads(read(path))
    except ValueError as error:
        raise DocumentError(f"{path}: damaged record ({error}); make the text again") from error
    if not isinstance(record, dict) or record.get("format") != FORMATS[suffix]:
        raise DocumentError(f"{path}: not a record of this tool")
    if record.get("version") != VERSION:
        raise DocumentError(f"{path}: record version {record.get('version')}, not {VERSION}")
    for key, kind in KEYS[suffix].items():
        if not isinstance(record.get(key), kind):
            raise DocumentError(f"{path}: damaged record (no '{key}'); make the text again")
    for sentence in record.get("sentences", ()):
        if not isinstance(sentence, dict) or sentence.keys() < SENTENCE_KEYS:
            raise DocumentError(f"{path}: damaged record (a sentence); make the text again")
    return record


def encode_record(record: dict[str, Any], suffix: str) -> bytes:
    """Give `record` as readable JSON; lone surrogates become escapes, which JSON reads back."""
    whole = {"format": FORMATS[suffix], "version": VERSION, **record}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def protect(target: Path, text: bytes, suffix: str) -> str:
    """Give the hash of the result at `target`, or nothing; ChangedByHandError if it is no result.

    A result may be replaced when it is what its record says, or what the record was about to
    replace when the last run was stopped; else it is somebody's work.
    """
    if not target.exists():
        return ""
    there = digest(read(target))
    if there == digest(text):
        return there
    try:
        record = read_record(target, suffix)
    except CorpusError:
        record = None
    if record is None:
        why = "was not made by this tool"
    elif there not in (record["text_sha256"], record.get("replaces")):
        why = "was changed since it was made"
    else:
        return there
    raise ChangedByHandError(f"{target}: {why}; left as it is. Delete it to have it made again")


def save(target: Path, text: str, record: dict[str, Any], suffix: str) -> None:
    """Write a result and its record; stopped anywhere between, the next run mends it.

    The record goes first and names the text that it replaces, so that the text is known either way.
    """
    data = text.encode()
    replaces = protect(target, data, suffix)
    record = {**record, "text_sha256": digest(data)}
    if replaces and replaces != record["text_sha256"]:
        between = encode_record({**record, "replaces": replaces}, suffix)
        write(record_path(target, suffix), between)
        write(target, data)
        write(record_path(target, suffix), encode_record(record, suffix))
    else:
        write(record_path(target, suffix), encode_record(record, suffix))
        write(target, data)


def is_done(target: Path, suffix: str, signature: str) -> dict[str, Any] | None:
    """Give the record of `target` if text and record are there and made under `signature`."""
    try:
        record = read_record(target, suffix) if target.exists() else None
        if record is None or record.get("signature") != signature:
            return None
        return record if record.get("text_sha256") == digest(read(target)) else None
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


def load_document(text: Path, name: str) -> Document:
    """Give the cleaned document at `text` with its edits.

    Raises DocumentError when its record is missing or damaged, or the text was changed since.
    """
    record = read_record(text, EDITS)
    if record is None:
        raise DocumentError(f"{text}: no record {text.name}{EDITS} beside it; clean it first")
    data = read(text)
    if record.get("text_sha256") != digest(data):
        raise DocumentError(f"{text}: was changed since it was cleaned, so its edits do not fit")
    try:
        layers = tuple(
            Layer(layer["stage"], tuple(map(Edit.from_json, layer["edits"])))
            for layer in record["layers"]
        )
        notes = tuple(Note(*note) for note in record["notes"])
        return Document(name, data.decode(), layers, Facts.from_json(record["meta"]), notes)
    except (CorpusError, KeyError, TypeError, ValueError) as error:
        raise DocumentError(f"{record_path(text, EDITS)}: damaged record ({error})") from error
