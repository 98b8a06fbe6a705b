"""The report in a real browser: it opens, filters, searches; panes stand aligned; nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.show.browser import browser, complaints, css, faults, wait
from tests.show.report.sentences import sentence
from translate.document import Edit
from translate.show.report.document import Shown
from translate.show.report.page import Report, RuleFacts

RULES = {
    "fr.share.call": RuleFacts("share", "the title of a share bar", "fr.toml:30", "partagez.*"),
    "fr.cookie.banner": RuleFacts("cookie", "a banner that asks for consent", "fr.toml:90"),
}
MARKUP = "<img src=x onerror=window.ran=1><script>window.ran=1</script>"
ENTER, ESCAPE = "\ue007", "\ue00c"  # as WebDriver writes keys
LONG = "Le bac traverse le fleuve toutes les heures, et le passeur attend les derniers venus. "


def article() -> Shown:
    raw = f"Le bac\n\nPartagez :\n\n{LONG * 4}\n\nUn Ã©tÃ© calme {MARKUP}\n\nAda y monte.\n"
    start = raw.index("Ã©tÃ©")
    edits = [
        Edit(8, "Partagez :\n\n", "", "fr.share.call", "the title of a share bar: 'Partagez :'"),
        Edit(start, "Ã©tÃ©", "été", "repair.mojibake", "UTF-8 read as cp1252"),
    ]
    english = f"The ferry\n\n{'It crosses. ' * 4}\n\nA calm summer {MARKUP}\n\nAda gets on.\n"
    sentences = [
        sentence("Le bac", "The ferry"),
        sentence("Un été calme", "A calm summer", doubtful=True, confidence=0.41,
                 checks=["unsure: the model is unsure here", "number: 3"]),
        sentence("Ada y monte.", "Ada gets on.",
                 names=[{"canonical": "Ada", "target": "Ada", "status": "kept"}]),
    ]  # fmt: skip
    return Shown("bac.txt", raw, edits, english, sentences, {"language": "fr", "title": "Le bac"})


def documents() -> Iterator[Shown]:
    yield article()
    banner = "Nous utilisons des cookies.\nUne journée au port.\n"
    cut = [Edit(0, "Nous utilisons des cookies.\n", "", "fr.cookie.banner", "cookies")]
    failed = [{"canonical": "Ada", "target": "Ada", "status": "failed"}]
    lost = sentence("Une journée au port.", "A day.", names=failed, doubtful=True)
    message = "the English was changed by hand"
    yield Shown("port.txt", banner, cut, "A day.\n", [lost], {"language": "fr"}, message)
    yield Shown(
        f"{MARKUP.replace('/', ' ')}.txt", f"{MARKUP}\n", [], MARKUP, [], {"language": "en"}
    )
    lines = [f"Ligne {n} : {LONG}" for n in range(700)]
    yield Shown("long.txt", "\n".join(lines), [], "\n".join(lines), [], {"language": "fr"})


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("page") / "report.html"
    place.write_bytes(Report.of(documents(), RULES).page())
    return place


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture
def page(driver: Any, file: Path) -> Any:
    """The report, just opened."""
    driver.get("about:blank")
    driver.get(file.as_uri())
    return driver


def go(page: Any, address: str) -> None:
    page.execute_script("location.hash = arguments[0]", address)
    wait(page, lambda: css(page, "#rows [role=row]"))


def names(page: Any) -> list[str]:
    return [link.text.split("\n")[0] for link in css(page, "#list a")]


def press(page: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(page).send_keys(*keys).perform()


def test_it_opens_with_a_summary(page: Any) -> None:
    assert page.title == "Report of a corpus"
    assert [c.text for c in css(page, ".chart figcaption")][:2] == [
        "Letters taken out, by kind",
        "Languages of the documents",
    ]
    assert "port.txt" in css(page, ".first")[0].text
    css(page, ".chart a")[0].click()
    wait(page, lambda: css(page, "#rows [role=row]"))
    assert complaints(page) == []


def test_panes_stand_aligned_wherever_one_scrolls(page: Any) -> None:
    go(page, "doc=0")
    tops = "return [...document.querySelectorAll('#rows [role=row]')].map(r => [...r.children].map("
    tops += "c => Math.round(c.getBoundingClientRect().top)))"
    for move in (0, 120):
        page.execute_script("window.scrollTo(0, arguments[0])", move)
        rows = page.execute_script(tops)
        assert len(rows) == 5 and all(len(row) == 3 and len(set(row)) == 1 for row in rows)
    texts = [[cell.text for cell in row.find_elements("css selector", "[role=cell]")]
             for row in css(page, "#rows [role=row]")]  # fmt: skip
    assert texts[1] == ["Partagez :", "", ""]
    assert texts[4] == ["Ada y monte.", "Ada y monte.", "Ada gets on."]
    assert texts[3][:2] == [f"Un Ã©tÃ© calme {MARKUP}", f"Un été calme {MARKUP}"]


def test_a_removal_tells_its_rule_on_hover_and_on_focus(page: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    go(page, "doc=0")
    mark, tip = css(page, "del.mark")[0], css(page, "#tip")[0]
    ActionChains(page).move_to_element(mark).perform()
    wait(page, tip.is_displayed)
    for told in ("fr.share.call", "the title of a share bar", "fr.toml:30", "Share bars"):
        assert told in tip.text
    ActionChains(page).move_to_element(css(page, "h1")[0]).perform()
    wait(page, lambda: not tip.is_displayed())
    page.execute_script("arguments[0].focus()", mark)
    assert tip.is_displayed() and mark.get_attribute("aria-describedby") == "tip"
    press(page, ESCAPE)
    assert not tip.is_displayed()


def test_what_is_told_does_not_lie_over_what_it_tells_of(page: Any) -> None:
    go(page, "doc=0")
    page.set_window_size(1280, 420)
    try:
        for mark in css(page, "#rows [tabindex]"):
            mark.click()  # a real one: it must hit the mark, which the mouse has come over
            assert css(page, "#tip")[0].get_attribute("role") == "dialog"
            press(page, ESCAPE)
    finally:
        page.set_window_size(1280, 900)


def test_a_doubt_is_told_in_plain_words(page: Any) -> None:
    go(page, "doc=0")
    page.execute_script("arguments[0].focus()", css(page, ".said.doubt")[0])
    told = css(page, "#tip")[0].text
    assert "0.41" in told and "A number of the French is not in the English" in told
    assert len(css(page, ".said.lit")) == 2  # the sentence and its English


@pytest.mark.parametrize(
    ("filters", "documents", "rows"),
    [
        pytest.param("kind=share", ["bac.txt"], ["Partagez :"], id="a kind"),
        pytest.param("rule=fr.cookie.banner", ["port.txt"], ["Nous utilisons"], id="a rule"),
        pytest.param("check=*", ["bac.txt", "port.txt"], ["Un Ã©tÃ©"], id="doubt"),
        pytest.param("check=number", ["bac.txt"], ["Un Ã©tÃ©"], id="a check"),
        pytest.param("name=failed", ["port.txt"], ["Une journée"], id="names lost"),
        pytest.param("name=kept", ["bac.txt"], ["Ada y"], id="names kept"),
        pytest.param("document=ORT", ["port.txt"], ["Nous", "Une"], id="a document"),
        pytest.param("q=ete", ["bac.txt"], ["Un Ã©tÃ©"], id="a search without accents"),
        pytest.param("q=gets on", ["bac.txt"], ["Ada y"], id="a search in the English"),
        pytest.param("q=<script>", ["bac.txt", "<img"], ["Un Ã©tÃ©"], id="a search for markup"),
        pytest.param("kind=share&check=*", ["bac.txt"], [], id="two that no paragraph fits"),
        pytest.param("q=nowhere", [], [], id="nothing found"),
    ],
)
def test_filters_and_search(filters: str, documents: list[str], rows: list[str], page: Any) -> None:
    page.execute_script("location.hash = arguments[0]", filters)
    wait(page, lambda: css(page, "#list a") or css(page, "#more")[0].text)
    wait(page, lambda: "searched" not in css(page, "#count")[0].text)
    shown = names(page)
    assert len(shown) == len(documents)
    assert all(one.startswith(start) for one, start in zip(shown, documents, strict=True))
    found = [row.text for row in css(page, "#rows [role=row]:not(.gap)")]
    assert [text[: len(start)] for text, start in zip(found, rows, strict=True)] == rows


def test_what_filters_hide_is_one_click_away(page: Any) -> None:
    go(page, "doc=0&kind=share")
    css(page, ".gap button")[0].click()
    assert len(css(page, "#rows [role=row]")) == 5


def test_markup_in_names_and_texts_runs_nothing(page: Any) -> None:
    for number in range(3):
        go(page, f"doc={number}")
        for mark in css(page, "#rows [tabindex]"):
            page.execute_script("arguments[0].focus()", mark)
    assert page.execute_script("return window.ran") is None
    assert MARKUP in css(page, "#rows")[0].text
    assert css(page, "main img") == []
    assert complaints(page) == []


def test_the_keyboard_is_enough(page: Any) -> None:
    press(page, "/")
    wait(page, lambda: page.switch_to.active_element.get_attribute("id") == "q")
    press(page, "ferry")
    wait(page, lambda: css(page, "#count")[0].text == "1 of 4 documents")
    page.execute_script("document.activeElement.blur()")
    css(page, "#clear")[0].send_keys(ENTER)
    wait(page, lambda: css(page, "#count")[0].text == "4 documents")
    press(page, "n", ENTER)
    tip = css(page, "#tip")[0]
    assert tip.is_displayed() and tip.get_attribute("role") == "dialog"
    press(page, ESCAPE)
    assert page.switch_to.active_element.get_attribute("class").startswith("mark")
    press(page, "j")
    wait(page, lambda: css(page, "#text-title")[0].text == "port.txt")
    press(page, "k")
    wait(page, lambda: css(page, "#text-title")[0].text == "bac.txt")
    press(page, "?")
    assert css(page, "#help[open]")


def test_a_long_document_is_made_as_one_reads(page: Any) -> None:
    go(page, "doc=3")
    assert 100 < len(css(page, "#rows [role=row]")) < 700

    def deeper() -> bool:
        page.execute_script("window.scrollTo(0, document.body.scrollHeight)")
        return len(css(page, "#rows [role=row]")) == 700

    wait(page, deeper)
    assert css(page, "#more")[0].text == ""


def test_a_phone_shows_it_without_scrolling_sideways(page: Any) -> None:
    page.set_window_size(400, 800)
    try:
        for address in ("view=summary", "doc=0", "view=glossary"):
            page.execute_script("location.hash = arguments[0]", address)
            over = "const e = document.documentElement; return e.scrollWidth - e.clientWidth"
            assert page.execute_script(over) <= 0, address
    finally:
        page.set_window_size(1280, 900)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", ["view=summary", "doc=0", "view=glossary"])
def test_nothing_serious_is_wrong_for_those_who_do_not_see_it(
    address: str, theme: str, page: Any
) -> None:
    page.execute_script("location.hash = arguments[0]", address)
    page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    assert faults(page) == {}
