"""Capitals for names in text that has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.names.truecase import truecase

CASES = {
    "a place": ("elle vit à londres.", "elle vit à Londres."),
    "after an apostrophe": ("les marchés d'asie et l’europe", "les marchés d'Asie et l’Europe"),
    "a compound": ("les états-unis l'ont dit", "les États-Unis l'ont dit"),
    "an acronym": ("la bce et l'otan", "la BCE et l'OTAN"),
    "inner capitals": ("écrit pour javascript", "écrit pour JavaScript"),
    "a surname after a first name": ("john tolkien écrit", "John Tolkien écrit"),
    "a surname after a rarer one": ("selon mira sutrova, oui", "selon Mira Sutrova, oui"),
    "a verb after a firm": ("que airbus nationaliserait", "que Airbus nationaliserait"),
    "a first name that is a word": ("merci à claire martin", "merci à Claire Martin"),
    "the capital": ("de paris à lyon", "de Paris à Lyon"),
    "a verb after a surname": ("sam altman détiendra tout", "Sam Altman détiendra tout"),
    "two unknown words": ("et ilya sutrovek rit", "et Ilya Sutrovek rit"),
    "two unknown plurals": ("des maraudeurs itinérants", "des maraudeurs itinérants"),
    "an ordinary word after a first name": ("quand john arrive", "quand John arrive"),
    "not over a comma": ("avec john, tolkien écrit", "avec John, tolkien écrit"),
    "an unknown word alone": ("le rakfisk est bon", "le rakfisk est bon"),
    "first names that are words": ("une pierre rose", "une pierre rose"),
    "an address, a handle, a file": (
        "europe.eu @londres paris.pdf",
        "europe.eu @londres paris.pdf",
    ),
    "a letter whose capital is two": ("mira ﬁlova et ßtein", "Mira ﬁlova et ßtein"),
    "a letter whose capital is another's": ("mira ılova et ıtein", "Mira ılova et ıtein"),
    "capitals stay": ("OTAN et bce", "OTAN et BCE"),
}


@pytest.mark.parametrize("text, cased", CASES.values(), ids=CASES)
def test_names_get_their_capitals(text: str, cased: str) -> None:
    assert truecase(text, "fr") == cased


def test_a_language_without_data_stays() -> None:
    assert truecase("er wohnt in london.", "de") == "er wohnt in london."


@given(st.text("abéœßﬁİıΣ john.londres-'’ L"))
def test_only_case_changes_and_once_is_enough(text: str) -> None:
    once = truecase(text, "fr")
    assert len(once) == len(text)
    assert once.lower() == text.lower()
    assert truecase(once, "fr") == once
