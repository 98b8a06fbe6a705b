"""What is printed: aligned, and nothing hidden in it."""

import pytest

from translate.show.signs import visible
from translate.show.terminal import columns


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
