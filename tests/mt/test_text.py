"""Sentences, protected stretches and numbers: what is found in a text."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.mt.counterparts.numbers import lost_numbers
from translate.mt.held import hide, protected, show
from translate.mt.sentences import LONGEST, pieces, split_long

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    found = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["label"]) for case in found]


@pytest.mark.parametrize("case", cases("sentences"))
def test_sentences(case: dict[str, Any]) -> None:
    found = [piece.text for piece in pieces(case["text"]) if piece.sentence]
    assert found == case["sentences"]


@given(st.text(alphabet=" \n\r\tabÉ.!?…»« -•1️⃣👉'\u00a0\u2028", max_size=60))
def test_pieces_are_the_text(text: str) -> None:
    found = list(pieces(text))
    assert "".join(piece.text for piece in found) == text
    lines = text.split("\n")
    for piece in found:
        there = "\n".join([lines[piece.line][piece.column :], *lines[piece.line + 1 :]])
        assert there.startswith(piece.text)
    assert all(piece.text == piece.text.strip() for piece in found if piece.sentence)


@pytest.mark.parametrize(
    ("text", "sentence", "place"),
    [
        pytest.param("Il part.  Elle reste.", "Elle reste.", (0, 10), id="second of its line"),
        pytest.param("Un.\r\n\r\n\t- Deux.", "Deux.", (2, 3), id="behind tab and bullet"),
        pytest.param("👉 Viens ici.", "Viens ici.", (0, 2), id="an emoji is one character"),
        pytest.param(
            "Une phrase assez longue pour qu’un courrier la coupe au bout de sa ligne, ici\n"
            "même, bien avant sa fin. Une autre la suit, qui est elle aussi assez longue.",
            "Une autre la suit, qui est elle aussi assez longue.",
            (1, 25),
            id="behind the end of one that goes over two lines",
        ),
        pytest.param(
            "Il part.Elle reste.", "Elle reste.", (0, 8), id="no space between",
            marks=pytest.mark.xfail(strict=True, reason="only a space parts sentences"),
        ),
    ],
)  # fmt: skip
def test_a_sentence_knows_its_place(text: str, sentence: str, place: tuple[int, int]) -> None:
    found = {piece.text: (piece.line, piece.column) for piece in pieces(text)}
    assert found.get(sentence) == place


@given(st.text(alphabet="ab ,;éà", max_size=80), st.integers(1, 20))
def test_long_text_is_cut_without_loss(text: str, most: int) -> None:
    parts = split_long(text, len, most)
    assert "".join(parts) == text
    assert all(len(part) <= max(most, 1) for part in parts)


@pytest.mark.parametrize("unit", ["le pont est ouvert ", "a", "12 ", "oui,non,", "(un) "])
def test_a_line_without_full_stops_is_cut(unit: str) -> None:
    line = unit * 5_000 + "fin."
    found = [piece.text for piece in pieces(line)]
    assert "".join(found) == line and max(map(len, found)) <= LONGEST


PROTECTED = {
    "address with parameters": ("Lire https://a.fr/b?c=d&e=1.", ["https://a.fr/b?c=d&e=1"]),
    "brackets of the address": ("(voir http://a.fr/x_(y))", ["http://a.fr/x_(y)"]),
    "bare domain": ("Sur LEMONDE.FR et exemple.org !", ["LEMONDE.FR", "exemple.org"]),
    "mail": ("À jean.dupont@exemple.fr.", ["jean.dupont@exemple.fr"]),
    "handles": ("Merci @ana_b et @info@social.example !", ["@ana_b", "@info@social.example"]),
    "hashtags": ("#IA et #Vélo2024, pas C#", ["#IA", "#Vélo2024"]),
    "file names": ("Ouvrir rapport_final.pdf, main.py", ["rapport_final.pdf", "main.py"]),
    "paths": (r"Dans /etc/hosts ou C:\Temp\a.txt", ["/etc/hosts", r"C:\Temp\a.txt"]),
    "code": ("Taper `ls -l` puis --force et run()", ["`ls -l`", "--force", "run()"]),
    "tags and templates": (
        "<b>Gras</b> {{ nom }} ${HOME}",
        ["<b>", "</b>", "{{ nom }}", "${HOME}"],
    ),
    "emoji with joiners": ("Une 👩‍💻 et 🇫🇷 👍🏽", ["👩‍💻", "🇫🇷", "👍🏽"]),
    "a run of emoji is one": ("Bravo 🎉🎉 !", ["🎉🎉"]),
    "what looks like a symbol": ("Le ⟦0⟧ et ⟦12⟧", ["⟦0⟧", "⟦12⟧"]),
    "no word of a language": ("a" * 70, ["a" * 70]),
    "plain prose": ("Il a dit : « Oui », n° 5, 3,5 % (soit 1/2), etc.", []),
}


@pytest.mark.parametrize("text, found", PROTECTED.values(), ids=PROTECTED)
def test_protected(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in protected(text)] == found


@given(st.lists(st.sampled_from(["mot", "https://a.fr", "@moi", "⟦3⟧", "😀", "a.pdf"]), max_size=9))
def test_what_is_hidden_can_be_shown(words: list[str]) -> None:
    text = " ".join(words)
    hidden, meant = hide(text, list(protected(text)))
    assert show(hidden, meant) == text


@pytest.mark.parametrize("case", cases("numbers"))
def test_numbers(case: dict[str, Any]) -> None:
    assert lost_numbers(case["source"], case["english"]) == case["lost"]


LONG_LINES = {
    "initials": "A. ",
    "numbers without a letter": "12. ",
    "full stops in a row": ".",
    "quotes that close": ". »",
    "spaces after a full stop": ".      ",
    "emoji": "ok 👉 ",
    "a word": "a",
    "dashes": "– ",
    "markers of items": "; a) ",
}


@pytest.mark.parametrize("unit", LONG_LINES.values(), ids=LONG_LINES)
def test_the_time_of_a_line_grows_with_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "x"
        return min(_timed(text) for _ in range(3))

    seconds(1_000)
    assert seconds(40_000) < 4 * max(seconds(20_000), 0.01)


def _timed(text: str) -> float:
    began = time.process_time()
    for piece in pieces(text):
        list(protected(piece.text))
    return time.process_time() - began
