"""Names are found as people write them and spelt one way, and nobody is taken for another."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.document import apply, invert
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key
from translate.names.variants import RULE, canonicalise, find

HERE = Path(__file__).parent
GLOSSARY = Glossary.load(HERE / "glossary_of_tests.toml")
CASES = json.loads((HERE / "canonicalise.json").read_text(encoding="utf-8"))


def spelt(text: str, glossary: Glossary = GLOSSARY) -> str:
    return apply(text, canonicalise(text, glossary))


@pytest.mark.parametrize("case", CASES, ids=[c["label"] for c in CASES])
def test_names_are_spelt_canonically(case: dict[str, str]) -> None:
    assert spelt(case["text"]) == case["to"]


def test_edits_name_rule_and_reason() -> None:
    (edit,) = canonicalise("Selon aida lovelass, oui.", GLOSSARY)
    assert edit.rule == RULE
    assert edit.reason == "'aida lovelass' stands for Ada Lovelace in the glossary"


def test_a_mention_gives_both_languages() -> None:
    (mention,) = find("Née à varsovie.", GLOSSARY)
    assert (mention.text, mention.canonical, mention.target) == ("varsovie", "Varsovie", "Warsaw")


@pytest.mark.parametrize(
    ("text", "names"),
    [("Chez Orange, oui.", 1), ("Oui. Orange mûre.", 0), ("Selon M. Orange, oui.", 1)],
    ids=["its own capital", "the capital of the sentence", "a title ends no sentence"],
)
def test_an_ordinary_word_needs_a_capital_of_its_own(text: str, names: int) -> None:
    assert len(find(text, GLOSSARY)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Elle reste en selle, dit Fonda.", ["Fonda"], id="a word that has a meaning"),
        pytest.param("Il fonda un journal en 1850.", [], id="a verb after its subject"),
        pytest.param("la selle de ce cheval", [], id="a noun after its article"),
        pytest.param("Hier, fonda a joué avec Selle.", ["fonda", "Selle"], id="no other word"),
        pytest.param("Selon M. selle, oui.", ["selle"], id="a title tells"),
        pytest.param("le rôle de selle et fonda", ["selle", "fonda"], id="no capitals at all"),
    ],
)
def test_a_surname_in_small_letters_may_be_another_word(text: str, names: list[str]) -> None:
    glossary = Glossary((Name("Jane Fonda", "person"), Name("Erna Selle", "person")))
    assert [m.text for m in find(text, glossary)] == names


def test_english_knows_target_forms() -> None:
    found = find("From warsaw to Varsovie", GLOSSARY, english=True)
    assert [m.target for m in found] == ["Warsaw", "Warsaw"]
    assert find("From Warsaw", GLOSSARY) == []


def test_two_people_of_one_surname() -> None:
    glossary = Glossary((Name("Marie Curie", "person"), Name("Pierre Curie", "person")))
    assert spelt("curie, pierre curie et curie marie", glossary) == (
        "Curie, Pierre Curie et Marie Curie"
    )


def test_two_people_whose_variants_meet_are_not_merged() -> None:
    glossary = Glossary(
        (
            Name("Anna Keller", "person", ("anna kellar",)),
            Name("Otto Kellner", "person", ("otto kellar",)),
        )
    )
    assert spelt("selon kellar, anna kellar a raison", glossary) == (
        "selon kellar, Anna Keller a raison"
    )


def test_a_first_name_that_the_glossary_lists_is_the_person_alone() -> None:
    glossary = Glossary((Name("Sam Altman", "person", ("Sam",)),))
    assert spelt("Hier Sam et Sam Bankman ; Sam rit.", glossary) == (
        "Hier Sam Altman et Sam Bankman ; Sam Altman rit."
    )


def test_no_glossary_finds_nothing() -> None:
    assert find("Ada Lovelace", Glossary()) == []


# Words and signs of the examples, thrown together anew.
WORDS = st.sampled_from(
    sorted({w for case in CASES for w in re.findall(r"\w+['’]?|[^\w\s]", case["text"])})
)
SPACES = st.sampled_from(["", " ", "\u00a0", "\n", "-"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=25).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_canonicalising_twice_changes_nothing_more(text: str) -> None:
    once = spelt(text)
    assert canonicalise(once, GLOSSARY) == []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_edits_undo_and_keep_the_lines(text: str) -> None:
    edits = canonicalise(text, GLOSSARY)
    after = apply(text, edits)
    assert apply(after, invert(edits)) == text
    assert after.count("\n") == text.count("\n")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_text_without_names_is_unchanged(text: str) -> None:
    glossary = Glossary((Name("Zzyzx Qwortle", "person", ("zzysx qwortel",)),))
    assert spelt(text, glossary) == text


SPELLINGS = st.text(alphabet="abAB é-'.", min_size=1, max_size=8).filter(key)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.builds(Name, SPELLINGS), max_size=5), st.text("abAB é-'.\n", max_size=30))
def test_mentions_are_in_order_and_stand_where_they_say(names: list[Name], text: str) -> None:
    end = 0
    for mention in find(text, Glossary(tuple(names))):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
