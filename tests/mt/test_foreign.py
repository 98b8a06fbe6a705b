"""English and other languages within French: by sentence and by quotation."""

import pytest

from translate import translate
from translate.mt.foreign import familiar, foreign_quotations, language_of

ENGLISH = "The lamps were lit and the guests had gone home."


@pytest.mark.parametrize(
    "text, code",
    [
        (ENGLISH, "en"),
        ("They never came back", "en"),
        ("Die Lampen waren aus und niemand sprach ein Wort.", "de"),
        ("La maison n’est pas à vendre.", ""),
        ("Il a acheté un smartphone et un laptop.", ""),
        ("Elle écoute « Let it be » des Beatles chaque soir.", ""),
        ("Le week-end", ""),
        ("Happy to announce…", "en"),
        ("Save the date", "en"),
        ("On avance bien", ""),
        ("Patience et courage", ""),
        ("Ada aime nager", ""),
        ("OpenAI, Microsoft", ""),
        ("Non", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_few_words(text: str, code: str) -> None:
    assert language_of(text, "fr", "en") == code


@pytest.mark.parametrize(
    "text, other, known",
    [
        pytest.param("Cuisson : 35 min", "ro", True, id="a label"),
        pytest.param("« Hay que ver », répond la voisine.", "es", True, id="around a quotation"),
        pytest.param("La mesa y la silla", "es", False, id="words of another language"),
        pytest.param("Nobody came", "en", False, id="no word of its own"),
        pytest.param("Brec chute à domicile", "it", True, id="a name, and words of its own"),
        pytest.param("La standardiste m'a mis en attente.", "it", True, id="one word not known"),
        pytest.param("Brec perde in casa", "it", False, id="a name, and words of another"),
        pytest.param("La casa è in vendita", "it", False, id="as few of its own as of another"),
        pytest.param("« Hay que ver »", "es", False, id="nothing around it"),
    ],
)
def test_a_line_taken_for_another_language_is_known_by_its_words(
    text: str, other: str, known: bool
) -> None:
    assert familiar(text, "fr", other) is known


def test_a_quotation_in_english_is_copied_and_one_in_french_is_not() -> None:
    text = "Elle a dit « we will see each other again » puis « au revoir et merci »."
    assert [text[s.start : s.end] for s in foreign_quotations(text, "fr", "en")] == [
        "we will see each other again"
    ]
    assert '"we will see each other again"' in translate(text).text


def test_a_sentence_in_english_among_french_ones_is_left() -> None:
    done = translate(f"Le soir tombe. {ENGLISH} Il pleut.")
    assert ENGLISH in done.text
    assert [record.english == record.source for record in done.records] == [False, True, False]
    assert not done.records[1].doubtful
