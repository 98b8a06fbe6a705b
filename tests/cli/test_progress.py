"""Long work tells how far it is: at a terminal, on standard error, unless -q was given."""

from pathlib import Path

import pytest

from tests.cli.conftest import TEXTS, Corpus
from tests.cli.terminal import at_terminal


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(["clean"], ["cleaning", "2 of 2 texts"], id="clean"),
        pytest.param(["run"], ["cleaning", "translating", "3 of 3 sentences"], id="run"),
        pytest.param(["names", "draft"], ["looking for names", "2 of 2 texts"], id="names"),
        pytest.param(["diff", "--stat"], ["comparing", "2 of 2 texts"], id="numbers"),
    ],
)
def test_at_a_terminal_it_shows_what_and_how_many(
    texts: Path, args: list[str], told: list[str]
) -> None:
    if args[0] in ("names", "diff"):
        at_terminal(texts, "clean")
    shown = at_terminal(texts, *args)
    assert all(word in shown for word in told), shown
    assert told[0] not in at_terminal(texts, *args, "-q")


def test_elsewhere_it_is_silent(small: Corpus) -> None:
    done = small("clean")
    assert done.stderr == ""
    assert "of 2 texts" not in done.stdout
