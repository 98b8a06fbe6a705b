"""Each way of judging by itself: what it drops and by which rule; look-alikes stay.

A case in `judging/<way>.json` has a label, the lines of a text and the lines that must be dropped,
each with its rule. `after` names the ways that judge before, `folder` holds other texts of the
folder, `keep` and `drop` are patterns of the user. A case with `fails` is a known failure, told
why.
"""

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from translate.cleaning.boilerplate import trees
from translate.cleaning.boilerplate.judging import WAYS, decide
from translate.cleaning.boilerplate.judging.facts import facts
from translate.cleaning.boilerplate.judging.letter import of_letter
from translate.cleaning.boilerplate.judging.lists import share_fates
from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.tables import give_back_tables
from translate.cleaning.boilerplate.judging.ties import goes_over, on_subject
from translate.cleaning.boilerplate.judging.within import (
    give_back_cells,
    give_back_deep,
    give_back_heads,
    give_back_led,
    give_back_rows,
    give_back_sheet,
    give_back_tasks,
    give_back_verses,
)
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.boilerplate.wording import wording
from translate.config import CleanConfig

TABLES = Path(__file__).with_name("judging")
BY_NAME = {way.__name__: way for way in WAYS}
MODEL = "structure.model.page"


def without(lines: Iterable[str], gone: Iterable[int], way: str, why: str = "by its looks") -> Page:
    """Give the page of `lines`, of which the method `way` has taken those that are `gone`."""
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    page = Page.of(split("\n".join(lines)), rules, None)
    method = rules.method(way)
    assert method is not None
    page.take(dict.fromkeys(gone, (method, why)))
    return page


def cases() -> list[Any]:
    return [
        pytest.param(
            way,
            case,
            id=f"{way}: {case['label']}",
            marks=[pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else [],
        )
        for way in BY_NAME
        for case in json.loads((TABLES / f"{way}.json").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("way", "case"), cases())
def test_a_way_drops_what_it_should(way: str, case: dict[str, Any]) -> None:
    keep, drop = (((case[key],) if key in case else ()) for key in ("keep", "drop"))
    config = CleanConfig(profile=case.get("profile", "gentle"), keep=keep, drop=drop)
    rules = Rules.load(config, ["fr", "en"])
    text = "\n".join(case["text"])
    others = ["\n".join(lines) for lines in case.get("folder", [])]
    page = Page.of(split(text), rules, RepeatedLines.of([text, *others]) if others else None)
    for name in case.get("after", []):
        page.take(BY_NAME[name](page, rules))
    before = set(page.drops)
    page.take(BY_NAME[way](page, rules))
    dropped = {page.full[i].text: rule.id for i, (rule, _) in page.drops.items() if i not in before}
    assert dropped == case["drops"]
    assert not any("{" in why for _, why in page.drops.values())  # reasons are words


@pytest.mark.parametrize(
    ("way", "lines"),
    [
        pytest.param("cards", "À lire aussi\nIl y a 2 heures\nLire la suite\n", id="cards"),
        pytest.param("by_place", "Commentaires\nJean le 3 mai 2021\n", id="comments"),
    ],
)
def test_what_comes_again_and_again_is_judged_in_time(way: str, lines: str) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    text = "Le bac du lac change de câble lundi, après quarante ans de service.\n" + lines
    page = Page.of(split(text * 2_000), rules, None)
    start = time.process_time()
    BY_NAME[way](page, rules)
    assert time.process_time() - start < 3  # seconds; it took 5 and 13, and grew as the square


ROWS = {
    "prices before a button": "12,50 €\n" * 4_000 + "Partager cet article :\n",
    "markers": "À lire aussi\n" * 4_000,
    "markers and titles": "À lire aussi\nLe pont rouvre\n" * 2_000,
    "lists and comments": "Lire aussi\nLe pont rouvre\nCommentaires\nAda, le 3 mai 2021\n" * 1_000,
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_a_long_row_of_neighbours_goes_in_time(rows: str) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    text = "Le bac du lac change de câble lundi, après quarante ans de service.\n" + rows
    page = Page.of(split(text), rules, None)
    start = time.process_time()
    decide(page, rules)
    assert time.process_time() - start < 5  # seconds; prices took minutes
    assert len(page.drops) > len(page.full) - 4 or "€" not in rows


FIGURES = {
    "a number with a letter behind it": "0" + "1" * 300 + "x",
    "figures and commas": "1," * 25_000,
    "days with points": "12." * 20_000,
    "hours": "12 h " * 30_000,
}


@pytest.mark.parametrize("line", FIGURES.values(), ids=FIGURES)
def test_a_line_of_figures_is_read_in_time(line: str) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    start = time.process_time()
    decide(Page.of(split(line), rules, None), rules)
    assert time.process_time() - start < 3  # seconds; a number of 60 figures took for ever


def test_every_way_has_cases_of_both_kinds() -> None:
    for way in BY_NAME:
        labels = [case["label"] for case in json.loads((TABLES / f"{way}.json").read_text("utf-8"))]
        assert any(label.startswith("look-alike") for label in labels), way
        assert not all(label.startswith("look-alike") for label in labels), way


def test_the_signs_of_a_reason_come_in_one_order() -> None:
    text = "Abonnez-vous à notre lettre pour recevoir nos offres et nos derniers articles ici"
    (line,) = split(text)
    assert list(wording(line).added) == sorted(wording(line).added)


VERSES = (
    "Sous la glace du lac", "dort un bateau d'osier", "que nul ne réveille", "avant les roses",
    "Le passeur sans rames", "compte ses hivers", "au bord de la neige", "et rit tout bas",
)  # fmt: skip
POST = (
    "Vos missions", "Mesurer la glace", "Tenir la cabane", "Votre profil", "Une bonne oreille",
    "Aucun vertige", "Nous offrons", "Un vendredi sur deux",
)  # fmt: skip
ORDERS = tuple(
    f"glace.ouvrir {name}"
    for name in ("Patineur", "Guide", "Meunier", "Passeur", "Garde", "Luge", "Bateau", "Moulin")
)
ABOVE = "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l’aube."
BELOW = "Le garde a mesuré douze centimètres de glace, ce qui suffit pour une personne."


@pytest.mark.parametrize(
    ("lines", "gone", "stays"),
    [
        pytest.param((ABOVE, *VERSES, BELOW), (2, 3, 6), (2, 3, 6), id="a poem in the text"),
        pytest.param((ABOVE, *VERSES, BELOW), (1, 2, 3, 5, 6), (), id="most of it goes"),
        pytest.param((ABOVE, *POST, BELOW), (1, 2, 3, 5, 6), (1, 2, 3, 5, 6), id="a post to fill"),
        pytest.param(
            (ABOVE, *POST[:6], "Imprimer", "Partager", BELOW),
            (1, 2, 3, 5, 6),
            (),
            id="with buttons",
        ),
        pytest.param((ABOVE, *VERSES[:4], BELOW), (2, 3), (), id="a few lines"),
        pytest.param((ABOVE, *ORDERS, BELOW), (1, 2, 3, 5, 6), (1, 2, 3, 5, 6), id="all alike"),
        pytest.param((ABOVE, *ORDERS[:7] * 2, BELOW), (1, 2, 3, 8, 9, 10, 11, 12), (), id="twice"),
        pytest.param((ABOVE, *VERSES), (2, 3, 6), (), id="at the end of the page"),
        pytest.param(
            (ABOVE, *VERSES, "Abonnez-vous à notre lettre", BELOW), (2, 9), (2,), id="with a call"
        ),
    ],
)
def test_what_models_take_of_a_list_within_the_text_comes_back(
    lines: tuple[str, ...], gone: tuple[int, ...], stays: tuple[int, ...]
) -> None:
    page = without(lines, gone, MODEL)
    give_back_rows(page)
    assert set(gone) - set(page.drops) == set(stays)


def test_what_rules_take_of_a_list_within_the_text_is_gone() -> None:
    page = without((ABOVE, *VERSES, BELOW), [2], "structure.again", "comes back around the posts")
    give_back_rows(page)
    assert set(page.drops) == {2}


FAR = (ABOVE, *VERSES[:6], BELOW)  # so many lines, two of them running text


@pytest.mark.parametrize(
    ("lines", "gone", "stays"),
    [
        pytest.param((*FAR, "Reconnaître que vous avez le choix", *FAR), {8}, {8}, id="a heading"),
        pytest.param((*FAR, "Vous avez le choix", *FAR), {8, 12}, set(), id="another goes near"),
        pytest.param((*FAR[2:], "Vous avez le choix", *FAR), {6}, set(), id="little stands above"),
        pytest.param((*VERSES, "Vous avez le choix", *FAR), {8}, set(), id="no running text above"),
        pytest.param(
            (*VERSES, *VERSES[:5], "Vous avez le choix", *VERSES[:5], *VERSES),
            {13},
            {13},
            id="verses",
        ),
        pytest.param(
            (*FAR, "Abonnez-vous à notre lettre et recevez nos offres !", *FAR),
            {8},
            set(),
            id="sure",
        ),
    ],
)
def test_what_reads_as_a_call_comes_back_deep_in_the_text(
    lines: tuple[str, ...], gone: set[int], stays: set[int]
) -> None:
    page = without(lines, gone, "structure.wording", "reads as a call")
    give_back_deep(page)
    assert gone - set(page.drops) == stays


LIST = ("Une corde", "Deux gants", "Un seau")


@pytest.mark.parametrize(
    ("lines", "gone", "stays"),
    [
        pytest.param((ABOVE, "Ce dont vous avez besoin", *LIST, BELOW), {1}, {1}, id="of a list"),
        pytest.param((BELOW, "À apporter :", *LIST), {1}, {1}, id="with a colon, at the end"),
        pytest.param((BELOW, "À apporter", *LIST), {1}, set(), id="at the end"),
        pytest.param((ABOVE, "À apporter", *LIST, BELOW), {1, 2}, set(), id="the list goes too"),
        pytest.param((ABOVE, "Une photo de", *LIST, BELOW), {1}, set(), id="a name follows"),
        pytest.param((ABOVE, "Photo : Ada / Lac", *LIST, BELOW), {1}, set(), id="a credit"),
        pytest.param((ABOVE, "À apporter", ABOVE, BELOW), {1}, set(), id="over running text"),
    ],
)
def test_what_models_take_of_headings_over_a_list_comes_back(
    lines: tuple[str, ...], gone: set[int], stays: set[int]
) -> None:
    page = without(lines, gone, MODEL)
    give_back_heads(page)
    assert gone - set(page.drops) == stays


LIFE = (
    "1958 Naissance à Ussel",
    "1979 Apprentie chez un luthier",
    "2001 S'installe au bord du lac",
)


@pytest.mark.parametrize(
    ("lines", "stays"),
    [
        (LIFE, True),
        ((LIFE[1], LIFE[0], LIFE[2]), False),
        (LIFE[1:], False),
        ((*LIFE[:2], "S'installe au bord du lac"), False),
    ],
)
def test_a_life_in_years_is_a_list(lines: tuple[str, ...], stays: bool) -> None:
    page = without((ABOVE, *lines), [len(lines)], MODEL)
    share_fates(page)
    assert not page.drops if stays else len(page.drops) == 1


def fair(name: str, day: str, field: str) -> tuple[str, ...]:
    """Give what a list tells of a fair: fields, what is on there, and one more field below."""
    said = f"{name} réunit chaque hiver les luthiers et les patineurs du lac autour d'un feu."
    return name, f"Jour : {day}", "Lieu : le ponton", said, field


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param(("Billets : www.lac.example",) * 3, True, id="below each of them"),
        pytest.param(("Billets : www.lac.example", "", ""), False, id="look-alike: below one"),
    ],
)
def test_a_field_that_comes_back_below_what_is_told_is_a_fact(
    fields: tuple[str, ...], told: bool
) -> None:
    names = zip(("La foire", "Le bal", "La vente"), ("3 mars", "4 mai", "5 juin"), strict=True)
    fairs = (fair(name, day, field) for (name, day), field in zip(names, fields, strict=True))
    page = without([line for one in fairs for line in one], (), MODEL)
    found = [page.full[i].text for i in facts(page)[0]]
    assert found.count("Lieu : le ponton") == 3
    assert (fields[0] in found) == told


TESTED = (
    "Le patin du lac : la lame", "La lame coupe bien la glace du matin, même grise et molle.",
    "Le patin du lac : la botte", "La botte est en cuir et tient la cheville sans la serrer.",
    "Le patin du lac : le prix", "Il coûte le prix d'une bonne paire de skis, étui compris.",
)  # fmt: skip
MONTHS = (
    "Janvier", "La glace porte un enfant et son chien, pas encore un cheval de trait.",
    "Février", "La glace porte un traîneau chargé de bois, et le garde dort enfin.",
    "Avril", "La glace est partie dans la nuit, sans prévenir ni personne ni rien.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "gone", "stays"),
    [
        pytest.param(TESTED, 3, True, id="what begins with one name, of which most stays"),
        pytest.param((*TESTED[:2], "Le patin", *TESTED[3:]), 1, False, id="two of them"),
        pytest.param(MONTHS, 3, True, id="months over their text"),
        pytest.param(MONTHS[::2], 2, False, id="look-alike: months in a row, as in a menu"),
        pytest.param((*MONTHS[:2], "Été", *MONTHS[3:]), 1, False, id="two months"),
    ],
)
def test_headings_of_one_kind_share_a_fate(lines: tuple[str, ...], gone: int, stays: bool) -> None:
    page = without((ABOVE, *lines), [gone], MODEL)
    share_fates(page)
    assert not page.drops if stays else len(page.drops) == 1


MENU = ("Lacs et rivières", "Cartes du canton", "Bateaux à vapeur", "Écluses et moulins") * 4


@pytest.mark.parametrize(
    ("lines", "gone", "back"),
    [
        pytest.param(VERSES * 2, 10, True, id="verses, most of which go"),
        pytest.param(VERSES * 2, 14, False, id="verses, of which few stay"),
        pytest.param(VERSES, 4, False, id="a few verses"),
        pytest.param(MENU, 10, False, id="a menu names things"),
    ],
)
def test_what_models_take_of_verses_comes_back(
    lines: tuple[str, ...], gone: int, back: bool
) -> None:
    page = without(lines, range(gone), MODEL)
    give_back_verses(page)
    assert not page.drops if back else len(page.drops) == gone


SEARCH = "Tapez vos mots clés pour afficher les résultats de votre recherche."


@pytest.mark.parametrize(
    ("title", "back"),
    [pytest.param(1, False, id="above the headline"), pytest.param(0, True, id="below it")],
)
def test_a_search_field_above_the_headline_begins_no_list(title: int, back: bool) -> None:
    page = without((SEARCH, *VERSES, BELOW), (2, 3), MODEL)
    page.title = title
    give_back_rows(page)
    assert set(page.drops) == (set() if back else {2, 3})


@pytest.mark.parametrize(
    ("beside", "back"),
    [("2 mai\t14 cm\tlac", True), ("2 mai\tlac", False), ("2 mai, 14 cm, lac", False)],
)
def test_a_row_of_a_table_stays_for_one_beside_it(beside: str, back: bool) -> None:
    page = without((ABOVE, "1 mai\t12 cm\tlac", beside), [1], MODEL)
    give_back_cells(page)
    assert (1 not in page.drops) == back


@pytest.mark.parametrize(
    ("rows", "gone", "stay"),
    [
        (("| Lac | Glace |", "|---|---|", "| du haut | 12 cm |"), {1}, {1, 2, 3}),
        (("| Lac | Glace |", "|:--|--:|", "| du haut | 12 cm |"), {1, 2}, {1, 2, 3}),
        (("| Lac | Glace |", "|---|---|", "| du haut | 12 cm |"), {1, 3}, {1, 2, 3}),
        (("| Lac | Glace |", "| du haut | 12 cm |", "| du bas | 9 cm |"), {1, 2, 3}, {1, 2, 3}),
        (("| Imprimer | Partager |", "|---|---|", "| du haut | 12 cm |"), {1, 3}, set()),
        (("| Menu | Glace |", "| Carte | Accueil |"), {1}, {2}),
    ],
)
def test_no_row_of_a_table_in_markdown_goes_alone(
    rows: tuple[str, ...], gone: set[int], stay: set[int]
) -> None:
    page = without((ABOVE, *rows), gone, "structure.wording")
    give_back_tables(page)
    assert {*range(1, len(rows) + 1)} - set(page.drops) == stay


TASKS = (
    "Mesurer la glace chaque matin avec une perche", "Tenir le registre des patins",
    "Accueillir les visiteurs du dimanche",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "gone", "stays"),
    [
        pytest.param((ABOVE, *TASKS), {2, 3}, {2, 3}, id="one stays"),
        pytest.param((ABOVE, *TASKS), {1, 2, 3}, set(), id="none stays"),
        pytest.param((ABOVE, *TASKS[1:]), {2}, set(), id="two are no list"),
        pytest.param(
            (ABOVE, TASKS[0], "Ajouter au panier", *TASKS[1:]), {2, 3, 4}, set(), id="a button"
        ),
    ],
)
def test_what_models_take_of_tasks_comes_back(
    lines: tuple[str, ...], gone: set[int], stays: set[int]
) -> None:
    page = without(lines, gone, MODEL)
    give_back_tasks(page)
    assert gone - set(page.drops) == stays


LED = "Ceux qui ont bâti le refuge du col, par ordre d'arrivée, sont :"
NAMES = ("Ada Ferrat", "les frères Gassend", "Mireille", "le lycée Monge")


@pytest.mark.parametrize(
    ("lines", "stays"),
    [
        pytest.param((ABOVE, LED, *NAMES), {2, 3, 4, 5}, id="names under a colon"),
        pytest.param((ABOVE, LED, *NAMES[:2], "Partager", *NAMES[2:]), {2, 3}, id="to a button"),
        pytest.param((LED, *NAMES[:2], BELOW, *NAMES), {1, 2}, id="to where text goes on"),
        pytest.param((ABOVE, *NAMES), set(), id="under a full stop"),
        pytest.param(("Merci à :", *NAMES), set(), id="under a label"),
    ],
)
def test_a_list_that_running_text_leads_to_comes_back(
    lines: tuple[str, ...], stays: set[int]
) -> None:
    gone = {i for i, line in enumerate(lines) if line in NAMES}
    page = without(lines, gone, MODEL)
    give_back_led(page)
    assert gone - set(page.drops) == stays


CARDS = (
    "Bêches", "24,90 €", "Ajouter au panier", "Fourche à quatre dents", "39,00 €",
    "Ajouter au panier", "Serfouette", "18,50 €", "Ajouter au panier", "Plantoir à bulbes",
    "9,90 €", "Ajouter au panier",
)  # fmt: skip


@pytest.mark.parametrize("above", [(), (ABOVE,)], ids=["alone", "under an article"])
def test_products_stay_where_they_are_the_page(above: tuple[str, ...]) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    page = Page.of(split("\n".join((*above, *CARDS))), rules, None)
    decide(page, rules)
    names = {line for line in CARDS if line != "Ajouter au panier"}
    kept = {page.full[i].text for i in range(len(page.full)) if i not in page.drops}
    assert kept == (set(above) or names)


@pytest.mark.parametrize(
    ("below", "back"),
    [
        (
            [
                "Velmont",
                "CDI",
                "Annecy",
                "Horaires souples",
                "Salaire : 31 000 € par an",
                "Prime : 900 €",
            ],
            True,
        ),
        (["Velmont", "CDI", "Annecy", "Horaires souples", "Équipe jeune"], False),
        (
            ["Velmont", "CDI", "Annecy", "Postuler", "Salaire : 31 000 € par an"],
            False,
        ),
    ],
)
def test_data_under_the_headline_share_a_fate(below: list[str], back: bool) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ["fr"])
    page = Page.of(split("\n".join(("Soudeur (H/F)", *below, ABOVE, BELOW))), rules, None)
    model = rules.method("structure.model.page")
    assert model is not None
    page.title = 0
    page.facts = frozenset(i for i, line in enumerate(page.full) if ":" in line.text)
    page.take(dict.fromkeys((1, 2, 3), (model, "by its looks")))
    give_back_sheet(page)
    assert set(page.drops) == (set() if back else {1, 2, 3})


ICE = "Le lac a gelé dans la nuit, et les enfants du village patinent depuis l’aube."


@pytest.mark.parametrize(
    ("lines", "spared"),
    [
        (["Best regards,", "Ada Moreau"], True),
        (["Best practices", "Ada Moreau"], False),
        (["Merci d’avance pour votre aide"], True),
        (["Qui a mesuré la glace ? Merci d’avance"], True),
        (["Edit : merci à ceux qui ont mesuré la glace"], True),
        (["Edit"], False),
        (["Merci d’avance. Abonnez-vous à la lettre du lac"], False),
        (["Bonne journée et abonnez-vous à la lettre du lac"], False),
        (["Thanks in advance for any help"], True),
        (["Until next week, subscribe to our letter!"], False),
        (["Lyon, le 12 mars 2024"], True),
        (["Quarta, 12 de março de 2024"], False),
        (["Sabato, 7 gennaio 2023"], False),
        (["Sa femme,", "Son fils Paul"], True),
        (["patins,", "luges"], False),
        ([",", "Patins et luges"], False),
        (["Route du lac,", "Saint Jean 38"], False),
        (["Lac,"], False),
        (["Pension : complète", "Chambres : 12", "Clé : à la mairie"], True),
        (["Patins : trois essais", "Luges : lesquelles ?", "Skis : en 2024", "Raquettes !"], False),
        (["Monday 7:30am", "Tuesday 7:30am", "Wednesday 8:00am"], False),
    ],
)
def test_no_model_is_asked_about_what_is_of_a_text(lines: list[str], spared: bool) -> None:
    rules = Rules.load(CleanConfig(), ["fr", "en"])
    page = Page.of(split("\n".join([ICE, *lines])), rules, None)
    assert page.spared(len(lines)) == spared


@pytest.mark.parametrize(
    ("line", "greets"), [("Bonsoir à tous les patineurs,", True), ("Bonsoir à tous", False)]
)
def test_a_greeting_over_text_is_of_it(line: str, greets: bool) -> None:
    rules = Rules.load(CleanConfig(), ["fr", "en"])
    page = Page.of(split("\n".join([ICE, "Membre", line, ICE])), rules, None)
    assert of_letter(page, 2) == greets


@pytest.mark.parametrize(
    ("above", "below", "over"),
    [
        ("Le garde a mesuré la glace avec une perche que", "son père avait taillée.", True),
        ("Le garde a mesuré douze centimètres de glace au bord", "de Rédaction du lac", False),
        ("Le garde a mesuré douze centimètres de glace au bord", "lire toute l’histoire", False),
        ("Le garde a mesuré douze centimètres de glace au bord.", "son père aussi.", False),
    ],
)
def test_a_sentence_that_is_broken_off_is_over_below(above: str, below: str, over: bool) -> None:
    rules = Rules.load(CleanConfig(profile="page"), ("fr", "en"))
    page = Page.of(split(f"{ABOVE}\n{above}\n{below}\n{BELOW}"), rules, None)
    assert goes_over(page, 1) is over


@pytest.mark.parametrize(
    ("title", "under", "told"),
    [
        (
            "The last ferryman of the valley",
            ["The ferryman has rowed the mail across for forty years and was never late"],
            True,
        ),
        (
            "Le dernier passeur de la vallée",
            ["Le passeur a porté le courrier pendant quarante ans sans jamais être en retard"],
            True,
        ),
        (
            "Der letzte Fährmann im Tal",
            ["Der Fährmann hat vierzig Jahre lang die Post gerudert und war nie zu spät"],
            True,
        ),
        (
            "El último barquero del valle",
            ["El barquero ha llevado el correo durante cuarenta años sin llegar tarde"],
            True,
        ),
        (
            "L'ultimo traghettatore della valle",
            ["Il traghettatore ha portato la posta per quarant'anni senza mai tardare"],
            True,
        ),
        (
            "O último barqueiro do vale",
            ["O barqueiro levou o correio durante quarenta anos sem nunca se atrasar"],
            True,
        ),
        (
            "The last ferryman of the valley",
            ["Ferryman jobs, timetables and tickets for every valley of the country"],
            False,
        ),
        (
            "The last ferryman of the valley",
            ["Your ferryman has rowed the mail across for forty years and was never late"],
            False,
        ),
        ("The last ferryman of the valley", ["The ferryman was never late"], False),
        (
            "The last ferryman of the valley",
            ["Ada Moreau", "The ferryman of the next village has sold the boat and the oars"],
            False,
        ),
    ],
)
def test_a_standfirst_tells_of_what_the_title_names(
    title: str, under: list[str], told: bool
) -> None:
    rules = Rules.load(CleanConfig(), ["fr", "en"])
    page = Page.of(split("\n".join([title, *under, ICE])), rules, None)
    page.title = 0
    assert on_subject(page, len(under)) is told


WARES = ["Luges", "Pains", "Draps", "Clous", "Bols"]


@pytest.mark.parametrize(
    ("above", "line", "stays"),
    [
        (["Am vierten Tag blieb er stehen."], "Ich bin seither jeden Morgen pünktlich.", True),
        (["Das Werk von hinten"], "Ich bin seither jeden Morgen pünktlich.", False),
        (["Am vierten Tag blieb er stehen."], "Zum Angebot des Tages", False),
        (["Am vierten Tag blieb er stehen."], "Jetzt anmelden und nichts verpassen.", False),
        ([*WARES, "Patins"], "Irene sabe, mas não conta.", False),
        ([*WARES, "O forno já não ardia."], "Irene sabe, mas não conta.", True),
    ],
)
def test_a_sentence_goes_on_with_those_above_it_whatever_the_trees_say(
    monkeypatch: pytest.MonkeyPatch, above: list[str], line: str, stays: bool
) -> None:
    monkeypatch.setattr(trees, "chances", lambda table: [1.0] * len(table["words"]))
    rules = Rules.load(CleanConfig(profile="page"), ["fr", "en"])
    chrome = ["Facebook", "Twitter", "Instagram", "Publicité"]
    page = Page.of(split("\n".join([*chrome, ICE, *above, line])), rules, None)
    page.take(BY_NAME["everywhere"](page, rules))
    page.take(BY_NAME["by_place"](page, rules))
    page.take(BY_NAME["by_model"](page, rules))
    assert (len(page.full) - 1 not in page.drops) is stays
