"""What the data of languages make of lines, dates, sentences, numbers and addresses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.cleaning import clean, restore
from translate.cleaning.language import check
from translate.cleaning.metadata import dates
from translate.config import Config
from translate.document import Document
from translate.languages.addresses import has_link, in_address, without_addresses
from translate.languages.words import fold, fold_word
from translate.mt.counterparts.numbers import lost_numbers, made_up_numbers
from translate.mt.sentences import pieces

CASES = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
AMONG = ("ro", "fr", "en")


def cases(name: str) -> pytest.MarkDecorator:
    found = [pytest.param(case, id=case["label"]) for case in CASES[name]]
    return pytest.mark.parametrize("case", found)


@cases("language")
def test_the_language_of_a_line(case: dict[str, Any]) -> None:
    assert check(Document("", case["text"]), AMONG, "ro").meta.language == case["is"]


@cases("dates")
def test_dates(case: dict[str, Any]) -> None:
    assert [date.iso for date in dates([case["text"]])] == [case["iso"]] * bool(case["iso"])


@cases("sentences")
def test_sentences(case: dict[str, Any]) -> None:
    found = [piece.text for piece in pieces(case["text"], case["language"]) if piece.sentence]
    assert found == case["sentences"]


@cases("numbers")
def test_numbers(case: dict[str, Any]) -> None:
    pair = (case["pair"][0], case["pair"][1])
    assert lost_numbers(case["source"], case["english"], pair) == case["lost"]
    assert made_up_numbers(case["source"], case["english"], pair) == case["made_up"]


@cases("addresses")
def test_addresses(case: dict[str, Any]) -> None:
    assert without_addresses(case["text"]) == case["rest"]
    assert has_link(case["text"]) == case["link"]


@cases("addresses that are none")
@pytest.mark.xfail(strict=True, reason="of, in, me are also the last parts of hosts")
def test_words_taken_for_addresses(case: dict[str, Any]) -> None:
    test_addresses(case)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("www.[pont].fr", True),
        ("https://exemple.fr/[pont]/a", True),
        ("@[pont]", True),
        ("#le[pont]", True),
        ("[pont].js", True),
        ("un.[pont]@exemple.fr", True),
        ("le [pont] rouvre", False),
        ("le [pont].", False),
        ("le [pont]. Il rouvre", False),
    ],
)
def test_what_stands_in_an_address_is_no_name(text: str, inside: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert in_address(text.replace("[", "").replace("]", ""), start, end) == inside


@given(st.text(max_size=40))
def test_folding_is_idempotent_and_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert fold_word(fold_word(text)) == fold_word(text)


PAGE = Path(__file__).with_name("romanian.txt").read_text(encoding="utf-8")


def test_a_romanian_page_is_cleaned_described_and_kept() -> None:
    config = Config(source="ro", languages=("ro", "en"))
    done = clean(PAGE, config=config)
    removed = {edit.rule for edit in done.edits}
    lines = [line for line in done.text.split("\n") if line]
    assert lines[0] == "Podul vechi se redeschide sâmbătă"
    assert lines[-1].startswith("Urmărește râul")
    assert {
        "ro.menu.head", "ro.share.call", "ro.related.title", "ro.newsletter.call",
        "ro.copyright.legal", "ro.date.line", "ro.byline.line",
    } <= removed  # fmt: skip
    assert done.meta.language == "ro"
    assert done.meta.date and done.meta.date.iso == "2021-11-03"
    assert restore(done) == PAGE.encode()


def test_its_rules_are_not_asked_where_it_is_not_expected() -> None:
    done = clean(PAGE, config=Config(languages=("fr", "en")))
    assert not any(edit.rule.startswith("ro.") for edit in done.edits)
