"""Nouns of several words that have their own English are known, missed and told as one word is."""

import re

import pytest

from translate.languages import language
from translate.mt.checks import Attempt
from translate.mt.checks.meaning import covered
from translate.mt.counterparts.expressions import expressions, telling_stems
from translate.mt.fallbacks.meanings import told
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source, Unit

PAIR = ("fr", "en")

FOUND = {
    "two words": ("Un autre fuseau horaire.", ["fuseau horaire"]),
    "with an apostrophe of either kind": (
        "Le chiffre d’affaires, ce chiffre d'affaires.",
        ["chiffre d’affaires", "chiffre d'affaires"],
    ),
    "at the beginning": ("Garde à vue : 24 heures.", ["Garde à vue"]),
    "broken by a comma": ("Un fuseau, horaire compris.", []),
    "a part of it": ("Un fuseau de soie.", []),
    "with its hyphen": ("Sa petite-fille joue.", ["petite-fille"]),
    "listed with a hyphen, without it another thing": ("La petite fille joue.", []),
    "the longer of two": ("Les appareils photo numériques.", ["appareils photo numériques"]),
}


@pytest.mark.parametrize(("text", "said"), FOUND.values(), ids=FOUND)
def test_expressions_are_found(text: str, said: list[str]) -> None:
    assert [one.said for one in expressions(text, PAIR)] == said


MISSING = {
    "said": ("Un autre fuseau horaire.", "Another time zone.", []),
    "word by word": ("Un autre fuseau horaire.", "Another hourly spindle.", ["fuseau horaire"]),
    "half of it": ("Un autre fuseau horaire.", "Another time.", ["fuseau horaire"]),
    "otherwise, as it is listed too": ("Sa garde à vue.", "His time in custody.", []),
}


@pytest.mark.parametrize(("source", "english", "missing"), MISSING.values(), ids=MISSING)
def test_what_is_said_word_by_word_is_missing(
    source: str, english: str, missing: list[str]
) -> None:
    assert [gap.word for gap in covered(Attempt(Unit(source), english)).missing] == missing


def test_an_expression_is_told_as_a_word_is() -> None:
    attempt = Attempt(Unit("Leur chiffre d’affaires baisse."), "Their number of deals falls.")
    one = told(attempt, language("fr").meanings("en"), ["⟦0⟧"])
    assert one is not None
    assert one.text == "Leur ⟦0⟧ baisse."
    assert one.read("Their ⟦0⟧ falls.") == "Their revenue falls."


SAID = {
    "geography": ("L’île a son propre fuseau horaire.", "time zone"),
    "police": ("Sa garde à vue a duré deux jours.", "custody"),
}


@pytest.mark.parametrize(("french", "words"), SAID.values(), ids=SAID)
def test_the_embedded_model_is_told_expressions(french: str, words: str) -> None:
    [done] = translate_documents([Source("", french)], loaded("", *PAIR))
    assert words in done.text.lower(), done.text


def test_the_list_is_in_order_and_has_several_words_each() -> None:
    path = language("fr").folder / "expressions-en.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == sorted(language("fr").expressions("en"))
    right = re.compile(r"[^\W\d_A-Z]+(?:[ '-][^\W\d_A-Z]+)+\t[^\t|]+(?:\|[^\t|]+)*")
    assert [line for line in lines if not right.fullmatch(line)] == []
    options = (line.partition("\t")[2].split("|") for line in lines)
    assert [one for some in options for one in some if not telling_stems(one, "en")] == []
    elsewhere = language("fr").renderings("en")
    assert [line for line in lines if line.split("\t")[0] in elsewhere] == []
