"""What a model said, word by word, set right where it is plain how.

Words that are none, verbs in another of their senses, names that are spelt otherwise or stand
behind their title.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from translate.document import Edit, apply
from translate.mt.fallbacks.apposition import misplaced
from translate.mt.fallbacks.letters import misspelt_names
from translate.mt.units import Repair, Unit
from translate.mt.words.dictionary import Dictionary
from translate.mt.words.mistaken import mistaken


def put_right(
    unit: Unit, english: str, pair: tuple[str, str], known: Dictionary
) -> tuple[str, tuple[Repair, ...]]:
    """Give the `english` of `unit` with what is plainly wrong set right, and the repairs.

    >>> known = Dictionary(frozenset(["the", "melts"]), {"glace": "ice"})
    >>> put_right(Unit("La glace fond."), "The glace melts.", ("fr", "en"), known)
    ('The ice melts.', (Repair(by='dictionary', before='glace', after='ice'),))
    """
    kept = {word.lower() for term in unit.terms for word in term.target.split()}
    steps: tuple[tuple[str, Callable[[str], Iterable[Edit]]], ...] = (
        ("dictionary", lambda said: known.edits(unit.text, said, kept)),
        ("meaning", lambda said: mistaken(unit.text, said, pair)),
        ("letters", lambda said: misspelt_names(unit.text, said, pair, known.words)),
        ("order", lambda said: misplaced(unit, said, pair)),
    )
    repairs: tuple[Repair, ...] = ()
    for by, find in steps:
        edits = list(find(english))
        repairs += tuple(Repair(by, edit.old, edit.new) for edit in edits)
        english = apply(english, edits)
    return english, repairs
