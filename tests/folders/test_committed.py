"""The translations in the repository are what the program makes of the texts there."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from translate.mt.engines.processor import instruction_set

PROJECT = Path(__file__).parents[2]
ON = re.compile(r" on (\S+) ")


def test_committed_translations_are_what_this_program_makes(corpus: Callable[..., Result]) -> None:
    committed = sorted((PROJECT / "translated").glob("*.sentences.json"))
    for path in committed:
        made = ON.search(json.loads(path.read_text(encoding="utf-8"))["signature"])
        assert made, path
        if made[1] != instruction_set():
            pytest.skip(f"made on {made[1]}; the English of {instruction_set()} may differ")
    assert corpus("translate", PROJECT / "cleaned", "anew", "--quiet").exit_code in {0, 1}
    for path in committed:
        name = path.name.removesuffix(".sentences.json")
        now = Path("anew", name).read_text(encoding="utf-8")
        assert now == path.with_name(name).read_text(encoding="utf-8"), f"{name}: 'corpus run'"
