"""Words that a model made up give way to those of the package's dictionary."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import translate
from translate.errors import ModelError
from translate.mt.words.dictionary import Dictionary, read_dictionary

MEANING = {
    "glace": "ice",
    "cavalerie": "cavalry",
    "ouragan": "hurricane",
    "météorologues": "meteorologists",
    "mercredi": "Wednesday",
    "collines": "hills",
    "colline": "hill",
    "divinité": "deity",
}
ENGLISH = (
    "the a an and of saw in old is on two over melts divinity sees his but not closed rain ceasing"
    " subscribe"
)
KNOWN = Dictionary(frozenset([*ENGLISH.split(), *(x.lower() for x in MEANING.values())]), MEANING)

CASES = {
    "left in French": ("La glace fond.", "The glace melts.", "The ice melts."),
    "spelt wrong": ("La vieille cavalerie.", "The old cavalery.", "The old cavalry."),
    "an ending put on as it is": ("Sans cesser.", "Without ceaseing.", "Without ceasing."),
    "an ending left out": ("S'abonner.", "Subscrib.", "Subscribe."),
    "in quotation marks": ("La « glace » fond.", "The 'glace' melts.", "The 'ice' melts."),
    "behind an apostrophe": ("La glace.", "The d'glace.", "The d'glace."),
    "accents": ("Des météorologues.", "The meteorologues.", "The meteorologists."),
    "an article before it": ("Un ouragan.", "An ouragan.", "A hurricane."),
    "at the beginning": ("Mercredi, fermé.", "Merdi, closed.", "Wednesday, closed."),
    "the one that is not translated yet": (
        "La colline et deux collines.",
        "The hill and two colinne.",
        "The hill and two hills.",
    ),
    "a word of English": ("La divinité.", "The divinity.", "The divinity."),
    "a day, left in French": ("Mercredi, il pleut.", "Mercredi, the rain.", "Wednesday, the rain."),
    "a name": ("Il voit Glace.", "The Glace.", "The Glace."),
    "a name, in lower case in the English": ("Il voit Glace.", "The glace.", "The glace."),
    "a compound": ("Une glace.", "The glace-old.", "The glace-old."),
    "an address": ("La glace.", "The glace.fr and @glace", "The glace.fr and @glace"),
    "nothing like it": ("La glace.", "The xylqz.", "The xylqz."),
    "already translated": ("La glace fond.", "The ice melts glacy.", "The ice melts glacy."),
    "a source word without a translation": ("Le rakfisk.", "The rakfisk.", "The rakfisk."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), CASES.values(), ids=CASES)
def test_made_up_words_are_mended(source: str, english: str, wanted: str) -> None:
    assert KNOWN.mend(source, english) == wanted


EMBEDDED = read_dictionary(Path(translate.__file__).parent / "models" / "fr_en")
RIGHT = {
    "a first name": ("Pierre dort dans la chambre.", "Pierre sleeps in the room."),
    "a surname": ("Blanc avait gagné.", "Blanc had won."),
    "a name after a title": ("Hier, M. Blanc a parlé.", "Yesterday, Mr. Blanc spoke."),
    "a people": ("Les Russes sont partis.", "Russians have left."),
    "a country": ("Le Mexique va bien.", "Mexico goes well."),
    "a rare word": ("Le vieux couvent est fermé.", "The old convent is closed."),
    "the same word in both": ("La cuisine est bonne.", "The cuisine is good."),
    "a foreign word": ("Le rakfisk est bon.", "The rakfisk is good."),
    "a month": ("En juin, il pleut.", "June, it rains."),
    "an American spelling": ("Il analyse le texte.", "He analyzes the text."),
}


@pytest.mark.parametrize(("source", "english"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_stays(source: str, english: str) -> None:
    assert EMBEDDED.mend(source, english) == english


@pytest.mark.parametrize(
    ("source", "english", "wanted"),
    [
        ("La glace fond au soleil.", "The glace melts in the sun.", "The ice melts in the sun."),
        ("La cavalerie charge.", "The cavalery charges.", "The cavalry charges."),
        ("Une université privée.", "A universite private.", "A university private."),
        ("Trois barils de pétrole.", "Three barils of oil.", "Three barrels of oil."),
    ],
)
def test_what_the_package_mends(source: str, english: str, wanted: str) -> None:
    assert EMBEDDED.mend(source, english) == wanted


VERBS = {
    "an order": ("Vrille la vis.", "Vrill the screw.", "Drill the screw."),
    "behind I": ("Je vrille la vis.", "I vrille the screw.", "I drill the screw."),
    "behind she": ("Elle vrille la vis.", "She vrille the screw.", "She drills the screw."),
    "as a participle": ("Je vrille la vis.", "I am vrille it.", "I am vrille it."),
    "the noun": ("Une vrille.", "A vrille.", "A tendril."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), VERBS.values(), ids=VERBS)
def test_a_verb_agrees_with_its_subject(source: str, english: str, wanted: str) -> None:
    noun = "" if wanted.startswith("A ") else "drills"
    meaning = {"vrille": noun or "tendril", "vriller": "drill"}
    words = frozenset(["the", "screw", "she", "am", "drill", "drills", "tendril", "it"])
    assert Dictionary(words, meaning, ("fr", "en")).mend(source, english) == wanted


def test_names_of_the_glossary_stay() -> None:
    assert KNOWN.mend("La glace.", "The glace.", {"glace"}) == "The glace."


@given(st.text("glace ouragan.’'-É⟦0⟧", max_size=60), st.text("glace ouragn.’'-É⟦0⟧", max_size=60))
def test_mending_twice_is_mending_once(source: str, english: str) -> None:
    once = KNOWN.mend(source, english)
    assert KNOWN.mend(source, once) == once
    assert once.count("⟦0⟧") == english.count("⟦0⟧")


def test_a_package_without_a_dictionary_mends_nothing(tmp_path: Path) -> None:
    assert read_dictionary(tmp_path).mend("La glace.", "The glace.") == "The glace."


def test_a_broken_dictionary_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("the\n", encoding="utf-8")
    (tmp_path / "dictionary.tsv").write_text("glace ice\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"dictionary\.tsv"):
        read_dictionary(tmp_path)
