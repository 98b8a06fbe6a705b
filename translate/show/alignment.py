"""The paragraphs of two texts side by side, each with its edits and the rules that made them.

One model for the diff, the report and the review: a text and the edits that lead to the other text
are cut into passages, a line of prose or several that an edit joins or parts. What stands in a
passage is a row of pieces, the same in both texts or changed by edits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from translate.document import Edit, rules_of

REPAIR = "repair"  # the kind of edits that mend what was broken on its way here

LINE_END = re.compile(r"\r?\n")

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
    pieces = list(_pieces(original, _whole_lines(original, edits)))
    ends = [
        max((n for n, piece in enumerate(pieces) if text(piece)), default=-1)
        for text in (attrgetter("old"), attrgetter("new"))
    ]  # where nothing more comes of a text
    old = new = ""  # what was last of either text in the row
    for number, piece in enumerate(pieces):
        row.append(piece)
        old, new = piece.old or old, piece.new or new
        if piece.old.endswith("\n") or piece.new.endswith("\n"):
            sides = zip((old, new), ends, strict=True)
            if all(text.endswith("\n") or not text or number >= end for text, end in sides):
                passage = Passage(line, new_line, tuple(row))
                yield passage
                line += passage.old.count("\n")
                new_line += passage.new.count("\n")
                row, old, new = [], "", ""
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
    run: list[Edit] = []  # removals that touch, or one edit of another kind
    for edit in edits:
        touching = run and edit.start == run[-1].end
        if run and not (touching and run[0].old and not run[0].new and not edit.new):
            yield from run if touching else _slid(original, run)
            run = []
        run.append(edit)
    yield from _slid(original, run) if run else ()


def _slid(original: str, run: Sequence[Edit]) -> Sequence[Edit]:
    """Give `run`, which begins with a line end, moved on over the same after it, if it is there."""
    first, last = run[0], run[-1]
    found = LINE_END.match(first.old or first.new)
    end = found.group() if found else ""
    if not end or not original.startswith(end, last.end) or (first.old and first.new):
        return run
    start = first.start + len(end)
    if not first.old:
        return [replace(first, start=start, new=first.new[len(end) :] + end)]
    if len(run) == 1:
        return [replace(first, start=start, old=first.old[len(end) :] + end)]
    if first.old == end:
        return run
    head = replace(first, start=start, old=first.old[len(end) :])
    return [head, *run[1:-1], replace(last, old=last.old + end)]


def kind_of(rule: str, kinds: Mapping[str, str]) -> str:
    """Give the kind of `rule`, by `kinds` or the first part of its id.

    Of several rules that made one edit together, the last counts that is no repair.

    >>> kind_of("repair.mojibake + fr.share.call", {"fr.share.call": "share"})
    'share'
    """
    found = [kinds.get(part, part.partition(".")[0]) for part in rules_of(rule)]
    return next((kind for kind in reversed(found) if kind != REPAIR), found[-1])


def counted(edits: Iterable[Edit], kinds: Mapping[str, str]) -> Counter[str]:
    """Give how many changes of each kind `edits` of a raw text are, those of a document or a diff.

    A change is one place where the result differs, however many rules and stages came to it: a
    repair in a line that is removed is no change of its own, and a paragraph in place of another
    is one.

    >>> edits = [Edit(0, "Menu\\n", "", "repair.space + fr.menu"), Edit(9, " ", "", "repair.space")]
    >>> counted(edits, {"fr.menu": "navigation"})
    Counter({'navigation': 1, 'repair': 1})
    >>> counted([Edit(0, "Un\\n", "", "by-hand"), Edit(3, "", "Une\\n", "by-hand")], {})
    Counter({'by-hand': 1})
    """
    found: Counter[str] = Counter()
    gone: tuple[int, str] | None = None  # where what was removed ends, and by which rule
    for edit in edits:
        if edit.old or (edit.start, edit.rule) != gone:
            found[kind_of(edit.rule, kinds)] += 1
        gone = (edit.end, edit.rule) if not edit.new else None
    return found
