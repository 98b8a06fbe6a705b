"""The changes of a text as values for JSON, each with its place, the words around it, its rule.

`schema.json` beside this file says what a line of `corpus diff --format json` holds.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

from translate.document import Edit, line_starts
from translate.show.diff.reading import Choice, passages

AROUND = 32  # letters of context on each side: enough to recognise the place, short enough to scan


@dataclass(frozen=True, slots=True)
class Change:
    """One edit as a reader needs it: `line` and `column` count from 1 in the original text.

    `kind` is that of its rule, `moved` the line of the other text where all of it stands, or 0.
    """

    line: int
    column: int
    old: str
    new: str
    kind: str
    rule: str
    reason: str
    before: str
    after: str
    moved: int = 0

    @property
    def action(self) -> str:
        """`removed`, `added` or `replaced`."""
        return "replaced" if self.old and self.new else "removed" if self.old else "added"

    def to_json(self) -> dict[str, Any]:
        """Give the change as values that JSON can hold."""
        return {"action": self.action, **asdict(self)}


def changes(original: str, edits: Iterable[Edit], choice: Choice) -> Iterator[Change]:
    """Give those of `edits` of `original` that `choice` wants as changes, in order.

    >>> edits = [Edit(2, "b\\n", "", "fr.nav.menu", "one word")]
    >>> [(c.line, c.action) for c in changes("a\\nb\\n", edits, Choice())]
    [(2, 'removed')]
    """
    edits = list(edits)
    moved = {edit: passage.moved for passage in passages(original, edits) if passage.moved
             for edit in passage.edits}  # fmt: skip
    starts = line_starts(original)
    for edit in edits:
        if not choice.wants(edit.rule):
            continue
        row = bisect_right(starts, edit.start) - 1
        before = original[max(starts[row], edit.start - AROUND) : edit.start]
        after = original[edit.end : edit.end + AROUND].partition("\n")[0]
        yield Change(
            line=row + 1,
            column=edit.start - starts[row] + 1,
            old=edit.old,
            new=edit.new,
            kind=choice.kind(edit.rule),
            rule=edit.rule,
            reason=edit.reason,
            before=before,
            after="" if edit.old.endswith("\n") else after,
            moved=moved.get(edit, 0),
        )


def to_json(name: str, status: str, message: str, found: Iterable[Change]) -> dict[str, Any]:
    """Give what became of the text `name` as `schema` says, but for its head."""
    head = {"document": name, "status": status, "message": message}
    return {**head, "changes": [change.to_json() for change in found]}


def schema() -> dict[str, Any]:
    """Give the JSON Schema of a line of `corpus diff --format json`."""
    text = files(__package__).joinpath("schema.json").read_text(encoding="utf-8")
    value: dict[str, Any] = json.loads(text)
    return value
