"""A review in a real browser: what is clicked is written at once, and the next run honours it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.conftest import PROJECT
from tests.show.browser import browser, complaints, css, faults, wait
from translate.folders import decisions
from translate.folders.decisions import Decisions
from translate.names.glossary import Glossary

Corpus = Callable[..., Result]


class Served:
    """The command `corpus review`, running, and the address it printed."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "translate", "review"], cwd=folder, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONPATH": str(PROJECT)},
        )  # fmt: skip
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def served(small: Corpus, tmp_path: Path) -> Iterator[Served]:
    """A review of the small corpus after a run."""
    assert small("run").exit_code == 0
    made = Served(tmp_path)
    yield made
    made.kill()


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    with browser() as opened:
        yield opened


def open_page(driver: Any, served: Served) -> None:
    driver.get("about:blank")
    driver.get(f"{served.url}#doc=0")
    wait(driver, lambda: css(driver, "#rows [role=row]"))


def click(driver: Any, selector: str, title: str = "") -> None:
    """Click on the element, or on the one whose text begins with `title`."""
    found = [one for one in css(driver, selector) if one.text.startswith(title)]
    driver.execute_script("arguments[0].click()", found[0])


def said(driver: Any, words: str) -> None:
    wait(driver, lambda: words in css(driver, "#status")[0].text)


def write(driver: Any, text: str) -> None:
    field = css(driver, "#tip textarea, #tip input")[0]
    field.clear()
    field.send_keys(text)
    click(driver, "#tip form button")


def texts(folder: Path) -> tuple[str, str]:
    return (
        (folder / "cleaned/gare.txt").read_text(encoding="utf-8"),
        (folder / "translated/gare.txt").read_text(encoding="utf-8"),
    )


def test_the_next_run_keeps_what_was_clicked(
    small: Corpus, served: Served, driver: Any, tmp_path: Path
) -> None:
    open_page(driver, served)
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Restore this")
    said(driver, "Written to review.toml")
    assert css(driver, "del.mark.decided")
    click(driver, ".english .said", "According to")
    click(driver, "#tip button", "Correct the English")
    write(driver, "The station opens on Monday, Ada Lovelace says.")
    wait(driver, lambda: css(driver, ".said.decided"))
    click(driver, "#list a", "lac.txt")
    wait(driver, lambda: css(driver, "#text-title")[0].text == "lac.txt")
    click(driver, ".decide")
    click(driver, "#tip button", "Drop lines like this")
    write(driver, "^Le lac")
    said(driver, "Written to review.toml")
    wait(driver, lambda: Decisions.load(tmp_path / "review.toml").drop)
    assert complaints(driver) == []
    for _ in range(2):  # and the run after it
        small("run")
        cleaned, english = texts(tmp_path)
        assert cleaned.endswith("\n\nPartager cet article\n")
        assert "The station opens on Monday, Ada Lovelace says." in english
        assert (tmp_path / "cleaned/lac.txt").read_text() == ""
    open_page(driver, served)
    driver.execute_script("location.hash = 'view=decisions'")
    wait(driver, lambda: css(driver, "#decisions .decision"))
    for _ in range(3):
        click(driver, "#decisions button", "Withdraw")
        wait(driver, lambda: "Withdrawn" in css(driver, "#status")[0].text)
        driver.execute_script("document.getElementById('status').textContent = ''")
    assert Decisions.load(tmp_path / "review.toml") == Decisions()


def test_a_name_is_accepted_and_another_rejected(
    small: Corpus, driver: Any, tmp_path: Path
) -> None:
    text = "Le discours de Mira Mulatti a plu.\n\nJoachim Murad est venu avec Joachim Murat.\n"
    (tmp_path / "raw/gare.txt").write_text(text, encoding="utf-8")
    with (tmp_path / "glossary.toml").open("a") as glossary:
        glossary.write('\n[[name]]\ncanonical = "Mira Mulati"  # ours\n')
        glossary.write('\n[[name]]\ncanonical = "Joachim Murat"\n')
    small("run")
    served = Served(tmp_path)
    try:
        open_page(driver, served)
        driver.execute_script("location.hash = 'view=decisions'")
        click(driver, "#decisions > button", "Look for names")
        wait(driver, lambda: css(driver, "#names .decision"))
        press = "[aria-label='{}: {}']".format
        click(driver, press("Accept", "Mira Mulatti"))
        said(driver, "Accepted: Mira Mulatti")
        click(driver, press("Reject", "Joachim Murad"))
        said(driver, "Rejected: Joachim Murad")
    finally:
        served.kill()
    listed = Glossary.load(tmp_path / "glossary.toml")
    assert {name.canonical: name.variants for name in listed.names}["Mira Mulati"] == (
        "Mira Mulatti",
    )
    assert listed.rejected.parts("Joachim Murat", "Joachim Murad")
    assert "# ours" in (tmp_path / "glossary.toml").read_text()
    small("run")
    english = texts(tmp_path)[1]
    assert "Mira Mulati" in english and "Mulatti" not in english


def test_lines_like_one_are_kept(
    small: Corpus, served: Served, driver: Any, tmp_path: Path
) -> None:
    open_page(driver, served)
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Keep lines like this")
    assert css(driver, "#tip input")[0].get_attribute("value") == r"^\s*Partager cet article\s*$"
    click(driver, "#tip form button")
    said(driver, "Written to review.toml")
    small("run")
    assert texts(tmp_path)[0].endswith("Partager cet article\n")


def test_a_wrong_pattern_is_told_and_stays_to_be_mended(
    served: Served, driver: Any, tmp_path: Path
) -> None:
    open_page(driver, served)
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Keep lines like this")
    write(driver, "(")
    said(driver, "RE2 does not take the pattern '('")
    assert css(driver, "#tip input")[0].get_attribute("value") == "("
    assert not (tmp_path / "review.toml").exists()


def test_two_tabs_lose_nothing(served: Served, driver: Any, tmp_path: Path) -> None:
    open_page(driver, served)
    decisions.add(tmp_path / "review.toml", "drop", {"pattern": "^elsewhere$"})  # the other tab
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Restore this")
    said(driver, "decided elsewhere")
    assert Decisions.load(tmp_path / "review.toml") == Decisions(drop=("^elsewhere$",))
    click(driver, "#tip button", "Restore this")
    said(driver, "Written to review.toml")
    both = Decisions.load(tmp_path / "review.toml")
    assert both.drop == ("^elsewhere$",) and both.restored[0].text == "Partager cet article"


def test_a_text_changed_meanwhile_is_told(served: Served, driver: Any, tmp_path: Path) -> None:
    open_page(driver, served)
    (tmp_path / "raw/gare.txt").write_text("Un autre texte.\n", encoding="utf-8")
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Restore this")
    said(driver, "was changed since this page was made")
    assert not (tmp_path / "review.toml").exists()


def test_a_killed_server_loses_nothing(served: Served, driver: Any, tmp_path: Path) -> None:
    open_page(driver, served)
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Restore this")
    said(driver, "Written to review.toml")
    before = (tmp_path / "review.toml").read_bytes()
    served.kill()
    click(driver, ".english .said", "According to")
    click(driver, "#tip button", "Correct the English")
    write(driver, "Lost?")
    said(driver, "The server does not answer")
    assert css(driver, "#tip textarea")[0].get_attribute("value") == "Lost?"
    assert (tmp_path / "review.toml").read_bytes() == before


def test_nothing_serious_is_wrong_for_those_who_do_not_see_it(served: Served, driver: Any) -> None:
    open_page(driver, served)
    click(driver, "del.mark", "Partager cet article")
    click(driver, "#tip button", "Keep lines like this")
    assert faults(driver) == {}
    click(driver, "#tip button", "Restore this")
    said(driver, "Written to review.toml")
    driver.execute_script("location.hash = 'view=decisions'")
    wait(driver, lambda: css(driver, "#decisions .decision"))
    assert faults(driver) == {}


def test_before_a_run_the_review_says_what_to_do(small: Corpus) -> None:
    done = small("review")
    assert done.exit_code == 2 and "run 'corpus run' first" in done.stderr
