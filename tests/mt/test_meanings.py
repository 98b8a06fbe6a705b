"""Rare words that a model lost are carried past it by symbols, where their meaning is known."""

import re

import pytest

from translate.languages import language
from translate.mt.checks import Attempt
from translate.mt.counterparts.coverage import coverage
from translate.mt.fallbacks.meanings import told
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source, Unit

SYMBOLS = ("⟦0⟧", "⟦1⟧")
MEANING = {
    "gencives": "gums",
    "outarde": "bustard",
    "hibou": "owl",
    "maison": "house",
    "affaire": "case",
    "anvers": "Antwerp",
    "calabre": "Calabria",
    "crèche de noël": "nativity scene",
}

TOLD = {
    "one that is lost": ("Il soigne des gencives.", "He treats tires.", "Il soigne des ⟦0⟧."),
    "all of them": ("Une outarde et un hibou.", "A mustard and a shame.", "Une ⟦0⟧ et un ⟦1⟧."),
    "nothing is lost": ("Il soigne des gencives.", "He treats gums.", None),
    "a common word that is lost for sure": (
        "La maison brûle.",
        "The boat burns.",
        "La ⟦0⟧ brûle.",
    ),
    "a common word that may be said otherwise": ("Cette affaire dure.", "This lasts.", None),
    "a word without a meaning": ("Une huppe chante.", "A group sings.", None),
    "at the beginning": ("Gencives et dents.", "Tires and teeth.", "⟦0⟧ et dents."),
    "a name that is another one": ("Il va à Anvers.", "He goes to Anvil.", "Il va à ⟦0⟧."),
    "a family called after a place": (
        "Ici, Léo Anvers chante.",
        "Here, Leo Tires sings.",
        "Ici, ⟦0⟧ chante.",
    ),
    "the place": ("La Calabre est loin.", "The tire is far.", "La ⟦0⟧ est loin."),
    "a name": ("Ici, Gencives chante.", "Here, Tires sings.", None),
    "an expression with a name in it": (
        "La crèche de Noël est finie.",
        "The Christmas daycare is over.",
        "La ⟦0⟧ est finie.",
    ),
    "a part of a compound": ("Un porte-gencives.", "A holder.", None),
    "alone, and a part of a compound": (
        "Des gencives, un porte-gencives.",
        "Tires, a holder.",
        "Des ⟦0⟧, un porte-gencives.",
    ),
    "twice": (
        "Des gencives, encore des gencives.",
        "Tires, tires again.",
        "Des ⟦0⟧, encore des ⟦1⟧.",
    ),
    "more often than there are symbols": (
        "Des gencives, gencives, gencives.",
        "Tires, tires, tires.",
        None,
    ),
    "a symbol is taken": ("⟦0⟧ soigne des gencives.", "⟦0⟧ treats tires.", "⟦0⟧ soigne des ⟦1⟧."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), TOLD.values(), ids=TOLD)
def test_lost_words_get_symbols(source: str, english: str, wanted: str | None) -> None:
    found = told(Attempt(Unit(source), english), MEANING, SYMBOLS)
    assert (found.text if found else None) == wanted


VERBS = {
    "behind pour": (
        "Il faut du bruit pour effaroucher.",
        "Noise is called for ⟦0⟧.",
        "Noise is called to scare.",
    ),
    "behind de": ("Il a peur d’effaroucher.", "He is afraid of ⟦0⟧.", "He is afraid of scaring."),
    "behind an article": ("Il a peur d’effaroucher.", "He has a ⟦0⟧ fear.", None),
    "a bare infinitive": ("Il peut effaroucher.", "He can ⟦0⟧.", "He can scare."),
    "no infinitive": ("Il parle d’outarde.", "He speaks of ⟦0⟧.", "He speaks of bustard."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), VERBS.values(), ids=VERBS)
def test_an_infinitive_is_no_noun(source: str, english: str, wanted: str | None) -> None:
    meaning = {"effaroucher": "scare", "outarde": "bustard"}
    one = told(Attempt(Unit(source), "He."), meaning, ["⟦0⟧"])
    assert one and one.read(english) == wanted


FINITE = {
    "with its subject": ("Il rougissait.", "He ⟦0⟧.", "He blushed."),
    "behind an auxiliary": ("Il rougissait.", "He was ⟦0⟧.", None),
    "behind an article": ("Il rougissait.", "The ⟦0⟧.", None),
    "a noun that ends like one": ("Le trait est net.", "The ⟦0⟧ is clear.", "The stroke is clear."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), FINITE.values(), ids=FINITE)
def test_a_verb_with_a_subject_stands_behind_it(
    source: str, english: str, wanted: str | None
) -> None:
    meaning = {"rougissait": "blushed", "trait": "stroke"}
    one = told(Attempt(Unit(source), "Nothing."), meaning, ["⟦0⟧"], doubted=True)
    assert one and one.read(english) == wanted


PRESENT = {
    "behind I": ("Je sarcle l'allée.", "I ⟦0⟧ the path.", "I weed the path."),
    "with pronouns between": ("Je ne les sarcle jamais.", "I never ⟦0⟧ it.", "I never weed it."),
    "behind on": ("On sarcle.", "We ⟦0⟧.", "We weed."),
    "behind I, as a participle": ("Je sarcle l'allée.", "I am ⟦0⟧ the path.", None),
    "on, as a passive": ("On sarcle l'allée.", "The path is ⟦0⟧.", None),
    "behind she": ("Elle sarcle.", "She ⟦0⟧.", "She weeds."),
    "behind a noun": ("Le voisin sarcle.", "The neighbour ⟦0⟧.", "The neighbour weeds."),
    "denied": ("Il ne sarcle pas.", "He does not ⟦0⟧.", "He does not weed."),
    "never": ("Il ne sarcle jamais.", "He never ⟦0⟧.", "He never weeds."),
    "the same subject goes on": ("Je plante et sarcle.", "I plant and ⟦0⟧.", "I plant and weed."),
    "another subject": ("Je plante, elle sarcle.", "I plant, she ⟦0⟧.", "I plant, she weeds."),
    "another subject in English": ("Il sarcle.", "We ⟦0⟧.", None),
    "they": ("Ils sarclent.", "They ⟦0⟧.", "They weed."),
    "a verb, not the noun like it": ("J'équipe le quai.", "I ⟦0⟧ it.", "I equip it."),
    "a verb, not the noun like it, of she": ("Elle les équipe.", "She ⟦0⟧.", "She equips."),
    "no more than": ("Il ne sarcle plus que là.", "He only ⟦0⟧.", "He only weeds."),
    "the noun": ("Notre équipe part.", "Our ⟦0⟧ leaves.", "Our team leaves."),
    "a verb, not the name like it": ("Je tamise le sable.", "I ⟦0⟧ sand.", "I sift sand."),
    "two words": ("On entasse le bois.", "We ⟦0⟧ the wood.", "We pile up the wood."),
    "more words than its infinitive's": ("Je déneige.", "I ⟦0⟧.", "I clear snow."),
    "no longer": ("Elle ne sarcle plus.", "She no longer ⟦0⟧.", None),
    "two words, of he": ("Il entasse le bois.", "He ⟦0⟧ the wood.", "He piles up the wood."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), PRESENT.values(), ids=PRESENT)
def test_a_verb_agrees_with_its_subject(source: str, english: str, wanted: str | None) -> None:
    meaning = {
        "sarcle": "weeds",
        "sarclent": "weed",
        "sarcler": "weed",
        "équipe": "team",
        "équiper": "equip",
        "tamise": "Thames",
        "tamiser": "sift",
        "déneige": "clears snow",
        "déneiger": "clear",
        "entasse": "piles up",
        "entasser": "pile up",
    }
    one = told(Attempt(Unit(source), "Nothing."), meaning, ["⟦0⟧"])
    assert one and one.read(english) == wanted
    assert wanted is None or one.words[0][2].lower() in wanted.lower()


REFLEXIVE = {
    "the present": ("Elle s'effarouche.", None),
    "the perfect": ("Elle s’est vite effarouchée.", None),
    "with a pronoun": ("Il s'y effarouche.", None),
    "the infinitive": ("Il va s'effaroucher.", "Il va s'⟦0⟧."),
    "look-alike: not reflexive": ("Il les effarouche.", "Il les ⟦0⟧."),
    "look-alike: a passive": ("Elle est effarouchée.", "Elle est ⟦0⟧."),
}


@pytest.mark.parametrize(("source", "wanted"), REFLEXIVE.values(), ids=REFLEXIVE)
def test_a_reflexive_verb_is_not_told(source: str, wanted: str | None) -> None:
    forms = {"effarouche": "scares", "effarouchée": "scared", "effaroucher": "scare"}
    found = told(Attempt(Unit(source), "Nothing."), forms, ["⟦0⟧"])
    assert (found.text if found else None) == wanted


def test_a_noun_does_not_stand_for_a_verb() -> None:
    meaning = {"entretiens": "interviews"}
    attempt = Attempt(Unit("J'entretiens le jardin."), "I have the garden.")
    assert told(attempt, meaning, SYMBOLS) is None
    noun = told(Attempt(Unit("Des entretiens."), "Gardens."), meaning, SYMBOLS)
    assert noun and noun.text == "Des ⟦0⟧."


NAMES = {
    "all of a name": ("Selon Alda Cano, il pleut.", "According to Alda Anders, it rains.", "⟦0⟧"),
    "a name that is a word of both": ("Une Golf rouge.", "A red car.", "Une ⟦0⟧ rouge."),
    "a compound": ("Le Melrun-Sinaï ferme.", "The Sacramento closes.", "Le ⟦0⟧ ferme."),
    "not what is no name beside it": (
        "Le Port Melrun ferme.",
        "Port closes.",
        "Le Port ⟦0⟧ ferme.",
    ),
    "a name that ends like a verb": ("Il va à Varader.", "He goes to Warsaw.", "Il va à ⟦0⟧."),
}


@pytest.mark.parametrize(("source", "english", "wanted"), NAMES.values(), ids=NAMES)
def test_a_lost_name_is_told_whole(source: str, english: str, wanted: str) -> None:
    one = told(Attempt(Unit(source), english), {}, SYMBOLS)
    assert one and wanted in one.text
    assert one.read("X ⟦0⟧.") == f"X {one.words[0][1]}."


def test_what_was_told_goes_with_what_is_lost_then() -> None:
    source = "Une outarde et un hibou."
    first = told(Attempt(Unit(source), "A mustard and an owl."), MEANING, SYMBOLS)
    assert first and first.text == "Une ⟦0⟧ et un hibou."
    then = told(Attempt(Unit(source), "A bustard."), MEANING, SYMBOLS, first.words)
    assert then and then.text == "Une ⟦0⟧ et un ⟦1⟧."
    assert (
        told(Attempt(Unit(source), "A bustard and an owl."), MEANING, SYMBOLS, then.words) is None
    )


DOUBTED = {
    "a noun": ("Cette affaire dure.", "This lasts.", True),
    "a verb behind its subject": ("Il dure.", "He is.", False),
    "an infinitive": ("Il veut prendre.", "He wants.", False),
}


@pytest.mark.parametrize(("source", "english", "wanted"), DOUBTED.values(), ids=DOUBTED)
def test_what_may_be_lost_is_told_in_doubt(source: str, english: str, wanted: bool) -> None:
    meaning = {"affaire": "case", "dure": "lasts", "prendre": "take"}
    assert told(Attempt(Unit(source), english), meaning, SYMBOLS) is None
    assert bool(told(Attempt(Unit(source), english), meaning, SYMBOLS, doubted=True)) is wanted


COVERED = {
    "the meaning stands there": ("Il soigne des gencives.", "He treats gums.", []),
    "something else does": ("Il soigne des gencives.", "He treats tires.", ["gencives"]),
    "another word of its stem": ("Vingt lieues plus loin.", "Twenty places away.", ["lieues"]),
    "in another number": ("Il soigne des gencives.", "He treats a gum.", []),
    "another word that may stand for it": ("Le gazon est vert.", "The turf is green.", []),
    "in an irregular form": ("Elle prenait le train.", "She was taking the train.", []),
    "a compound, of which a part is said": (
        "Un sous-bois humide.",
        "A damp wood below.",
        ["sous-bois"],
    ),
    "a compound that is said": ("Un sous-bois humide.", "A damp undergrowth.", []),
    "a word that stands for another": ("L'herbe et le gazon.", "The grass and the gas.", ["gazon"]),
    "a word said for each": ("L'herbe et le gazon.", "The grass and more grass.", []),
}


@pytest.mark.parametrize(("source", "english", "missing"), COVERED.values(), ids=COVERED)
def test_coverage_knows_the_meanings(source: str, english: str, missing: list[str]) -> None:
    assert [gap.word for gap in coverage(source, english, ("fr", "en")).missing] == missing


SAID = {
    "a part of the body": ("Ses gencives saignent depuis hier.", "gums"),
    "a bird": ("Une outarde s’est posée dans le champ.", "bustard"),
    "physics": ("Le noyau est fait de neutrons et de protons.", "neutrons"),
}


@pytest.mark.parametrize(("french", "word"), SAID.values(), ids=SAID)
def test_the_embedded_model_is_told_rare_words(french: str, word: str) -> None:
    [done] = translate_documents([Source("", french)], loaded("", "fr", "en"))
    assert re.search(rf"\b{word}\b", done.text.lower()), done.text


def test_the_list_is_in_order_and_has_one_meaning_a_word() -> None:
    path = language("fr").folder / "meanings-en.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    right = re.compile(r"[^\W\d_A-Z]{2,}(?:-[^\W\d_A-Z]+)*\t\??[^\t]*\w[^\t]*")
    wrong = [line for line in lines if not right.fullmatch(line)]
    assert wrong == []
    function_words = language("fr").telling_words
    assert [word for word in words if word in function_words] == []


STANDS = {
    "a noun of persons": ("Il paie ses associés.", "He pays his ⟦0⟧.", "He pays his partners."),
    "an adjective behind its noun": (
        "Il a une stratégie habile.",
        "He has a strategy ⟦0⟧.",
        "He has a skillful strategy.",
    ),
    "look-alike: what belongs to it follows": (
        "Il a une stratégie habile.",
        "He has a strategy ⟦0⟧ for us.",
        "He has a strategy skillful for us.",
    ),
    "look-alike: aside": (
        "Il vient avec une stratégie habile.",
        "He comes, his strategy ⟦0⟧.",
        "He comes, his strategy skillful.",
    ),
    "look-alike: another noun": (
        "Il a une stratégie habile.",
        "He has a house ⟦0⟧.",
        "He has a house skillful.",
    ),
    "what is done by doing so": (
        "Il aide en effarouchant.",
        "He helps in ⟦0⟧.",
        "He helps by scaring.",
    ),
    "several have no article of one": (
        "Il vient en tant que témoins.",
        "He comes as a ⟦0⟧.",
        "He comes as witnesses.",
    ),
    "behind a number that makes one word": (
        "Une maison à deux étages.",
        "A two-⟦0⟧ house.",
        "A two-floor house.",
    ),
}


@pytest.mark.parametrize(("source", "english", "wanted"), STANDS.values(), ids=STANDS)
def test_a_word_is_told_as_it_stands(source: str, english: str, wanted: str) -> None:
    meaning = {
        "associés": "associated",
        "habile": "skillful",
        "effarouchant": "scaring",
        "témoins": "witnesses",
        "étages": "floors",
    }
    one = told(Attempt(Unit(source), "No."), meaning, ["⟦0⟧"], doubted=True)
    assert one
    assert one.read(english) == wanted


def test_a_word_of_fixed_turns_is_not_told() -> None:
    told_as = {"chose": "thing"}
    assert told(Attempt(Unit("Pas grand-chose, une chose."), "No."), told_as, ["⟦0⟧"]) is None


def test_nouns_are_listed_in_their_order() -> None:
    listed = list(language("fr").nouns("en"))
    assert listed == sorted(set(listed))
