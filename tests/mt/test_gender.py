"""A woman is she in the English where nobody else can be meant; all else stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from translate.mt.gender import Speaking
from translate.mt.sentences import pieces
from translate.names.enforce import NameKeeper
from translate.names.gender import people
from translate.names.glossary import Glossary, Name

CASES = json.loads((Path(__file__).parent / "cases/gender.json").read_text(encoding="utf-8"))
PAIR = ("fr", "en")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_she_is_told(case: dict[str, Any]) -> None:
    text = case["source"]
    sentences = tuple(piece.text for piece in pieces(text, "fr") if piece.sentence)
    speaking = Speaking(sentences, NameKeeper(Glossary()).people(text, "fr"), PAIR)
    sentence, english = case.get("sentence", text), case["english"]
    mended, repairs = speaking.mended(sentence, english, case.get("before", ""))
    assert mended == case.get("to", english)
    assert bool(repairs) == ("to" in case)
    assert speaking.mended(sentence, mended, case.get("before", "")) == (mended, ())


def test_a_person_of_the_glossary_that_nothing_tells_of_is_unclear() -> None:
    names = {"Zoltar Bim": Name("Zoltar Bim", "person")}
    assert people("Zoltar Bim lit.", "fr", names).others == {"Zoltar Bim", "Bim"}
    assert people("Zoltar Bim lit.", "fr", {}).others == set()


def test_a_firm_is_nobody_where_the_glossary_tells() -> None:
    text = "Élise Martin dirige Zoltar. Sa société recrute."
    sentences = tuple(piece.text for piece in pieces(text, "fr") if piece.sentence)
    for kind, english in (("organisation", "Her firm hires."), ("", "His firm hires.")):
        terms = NameKeeper(Glossary((Name("Zoltar", kind),)))
        speaking = Speaking(sentences, terms.people(text, "fr"), PAIR)
        assert speaking.mended(sentences[1], "His firm hires.", sentences[0])[0] == english


def test_nothing_is_told_of_other_languages() -> None:
    assert people("Anna Krull liest.", "de", {}).women == set()
    speaking = Speaking(("Anna liest.",), people("Anna Krull", "de", {}), ("de", "en"))
    assert speaking.mended("Anna liest ihr Buch.", "Anna reads his book.")[1] == ()
