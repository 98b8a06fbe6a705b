"""A diff as it is printed: rules under what they took, nothing too wide, nothing that acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import Edit
from translate.show.diff.comparing import HAND, compare
from translate.show.diff.reading import Choice
from translate.show.diff.stat import Stat
from translate.show.diff.terminal import printed
from translate.show.page import Page, cells, wrapped

KINDS = {"fr.share.call": "share"}
UN, DEUX = "Un premier paragraphe.\n", "Un autre, plus long que lui.\n"


ALL = Choice(KINDS)
SAME = "        … 1 paragraph unchanged"


def shown(text: str, edits: list[Edit], choice: Choice = ALL, width: int = 0) -> str:
    """Give what is printed of `text`, below its name."""
    head, _, rest = "".join(printed("a.txt", text, edits, choice, Page(width))).partition("\n")
    assert head in ("a.txt", "")
    return rest.removesuffix("\n")


def test_a_removed_line_stands_alone_with_kind_rule_and_reason() -> None:
    edits = [Edit(len(UN), "Partager\n", "", "fr.share.call", "one word")]
    assert shown(f"{UN}Partager\n{DEUX}", edits) == (
        "        … 1 paragraph unchanged\n"
        "    2 - Partager\n"
        "        share, fr.share.call: one word\n"
        "        … 1 paragraph unchanged\n"
    )


def test_a_reason_of_several_lines_is_said_once() -> None:
    edits = [Edit(0, UN, "", "fr.a", "a heap"), Edit(len(UN), "\n" + DEUX, "", "fr.a", "a heap")]
    assert shown(f"{UN}\n{DEUX}", edits) == (
        "    1 - Un premier paragraphe.\n    3 - Un autre, plus long que lui.\n"
        "        fr.a: a heap\n"
    )


@pytest.mark.parametrize(
    ("end", "lines"),
    [
        pytest.param("\n\nUn menu.", ["    3 - Un menu."], id="a line and those before it"),
        pytest.param("\n", ["    1 ~ Un premier paragraphe.[-↵-]"], id="a line end alone"),
    ],
)
def test_what_went_from_the_end_of_a_text(end: str, lines: list[str]) -> None:
    text = UN.strip()
    edits = [Edit(len(text), end, "", "unrecorded")]
    told = [line for line in shown(text + end, edits).splitlines() if line != SAME]
    assert told == lines


def test_repairs_come_after_the_rules_and_are_counted() -> None:
    edits = [
        Edit(1, "Ã©", "é", "repair.mojibake", "as Latin-1"),
        Edit(4, "Ã©", "é", "repair.mojibake", "as Latin-1"),
        Edit(12, " Partager", "", "fr.share.call", "a word"),
    ]
    assert shown("lÃ©tÃ© vient Partager", edits) == (
        "    1 ~ [-lÃ©tÃ©-]{+lété+} vient[- Partager-]\n"
        "        share, fr.share.call: a word\n"
        "        repair.mojibake: as Latin-1 (2 times)\n"
    )


def test_what_is_hidden_is_counted() -> None:
    text = "lÃ©gume\nPartager\n"
    edits = [Edit(1, "Ã©", "é", "repair.a", ""), Edit(8, "Partager\n", "", "fr.share.call", "")]
    assert shown(text, edits, Choice(KINDS, hidden=("repair",))) == (
        "        … 1 paragraph unchanged\n"
        "    2 - Partager\n        share, fr.share.call: \n"
        "        not shown: 1 repair\n"
    )
    assert shown(text, edits[:1], Choice(hidden=("repair",))) == ""


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        pytest.param(
            UN, UN.replace("premier", "second"),
            ["    1 ~ Un [-premier-]{+second+} paragraphe."],
            id="a word",
        ),
        pytest.param(
            UN, "La mer monte.\n", ["    1 - Un premier paragraphe.", "    1 + La mer monte."],
            id="another paragraph",
        ),
        pytest.param(
            UN + DEUX, DEUX + UN,
            [
                "    1 > moved to line 2: Un premier paragraphe.", SAME,
                "    2 < moved from line 1: Un premier paragraphe.",
            ],
            id="a paragraph that moved",
        ),
        pytest.param(
            "Les uns. " * 40 + "Fin.", "Les uns. " * 20 + "Ici. " + "Les uns. " * 20 + "Fin.",
            ["    1 ~ …" + " Les uns." * 5 + " {+Ici. +}" + "Les uns. " * 5 + "…"],
            id="what is far from a change is left out",
        ),
        pytest.param(
            "Un.\n\nDeux.\n", "Un.\nDeux.\n", [SAME, "    2 - ↵", SAME], id="a blank line alone"
        ),
    ],
)  # fmt: skip
def test_changes_without_a_record(old: str, new: str, lines: list[str]) -> None:
    assert shown(old, compare(old, new)).splitlines() == lines


def test_long_lines_are_wrapped_beside_their_margin() -> None:
    edits = [Edit(len(UN), DEUX, "", "fr.share.call", "une raison longue")]
    assert shown(UN + DEUX, edits, width=34) == (
        "        … 1 paragraph unchanged\n"
        "    2 - Un autre, plus long que\n"
        "        lui.\n"
        "        share, fr.share.call: une\n"
        "        raison longue\n"
    )


STYLES = st.sampled_from(["", "removed", "added"])
SPANS = st.lists(st.tuples(STYLES, st.text(alphabet="ab 日é", max_size=30)), max_size=6)


@given(SPANS, st.integers(2, 30))
def test_no_row_is_too_wide_and_no_letter_is_lost(spans: list[tuple[str, str]], room: int) -> None:
    rows = ["".join(text for _, text in row) for row in wrapped(spans, room)]
    assert all(cells(row) <= room for row in rows)
    whole = "".join(text for _, text in spans)
    assert "".join(rows).replace(" ", "") == whole.replace(" ", "")


def test_colours_are_ansi_and_the_marks_stay() -> None:
    edits = [Edit(3, "deux", "dix", "by-hand")]
    [_, line, *_] = printed("a", "un deux trois quatre", edits, ALL, Page(colour=True))
    marked = "un \x1b[31m[-deux-]\x1b[m\x1b[32m{+dix+}\x1b[m trois quatre"
    assert line == f"\x1b[2m    1 ~ \x1b[m{marked}\n"


@pytest.mark.parametrize("evil", ["\x1b[2J", "\x9b2J", "\u202e", "\r", "\x07", "\x1b]0;x\x07"])
def test_nothing_of_a_text_acts_on_the_terminal(evil: str) -> None:
    edits = [Edit(0, f"{evil}a\n", "", f"fr.{evil}", f"why {evil}")]
    page = "".join(printed(f"{evil}.txt", f"{evil}a\nb{evil}\n", edits, Choice(), Page(60)))
    assert evil not in page


def test_numbers_of_several_texts() -> None:
    stat = Stat(Choice(KINDS))
    cut = Edit(0, "Partagez ceci\n", "", "fr.share.call")
    stat.count("a.txt", [cut, Edit(20, "a", "à", "repair.a")])
    stat.count("b.txt", [Edit(0, "un", "deux trois", "by-hand")])
    stat.count("c.txt", [])
    assert str(stat) == (
        "text   removed  added  repairs  by hand\n"
        "a.txt        2      0        1        0\n"
        "b.txt        0      0        0        1\n\n"
        "2 texts differ: 2 words removed, 0 added, 1 repair, 1 change by hand\n"
        "changes by kind\n  by-hand  1\n  repair   1\n  share    1"
    )


def test_a_heading_that_a_person_wrote_anew_is_one_change() -> None:
    stat = Stat(Choice(KINDS))
    stat.count("a.txt", compare("Le pont\n\nIl ouvre.\n", "Un canal neuf\n\nIl ouvre.\n", HAND))
    assert str(stat).endswith("1 change by hand\nchanges by kind\n  by-hand  1")
