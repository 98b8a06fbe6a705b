"""What one person is told to do is said as to several; what somebody does stays."""

from __future__ import annotations

import pytest

from translate.languages import language
from translate.languages.conjugation import places
from translate.mt.rewording.ordered import ordered

SAID = {
    "the first word": ("Relis ton texte.", "Relisez ton texte."),
    "a verb that is a noun": ("Liste tes atouts.", "Listez tes atouts."),
    "a step": ("Étape 3 : termine par un mot simple.", "Étape 3 : terminez par un mot simple."),
    "a number": ("2. Choisis un thème.", "2. Choisissez un thème."),
    "a sign": ("→ Prends le temps.", "→ Prenez le temps."),
    "a condition": (
        "Quand tu doutes, respire et garde le cap.",
        "Quand tu doutes, respirez et gardez le cap.",
    ),
    "two": (
        "Écris peu, mais publie souvent et réponds vite.",
        "Écrivez peu, mais publie souvent et répondez vite.",
    ),
    "whose conjugation is its own": ("Fais simple.", "Faites simple."),
}
STAY = {
    "somebody does it": "Léo relit son texte et publie souvent.",
    "a noun": "Liste des courses",
    "a noun and a day": "Visite le samedi",
    "a noun and what it is like": "Réserve naturelle du Haut-Jura",
    "nouns and what they are of": "Garde à vue : partage des faits, calme et mesure",
    "who looks for something": "Cherche stage à Lyon.",
    "a subject behind it, after a clause": "Quand vient le soir, commence la fête.",
    "a subject behind it, after a name": "Pour lui, compte la famille.",
    "with its pronoun": "Dis-moi tout.",
    "said to several": "Relisez vos textes.",
    "a subject behind it": "Parle qui veut.",
    "denied": "Ne lâche rien.",
    "who works somewhere": "Travaille à la poste depuis 1990.",
    "who says it": "C'est fini, explique la maire.",
}


@pytest.mark.parametrize("text, said", SAID.values(), ids=SAID)
def test_an_order_to_one_is_said_as_to_several(text: str, said: str) -> None:
    assert ordered(text, "fr") == said


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_what_is_no_such_order_stays(text: str) -> None:
    assert ordered(text, "fr") == text


def test_a_language_without_such_verbs_stays() -> None:
    assert ordered("Lies deinen Text.", "de") == "Lies deinen Text."


def test_the_verbs_are_infinitives() -> None:
    told = language("fr").table("verbs.toml")["orders"]
    verbs = [*told["verbs"].split(), *told["nouns"].split()]
    assert len(set(verbs)) == len(verbs)
    assert [verb for verb in verbs if list(places(verb, verb, "fr")) != ["inf"]] == []
