"""Words of several senses are meant as the words beside them tell; where none does, as ever."""

import tomllib

import pytest

from translate.languages import language
from translate.languages.words import fold_word
from translate.mt.counterparts.expressions import (
    any_of,
    contexts,
    expressions,
    of_texts,
    telling_stems,
    with_subjects,
)
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source

PAIR = ("fr", "en")

MEANT = {
    "the metal": ("Il vend un plateau en argent.", ["silver"]),
    "money": ("Elle a gagné de l'argent.", []),
    "money, though of gold": ("L'or vaut de l'argent : il rembourse sa dette.", []),
    "money, behind another or": ("Or, il n'a plus d'argent.", []),
    "part of a mouth": ("La langue touche les dents.", ["tongue"]),
    "what is spoken": ("Sa bouche hésite dans cette langue étrangère.", []),
    "a fruit": ("Un avocat, deux tomates.", ["avocado"]),
    "a person": ("L'avocat plaide.", []),
    "at the beginning": ("Avocats et tomates.", ["avocados"]),
    "with a capital within, as a name": ("La salade du voisin Avocat.", []),
    "a word that only begins alike": ("Il a de l'argent et de l'orgueil.", []),
    "with either apostrophe": ("C’est une reprise d’une chanson.", ["cover"]),
    "two in one sentence": ("Le timbre de sa voix, la mousse sur la pierre.", ["tone", "moss"]),
    "a participle, as a noun": ("La main est prise dans la porte.", []),
    "a verb, behind its pronoun": ("Il coupe le pain et boit du champagne.", []),
    "a noun, behind an article": ("Ils trinquent avec une coupe.", ["glass"]),
    "several words": ("Leur directrice technique dort.", ["chief technology officer"]),
    "several words, beside others": ("La directrice technique du théâtre.", []),
    "several words, where others must stand": ("Le directeur scientifique dort.", []),
    "a subject": ("La guitariste plaque un accord, puis un refrain.", ["chord"]),
    "a subject that is not": ("Un ballon rouge, un ballon d'hélium et un arbitre.", []),
    "who cheers, behind an article": ("Un supporter crie.", ["supporter"]),
    "a verb, behind its object": ("Je ne peux plus le supporter.", []),
    "of a cake": ("Une part de tarte.", ["slice"]),
    "of a market": ("Une part de marché.", []),
    "in the pit": ("Douze mineurs sont ensevelis.", ["miners"]),
    "under age": ("Deux mineurs devant le tribunal.", ["minors"]),
    "cheered up, not troops": ("Il lui remonte le moral.", []),
    "of a road": ("La rue est réduite à une voie.", ["lane"]),
    "of a policy": ("Le pays s'engage sur une voie nouvelle.", []),
    "of a window": ("Le volet roulant claque.", ["shutter"]),
    "of a screen": ("Cliquez dans le volet Actions pour l'ouvrir.", []),
    "part of a harder word": ("Le passe-plat de la cuisine.", []),
    "two senses that both fit": ("Un filet de poisson, un peu d'huile.", []),
    "two rows of one sense that both fit": ("Une fourchette de salaire en k€.", ["range"]),
    "two rows that share one of their words": ("La poule relevée de ce tournoi.", ["pool"]),
}


@pytest.mark.parametrize(("text", "english"), MEANT.values(), ids=MEANT)
def test_a_word_is_meant_as_the_words_beside_it_tell(text: str, english: list[str]) -> None:
    listed = contexts(PAIR)
    found = [one for one in expressions(text, PAIR) if one.said.lower() in listed]
    assert [one.options[0] for one in found] == english


SAID = {
    "kitchen": ("Mettez les tomates et les avocats dans un saladier.", "avocado", "lawyer"),
    "a baking tin": ("Versez la pâte dans le moule beurré.", "pan", "mussel"),
    "a restaurant": ("Le restaurant change sa carte en mai.", "menu", "map"),
    "school": ("Les élèves attendent leurs notes.", "grades", "notes"),
    "health": ("Soulevez le bassin en gardant le dos au sol.", "pelvis", "basin"),
    "police": ("La gendarmerie enquête sur le vol d'un tracteur.", "theft", "flight"),
    "a car": ("Elle pose ses bagages dans le coffre de la voiture.", "trunk", "safe"),
    "a clock": ("Les aiguilles de l'horloge se sont arrêtées.", "hands", "needles"),
    "a role": ("La directrice technique a démissionné hier.", "chief tech", "director"),
    "a body, and how it is": ("Il a deux côtes fêlées.", "cracked ribs", "coasts"),
    "a garden": ("Attachez les rosiers à un tuteur.", "stake", "guardian"),
    "a judge's": ("Le juge a signé une ordonnance de renvoi.", "order", "prescription"),
    "insurance": ("L'assureur a doublé la prime du contrat.", "premium", "bonus"),
    "the stock exchange": ("Les valeurs bancaires du CAC ont reculé.", "stocks", "values"),
    "music": ("Ce morceau pour piano finit par un accord majeur.", "chord", "agreement"),
    "who runs a company": (
        "Le mandat d'administratrice expire en mai.",
        "director",
        "administrator",
    ),
    "a year of a company": ("L'exercice écoulé a été difficile.", "financial year", "exercise"),
    "a share of a company": ("La participation a été portée à 30 %.", "stake", "articipation"),
    "a rating": ("L'agence a dégradé la note de la France.", "rating", "note"),
    "a maker of phones": ("Ce constructeur de smartphones licencie.", "maker|manufacturer", "auto"),
    "several hackers": ("Deux groupes de pirates ont vidé les serveurs.", "hackers", "pirates"),
    "what hackers want": ("Les pirates ont volé des identifiants.", "log|cred", "identi"),
    "a mail that does harm": ("Un courriel piégé a suffi.", "malicious", "trapped"),
    "the bias of a model": ("Le biais du modèle a été mesuré.", "bias", "way"),
    "an account": ("Il met son argent sur un livret bancaire.", "account", "booklet"),
    "what a bank takes": ("Le découvert bancaire coûte cher.", "verdraft", "discover"),
    "another metier": (
        "Sa reconversion professionnelle est réussie.",
        "career|retrain",
        "conversion",
    ),
    "who was one's head": ("Mon ancien chef m'a appelée.", "boss", "leader"),
    "pieces of it": ("Voici mes trois conseils.", "tips", "advice"),
    "seats on a board": (
        "Les places asiatiques ont terminé la semaine en baisse.",
        "market",
        "seat",
    ),
}


def test_a_sense_that_the_model_does_not_take_is_doubted() -> None:
    """A known failure: with the word told the model says worse, so it is not taken."""
    [done] = translate_documents(
        [Source("", "Allongez-vous et soulevez le bassin, le dos au sol.")], loaded("", *PAIR)
    )
    assert "pelvis" in done.text or any("pelvis" in one for one in done.records[0].checks)


@pytest.mark.parametrize(("text", "right", "wrong"), SAID.values(), ids=SAID)
def test_the_sense_that_is_meant_is_written(text: str, right: str, wrong: str) -> None:
    [done] = translate_documents([Source("", text)], loaded("", *PAIR))
    assert any(word in done.text for word in right.split("|")) and wrong not in done.text


OF_TEXTS = {
    "money": (
        "La start-up a séduit deux investisseurs. Le tour a été mené en mai. La licorne brûle sa "
        "trésorerie, dit sa fondatrice.",
        "round",
        "tower",
    ),
    "a device": (
        "L'écran du téléphone plaît. L'autonomie déçoit. Le processeur chauffe, le capteur aussi.",
        "battery life",
        "utonomy",
    ),
    "an attack": (
        "La panne dure. Les pirates se taisent. La faille et le correctif des serveurs sont là.",
        "hackers",
        "pirates",
    ),
    "a region": (
        "Le parlement de la région siège. L'autonomie déçoit. Les élus et le ministre votent.",
        "utonomy",
        "battery",
    ),
    "a cathedral": (
        "La cathédrale est fermée. Le tour a été mené par un guide. La nef et le chœur sont beaux.",
        "tour|tower",
        "round",
    ),
    "a ship": (
        "Le navire a coulé. Les pirates se taisent. Les marins du port et le capitaine attendent.",
        "pirates",
        "hackers",
    ),
}


@pytest.mark.parametrize(("text", "right", "wrong"), OF_TEXTS.values(), ids=OF_TEXTS)
def test_what_a_text_is_about_tells_where_no_word_beside_does(
    text: str, right: str, wrong: str
) -> None:
    [done] = translate_documents([Source("", text)], loaded("", *PAIR))
    said = done.records[1].english
    assert any(word in said for word in right.split("|")) and wrong not in said


def test_the_words_beside_tell_before_the_text_does() -> None:
    text = "Le tour du circuit est fini."
    assert not expressions("Le tour est fini.", PAIR)
    assert [one.options[0] for one in expressions(text, PAIR, frozenset(["startup"]))] == ["lap"]


def test_every_line_says_what_is_meant_and_beside_which_words() -> None:
    path = language("fr").folder / "contexts-en.toml"
    lines = tomllib.loads(path.read_text(encoding="utf-8"))["senses"]
    assert all(3 <= len(line) <= 4 and all(line) for line in lines)
    words = [line[0] for line in lines]
    assert words == sorted(words, key=fold_word)
    for line in lines:
        told, never = (set(part.split()) for part in (*line[2:], "")[:2])
        assert not told & never, line[0]
        assert of_texts(line[2]) or with_subjects(line[2], "fr", line[0]), line[0]
        beside = with_subjects(line[2], "fr", line[0]).split()
        itself = any_of(" ".join({*beside} - {"*"} or {"-"})).search(line[0])
        assert not itself, line[0]  # but where it is meant so everywhere
        assert all(telling_stems(one, "en") for one in line[1].split("|")), line[1]
