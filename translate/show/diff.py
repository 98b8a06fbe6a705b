"""What became of a text: each change, its place, the words around it, and the rule that made it.

The changes are the edits themselves. A cleaned text without a record of its edits, or changed by
hand since, is compared word by word instead, and its changes carry no rule.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, groupby
from typing import Any

from translate.differences import differences
from translate.document import Edit

AROUND = 32  # letters of context on each side: enough to recognise the place, short enough to scan
BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Change:
    """One edit as a reader needs it: `line` and `column` count from 1 in the original text."""

    line: int
    column: int
    old: str
    new: str
    rule: str
    reason: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        """`removed`, `added` or `replaced`."""
        return "replaced" if self.old and self.new else "removed" if self.old else "added"

    def to_json(self) -> dict[str, Any]:
        """Give the change as values that JSON can hold."""
        return {"kind": self.kind, **asdict(self)}


def changes(original: str, edits: Iterable[Edit]) -> Iterator[Change]:
    """Give `edits` of `original` as changes, in order.

    >>> [c.line for c in changes("a\\nb\\n", [Edit(2, "b\\n", "", "fr.nav.menu", "one word")])]
    [2]
    """
    starts = [0, *(m.end() for m in re.finditer("\n", original))]
    for edit in edits:
        row = bisect_right(starts, edit.start) - 1
        before = original[max(starts[row], edit.start - AROUND) : edit.start]
        after = original[edit.end : edit.end + AROUND].partition("\n")[0]
        if edit.old.endswith("\n"):
            after = ""
        column = edit.start - starts[row] + 1
        yield Change(row + 1, column, edit.old, edit.new, edit.rule, edit.reason, before, after)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A line, or lines, of the original with the changes in it.

    `parts` is the text in order as pairs (kind, text): `same`, `removed` or `added`; what stands
    far from any change is left out, with an ellipsis in its place.
    """

    line: int
    parts: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]


def hunks(original: str, edits: Iterable[Edit]) -> Iterator[Hunk]:
    """Give the changes of `original` line by line, as a reader takes them in.

    >>> [hunk] = hunks("un petit chat noir", [Edit(3, "petit", "gros"), Edit(14, "noir", "")])
    >>> hunk.parts[1:4]
    (('removed', 'petit'), ('added', 'gros'), ('same', ' chat '))
    """
    edits = list(edits)
    pairs = zip(edits, changes(original, edits), strict=True)
    for line, found in groupby(pairs, key=lambda pair: pair[1].line):
        group = list(found)
        parts = tuple(part for part in _parts(original, group) if part[1])
        yield Hunk(line, parts, tuple(change for _, change in group))


def _parts(original: str, group: Sequence[tuple[Edit, Change]]) -> Iterator[tuple[str, str]]:
    at = group[0][0].start
    yield "same", group[0][1].before
    for edit, _ in group:
        between = original[at : edit.start]
        if len(between) > 2 * AROUND + 1:
            between = f"{between[:AROUND]}…{between[-AROUND:]}"
        yield from (("same", between), ("removed", edit.old), ("added", edit.new))
        at = edit.end
    yield "same", group[-1][1].after


def compare(original: str, other: str) -> list[Edit]:
    """Give edits that turn `original` into `other`, found by comparing lines, then words.

    Changes parted by one short word are joined, so that prose reads well.

    >>> compare("un texte court", "un texte long")
    [Edit(start=9, old='court', new='long', rule='by-hand', reason='no record says why')]
    """
    edits: list[Edit] = []
    left, right = (text.splitlines(keepends=True) for text in (original, other))
    starts = _starts(left)
    for i, j, k, m in differences(left, right):
        edits += _words("".join(left[i:j]), "".join(right[k:m]), starts[i])
    return edits


def _words(old: str, new: str, base: int) -> Iterator[Edit]:
    """Give edits that turn `old`, which stands at `base`, into `new`."""
    left, right = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (old, new))
    spans: list[list[int]] = []  # start and end in left, start and end in right
    for i, j, k, m in differences(left, right):
        if spans and len("".join(left[spans[-1][1] : i]).strip()) <= 2:
            spans[-1][1], spans[-1][3] = j, m
        else:
            spans.append([i, j, k, m])
    starts = _starts(left)
    for i, j, k, m in spans:
        was, now = "".join(left[i:j]), "".join(right[k:m])
        yield Edit(base + starts[i], was, now, BY_HAND, "no record says why")


def _starts(parts: Iterable[str]) -> list[int]:
    """Give where each of `parts` begins when they stand one after the other, and the end of all."""
    return list(accumulate(map(len, parts), initial=0))
