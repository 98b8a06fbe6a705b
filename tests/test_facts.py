"""What is known of a document goes into its record and comes back the same."""

import json

import pytest

from translate.errors import DocumentError
from translate.facts import Date, Decoding, Facts, Paragraph

EVERYTHING = Facts(
    encoding=Decoding("", ((7, "cp1252"),)),
    sha256="00",
    title="Le pont",
    date=Date("mai 2021", "2021-05"),
    byline="Jeanne",
    source="exemple.org",
    language="fr",
    languages={"fr": 1.0},
    paragraphs=(Paragraph(0, 1, "fr", "words"),),
)


@pytest.mark.parametrize("facts", [Facts(), EVERYTHING, Facts(languages={}, paragraphs=())])
def test_facts_come_back_from_json(facts: Facts) -> None:
    assert Facts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="nothing"),
        pytest.param({"colour": "red"}, id="an unknown fact"),
        pytest.param({"date": "2021"}, id="a date without its words"),
        pytest.param({"paragraphs": [[0, 1]]}, id="a paragraph without a language"),
        pytest.param({"encoding": "utf-8"}, id="an encoding without its spans"),
    ],
)
def test_something_else_is_refused(value: object) -> None:
    with pytest.raises(DocumentError, match="not "):
        Facts.from_json(value)
