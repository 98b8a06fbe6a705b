"""Which of several translations is taken, and how much is asked before it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.candidates import Candidate, Case
from translate.mt.checks import Attempt, Issue, issues
from translate.mt.engines.engine import Hypothesis
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
