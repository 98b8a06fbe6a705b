"""What became of each line of a text: kept, changed or removed, by which rules and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from translate.document import Document, Edit


@dataclass(frozen=True, slots=True)
class LineFate:
    """The fate of `line` (from 1): `kept`, `changed` or `removed`, with rules and reasons.

    `text` is the line as it stood, `why` a pair (rule, reason) for each edit that touched it.
    """

    line: int
    fate: str
    text: str
    why: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """Give the fate as values that JSON can hold."""
        changes = [{"rule": rule, "reason": reason} for rule, reason in self.why]
        return {"line": self.line, "fate": self.fate, "text": self.text, "changes": changes}


def explain(doc: Document) -> Iterator[LineFate]:
    """Give the fate of every line of the original of `doc` that is not blank.

    >>> doc = Document("a", "Menu\\nTexte").edited("x", [Edit(0, "Menu\\n", "", "nav", "a word")])
    >>> [(one.line, one.fate) for one in explain(doc)]
    [(1, 'removed'), (2, 'kept')]
    """
    edits = doc.edits
    start = first = 0
    for number, text in enumerate(doc.original.split("\n"), 1):
        end = start + len(text)
        while first < len(edits) and edits[first].end <= start:
            first += 1
        last = first
        while last < len(edits) and edits[last].start < end:
            last += 1
        touching = edits[first:last]
        if text.strip():
            left = _left(text, start, touching)
            fate = "kept" if not touching else "changed" if left.strip() else "removed"
            why = dict.fromkeys((e.rule, e.reason) for e in touching)
            yield LineFate(number, fate, text.rstrip("\r"), tuple(why))
        start = end + 1


def _left(text: str, start: int, edits: list[Edit]) -> str:
    """Give what `edits` leave of the line `text`, which begins at `start`."""
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += text[at - start : max(at, edit.start) - start], edit.new
        at = max(at, edit.end)
    return "".join(parts) + text[at - start :]
