"""Who wrote a text, of lines as pages have them."""

import json
from pathlib import Path

import pytest

from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.metadata.bylines import byline, names_follow, persons
from translate.config import CleanConfig
from translate.languages import known

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


NOBODY = {"Foto: Redacția", "str-ama/pz/hba/mm", "abc/def/gh", "ber-lgo/alu"}  # pictures, initials


def test_what_a_rule_takes_for_a_byline_is_recorded_as_one() -> None:
    rules = Rules.load(CleanConfig(profile="page"), [one.code for one in known()])
    taken = [text for rule in rules.rules if rule.kind == "byline" for text in rule.examples]
    unsaid = {text for text in taken if not byline(text) and not names_follow(text)}
    assert unsaid == NOBODY
    assert byline("A. Lovelace, à Londres") == "A. Lovelace"  # as structure.byline takes it
