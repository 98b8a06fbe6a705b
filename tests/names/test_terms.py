"""Terms of the field: found in every form, and in the English as the glossary has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import apply
from translate.languages import language
from translate.mt.fallbacks.stand_ins import disguised, nouns
from translate.mt.terms import Term
from translate.names.enforce import NameKeeper, variants_left
from translate.names.glossary import Glossary

HERE = Path(__file__).parent
GLOSSARY = Glossary.load(HERE / "terms.toml")
KEEPER = NameKeeper(GLOSSARY)
CASES = json.loads((HERE / "terms.json").read_text(encoding="utf-8"))
EXECUTIVE = ("executive", "executives")


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_a_term_is_found_in_its_forms(case: dict[str, Any]) -> None:
    prepared = apply(case["source"], KEEPER.prepare(case["source"]))
    assert prepared == case.get("prepared", case["source"])
    found = [[term.surface, term.target] for term in KEEPER.required(prepared)]
    assert found == case["terms"]


@pytest.mark.parametrize(
    ("english", "to"),
    [
        pytest.param("Two frames left.", "Two executives left.", id="forbidden, in its number"),
        pytest.param("Settings are left.", "Executives are left.", id="with its capital"),
        pytest.param("The cadres left.", "The executives left.", id="left in French"),
        pytest.param("The executive pay.", "The executive pay.", id="the other number is right"),
        pytest.param("A senior executive.", "A senior executive.", id="its article goes with it"),
        pytest.param("The executive.", "The executives.", id="its number set right"),
        pytest.param("Two managers left.", "Two managers left.", id="nothing tells the word"),
        pytest.param(
            "The executives see a frame.", "The executives see a frame.", id="not lost, not put"
        ),
    ],
)
def test_english_is_mended(english: str, to: str) -> None:
    source = "Deux cadres partent."
    assert KEEPER.polish(source, english, KEEPER.required(source)) == to


def test_a_word_of_english_is_no_french_term_left_over() -> None:
    source = "La location est chère ici."
    required = KEEPER.required(source)
    assert KEEPER.polish("", "The location is expensive.", []) == "The location is expensive."
    good = "The rental is expensive at this location."
    assert variants_left(good, GLOSSARY, required) == []
    assert KEEPER.polish(source, "The location is dear.", required) == "The rental is dear."


@pytest.mark.parametrize(
    ("code", "term", "plural"),
    [
        ("fr", "travail", "travaux"),
        ("fr", "portail", "portails"),
        ("fr", "machine analytique", "machines analytiques"),
        ("fr", "mise en demeure", "mises en demeure"),
        ("fr", "pneu", "pneus"),
        ("en", "policy", "policies"),
        ("en", "key", "keys"),
        ("en", "German", "Germans"),
        ("en", "chairman", "chairmen"),
        ("en", "software", "software"),
        ("en", "head of state", "heads of state"),
        ("en", "analysis", "analyses"),
    ],
)
def test_plurals_follow_rules(code: str, term: str, plural: str) -> None:
    assert language(code).inflection.plurals(term)[0] == plural


def test_nothing_is_inflected_where_no_rule_is_told() -> None:
    assert language("de").inflection.plurals("Haus") == ()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Le cadre part.", "Le médecin part."),
        ("La cadre part.", "La voiture part."),
        ("L'cadre et l'cadre.", "L'ingénieur et l'ingénieur."),
        ("Les médecins et un cadre.", "Les médecins et un camion."),
    ],
)
def test_a_stand_in_has_the_gender_of_its_term(source: str, text: str) -> None:
    term = Term("cadre", "executive", "cadre", EXECUTIVE)
    done = disguised(source, [term], ("fr", "en"))
    assert done and done.text == text


@given(st.lists(st.sampled_from(["cadre", "cadres"]), min_size=1, max_size=4))
def test_what_stood_in_never_stays(words: list[str]) -> None:
    terms = [Term(w, EXECUTIVE[w == "cadres"], "cadre", EXECUTIVE) for w in words]
    done = disguised(f"Voir {', '.join(words)}.", terms, ("fr", "en"))
    assert done
    english = done.text.replace("médecin", "doctor")
    assert done.read(english) == f"Voir {', '.join(t.target for t in terms)}."
    assert done.read(english.replace("doctor", "nurse", 1)) is None


def test_there_are_stand_ins_of_every_kind() -> None:
    assert {kind: len(some) for kind, some in nouns(("fr", "en")).items()} == dict.fromkeys(
        ("masculine", "masculine_vowel", "feminine", "feminine_vowel"), 3
    )
    assert disguised("cadre", [Term("cadre", "x", "cadre", ("x", "xs"))], ("de", "en")) is None
