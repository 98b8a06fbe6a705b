"""What is printed: readable without colour, and nothing hidden in it."""

import io

import pytest
from rich.console import Console

from translate.document import Edit
from translate.show.diff import hunks
from translate.show.signs import visible
from translate.show.terminal import columns, show_hunks


def printed(text: str, edits: list[Edit]) -> str:
    out = io.StringIO()
    show_hunks(Console(file=out, soft_wrap=True), "a.txt", list(hunks(text, edits)))
    return out.getvalue()


def test_a_removed_line_stands_alone_with_its_rule_and_reason() -> None:
    shown = printed("Un\nPartager\nDeux\n", [Edit(3, "Partager\n", "", "fr.share", "one word")])
    assert shown == "a.txt\n    2 - Partager\n        fr.share: one word\n\n"


def test_repairs_of_a_line_are_shown_in_the_line() -> None:
    edits = [Edit(1, "Ã©", "é", "repair", "ftfy"), Edit(4, "Ã©", "é", "repair", "ftfy")]
    assert printed("lÃ©tÃ©", edits) == (
        "a.txt\n    1 ~ l[-Ã©-]{+é+}t[-Ã©-]{+é+}\n        repair: ftfy (2 times)\n\n"
    )


def test_what_is_far_from_a_change_is_left_out() -> None:
    text = "a" * 200
    shown = printed(text, [Edit(50, "a", "b"), Edit(150, "a", "b")])
    assert "…" in shown
    assert len(shown) < len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\u00a0b\u202f!", "a⍽b⍽!", id="no-break spaces"),
        pytest.param("\x1b[31m", "␛[31m", id="an escape sequence cannot act"),
        pytest.param("a\x9b2Jb", "a\\u009b2Jb", id="a C1 control cannot act"),
        pytest.param("\u202eba\u202c", "\\u202eba\\u202c", id="nothing reads backwards"),
        pytest.param("👩\u200d💻 é", "👩\u200d💻 é", id="a joined emoji stays"),
        pytest.param("\ud800", "\\ud800", id="half a surrogate"),
    ],
)
def test_invisible_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_numbers_stand_to_the_right() -> None:
    assert columns([("a", 1), ("bb", 10)]) == "  a    1\n  bb  10"
