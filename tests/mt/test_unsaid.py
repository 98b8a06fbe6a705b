"""A verb gets the subject that is left out, and the English loses it again; what has one stays."""

from __future__ import annotations

from typing import Any

import pytest

from translate.languages import language
from translate.mt.rewording.unsaid import with_subject, without_subject

ROWS = language("fr").table("verbs.toml")["unsaid"]
SAID = {
    "a ruling": ("DÉBOUTE Mme Roy de sa demande ;", "La cour déboute Mme Roy de sa demande ;"),
    "with its object": ("LE CONDAMNE à trois mois ;", "La cour le condamne à trois mois ;"),
    "in small letters, of a list": (
        "autorise le maire à signer ;",
        "La cour autorise le maire à signer ;",
    ),
    "by its matter": ("Rejette la requête de Mme Roy.", "La cour rejette la requête de Mme Roy."),
    "a life": ("S'établit à Foix en 1881.", "Il s'est établi à Foix en 1881."),
    "a year": ("Ouvre une école en 1911", "Il a ouvert une école en 1911"),
    "what lasts": ("Dirige depuis 2019 une ferme", "Il dirige depuis 2019 une ferme"),
    "a past": ("A quitté la ville à vingt ans", "Il a quitté la ville à vingt ans"),
    "birth": ("Née à Foix en 1931.", "Elle est née à Foix en 1931."),
    "an advertisement": ("Cherche grange à louer", "Je cherche grange à louer"),
}
STAY = {
    "an order of a post": "Travaille dans le calme.",
    "an order in one breath": "Aime la vie.",
    "an order against something else": "Cherche un mentor, pas un patron.",
    "a noun in capitals": "JUGEMENT du 3 mai",
    "a label": "DIT : le Rouge",
    "all in capitals": "REJETTE LA REQUÊTE",
    "an order": "Fixe ta planche au mur ;",
    "a noun and a year": "Visite de Metz en 2019",
    "a participle and a year": "Construit en 1912",
    "a title": "Chante la pluie",
    "a subject behind": "Née à Foix en 1931, elle y reste.",
    "an inversion": "A déclaré le maire",
    "a preposition": "A côté de la gare",
    "an order to search": "Cherche la clé !",
}
LOST = {
    "a ruling": ("ORDONNE la vente.", "The court orders the sale.", "ORDERS the sale."),
    "in small letters": ("ordonne la vente ;", "The court orders the sale;", "orders the sale;"),
    "a life": ("Meurt à Foix en 1931.", "He died in Foix in 1931.", "Died in Foix in 1931."),
    "birth": ("Née à Foix en 1931.", "She was born in Foix in 1931.", "Born in Foix in 1931."),
    "another subject": ("Ordonne la vente.", "The sale is ordered.", "The sale is ordered."),
    "one that is said": ("La cour dit oui.", "The court says yes.", "The court says yes."),
}


@pytest.mark.parametrize("case", SAID.values(), ids=SAID)
def test_a_subject_is_said(case: tuple[str, str]) -> None:
    assert with_subject(case[0], "fr") == case[1]


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_what_has_none_to_say_stays(text: str) -> None:
    assert with_subject(text, "fr") == text


@pytest.mark.parametrize("case", LOST.values(), ids=LOST)
def test_the_english_loses_it_again(case: tuple[str, str, str]) -> None:
    assert without_subject(case[0], case[1], ("fr", "en")) == case[2]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"][0])
def test_a_row_does_what_its_example_says(row: dict[str, Any]) -> None:
    assert with_subject(row["example"][0], "fr") == row["example"][1]
    assert with_subject(row["other"], "fr") == row["other"]


def test_a_language_without_such_rows_has_none() -> None:
    assert with_subject("CONDAMNA a los dos ;", "es") == "CONDAMNA a los dos ;"
