"""Text glued together: what is split, what is cut, what only looks glued."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.cleaning.boilerplate.glue import unglue
from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.document import Document

RULES = Rules.load(CleanConfig(), ["fr", "en"])


def unglued(text: str, rules: Rules = RULES) -> str:
    return unglue(Document("", text), rules).text


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        pytest.param(
            "2 moisCe projet me plaît.", "2 mois\nCe projet me plaît.", id="age of a comment"
        ),
        pytest.param("3 sem.Bravo à tous", "3 sem.\nBravo à tous", id="short age"),
        pytest.param(
            "Le lac gèle.Une barque y reste.", "Le lac gèle. Une barque y reste.", id="sentences"
        ),
        pytest.param("Qui a gagné?L’équipe bleue.", "Qui a gagné? L’équipe bleue.", id="question"),
        pytest.param(
            "le lac gèle.une barque y reste.", "le lac gèle. une barque y reste.", id="no capitals"
        ),
        pytest.param(
            "Il part en 1912.Il revient.", "Il part en 1912. Il revient.", id="after a year"
        ),
        pytest.param("He left.The lake froze.", "He left. The lake froze.", id="English"),
        pytest.param(
            "Publié le 2 nov.À 16:00Mis à jour le 3 nov. à 9:00",
            "Publié le 2 nov. À 16:00\nMis à jour le 3 nov. à 9:00",
            id="two dates",
        ),
        pytest.param(
            " date 2022-03 Le lac gèle.", "Le lac gèle.", id="labelled date before a text"
        ),
        pytest.param("12 mars 2022 Le lac gèle.", "Le lac gèle.", id="date before a text"),
        pytest.param("Partager Tweeter Imprimer Le lac gèle.", "Le lac gèle.", id="buttons before"),
        pytest.param("Le lac gèle. PartagerTweeterLinkedIn", "Le lac gèle. ", id="buttons behind"),
        pytest.param(
            "Un hiver rudeLe lac a gelé hier.", "Un hiver rude\nLe lac a gelé hier.", id="title"
        ),
    ],
)
def test_glued(glued: str, apart: str) -> None:
    assert unglued(glued) == apart
    assert unglued(apart) == apart


@pytest.mark.parametrize(
    "text",
    [
        "M.Dupont et Mme.Durand",
        "Voir www.exemple.fr/La-page ou https://exemple.fr/page.Les",
        "Le fichier rapport.Le.pdf et archive.tar.gz",
        "La version 2.4.1 sort demain",
        "Écrire à jean.Le.Goff@exemple.fr",
        "Sur Booking.Com ou Asp.Net, tout change.",
        "JavaScript, iPhone, LinkedIn et YouTube",
        "12 mars 2022, un jour de gel.",
        "Le 12 mars 2022 Le Figaro paraît.",
        "2 mois plus tard, tout fond.",
        "Partager un repas, imprimer un livre.",
        "U.S.Navy et J.R.R.Tolkien",
    ],
)
def test_what_only_looks_glued(text: str) -> None:
    assert unglued(text) == text


def test_of_the_spaces_around_what_goes_one_stays(tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text(
        '[[rule]]\nid = "tip"\nkind = "ad"\nscope = "span"\nabout = "a tip"\n'
        "pattern = '\\(pub\\)'\nexamples = ['dans les (pub) rues']\n",
        encoding="utf-8",
    )
    rules = Rules.load(CleanConfig(rules=(pack,)), ["fr"])
    assert unglued("On va dans les (pub) rues.", rules) == "On va dans les rues."
    assert unglued("(pub) On va dans les rues (pub), dit-elle.", rules) == (
        "On va dans les rues, dit-elle."
    )
    assert unglued("Histoire [modifier]", rules) == "Histoire "


def test_a_kept_line_is_left_as_it_is() -> None:
    rules = Rules.load(CleanConfig(keep=("^Le lac",)), ["fr"])
    assert unglued("Le lac gèle.Une barque\nL’eau dort.Une rame", rules) == (
        "Le lac gèle.Une barque\nL’eau dort. Une rame"
    )


@given(st.text(alphabet="aé LUne.?!2/’\n0date-moi«»", max_size=80))
def test_it_can_be_undone_and_ends(text: str) -> None:
    doc = Document("", text)
    for _ in range(10):
        after = unglue(doc, RULES)
        if after.text == doc.text:
            break
        doc = after
    else:
        pytest.fail(f"never at rest: {text!r}")
    assert doc.original == text
