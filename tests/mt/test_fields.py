"""Some words mean one thing in a text about one field: it is told by its own words."""

from __future__ import annotations

import re

import pytest

from translate.languages import language
from translate.mt.job import loaded, translate_documents
from translate.mt.rewording.fields import fields
from translate.mt.rewording.idioms import plainer
from translate.mt.units import Source

LISTED = language("fr").table("fields.toml")
WHEN = [(field, *one) for field, told in LISTED.items() for one in told.get("when", {}).items()]
ROWS = [
    (field, said)
    for field, told in LISTED.items()
    for said in (*told.get("verbs", {}), *told.get("words", {}))
    if said not in told.get("when", {})
]
COURT = "Le procureur a requis six mois. Le prévenu nie, la victime pleure à l'audience."
STRIKE = "Les grévistes tiennent le piquet. Le syndicat a déposé un préavis, la direction se tait."
ABOUT = {
    "a trial": (COURT, {"court"}),
    "a strike": (STRIKE, {"labour"}),
    "a council": (
        "Le maire a présenté le budget. L'opposition et deux élus de la majorité ont voté contre.",
        {"politics"},
    ),
    "a manhunt": (
        "Les policiers ont interpellé le suspect après trois jours de cavale. L'arme est saisie.",
        {"police"},
    ),
    "pupils": ("Les élèves de cette classe ont deux enseignants à la rentrée.", {"school"}),
    "a recipe": ("Le beurre fond, l'ail dore. Versez le bouillon, salez la sauce.", {"kitchen"}),
    "a match": (
        "Les visiteurs ont égalisé dans ce match. L'arbitre a accordé un penalty.",
        {"football"},
    ),
    "a race": (
        "Le peloton a repris l'échappée dans le dernier col. Le maillot jaune a gagné l'étape.",
        {"racing"},
    ),
    "a walk": ("Le sentier monte entre les pins, puis la mer apparaît. Un banc attend.", set()),
    "one word of it, again and again": (
        "Le tribunal, un tribunal, ce tribunal, son tribunal.",
        set(),
    ),
    "a corner of a long text": (COURT + " Il pleut sur la mer." * 60, set()),
}


@pytest.mark.parametrize("text, about", ABOUT.values(), ids=ABOUT)
def test_a_text_tells_what_it_is_about(text: str, about: set[str]) -> None:
    assert fields(text, "fr") == about


@pytest.mark.parametrize("field", LISTED)
def test_each_word_that_betrays_a_field_can_be_met(field: str) -> None:
    words = LISTED[field]["betray"].split()
    assert not [one for one in words if not re.fullmatch(r"@?[^\W\d_]+(?:['-][^\W\d_]+)*\*?", one)]


def test_a_compound_betrays_a_field() -> None:
    court = "Le conseil de prud’hommes, la grève, le syndicat et le préavis."
    assert fields(court, "fr") == {"labour"}


def test_a_language_without_fields_has_none() -> None:
    assert fields("Gericht, Urteil, Richter, Anwalt.", "de") == frozenset()


@pytest.mark.parametrize("field, said", ROWS)
def test_a_row_is_said_plainly_in_its_field_alone(field: str, said: str) -> None:
    text = f"Voici : {said} !"
    assert plainer(text, "fr", [field]) != text
    assert plainer(text, "fr", [field]) != plainer(text, "fr")


@pytest.mark.parametrize("field, said, around", WHEN)
def test_a_row_is_found_where_it_is_meant_so(field: str, said: str, around: dict[str, str]) -> None:
    assert plainer(around["example"], "fr", [field]) != around["example"]
    assert plainer(around["other"], "fr", [field]) == plainer(around["other"], "fr")


def test_the_same_sentence_is_told_apart_by_its_text() -> None:
    said = "Le mouvement continue."
    sources = [Source("a", f"{STRIKE} {said}"), Source("b", f"Le soleil se lève. {said}")]
    strike, sun = (one.text for one in translate_documents(sources, loaded("", "fr", "en")))
    assert "strike" in strike.rpartition(". ")[2] and "movement" in sun.rpartition(". ")[2]
