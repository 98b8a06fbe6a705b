"""Lines broken to a width are translated as the sentences they are, and broken again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import translate
from translate.mt.layout.wrap import continued, joined, rewrapped
from translate.mt.sentences import pieces

MAIL = """\
Bonjour à tous,

Le pont que la ville avait fermé au mois de mai pour des travaux a
rouvert hier matin, et les riverains s'en disent contents. Les cars
passeront de nouveau par la place dès lundi prochain.

Il reste à peindre la rambarde, ce que le maire promet pour le mois
d'octobre.
"""
HANGING = """\
- Le pont que la ville avait fermé au mois de mai pour des travaux a
  rouvert hier matin, et les riverains s'en disent contents. Les cars
  passeront de nouveau par la place dès lundi prochain.
- Le maire est content.
"""
TITLES = """\
La rivière déborde et les caves du quartier bas sont sous l'eau
Le pont rouvre
Une année de travaux dans les rues du centre coûte cher à la ville
La foire annulée
"""
NO_BLANKS = """\
Un pont rouvre
Le pont que la ville avait fermé au mois de mai pour des travaux a
rouvert hier matin, et les riverains s'en disent contents. Les cars
passeront de nouveau par la place dès lundi prochain.
Sommaire du bulletin : le pont, la rambarde et la place du bas
Inauguration
"""
SUBTITLES = """\
Rangez les chaises
et fermez les volets
avant ce soir.

On a vu un chien de
Terre-Neuve sur le quai
"""
COLUMN = """\
Le jury a décidé de recom-
mencer le concours, annulé
au mois de juin, dit l’orga-
nisatrice.
"""
ITEMS = """\
Courses
farine
sucre
pommes
"""
LOWER_BELOW = """\
Mon avis
je trouve ce film bien long.
"""
LOWER = """\
les élèves rentrent demain avec des cahiers neufs
ils ont hâte de revoir la cour
la cloche sonnera à huit heures et demie
"""


DAYS = """\
Jeudi 4 juin
à partir de 9 h : visites
Lundi 8 juin
dans la grande salle du bas
Ouvert en mai
de 9 h à 18 h
Recettes stables
(en M€)
Marché
sur la place de la mairie, devant la fontaine neuve, par tous les temps
"""
LIKE_DAYS = """\
Le repas du 4 juin
à la mairie aura lieu dehors.

La cour ouvre
de 9 h à midi, dit le maire.

Le bourg de Saverne
(en Alsace) est fermé.

Le marché du
4 juin est annulé.
"""


def sentences(text: str) -> list[str]:
    return [joined(p.text) for p in pieces(text) if p.sentence]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(MAIL, 4, id="mail: a salutation, two sentences, one"),
        pytest.param(MAIL.replace("\n", "\r\n"), 4, id="Windows line ends"),
        pytest.param(HANGING, 3, id="a list whose entries go on, indented"),
        pytest.param(NO_BLANKS, 5, id="titles above and below, no blank lines"),
        pytest.param(TITLES, 4, id="titles, each for itself"),
        pytest.param(SUBTITLES, 2, id="subtitles: small letters, and a preposition at the end"),
        pytest.param(COLUMN, 1, id="a narrow column with words cut"),
        pytest.param(ITEMS, 4, id="items without bullets"),
        pytest.param(LOWER_BELOW, 2, id="a title, and a sentence that forgot its capital"),
        pytest.param(LOWER, 3, id="lower case, each line for itself"),
        pytest.param(DAYS, 10, id="days, hours, brackets and long lines below labels"),
        pytest.param(LIKE_DAYS, 4, id="look-alike: sentences over two lines with days and hours"),
    ],
)
def test_sentences_over_several_lines(text: str, found: int) -> None:
    assert "".join(p.text for p in pieces(text)) == text
    assert len(sentences(text)) == found


def test_words_cut_at_the_end_of_a_line_are_whole_again() -> None:
    assert sentences(COLUMN)[0].startswith("Le jury a décidé de recommencer le concours")
    assert sentences(COLUMN)[0].endswith("dit l’organisatrice.")


def test_the_english_has_as_many_lines() -> None:
    done = translate(MAIL)
    assert done.text.count("\n") == MAIL.count("\n")
    assert [len(p.split("\n")) for p in done.text.split("\n\n")] == [1, 3, 3]
    assert all(record.source in MAIL for record in done.records)
    assert done.records[1].sent.startswith("Le pont que la ville") and (
        "travaux a rouvert hier matin" in done.records[1].sent
    )
    assert [r.line for r in done.records] == [1, 3, 4, 7]


@pytest.mark.parametrize(
    ("english", "source", "wanted"),
    [
        pytest.param(
            "It opens on May 13 at noon", "Il ouvre en\nmai le 13 à midi", 11, id="a date"
        ),
        pytest.param("We saw Anne Marie Roy", "On vit Anne\nMarie Roy", 6, id="a name"),
        pytest.param("At noon, 13 left", "À midi pile\n13 partent", 8, id="behind a comma"),
        pytest.param("May 13", "13\nmai", 3, id="no other space"),
    ],
)
def test_no_line_is_broken_within_a_date_or_a_name(english: str, source: str, wanted: int) -> None:
    assert rewrapped(english, source).index("\n") == wanted


@given(st.text("ab .\n\r"), st.text("xy ", max_size=40))
def test_every_break_comes_back_in_order(source: str, english: str) -> None:
    got = rewrapped(english, source)
    assert got.count("\n") == source.count("\n")
    assert got.replace("\r", "").replace("\n", "").replace(" ", "") == english.replace(" ", "")


@given(st.lists(st.text("abé .-\t«", max_size=120)))
def test_any_lines_have_an_answer(lines: list[str]) -> None:
    assert len(continued(lines)) == len(lines)
    text = "\n".join(lines)
    assert "".join(p.text for p in pieces(text)) == text
