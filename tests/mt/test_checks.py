"""The checks: each finds its fault and leaves look-alikes alone, and nothing makes them stumble."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.checks import CHECKS, Attempt, issues
from translate.mt.checks.registry import settings
from translate.mt.doubt.confidence import soft
from translate.mt.terms import Term
from translate.mt.units import Unit

CASES = json.loads((Path(__file__).parent / "cases/checks.json").read_text(encoding="utf-8"))


def attempt(case: dict[str, Any]) -> Attempt:
    forbidden = tuple(case.get("forbidden", ()))
    listed = case.get("terms", ())  # each with its English, where that is another
    english = listed if isinstance(listed, dict) else {name: name for name in listed}
    terms = tuple(Term(n, said, n, forbidden=forbidden) for n, said in english.items())
    names = tuple((symbol, french, english) for symbol, french, english in case.get("names", ()))
    missing = tuple(term for term in terms if term.target in case.get("missing", ()))
    unit = Unit(case["source"], terms, names)
    return Attempt(unit, case["english"], case.get("complete", True), missing)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case['check']}: {case['label']}",
            marks=[pytest.mark.xfail(strict=True, reason=case["known_failure"])]
            if "known_failure" in case
            else [],
        )
        for case in CASES
    ],
)
def test_a_check_finds_its_fault_and_no_look_alike(case: dict[str, Any]) -> None:
    assert bool(list(CHECKS[case["check"]](attempt(case)))) == case["doubted"]


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_check_has_a_weight_a_fault_and_a_look_alike(check: str) -> None:
    assert check in settings()["weights"]
    assert {case["doubted"] for case in CASES if case["check"] == check} == {True, False}


def test_every_weight_has_a_check() -> None:
    assert set(settings()["weights"]) == set(CHECKS)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if not case["doubted"] and "known_failure" not in case],
    ids=lambda case: case["label"],
)
def test_no_check_doubts_the_look_alike_of_another(case: dict[str, Any]) -> None:
    found = [issue.kind for issue in issues(attempt(case))]
    assert [kind for kind in found if kind not in soft()] == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_checks_never_stumble(source: str, english: str) -> None:
    list(issues(Attempt(Unit(source), english)))


@given(st.text(alphabet="0123456789.,: hH%XVI\u202f٣milodsp-", max_size=500))
def test_checks_never_stumble_over_numbers(text: str) -> None:
    list(issues(Attempt(Unit(text), text)))
