"""The paragraphs of two texts side by side, each with its edits and the rules that made them.

One model for the diff, the report and the review: a text and the edits that lead to the other text
are cut into passages, a line of prose or several that an edit joins or parts. What stands in a
passage is a row of pieces, the same in both texts or changed by edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from translate.document import Edit

REPAIR = "repair"  # the kind of edits that mend what was broken on its way here

Fate = Literal["same", "removed", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: `old` in the one text, `new` in the other, and the edits between.

    Without `edits`, both are the same. One edit that runs over several lines stands in a piece of
    each of them.
    """

    old: str
    new: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the old text beside what became of it in the new one.

    `line` and `new_line` count from 1: where it begins in either text, or would begin where one of
    them has none of it. `moved` is where what was removed here stands in the new text, or what was
    added here stood in the old one; 0 where it was not moved.
    """

    line: int
    new_line: int
    pieces: tuple[Piece, ...]
    moved: int = 0

    @property
    def old(self) -> str:
        """The passage in the old text, with its line ends."""
        return "".join(piece.old for piece in self.pieces)

    @property
    def new(self) -> str:
        """The passage in the new text, with its line ends."""
        return "".join(piece.new for piece in self.pieces)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits of the passage, in order."""
        return tuple(dict.fromkeys(edit for piece in self.pieces for edit in piece.edits))

    @property
    def fate(self) -> Fate:
        """What became of it: `removed` and `added` where one text has nothing of it but spaces."""
        if not any(piece.edits for piece in self.pieces):
            return "same"
        if not self.new.strip():
            return "removed"
        return "changed" if self.old.strip() else "added"


def aligned(original: str, edits: Iterable[Edit]) -> Iterator[Passage]:
    """Give the passages of `original` and of the text that `edits`, in order, make of it.

    Joined, what they hold of either text is that text. Time grows with the length.

    >>> for p in aligned("Titre\\nMenu\\nTexte\\n", [Edit(6, "Menu\\n", "", "fr.menu", "a word")]):
    ...     print(p.line, p.new_line, p.fate, [edit.rule for edit in p.edits])
    1 1 same []
    2 2 removed ['fr.menu']
    3 2 same []
    """
    line = new_line = 1
    row: list[Piece] = []
    for piece in _pieces(original, _whole_lines(original, edits)):
        row.append(piece)
        if piece.old.endswith("\n") or piece.new.endswith("\n"):
            passage = Passage(line, new_line, tuple(row))
            if all(text.endswith("\n") or not text for text in (passage.old, passage.new)):
                yield passage
                line += passage.old.count("\n")
                new_line += passage.new.count("\n")
                row = []
    if row:
        yield Passage(line, new_line, tuple(row))


def _pieces(original: str, edits: Iterable[Edit]) -> Iterator[Piece]:
    """Give `original` as pieces; what is the same, removed or added ends with its line."""
    at = 0
    for edit in edits:
        yield from (Piece(part, part) for part in lines(original[at : edit.start]))
        if edit.old and edit.new:
            yield Piece(edit.old, edit.new, (edit,))
        else:
            yield from (Piece(part, "", (edit,)) for part in lines(edit.old))
            yield from (Piece("", part, (edit,)) for part in lines(edit.new))
        at = edit.end
    yield from (Piece(part, part) for part in lines(original[at:]))


def lines(text: str) -> list[str]:
    """Give the lines of `text` with their ends; only a line feed ends one.

    >>> lines("a\\r\\n\\nb")
    ['a\\r\\n', '\\n', 'b']
    """
    parts = text.split("\n")
    return [*(part + "\n" for part in parts[:-1]), *filter(None, parts[-1:])]


def _whole_lines(original: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Give `edits`, those that take a line end and a line moved on to take the line and its end.

    Of two line ends, it is all the same which one goes.
    """
    following = list(edits)
    for number, edit in enumerate(following):
        text = edit.old or edit.new
        last = number + 1 == len(following)
        free = last or following[number + 1].start > edit.end
        plain = not (edit.old and edit.new)
        if plain and free and text.startswith("\n") and original.startswith("\n", edit.end):
            slid = text[1:] + "\n"
            old, new = (slid, "") if edit.old else ("", slid)
            yield replace(edit, start=edit.start + 1, old=old, new=new)
        else:
            yield edit


def kind_of(rule: str, kinds: Mapping[str, str]) -> str:
    """Give the kind of `rule`, by `kinds` or the first part of its id.

    Of several rules that made one edit together, the last counts that is no repair.

    >>> kind_of("repair.mojibake + fr.share.call", {"fr.share.call": "share"})
    'share'
    """
    found = [kinds.get(part, part.partition(".")[0]) for part in rule.split(" + ")]
    return next((kind for kind in reversed(found) if kind != REPAIR), found[-1])
