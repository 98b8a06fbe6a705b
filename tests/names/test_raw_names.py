"""The glossary of the project against the texts of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.document import apply
from translate.names.glossary import Glossary
from translate.names.spelling import key
from translate.names.variants import canonicalise, find

ROOT = Path(__file__).parents[2]
GLOSSARY = Glossary.load(ROOT / "glossary.toml")
TEXTS = {
    path.name: path.read_bytes().decode("cp1252" if "1252" in path.name else "utf-8")
    for path in sorted((ROOT / "raw").glob("*.txt"))
}


def test_four_spellings_become_one() -> None:
    text = TEXTS["tout-en-minuscules.txt"]
    spellings = {m.text for m in find(text, GLOSSARY) if m.name.canonical == "Ada Lovelace"}
    assert {"ada lovelace", "ada lovelass", "aida lovelace", "ada lovelas"} <= spellings
    after = apply(text, canonicalise(text, GLOSSARY))
    now = {m.text for m in find(after, GLOSSARY) if m.name.canonical == "Ada Lovelace"}
    assert now == {"Ada Lovelace", "Lovelace"}


@pytest.mark.parametrize("name", TEXTS)
def test_no_listed_variant_is_left(name: str) -> None:
    after = apply(TEXTS[name], canonicalise(TEXTS[name], GLOSSARY))
    assert canonicalise(after, GLOSSARY) == []
    for entry in GLOSSARY.names:
        rest = after.replace(entry.canonical, "")
        for variant in entry.variants:
            left = re.findall(rf"(?<!\w){re.escape(variant)}(?!\w)", rest, re.IGNORECASE)
            assert [v for v in left if key(v) != key(entry.canonical)] == []


def test_a_clean_article_is_not_touched() -> None:
    assert canonicalise(TEXTS["article-propre.txt"], GLOSSARY) == []
