"""Days as headings within a text stay, in every language; those of a page and of comments go."""

import pytest

from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.pipeline import clean
from translate.config import CleanConfig

MENU = ["Menu", "Facebook", "Instagram", "Twitter"]
DIARY = {
    "en": [
        "The road was closed at the second bridge, so we walked the last nine miles in the rain.",
        "Nobody at the inn had seen the doctor, or at least nobody would say so before supper.",
        "The doctor came on foot, with his bag on his head and a goose under one of his arms.",
    ],
    "fr": [
        "La route était coupée au second pont, et nous avons fait à pied les dernières lieues.",
        "Personne à l’auberge n’avait vu le médecin, ou personne ne voulait le dire avant souper.",
        "Le médecin est arrivé à pied, sa trousse sur la tête et une oie sous le bras gauche.",
    ],
    "de": [
        "Die Straße war an der zweiten Brücke gesperrt, also gingen wir die letzten Meilen zu Fuß.",
        "Im Gasthaus hatte keiner den Arzt gesehen, oder keiner wollte es vor dem Essen sagen.",
        "Der Arzt kam zu Fuß, die Tasche auf dem Kopf und eine Gans unter dem linken Arm.",
    ],
    "es": [
        "La carretera estaba cortada en el segundo puente, y las últimas leguas las hicimos a pie.",
        "Nadie en la posada había visto al médico, o nadie quería decirlo antes de la cena.",
        "El médico llegó a pie, con el maletín en la cabeza y una oca bajo el brazo izquierdo.",
    ],
    "it": [
        "La strada era chiusa al secondo ponte, e le ultime leghe le abbiamo fatte a piedi.",
        "Nessuno alla locanda aveva visto il medico, o nessuno voleva dirlo prima di cena.",
        "Il medico arrivò a piedi, con la borsa in testa e un'oca sotto il braccio sinistro.",
    ],
    "pt": [
        "A estrada estava cortada na segunda ponte, e as últimas léguas fizemos a pé.",
        "Ninguém na pousada tinha visto o médico, ou ninguém queria dizê-lo antes do jantar.",
        "O médico chegou a pé, com a mala na cabeça e um ganso debaixo do braço esquerdo.",
    ],
    "nl": [
        "De weg was bij de tweede brug afgesloten, dus liepen we de laatste mijlen in de regen.",
        "Niemand in de herberg had de dokter gezien, of niemand wilde het voor het eten zeggen.",
        "De dokter kwam te voet, met zijn tas op het hoofd en een gans onder de linkerarm.",
    ],
}
COMMENTS = [
    "Comments (2)",
    *("ada74", "March 4, 2024", "I walked that road as a child, and the bridge was out then, too."),
    *("Reply", "tom_b", "March 5, 2024", "My aunt kept the goose for years and called it Doctor."),
    "Reply",
]


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("en", ["March 4, 2024", "March 5, 2024", "March 9, 2024"]),
        ("en", ["4 March", "5 March", "9 March"]),
        ("en", ["Tuesday, March 4, 1851", "Friday, May 9, 1851", "Monday, January 5, 1852"]),
        ("fr", ["Mardi 4 mars 2024", "Mercredi 5 mars 2024", "Jeudi 6 mars 2024"]),
        ("fr", ["4 mars", "1er avril", "2 avril"]),
        ("fr", ["Mars 1998", "Avril 2003", "Mai 2011"]),
        ("de", ["4. März 2024", "5. März 2024", "9. März 2024"]),
        ("de", ["Dienstag, 4. März", "Mittwoch, 5. März", "Sonntag, 9. März"]),
        ("es", ["4 de marzo de 2024", "5 de marzo de 2024", "9 de marzo de 2024"]),
        ("it", ["4 marzo 2024", "5 marzo 2024", "9 marzo 2024"]),
        ("pt", ["Segunda-feira, 4 de março", "Terça-feira, 5 de março", "9 de março"]),
        ("nl", ["4 maart 2024", "5 maart 2024", "9 maart 2024"]),
    ],
)
@pytest.mark.parametrize("profile", ["page", "gentle"])
def test_the_days_of_a_diary_stay(profile: str, language: str, days: list[str]) -> None:
    rules = Rules.load(CleanConfig(profile=profile), list(DIARY))
    entries = zip(days, DIARY[language], strict=True)
    lines = [*MENU, *(line for entry in entries for line in entry), "Tous droits réservés"]
    stay = {one.line.text for one in judge("\n".join(lines), rules) if one.rule is None}
    assert stay >= {*days, *DIARY[language]}


@pytest.mark.parametrize(
    "lines",
    [
        ["The doctor walks", "March 4, 2024", *DIARY["en"]],
        ["The doctor walks", *DIARY["en"], *COMMENTS],
    ],
    ids=["the day of the page", "the days of comments"],
)
def test_other_days_go(lines: list[str]) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["en", "fr"])
    judged = judge("\n".join([*MENU, *lines, "All rights reserved"]), rules)
    days = {one.line.text: one.rule is None for one in judged if "2024" in one.line.text}
    assert set(days.values()) == {False}


@pytest.mark.parametrize("profile", ["page", "gentle"])
@pytest.mark.parametrize(
    ("above", "days", "stays"),
    [
        ("Partager", ["9 mars", "5 mars", "4 mars"], True),
        ("Mis à jour le 9 mars 2024 à 20h45", ["9 mars 2024", "5 mars 2024", "4 mars 2024"], True),
        ("Partager", ["9 mars 2024", "5 mars 2024", "4 mars 2024"], False),
        ("Partager", ["9 mars 2024", "5 mars", "4 mars"], False),
    ],
    ids=["no year", "the page has its own", "may be that of the page", "another form"],
)
def test_of_a_chronicle_with_the_latest_first_the_first_day_stays(
    above: str, days: list[str], stays: bool, profile: str
) -> None:
    rules = Rules.load(CleanConfig(profile=profile), ["fr", "en"])
    entries = [line for pair in zip(days, DIARY["fr"], strict=True) for line in pair]
    lines = [*MENU, "La route, jour après jour", above, *entries, "Tous droits réservés"]
    stay = {one.line.text for one in judge("\n".join(lines), rules) if one.rule is None}
    assert stay >= {*days[1:], *DIARY["fr"]}
    assert (days[0] in stay) == stays


def test_days_with_their_hours_are_those_of_something_that_is_on() -> None:
    shown = ["Jeudi 3 décembre à 20:55 sur Canal Lac", "Vendredi 4 décembre à 00:40 sur Canal Lac"]
    text = "\n".join([*MENU, *DIARY["fr"], *shown, "Me rappeler", "Noter ce programme", "Partager"])
    kept = [one.line.text for one in judge(text, Rules.load(CleanConfig(), ["fr"])) if not one.rule]
    assert [line for line in kept if line in shown] == shown


CHRONICLE = ["Le meunier achète la roue.", "Elle est volée.", "Un enfant la retrouve."]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    "days",
    [
        ["12 janvier 2023", "4 avril 2023", "30 août 2023"],
        ["Janvier 2023", "Avril 2023", "Août 2023"],
        ["12/01/2023", "04/04/2023", "30/08/2023"],
    ],
)
@pytest.mark.parametrize("told", ["Publié le", "Mis à jour le", "Modifié le", "Actualisé le"])
def test_the_day_of_a_chronology_of_short_sentences_is_that_of_its_page(
    told: str, days: list[str], count: int
) -> None:
    events = [line for pair in zip(days, CHRONICLE, strict=True) for line in pair][: 2 * count]
    text = "\n".join(["La roue du moulin en dates", f"{told} 2 février 2024 à 11 h", *events])
    cleaned = clean(text)
    assert cleaned.text.split("\n")[1:] == events
    assert cleaned.meta.date is not None
    assert cleaned.meta.date.iso == "2024-02-02"


def test_a_chronology_without_a_day_of_its_page_has_none() -> None:
    lines = ["La roue du moulin en dates", "12 janvier 2023", CHRONICLE[0], "4 avril 2023"]
    cleaned = clean("\n".join([*lines, CHRONICLE[1]]))
    assert "12 janvier 2023" in cleaned.text
    assert cleaned.meta.date is None


def test_the_day_under_a_short_sentence_over_a_text_is_that_of_the_page() -> None:
    text = "\n".join(["La roue du moulin", "La meunière est là.", "3 mars 2024", *DIARY["fr"]])
    cleaned = clean(text)
    assert "3 mars 2024" not in cleaned.text
    assert cleaned.meta.date is not None
    assert cleaned.meta.date.iso == "2024-03-03"
