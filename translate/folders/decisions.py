"""What a person decided about the texts, as data: `review.toml` at the root of the project.

Cleaning keeps the spans that it restores and the lines of its `keep` patterns, and takes those of
its `drop` patterns; translating takes the English of its corrected sentences. Commands and
`corpus review` write it, and leave comments and order as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.config import CleanConfig
from translate.document import Document, Held, line_starts, rules_of
from translate.errors import UsageError, nearest
from translate.folders import files
from translate.locks import locked
from translate.reading import key_line, parse_toml, read_text, table_lines

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

# The tables, each with its keys and their types; the last ones may be missing.
TABLES: dict[str, dict[str, type]] = {
    "restore": {"document": str, "line": int, "text": str, "rule": str, "note": str},
    "keep": {"pattern": str, "note": str},
    "drop": {"pattern": str, "note": str},
    "correct": {"source": str, "english": str, "note": str},
}
OPTIONAL = ("rule", "note")
IDENTITY = {  # what two entries have in common that are about one thing
    "restore": ("document", "line", "text"),
    "keep": ("pattern",),
    "drop": ("pattern",),
    "correct": ("source",),
}
HEAD = (
    "# What was decided about these texts; the next run honours it. corpus keep, drop, correct\n"
    "# and review write here. Edit it as you like: an entry taken out is a decision withdrawn.\n"
)
TYPED = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”", '"')})
REMOVING = ("unglue", "boilerplate")  # the stages that take lines, or parts of them


@dataclass(frozen=True, slots=True)
class Restored:
    """A span of a raw text that stays as it is, though `rule` takes or changes it.

    `document` is the name of the text, `line` the line of it, from 1, in which `text` begins.
    """

    document: str
    line: int
    text: str
    rule: str = ""

    @property
    def stages(self) -> Sequence[str]:
        """The stages that must leave it alone: those that repair, or those that remove."""
        rules = rules_of(self.rule)
        return ("repair",) if all(rule.startswith("repair.") for rule in rules) else REMOVING

    def held(self, original: str) -> Iterator[Held]:
        """Give the span in `original`, nothing if it stands there no more.

        Where the text was changed above it, it is the one nearest to its line.
        """
        yield from self.held_in(original, line_starts(original))

    def stands_in(self, original: str) -> bool:
        """Whether the span is in `original`."""
        return next(self.held(original), None) is not None

    def held_in(self, original: str, starts: Sequence[int]) -> Iterator[Held]:
        """Give the span as `held` does; the lines of `original` begin at `starts`."""
        size = len(self.text)
        here = starts[max(0, min(self.line, len(starts)) - 1)]
        places = [original.find(self.text, here)]
        if places[0] < 0 or bisect_right(starts, places[0]) != self.line:
            above = original.rfind(self.text, 0, here + size - 1)
            line = starts[bisect_right(starts, max(0, above)) - 1]
            places.insert(0, original.find(self.text, line, here + size - 1))
        if found := [place for place in places if place >= 0]:
            start = min(found, key=lambda p: abs(bisect_right(starts, p) - self.line))
            for stage in self.stages:
                yield Held(start, start + size, stage)


@dataclass(frozen=True)
class Decisions:
    """What `review.toml` says; `corrected` holds the English by the source sentence.

    >>> Decisions.parse("[[keep]]\\npattern = '^Publié'").keep
    ('^Publié',)
    """

    restored: tuple[Restored, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Decisions:
        """Read the file `path`; no file, no decisions. Raises UsageError: file, entry, key."""
        return cls.parse(read_text(path), str(path)) if path.exists() else cls()

    @classmethod
    def parse(cls, text: str, where: str = "review") -> Decisions:
        """Read decisions from TOML `text`; `where` names it in errors. Raises UsageError."""
        found = parsed(text, where)
        return cls(
            tuple(
                Restored(e["document"], e["line"], e["text"], e.get("rule", ""))
                for e in found["restore"]
            ),
            tuple(e["pattern"] for e in found["keep"]),
            tuple(e["pattern"] for e in found["drop"]),
            {said(e["source"]): said(e["english"]) for e in found["correct"]},
        )

    def applied(self, config: CleanConfig) -> CleanConfig:
        """Give `config` with the patterns that were decided on beside its own."""
        keep, drop = (*config.keep, *self.keep), (*config.drop, *self.drop)
        return replace(config, keep=keep, drop=drop) if self.keep or self.drop else config

    def held(self, name: str, original: str) -> tuple[Held, ...]:
        """Give the spans of the text `name` that must stay."""
        restored = [one for one in self.restored if one.document == name]
        starts = line_starts(original) if restored else []
        return tuple(held for one in restored for held in one.held_in(original, starts))

    def unmet(self, doc: Document) -> str:
        """Give the beginning of the first span that must stay of `doc`, and is not in its original.

        >>> one = Restored("a.txt", 1, "Menu")
        >>> [Decisions((one,)).unmet(Document(*it)) for it in (("a.txt", "x"), ("b.txt", "x"))]
        ['Menu', '']
        """
        restored = [one for one in self.restored if one.document == doc.name]
        original = doc.original if restored else ""
        gone = (one for one in restored if not one.stands_in(original))
        return next((f"{one.text.strip():.40}" for one in gone), "")

    def of(self, name: str) -> str:
        """Give the digest of what is restored in the text `name`; "" where nothing is."""
        restored = [one for one in self.restored if one.document == name]
        return files.digest(repr(restored))[:8] if restored else ""

    def sentences(self, text: str) -> dict[str, str]:
        """Give the corrected sentences that stand in `text`, with their English."""
        flat = said(text) if self.corrected else ""
        words = set(flat.split(" "))  # most sentences have one that is not among them
        return {
            source: english
            for source, english in self.corrected.items()
            if words.issuperset(source.split(" ")[1:-1]) and source in flat
        }


def said(sentence: str) -> str:
    """Give `sentence` with single spaces: how its lines are broken is no part of it.

    >>> said("Le pont\\n est ouvert.")
    'Le pont est ouvert.'
    """
    return " ".join(sentence.split())


def typed(sentence: str) -> str:
    """Give `sentence` as `said`, its apostrophes and quotation marks as a keyboard has them.

    >>> typed("C’est l’île.")
    "C'est l'île."
    """
    return said(sentence).translate(TYPED)


def parsed(text: str, where: str) -> dict[str, list[dict[str, Any]]]:
    """Give the entries of all tables in TOML `text`, checked; raises UsageError."""
    found = parse_toml(text, where)
    for other in found.keys() - set(TABLES):
        place = f"{where}{key_line(text, other)}"
        raise UsageError(f"{place}: unknown table '{other}'{nearest(other, TABLES)}")
    for table in TABLES:
        entries = found.setdefault(table, [])
        if not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
            raise UsageError(f"{where}: write [[{table}]] in double brackets, one for each")
        places = table_lines(text, table, len(entries))
        for number, (place, entry) in enumerate(zip(places, entries, strict=True), 1):
            check(table, entry, f"{where}{place}: {table} {number}")
    return found


def check(table: str, entry: Mapping[str, Any], where: str) -> None:
    """Raise UsageError, which begins with `where`, unless `entry` is one of `table`."""
    keys = TABLES[table]
    for unknown in entry.keys() - set(keys):
        raise UsageError(f"{where}: unknown key '{unknown}'{nearest(unknown, keys)}")
    for key, kind in keys.items():
        if key not in entry and key in OPTIONAL:
            continue
        value = entry.get(key)
        wanted = "a string" if kind is str else "a whole number"
        if not isinstance(value, kind) or isinstance(value, bool):
            raise UsageError(f"{where}: '{key}' must be {wanted}")
        if isinstance(value, str) and not value.strip() and key not in (*OPTIONAL, "text"):
            raise UsageError(f"{where}: '{key}' is empty")
    if "pattern" in keys:
        from translate.cleaning.boilerplate.patterns import compiled

        compiled(entry["pattern"], f"{where}:")


def tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Give what the file `path` says, table by table; raises UsageError as `Decisions.load`."""
    return parsed(read_text(path) if path.exists() else "", str(path))


def version(path: Path) -> str:
    """Give what changes whenever the file `path` does."""
    return files.digest(files.read(path))[:16] if path.exists() else ""


def add(path: Path, table: str, entry: Mapping[str, Any], expected: str | None = None) -> None:
    """Write the decision `entry` into `table` of the file `path`, in place of one about the same.

    Raises UsageError for a wrong entry or file, StaleError as `edited` does.
    """
    check(table, entry, f"{path}: {table}")

    def change(document: TOMLDocument) -> None:
        import tomlkit

        entries = document.setdefault(table, tomlkit.aot())
        same = next((e for e in entries if _about(table, e) == _about(table, entry)), None)
        if same is None:
            new = tomlkit.table()
            new.trivia.indent = "\n"  # a blank line above it
            new.update(entry)
            entries.append(new)
        else:
            same.update(entry)

    edited(path, change, expected)


def withdraw(path: Path, table: str, entry: Mapping[str, Any], expected: str | None = None) -> bool:
    """Take the decision about the same as `entry` out of the file `path`; tell if it was there.

    Raises as `add` does.
    """
    found = False

    def change(document: TOMLDocument) -> None:
        nonlocal found
        entries = document.get(table, [])
        for number in range(len(entries) - 1, -1, -1):
            if _about(table, entries[number]) == _about(table, entry):
                del entries[number]
                found = True
        if found and not entries:
            document.remove(table)

    edited(path, change, expected)
    return found


def _about(table: str, entry: Mapping[str, Any]) -> tuple[Any, ...]:
    values = (entry.get(key) for key in IDENTITY[table])
    return tuple(typed(v) if isinstance(v, str) and table == "correct" else v for v in values)


class StaleError(UsageError):
    """The decisions were changed since they were looked at."""


def edited(path: Path, change: Callable[[TOMLDocument], None], expected: str | None = None) -> None:
    """Do `change` to the TOML file `path`, whose comments stay; it is replaced whole or not at all.

    Raises StaleError, and changes nothing, where the file is not of the version `expected`.
    """
    import tomlkit

    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        if expected is not None and version(path) != expected:
            raise StaleError(f"{path}: was changed meanwhile; nothing was written")
        text = read_text(path) if path.exists() else HEAD
        Decisions.parse(text, str(path))
        document = tomlkit.parse(text)
        change(document)
        made = tomlkit.dumps(document)
        Decisions.parse(made, str(path))
        if made != text:
            files.write_asked(path, made.encode())
