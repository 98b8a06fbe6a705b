"""Who wrote a text, of lines as pages have them."""

import json
from pathlib import Path

import pytest

from translate.cleaning.metadata.bylines import byline, persons

LINES = json.loads(Path(__file__).with_name("bylines.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["label"])
def test_a_line_names_who_wrote_the_text(case: dict[str, str]) -> None:
    assert byline(case["line"]) == case["names"]


@pytest.mark.parametrize(
    ("line", "button"),
    [
        pytest.param("Par Marie Curie S’abonner", "S’abonner", id="a button"),
        pytest.param("Par Marie Curie Temps de lecture : 3 min", "Temps", id="words of the page"),
    ],
)
def test_a_button_is_no_name(line: str, button: str) -> None:
    assert byline(line, lambda text: text.startswith(button)) == "Marie Curie"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jeanne Dubreuil", "Jeanne Dubreuil"),
        ("JEANNE DUBREUIL", "JEANNE DUBREUIL"),
        ("Jean-Paul Moulin, à Nevers", "Jean-Paul Moulin"),
        ("Ada Lovelace and Jean Moulin", "Ada Lovelace and Jean Moulin"),
        ("Jeanne Dubreuil - 3 mai 2021", "Jeanne Dubreuil"),
        ("Jeanne", ""),
        ("Jeanne Dubreuil - Le moulin", ""),
        ("Jeanne Dubreuil rouvre le moulin", ""),
        ("New York", ""),
        ("Val-de-Marne", ""),
        ("Le Courrier du Maine", ""),
    ],
)
def test_a_line_of_persons_alone(line: str, names: str) -> None:
    assert persons(line) == names
