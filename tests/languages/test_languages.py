"""The folders of languages: what they tell is whole, consistent, and read only when asked for."""

from __future__ import annotations

import ast
import doctest
import re
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from translate.cleaning.boilerplate.rules import Rules
from translate.config import CleanConfig
from translate.languages import Language, accents, known, language
from translate.languages.words import fold, fold_word

PACKAGE = Path(__file__).parents[2] / "translate"
FOLDER = PACKAGE / "languages"
EACH = pytest.mark.parametrize("spoken", known(), ids=lambda spoken: str(spoken.code))
LEAST_RULES = 15


@EACH
def test_months_and_days_are_whole(spoken: Language) -> None:
    months = spoken.months
    assert len(months) in (0, 12)
    forms = [form for month in months for form in month]
    assert len(forms) == len(set(forms)), "a form of two months"
    assert forms == list(map(str.lower, forms))
    assert bool(spoken.lists.get("day")) == bool(months)


@EACH
def test_function_words_are_as_the_language_check_finds_them(spoken: Language) -> None:
    words = spoken.telling_words
    assert len(words) > 80
    assert all(re.fullmatch(r"[^\W\d_]+", word) and word == word.lower() for word in words)


@EACH
def test_rules_have_look_alikes_and_their_examples_hold(spoken: Language) -> None:
    if spoken.rules is None:
        pytest.skip("a language without rules")
    rules = Rules.load(CleanConfig(), [spoken.code])
    own = [rule for rule in rules.list() if rule.id.startswith(f"{spoken.code}.")]
    assert len(own) >= LEAST_RULES or spoken.code in ("de", "es", "it", "nl", "pt")
    assert all(rule.lookalikes for rule in own if rule.scope != "method")
    assert list(rules.check_examples()) == []


@EACH
def test_ordinary_words_are_folded(spoken: Language) -> None:
    assert all(fold_word(word) == word for word in spoken.ordinary)
    assert spoken.no_first_names <= spoken.ordinary


@EACH
def test_words_of_sentences_stand_in_lower_case(spoken: Language) -> None:
    ends = spoken.sentences
    for words in (ends.titles, ends.counted, ends.other, ends.starters, ends.subjects):
        assert all(word == word.lower() and not word.endswith(".") for word in words)


@EACH
def test_number_words_stand_in_lower_case_and_join_nothing(spoken: Language) -> None:
    numbers = spoken.numbers
    assert all(word == word.lower() for word in (*numbers.words, *numbers.scales))
    assert not numbers.joins & numbers.words.keys()


def test_a_language_without_a_folder_is_empty() -> None:
    nobody = language("xx")
    assert nobody.name == "xx"
    assert not (nobody.months or nobody.function_words or nobody.ordinary or nobody.first_names)
    assert (nobody.forms, nobody.rules, nobody.accents) == (None, None, None)
    assert nobody.weight("a") == 0.0
    assert nobody.sentences.clauses, "long sentences are cut in any language"


def test_weights_of_lexicons_can_be_compared() -> None:
    fr, en = language("fr"), language("en")
    assert fr.weight("maison") > en.weight("maison")
    assert en.weight("acidic") == 0.0, "ordinary, but too rare to be weighed"
    assert "acidic" in en.ordinary


def test_lost_letters_are_those_of_the_first_language_that_tells() -> None:
    assert accents(["en", "ro", "fr"]) is language("fr").accents
    assert accents(["ro", "en"]) is None


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import sys; from translate.languages import language; fr = language('fr');"
        "assert 'tomllib' not in sys.modules; fr.months;"
        "assert 'tomllib' in sys.modules and 'lzma' not in sys.modules; fr.weight('a');"
        "assert 'lzma' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# The defaults, and how English, the one language written by rules, spells numbers.
NAMING = {"config.py", "english.py"}


def test_no_code_asks_for_a_language_by_its_name() -> None:
    codes = {spoken.code for spoken in known()}
    asking = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        if path.name not in NAMING
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in codes
    }
    assert asking == set()


def test_the_page_tells_what_each_folder_has() -> None:
    rows = re.findall(r"^\|(.*)\|$", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    head, _, *rows = [[cell.strip() for cell in row.split("|")] for row in rows]
    columns = [cell.split() for cell in head[3:]]
    assert sorted(chain(*columns)) == [spoken.code for spoken in known()]
    told = set()
    for row in rows:
        for file in re.findall(r"`([\w.-]+)`", row[0]):
            for codes, mark in zip(columns, row[3:], strict=True):
                for code in codes:
                    told.add(file)
                    assert (FOLDER / code / file).is_file() == (mark == "●"), f"{code}/{file}"
    there = {path.name for spoken in known() for path in spoken.folder.iterdir()}
    assert there == told


@pytest.mark.parametrize("text", ["À l’été…", "Ça\u00a0va", "ŒUVRE", "ştiinţă", "日本", "\ud800"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Cœur", "coeur"), ("Łódź", "lodz"), ("ȘTIINȚĂ", "stiinta"), ("Straße", "strasse")],
)
def test_words_are_folded_to_plain_letters(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_the_examples_of_the_page_run() -> None:
    results = doctest.testfile(str(FOLDER / "README.md"), module_relative=False)
    assert (results.attempted, results.failed) == (2, 0)
