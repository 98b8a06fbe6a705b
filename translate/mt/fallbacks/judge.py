"""What a translation of a unit is worth: set right where it is plain how, checked, weighed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import isinf

from translate.mt import closed
from translate.mt.checks import Attempt, issues
from translate.mt.doubt.confidence import confidence, likely, unlikely
from translate.mt.doubt.reasons import reason, suspects
from translate.mt.engines.engine import Engine, Hypothesis, Weighed
from translate.mt.fallbacks.candidates import Candidate, Case
from translate.mt.fallbacks.meanings import with_listed
from translate.mt.fallbacks.put_right import put_right
from translate.mt.strings import neat, recased, undoubled, without_own_symbols
from translate.mt.terms import Terms
from translate.mt.units import Rendering, Repair, Unit
from translate.mt.words.dictionary import Dictionary


class Judge:
    """What judges the answers of an `engine` by a glossary, for a variety of its target."""

    def __init__(self, engine: Engine, terms: Terms, variety: str = "") -> None:
        self.engine = engine
        self.terms = terms
        self.variety = variety
        self.pair = engine.source, engine.target

    @cached_property
    def dictionary(self) -> Dictionary:
        """The engine's, with what is listed; read when something is first asked."""
        return with_listed(self.engine.card.dictionary, self.pair)

    def candidate(
        self,
        unit: Unit,
        hypothesis: Hypothesis,
        best: Candidate | None = None,
        before: tuple[Repair, ...] = (),
    ) -> Candidate:
        """Give `hypothesis`, set right where it is plain how, with what the checks say of it.

        `before` are the repairs that it has. Where it turns out to be worse than `best`, not all
        that the checks would say is asked.
        """
        english = recased(unit.text, neat(unit.text, hypothesis.text, self.pair[1]))
        english = undoubled(unit.text, english, self.pair)
        english, repairs = put_right(unit, english, self.pair, self.dictionary)
        english = closed.mended(unit.text, english, self.pair, self.variety)
        missing = tuple(self.terms.missing(english, unit.terms)) if unit.terms else ()
        attempt = Attempt(unit, english, hypothesis.complete, missing, self.pair, self.variety)
        limit = best.cost + 1 if best else None
        return Candidate(attempt, hypothesis, tuple(issues(attempt, limit)), (*before, *repairs))

    def sure(self, one: Candidate) -> float | None:
        """Give how likely `one` is right; None where nothing tells it."""
        told = sum(repair.by == "meaning" for repair in one.repairs)
        return confidence(one.attempt, one.issues, self.above(one), told=told)

    def comparable(self, one: Candidate) -> float | None:
        """Give how likely `one` is right, to be compared with another of the same text."""
        return confidence(one.attempt, one.issues, self.above(one), "choice")

    def above(self, one: Candidate) -> float | None:
        """Give how far the score of `one` is above the one the model is unsure at."""
        score, unsure = one.score, self.engine.card.unsure
        return None if score is None or isinf(unsure) else score - unsure

    def weighed(self, cases: Sequence[Case]) -> list[Weighed]:
        """Give the words of the best of each of `cases` with their log-probabilities.

        Nothing for one that is made of several answers, and where the model tells nothing.
        """
        weigh = self.engine.card.weigh
        asked = [case for case in cases if weigh and case.best.said.tokens]
        said = [case.best.said for case in asked]
        found = weigh([case.asked or case.unit.text for case in asked], said) if weigh else iter(())
        words = dict(zip(map(id, asked), found, strict=True))
        return [words.get(id(case), []) for case in cases]

    def rendering(self, case: Case, sure: float | None, words: Weighed | None = None) -> Rendering:
        """Give the best of `case`, right with the probability `sure`, with the doubts that remain.

        `words` are its words with their log-probabilities.
        """
        best, score, above = case.best, case.best.score, self.above(case.best)
        checks = [
            str(issue) if sure is None or not likely(sure, issue) else f"info: {issue}"
            for issue in best.issues
            if issue.kind != "name"
        ]
        if unlikely(sure):
            told = suspects(best.attempt, words or [])
            checks.append(f"unsure: {reason(best.attempt, self.dictionary.meaning, told)}")
        elif sure is None and above is not None and above < 0:
            checks.append("unsure: the model is unsure here")
        repairs = [Repair("held", *name[1:]) for name in case.unit.names if name[1] != name[2]]
        return Rendering(
            without_own_symbols(best.english, case.unit.text),
            None if score is None else round(score, 2),
            tuple(checks),
            tuple(term.target for term in case.first.missing),
            None if sure is None else round(sure, 2),
            (*repairs, *best.repairs),
            case.step,
        )
