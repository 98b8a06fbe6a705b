"""Subtitles and front matter: what is text, what is not, and that both come together again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import clean, translate
from translate.document import Document
from translate.skeleton import skeleton

CUE = "{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n"


def film(*texts: str) -> str:
    return "".join(CUE.format(n=n, text=text) for n, text in enumerate(texts, 1))


BODIES = {
    "a sentence of two lines is one": (film("Le pont est\nouvert."), "Le pont est\nouvert.", {0}),
    "and one of two cues": (film("Le pont est", "ouvert."), "Le pont est\nouvert.", {0}),
    "what ended is apart": (film("Un pont.", "ouvert."), "Un pont.\n\nouvert.", set()),
    "so are two speakers": (film("- Et le pont\n- Ouvert."), "- Et le pont\n\n- Ouvert.", set()),
    "so is what begins with a capital": (film("Le pont", "Un film"), "Le pont\n\nUn film", set()),
    "no end, no sentence": (film("un pont", "est là"), "un pont\n\nest là", set()),
    "tags at the ends are none of it": (
        film(r"{\an8}<i>Un <b>pont</b> là.</i>"),
        "Un <b>pont</b> là.",
        set(),
    ),
    "a song": (film("♪ Sur le pont ♪"), "Sur le pont", set()),
    "WebVTT, with its notes and names of cues": (
        "WEBVTT - Film\n\nNOTE Le pont\nest de moi.\n\nSTYLE\n::cue {}\n\nintro\n"
        "00:01.000 --> 00:02.000 align:left\n<v Ada>Le pont est là.\n",
        "Le pont est là.",
        set(),
    ),
    "line ends of Windows": (
        film("Un pont.\nDeux.").replace("\n", "\r\n"),
        "Un pont.\n\nDeux.",
        set(),
    ),
    "times that were harmed are no text": (
        film("Un pont.", "Deux ponts.").replace("00:00:02,900", "?"),
        "Un pont.\n\nDeux ponts.",
        set(),
    ),
    "a blank line within a cue": (film("Un pont.\n\nDeux."), "Un pont.\n\nDeux.", set()),
    "a cue without text": (film("", "Un pont."), "Un pont.", set()),
}


@pytest.mark.parametrize(("text", "body", "joined"), BODIES.values(), ids=BODIES)
def test_what_of_subtitles_is_text(text: str, body: str, joined: set[int]) -> None:
    found = skeleton("a", text)
    assert found and (found.body, set(found.joined)) == (body, joined)
    assert found.filled(found.body) == text


FRONT = {
    "bare": ("title: Le pont", "Le pont", "title: Le pont!"),
    "quoted": ('title: "Le \\"pont\\""', 'Le "pont"', 'title: "Le \\"pont\\"!"'),
    "in apostrophes": ("summary: 'l''été'", "l'été", "summary: 'l''été!'"),
    "with a space before the line end": ("title: Le pont  ", "Le pont", "title: Le pont!  "),
    "in capitals": ("Title: Le pont", "Le pont", "Title: Le pont!"),
}
UNREAD = {
    "date": "date: 2024-05-12",
    "another key": "slug: le-pont",
    "a list": "title: [Le pont]",
    "a block": "description: |\n  Le pont\n  est là.",
    "nothing": "title:",
    "a key within another": "seo:\n  title: Le pont",
    "a comment": "title: Le pont # provisoire",
    "an escape that is none of JSON": 'title: "Le \\x70ont"',
    "a text of two lines": 'title: "Le pont\\nouvert"',
    "a mark within": "title: 'Le 'pont' là'",
    "a truth value": "title: on",
    "a number": "title: 1_984",
}


@pytest.mark.parametrize(("line", "value", "wanted"), FRONT.values(), ids=FRONT)
def test_what_a_reader_sees_of_front_matter_is_text(line: str, value: str, wanted: str) -> None:
    found = skeleton("a.md", f"---\n{line}\n---\nIl est là.\n")
    assert found and found.body == f"{value}\n\nIl est là.\n"
    assert found.filled(f"{value}!\n\nIt is here.\n") == f"---\n{wanted}\n---\nIt is here.\n"


@pytest.mark.parametrize("lines", UNREAD.values(), ids=UNREAD)
def test_all_else_of_front_matter_is_none(lines: str) -> None:
    text = f"---\n{lines}\n---\nIl est là.\n"
    found = skeleton("a.md", text)
    assert found and found.body == "Il est là.\n" and found.filled(found.body) == text


def test_toml_is_front_matter_too() -> None:
    found = skeleton("a.md", '+++\ntitle = "Le pont"\ndate = 2024-05-12\n+++\nIl est là.\n')
    assert found and found.body == "Le pont\n\nIl est là.\n"


def test_no_apostrophe_ends_a_text_of_toml() -> None:
    found = skeleton("a.md", "+++\ntitle = 'Le pont du maire'\n+++\n")
    assert (
        found and found.filled("The mayor's bridge") == "+++\ntitle = 'The mayor’s bridge'\n+++\n"
    )


@pytest.mark.parametrize("mark", ['"""', "'''"])
def test_texts_of_several_lines_of_toml_stay(mark: str) -> None:
    text = f"+++\ntitle = {mark}\nLe pont{mark}\n+++\nIl est là.\n"
    found = skeleton("a.md", text)
    assert found and found.body == "Il est là.\n" and found.filled(found.body) == text


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        pytest.param("Bridge: open", '"Bridge: open"', id="a colon"),
        pytest.param("No", '"No"', id="what would be a truth value"),
        pytest.param("Null", '"Null"', id="what would be nothing"),
        pytest.param("1984", '"1984"', id="what would be a number"),
        pytest.param("12:30", '"12:30"', id="what would be a time"),
        pytest.param("Nobody", "Nobody", id="a word that begins like one"),
        pytest.param("12 bridges", "12 bridges", id="words with a number"),
    ],
)
def test_a_value_is_quoted_where_it_must_be(english: str, wanted: str) -> None:
    found = skeleton("a.md", "---\ntitle: Le pont\n---\n")
    assert found and found.filled(english) == f"---\ntitle: {wanted}\n---\n"


LOOK_ALIKES = {
    "a rule and no end": ("a.md", "---\nLe pont est là.\n"),
    "a rule within": ("a.md", "Le pont\n---\ntitle: x\n---\n"),
    "another kind of file": ("a.txt", "---\ntitle: x\n---\n"),
    "times in a text": ("a.srt", "Le train de\n00:00:01,000 --> 00:00:02,000\n"),
    "a number first": ("a.txt", "1\nLe pont est là.\n"),
}


@pytest.mark.parametrize(("name", "text"), LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_other_texts_have_no_skeleton(name: str, text: str) -> None:
    assert skeleton(name, text) is None


lines = st.lists(st.text(st.sampled_from("ab. A-<i>{}\\♪’\t"), max_size=12), max_size=3)


@given(st.lists(lines.map("\n".join), max_size=5), st.booleans())
def test_what_was_not_changed_comes_back_as_it_was(cues: list[str], web: bool) -> None:
    text = ("WEBVTT\n\n" if web else "") + film(*cues)
    if found := skeleton("a", text):
        assert found.filled(found.body) == text
        rows = [found.place(n, 0)[0] for n, slot in enumerate(found.lines) if slot]
        assert [found.row(line) for line in rows] == [n for n, s in enumerate(found.lines) if s]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_without_a_text_goes_and_the_cue_stays(end: str) -> None:
    found = skeleton("a", film("Un\npont", "là.").replace("\n", end))
    assert found and found.filled("bridge\n\nhere.") == film("bridge", "here.").replace("\n", end)


NOTES = "---\ntitle: Le pont\nauthor: Élise Martin\ntags: [pont]\n---\n\nLe pont est ouvert.\n"


def test_cleaning_repairs_and_takes_nothing_away() -> None:
    cut = clean(Document("a.md", f"{NOTES}\nPartager cet article :\n"))
    assert cut.text == NOTES
    spoken = film("Partager cet article :", "C’est dÃ©jÃ\xa0 l’Ã©tÃ©.", "Abonnez-vous !")
    mended = film("Partager cet article :", "C’est déjà l’été.", "Abonnez-vous !")
    doc = clean(Document("a.srt", spoken))
    assert doc.text == mended
    assert clean(doc) == doc


def test_subtitles_are_translated_as_sentences_and_times_stay() -> None:
    text = film("Le pont de la ville", "est ouvert depuis hier.", "<i>Il neige.</i>")
    done = translate(Document("a.srt", text))
    kept = [line for line in text.splitlines() if "-->" in line or line.isdigit() or not line]
    assert [n for n in done.text.splitlines() if "-->" in n or n.isdigit() or not n] == kept
    assert done.text.splitlines()[10].startswith("<i>") and "il neige" not in done.text.lower()
    places = [(record.line, record.column, record.source) for record in done.records]
    assert places == [
        (3, 1, "Le pont de la ville\nest ouvert depuis hier."),
        (11, 4, "Il neige."),
    ]


def test_languages_of_paragraphs_are_found_in_the_body() -> None:
    english = "The bridge over the river has been closed since last week."
    doc = clean(Document("a.md", NOTES + f"\n{english}\n"))
    done = translate(replace(doc, name="a.md"))
    assert done.text.rstrip().endswith(english)
    assert "Le pont est" not in done.text
