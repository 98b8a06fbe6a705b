"""What the other files of a folder say about a line."""

from pathlib import Path

import pytest

from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.pipeline import clean

SITE = "Le Courrier des étoiles, journal des curieux depuis toujours"


def articles(count: int) -> list[str]:
    """Texts of one site: the same motto above and below words of their own."""
    path = Path(__file__).parent.parent.parent / "raw" / "article-propre.txt"
    sentences = " ".join(path.read_text(encoding="utf-8").split()).split(". ")
    return [f"{SITE}\n\n{sentences[n]}.\n\n{sentences[n + 1]}.\n" for n in range(count)]


def test_a_line_counts_once_a_file_and_whatever_its_case() -> None:
    seen = RepeatedLines.of(["Menu\nMenu\nA", "MENU\nB", "menu \nC"])
    assert (seen.files, seen.count("Menu"), seen.count("A")) == (3, 3, 1)


def test_no_texts_are_no_evidence() -> None:
    assert RepeatedLines.of([]).files == 0


@pytest.mark.parametrize(("count", "stays"), [(2, True), (10, False)])
def test_a_line_of_many_files_is_chrome_and_one_of_few_is_not(count: int, stays: bool) -> None:
    texts = articles(count)
    cleaned = clean(texts[0], repeated=RepeatedLines.of(texts)).text
    assert (SITE in cleaned) == stays
    assert texts[0].split("\n")[2] in cleaned
