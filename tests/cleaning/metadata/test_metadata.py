"""Title, date, byline and source, as a text and its removed lines tell them."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from translate.cleaning import clean
from translate.cleaning.metadata import dates
from translate.cleaning.metadata.dates import dateline
from translate.facts import Date, Facts


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Publié le 2 nov. 2023 à 16:00", "2023-11-02"),
        ("1er août 2021", "2021-08-01"),
        ("Le 12 FÉVRIER 1999", "1999-02-12"),
        ("Nov. 19, 2019 8:03 am ET", "2019-11-19"),
        ("3rd May 2020", "2020-05-03"),
        ("2024-09-26T10:00", "2024-09-26"),
        ("date 2024-09", "2024-09"),
        ("le 03/12/2021", "2021-12-03"),
        ("12/31/2021", "2021-12-31"),
        ("3. März 2020", "2020-03-03"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("septembre 2020", "2020-09"),
        ("Publié le 13.05.21", "2021-05-13"),
        ("Publié le 31.12.99", "1999-12-31"),
        ("29/02/2024", "2024-02-29"),
        ("14-mai-2021", "2021-05-14"),
        ("Lyon05 MAI 2021 15:04", "2021-05-05"),
        ("4 d’abril de 2023", "2023-04-04"),
        ("1º de maio de 2021", "2021-05-01"),
        ("the 3rd of May, 2020", "2020-05-03"),
        ("Op 12 maart 2019", "2019-03-12"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    (found,) = dates([text])
    assert found.iso == iso
    assert found.found in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "45/45/2020",
        "30/02/2021",
        "29.02.2023",
        "version 1.2.3",
        "le 12 mars",
        "n° 2024-09876",
        "3.4.5",
        "192.168.12.10",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates([text]) == []


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        pytest.param(["Mis à jour le 5 mai 2021", "3 mai 2021"], "2021-05-03", id="a change"),
        pytest.param(["Aktualisiert am 5. Mai 2021", "3. Mai 2021"], "2021-05-03", id="in German"),
        pytest.param(
            ["La fanfare défile sur le quai du port le 2 mai 2019", "3 mai 2021"],
            "2021-05-03",
            id="a caption",
        ),
        pytest.param(["Du 3 au 9 mai 2021", "2 mai 2021"], "2021-05-02", id="days of a feast"),
        pytest.param(["Vom 3. bis 9. Mai 2021", "2. Mai 2021"], "2021-05-02", id="in German, too"),
        pytest.param(["4 mai 2021", "Paru le 3 mai 2021"], "2021-05-03", id="the word for it"),
    ],
)
def test_the_surest_day_comes_first(lines: list[str], iso: str) -> None:
    assert dates(lines)[0].iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Nantes, le 3 mai 2021 – Le pont rouvre demain à midi.", "2021-05-03"),
        ("PARIS, 3 mai 2021 (AFP) — Le pont rouvre demain à midi.", "2021-05-03"),
        ("LONDON, May 3, 2021 -- The bridge opens again at noon.", "2021-05-03"),
        ("Le 3 mai 2021 – un lundi – le pont a rouvert.", None),
        ("À Nantes, le 3 mai 2021, le pont a rouvert.", None),
        ("Le pont a fermé, puis, le 3 mai 2021 – un lundi –, il a rouvert.", None),
    ],
)
def test_the_day_a_paragraph_begins_with(text: str, iso: str | None) -> None:
    found = dateline(text)
    assert (found and found.iso) == iso


BODY = "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l’aube.\n\n" * 3


def meta(text: str) -> Facts:
    return clean(text).meta


def test_everything_an_article_tells() -> None:
    text = (
        "Le lac de Joux est gelé\n\nPar Horace-Bénédict de Saussure\n\n"
        "Publié le 3 février 1785 à 8h00\n\n" + BODY + "© 1785 La Gazette du lac\n"
    ).replace("1785", "1985")
    found = meta(text)
    assert found.title == "Le lac de Joux est gelé"
    assert found.byline == "Horace-Bénédict de Saussure"
    assert found.date == Date("3 février 1985", "1985-02-03")
    assert found.source == "La Gazette du lac"


PAGES = json.loads(Path(__file__).with_name("titles.json").read_text(encoding="utf-8"))


def stands(title: str, text: str) -> bool:
    """Whether `title` is lines of `text`: one, or two; but for a label or a mark before it."""
    lines = text.split("\n")
    return any(f"{one} {two}".endswith(title) for one, two in pairwise(["", *lines]))


@pytest.mark.parametrize("profile", ["auto", "page", "gentle"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["label"])
def test_pages_tell_their_title_and_date(page: dict[str, Any], profile: str) -> None:
    doc = clean("\n".join(page["lines"]) + "\n", profile=profile)
    found = doc.meta
    assert found.title == page["title"]
    assert page["title"] is None or stands(page["title"] + page.get("behind", ""), doc.text)
    assert (found.date and found.date.iso) == page.get("date")
    assert found.byline == page.get("byline")


def test_where_title_date_and_byline_stood() -> None:
    text = "Accueil\n\nLe lac est gelé\n\nPar Ève Lac\nPublié le 3 mai 2021\n\n" + BODY
    assert meta(text).places == {"title": 3, "date": 6, "byline": 5}


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    text = "Mis à jour le 5 mai 2021 à 10:00\nPublié le 3 mai 2021 à 9:00\n\n" + BODY
    assert meta(text).date == Date("3 mai 2021", "2021-05-03")


def test_a_host_in_a_removed_line_is_the_source_and_a_network_is_not() -> None:
    text = BODY + "Abonnez-vous à la newsletter de gazette-du-lac.fr ou sur facebook.com !\n"
    assert meta(text).source == "gazette-du-lac.fr"


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        pytest.param(["Publicité", "Codes promo boutique-des-eaux.com"], None, id="one who pays"),
        pytest.param(["Partager", "Lire aussi", "lac-voisin.fr"], None, id="a link"),
        pytest.param(
            ["gazette-du-lac.fr", "Suivre La Gazette du lac", "© 2021 Gazette du Lac"],
            "gazette-du-lac.fr",
            id="a name that stands often",
        ),
    ],
)
def test_a_host_that_is_only_linked_to_is_no_source(lines: list[str], source: str | None) -> None:
    text = "Accueil\n\nLe lac est gelé\n\n" + BODY + "\n\n".join(lines) + "\n"
    assert meta(text).source == source


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© La Gazette du lac. Tous droits réservés", "La Gazette du lac"),
        ("© Riproduzione riservata", None),
        ("© Alle Rechte vorbehalten", None),
        ("© Copyright 2021 – La Gazette du lac –", "La Gazette du lac"),
        ("© Odile Brun / Agence des Lacs\n© La Gazette du lac", "La Gazette du lac"),
        ("© © Copyright, La Gazette du lac", "La Gazette du lac"),
        ("© 湖の新聞", "湖の新聞"),
        ("© photo du lac", None),
    ],
)
def test_who_has_the_rights_is_the_source_and_what_is_said_of_them_is_not(
    line: str, owner: str | None
) -> None:
    assert meta(f"{BODY}{line}\n").source == owner


def test_a_post_tells_its_network_and_who_writes_it() -> None:
    lines = ["Lise Morvan", "• 2e", "Charpentière | Formatrice | Autrice", "3 sem. • Modifié •"]
    text = "\n\n".join([*lines, "Suivre", BODY, "J’aime", "Commenter", "Republier", "Envoyer"])
    found = meta(text)
    assert (found.title, found.byline, found.source) == (None, "Lise Morvan", "linkedin.com")


def test_a_name_that_stands_twice_in_its_line_is_told_once() -> None:
    lines = ["Lise Morvan Lise Morvan • 2e et + • 2e et +", "Charpentière | Formatrice"]
    text = "\n\n".join([*lines, "il y a 3 semaines • Modifié", "Suivre", BODY, "J’aime"])
    found = meta(text)
    assert (found.title, found.byline) == (None, "Lise Morvan")


@pytest.mark.parametrize(
    "line",
    ["Par Lise Morvan le 3 mai 2021 à 07h30 Lecture 4 min.", "Le 3 mai 2021 à 7h Lecture 4 min."],
)
def test_how_long_it_takes_to_read_ends_no_sentence(line: str) -> None:
    doc = clean("\n".join(["Accueil", "Le lac rouvre aux patineurs", line, BODY]))
    assert line not in doc.text
    assert doc.meta.date is not None
    assert doc.meta.date.iso == "2021-05-03"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(("Lise Morvan, journaliste", "3 mai 2021"), "Lise Morvan", id="with a role"),
        pytest.param(
            ("Lise Morvan, attachée de presse", "3 mai 2021"), None, id="whom the press may ask"
        ),
        pytest.param(("Zelmira Quarnero | 3 mai 2021",), "Zelmira Quarnero", id="beside the day"),
        pytest.param(("Zelmira Quarnero", "3 mai 2021"), "Zelmira Quarnero", id="over the day"),
        pytest.param(("Zelmira Quarnero", "S’abonner"), "Zelmira Quarnero", id="over a button"),
        pytest.param(("Zelmira Quarnero",), None, id="look-alike: with neither"),
        pytest.param(("Les Halles | 3 mai 2021",), None, id="look-alike: ordinary words"),
        pytest.param(
            ("Au fil du lac", "Vérifiée", "184 k abonnés"), "Au fil du lac", id="a channel"
        ),
        pytest.param(("Au fil du lac", "184 k vues"), None, id="look-alike: how many saw it"),
    ],
)
def test_who_stands_alone_under_a_headline(lines: tuple[str, ...], names: str | None) -> None:
    text = "\n".join(["Accueil", "Se connecter", "Le lac rouvre aux patineurs", *lines, BODY])
    assert meta(text).byline == names


def test_a_first_sentence_is_no_title() -> None:
    assert meta(BODY).title is None


def test_dates_in_the_text_are_not_the_article_s() -> None:
    assert meta(BODY + "Il avait déjà gelé le 3 mars 1956, raconte un pêcheur.\n").date is None
