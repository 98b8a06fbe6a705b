"""Whose a change is, when a person went on where rules had left off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from translate.document import Edit, apply, compose, in_order, invert
from translate.show.diff.comparing import BY_HAND, HAND, compare

ANCHOR = 8  # letters of edits side by side that are enough to know a place again
RUN = 16  # edits that are looked at for that
SOUGHT = 1000  # places that are looked at for them


def found_again(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Give those of `edits` that still fit `text`, which was changed since, with their places now.

    Those that have letters enough together are known by these and by how far apart they stand; what
    lies between is as far from them as it was. Of lines that were removed together each may go.

    >>> found_again("Neuf. Partager ceci. Fin.", [Edit(0, "Partager ceci. ", "", "fr.share")])
    [Edit(start=6, old='Partager ceci. ', new='', rule='fr.share', reason='')]
    """
    whole = in_order(edits)
    parts = [(n, part) for n, edit in enumerate(whole) for part in _lines(edit)]
    places = _known([part for _, part in parts], text)
    ahead: list[tuple[int, int | None]] = [(len(text), None)]  # the next of them: where, how far
    for (_, part), place in zip(reversed(parts), reversed(places), strict=True):
        ahead.append(ahead[-1] if place is None else (place, place - part.start))
    found, of, at, before = list[Edit](), -1, 0, 0
    for (n, part), known in zip(parts, places, strict=True):
        stop, after = ahead.pop()
        shifts = [before, before if after is None else after]
        if not part.old and before != after:  # nothing else tells where something was added
            shifts = []
        fits = (s for shift in shifts if at <= (s := part.start + shift) <= stop - len(part.old))
        place = known
        if place is None:
            place = next((s for s in fits if text.startswith(part.old, s)), None)
        if place is None:
            continue
        if of == n and place == at:  # the next line of a removal
            found[-1] = replace(found[-1], old=found[-1].old + part.old)
        else:
            found.append(replace(part, start=place))
        of, at, before = n, place + len(part.old), place - part.start
    return found


def _lines(edit: Edit) -> Iterator[Edit]:
    """Give a removal of several lines as one of each; any other edit as it is."""
    at = edit.start
    for old in [edit.old] if edit.new or not edit.old else edit.old.splitlines(keepends=True):
        yield replace(edit, start=at, old=old)
        at += len(old)


def _known(edits: Sequence[Edit], text: str) -> list[int | None]:
    """Give where each of `edits` stands in `text`, of those that are known by their neighbours."""
    places: list[int | None] = [None] * len(edits)
    at = shift = 0
    for n, edit in enumerate(edits):
        run = _run(edits, n)
        if places[n] is not None or not edit.old or not run:
            continue

        def fits(place: int, run: Sequence[Edit] = run, first: int = edit.start) -> bool:
            return all(text.startswith(one.old, one.start + place - first) for one in run)

        there = [s for s in (edit.start + shift,) if s >= at and fits(s)]
        there = there or list(islice(filter(fits, _each(edit.old, text, at)), 2))
        if len(there) == 1:
            shift = there[0] - edit.start
            at = run[-1].end + shift
            places[n : n + len(run)] = [one.start + shift for one in run]
    return places


def _run(edits: Sequence[Edit], first: int) -> Sequence[Edit]:
    """Give the edits from the `first` that have letters enough together, none where all lack."""
    letters = 0
    for end, edit in enumerate(edits[first : first + RUN], first + 1):
        letters += len(edit.old.strip())
        if letters >= ANCHOR:
            return edits[first:end]
    return ()


def _each(part: str, text: str, at: int) -> Iterator[int]:
    """Give the first places of `part` in `text` from `at` on."""
    for _ in range(SOUGHT):
        at = text.find(part, at)
        if at < 0:
            return
        yield at
        at += 1


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
