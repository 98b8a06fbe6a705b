"""Compounds made of a prefix and a word: each part has its English."""

from __future__ import annotations

import pytest

from translate.mt.rewording.compounds import compounds

MEANING = {"cerf": "deer", "européen": "European", "vol": "theft"}


@pytest.mark.parametrize(
    "text, english",
    [
        pytest.param("Une loi anti-cerf.", ["anti-deer"], id="against"),
        pytest.param("Il est pro-européen.", ["pro-European"], id="for, with a capital"),
        pytest.param("Anti-cerf, elle vote.", ["anti-deer"], id="at the beginning"),
        pytest.param("Un anti-zébu.", [], id="a word that is not known"),
        pytest.param("Un anti-cerf-volant.", [], id="a longer compound"),
        pytest.param("Une alarme anti-vol.", [], id="one with a word of its own"),
        pytest.param("La proximité des anticerfs.", [], id="no hyphen"),
    ],
)
def test_a_compound_is_held_where_its_word_is_known(text: str, english: list[str]) -> None:
    assert [span.english for span in compounds(text, ("fr", "en"), MEANING)] == english


def test_a_language_that_tells_nothing_has_none() -> None:
    assert list(compounds("Una ley anti-cerf", ("es", "en"), MEANING)) == []
