"""What the ladder of fallbacks passes on: a candidate, a case, a try."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from translate.mt.checks import Attempt, Issue
from translate.mt.engines.engine import Hypothesis
from translate.mt.terms import Term
from translate.mt.units import Names, Repair, Unit

# An answer as it was read, with what was put in by that.
Read = tuple[Hypothesis, tuple[Repair, ...]]


def no_repairs(answer: str) -> tuple[Repair, ...]:
    """Give nothing: reading `answer` puts nothing in."""
    return ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible English of a unit, what the checks say of it and what was mended in it.

    It is of the hypothesis `said`.
    """

    attempt: Attempt
    said: Hypothesis
    issues: tuple[Issue, ...]
    repairs: tuple[Repair, ...] = ()

    @property
    def score(self) -> float | None:
        """The model's score."""
        return self.said.score

    @property
    def english(self) -> str:
        """The English."""
        return self.attempt.english

    @property
    def missing(self) -> tuple[Term, ...]:
        """The names of the glossary that it lacks."""
        return self.attempt.missing

    @property
    def cost(self) -> int:
        """The weight of all issues."""
        return sum(issue.weight for issue in self.issues)

    def has(self, *kinds: str) -> bool:
        """Tell whether an issue is of one of `kinds`."""
        return any(issue.kind in kinds for issue in self.issues)


@dataclass(slots=True)
class Case:
    """A unit, its first candidate, and the best one so far with the step that gave it.

    `asked` is the text that the best one translates, where it is another than the unit's, and
    `told` the words that it tells.
    """

    unit: Unit
    first: Candidate
    best: Candidate
    step: str = "model"
    asked: str = ""
    told: Names = ()

    def offer(self, candidates: Iterable[Candidate], step: str) -> Candidate | None:
        """Take the best of `candidates`, those of a `step`, if it beats what there is; give it.

        They are made as they are asked for, which ends with one that nothing can beat.
        """
        best: Candidate | None = None
        for candidate in candidates:
            if best is None or candidate.cost < best.cost:
                best = candidate
            if candidate.cost < self.best.cost:
                self.best, self.step = candidate, step
            if not self.best.cost:
                break
        return best


@dataclass(frozen=True, slots=True)
class Try:
    """A `text` to ask for once more in a `case`, and how the answer is to be read: None is none.

    `repairs` gives what reading an answer puts in, `told` are the words that it tells.
    """

    case: Case
    text: str
    read: Callable[[str], str | None] = str
    repairs: Callable[[str], tuple[Repair, ...]] = no_repairs
    told: Names = ()

    def taken(self, before: Candidate) -> None:
        """Note in the case that its best, which was `before`, is an answer to this, if it is."""
        if self.case.best is not before:
            self.case.asked, self.case.told = self.text, self.told


def mean(scores: Sequence[float | None]) -> float | None:
    """Give the mean of `scores`; None where there are none, or one is not known.

    >>> mean([-0.5, -1]), mean([-0.5, None])
    (-0.75, None)
    """
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known and len(known) == len(scores) else None
