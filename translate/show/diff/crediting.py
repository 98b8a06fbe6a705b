"""Whose a change is, when a person went on where rules had left off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translate.document import Edit, apply, compose, in_order, invert
from translate.show.diff.comparing import BY_HAND, HAND, compare


def with_hand(original: str, edits: Sequence[Edit], now: str) -> list[Edit]:
    """Give edits from `original` to `now`, of which rules made `edits` and a person the rest.

    What rules did stays theirs, word for word; what a person put back of it is no change.

    >>> rules = [Edit(0, "Menu\\n", "", "fr.menu"), Edit(11, "  ", " ", "repair.space")]
    >>> found = with_hand("Menu\\nUn mot  court.", rules, "Un mot long.")
    >>> [(edit.old, edit.new, edit.rule) for edit in found]
    [('Menu\\n', '', 'fr.menu'), ('  ', ' ', 'repair.space'), ('court', 'long', 'by-hand')]
    """
    cleaned = apply(original, edits)
    hand = _parted(compare(cleaned, now, HAND), edits)
    return list(_put_back(compose(original, edits, hand)))


def _parted(hand: Iterable[Edit], edits: Iterable[Edit]) -> list[Edit]:
    """Give `hand` parted where `edits` removed something, so that no removal is inside of one."""
    places = iter([undo.start for undo in invert(edits) if not undo.old])
    place = next(places, None)
    parts: list[Edit] = []
    for edit in hand:
        at, new = edit.start, edit.new
        while place is not None and place < edit.end:
            if place > at:
                old = edit.old[at - edit.start : place - edit.start]
                parts.append(Edit(at, old, new, edit.rule, edit.reason))
                at, new = place, ""
            place = next(places, None)
        parts.append(Edit(at, edit.old[at - edit.start :], new, edit.rule, edit.reason))
    return parts


def _put_back(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Give `edits` without those parts of what rules removed that a person put back."""
    run: list[Edit] = []  # neighbours that rules removed
    for edit in in_order(edits):
        if run and edit.start != run[-1].end:
            yield from run
            run = []
        if edit.rule != BY_HAND and not edit.new:
            run.append(edit)
        elif run and edit.rule == BY_HAND and not edit.old:
            yield from _left(run, edit)
            run = []
        else:
            yield from (*run, edit)
            run = []
    yield from run


def _left(removed: Sequence[Edit], added: Edit) -> Iterator[Edit]:
    """Give what is left of neighbours that were `removed` and of what was `added` after them."""
    start = removed[0].start
    for change in compare("".join(edit.old for edit in removed), added.new, HAND):
        begin, end = start + change.start, start + change.end
        for edit in removed:
            low, high = max(begin, edit.start), min(end, edit.end)
            if low < high:
                old = edit.old[low - edit.start : high - edit.start]
                yield Edit(low, old, "", edit.rule, edit.reason)
        if change.new:
            yield Edit(end, "", change.new, *HAND)
