"""Names of a text that are words: what it calls so is one at the beginning of a sentence, too."""

from __future__ import annotations

import pytest

from translate.mt.called import called, named_so

FULL = "Le maire, Jean Poisson, est parti."
FIRM = "Chez Pliage, on fabrique des outils."
CASES = {
    "a family's name before a verb": (FULL, "Poisson ne sera pas jugé.", ["Poisson"]),
    "before a verb of the present": (FULL, "Poisson nie tout.", ["Poisson"]),
    "before a pronoun and a verb": (FULL, "Poisson s'est tu.", ["Poisson"]),
    "who speaks": (FULL, "« Non », répond Poisson.", ["Poisson"]),
    "set apart": (FULL, "Poisson, lui, se tait.", ["Poisson"]),
    "look-alike: no verb": (FULL, "Poisson frais du jour", []),
    "look-alike: an article": (FULL, "Hier, le Poisson d'or a fermé.", []),
    "look-alike: his first name": (FULL, "Jean Poisson se tait.", []),
    "a firm": (FIRM, "Pliage recrute.", ["Pliage"]),
    "look-alike: a firm within a sentence, which a model tells": (
        FIRM,
        "Depuis hier, Pliage recrute.",
        [],
    ),
    "look-alike: a town that has another name": ("Il est venu avec Vienne.", "Vienne gagne.", []),
    "look-alike: a pronoun, set apart": ("", "Nous, au contraire, partons.", []),
    "look-alike: the word is in the text": (f"{FIRM} Le pliage est un art.", "Pliage recrute.", []),
    "look-alike: what has a capital anyway": ("Il croit en Dieu. Avec Dieu.", "Dieu existe.", []),
    "look-alike: nobody is called so": ("Un pliage.", "Pliage a plu.", []),
    "no word, set apart": ("", "Velmio, de son côté, se tait.", ["Velmio"]),
    "look-alike: a word, set apart": ("", "Hier, de son côté, elle a dit oui.", []),
}


@pytest.mark.parametrize("text, sentence, names", CASES.values(), ids=CASES)
def test_a_word_is_a_name_where_its_text_calls_so(
    text: str, sentence: str, names: list[str]
) -> None:
    known = called(f"{text}\n{sentence}", "fr")
    found = [sentence[one.start : one.end] for one in named_so(sentence, known, "fr")]
    assert found == names
    assert not any(called(text, "de"))
