"""What the repair skips without asking ftfy, ftfy would have left as it is."""

from itertools import product

import ftfy
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.cleaning.repair.mojibake import SUSPECT, edits

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
