"""The language of lines and documents, with reasons."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.language import check
from translate.document import Document
from translate.facts import Paragraph

AMONG = ("fr", "en")
FRENCH = "Le maire de la ville a présenté hier son projet pour les écoles du quartier."
ENGLISH = "The mayor of the town has presented his plan for the schools of the area."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (FRENCH.upper(), "fr"),
        (ENGLISH.upper(), "en"),
        ("Der Bürgermeister hat gestern einen Plan für die Schulen vorgestellt.", "de"),
        ("El alcalde de la ciudad presentó ayer su plan para las escuelas.", "es"),
        ("Il sindaco della città ha presentato ieri il suo piano per le scuole.", "it"),
        ("O prefeito da cidade apresentou ontem o seu plano para as escolas.", "pt"),
        (
            "De burgemeester van de stad heeft gisteren zijn plan voor de scholen gepresenteerd.",
            "nl",
        ),
        ("Мэр города вчера представил свой план для школ района.", "ru"),
        ("市長は昨日、学校のための計画を発表しました。", "ja"),
        ("市长昨天介绍了学校的计划。", "zh"),
        ("Ο δήμαρχος παρουσίασε χθες το σχέδιό του για τα σχολεία.", "el"),
        ("قدم رئيس البلدية أمس خطته لمدارس الحي.", "ar"),
        ("ราชการเสนอแผนสำหรับโรงเรียน", "th"),
        ("ქალაქის მერმა გუშინ წარადგინა გეგმა", "und"),
        ("Résultats financiers", "fr"),
        ("Financial results", "en"),
        ("Le chat dort.", "fr"),  # of three words, "chat" is English, too
        ("Le chef dort.", "fr"),
        ("The chat is on.", "en"),
        ("Los Angeles is a city.", "en"),
        ("Die Hard is a film.", "en"),
        ("https://exemple.fr/the-news @nom #tag 2024 🙂", "und"),
        ("1 234,56 €", "und"),
    ],
)
def test_lines(line: str, code: str) -> None:
    assert check(Document("", line), AMONG, "fr").meta.language == code


def languages(*lines: str) -> list[tuple[int, int, str]]:
    return [(p.first, p.last, p.language) for p in paragraphs("\n".join(lines))]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    return check(Document("", text), AMONG, "fr").meta.paragraphs or ()


def test_where_one_language_is_expected_a_text_may_be_in_another() -> None:
    doc = check(Document("a", f"Le chat.\n\n{FRENCH}\n\n{ENGLISH}\n"), ["fr"], "fr")
    assert (doc.meta.language, set(doc.meta.languages or ())) == ("fr", {"fr", "en"})


def test_a_foreign_paragraph_is_marked_with_its_lines() -> None:
    assert languages(FRENCH, "", ENGLISH, ENGLISH, "", FRENCH) == [
        (0, 0, "fr"),
        (2, 3, "en"),
        (5, 5, "fr"),
    ]


def test_names_addresses_and_short_lines_are_as_the_lines_around() -> None:
    lines = [FRENCH, "Marie Curie", "Royal Society", "www.exemple.org", "OK", FRENCH]
    assert languages(*lines) == [(0, 5, "fr")]


def test_a_text_half_in_the_expected_language_is_in_it() -> None:
    text = f"{FRENCH}\n{ENGLISH} {ENGLISH[:20]}"
    assert check(Document("", text), AMONG, "fr").meta.language == "fr"
    assert check(Document("", text), AMONG, "en").meta.language == "en"


SPANISH = "El alcalde de la ciudad presentó ayer su plan para las escuelas de los barrios."
ITALIAN = "Il sindaco della città ha presentato ieri il suo piano per le scuole del quartiere."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param([SPANISH, "Venta en la tienda", "Reportaje de Marta Gil", SPANISH], "es",
                     id="short lines with words that a list of French has"),
        pytest.param(["Un plan nou pentru parcul mare", SPANISH], "es",
                     id="a title that langdetect takes for French"),
        pytest.param([ITALIAN, "Foto di Luca Rossi", "Il biglietto costa 20 euro."], "it",
                     id="the last line of an Italian text"),
        pytest.param([FRENCH, "Venta de pain", "Mode d'emploi", FRENCH], "fr",
                     id="look-alike: a French text is told by its list"),
        pytest.param([ENGLISH, "Financial results", ENGLISH], "en", id="look-alike: English"),
    ],
)  # fmt: skip
def test_a_short_line_is_of_its_text(text: list[str], expected: str) -> None:
    assert {code for _, _, code in languages(*text)} == {expected}


def test_a_french_paragraph_in_a_text_of_a_language_without_a_list_is_french() -> None:
    assert languages(SPANISH, SPANISH, FRENCH) == [(0, 1, "es"), (2, 2, "fr")]


def test_between_two_languages_a_name_is_unsure() -> None:
    found = paragraphs(f"{FRENCH}\nMarie Curie\n{ENGLISH}")
    assert found[1].language == "und"
    assert "names" in found[1].why


def test_every_decision_has_a_reason_and_shares_add_up() -> None:
    meta = check(Document("", f"{FRENCH}\n{ENGLISH}\n???"), AMONG, "fr").meta
    assert all(paragraph.why for paragraph in meta.paragraphs or ())
    assert sum((meta.languages or {}).values()) == pytest.approx(1, abs=0.001)


def test_a_text_without_words_is_undetermined() -> None:
    assert check(Document("", "1 2 3\n\n"), AMONG, "fr").meta.language == "und"


@settings(deadline=None)
@given(st.lists(st.text() | st.sampled_from([FRENCH, ENGLISH, "Marie", "mot", ""])).map("\n".join))
def test_any_text_is_told_the_same_twice_and_stays_as_it_is(text: str) -> None:
    doc = check(Document("", text), AMONG, "fr")
    assert doc.text == text
    assert doc.meta == check(Document("", text), AMONG, "fr").meta
    covered = [n for paragraph in paragraphs(text) for n in paragraph.lines]
    lines = text.split("\n")
    assert covered == sorted(set(covered))
    assert all(n in covered for n, line in enumerate(lines) if line and not line.isspace())
