"""Passages as they are read: no crumbs of words, what moved told, what nobody asked for folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from translate.document import Edit, rules_of
from translate.show.alignment import REPAIR, Passage, Piece, aligned, kind_of
from translate.show.diff.comparing import BY_HAND, UNRECORDED, crumb
from translate.show.diff.pairing import moved

HEAD, TAIL = re.compile(r"^\S+"), re.compile(r"\S+$")  # of what stands between spaces


@dataclass(frozen=True)
class Choice:
    """Which changes are wanted: of these `kinds` and `rules` (none: all), but not those `hidden`.

    `known` gives the kind of a rule. Rules are named by patterns: `fr.share.*`.

    >>> choice = Choice({"fr.menu.head": "navigation"}, hidden=("repair",))
    >>> choice.wants("fr.menu.head"), choice.wants("repair.space")
    (True, False)
    """

    known: Mapping[str, str] = field(default_factory=dict)
    kinds: Sequence[str] = ()
    rules: Sequence[str] = ()
    hidden: Sequence[str] = ()
    _kinds: dict[str, str] = field(default_factory=dict, init=False, repr=False)
    _wanted: dict[str, bool] = field(default_factory=dict, init=False, repr=False)

    @property
    def everything(self) -> bool:
        """Whether all changes are wanted."""
        return not (self.kinds or self.rules or self.hidden)

    def kind(self, rule: str) -> str:
        """Give the kind of a rule."""
        if rule not in self._kinds:
            self._kinds[rule] = kind_of(rule, self.known)
        return self._kinds[rule]

    def wants(self, rule: str) -> bool:
        """Tell whether changes by `rule` are wanted."""
        if rule not in self._wanted:
            self._wanted[rule] = self._asked(rule)
        return self._wanted[rule]

    def _asked(self, rule: str) -> bool:
        parts = rules_of(rule)
        kinds = set(map(self.kind, parts))

        def named(patterns: Sequence[str]) -> bool:
            return any(fnmatchcase(part, pattern) for part in parts for pattern in patterns)

        asked = (not self.kinds or kinds & {*self.kinds}) and (not self.rules or named(self.rules))
        return bool(asked) and self.kind(rule) not in self.hidden and not named(self.hidden)


def passages(original: str, edits: Iterable[Edit]) -> list[Passage]:
    """Give the passages of `original` and of what `edits` make of it; moved ones say so.

    >>> edits = [Edit(0, "Le chat dort.\\n", "", "by-hand")]
    >>> edits.append(Edit(18, "", "Le chat dort.\\n", "by-hand"))
    >>> [(p.line, p.new_line, p.moved) for p in passages("Le chat dort.\\nFin\\n", edits)]
    [(1, 1, 2), (2, 1, 0), (3, 2, 1)]
    """
    found = list(aligned(original, edits))
    gone = [n for n, p in enumerate(found) if p.fate == "removed" and _unruled(p)]
    come = [n for n, p in enumerate(found) if p.fate == "added" and _unruled(p)]
    for i, k in moved([found[n].old for n in gone], [found[n].new for n in come]):
        one, other = found[gone[i]], found[come[k]]
        found[gone[i]] = replace(one, moved=other.new_line)
        found[come[k]] = replace(other, moved=one.line)
    return found


def _unruled(passage: Passage) -> bool:
    """Whether no rule made its edits: what a rule removed, nobody moved."""
    return all(edit.rule in (BY_HAND, UNRECORDED) for edit in passage.edits)


def readable(pieces: Iterable[Piece], choice: Choice) -> list[Piece]:
    """Give `pieces` of a passage for a reader: what is not wanted folded, no crumbs between.

    Repairs of letters are shown as repairs of their words, and changes of one kind with a word or
    less between them as one change.

    >>> edits = [Edit(1, "Ã©", "é", "repair.mojibake"), Edit(4, "Ã©", "é", "repair.mojibake")]
    >>> [p] = aligned("lÃ©tÃ© vient", edits)
    >>> [(piece.old, piece.new) for piece in readable(p.pieces, Choice())]
    [('lÃ©tÃ©', 'lété'), (' vient', ' vient')]
    """
    folded = (_folded(piece, choice) for piece in pieces)
    return list(_joined(_widened(list(folded), choice), choice))


def _folded(piece: Piece, choice: Choice) -> Piece:
    """Give `piece` as if it had always been so where its change is not wanted."""
    if all(choice.wants(edit.rule) for edit in piece.edits):
        return piece
    return Piece(piece.new, piece.new)


def _widened(pieces: list[Piece], choice: Choice) -> list[Piece]:
    """Give `pieces` with the repairs grown to the words they are in."""
    for n, piece in enumerate(pieces):
        if not piece.edits or choice.kind(piece.edits[0].rule) != REPAIR:
            continue
        before = after = ""
        if n and not pieces[n - 1].edits and _inside(piece, 0):
            before = _match(TAIL, pieces[n - 1].old)
            kept = pieces[n - 1].old.removesuffix(before)
            pieces[n - 1] = Piece(kept, kept)
        if n + 1 < len(pieces) and not pieces[n + 1].edits and _inside(piece, -1):
            after = _match(HEAD, pieces[n + 1].old)
            kept = pieces[n + 1].old.removeprefix(after)
            pieces[n + 1] = Piece(kept, kept)
        pieces[n] = Piece(before + piece.old + after, before + piece.new + after, piece.edits)
    return pieces


def _inside(piece: Piece, end: int) -> bool:
    """Whether a repair begins (`end` 0) or ends (-1) beside no space, or is all spaces."""
    if not piece.old.strip() and not piece.new.strip():
        return "\n" not in piece.old + piece.new
    return not any(text[end].isspace() for text in (piece.old, piece.new) if text)


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def _joined(pieces: Iterable[Piece], choice: Choice) -> Iterator[Piece]:
    """Give `pieces` with those joined that are both the same, or changed and parted by a crumb."""
    run: list[Piece] = []  # a change, and the crumbs after it
    for piece in pieces:
        if not piece.old and not piece.new:
            continue
        if not run:
            run = [piece]
        elif piece.edits and _one_change(run, piece, choice):
            run = [_together([*run, piece])]
        elif not piece.edits and len(run) == 1 and run[0].edits:
            run.append(piece)
        elif not piece.edits and not run[-1].edits:
            run[-1] = _together([run[-1], piece])
        else:
            yield from run
            run = [piece]
    yield from run


def _one_change(run: Sequence[Piece], piece: Piece, choice: Choice) -> bool:
    """Whether `piece` goes on with the change that begins `run`."""
    if not run[0].edits:
        return False
    one, other = (choice.kind(part.edits[0].rule) for part in (run[0], piece))
    return one == other and (len(run) == 1 or crumb(run[1].old))


def _together(pieces: Sequence[Piece]) -> Piece:
    edits = dict.fromkeys(edit for piece in pieces for edit in piece.edits)
    return Piece("".join(p.old for p in pieces), "".join(p.new for p in pieces), tuple(edits))
