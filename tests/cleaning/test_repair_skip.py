"""What the repair skips without asking ftfy, ftfy would have left as it is.

And what it looks for near a sign that is found fast is what a look at the whole text finds.
"""

import re
from itertools import product

import ftfy
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.repair import codepages
from translate.cleaning.repair.holes import hole, holes
from translate.cleaning.repair.mojibake import SUSPECT, edits
from translate.cleaning.repair.signs import _prose, line_breaks
from translate.cleaning.repair.signs import edits as sign_edits

SETTINGS = {"uncurl_quotes": False, "normalization": None, "fix_latin_ligatures": False}
SETTINGS |= {"fix_line_breaks": False, "fix_character_width": False}
PLAIN = [chr(c) for c in range(0x110000) if not SUSPECT.search(f"a{chr(c)}a {chr(c)} ")]
# One of each kind of plain character, and all that are neither ASCII nor ideographs nor emoji.
KINDS = [
    *"aA1 .;!?'\"-(\n",
    *(c for c in PLAIN if "\x7f" < c < "\u2190"),
    "→",
    "☀",
    "あ",
    "東",
    "각",
    "😀",
]
WORDS = st.sampled_from(
    ["été", "l’œuvre", "« oui »", "À", "—", "10 €", "n° 3", "…", "&", "ÉTÉ", "voilà"]
)


def left_alone(text: str) -> bool:
    return bool(ftfy.fix_text(text, **SETTINGS) == text)


def test_french_text_is_skipped() -> None:
    assert not SUSPECT.search(
        "« Où est l’œuvre d’Ève ? » — demandé à Noël… 10\u202f% & n° 3 ; ÉTÉ."
    )


def test_every_plain_character_is_left_alone() -> None:
    assert all(left_alone(f"a{c}a {c} {c}{c}") or SUSPECT.search(f"{c}{c}") for c in PLAIN)


def test_plain_characters_side_by_side_are_left_alone() -> None:
    for pair in product(KINDS, repeat=2):
        for around in ("{}", "a{}a", " {} ", "é{}1"):
            text = around.format("".join(pair))
            assert SUSPECT.search(text) or left_alone(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(KINDS) | WORDS | st.characters()).map("".join))
def test_skipped_text_is_left_alone(text: str) -> None:
    if not SUSPECT.search(text):
        assert left_alone(text)
        assert edits(text, ["fr"]) == []


SPACED = st.lists(
    st.sampled_from(
        ["né le", "à", "Voir", "et", "de", "mot", "3", "_", "é", " ", "  ", ".", ",", "\n", "\r\n"]
    )
    | st.sampled_from(["\u00a0", "\x0b", "\x1c", "\x1f", "…", "cp a .", "Une phrase est ici"]),
    max_size=14,
).map("".join)
SPACES = re.compile(r"(?<=[^\W_]) {2,}(?=[^\W_])")
STOP = re.compile(r"(?<=[^\W_])( +)[.,](?=[ \u00a0]?(?:[\r\n]|\Z)| [^\W_])")


@settings(max_examples=400, deadline=None)
@given(SPACED)
def test_holes_and_spaces_are_those_of_the_whole_text(text: str) -> None:
    pattern = hole(("fr",))
    assert pattern is not None
    found = [match.span(match.lastindex or 0) for match in pattern.finditer(text)]
    assert list(holes(text, ["fr"])) == found
    several = {match.span() for match in SPACES.finditer(text)}
    before = {match.span(1) for match in STOP.finditer(text) if _prose(text, *match.span(1))}
    left = {start for start, _ in found}
    told = [(e.start, e.end) for e in sign_edits(text, ["fr"]) if e.reason != "a second full stop"]
    assert sorted(told) == sorted(span for span in several | before if span[0] not in left)


@settings(deadline=None)
@given(SPACED)
def test_every_sign_that_parts_lines_is_found(text: str) -> None:
    broken = set(re.findall("[\x0b\x0c\x1c-\x1e]+|(?<=\\S)\x1f+(?=\\S)", text))
    assert {edit.old for edit in line_breaks(text, [])} == broken


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*"aZé«’. 1_œжΩ\u0301\u00a0", "été", "mot"])).map("".join))
def test_words_with_signs_beyond_ascii_are_whole(text: str) -> None:
    slow = re.compile(r"(?<![^\W\d_])[^\W\d_]*[^\x00-\x7f\s](?:[^\x00-\x7f\s]|[A-Za-z])*")
    for page in codepages.PAGES:
        signs = codepages._foreign(*page)
        words = [word for word in slow.findall(text) if signs.search(word)]
        assert list(codepages._words(text, signs)) == words
