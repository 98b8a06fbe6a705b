"""Closed classes: what is read, how it is written, what is set right, and what is left alone."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import language
from translate.mt.closed import (
    copied,
    lost,
    mended,
    named,
    people,
    phrase,
    plain,
    polished,
    tidied,
    with_acronyms,
    written,
)
from translate.mt.closed.amounts import amounts
from translate.mt.closed.english import spelt_out
from translate.mt.closed.families import FAMILIES
from translate.mt.closed.grammar import grammar
from translate.mt.closed.reading import read
from translate.mt.closed.writing import writer
from translate.mt.held import protected
from translate.reading import read_toml

HERE = Path(__file__).parent
PAIR = ("fr", "en")
READ = sorted(set(FAMILIES) - {"none"})


def table(name: str) -> list[Any]:
    rows = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{name}: {row['label']}") for row in rows]


@pytest.mark.parametrize("case", [(name, *row.values) for name in READ for row in table(name)])
def test_an_expression_is_read_and_written_and_no_look_alike(case: tuple[str, Any]) -> None:
    family, row = case
    found = [i for i in read(row["text"], "fr") if i.family == family]
    for variety, key in (("en-US", "written"), ("en-GB", "british")):
        hand = writer(PAIR, variety)
        assert hand
        if key in row:
            assert [hand.write(i) for i in found] == row[key], row["label"]


@pytest.mark.parametrize("family", READ)
def test_every_family_has_cases_and_look_alikes(family: str) -> None:
    rows = [row.values[0] for row in table(family)]
    assert {bool(row["written"]) for row in rows} == {True, False}


@pytest.mark.parametrize("row", table("copied"))
def test_what_is_no_quantity_is_copied(row: dict[str, Any]) -> None:
    assert [row["text"][s.start : s.end] for s in copied(row["text"], PAIR)] == row["copied"]


@pytest.mark.parametrize("row", table("mended"))
def test_a_wrong_expression_is_set_right(row: dict[str, Any]) -> None:
    assert mended(row["source"], row["english"], PAIR) == row["mended"]


@pytest.mark.parametrize("row", table("polished"))
def test_a_right_expression_gets_the_form_of_the_variety(row: dict[str, Any]) -> None:
    for variety, key in (("en-US", "american"), ("en-GB", "british")):
        assert polished(row["source"], row["english"], PAIR, variety) == row[key]


@pytest.mark.parametrize("row", table("named"))
def test_a_name_that_is_lost_is_told(row: dict[str, Any]) -> None:
    assert [one.english for one in lost(row["source"], row["english"], PAIR)] == row["lost"]


@pytest.mark.parametrize("row", table("people"))
def test_a_person_whom_a_model_may_take_for_words_is_known(row: dict[str, Any]) -> None:
    assert [one.name for one in people(row["source"], PAIR[0])] == row["people"]


@pytest.mark.parametrize(
    "text, known",
    [
        pytest.param("Le cto part.", "Le CTO part.", id="listed with its English"),
        pytest.param("L’insee compte.", "L’INSEE compte.", id="listed with what it is"),
        pytest.param("Les pdg de l'onu et de l’ue.", "Les PDG de l'ONU et de l’UE.", id="elided"),
        pytest.param("Ce bruit a un tic.", "Ce bruit a un tic.", id="words that are spelt so"),
        pytest.param("12 bd Hugo", "12 bd Hugo", id="another abbreviation"),
        pytest.param("@sncf, www.a.fr/?ia=1", "@sncf, www.a.fr/?ia=1", id="handles and addresses"),
        pytest.param("Un doctorant, une pmeu.", "Un doctorant, une pmeu.", id="part of a word"),
    ],
)
def test_acronyms_in_small_letters_get_capitals(text: str, known: str) -> None:
    assert with_acronyms(text, list(protected(text)), PAIR) == known


@pytest.mark.parametrize("form", grammar("fr").tables["plain"], ids=lambda form: form["pattern"])
def test_a_short_form_is_written_in_full_and_no_look_alike(form: dict[str, Any]) -> None:
    before, after = form["example"]
    assert plain(before, "fr") == after
    assert plain(form["other"], "fr") == form["other"]
    assert re.search(form["pattern"], before)


@pytest.mark.parametrize(
    "text",
    [
        "Voir AJDA 2018 p. 2486, et note 3 ex. 2.",
        "Les mesures des 1° à 5° du présent article.",
        "Une médaille de 3° classe.",
        "Un coup manqué de septembre.",
        "La pomme se garde d’octobre à mars, et d’ordinaire au frais.",
        "Il est vingt-deux fois moins cher, et 3,2 fois moins lourd.",
        "Il a toujours plus de chance que moi.",
        "Il faut toujours plus de deux heures.",
        "La poutre fait 300 M de long, à 200 M d’un arrêt.",
        "Elle court 10 k chaque jour, et 5 k dimanche.",
        "Gratuit - 12 ans et plus.",
        "Gratuit – 3 ans de garantie.",
        "Un livre, histoire de la guerre.",
        "Il y a de quoi se restaurer, et de quoi faire.",
        "Un homme qui ne la regarde plus.",
        "Merci de ne pas avoir oublié.",
        "Autant la mer est belle, autant elle est froide.",
        "Autant hier que demain.",
        "Chapeau, gants, écharpe.",
    ],
)
def test_a_look_alike_of_a_short_form_says_what_it_said(text: str) -> None:
    assert plain(text, "fr") == text


@pytest.mark.parametrize(
    ("source", "english"),
    [
        (
            "Il y a dix fois plus d’ours et trois fois moins de loups.",
            "There are ten times as many bears and three times fewer wolves.",
        ),
        ("Il manquera à coup sûr le match.", "He will miss the match for sure."),
        ("Il manquera au moins la reprise.", "He will miss the restart at least."),
    ],
)
def test_what_is_not_turned_round_stays(source: str, english: str) -> None:
    assert mended(source, english, PAIR) == english


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Allier le geste à la parole.", []),
        ("L’Allier déborde.", ["Allier"]),
        ("Allier, Aube, Orne", ["Allier", "Aube", "Orne"]),
        ("Aube sur la mer.", []),
        ("Orne la table de fleurs.", []),
        ("Méduse échouée.", []),
        ("Il peint Méduse.", ["Medusa"]),
        ("Il vit en Galilée.", ["in Galilee"]),
        ("Hadrien est là.", [""]),
    ],
)
def test_a_word_at_the_beginning_is_no_name(text: str, held: list[str]) -> None:
    assert [span.english for span in named(text, PAIR)] == held


@pytest.mark.parametrize("rule", grammar("fr").tables["held"]["en"], ids=lambda r: r["pattern"])
def test_what_goes_past_a_model_has_its_form_and_no_look_alike(rule: dict[str, Any]) -> None:
    text, *forms = rule["example"]
    assert [span.english for span in copied(text, PAIR)] == forms
    assert not re.search(rule["pattern"], rule["other"])


@pytest.mark.parametrize("rule", grammar("en").tables["moved"], ids=lambda rule: rule["pattern"])
def test_what_a_model_put_elsewhere_is_moved_and_no_look_alike(rule: dict[str, Any]) -> None:
    before, after = rule["example"]
    assert re.sub(rule["pattern"], rule["to"], before) == after
    assert not re.search(rule["pattern"], rule["other"])


@pytest.mark.parametrize("rule", grammar("fr").tables["turned"]["en"], ids=lambda r: r["pattern"])
def test_what_is_turned_round_is_set_right_and_no_look_alike(rule: dict[str, Any]) -> None:
    source, before, after = rule["example"]
    assert mended(source, before, PAIR) == after
    assert mended(source, after, PAIR) == after
    other, english = rule["other"]
    assert mended(other, english, PAIR) == english


@pytest.mark.parametrize("rule", grammar("en").tables["tidied"], ids=lambda rule: rule["pattern"])
def test_a_small_word_is_set_right_and_no_look_alike(rule: dict[str, Any]) -> None:
    before, after = rule["example"]
    assert tidied(before, "en") == after
    assert tidied(rule["other"], "en") == rule["other"]


@pytest.mark.parametrize("verb", grammar("fr").tables["said"])
def test_a_verb_behind_a_quotation_is_made_plain_and_no_other(verb: str) -> None:
    plainer = grammar("fr").tables["said"][verb]
    assert plain(f"« Non », {verb} Paul.", "fr") == f"« Non », {plainer} Paul."
    assert plain(f"Paul {verb} ici.", "fr") == f"Paul {verb} ici."


@pytest.mark.parametrize(
    "text, english",
    [
        pytest.param("Merci, au revoir.", "thank you, goodbye", id="two"),
        pytest.param("Bonjour et bienvenue !", "hello and welcome", id="joined"),
        pytest.param("Bonne semaine à toutes et à tous", "have a good week, everyone", id="to all"),
        pytest.param("Merci, Adrien Petit.", "thank you, Adrien Petit", id="to a person"),
        pytest.param("Merci, adieu la tour.", "", id="one that is none"),
        pytest.param("Adrien, merci.", "", id="a name before"),
        pytest.param("Merci à", "", id="half of one"),
    ],
)
def test_set_phrases_in_a_row(text: str, english: str) -> None:
    assert phrase(text, PAIR) == english


FORMULAS = read_toml(language("fr").folder / "phrases.toml")["formulas"]["en"]


@pytest.mark.parametrize("rule", FORMULAS, ids=lambda rule: rule["to"])
def test_a_formula_of_letters_is_a_set_phrase_and_no_look_alike(rule: dict[str, Any]) -> None:
    assert phrase(rule["example"], PAIR) == rule["to"]
    assert phrase(rule["other"], PAIR) == ""


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_family_of_the_data_is_known(code: str) -> None:
    assert set(grammar(code).patterns) <= set(FAMILIES)


@given(st.integers(0, 999_999))
def test_a_number_spelt_out_is_read_again(number: int) -> None:
    if number:
        assert amounts(spelt_out(number), grammar("en")) == (Fraction(number),)


@given(st.text(alphabet="0123456789 ,.€%hXVIe/-:abn", max_size=30))
def test_nothing_makes_reading_stumble(text: str) -> None:
    items = read(text, "fr")
    assert all(a.end <= b.start for a, b in pairwise(items))
    assert isinstance(written(text, PAIR), str)


@given(st.integers(0, 10**9))
def test_a_number_in_french_groups_is_written_in_english_ones(number: int) -> None:
    french = f"{number:,}".replace(",", "\u202f")
    assert written(french, PAIR) == f"{number:,}"


def test_letters_that_only_look_alike_are_no_short_form() -> None:
    assert plain("Ouvert le ſam. matin.", "fr") == "Ouvert le ſam. matin."


def test_a_pair_that_nothing_is_known_of_is_left_alone() -> None:
    assert polished("16h30", "16h30", ("xx", "en")) == "16h30"
    assert written("1,5", ("fr", "xx")) == "1,5"
    assert lost("La SNCF", "", ("xx", "yy")) == []


@pytest.mark.parametrize(
    "text, said",
    [
        ("À bientôt !", "see you soon"),
        ("s'il vous plaît", "please"),
        ("Ça va ?", "how are you?"),
        ("Ça va.", "it's all right"),
        ("Bonne année scolaire", ""),
        ("", ""),
    ],
)
def test_a_set_phrase_is_known_by_the_whole_of_it(text: str, said: str) -> None:
    assert phrase(text, PAIR) == said
