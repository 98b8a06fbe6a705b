"""A first glossary drafted from texts that have none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate.cli import main
from translate.names.draft import as_toml, draft
from translate.names.glossary import Glossary

TEXTS = [
    "Hier, Emmy Noether a parlé.\nSelon Noether et Hilbert, la preuve tient.",
    "Le cours d'Emmy Noether, pour Emmy Nöther, vu par Emi Noether.",
    "À Londres, on lit Hilbert.",
]


def test_names_with_their_counts_and_spellings_that_may_be_the_same() -> None:
    noether, hilbert = draft(TEXTS, "fr")
    assert (noether.spelling, noether.count, noether.texts) == ("Emmy Noether", 3, 2)
    assert dict(noether.near) == {"Emmy Nöther": 1, "Emi Noether": 1}
    assert (hilbert.spelling, hilbert.count, hilbert.texts, hilbert.near) == ("Hilbert", 2, 2, ())


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        pytest.param(["Selon Hilbert, oui."], [], id="once is not enough"),
        pytest.param(["à londres, emmy noether parle."] * 2, [], id="no capitals"),
        pytest.param(
            ["De Max Noether à Emmy Noether.", "Avec Noether, dit Noether."],
            ["Noether"],
            id="two people of one surname stay apart",
        ),
    ],
)
def test_what_is_no_entry(texts: list[str], names: list[str]) -> None:
    assert [found.spelling for found in draft(texts, "fr")] == names


def test_a_draft_is_a_glossary() -> None:
    text = as_toml(draft([*TEXTS, 'Le « Cray "X" » de Cray et de Cray.'], "fr"))
    assert [name.canonical for name in Glossary.parse(text).names] == [
        "Emmy Noether",
        "Cray",
        "Hilbert",
    ]


def test_spellings_that_a_glossary_takes_for_one_are_one() -> None:
    texts = ["Chez Joliot-Curie et Joliot Curie, dit Nöther.", "Joliot-Curie, Noether ou Nöther ?"]
    names = draft(texts * 2, "fr")
    assert len(Glossary.parse(as_toml(names)).names) == len(names)
    assert "Joliot-Curie" in {name.spelling for name in names}


def test_the_command_prints_it(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["names", "draft", str(tmp_path)])
    assert done.exit_code == 0
    assert len(Glossary.parse(done.stdout).names) == 2
    done = CliRunner().invoke(main, ["names", "draft", str(tmp_path), "--json"])
    assert [name["spelling"] for name in json.loads(done.stdout)] == ["Emmy Noether", "Hilbert"]
    for wrong in ([str(tmp_path / "none")], [str(tmp_path), "--from", "de"]):
        assert CliRunner().invoke(main, ["names", "draft", *wrong]).exit_code == 2
