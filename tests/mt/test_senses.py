"""Verbs of several senses are said plainly where the words near them tell which is meant."""

import pytest

from translate.languages import language
from translate.languages.conjugation import forms, places
from translate.languages.words import fold_word
from translate.mt.counterparts.expressions import with_subjects
from translate.mt.job import loaded, translate_documents
from translate.mt.rewording.idioms import plainer
from translate.mt.rewording.sayings import CLITICS
from translate.mt.units import Source

SENSES = language("fr").table("contexts.toml")["senses"]
MEANT = {
    "the object": ("Les familles toucheront une prime.", "Les familles recevront une prime."),
    "the object, further on": (
        "Il n'a jamais touché le moindre salaire.",
        "Il n'a jamais reçu le moindre salaire.",
    ),
    "the object of a relative clause": (
        "La prime que nous touchons est maigre.",
        "La prime que nous recevons est maigre.",
    ),
    "the object of a passive": ("La date n'est pas arrêtée.", "La date n'est pas fixée."),
    "a noun that it is done to": (
        "Les fautes relevées sont rares.",
        "Les fautes remarquées sont rares.",
    ),
    "two rows that say it alike": (
        "Le site séduit les clients par sa simplicité.",
        "Le site attire les clients par sa simplicité.",
    ),
    "the subject": (
        "Ses fenêtres donnaient sur la rue.",
        "Ses fenêtres faisaient face à la rue.",
    ),
    "the present participle": (
        "Une chambre donnant sur le port.",
        "Une chambre faisant face au port.",
    ),
    "what stands right behind": (
        "Le maire entend réduire les frais.",
        "Le maire veut réduire les frais.",
    ),
    "to have for to be": (
        "Elle est tombée sur un voisin.",
        "Elle a rencontré un voisin.",
    ),
    "done to who is told": ("Un piéton a été fauché.", "Un piéton a été percuté."),
    "the subject and its verb": ("Le feu a pris ce soir.", "Le feu s'est déclaré ce soir."),
    "who does it, with an object before it": (
        "Le jury en a retenu trois.",
        "Le jury en a sélectionné trois.",
    ),
    "what was taken": ("On lui a piqué son scooter.", "On lui a volé son scooter."),
    "a pronoun of another": (
        "Ses sœurs lui défendaient d'y aller.",
        "Ses sœurs lui interdisaient d'y aller.",
    ),
}
STAY = {
    "no word that tells": "Il touche le mur.",
    "a word of another sense": "La baisse des salaires touche la pension.",
    "a word in another sentence": "Il a touché le mur. Le salaire est bas.",
    "a word of another verb": "Il touche le mur et perd son salaire.",
    "the subject, for the object": "La prime touche beaucoup d'enfants.",
    "a noun": "Le relevé des erreurs est là.",
    "a noun behind its article": "Son relevé des fautes est là.",
    "a noun behind a preposition": "De taille moyenne, il porte la barbe.",
    "swallows, no talk": "Les hirondelles volent bas.",
    "itself": "Ils se touchent la main, pas la prime.",
    "done to what the plain verb has no object for": "Nos enfants sont gardés par lui.",
    "a present that is spelt like a participle": "Un désir, et il traduit un mot.",
    "done to no object": "Ils sont également plus au public.",
    "another person's pronoun": "Ce livre m'a beaucoup plu.",
    "two senses that both fit": "Il relève la faute dans la sauce.",
    "a noun behind a participle": "L'homme touché, une prime.",
    "who does it, to a thing": "Un coureur lâche son guidon.",
    "who does it, to two": "Le voleur a confondu les deux sacs.",
    "what was before, not who does it": "Après l'incendie, elle a pris la parole.",
    "of a hearing, not of a date": "À l'audience, il renvoie la balle.",
    "what bursts beside a price": "Malgré les prix, l'immeuble a explosé.",
    "a place, not a film": "Il tourne dans un couloir.",
}
SAID = {
    "a shop": ("Mes cousins tenaient un bar à Nantes.", "were running|ran", "holding|held"),
    "a plan": ("La région entend construire un lycée.", "wants|intends", "hears"),
    "a room": ("Le salon donne sur un jardin.", "faces|facing|overlooks", "gives"),
    "a number": ("Le prix est passé de 9 à 7 euros.", "from", "risen|rose"),
}


@pytest.mark.parametrize(("text", "plain"), MEANT.values(), ids=MEANT)
def test_a_verb_is_said_as_the_words_near_it_tell(text: str, plain: str) -> None:
    assert plainer(text, "fr") == plain


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_look_alikes_stay(text: str) -> None:
    assert plainer(text, "fr") == text


@pytest.mark.parametrize(("text", "right", "wrong"), SAID.values(), ids=SAID)
def test_the_sense_that_is_meant_is_written(text: str, right: str, wrong: str) -> None:
    [done] = translate_documents([Source("", text)], loaded("", "fr", "en"))
    assert any(word in done.text for word in right.split("|"))
    assert not any(word in done.text for word in wrong.split("|"))


@pytest.mark.parametrize("line", SENSES, ids=" > ".join)
def test_every_line_is_found_by_its_words(line: list[str]) -> None:
    said, plain, behind, before = (*line, "")[:4]
    found = CLITICS.fullmatch(said)
    assert found and list(places(found["verb"], found["verb"], "fr")) == ["inf"]
    assert plain and behind + before
    verb = f"{found['clitics']}{forms(found['verb'], 'fr')['i6']} {found['rest']}".strip()
    for near in with_subjects(behind, "fr").split():
        text = f"Ils {verb} {near.replace('_', ' ').replace('*', 's').strip()}."
        assert plainer(text, "fr") != text
    for near in with_subjects(before, "fr").split():
        text = f"Alors {near.replace('_', ' ').replace('*', 's').strip()} {verb}."
        assert plainer(text, "fr") != text


def test_lines_are_in_order_and_no_word_tells_both() -> None:
    assert [line[0] for line in SENSES] == sorted((line[0] for line in SENSES), key=fold_word)
    for line in SENSES:
        *tell, never = (set(part.split()) for part in (*line[2:], "", "", "")[:3])
        assert not set.union(*tell) & never, line[0]
