"""The checks: each finds its fault, and nothing makes them stumble."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.checks import check
from translate.mt.terms import Term
from translate.mt.units import Unit

LONG = "Le maire a dit que les travaux de la gare commenceront lundi matin à huit heures."
FAULTS = {
    "nothing": (LONG, "The mayor said that work on the station will start Monday at eight.", []),
    "symbol lost": ("Voir ⟦0⟧.", "See.", ["mask"]),
    "symbols out of order": ("Voir ⟦0⟧ et ⟦1⟧.", "See ⟦1⟧ and ⟦0⟧.", ["mask"]),
    "loop of words": (LONG, "The mayor said the mayor said the mayor said it all.", ["repeat"]),
    "loop inside a word": ("Sa tante.", "His great-great-great aunt.", ["repeat"]),
    "loop of signs": ("Si…", "If ......", ["repeat"]),
    "most is missing": (LONG, "The mayor said so.", ["short"]),
    "much too long": ("Il part.", "He leaves and takes the dog and the cat and goes.", ["long"]),
    "copied": ("il faut toujours partir demain", "il faut toujours partir", ["copy"]),
    "in French": (LONG, "Le maire a dit que le travail de la gare est pour lundi.", ["copy"]),
    "number lost": ("Les 12 élèves.", "The pupils.", ["number"]),
    "number made up": ("Les élèves.", "The 14 pupils.", ["number"]),
    "quotes": ("Il dit « oui ».", 'He says "yes.', ["quotes"]),
    "a word of neither language": ("Le kůň noir.", "The kóňž horse.", ["word"]),
    "unknown sign": ("Il dort.", "He sleeps ⁇.", ["signs"]),
    "broken sign": ("Il dort.", "He sleeps \ufffd.", ["signs"]),
    "a source that loops": ("non non non non non", "no no no no no", ["source"]),
}


@pytest.mark.parametrize("source, english, kinds", FAULTS.values(), ids=FAULTS)
def test_checks(source: str, english: str, kinds: list[str]) -> None:
    found = check(Unit(source), english, True, [])
    assert sorted({issue.kind for issue in found}) == kinds


def test_a_search_that_was_stopped() -> None:
    assert [i.kind for i in check(Unit("Il dort."), "He sleeps.", False, [])] == ["cut"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_checks_never_stumble(source: str, english: str) -> None:
    check(Unit(source), english, True, [])


@given(st.text(alphabet="0123456789.,: hH%XVI\u202f٣milodsp-", max_size=500))
def test_checks_never_stumble_over_numbers(text: str) -> None:
    check(Unit(text), text, True, [])


def test_a_name_twice_in_a_row_is_a_loop() -> None:
    unit = Unit("Selon Ada Lovelace, oui.", (Term("Ada Lovelace", "Ada Lovelace", "Ada Lovelace"),))
    [issue] = check(unit, "According to Ada Lovelace Ada Lovelace, yes.", True, [])
    assert issue.kind == "repeat"
