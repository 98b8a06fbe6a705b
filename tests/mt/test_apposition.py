"""A name that a model put into its title goes behind it, and nothing else is moved."""

from __future__ import annotations

import time

import pytest

from translate.document import apply
from translate.mt.fallbacks.apposition import misplaced
from translate.mt.terms import Term
from translate.mt.units import Unit

PAIR = ("fr", "en")
HELD = (("⟦0⟧", "Ida Roux", "Ida Roux"), ("⟦1⟧", "Acmé", "Acmé"))


def put(source: str, english: str, terms: tuple[Term, ...] = ()) -> str:
    return apply(english, misplaced(Unit(source, terms, HELD), english, PAIR))


@pytest.mark.parametrize(
    "source, english, right",
    [
        pytest.param("La retraitée ⟦0⟧ lit.", "The ⟦0⟧ pensioner reads.",
                     "The pensioner ⟦0⟧ reads.", id="a title behind the name"),
        pytest.param("Il voit son collègue ⟦0⟧.", "He sees his ⟦0⟧ colleague.",
                     "He sees his colleague ⟦0⟧.", id="one of two people"),
        pytest.param("Il voit la PDG par intérim ⟦0⟧.", "He sees the ⟦0⟧ Acting CEO.",
                     "He sees the Acting CEO ⟦0⟧.", id="a title of several words"),
        pytest.param("Le scientifique en chef ⟦0⟧ part.", "Chief ⟦0⟧ scientist leaves.",
                     "Chief scientist ⟦0⟧ leaves.", id="a name within its title"),
        pytest.param("Le cofondateur d'⟦1⟧ ⟦0⟧ part.", "⟦1⟧ ⟦0⟧'s co-founder leaves.",
                     "⟦1⟧ co-founder ⟦0⟧ leaves.", id="a title that is said to be the name's"),
        pytest.param("Il dort, et la retraitée ⟦0⟧ lit.", "He sleeps, and the ⟦0⟧ pensioner reads.",
                     "He sleeps, and the pensioner ⟦0⟧ reads.", id="after a conjunction"),
        pytest.param("La directrice de la santé ⟦0⟧ part.", "The ⟦0⟧ health director leaves.",
                     "The health director ⟦0⟧ leaves.", id="a title with an article within"),
        pytest.param("Ils vont rejoindre ⟦0⟧ à Lyon.", "They will ⟦0⟧ join in Lyon.",
                     "They will join ⟦0⟧ in Lyon.", id="behind its verb"),
        pytest.param("Beaucoup ont rejoint ⟦0⟧.", "Many people ⟦0⟧ joined.",
                     "Many people joined ⟦0⟧.", id="behind a participle"),
        pytest.param("La retraitée Ida Roux lit.", "The Ida Roux pensioner reads.",
                     "The pensioner Ida Roux reads.", id="a name that is not held"),
        pytest.param("L'architecte ⟦0⟧ bâtit.", "The ⟦0⟧ architect builds.",
                     "The architect ⟦0⟧ builds.", id="behind an elided article"),
        pytest.param("Le batteur ⟦0⟧ joue.", "The ⟦0⟧ drummer plays.",
                     "The drummer ⟦0⟧ plays.", id="who makes music"),
        pytest.param("Le maçon Ida Roux dort.", "The Ida Roux mason sleeps.",
                     "The mason Ida Roux sleeps.", id="who builds"),
        pytest.param("La députée ⟦0⟧ vote.", "The ⟦0⟧ member votes.",
                     "The member ⟦0⟧ votes.", id="a woman's title, known as a man's"),
    ],
)  # fmt: skip
def test_a_name_goes_behind_its_title(source: str, english: str, right: str) -> None:
    assert put(source, english) == right


@pytest.mark.parametrize(
    "source, english",
    [
        pytest.param("La retraitée ⟦0⟧ lit.", "The pensioner ⟦0⟧ reads.", id="in place"),
        pytest.param("Le centre ⟦1⟧ ferme.", "The ⟦1⟧ center closes.", id="no title of people"),
        pytest.param(
            "Selon l'éditeur de jeux ⟦1⟧, non.",
            "According to the ⟦1⟧ games publisher, no.",
            id="a firm",
        ),
        pytest.param("L'amie de ⟦0⟧ lit.", "⟦0⟧'s friend reads.", id="somebody else"),
        pytest.param("La voleuse ⟦0⟧ vole.", "The thief ⟦0⟧ steals.", id="a verb of the same stem"),
        pytest.param(
            "Le chef de la santé ⟦0⟧ part.", "The ⟦0⟧ health zebub leaves.", id="half a title"
        ),
        pytest.param("Que va racheter ⟦0⟧ ?", "What will ⟦0⟧ buy?", id="a question"),
        pytest.param("C'est ce qu'a dit ⟦0⟧.", "That's what ⟦0⟧ said.", id="one who says"),
        pytest.param("« Oui », a dit ⟦0⟧.", '"Yes," ⟦0⟧ said.', id="one who says, behind"),
        pytest.param("La maison qu'a bâtie ⟦0⟧.", "The house ⟦0⟧ built.", id="one who did it"),
        pytest.param("La ville a nommé ⟦0⟧.", "⟦0⟧ town was named.", id="no title, but a verb"),
        pytest.param("La retraitée, ⟦0⟧, lit.", "The pensioner, ⟦0⟧, reads.", id="with commas"),
        pytest.param("⟦0⟧, une amie, lit.", "⟦0⟧, a friend, reads.", id="a title behind, in both"),
    ],
)
def test_nothing_else_is_moved(source: str, english: str) -> None:
    assert put(source, english) == english


def test_a_name_of_the_glossary_too() -> None:
    term = Term("Ada Beaulieu", "Ada Beaulieu", "Ada Beaulieu")
    english = put("Sa voisine Ada Beaulieu lit.", "Her Ada Beaulieu neighbour reads.", (term,))
    assert english == "Her neighbour Ada Beaulieu reads."


def test_words_in_a_row_take_the_time_of_their_number() -> None:
    start = time.process_time()
    many = "le chat de la maison bleue " * 500
    assert put(f"{many}, ⟦0⟧ lit.", f"{many}, ⟦0⟧ reads.").endswith("⟦0⟧ reads.")
    assert time.process_time() - start < 4  # seconds; it took a minute, as the square
