"""Text broken to a width: which lines are one paragraph, and that it is judged as unbroken text."""

import json
import textwrap
from pathlib import Path
from typing import Any

import pytest

from translate.cleaning.boilerplate.judging import judge
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.boilerplate.wrapping import rejoined
from translate.config import CleanConfig

CASES = json.loads(Path(__file__).with_name("wrapped.json").read_text(encoding="utf-8"))
ARTICLE: list[str] = CASES["article"]


@pytest.mark.parametrize("case", CASES["joined"], ids=lambda case: case["label"])
def test_what_was_broken_is_one_line(case: dict[str, Any]) -> None:
    found = rejoined(case["lines"])
    assert [line.count("\n") for line in found] == case["breaks"]
    assert "\n".join(found) == "\n".join(case["lines"])


def test_a_broken_word_is_matched_whole_and_no_sign_moves() -> None:
    text = "\n".join(CASES["joined"][5]["lines"])
    (line,) = split(text)
    assert "excepte le dimanche" in line.folded
    assert len(line.text) == len(text)


def fates(text: str, rules: Rules) -> list[bool]:
    """Give for each paragraph of the article whether it goes, as its first words do."""
    made = judge(text, rules)
    starts: list[int] = []
    for one in ARTICLE:
        starts.append(text.index(" ".join(one.split()[:3]), starts[-1] + 1 if starts else 0))
    return [
        next(v.rule is not None for v in made if v.line.start <= start < v.line.end)
        for start in starts
    ]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("profile", ["gentle", "page"])
def test_a_broken_article_is_judged_as_it_is_unbroken(profile: str, width: int, gap: str) -> None:
    rules = Rules.load(CleanConfig(profile=profile), ["fr", "en"])
    broken = [textwrap.fill(one, width, break_on_hyphens=False) for one in ARTICLE]
    plain = fates(gap.join(ARTICLE) + "\n", rules)
    assert fates(gap.join(broken) + "\n", rules) == plain
    assert plain == [True, False, True, False, False, True, False, True, False, True, True]
