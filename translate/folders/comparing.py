"""Comparing two folders of texts, or two files: by the record of edits where there is one.

Whoever changed a text since it was cleaned changed no rule: the edits of the record stand as they
are, and what is different from them is shown as the work of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from translate.config import Config
from translate.document import Document, Edit, compose, invert, rules_of
from translate.errors import CorpusError, DocumentError, UsageError, nearest
from translate.facts import Facts
from translate.folders import files, records
from translate.folders.cleaning import Cleaner
from translate.folders.files import EDITS, Item, Progress
from translate.folders.records import CleanRecord
from translate.show.alignment import REPAIR
from translate.show.diff.changes import changes, to_json
from translate.show.diff.comparing import BY_HAND, UNRECORDED, compare
from translate.show.diff.crediting import with_hand
from translate.show.diff.reading import Choice

HAND = "was changed by hand since it was cleaned"
BOTH = (
    "both texts were changed since it was cleaned, and a change carries its rule where that still "
    "fits: bring over what is new in the raw one, or delete the cleaned one to have it made again"
)
Status = Literal["compared", "missing", "failed"]


@dataclass(frozen=True, slots=True)
class Difference:
    """The edits that lead from one text to another.

    `old` and `new` are their bytes; `message` says what else there is to say. `status` is
    `missing` where one of the two is, `failed` where one cannot be read. `facts` are those that the
    record of the new one holds, if it has one.
    """

    name: str
    original: str = ""
    edits: tuple[Edit, ...] = ()
    old: bytes = b""
    new: bytes = b""
    message: str = ""
    status: Status = "compared"
    facts: Facts = field(default_factory=Facts)

    def code(self, choice: Choice) -> int:
        """Give the exit code: 0 the same, 1 a wanted change or a missing text, 2 trouble."""
        if self.status != "compared":
            return 2 if self.status == "failed" else 1
        if not self.edits:  # it may be that the same letters are in other bytes
            return int(choice.everything and self.old != self.new)
        return int(any(choice.wants(edit.rule) for edit in self.edits))

    def to_json(self, choice: Choice) -> dict[str, Any]:
        """Give the difference as `schema.json` says, with the changes that are wanted."""
        wanted = changes(self.original, self.edits, choice)
        return to_json(self.name, self.status, self.message, wanted)


def diff_folder(
    old: Path,
    new: Path,
    config: Config,
    only: Sequence[str] = (),
    progress: Progress | None = None,
) -> Iterator[Difference]:
    """Give the difference of every text in `old` (a folder or a file) and its namesake in `new`.

    A part of the folder of all texts has its namesakes in the same part of that of their results.
    `only` are patterns of names; none: all. What stands only in `new` comes last. Raises UsageError
    when there is nothing at one of the places, or no text is so named.
    """
    if new == config.cleaned:
        files.need_cleaned(new)
    elif not new.exists():
        said = f"there is no such file or folder, here or in {config.raw}"
        raise UsageError(f"{new}: {said}: name what to compare {old} with")

    def asked(name: str) -> bool:
        return not only or any(fnmatchcase(name, pattern) for pattern in only)

    home = config.raw if new == config.cleaned else None
    made = files.RECORDS if home else ()
    same = old.resolve() == new.resolve()
    texts = (
        _each(old, config) if same else files.plan(old, new, config.include, home=home, made=made)
    )
    items = [item for item in texts if asked(item.name)]
    into_results = bool(home) or any(files.results(new, EDITS))
    for item in files.counted(items, progress):
        try:
            found = diff_file(item, config)
            other = not into_results or records.record_path(item.source, EDITS).exists()
            if found.status == "missing" and other:  # it is no text that is to be cleaned
                found = replace(found, message=f"{item.name}: {_stands(old, new)}")
            if found.status == "compared" and not found.edits and found.old != found.new:
                message = f"{item.name}: the same text in another encoding"
                found = replace(found, message=found.message or message)
            yield found
        except CorpusError as error:
            yield Difference(item.name, message=f"{item.name}: {error}", status="failed")
    known = {item.name for item in items}
    for name in () if same else left_over(old, new, config, home):
        if asked(name) and name not in known:
            known.add(name)
            message = f"{name}: {_stands(new, old)}"
            yield Difference(name, message=message, status="missing")
    if only and not known:
        raise UsageError(f"--file {' '.join(only)}: no text of {old} is so named")


def _stands(here: Path, there: Path) -> str:
    """Give in words that a text of `here`, or that file, has no namesake `there`."""
    return f"there is none in {there}" if here.is_file() else f"stands in {here} but not in {there}"


def _each(place: Path, config: Config) -> list[Item]:
    """Give each text at `place`, a folder or a file, beside itself."""
    if place.is_file():
        return [Item(place.name, place, place)]
    return [Item(n, place / n, place / n) for n in files.find(place, config.include)]


def left_over(old: Path, new: Path, config: Config, home: Path | None) -> list[str]:
    """Give the names of the texts of the folder `new`, in the part of `old`, if that is one too."""
    if not (old.is_dir() and new.is_dir()):
        return []
    inside = files.prefix(old, home)
    found = files.find(new, config.include, leave_out=[old])
    return [name for name in found if name.startswith(inside)]


def diff_file(item: Item, config: Config) -> Difference:
    """Give the difference of one text and its namesake; raises DocumentError."""
    old = files.read(item.source)
    if item.source == item.target:
        return Difference(item.name, _text(old, config), old=old, new=old)
    if not item.target.exists():
        message = f"{item.name}: has not been cleaned: {item.target} is missing"
        return Difference(item.name, old=old, message=message, status="missing")
    new = files.read(item.target)
    found = Difference(item.name, old=old, new=new)
    if not records.record_path(item.target, EDITS).exists():
        return _by_words(found, "", config)
    try:
        record = CleanRecord.beside(item.target)
        if item.target.name != item.source.name and record.meta.sha256 != files.digest(old):
            said = f"{item.target} was made of another text; compared word by word"
            return _by_words(found, f"{item.name}: {said}", config)  # two files that were named
        found = replace(found, facts=record.meta)
        return _by_record(item.source, found, record, config)
    except DocumentError as error:
        return _by_words(found, f"{item.name}: {error}; compared word by word", config)


def _by_record(old: Path, found: Difference, record: CleanRecord, config: Config) -> Difference:
    """Give the difference `found` with the edits of its `record`, and with a person's on top.

    Where the text at `old` was made of the same raw text, what was undone carries its rule, too.
    Raises DocumentError for a record that leads to another text.
    """
    raw_there = record.meta.sha256 == files.digest(found.old)
    if record.text_sha256 == files.digest(found.new):
        doc = record.document(found.name, found.new.decode())
        original, edits = doc.original, doc.edits
        if raw_there:
            return replace(found, original=original, edits=tuple(edits))
        if other := _other_result(old, found, record):
            edits = compose(other.text, invert(other.edits), edits)
            return replace(found, original=other.text, edits=tuple(edits))
        now = _text(found.old, config)
        edits = compose(now, compare(now, original), edits)
        message = f"{found.name}: the raw text is not the one that was cleaned"
        return replace(found, original=now, edits=tuple(edits), message=message)
    if raw_there and record.meta.encoding is not None:
        from translate.cleaning.decode import reread

        doc = record.again(found.name, reread(found.old, record.meta.encoding))
    else:
        doc = record.as_fits(found.name, _text(found.old, config))
    edits = with_hand(doc.original, doc.edits, _text(found.new, config))
    of_raw = not raw_there and not records.record_path(old, EDITS).exists()  # no other result
    message = f"{found.name}: {BOTH if of_raw else HAND}"
    return replace(found, original=doc.original, edits=tuple(edits), message=message)


def _other_result(old: Path, found: Difference, record: CleanRecord) -> Document | None:
    """Give the text at `old` as another result of the raw text that `record` tells of, if it is."""
    try:
        other = CleanRecord.beside(old)
    except DocumentError:
        return None
    same = other.meta.sha256 == record.meta.sha256
    if not same or other.text_sha256 != files.digest(found.old):
        return None
    return other.document(found.name, found.old.decode())


def _by_words(found: Difference, message: str, config: Config) -> Difference:
    """Give the difference `found` with the edits of a comparison; `message` says why."""
    original = _text(found.old, config)
    edits = compare(original, _text(found.new, config))
    return replace(found, original=original, edits=tuple(edits), message=message)


def _text(data: bytes, config: Config) -> str:
    from translate.cleaning.decode import decode

    return decode(data, config.languages)[0]


def choice(config: Config, **asked: Sequence[str]) -> Choice:
    """Give which changes are wanted: of the `kinds` and `rules` asked, without those `hidden`.

    Raises UsageError for a kind that there is not.
    """
    known = Cleaner(config).kinds
    kinds = {*known.values(), REPAIR, BY_HAND, UNRECORDED}
    for kind in asked["kinds"]:
        if kind not in kinds:
            raise UsageError(f"--kind: there is no kind '{kind}'{nearest(kind, kinds)}")
    for name in asked["hidden"]:
        if name not in kinds and "." not in name:
            raise UsageError(f"--hide: there is no kind or rule '{name}'{nearest(name, kinds)}")
    return Choice(known, **asked)


def need_rules(choice: Choice, seen: Iterable[str]) -> None:
    """Raise UsageError for a rule asked for that there is not, nor among those `seen` in records.

    A record may name rules of a file that the settings no longer name.
    """
    there = {part for rule in seen for part in rules_of(rule)}.union(choice.known)
    asked = [("--rule", name) for name in choice.rules]
    asked += [("--hide", name) for name in choice.hidden if "." in name]
    for option, pattern in asked:
        named = any(fnmatchcase(rule, pattern) for rule in there)
        if not named and pattern.partition(".")[0] not in (REPAIR, BY_HAND, UNRECORDED):
            said = nearest(pattern, there, "corpus rules list names them")
            raise UsageError(f"{option}: there is no rule '{pattern}'{said}")
