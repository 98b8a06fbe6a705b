"""The commands that a summary names can be typed as they stand, wherever the texts lie."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Corpus = Callable[..., Result]
NAMED = re.compile(r"corpus (?:diff|report|names discover)(?: [\w./-]+)*?(?= proposes|\)|$)", re.M)


@pytest.mark.parametrize(
    ("first", "command", "named"),
    [
        pytest.param([], "run", ["corpus diff", "corpus report"], id="the project's own"),
        pytest.param([], "run raw", ["corpus diff", "corpus report"], id="named all the same"),
        pytest.param([], "run raw/lac.txt", ["corpus report"], id="one of them"),
        pytest.param(
            [],
            "run texts --cleaned c --translated t --config corpus.toml",
            [
                "corpus diff texts c --config corpus.toml",
                "corpus report texts --cleaned c --translated t --config corpus.toml",
            ],
            id="folders of one's choice",
        ),
        pytest.param([], "clean texts c", ["corpus diff texts c"], id="cleaned to a folder"),
        pytest.param([], "clean", ["corpus diff"], id="cleaned"),
        pytest.param(
            ["clean texts c"],
            "translate c t --glossary none.toml",
            ["corpus names discover c --glossary none.toml"],
            id="translated from a folder",
        ),
    ],
)
def test_each_command_that_a_summary_names_can_be_typed(
    small: Corpus, tmp_path: Path, first: list[str], command: str, named: list[str]
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/pont.txt").write_text(
        "Le pont ouvre lundi à ses voisins.\n\nPartager cet article\n"
    )
    (tmp_path / "none.toml").touch()
    for one in first:
        assert small(*one.split()).exit_code == 0
    done = small(*command.split())
    said = NAMED.findall(done.stdout)
    assert said == named
    for one in said:
        assert small(*shlex.split(one)[1:]).exit_code != 2
