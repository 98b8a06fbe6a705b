"""One state has one number, whichever command tells it, also where a person changed a result."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Corpus
from translate.config import load
from translate.folders.reporting import corpus_items, rules, shown
from translate.show.report.page import Report

# A repair inside of a line that goes, one in a line that stays, and a line changed twice.
MENDED = (
    "Partager l&#39;article&nbsp;:\n\nLa mairie a rouvert   le pont.\n\nActualités\n\n"
    "Le maire dit « c&#39;est fini ».\n\nAbonnez-vous à notre lettre d&#39;information\n"
)
WHAT_A_PERSON_DOES: dict[str, dict[str, tuple[str, str]]] = {
    "nothing": {},
    "a line more in the cleaned text": {"cleaned/pont.txt": ("\n", "\nUne ligne à moi.\n")},
    "a repair undone": {"cleaned/pont.txt": ("c'est fini", "c&#39;est fini")},
    "a removed line put back": {"cleaned/pont.txt": ("La mairie", "Actualités\n\nLa mairie")},
    "a sentence of the English": {"translated/lac.txt": ("The", "Thus the")},
    "all of the English": {"translated/pont.txt": ("", "")},
}


@pytest.mark.parametrize("edits", WHAT_A_PERSON_DOES.values(), ids=WHAT_A_PERSON_DOES)
def test_every_command_counts_the_same(
    edits: dict[str, tuple[str, str]], small: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "raw/pont.txt").write_text(MENDED, encoding="utf-8")
    small("run")
    for name, (old, new) in edits.items():
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert old in text
        text = text.replace(old, new, 1) if old else "Mine.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")

    run: dict[str, Any] = json.loads(small("run", "--json").stdout)
    told = small("diff", "--stat").stdout.partition("changes by kind\n")[2]
    stat = {kind: int(count) for kind, count in re.findall(r"(\S+) +(\d+)", told)}
    status = json.loads(small("status", "--json").stdout)["documents"]
    config = load(tmp_path / "corpus.toml")
    report = Report.of(shown(corpus_items(Path("raw"), config), config), rules(config)).totals

    kinds = sum((Counter(text["kinds"]) for text in run["cleaned"]), Counter[str]())
    assert kinds == Counter(stat) == report.changes
    sentences = sum(text["sentences"] for text in run["translated"])
    doubtful = sum(len(text["doubtful"]) for text in run["translated"])
    assert (sentences, doubtful) == (report.sentences, report.doubtful)
    assert sentences == sum(text["sentences"] for text in status)
    assert doubtful == sum(text["doubtful"] for text in status)
    assert [text["language"] for text in run["cleaned"]].count("fr") == report.languages["fr"]
