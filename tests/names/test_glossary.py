"""A glossary says exactly what is wrong with it."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from translate.errors import UsageError
from translate.names.glossary import Glossary

GOOD = '[[name]]\ncanonical = "Ada Lovelace"\nkind = "person"\nvariants = ["ada lovelas"]\n'

WRONG = {
    "not TOML": ('[[name]\ncanonical = "Ada"', "not valid TOML"),
    "single brackets": ('[name]\ncanonical = "Ada"', "write [[name]] in double brackets"),
    "the nearest key": ('[[name]]\ncanonicl = "Ada"', "did you mean 'canonical'?"),
    "the nearest kind": (
        '[[name]]\ncanonical = "Ada"\nkind = "persone"',
        "names.toml:1: entry 1 (Ada): there is no kind 'persone'; did you mean 'person'?",
    ),
    "no kind": ('[[name]]\ncanonical = "Ada"\nkind = "x"', "known: organisation, person"),
    "another table": ('[[names]]\ncanonical = "Ada"', "unknown key 'names'"),
    "unknown key": ('[[name]]\ncanonical = "Ada"\nvariant = []', "entry 1 (Ada): unknown key"),
    "no canonical": ('[[name]]\nkind = "person"', "entry 1: 'canonical' is missing"),
    "empty canonical": ('[[name]]\ncanonical = ""', "entry 1: 'canonical' holds ''"),
    "canonical of signs": ('[[name]]\ncanonical = "…"', "which has no letter"),
    "canonical a number": ("[[name]]\ncanonical = 3", "entry 1 (3): 'canonical' must be a string"),
    "variants a string": ('[[name]]\ncanonical = "Ada"\nvariants = "a"', "must be a list of str"),
    "variant empty": ('[[name]]\ncanonical = "Ada"\nvariants = [" "]', "'variants' holds ' '"),
    "kind a number": ('[[name]]\ncanonical = "Ada"\nkind = 1', "'kind' must be a string"),
    "empty target": ('[[name]]\ncanonical = "Ada"\ntarget = ""', "'target' holds ''"),
    "what it wants forbidden": (
        '[[name]]\ncanonical = "Ada"\nforbidden = ["ada"]',
        "names.toml:1: entry 1 (Ada): 'forbidden' holds 'ada', which must stand",
    ),
    "a table at its line": (GOOD + "[other]\nx = 1", "names.toml:5: unknown key 'other'"),
    "outer space": ('[[name]]\ncanonical = "Ada "', "take out the outer spaces"),
    "a tab inside": ('[[name]]\ncanonical = "Ada\\tL"', "tabs, line ends"),
    "placeholder": ('[[name]]\ncanonical = "Ada ⟦1⟧"', "⟦ and ⟧ are reserved"),
    "variant of two": (
        GOOD + '[[name]]\ncanonical = "Ida"\nvariants = ["Ada Lovelas"]',
        "entries 1 (Ada Lovelace) and 2 (Ida) both have 'Ada Lovelas'",
    ),
    "rejected in double brackets": (GOOD + "[[rejected]]", "in single brackets"),
    "rejected with an unknown key": (GOOD + "[rejected]\npair = []", "did you mean 'pairs'?"),
    "rejected three": (GOOD + '[rejected]\npairs = [["a", "b", "c"]]', "lists of two strings"),
    "rejected signs": (GOOD + '[rejected]\nnames = ["…"]', "must be a list of strings"),
    "rejected and a variant": (
        GOOD + '[rejected]\npairs = [["Ada Lovelas", "Ada Lovelace"]]',
        "'ada lovelas' is a variant of Ada Lovelace",
    ),
    "two of one name": (GOOD + '[[name]]\ncanonical = "ada lovelace"', "both have 'ada lovelace'"),
    "the line of the entry": (
        '# Names\n\n [[ name ]]\ncanonical = "Ada"\n\n[[name]] # wrong\nkind = "place"',
        "names.toml:6: entry 2: 'canonical' is missing",
    ),
    "entries in one line": (
        'name = [{canonical = "Ada"}, {canonical = "ada"}]',
        "names.toml: entries 1 (Ada) and 2 (ada) both have 'ada'",
    ),
}


@pytest.mark.parametrize("label", WRONG)
def test_errors_name_the_place(label: str) -> None:
    text, message = WRONG[label]
    with pytest.raises(UsageError) as raised:
        Glossary.parse(text, "names.toml")
    assert re.match(r"names\.toml(?::\d+)?: ", str(raised.value))
    assert message in str(raised.value)


def test_a_good_file_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "g.toml"
    path.write_text(GOOD + '[[name]]\ncanonical = "Zuse"\n', encoding="utf-8")
    assert [n.canonical for n in Glossary.load(path).names] == ["Ada Lovelace", "Zuse"]


def test_variants_may_repeat_the_canonical_spelling() -> None:
    text = '[[name]]\ncanonical = "Ada"\nvariants = ["ada", "ADA", "Adda"]'
    assert Glossary.parse(text).names[0].variants == ("ada", "ADA", "Adda")


def test_the_signature_follows_names_not_notes() -> None:
    plain = Glossary.parse(GOOD)
    assert Glossary.parse(GOOD + 'note = "born 1815"').signature == plain.signature
    assert Glossary.parse(GOOD.replace("lovelas", "lovelass")).signature != plain.signature
    assert Glossary().signature != plain.signature
    assert pickle.loads(pickle.dumps(plain)) == plain


def test_what_was_rejected_is_signed_where_it_counts() -> None:
    plain = Glossary.parse(GOOD)
    apart = Glossary.parse(GOOD + '[rejected]\npairs = [["Ada Lovelace", "Ada Lovelock"]]')
    assert apart.rejected.parts("ADA LOVELOCK", "ada lovelace")
    assert apart.signature != plain.signature
    assert Glossary.parse(GOOD + '[rejected]\nnames = ["Oui"]').signature == plain.signature


def test_an_empty_file_is_an_empty_glossary() -> None:
    assert Glossary.parse("") == Glossary()


def test_the_glossary_of_the_project_is_sound() -> None:
    glossary = Glossary.load(Path(__file__).parents[2] / "glossary.toml")
    assert {"Ada Lovelace", "OpenAI"} <= {name.canonical for name in glossary.names}


def test_a_glossary_of_another_program_is_to_be_imported(tmp_path: Path) -> None:
    for name in ("terms.tbx", "terms.csv"):
        (tmp_path / name).write_text("<tbx/>")
        with pytest.raises(UsageError, match=f"not valid TOML.*names import .*{name}' takes over"):
            Glossary.load(tmp_path / name)
    (tmp_path / "glossary.txt").write_text('[[name]]\ncanonical = "Ada"\n')
    assert len(Glossary.load(tmp_path / "glossary.txt").names) == 1
