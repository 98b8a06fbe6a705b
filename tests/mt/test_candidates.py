"""Which of several translations is taken, and how much is asked before it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.checks import Attempt, Issue, issues
from translate.mt.engines.engine import PLAIN, Hypothesis, ModelCard, Search
from translate.mt.fallbacks.candidates import Candidate, Case
from translate.mt.fallbacks.ladder import Ladder
from translate.mt.terms import Term, Terms
from translate.mt.units import Unit

UNIT = Unit("Il n'a pas vendu les trois maisons de la rue Basse.")


def candidate(english: str, *weights: int) -> Candidate:
    found = tuple(Issue("missing", "a word", weight) for weight in weights)
    return Candidate(Attempt(UNIT, english), Hypothesis(english, -0.5, True), found)


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=6))
def test_the_first_of_the_best_is_taken(weights: list[list[int]]) -> None:
    first = candidate("first", 7)
    offered = [candidate(str(n), *some) for n, some in enumerate(weights)]
    case = Case(UNIT, first, first)
    case.offer(offered, "hypotheses")
    assert case.best is min([first, *offered], key=lambda one: one.cost)
    assert case.step == ("model" if case.best is first else "hypotheses")


def test_nothing_is_asked_for_once_nothing_is_doubtful() -> None:
    def some() -> Iterator[Candidate]:
        yield candidate("worse", 9)
        yield candidate("without doubt")
        raise AssertionError("one more was asked for")

    first = candidate("first", 7)
    case = Case(UNIT, first, first)
    case.offer(some(), "hypotheses")
    assert case.best.english == "without doubt"


ENGLISH = {
    "right": "He has not sold the three houses in Basse street.",
    "a no and a number lost": "He sold the houses in Basse street.",
    "a loop": "He has has has has not sold the three houses.",
    "nothing": "",
}


@pytest.mark.parametrize("english", ENGLISH.values(), ids=ENGLISH)
def test_a_limit_cuts_what_the_checks_say_and_changes_nothing_before(english: str) -> None:
    attempt = Attempt(UNIT, english)
    every = list(issues(attempt))
    for limit in range(1, 60):
        some = list(issues(attempt, limit))
        assert some == every[: len(some)]
        assert some == every or sum(i.weight for i in some) >= limit


class Speaker:
    """An engine that always says the same, one translation after the other, equally sure."""

    source, target, signature, limit = "fr", "en", "speaker", 200
    card = ModelCard(placeholders=("⟦0⟧", "⟦1⟧"), unsure=-0.5)

    def __init__(self, *said: str, instead: str = "") -> None:
        self.said, self.instead = said, instead

    def count(self, text: str) -> int:
        return len(text.split())

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for text in segments:
            said = [self.instead] if self.instead and "⟦0⟧" in text else self.said
            yield [Hypothesis(english, -0.9, True) for english in said]


def solved(text: str, engine: Speaker) -> str:
    ((_, rendering),) = Ladder(engine, Terms()).solve([Unit(text)])
    return rendering.english


CHOSEN = {
    "a word out of the blue": (
        "Le PDG a dévoilé l'appareil.",
        ("The CEO unveiled the plane.", "The CEO unveiled the device."),
        "The CEO unveiled the device.",
    ),
    "as likely: the first": (
        "Il imite la mer.",
        ("He imitates the sea.", "It imitates the sea."),
        "He imitates the sea.",
    ),
}


@pytest.mark.parametrize(("text", "said", "right"), CHOSEN.values(), ids=CHOSEN)
def test_of_two_with_as_much_wrong_the_likelier_is_taken(
    text: str, said: tuple[str, ...], right: str
) -> None:
    assert solved(text, Speaker(*said)) == right


def test_a_lost_name_is_carried_past_the_model() -> None:
    engine = Speaker("Hier, Grenoble won the match.", instead="Yesterday the ⟦0⟧ won the match.")
    assert solved("Hier, les Ravens ont gagné le match.", engine) == (
        "Yesterday the Ravens won the match."
    )
    other = Speaker("Yesterday the Dutch won the match.", instead="⟦0⟧ won the match.")
    assert solved("Hier, les Néerlandais ont gagné le match.", other) == other.said[0]


class Shy(Speaker):
    """One that is unsure, but where `sure` says that a name in a symbol makes it less so."""

    def __init__(self, said: str, instead: str, sure: float) -> None:
        super().__init__(said, instead=instead)
        self.sure = sure

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for text, (one,) in zip(segments, super().translate(segments, search), strict=True):
            yield [replace(one, score=self.sure if "⟦0⟧" in text else one.score)]


@pytest.mark.parametrize(
    ("sure", "step"),
    [
        pytest.param(-0.1, "symbol", id="the name alone was doubtful"),
        pytest.param(-0.9, "model", id="so is the rest"),
    ],
)
def test_a_listed_name_alone_makes_no_doubt(sure: float, step: str) -> None:
    unit = Unit("Le patron de Marchand a vendu.", (Term("Marchand", "Marchand", "Ada Marchand"),))
    said = "The boss of Marchand sold."
    engine = Shy(said, said.replace("Marchand", "⟦0⟧"), sure)
    ((_, rendering),) = Ladder(engine, Terms()).solve([unit])
    assert (rendering.english, rendering.step, bool(rendering.checks)) == (said, step, sure < -0.5)
