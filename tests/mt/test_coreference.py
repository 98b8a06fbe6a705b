"""He, she and it are set right in the English where the text knows who is meant; all else stays.

The cases of `persons.json` are texts of a few sentences, those of `gender.json` look at one
sentence of a text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.coreference import Spoken, spoken
from translate.mt.job import loaded, translate_documents
from translate.mt.memory import Memory
from translate.mt.sentences import pieces
from translate.mt.units import Source
from translate.names.enforce import NameKeeper
from translate.names.gender import people
from translate.names.glossary import Glossary, Name

FOLDER = Path(__file__).parent / "cases"
CASES = json.loads((FOLDER / "gender.json").read_text(encoding="utf-8"))
TEXTS = json.loads((FOLDER / "persons.json").read_text(encoding="utf-8"))
PAIR = ("fr", "en")


def told(french: list[str], english: list[str], *names: Name) -> list[Spoken]:
    named = NameKeeper(Glossary(names)).people(french, "fr")
    return spoken(french, english, lambda: named, PAIR)


def params(cases: list[dict[str, Any]]) -> list[Any]:
    failure = pytest.mark.xfail(strict=True)
    known = [case["label"].startswith("known failure") for case in cases]
    return [
        pytest.param(case, id=case["label"], marks=failure if fails else ())
        for case, fails in zip(cases, known, strict=True)
    ]


@pytest.mark.parametrize("case", params(TEXTS))
def test_he_and_she_are_told_in_a_text(case: dict[str, Any]) -> None:
    found = told(case["french"], case["english"])
    right = case.get("right", case["english"])
    assert [one.english for one in found] == right
    changed = [one != two for one, two in zip(case["english"], right, strict=True)]
    assert [bool(one.repairs) for one in found] == changed
    assert [one.english for one in told(case["french"], right)] == right
    if "doubtful" in case:
        assert [n for n, one in enumerate(found) if one.checks] == case["doubtful"]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_she_is_told_in_a_sentence(case: dict[str, Any]) -> None:
    sentences = [piece.text for piece in pieces(case["source"], "fr") if piece.sentence]
    n = sentences.index(case.get("sentence", case["source"]))
    english = [""] * len(sentences)
    for said in (case["english"], case.get("to", case["english"])):
        english[n] = said
        found = told(sentences, english)[n]
        assert found.english == case.get("to", case["english"])
        assert bool(found.repairs) == (said != found.english)


def test_many_who_are_somebodys_are_told_at_once() -> None:
    some = 40  # of which each asked for all before it, twice the work for one more
    french = "Ada Bo, directrice, remercie " + ", ".join(["sa mère"] * some) + "."
    english = "Ada Bo, director, thanks " + ", ".join(["his mother"] * some) + "."
    assert told([french], [english])[0].english == english.replace("his", "her")


def test_letters_that_only_look_alike_are_no_pronoun() -> None:
    english = ["Ada Bo saw himſelf.", "İt and ſhe fell."]
    found = told(["Ada Bo se voit.", "Elle tombe."], english)
    assert [one.english for one in found] == english


def test_a_doubt_names_the_person() -> None:
    case = next(case for case in TEXTS if case.get("doubtful"))
    (found,) = told(case["french"], case["english"])
    assert found.checks == ("gender: 'his' where Irina Velmet is a woman",)


def test_a_person_of_the_glossary_that_nothing_tells_of_is_unclear() -> None:
    names = {"Zoltar Bim": Name("Zoltar Bim", "person")}
    for known in (names, {}):
        ((named,),) = people(["Zoltar Bim lit."], "fr", known, ())
        assert (named.name, named.gender) == ("Zoltar Bim", "")


def test_spellings_of_one_person_are_one() -> None:
    texts = ["Kessaly Obrun, directrice, arrive.", "Kesali Obrun a vendu sa maison."]
    english = ["Kessaly Obrun, director, arrives.", "Kessaly Obrun sold his house."]
    assert told(texts, english)[1].english == english[1]
    texts[1] = texts[1].replace("Kesali", "Kessaly")  # as the glossary has it spelt
    assert told(texts, english)[1].english == "Kessaly Obrun sold her house."


def test_a_firm_is_nobody_where_the_glossary_tells() -> None:
    french = ["Élise Martin voit Zoltar.", "Sa société recrute."]
    for kind, english in (("organisation", "Her firm hires."), ("", "His firm hires.")):
        found = told(french, ["Élise Martin sees Zoltar.", "His firm hires."], Name("Zoltar", kind))
        assert found[1].english == english


def test_nothing_is_told_of_other_languages() -> None:
    assert people(["Anna Krull liest."], "de", {}, ()) == [[]]
    english = ["Anna reads his book."]
    assert spoken(["Anna liest ihr Buch."], english, lambda: [[]], ("de", "en")) == [
        Spoken(english[0])
    ]


@given(st.permutations(range(len(TEXTS))))
def test_no_text_tells_of_another(order: list[int]) -> None:
    some = [TEXTS[i] for i in order[:3]]
    apart = [told(case["french"], case["english"]) for case in some]
    assert apart == [told(case["french"], case["english"]) for case in some]


def test_what_a_text_knows_is_not_kept_in_the_memory(tmp_path: Path) -> None:
    second = "Hier, Obrun a vendu sa maison."
    texts = [f"Kessaly Obrun, {role}, arrive. {second}" for role in ("directrice", "directeur")]
    keeper = NameKeeper(Glossary())
    with Memory(tmp_path / "memory.db") as memory:
        for _ in range(2):
            found = list(
                translate_documents(
                    (Source(str(n), text) for n, text in enumerate(texts)),
                    loaded("", *PAIR),
                    terms=keeper,
                    memory=memory,
                )
            )
            assert [" her " in one.text for one in found] == [True, False]
            assert [" his " in one.text for one in found] == [False, True]
