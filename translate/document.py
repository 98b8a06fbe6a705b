"""Documents and edits: no text is changed in place, every change is an edit that can be undone.

A stage looks at a text and returns edits. `apply` makes the new text, `invert` the edits that
lead back, `compose` joins two stages into one. The diff, the undo and the report read the same
edits.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from translate.errors import CorpusError
from translate.facts import Facts

JOINT = " + "  # between the rules of an edit that several made


class EditError(CorpusError):
    """Edits that do not fit the text they are applied to."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `old`, which stands at `start`, by `new`.

    `start` counts code points in the text before the edit; `rule` is the id of the rule that made
    the edit (`fr.share.bar`), `reason` says in words why. An insertion has an empty `old`, a
    removal an empty `new`.

    >>> Edit(4, "Ã©", "é", "repair.ftfy", "UTF-8 read as Latin-1").end
    6
    """

    start: int
    old: str
    new: str
    rule: str = ""
    reason: str = ""

    @property
    def end(self) -> int:
        """The offset just after `old`."""
        return self.start + len(self.old)

    def to_json(self) -> list[Any]:
        """Give the edit as `[start, old, new, rule, reason]`."""
        return [self.start, self.old, self.new, self.rule, self.reason]

    @classmethod
    def from_json(cls, value: Sequence[Any]) -> Edit:
        """Read what `to_json` gave; raises EditError when it is something else."""
        kinds = (int, str, str, str, str)
        if len(value) != len(kinds) or not all(map(isinstance, value, kinds)):
            raise EditError(f"not an edit: {value!r:.80}")
        return cls(*value)


def rules_of(rule: str) -> list[str]:
    """Give the ids of the rules that made an edit together, of the `rule` of that edit.

    >>> rules_of("repair.space + fr.share.bar")
    ['repair.space', 'fr.share.bar']
    """
    return rule.split(JOINT)


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Give `edits` by place; insertions at one place keep the order they came in.

    >>> [e.new for e in in_order([Edit(3, "", "b"), Edit(3, "", "a"), Edit(1, "x", "")])]
    ['', 'b', 'a']
    """
    return sorted(edits, key=lambda e: (e.start, e.end))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Give `text` with `edits` made; they may come in any order but must not overlap.

    Raises EditError when an edit overlaps another or its `old` is not what stands there.

    >>> apply("Bonjour  monde", [Edit(7, "  ", " ", "repair.spaces", "two spaces")])
    'Bonjour monde'
    """
    parts: list[str] = []
    at = 0
    for edit in in_order(edits):
        if edit.start < at:
            raise EditError(f"edits overlap at {edit.start} ({edit.rule})")
        if not text.startswith(edit.old, edit.start) or edit.end > len(text):
            raise EditError(f"{edit.old!r:.40} does not stand at {edit.start} ({edit.rule})")
        parts += text[at : edit.start], edit.new
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def invert(edits: Iterable[Edit]) -> list[Edit]:
    """Give the edits that undo `edits`; they apply to the text that `edits` made.

    >>> edits = [Edit(0, "Menu\\n", "", "fr.nav", "menu line")]
    >>> apply(apply("Menu\\nTexte", edits), invert(edits))
    'Menu\\nTexte'
    """
    undo: list[Edit] = []
    shift = 0
    for edit in in_order(edits):
        undo.append(Edit(edit.start + shift, edit.new, edit.old, edit.rule, edit.reason))
        shift += len(edit.new) - len(edit.old)
    return undo


def resolve(edits: Iterable[Edit]) -> list[Edit]:
    """Give `edits` in order without overlaps: of two that overlap, the longer stays.

    >>> [e.rule for e in resolve([Edit(0, "ab", "", "short"), Edit(0, "abc", "", "long")])]
    ['long']
    """
    kept: list[Edit] = []
    near: list[Edit] = []  # what may overlap: each begins before the ones before it end
    high = -1
    for edit in in_order(edits):
        if near and edit.start >= high and edit.start != near[-1].start:
            kept += _longest(near)
            near.clear()
        near.append(edit)
        high = max(high, edit.end)
    return [*kept, *_longest(near)]


def _longest(edits: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (-len(e.old), e.start)):
        if all(edit.end <= k.start or k.end <= edit.start for k in kept) and not (
            not edit.old and any(k.start == edit.start for k in kept)
        ):
            kept.append(edit)
    return in_order(kept)


def compose(text: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Give edits of `text` that do what `first` and then `second` do.

    Edits of both that overlap become one, whose rule and reason name both.

    >>> one = [Edit(0, "Ã©", "é", "repair", "mojibake")]
    >>> two = [Edit(0, "é", "", "drop", "noise")]
    >>> compose("Ã©t", one, two)
    [Edit(start=0, old='Ã©', new='', rule='repair + drop', reason='mojibake; noise')]
    """
    middle = apply(text, first)
    spans = [
        (e.start, e.end, False, f) for e, f in zip(invert(first), in_order(first), strict=True)
    ]
    spans += [(e.start, e.end, True, e) for e in in_order(second)]
    result: list[Edit] = []
    shift = 0  # length before minus length after, of the first edits already passed
    for low, high, group in _overlapping(spans):
        before = [edit for later, edit in group if not later]
        after = [edit for later, edit in group if later]
        grown = sum(len(e.old) - len(e.new) for e in before)
        start, (later, edit) = low + shift, group[0]
        if len(group) > 1:
            new = apply(middle[low:high], [replace(e, start=e.start - low) for e in after])
            edit = _joined(start, text[start : high + shift + grown], new, [*before, *after])
        elif later:
            edit = Edit(start, edit.old, edit.new, edit.rule, edit.reason)
        if edit.old != edit.new:
            result.append(edit)
        shift += grown
    return result


Span = tuple[int, int, bool, Edit]  # start, end, whether of the second edits, the edit


def _overlapping(spans: list[Span]) -> Iterator[tuple[int, int, list[tuple[bool, Edit]]]]:
    """Give groups of `spans` that overlap, each with its start and end; most are of one span."""
    spans.sort(key=lambda span: span[:3])
    at = 0
    while at < len(spans):
        low, high, later, edit = spans[at]
        group = [(later, edit)]
        at += 1
        while at < len(spans) and spans[at][0] < high:
            high = max(high, spans[at][1])
            group.append((spans[at][2], spans[at][3]))
            at += 1
        yield low, high, group


def _joined(start: int, old: str, new: str, edits: Sequence[Edit]) -> Edit:
    """Give the edit that does what `edits` do together."""
    rule = JOINT.join(dict.fromkeys(e.rule for e in edits))
    reason = "; ".join(dict.fromkeys(e.reason for e in edits))
    return Edit(start, old, new, rule, reason)


@dataclass(frozen=True, slots=True)
class Note:
    """Something seen and left alone at `start:end` of the text of its stage, for the user to judge.

    >>> Note(3, 4, "repair.lexicon", "two words would fit").rule
    'repair.lexicon'
    """

    start: int
    end: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The edits of one stage, on the text that the stage before it left."""

    stage: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A stretch `start:end` of a text that no edit of the stage `against` may touch.

    A person wants it as it is.
    """

    start: int
    end: int
    against: str


def line_starts(text: str) -> list[int]:
    """Give where the lines of `text` begin.

    >>> line_starts("Un.\\nDeux.\\n")
    [0, 4, 10]
    """
    return [0, *(end.end() for end in re.finditer("\n", text))]


def touching(taken: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Give what tells of a span whether it has something of one of `taken`, or stands in one.

    >>> touches = touching([(5, 10)])
    >>> touches(0, 6), touches(7, 7), touches(10, 12)
    (True, True, False)
    """
    spans = sorted(taken)
    starts = [start for start, end in spans if start < end]
    reach = list(accumulate((end for start, end in spans if start < end), max, initial=-1))
    empty = [start for start, end in spans if start == end]

    def touches(start: int, end: int) -> bool:
        inside = bisect_left(empty, start) < bisect_right(empty, end)
        return inside or reach[bisect_left(starts, end)] > start

    return touches


def moved(held: Iterable[Held], edits: Sequence[Edit]) -> Iterator[Held]:
    """Give the stretches `held` in the text that `edits`, in order, make.

    >>> list(moved([Held(5, 10, "boilerplate")], [Edit(0, "Menu\\n", "")]))
    [Held(start=0, end=5, against='boilerplate')]
    """
    starts, ends = [edit.start for edit in edits], [edit.end for edit in edits]
    grown = list(accumulate((len(e.new) - len(e.old) for e in edits), initial=0))
    for one in held:
        before = bisect_right(ends, one.start)
        within = max(before, bisect_left(starts, one.end))
        start = one.start + grown[before]
        yield replace(one, start=start, end=max(start, one.end + grown[within]))


@dataclass(frozen=True, slots=True)
class Document:
    """A text, how it came to be what it is, and what is known about it.

    `name` is the file name as the user knows it, `text` the text after all `layers`, `meta` what
    was found out, `notes` what was seen and left alone, `held` what of the text must stay.

    >>> doc = Document("a.txt", "Menu\\nTexte").edited("boilerplate", [Edit(0, "Menu\\n", "")])
    >>> doc.text, doc.original
    ('Texte', 'Menu\\nTexte')
    """

    name: str
    text: str
    layers: tuple[Layer, ...] = ()
    meta: Facts = field(default_factory=Facts)
    notes: tuple[Note, ...] = ()
    held: tuple[Held, ...] = ()

    def edited(self, stage: str, edits: Iterable[Edit]) -> Document:
        """Give the document after `edits`, but those of what is held; without any, the same."""
        ordered = tuple(in_order(edits))
        if self.held:
            touches = touching((h.start, h.end) for h in self.held if h.against == stage)
            ordered = tuple(e for e in ordered if not touches(e.start, e.end))
        if not ordered:
            return self
        layers = (*self.layers, Layer(stage, ordered))
        held = tuple(moved(self.held, ordered))
        return replace(self, text=apply(self.text, ordered), layers=layers, held=held)

    def described(self, **facts: Any) -> Document:
        """Give the document with `facts` (fields of `Facts`) added to what is known about it."""
        return replace(self, meta=replace(self.meta, **facts))

    @property
    def original(self) -> str:
        """The text before all layers."""
        return self.texts[-1]

    @property
    def texts(self) -> list[str]:
        """The text as each layer left it, from the last to the original.

        >>> Document("a", "b").edited("repair", [Edit(0, "b", "c")]).texts
        ['c', 'b']
        """
        found = [self.text]
        for layer in reversed(self.layers):
            found.append(apply(found[-1], invert(layer.edits)))
        return found

    @property
    def edits(self) -> list[Edit]:
        """All layers as one list of edits of the original text."""
        text, joined = self.original, list[Edit]()
        for layer in self.layers:
            joined = compose(text, joined, layer.edits)
        return joined
