"""What was done in a year, in a list of dates, is said with a subject; what is none stays."""

from __future__ import annotations

import pytest

from translate.mt.rewording.dated import dated

SAID = {
    "a verb": ("2014 Fonde une école à Lyon.", "2014 : il a fondé une école à Lyon."),
    "after a colon": ("1987 : publie un roman", "1987 : il a publié un roman"),
    "after a dash": ("2003 – Rencontre Ida Roy.", "2003 : il a rencontré Ida Roy."),
    "after a tab": ("2018\tDevient maire", "2018 : il est devenu maire"),
    "a month": ("mars 2019 : quitte la banque", "mars 2019 : il a quitté la banque"),
    "that moves": ("1968 Part à Rome.", "1968 : il est parti à Rome."),
    "that moves something": ("2020 Monte une pièce.", "2020 : il a monté une pièce."),
    "a noun, too, with an object": ("2001 Visite le Pérou.", "2001 : il a visité le Pérou."),
    "a participle, too, with an object": (
        "2004 Traduit un roman.",
        "2004 : il a traduit un roman.",
    ),
    "a preposition, too": ("2011 Entre au conseil.", "2011 : il est entré au conseil."),
    "years": ("2002-2005 Dirige un port.", "2002-2005 : il a dirigé un port."),
    "to oneself": ("2012 S'installe à Metz.", "2012 : il s'est installé à Metz."),
    "a participle": ("2022 Élue maire.", "2022 : elle a été élue maire."),
    "birth": ("1889 Née à Caudry.", "1889 : elle est née à Caudry."),
    "a noun with a capital": ("1983 : Naissance de Jo", "1983 : naissance de Jo"),
    "a noun": ("1998 Mort de son père", "1998 : décès de son père"),
    "a noun on a day": ("3 mai 1951 Naissance de Jo", "3 mai 1951 : naissance de Jo"),
    "a verb on a day": ("1er juin 1951 Quitte la banque", "1er juin 1951 : il a quitté la banque"),
    "a noun for what is done": ("1972 Lancement du Zeste", "1972 : lancement du Zeste"),
}
STAY = {
    "a noun and what it is of": "2001 Visite du Louvre",
    "a noun and what it is like": "2012 Grève générale",
    "a noun behind a colon": "1998 : départ de son père",
    "a noun and a share of it": "2018 : Part du nucléaire en baisse",
    "a noun and what it is about": "2017 : Débat sur les retraites",
    "an adjective before its noun": "2014 : Court métrage primé à Cannes",
    "a participle, which tells what was done to it": "1944 : Détruit par un incendie",
    "a preposition": "2022 : Entre les deux tours",
    "a march": "2012 : Marche à Paris",
    "a subject": "2015 Le groupe rachète un moulin.",
    "a pronoun": "2015 : elle rachète un moulin.",
    "an order": "2026 : arrête de perdre ton temps",
    "a country": "2024 Chine",
    "a prize": "2019 Prix du livre",
    "a sentence with its end": "3 mai 2019 Livraison de la commande demain.",
    "a place behind a day": "4 mai 2020 Paris",
    "a participle before its subject": "2018 Licencié, il fonde une école.",
    "a number": "1200 Quitte la ville.",
    "no date": "Quitte la banque.",
}


@pytest.mark.parametrize("text, said", SAID.values(), ids=SAID)
def test_what_was_done_in_a_year_has_a_subject(text: str, said: str) -> None:
    assert dated(text, "fr") == said


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_what_is_no_such_line_stays(text: str) -> None:
    assert dated(text, "fr") == text


def test_a_language_without_such_words_stays() -> None:
    assert dated("2014 Gründet eine Schule.", "de") == "2014 Gründet eine Schule."
