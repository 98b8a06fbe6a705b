"""Labels before values, and words that stand alone beside their like."""

from __future__ import annotations

from typing import Any

import pytest

from translate.languages import language
from translate.mt.closed import alone, field, in_company
from translate.mt.closed.fields import Field
from translate.mt.closed.labels import with_label

PAIR = ("fr", "en")
LABELS = language("fr").table("labels.toml")

FIELDS = {
    "a value that is listed": ("Niveau : moyen", ("Level: ", "medium", True)),
    "a value to translate": ("Départ : place du lavoir", ("Departure: ", "place du lavoir", False)),
    "a name of words": ("Son : Rose Petit", ("Sound: ", "Rose Petit", True)),
    "an initial": ("Photo : R. Besse", ("Photo: ", "R. Besse", True)),
    "two names": ("Texte : Ida Roy et Guy Blanc", ("Text: ", "Ida Roy and Guy Blanc", True)),
    "a title": ("Décors : M. Petit", ("Set design: ", "Mr. Petit", True)),
    "a word that is a name, and brackets": (
        "Exclusion : Mercier (75e)",
        ("Sent off: ", "Mercier (75th)", True),
    ),
    "a firm": ("Production : Films du Lac", ("Production: ", "Films du Lac", True)),
    "in capitals": ("DÉPART : LA GARE", ("DEPARTURE: ", "LA GARE", False)),
}
NONE = {
    "a sentence": "Son : il est très fort. Trop.",
    "a long value": "Départ : la place où se tenait le marché aux bestiaux",
    "a number": "Poids : 12 kg",
    "no label": "Le pont : une histoire",
    "two": "Départ : gare ; arrivée : lac",
    "no colon": "Niveau moyen",
}


@pytest.mark.parametrize("case", FIELDS.values(), ids=FIELDS)
def test_a_label_and_its_value(case: tuple[str, tuple[str, str, bool]]) -> None:
    assert field(case[0], PAIR) == Field(*case[1])


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_label_and_short_value(text: str) -> None:
    assert field(text, PAIR) is None


def test_no_language_without_labels_has_fields() -> None:
    assert field("Nivel: medio", ("es", "en")) is None
    assert in_company("Plats\nDesserts\nEntrées", ("es", "en")) == {}


@pytest.mark.parametrize("row", LABELS["valued"]["en"], ids=lambda row: row["example"])
def test_a_value_tells_the_sense_of_a_label(row: dict[str, Any]) -> None:
    other = row["example"].split(" :")[0] + ": x"
    assert (
        with_label(row["example"], "Wrong: x", PAIR).split(":")[0].lower()
        == (row["to"].split("|")[0])
    )
    assert with_label(row["other"], other, PAIR).split(":")[0].lower() != row["to"].split("|")[0]


@pytest.mark.parametrize("row", LABELS["values"]["en"], ids=lambda row: row["labels"][0])
def test_labels_of_values_are_known(row: dict[str, Any]) -> None:
    for label in row["labels"]:
        found = field(f"{label.capitalize()} : {next(iter(row['said']))}", PAIR)
        assert found is not None, label
        assert found.done


@pytest.mark.parametrize("name", LABELS["company"]["en"])
def test_words_of_a_list_are_meant_beside_each_other(name: str) -> None:
    rows = LABELS["company"]["en"][name]
    first, second, third, *_ = rows
    told = in_company(f"{first.capitalize()}\n\nLe lac\n\n{second} :\n{third}", PAIR)
    assert alone(first.capitalize(), told).lower() == rows[first].lower()
    assert in_company(f"{first}\n\nLe lac\n{second}", PAIR) == {}


def test_a_word_in_a_sentence_is_not_alone() -> None:
    told = in_company("Plats\nDesserts\nEntrées", PAIR)
    assert alone("Les plats arrivent.", told) == ""
    assert alone("Desserts", told) == "Desserts"


@pytest.mark.parametrize("label", [*LABELS["roles"]["one"]["en"], *LABELS["roles"]["each"]["en"]])
def test_labels_of_names_are_known(label: str) -> None:
    found = field(f"{label.capitalize()} : Rose Petit", PAIR)
    assert found is not None
    assert found.done
