"""One spelling through a text: every rule of the data, its look-alike, and what stays."""

from __future__ import annotations

from typing import Any

import pytest

from translate.languages import language
from translate.mt.words.spelling import respelt
from translate.reading import read_toml

DATA = read_toml(language("en").folder / "spelling.toml")
RULES = [pytest.param(rule, id=rule["example"]["en-US"]) for rule in DATA["stems"]]
BOTH = [("en-US", "en-GB"), ("en-GB", "en-US")]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("variety", "other"), BOTH)
def test_a_rule_leads_to_each_variety_and_leaves_its_look_alike(
    rule: dict[str, Any], variety: str, other: str
) -> None:
    examples = rule["example"]
    assert respelt(examples[other], "en", variety) == examples[variety]
    assert respelt(examples[variety], "en", variety) == examples[variety]
    assert respelt(rule["other"], "en", variety) == rule["other"]


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        pytest.param("Organised, the organizer ran.", "Organized, the organizer ran.",
                     "Organised, the organiser ran.", id="both in one text"),
        pytest.param("The program of 12 percent.", "The program of 12 percent.",
                     "The program of 12 per cent.", id="computers have programs everywhere"),
        pytest.param("A cheque and two tyres", "A check and two tires", "A cheque and two tyres",
                     id="one way only"),
        pytest.param("Check the meter: ten meters.", "Check the meter: ten meters.",
                     "Check the meter: ten metres.", id="what is measured and what measures"),
        pytest.param("The Labour Party and the Defense Department",
                     "The Labour Party and the Defense Department",
                     "The Labour Party and the Defense Department", id="names"),
        pytest.param("a two-storey, well-organised site", "a two-story, well-organized site",
                     "a two-storey, well-organised site", id="within a compound"),
        pytest.param("a neighbour's dog, the center’s door", "a neighbor's dog, the center’s door",
                     "a neighbour's dog, the centre’s door", id="a possessive"),
        pytest.param("a colour'set", "a colour'set", "a colour'set", id="an apostrophe within"),
        pytest.param("@colour, #colour, a.colour.fr", "@colour, #colour, a.colour.fr",
                     "@colour, #colour, a.colour.fr", id="no words of running text"),
        pytest.param("Disable it, revise the size.", "Disable it, revise the size.",
                     "Disable it, revise the size.", id="look-alikes"),
        pytest.param("a licence to practise", "a license to practice", "a licence to practise",
                     id="noun and verb"),
        pytest.param("Mr. Roy, Mrs Blin, Dr Ott", "Mr. Roy, Mrs. Blin, Dr. Ott",
                     "Mr Roy, Mrs Blin, Dr Ott", id="titles before names"),
        pytest.param("Mr Bricolage, MR ROY, a Dr who", "Mr Bricolage, MR ROY, a Dr who",
                     "Mr Bricolage, MR ROY, a Dr who", id="no titles before names"),
    ],
)  # fmt: skip
def test_a_text_has_one_spelling(text: str, american: str, british: str) -> None:
    assert respelt(text, "en", "en-US") == respelt(text, "en", "") == american
    assert respelt(text, "en", "en-GB") == british


def test_given_words_stay() -> None:
    assert respelt("the harbour colour", "en", "en-US", {"colour"}) == "the harbor colour"


def test_a_language_without_such_data_is_left_alone() -> None:
    assert respelt("la couleur du colour", "fr", "") == "la couleur du colour"
