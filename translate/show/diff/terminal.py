"""A diff as lines to read: paragraphs with their changes, and under them the rules and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from translate.document import Edit
from translate.show.alignment import LINE_END, REPAIR, Passage, Piece, aligned
from translate.show.diff.comparing import UNRECORDED, compare
from translate.show.diff.reading import Choice, passages, readable
from translate.show.page import MARGIN, Page, Span
from translate.show.signs import visible
from translate.show.terminal import plural, tallied

AROUND = 48  # letters of what is the same on each side of a change: enough to know the place
SET_IN = " " * MARGIN


def printed(
    name: str, original: str, edits: Iterable[Edit], choice: Choice, page: Page
) -> Iterator[str]:
    """Give the diff of one text as lines to print; nothing where no change is wanted.

    Paragraphs that are the same are tallied, and no more.

    >>> edits = [Edit(6, "Menu\\n", "", "fr.menu.head", "a word before the text")]
    >>> print("".join(printed("a.txt", "Titre\\nMenu\\n", edits, Choice(), Page())), end="")
    a.txt
            … 1 paragraph unchanged
        2 - Menu
            fr.menu.head: a word before the text
    <BLANKLINE>
    """
    found = passages(original, edits)
    rows = [row for passage in found for row in _rows(passage, found, choice)]
    if not any(row.marked for row in rows):
        return
    yield page.head(visible(name))
    for (marked, why), group in groupby(rows, key=lambda row: (row.marked, row.why)):
        if not marked:
            said = f"… {plural(len(list(group)), 'paragraph')} unchanged"
            yield from page.line(SET_IN, [("dim", said)])
            continue
        several = list(group)
        filled = [row for row in several if not row.blank] or several[:1]
        for row in filled:
            yield from page.line(f"{row.line:>5} {row.mark} ", row.text)
        for said in why:
            yield from page.line(SET_IN, [("dim", visible(said))])
    hidden = Counter(
        choice.kind(e.rule) for p in found for e in p.edits if not choice.wants(e.rule)
    )
    if hidden:
        yield from page.line(SET_IN, [("dim", f"not shown: {tallied(hidden)}")])
    yield "\n"


@dataclass(frozen=True)
class Row:
    """A line of a diff before it is wrapped; `mark` is "" for a paragraph that is the same."""

    line: int
    mark: str = ""
    text: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether it shows a change."""
        return bool(self.mark)

    @property
    def blank(self) -> bool:
        """Whether it shows nothing but line ends."""
        return not "".join(text for _, text in self.text).strip("↵␍ ")


def _rows(passage: Passage, found: Sequence[Passage], choice: Choice) -> Iterator[Row]:
    """Give `passage`, one of those `found`, as rows; none where there is nothing to read."""
    pieces = readable(passage.pieces, choice)
    edits = [edit for piece in pieces for edit in piece.edits if not _mere_end(piece)]
    old, new = "".join(piece.old for piece in pieces), "".join(piece.new for piece in pieces)
    why = tuple(_why(edits, choice))
    whole = len([piece for piece in pieces if piece.edits or piece.old.strip()]) == 1
    if not edits:
        if new.strip():
            yield Row(passage.line)
    elif passage.moved and passage.fate == "removed":
        first = shorten(_line(old), 2 * AROUND, placeholder=" …")
        said = f"moved to line {passage.moved}: "
        yield Row(passage.line, ">", (("dim", said), ("moved", first)), why)
    elif passage.moved:
        said = f"moved from line {passage.moved}: "
        there = next(p.old for p in found if p.line == passage.moved and p.moved)
        again = (piece for p in aligned(there, compare(there, new)) for piece in p.pieces)
        yield Row(
            passage.new_line, "<", (("dim", said), *_marked(list(again), choice, "moved")), why
        )
    elif old and new and not (whole and old.strip() and choice.kind(edits[0].rule) != REPAIR):
        yield Row(passage.line, "~", tuple(_marked(pieces, choice)), why)
    else:
        if old:
            yield Row(passage.line, "-", (("removed", _line(old)),), () if new else why)
        if new:
            yield Row(passage.new_line, "+", (("added", _line(new)),), why)


def _mere_end(piece: Piece) -> bool:
    """Whether `piece` is a line end that goes or comes with the lines after it, the last ones."""
    if not LINE_END.fullmatch(piece.old + piece.new):
        return False
    return all(len(edit.old + edit.new) > len(piece.old + piece.new) for edit in piece.edits)


def _why(edits: Iterable[Edit], choice: Choice) -> Iterator[str]:
    """Give the rules that made `edits`, their kinds and reasons, a line each; repairs last."""
    counts = Counter((e.rule, e.reason) for e in dict.fromkeys(edits) if e.rule != UNRECORDED)
    for (rule, reason), count in sorted(
        counts.items(), key=lambda one: choice.kind(one[0][0]) == REPAIR
    ):
        kind = choice.kind(rule)
        named = rule if rule.startswith(kind) else f"{kind}, {rule}"
        yield f"{named}: {reason}{f' ({count} times)' if count > 1 else ''}"


def _marked(pieces: Sequence[Piece], choice: Choice, style: str = "") -> Iterator[Span]:
    """Give `pieces` as text with its changes in marks; what is far from any is left out."""
    for n, piece in enumerate(pieces):
        if not piece.edits:
            kept = "" if LINE_END.fullmatch(piece.old) else _line(piece.old)
            yield style, _near(kept, n == 0, n == len(pieces) - 1)
            continue
        repair = "repair" if choice.kind(piece.edits[0].rule) == REPAIR else ""
        if piece.old:
            yield repair or "removed", f"[-{visible(piece.old)}-]"
        if piece.new:
            yield repair or "added", f"{{+{visible(piece.new)}+}}"


def _near(text: str, first: bool, last: bool) -> str:
    """Give of `text` what is near a change: none stands before it if `first`, after it if `last`.

    >>> _near("un deux " * 20, first=True, last=False)[:12]
    '… deux un de'
    """
    if len(text) <= 2 * AROUND:
        return text
    before = "" if first else text[:AROUND].rpartition(" ")[0] + " "
    after = "" if last else " " + text[-AROUND:].partition(" ")[2]
    return f"{before}…{after}"


def _line(text: str) -> str:
    """Give `text` without the line end that every line has; of a blank one, that."""
    return visible(text.removesuffix("\n").removesuffix("\r") or text)
