"""The record of a sentence: its English made whole, and all that came of it on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.mt import closed
from translate.mt.doubt.reasons import standing
from translate.mt.fallbacks.accounted import accounted, named
from translate.mt.fallbacks.ladder import Ladder
from translate.mt.layout.marks import remarked
from translate.mt.layout.wrap import rewrapped
from translate.mt.prepare import Sentence
from translate.mt.rewording.unsaid import without_subject
from translate.mt.sentences import Piece
from translate.mt.strings import lowered, plain_quotes, raised
from translate.mt.units import NameRecord, Rendering, Repair, SentenceRecord, Unit
from translate.mt.words.spelling import respelt


@dataclass(frozen=True, slots=True)
class Recorder:
    """What makes records of what a `ladder` translated from one of the `languages` to the other."""

    ladder: Ladder
    languages: tuple[str, str]

    def translated(
        self, piece: Piece, sentence: Sentence, made: Mapping[Unit, Rendering], small: bool
    ) -> SentenceRecord:
        """Give the record of `piece`, prepared as `sentence`.

        `made` has the renderings of its units; `small` tells that its English begins small.
        """
        english: list[str] = []
        names: list[NameRecord] = []
        checks: list[str] = []
        scores, sure = list[float | None](), list[float | None]()
        repairs: list[Repair] = []
        for unit in sentence.units:
            rendering = made[unit]
            text, held = named(unit, rendering, self.ladder)
            kept = {word for term in unit.terms for word in term.target.split()}
            english.append(respelt(text, self.languages[1], self.ladder.variety, kept))
            names += held
            checks += rendering.checks
            scores.append(rendering.score)
            sure.append(rendering.confidence)
            repairs += rendering.repairs
        joint = without_subject(sentence.bare, sentence.join(english), self.languages)
        joint = closed.righted(sentence.bare, joint, self.languages)
        joint = closed.tidied(plain_quotes(joint), self.languages[1])
        joint = lowered(joint, self.languages[1]) if small else raised(sentence.bare, joint)
        whole = remarked(joint, sentence.bare, sentence.marks, self.languages)
        whole = rewrapped(whole, piece.text)
        whole, every = accounted(self.ladder.terms, piece.text, whole, names)
        return SentenceRecord(
            *place(piece),
            piece.text,
            sentence.sent,
            whole,
            every,
            tuple(dict.fromkeys(told(check, piece.text, whole) for check in checks)),
            least(scores),
            least(sure),
            tuple(repairs),
        )

    def by_person(self, piece: Piece, english: str) -> SentenceRecord:
        """Give the record of `piece`, whose `english` is a person's: it stands as written."""
        english = rewrapped(english, piece.text)
        _, names = accounted(self.ladder.terms, piece.text, english, ())
        names = tuple(name for name in names if name.target in english)
        check = "info: corrected by a person"
        return SentenceRecord(*place(piece), piece.text, "", english, names, (check,), None)

    def kept(self, piece: Piece, code: str) -> SentenceRecord:
        """Give the record of `piece`, left as it is because it is in language `code`."""
        found = f"in '{code}'" if code != "und" else "in another script or alphabet"
        kind = "info" if code == self.languages[1] else "language"
        check = f"{kind}: {found}, not '{self.languages[0]}': kept as it is"
        text, names = piece.text, tuple[NameRecord, ...]()
        if code == self.languages[1]:  # English already: only its names are spelt canonically
            text = closed.led(text, self.languages, self.ladder.variety)
            text, names = accounted(self.ladder.terms, piece.text, text, ())
        return SentenceRecord(*place(piece), piece.text, "", text, names, (check,), None)


def told(check: str, source: str, english: str) -> str:
    """Give `check`, a reason for doubt with only such words as `source` or its `english` has.

    >>> told("unsure: the model is unsure here, most of all of 'keep'", "Il dort.", "He sleeps.")
    'unsure: the model is unsure here'
    """
    kind, found, reason = check.partition("unsure: ")
    return check if kind or not found else found + standing(reason, source, english)


def place(piece: Piece) -> tuple[int, int]:
    """Give line and column where `piece` begins, counted from 1."""
    return piece.line + 1, piece.column + 1


def least(numbers: Sequence[float | None]) -> float | None:
    """Give the least of those of `numbers` that are known, None where none is.

    >>> least([-0.5, None, -0.75]), least([None])
    (-0.75, None)
    """
    return min((number for number in numbers if number is not None), default=None)
