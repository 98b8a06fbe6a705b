"""The translation memory: what was translated once, by this model with these settings, stays so.

An SQLite file that several runs and processes may use at a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from translate import provenance
from translate.mt.held import SYMBOL
from translate.mt.memory.file import MemoryFile
from translate.mt.units import Rendering, Repair, Unit
from translate.places import cache_folder

IMPORTED = "imported"
# SQLite takes at most this many values in one statement of old builds.
CHUNK = 500
# The model stands in the statements: only so is the index of what was imported asked.
OF_PEOPLE = f"model = '{IMPORTED}' AND pair = ?"
BY_KEY = "SELECT key, english, outcome FROM unit WHERE key IN ({})"
# Not by a key, of which the program is a part: what a person wrote outlives every change of that.
BY_TEXT = (
    f"SELECT source, english, outcome FROM unit WHERE {OF_PEOPLE} AND source IN ({{}}) ORDER BY key"
)


@dataclass(frozen=True, slots=True)
class Stats:
    """How many units a memory holds for each model, and the size of its file in bytes."""

    models: dict[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class EngineId:
    """Who translated: the languages and an engine's signature."""

    source: str
    target: str
    signature: str


class Memory:
    """A translation memory in the file `path`; None: the user's own.

    The file is opened when it is first asked and made when something is first kept. One that may
    only be read is read, and nothing is kept; the user's own is done without where it cannot be
    made. One that is damaged is moved aside and another one begun. All this with a warning. Every
    method raises UsageError when the file is something else, or what is asked for cannot be kept.

    >>> from tempfile import TemporaryDirectory
    >>> model = EngineId("fr", "en", "model 1 beam 4")
    >>> with TemporaryDirectory() as folder, Memory(Path(folder, "memory.db")) as memory:
    ...     memory.put(model, [(Unit("Il pleut."), Rendering("It rains.", -0.1))])
    ...     [o and o.english for o in memory.get(model, [Unit("Il pleut."), Unit("Il neige.")])]
    ['It rains.', None]
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_memory()
        self._file = MemoryFile(self.path, named=path is not None)

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def get(self, model: EngineId, units: Sequence[Unit]) -> list[Rendering | None]:
        """Give what is known of each of `units`: imported for their languages, or by `model`."""
        wanted = [(unit.plain, unit.text, key(model, unit)) for unit in units]
        made = self._found(BY_KEY, [row for *_, row in wanted])
        texts = list(dict.fromkeys(text for *both, _ in wanted for text in both))
        taken = self._found(BY_TEXT, texts, f"{model.source}-{model.target}")
        return [taken.get(plain) or taken.get(text) or made.get(row) for plain, text, row in wanted]

    def _found(
        self, query: str, wanted: Sequence[object], *first: object
    ) -> dict[object, Rendering]:
        """Give what is sound of what `query` finds, by its first column, `wanted` in its list."""
        found: dict[object, Rendering] = {}
        for at in range(0, len(wanted), CHUNK):
            part = wanted[at : at + CHUNK]
            rows = self._file.rows(query.format(",".join("?" * len(part))), (*first, *part))
            for row, english, outcome in rows:
                if rendering := read_rendering(english, outcome):
                    found[row] = rendering
        return found

    def put(self, model: EngineId, results: Iterable[tuple[Unit, Rendering]]) -> None:
        """Keep `results`; what is already there stays."""
        pair = f"{model.source}-{model.target}"
        rows = (
            (
                key(model, unit),
                pair,
                model.signature,
                unit.text,
                outcome.english,
                json.dumps(told(unit, outcome), ensure_ascii=False),
            )
            for unit, outcome in results
        )
        self._file.write(
            ("INSERT OR IGNORE INTO unit VALUES (?, ?, ?, ?, ?, ?)", rows), asked=False
        )

    def take(self, source: str, target: str, pairs: Iterable[tuple[str, str]]) -> int:
        """Keep `pairs` from elsewhere, in place of what was imported before; give how many.

        Of several for one sentence the last is kept.
        """
        model, pair = EngineId(source, target, IMPORTED), f"{source}-{target}"
        rows = [
            (key(model, Unit(left)), pair, IMPORTED, left, right, "[0, [], []]")
            for left, right in pairs
        ]
        self._file.write(
            (f"DELETE FROM unit WHERE {OF_PEOPLE} AND source = ?", [(pair, r[3]) for r in rows]),
            ("INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?, ?)", rows),
        )
        return len({row[0] for row in rows})

    def forget(self, source: str, target: str, pairs: Iterable[tuple[str, str]]) -> int:
        """Take out those of `pairs` that were taken from elsewhere and are so still; give how many.

        What was imported since in place of one stays, and so does what a model made.
        """
        rows = [(f"{source}-{target}", left, right) for left, right in pairs]
        before = self._count()
        self._file.write(
            (f"DELETE FROM unit WHERE {OF_PEOPLE} AND source = ? AND english = ?", rows)
        )
        return before - self._count()

    def clear(self, *, imported_only: bool = False) -> int:
        """Take out everything, or what was imported; give how many units that were."""
        before = self._count()
        if before:
            kept = IMPORTED if imported_only else None
            self._file.write(("DELETE FROM unit WHERE ? IS NULL OR model = ?", [(kept, kept)]))
            self._file.shrink()
        return before - self._count()

    def prune(self, signature: str) -> int:
        """Take out what other models than that of `signature` translated; give how many units.

        `signature` may be that of an engine, which those of its units only begin with.
        """
        before = self._count()
        if before:
            own = "substr(model || ' ', 1, length(?)) = ?"
            values = (IMPORTED, f"{signature} ", f"{signature} ")
            self._file.write((f"DELETE FROM unit WHERE model != ? AND NOT {own}", [values]))
            self._file.shrink()
        return before - self._count()

    def _count(self) -> int:
        rows = self._file.rows("SELECT COUNT(*) FROM unit")
        return int(rows[0][0]) if rows else 0

    def imported(self, source: str, target: str) -> str:
        """Give eight hexadecimal digits of the pairs taken from elsewhere; "" if there are none."""
        rows = self._taken(source, target)
        text = json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=4).hexdigest() if rows else ""

    def sentences(self, source: str, target: str) -> dict[str, str]:
        """Give the English by the sentence of what was taken from elsewhere, symbols aside."""
        rows = self._taken(source, target)
        return {left: right for left, right in rows if not SYMBOL.search(left)}

    def _taken(self, source: str, target: str) -> list[tuple[Any, ...]]:
        """Give the pairs taken from elsewhere, in the order of their sources."""
        return self._file.rows(
            f"SELECT source, english FROM unit WHERE {OF_PEOPLE} ORDER BY source, key",
            (f"{source}-{target}",),
        )

    def stats(self) -> Stats:
        """Give what the memory holds."""
        rows = self._file.rows("SELECT model, COUNT(*) FROM unit GROUP BY model ORDER BY model")
        return Stats(dict(rows), self.path.stat().st_size if self.path.exists() else 0)

    def pairs(self, source: str, target: str) -> Iterator[tuple[str, str]]:
        """Give the units for `source` to `target` and their English, in the order of the units.

        Names are in place of their symbols.
        """
        return self._shown(source, target, "")

    def by_models(self, source: str, target: str) -> Iterator[tuple[str, str]]:
        """Give the same of what models made, but where something else was imported for it."""
        taken = dict(self._taken(source, target))
        made = self._shown(source, target, f"AND model != '{IMPORTED}'")
        return (pair for pair in made if taken.get(pair[0], pair[1]) == pair[1])

    def _shown(self, source: str, target: str, only: str) -> Iterator[tuple[str, str]]:
        rows = self._file.rows(
            f"SELECT DISTINCT source, english, outcome FROM unit WHERE pair = ? {only} "
            "ORDER BY source, english, outcome",
            (f"{source}-{target}",),
        )
        last = None
        for text, english, outcome in rows:
            held = json.loads(outcome)[3:4]  # what was imported has no names
            unit = Unit(text, names=tuple(tuple(name) for names in held for name in names))
            pair = unit.plain, unit.shown(english)
            if pair != last:
                yield pair
            last = pair


def default_memory() -> Path:
    """Give the file of the user's own memory, in the cache folder; it need not exist."""
    return cache_folder() / "memory.db"


def told(unit: Unit, rendering: Rendering) -> list[Any]:
    """Give what a row holds of `rendering` beside its English, as JSON."""
    repairs = [(repair.by, repair.before, repair.after) for repair in rendering.repairs]
    sure = rendering.confidence
    said = [rendering.score, rendering.checks, rendering.lost, unit.names, sure, repairs]
    return [*said, rendering.step]


def read_rendering(english: str, outcome: str) -> Rendering | None:
    """Give what a row holds; None where it is damaged: it is translated anew.

    >>> found = read_rendering("It rains.", '[-0.1, [], []]')
    >>> found.score, found.step
    (-0.1, 'import')
    >>> read_rendering("It rains.", "[1]")
    """
    try:
        score, checks, lost, *rest = json.loads(outcome)
        _, sure, repairs, step = rest or ([], None, [], "import")  # which has no more
        return Rendering(
            english,
            None if score is None else float(score),
            tuple(checks),
            tuple(lost),
            None if sure is None else float(sure),
            tuple(Repair(*repair) for repair in repairs),
            step,
        )
    except (ValueError, TypeError):
        return None


def key(model: EngineId, unit: Unit) -> bytes:
    """Give the key of `unit` as translated by `model`: it holds all that the English depends on."""
    terms = [(t.surface, t.target, t.name_id, t.forms, t.forbidden) for t in unit.terms]
    made = provenance.code(*provenance.SENTENCE)
    whole = [made, model.source, model.target, model.signature, unit.text, terms, unit.names]
    whole += [sorted(unit.about)] if unit.about else []
    return hashlib.blake2b(json.dumps(whole).encode(), digest_size=16).digest()
