"""Repair by example (repairs.json) and by law."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.repair import repair
from translate.document import Document

CASES = json.loads(Path(__file__).with_name("repairs.json").read_text(encoding="utf-8"))
LANGUAGES = ("fr", "en")
# Text in which repairs meet each other: pieces of mojibake, entities, lost letters, odd spaces.
PIECES = [
    *("é", "à", "’", "œ", "«", "»", "Ã", "Â", "├", "®", "Г", "©", "√", "Ô", "Ç", "Ö", "Å", "™"),
    *("&amp;", "&lt;", "&eacute;", "&#65;", "&", ";", "<", "?", "!", ".", ",", ":", "-", "\ufffd"),
    *(
        "\u200b",
        "\u200d",
        "\xad",
        "\x00",
        "\x85",
        "\x1b[0m",
        "\ud83d",
        "\ude00",
        "\udce9",
        "\u202e",
    ),
    *("le", "l", "march", "d", "t", "tat", "mot", "A", "1", "\r", "\n", "\t", " ", "  ", "\xa0"),
]
TANGLED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def repaired(text: str) -> Document:
    return repair(Document("t", text), LANGUAGES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_repairs(case: dict[str, str]) -> None:
    assert repaired(case["text"]).text == case["fixed"]


def test_french_repairs_need_french_among_the_languages() -> None:
    assert repair(Document("t", "Le march\ufffd"), ["en"]).text == "Le march\ufffd"


def test_what_stays_lost_is_noted_with_what_would_fit() -> None:
    doc = repaired("Les g\ufffdnes du chat.")
    assert [(n.start, n.end, n.message) for n in doc.notes] == [
        (4, 9, "a lost letter: gènes or gênes")
    ]


@pytest.mark.parametrize(
    ("text", "holes"),
    [
        ("Né le  à Lyon, il meurt le .", [(5, 7), (26, 27)]),
        ("Voir aussi  et  .", [(10, 12), (14, 16)]),
        ("Écrivez à  ou  .", [(9, 11), (13, 15)]),
        ("Les cartes se trouvent sur .", [(26, 27)]),
        ("Un pain  et un fromage , puis du vin .", []),
    ],
)
def test_holes_are_noted_where_they_are(text: str, holes: list[tuple[int, int]]) -> None:
    assert [(n.start, n.end) for n in repaired(text).notes if n.rule == "repair.hole"] == holes


def test_edits_are_small_and_say_why() -> None:
    doc = repaired("Un beau Ã©tÃ© doux ,\u200b dit-on.")
    assert [(e.start, e.old, e.new, e.rule) for layer in doc.layers for e in layer.edits] == [
        (8, "Ã©", "é", "repair.mojibake"),
        (11, "Ã©", "é", "repair.mojibake"),
        (18, "\u200b", "", "repair.invisible"),
        (16, " ", "", "repair.space"),
    ]
    assert all(e.reason for layer in doc.layers for e in layer.edits)


@settings(deadline=None)
@given(st.text() | TANGLED)
def test_repair_is_undone_exactly_and_changes_nothing_twice(text: str) -> None:
    doc = repaired(text)
    assert doc.original == text
    assert repaired(doc.text).text == doc.text
    doc.text.encode("utf-8")  # no half characters are left
