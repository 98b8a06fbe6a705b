"""Names that a model spelt otherwise have the letters of the source again; other words stay."""

from __future__ import annotations

import pytest

from translate.document import apply
from translate.mt.fallbacks.letters import misspelt_names

PAIR = "fr", "en"
SPELT = {
    "a letter lost": ("Jan Estler rit.", "Jan Esler laughs.", "Jan Estler laughs."),
    "behind a hyphen": (
        "Uwe Rust-Estler rit.",
        "Uwe Rust-Esler laughs.",
        "Uwe Rust-Estler laughs.",
    ),
    "an accent": ("Elle lit Sévigné.", "She reads Sévenigned.", "She reads Sévigné."),
    "a word as well, inside a sentence": (
        "Il cite Rousseau.",
        "He quotes Rouseau.",
        "He quotes Rousseau.",
    ),
    "with a name in English": (
        "Il lit Démocrite.",
        "He reads Democrime.",
        "He reads Democritus.",
    ),
    "twice": ("Ici, Ancelotti.", "Ancedotti, Ancedotti here.", "Ancelotti, Ancelotti here."),
}
KEPT = {
    "there as it is": ("Jan Estler rit.", "Jan Estler laughs."),
    "an accent: English has its own way": ("Griboïedov rit.", "Griboyedov laughs."),
    "a word of English": ("Le Mapuche rit.", "The Maps laugh."),
    "English of its own": ("Les Ouzbeks rient.", "The Uzbeks laugh."),
    "an ending of English": ("La ville de Boston rit.", "The Bostonian town laughs."),
    "accents left out": ("Hugo Chávez rit.", "Hugo Chavez laughs."),
    "a word as well, at the beginning": ("Rouget vif.", "Rougets are here."),
    "too far off": ("Jan Estler rit.", "Jan Ebling laughs."),
    "in capitals": ("Le SNPTES rit.", "The SNPTEX laughs."),
}


@pytest.mark.parametrize(("source", "english", "spelt"), SPELT.values(), ids=SPELT)
def test_names_have_their_letters_again(source: str, english: str, spelt: str) -> None:
    assert apply(english, misspelt_names(source, english, PAIR)) == spelt


@pytest.mark.parametrize(("source", "english"), KEPT.values(), ids=KEPT)
def test_other_words_stay(source: str, english: str) -> None:
    assert list(misspelt_names(source, english, PAIR)) == []
