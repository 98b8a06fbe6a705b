"""What an author tells of cookies, subscriptions and comments stays, wherever it stands."""

import tomllib
from pathlib import Path

import pytest

from translate import CleanConfig, Config, clean
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.narrating import asks_reader, lived, narrates

STATEMENTS = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))
SHAPES = {
    "between two paragraphs": "{before}\n\n{said}\n\n{after}\n",
    "at the end": "{before}\n\n{after}\n\n{said}\n",
    "alone": "{said}\n",
    "a heading in the text": "{before}\n\n{heading}\n\n{after}\n",
    "the headline": "{heading}\n\n{before}\n\n{after}\n",
}
# How somebody ends a sentence, or what stands behind it: {said} has no stop, {stop} is its own.
ENDINGS = {
    "it trails off": "{said}…",
    "bold": "**{said}{stop}**",
    "slanted": "*{said}{stop}*",
    "slanted in a page": "<em>{said}{stop}</em>",
    "an address behind it": "{said}{stop} https://lac.example/livre",
    "a star": "{said}{stop} *",
    "an item with an arrow": "→ {said}{stop}",
    "an arrow behind it": "{said}. →",
    "brackets around it": "({said}{stop})",
    "the end of a longer quotation": "{said}{stop} »",
    "one of a thread": "2/ {said}{stop}",
    "quoted": "> {said}{stop}",
}


@pytest.mark.parametrize("profile", ["gentle", "page", "auto"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("code", STATEMENTS)
def test_a_statement_stays(code: str, shape: str, profile: str) -> None:
    config = Config(languages=("fr", "en", code), clean=CleanConfig(profile=profile))
    before, after = STATEMENTS[code]["around"]
    for said in STATEMENTS[code]["said"]:
        parts = {"before": before, "after": after, "said": said, "heading": said.rstrip(".")}
        text = SHAPES[shape].format(**parts)
        assert clean(text, config=config).text == text


@pytest.mark.parametrize("code", STATEMENTS)
def test_a_statement_stays_beside_chrome(code: str) -> None:
    config = Config(languages=("fr", "en", code))
    before, after = STATEMENTS[code]["around"]
    lost = []
    for said in STATEMENTS[code]["said"]:
        text = f"{before}\n\nPublicité\n\n{said}\n\n{after}\n"
        if said not in clean(text, config=config).text:
            lost.append(said)
    assert not lost


def test_a_small_word_of_two_languages_turns_to_nobody() -> None:
    assert not asks_reader(split("Le prix du jury")[0])  # "du" is "you" in German
    assert asks_reader(split("Liest du das noch?")[0])


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("code", STATEMENTS)
def test_a_statement_stays_however_it_ends(code: str, ending: str) -> None:
    config = Config(languages=("fr", "en", code))
    before, after = STATEMENTS[code]["around"]
    lost = []
    for said in STATEMENTS[code]["said"]:
        parts = {"said": said.rstrip(".!?…"), "stop": said[len(said.rstrip(".!?…")) :]}
        line = ENDINGS[ending].format(**parts)
        text = f"{before}\n{after}\n{line}\nPartager sur Facebook\nShare on X\n"
        if line not in clean(text, config=config).text:
            lost.append(line)
    assert not lost


@pytest.mark.parametrize(
    "call",
    [
        "La rédaction vous propose chaque matin le meilleur de la presse.",
        "Cet article est réservé à nos abonnés, à partir de deux euros.",
        "Facebook : suivez la page du journal et ses coulisses",
        "Subscribe to the newsletter that a million people read",
        "© 2031 La Feuille du lac, tous droits réservés",
        "Nos lecteurs ont la parole",
        "Lire la suite",
        "Abonnez-vous, la première lettre est offerte",
        "Inscrivez-vous, un conseiller vous répond",
        "Share this story, read the comments",
    ],
)
def test_a_call_narrates_nothing(call: str) -> None:
    assert not narrates(split(call)[0])


def test_a_name_before_a_verb_is_no_order() -> None:
    assert narrates(split("Le match a commencé tard. Martinez a marqué deux buts.")[0])
    assert not narrates(split("Le match est terminé. Regardez le résumé.")[0])


@pytest.mark.parametrize(
    "said",
    [
        "Votre adresse ne sera jamais publiée, promettait le formulaire.",
        "Vous pouvez vous désabonner à tout moment, jurait-on.",
        "Your address will not be shared, the banner promised.",
        "Ihre Daten bleiben bei uns, versprach der Verlag.",
        "Sus datos no se comparten, prometía el diario.",
        "I vostri dati restano qui, prometteva il sito.",
        "Os seus dados ficam aqui, prometia o jornal.",
    ],
)
def test_what_somebody_is_told_to_say_is_a_statement(said: str) -> None:
    assert narrates(split(said)[0])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Ich habe ein Jahr lang alle Cookies abgelehnt", True),
        ("He aceptado todas las cookies durante un mes", True),
        ("Perché ho rifiutato tutti i cookie della banca", True),
        ("Porque recusei todos os cookies do banco", True),
        ("Waarom ik de cookies van de bank accepteerde", True),
        ("De ce am refuzat toate cookie-urile bănci", True),
        ("Per què vaig acceptar totes les galetes", True),
        ("Comment je me suis désabonné de vingt lettres", True),
        ("J'ai lu et j'accepte les conditions du site", False),
        ("Ich habe die Hinweise zu Cookies gelesen und stimme zu", False),
        ("He leído y acepto la política de cookies", False),
        ("Ho letto e accetto la politica dei cookie", False),
        ("Am citit și accept politica de cookie-uri", False),
        ("J'accepte tous les cookies de ce site", False),
        ("I accept all the cookies of the site", False),
    ],
)
def test_who_tells_what_he_did_presses_no_button(said: str, told: bool) -> None:
    assert lived(split(said)[0]) is told
