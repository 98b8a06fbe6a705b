"""What the other files of a folder say about a line."""

import tomllib
from pathlib import Path

import pytest

from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.pipeline import clean

SITE = "Le Courrier des étoiles, journal des curieux depuis toujours"
FORMS = tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))
WORDS = ("creux", "long", "vieux", "petit", "noir", "bleu", "grand", "gris")
CHROME = ("Aller au contenu\nMenu\nSe connecter\n\n", "\nPartager\nFacebook\nMentions légales\n")


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


@pytest.mark.parametrize(
    ("form", "head", "foot"),
    [
        *(
            pytest.param(form, "", "", id=name)
            for kind in FORMS.values()
            for name, form in kind.items()
        ),
        *(
            pytest.param(form, *CHROME, id=f"{name}, on a page")
            for name, form in FORMS["page"].items()
        ),
    ],
)
def test_what_texts_of_one_kind_have_in_common_stays(form: str, head: str, foot: str) -> None:
    bodies = [form.lstrip().format(word=word, n=40 + n) for n, word in enumerate(WORDS)]
    texts = [head + body + foot for body in bodies]
    folder = RepeatedLines.of(texts)
    for body, text in zip(bodies, texts, strict=True):
        assert clean(text, repeated=folder).text.split() == body.split()


@pytest.mark.parametrize("edge", ["{line}\n\n{text}\n", "{text}\n\n{line}\n"])
@pytest.mark.parametrize(
    "line",
    [
        "Le Messager du plateau, hebdomadaire d'informations locales",
        "Le Messager du plateau est édité par une association.",
        "Retrouvez le plateau chaque jeudi en kiosque.",
        "Une publication du groupe Val",
        "Journal fondé en 1931",
    ],
)
def test_what_a_site_says_of_itself_in_every_file_goes(line: str, edge: str) -> None:
    told = [text.partition("\n\n")[2].strip() for text in articles(16)[::2]]
    texts = [edge.format(line=line, text=text) for text in told]
    folder = RepeatedLines.of(texts)
    assert not any(line in clean(text, repeated=folder).text for text in texts)


def test_what_more_files_share_than_there_are_copies_of_a_text_is_of_their_site() -> None:
    form = f"{SITE}\n\n{FORMS['page']['a story saved again when a figure changed']}"
    copies = [form.format(word=word, n=40 + n) for n, word in enumerate(WORDS[:4])]
    folder = RepeatedLines.of([*copies, *articles(4)])
    for text in copies:
        cleaned = clean(text, repeated=folder).text
        assert cleaned.split() == text.removeprefix(SITE).split()
