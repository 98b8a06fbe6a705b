"""Who says it goes before what is said, where a model would take it for a part of that."""

import pytest

from translate.mt.job import loaded, translate_documents
from translate.mt.rewording.reported import reported
from translate.mt.units import Source

MOVED = {
    "a role": (
        "La rue sera fermée lundi, a précisé la mairie.",
        "La mairie a précisé que la rue sera fermée lundi.",
    ),
    "some who are not named": (
        "Le vol est annulé, ont indiqué deux sources proches du dossier.",
        "Deux sources proches du dossier ont indiqué que le vol est annulé.",
    ),
    "a name with what it is": (
        "Il manque dix lits, déplore Ida Roy, infirmière à Niort.",
        "Ida Roy, infirmière à Niort, déplore qu'il manque dix lits.",
    ),
    "a role with a name behind": (
        "La rue est libre, explique le maire, Paul Roy.",
        "Le maire, Paul Roy, explique que la rue est libre.",
    ),
    "when, and to whom": (
        "Le tunnel rouvrira en mai, a annoncé mardi soir le préfet à l’AFP.",
        "Le préfet a annoncé mardi soir à l’AFP que le tunnel rouvrira en mai.",
    ),
    "a verb that a model takes for another": (
        "Le prix est juste, a commenté le patron.",
        "Le patron a déclaré que le prix est juste.",
    ),
    "behind a word that joins it to the last one": (
        "Mais la route reste ouverte, assure le maire.",
        "Mais le maire assure que la route reste ouverte.",
    ),
    "a name at the beginning": (
        "Ada Roy viendra demain, a confirmé son avocat.",
        "Son avocat a confirmé qu'Ada Roy viendra demain.",
    ),
    "a clause of several parts": (
        "En mars, le lac sera vide, prévient un pêcheur.",
        "Un pêcheur prévient qu'en mars, le lac sera vide.",
    ),
}
KEPT = {
    "the subject and what is said of it": "Le maire, Paul Roy, a annoncé la fin des travaux.",
    "a clause about the subject": "Le maire, qui est malade, a annoncé son départ.",
    "a verb of it between commas": "La mairie, si elle est prête, annonce la date.",
    "somebody speaks of himself": "Je ne sais pas encore, a dit le patron.",
    "somebody speaks to another": "La clé est sous votre tapis, a dit la voisine.",
    "a quotation": "« La rue sera fermée », a précisé la mairie.",
    "in the middle": "La rue, a précisé la mairie, sera fermée lundi.",
    "what is said follows": "La mairie a pris son temps, a précisé que la rue fermera.",
    "a question": "La rue sera-t-elle fermée, demande la mairie ?",
    "what he did besides": "Il a ouvert la porte, a dit un mot et a fermé.",
    "a name that nothing tells at the beginning": "Le pont sera fermé lundi, a dit Lise Roy.",
    "two words": "Rien, a dit la mairie.",
    "in the middle of a longer clause": "La rue du port, explique le maire, ouvre lundi.",
    "in the middle, with what has a verb": "La rue du port, note le maire, peut rouvrir.",
    "before another clause": "La rue est libre, explique Ada Roy, les voitures circulent.",
    "before another subject": "La rue est libre, explique Ada Roy, Paul arrive.",
    "before what is said of the whole": "La rue est fermée, a annoncé la mairie, nouveau revers.",
    "a capital that none would understand": "Dix-neuf vases sont cassés, a dit le préfet.",
    "a comma too many": "Le maire de la ville, a annoncé la fermeture du pont.",
    "a comma too many, behind a clause": "Le maire qui est malade, a annoncé la fin du bail.",
    "a capital before a comma": "Honnêtement, le marché est calme, a observé le courtier.",
    "a list": "Il court, nage, explique la règle.",
}


@pytest.mark.parametrize(("text", "wanted"), MOVED.values(), ids=MOVED)
def test_who_says_it_goes_first(text: str, wanted: str) -> None:
    assert reported(text, "fr") == wanted
    assert reported(wanted, "fr") == wanted


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert reported(text, "fr") == text


def test_a_language_without_rules_stays() -> None:
    assert reported("Es regnet, sagte Ada Roy.", "de") == "Es regnet, sagte Ada Roy."


def test_the_model_says_who_said_it() -> None:
    text = "Le pont sera fermé deux mois, ont indiqué des responsables de la ville."
    (done,) = translate_documents([Source("a", text)], loaded("", "fr", "en"))
    assert "said" in done.text.split("bridge")[0] or "indicated" in done.text.split("bridge")[0]
