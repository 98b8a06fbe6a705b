"""Marks of Markdown and tags: off before a sentence is translated, on again around its English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import translate
from translate.mt.layout.marks import remarked, unmarked

PAIR = ("fr", "en")
CASES = {
    "a word": ("La **deuxième** porte.", "The second door.", "The **second** door."),
    "turned": ("Un *chat noir* dort.", "A black cat sleeps.", "A *black cat* sleeps."),
    "the article too": ("Il ouvre **la porte bleue**.", "He opens the blue door.",
                        "He opens **the blue door**."),
    "all of it": ("**Mairie du lieu**", "Town hall of the place", "**Town hall of the place**"),
    "the beginning": ("**Attention :** ça glisse.", "Caution: it is slippery.",
                      "**Caution:** it is slippery."),
    "a small word": ("Le mot **très** long.", "The word is very long.",
                     "The word is **very** long."),
    "a preposition": ("Sauvez tout **avant** de fermer.", "Save all the files before closing.",
                      "Save all the files **before** closing."),
    "a link": ("Lire [la page d’accueil](a.md) ici.", "Read the home page here.",
               "Read [the home page](a.md) here."),
    "a picture": ("![le port](p.png)", "the port", "![the port](p.png)"),
    "within another": ("Voir **[la carte](c.pdf)**.", "See the map.", "See **[the map](c.pdf)**."),
    "two, in turn": ("Le **chien** suit le *chat*.", "The dog follows the cat.",
                     "The **dog** follows the *cat*."),
    "tags": ("Le <b>pain</b> chaud.", "The hot bread.", "The hot <b>bread</b>."),
    "struck out": ("Il part ~~demain~~ lundi.", "He leaves tomorrow Monday.",
                   "He leaves ~~tomorrow~~ Monday."),
    "a quotation that goes on": ("« Il pleut.", "It is raining.", '"It is raining.'),
    "words that nothing tells": ("Un **zigoto** rit.", "A weirdo laughs.", "A **weirdo** laughs."),
    "a word that nothing tells, behind": ("Il lit [un livre zébu](z.md).", "He reads a book zebib.",
                                          "He reads [a book zebib](z.md)."),
    "another word between": ("Voici **trois ateliers** gratuits.", "Here are three free workshops.",
                             "Here are **three free workshops**."),
    "a word that is said twice": ("Lire [la recette du flan](f.md) et celle du pain.",
                                  "Read the recipe for flan and the recipe for bread.",
                                  "Read [the recipe for flan](f.md) and the recipe for bread."),
    "no adverb before": ("Voir aussi [la recette du flan](f.md).", "See also recipe for flan.",
                         "See also [recipe for flan](f.md)."),
    "a part of a word": ("Le port[note](n.md) ouvre.", "The portnote opens.",
                         "The [portnote](n.md) opens."),
    "the number of a note": ("Le port est grand[2](#n2) et beau.", "The port is large and fine.",
                             "The port is large[2](#n2) and fine."),
    "the number of a note, behind a stop": ("Il dort.[2](#n2)", "He sleeps.", "He sleeps.[2](#n2)"),
    "a part of a word, by stars": ("C'est in**croy**able.", "It is unbelievable.",
                                   "It is **unbelievable**."),
    "an amount": ("Il doit **12 %** de plus.", "He owes 12% more.", "He owes **12%** more."),
}  # fmt: skip


@pytest.mark.parametrize("source, english, marked", CASES.values(), ids=CASES)
def test_marks_go_around_what_stands_for_the_words(source: str, english: str, marked: str) -> None:
    bare, marks = unmarked(source)
    assert not re.search(r"[*~<\[«]", bare)
    assert remarked(english, bare, marks, PAIR) == marked


@pytest.mark.parametrize(
    "text",
    ["2 * 3 * 4", "un_nom_long", "`a*b*`", "voir note* et suite*", "[sic]", "** vide **", "5*4*3"],
)
def test_look_alikes_stay(text: str) -> None:
    assert unmarked(text) == (text, ())


@given(st.text("ab*_ [](x)~<b>/.", max_size=25))
def test_marks_taken_off_and_put_on_are_the_text(text: str) -> None:
    bare, marks = unmarked(text)
    for mark in marks:
        assert 0 <= mark.start <= mark.end <= len(bare)
    signs = [sign for mark in marks for sign in (mark.open, mark.close)]
    english = remarked(bare, bare, marks, PAIR)
    assert sorted(english) == sorted(text)
    assert all(sign in english for sign in signs)


LONG = {
    "quotes that are never closed": "« " * 3_000,
    "marks within marks": "".join(f"*{'_' * (n % 2)}" for n in range(900)) + "mot",
    "too many": "un **mot** et " * 60,
    "longer than a sentence": "**mot** " + "mot " * 600,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_is_no_sentence_keeps_its_marks(text: str) -> None:
    assert unmarked(text) == (text, ())


def test_a_text_in_markdown_keeps_its_marks_and_words() -> None:
    text = "1. **Le port**\n\n| Ville |\n|---|\n| *Lyon* |\n\n> Voir [le plan](p.pdf)."
    form = re.sub(r"[^\W\d_]+", "x", "1. **The port**\n\n| City |\n|---|\n| *Lyon* |\n\n> See ")
    english = translate(text).text
    assert re.sub(r"[^\W\d_]+", "x", english).startswith(form)
    assert english.endswith("](p.pdf).")
    assert "port" in english and "*Lyon*" in english
