"""Names come through a translation, or it is said which did not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.document import apply
from translate.mt.terms import Term, Terms
from translate.names.enforce import NameKeeper, variants_left
from translate.names.glossary import Glossary, Name
from translate.names.rejected import Rejected

HERE = Path(__file__).parent
GLOSSARY = Glossary.load(HERE / "glossary_of_tests.toml")
KEEPER = NameKeeper(GLOSSARY)
CASES = json.loads((HERE / "polish.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_english_is_mended(case: dict[str, Any]) -> None:
    required = KEEPER.required(case["source"])
    mended = KEEPER.polish(case["source"], case["english"], required)
    assert mended == case["to"]
    missing = [term.target for term in KEEPER.missing(mended, required)]
    assert missing == case.get("missing", [])
    assert KEEPER.polish(case["source"], mended, required) == mended


def test_a_keeper_is_what_translation_asks_for() -> None:
    terms: Terms = KEEPER
    assert terms.signature == GLOSSARY.signature
    assert NameKeeper(Glossary()).signature == ""


def test_terms_come_in_order_with_repetitions() -> None:
    required = KEEPER.required("À Varsovie, Ada Lovelace ; Lovelace quitte Varsovie.")
    assert required == [
        Term("Varsovie", "Warsaw", "Varsovie"),
        Term("Ada Lovelace", "Ada Lovelace", "Ada Lovelace"),
        Term("Lovelace", "Lovelace", "Ada Lovelace"),
        Term("Varsovie", "Warsaw", "Varsovie"),
    ]


@pytest.mark.parametrize(
    ("english", "left"),
    [
        ("Ada Lovelace met Lovelace.", []),
        ("Ada Lovelace met her.", ["Lovelace"]),
        ("Lovelace met her.", ["Ada Lovelace"]),
        ("ada lovelace met Lovelacey.", ["Ada Lovelace", "Lovelace"]),
        ("Ada Lovelace met the Lovelaces.", []),
        ("Ada\u00a0Lovelace’s Lovelace", []),
    ],
)
def test_a_name_must_stand_as_often_as_in_the_source(english: str, left: list[str]) -> None:
    required = KEEPER.required("Ada Lovelace et Lovelace")
    assert [term.target for term in KEEPER.missing(english, required)] == left


def test_variants_left_need_a_reason_for_one_word() -> None:
    required = KEEPER.required("Orange et Babbage.")
    english = "a babbage, an orange, said ada lovelace"
    assert [m.text for m in variants_left(english, GLOSSARY, [])] == ["ada lovelace"]
    assert [m.text for m in variants_left(english, GLOSSARY, required)] == [
        "babbage",
        "ada lovelace",
    ]


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["Ada Lovelace", "Charles Babbage", "Jerzy Różycki", "J. Presper Eckert"]),
    st.data(),
)
def test_one_changed_letter_is_always_mended(name: str, data: st.DataObject) -> None:
    places = [i for i in range(1, len(name)) if name[i].isalpha() and name[i - 1].isalpha()]
    place = data.draw(st.sampled_from(places))
    letter = data.draw(st.sampled_from(LETTERS))
    wrong = name[:place] + letter + name[place + 1 :]
    source = f"Hier, {name} a lu la lettre."
    english = f"Yesterday {wrong} read the letter."
    mended = KEEPER.polish(source, english, KEEPER.required(source))
    assert mended == f"Yesterday {name} read the letter."


# Words and signs of the examples, thrown together anew.
WORDS = st.sampled_from(
    sorted({word for case in CASES for word in f"{case['source']} {case['english']}".split()})
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_mending_twice_changes_nothing_more(source: list[str], english: list[str]) -> None:
    text = " ".join(source)
    sent = apply(text, KEEPER.prepare(text))
    required = KEEPER.required(sent)
    once = KEEPER.polish(sent, " ".join(english), required)
    assert KEEPER.polish(sent, once, required) == once
    assert variants_left(once, GLOSSARY, required) == []
    assert once.count("⟦0⟧") == " ".join(english).count("⟦0⟧")


def test_what_was_rejected_is_not_mended() -> None:
    names = (Name("Rita Levi", "person"),)
    kept = []
    for rejected in (Rejected(), Rejected((("Rita Levy", "Rita Levi"),))):
        keeper = NameKeeper(Glossary(names, rejected=rejected))
        required = keeper.required("Rita Levi rit.")
        kept.append(keeper.polish("Rita Levi rit.", "Rita Levy laughs.", required))
    assert kept == ["Rita Levi laughs.", "Rita Levy laughs."]


PLACES = {
    "the family": ("Selon Bourgogne, il pleut.", 1),
    "the family, as a subject": ("Bourgogne relie un livre.", 1),
    "somebody's": ("La robe de Bourgogne est là.", 1),
    "the full name behind a preposition of places": ("Elle croit en Jean Bourgogne.", 1),
    "in the region": ("Il vit en Bourgogne.", 0),
    "the region with its article": ("La Bourgogne est belle.", 0),
    "of the region and another": ("Des relieurs de Bourgogne et de Suisse.", 0),
    "both": ("En Bourgogne, Bourgogne relie.", 1),
}


@pytest.mark.parametrize(("source", "wanted"), PLACES.values(), ids=PLACES)
def test_a_region_is_nobody_called_after_it(source: str, wanted: int) -> None:
    keeper = NameKeeper(Glossary((Name("Jean Bourgogne", "person"),)))
    assert len(keeper.required(source)) == wanted


def test_a_region_of_the_glossary_is_one() -> None:
    keeper = NameKeeper(Glossary((Name("Bourgogne", "place", target="Burgundy"),)))
    assert len(keeper.required("Il vit en Bourgogne.")) == 1


LEADS = {
    "a wrong article": ("2 rue de l'Hospice.", "2 Rue de la'Hospice.", "2 Rue de l'Hospice."),
    "in English": ("Les gens de l'Hospice.", "People of the Hospice.", "People of the Hospice."),
    "said with a genitive": (
        "La cour de l'Hospice.",
        "The Hospice's court.",
        "The Hospice's court.",
    ),
    "right": ("2 rue d'Hospice.", "2 rue d'Hospice.", "2 rue d'Hospice."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), LEADS.values(), ids=LEADS)
def test_what_stands_before_a_name_in_an_address(source: str, english: str, wanted: str) -> None:
    keeper = NameKeeper(Glossary((Name("Hospice"),)))
    assert keeper.polish(source, english, keeper.required(source)) == wanted
