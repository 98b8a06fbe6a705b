"""A verb that a model took in another of its senses gives way to the right one, in its form."""

import pytest

from translate.document import apply
from translate.languages import language
from translate.languages.conjugation import places
from translate.languages.words import fold_word
from translate.mt.counterparts.expressions import with_subjects
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source
from translate.mt.words.mistaken import inflected, mistaken

PAIR = ("fr", "en")
LISTED = language("fr").table("mistaken-en.toml")["verbs"]

MENDED = {
    "the past": (
        "Le bus a doublé un tracteur.",
        "The bus doubled a tractor.",
        "The bus overtook a tractor.",
    ),
    "a participle behind an auxiliary": (
        "Le bus a été doublé par un tracteur.",
        "The bus has just been doubled by a tractor.",
        "The bus has just been overtaken by a tractor.",
    ),
    "a participle before who did it": (
        "Un bus doublé par une moto",
        "A bus doubled by a motorbike",
        "A bus overtaken by a motorbike",
    ),
    "the third person": (
        "Ce lycée forme des soudeurs.",
        "This school forms welders.",
        "This school trains welders.",
    ),
    "with words behind it": (
        "Nous attendons des jumeaux.",
        "We are waiting for twins.",
        "We are expecting twins.",
    ),
    "with its pronoun": (
        "Le renard s'est sauvé par un trou.",
        "The fox saved himself through a hole.",
        "The fox ran away through a hole.",
    ),
    "a past that goes by rule": ("Il frime.", "He fried.", "He showed off."),
    "with a capital": (
        "Coupez le moteur.",
        "Cut the engine.",
        "Turn off the engine.",
    ),
    "the past that is spelt like the present": (
        "Il a coupé le moteur.",
        "He cut the engine.",
        "He turned off the engine.",
    ),
}
STAY = {
    "no word that tells": ("Il a doublé la mise.", "He doubled the stake."),
    "a word of another sense": (
        "Le prix de la voiture a doublé.",
        "The price of the car doubled.",
    ),
    "an object of another sense": (
        "La marine a commandé deux navires pour sa brigade.",
        "The navy ordered two ships for its brigade.",
    ),
    "the word that tells, but no object": (
        "Il entame l'année avec confiance.",
        "He starts the year with confidence.",
    ),
    "the word that tells, before the verb": (
        "Le suspect cuisine chez lui.",
        "The suspect cooks at home.",
    ),
    "saved from something": ("Il a sauvé le renard.", "He saved the fox."),
    "a noun, in English": ("Le bus double un tracteur.", "His double is on a bus with a tractor."),
    "a noun, in the source": ("Le double de la voiture", "Double the car"),
    "twice in English": (
        "La moto double le camion.",
        "The motorbike doubles, and doubles the truck.",
    ),
    "right already": ("La moto double le camion.", "The motorbike overtakes the truck."),
    "right already, with words behind it": (
        "Ils achèvent les blessés.",
        "They finish off the injured.",
    ),
    "a hyphen": ("La moto double le camion.", "The double-decker passes the truck."),
}
SAID = {
    "who is asked": ("Les enquêteurs ont cuisiné le témoin.", "grilled", "cooked"),
    "what is hung out": ("Mon oncle étend les draps dans la cour.", "hang", "exten"),
}


@pytest.mark.parametrize(("source", "english", "right"), MENDED.values(), ids=MENDED)
def test_the_verb_that_is_meant_takes_its_place(source: str, english: str, right: str) -> None:
    assert apply(english, list(mistaken(source, english, PAIR))) == right


@pytest.mark.parametrize(("source", "english"), STAY.values(), ids=STAY)
def test_look_alikes_stay(source: str, english: str) -> None:
    assert not list(mistaken(source, english, PAIR))


@pytest.mark.parametrize(("text", "right", "wrong"), SAID.values(), ids=SAID)
def test_the_sense_that_is_meant_is_written(text: str, right: str, wrong: str) -> None:
    [done] = translate_documents([Source("", text)], loaded("", *PAIR))
    assert right in done.text and wrong not in done.text


@pytest.mark.parametrize("line", LISTED, ids=" > ".join)
def test_every_line_tells_which_verbs_and_beside_which_words(line: list[str]) -> None:
    verb, wrong, right, beside, never = (*line, "")[:5]
    assert list(places(verb, verb, "fr")) == ["inf"]
    assert right not in wrong.split("|") and len(set(inflected(right, "en"))) > 2
    assert beside and not set(beside.split()) & set(never.split())
    assert with_subjects(beside, "fr") and with_subjects(never, "fr") is not None


def test_lines_are_in_order() -> None:
    assert [line[0] for line in LISTED] == sorted((line[0] for line in LISTED), key=fold_word)
