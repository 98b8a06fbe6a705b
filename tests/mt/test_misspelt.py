"""Misspellings: set right where it is plain what is meant; what may be a word or a name stays."""

from __future__ import annotations

import pytest

from translate.mt.prepare import well_spelt
from translate.mt.rewording.misspelt import respelt
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name

FRENCH = "fr", "en"
SPELT = {
    "no accents": ("la derniere greve des collegues", "la dernière grève des collègues"),
    "a wrong accent": ("un succés pour la planéte", "un succès pour la planète"),
    "an accent too many": ("le décrêt sur le pétrôle", "le décret sur le pétrole"),
    "the likeliest": ("apres la pluie", "après la pluie"),
    "a lost apostrophe": ("vue de lextérieur", "vue de l'extérieur"),
    "a letter too few": ("un conseil judiciare", "un conseil judiciaire"),
    "a letter too many": ("le gourvernement", "le gouvernement"),
}
KEPT = {
    "a form as good": "il perce, elle chemine",
    "another word is near": "une discale, des massages, deux protons",
    "a noun from a verb": "un attaqueur, un préleveur",
    "a name": "à Koulikore, chez Judiciare",
    "an address": "sur derniere.fr, à greve@mer.fr ou #greve",
    "a part of a compound": "le porte-greve",
    "a word of English": "un clash hardcore",
}


@pytest.mark.parametrize(("text", "spelt"), SPELT.values(), ids=SPELT)
def test_plain_misspellings_are_set_right(text: str, spelt: str) -> None:
    assert respelt(text, FRENCH) == spelt


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_may_be_meant_so_stays(text: str) -> None:
    assert respelt(text, FRENCH) == text


def test_another_language_stays_as_it_is() -> None:
    assert respelt("la derniere greve", ("de", "en")) == "la derniere greve"


def test_a_name_of_the_glossary_stays() -> None:
    terms = NameKeeper(Glossary((Name("planéte", "term"),)))
    assert well_spelt("chez planéte", terms, FRENCH) == "chez planéte"
