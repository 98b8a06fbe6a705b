"""What is quoted within a sentence goes to the model without its marks, which come back."""

from __future__ import annotations

import pytest

from translate.mt.fallbacks.woven import unquoted

PAIR = "fr", "en"
# The French, its English without marks, and with them.
WOVEN = {
    "one word": (
        "Elle parle d'une région « tendue » à l'est.",
        "She speaks of a tense region in the east.",
        'She speaks of a "tense" region in the east.',
    ),
    "behind an article without its vowel, marks close to the words": (
        "Il salue l'«avancée décisive» du texte.",
        "He welcomes the decisive advance of the text.",
        'He welcomes the "decisive advance" of the text.',
    ),
    "straight marks": (
        'La mairie veut "protéger les arbres" du quai.',
        "The town hall wants to protect the trees on the quay.",
        'The town hall wants to "protect the trees" on the quay.',
    ),
    "the last word, which is not last in English": (
        "Elle décrit une maison « rouge ».",
        "She describes a red house.",
        'She describes a "red" house.',
    ),
    "two": (
        "Il juge la loi « injuste » et le débat « inutile » hier.",
        "He found the law unfair and the debate useless yesterday.",
        'He found the law "unfair" and the debate "useless" yesterday.',
    ),
}
LEFT = {
    "a sentence, and who says it": "« La halle ouvre demain », a dit la maire.",
    "behind a colon": "Elle a dit : « venez demain ».",
    "a name": "Il travaille pour « La Halle » depuis mai.",
    "a set phrase": "Elle a dit « merci » à tous.",
    "words of English": "Il parle de « big data » et de fichiers.",
    "words that nobody knows": "Elle pratique le « zanshu » depuis mai.",
    "a word that is spoken of": "Le mot « tendu » ne plaît pas.",
    "what it means": "Ce verbe signifie « couper » en breton.",
    "longer than a part of a sentence": (
        "Il estime que « la ville perd ses arbres, ses bancs et la moitié de ses fontaines » ici."
    ),
    "inches": 'Un écran de 15" et un autre de 17" ici.',
    "a figure": "Le magazine « 20/20 » paraît.",
}


@pytest.mark.parametrize("label", WOVEN)
def test_marks_within_a_sentence_come_back(label: str) -> None:
    source, english, marked = WOVEN[label]
    found = unquoted(source, PAIR)
    assert found is not None
    bare, read = found
    assert not set(bare) & set('«»"')
    assert read(english) == marked


@pytest.mark.parametrize("label", LEFT)
def test_what_is_no_part_of_the_sentence_keeps_its_marks(label: str) -> None:
    assert unquoted(LEFT[label], PAIR) is None


def test_an_english_that_tells_of_nothing_quoted_is_none() -> None:
    found = unquoted("Il juge la mesure « extrême » selon la presse.", PAIR)
    assert found is not None
    assert found[1]("He describes the position, says the press.") is None
