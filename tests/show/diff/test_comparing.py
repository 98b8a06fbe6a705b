"""Two texts compared: what belongs together word by word, what does not whole, and no crumbs."""

import random
import re
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import apply
from translate.show.diff.comparing import compare

WORDS = st.lists(st.sampled_from(["le", "chat", "dort", ".", " ", "\n"]), max_size=25).map("".join)
LINES = st.lists(
    st.sampled_from(["Le chat dort.\n", "Un mot.\n", "\n", "La pluie tombe.\n", "Un mot"]),
    max_size=12,
).map("".join)


@given(WORDS | LINES, WORDS | LINES)
def test_the_edits_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    edits = compare(old, new)
    assert apply(old, edits) == new
    assert all(edit.old != edit.new for edit in edits)


def marked(old: str, new: str) -> str:
    """Give `old` with its changes to `new` in marks."""
    text = old
    for edit in reversed(compare(old, new)):
        marks = (f"[-{edit.old}-]" if edit.old else "") + (f"{{+{edit.new}+}}" if edit.new else "")
        text = text[: edit.start] + marks + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        pytest.param(
            "Il a vu un chat noir.", "Il a vu un chien noir.", "Il a vu un [-chat-]{+chien+} noir.",
            id="a word",
        ),
        pytest.param(
            "il va au marché demain matin", "elle court au supermarché demain matin",
            "[-il va au marché-]{+elle court au supermarché+} demain matin",
            id="a word alone between two changes goes with them",
        ),
        pytest.param(
            "Un chat dort sur le lit de la chambre bleue.",
            "Un chien dort sur le lit de la chambre verte.",
            "Un [-chat-]{+chien+} dort sur le lit de la chambre [-bleue-]{+verte+}.",
            id="changes far from each other stay apart",
        ),
        pytest.param(
            "L’e\u0301te\u0301 vient.", "L’hiver vient.", "L’[-e\u0301te\u0301-]{+hiver+} vient.",
            id="letters with marks of their own are one word",
        ),
        pytest.param(
            "Le chat dort. Il pleut ce soir.", "Le chat dort. Il neige. Il pleut ce soir.",
            "Le chat dort. {+Il neige. +}Il pleut ce soir.",
            id="a sentence that begins as the next comes whole",
        ),
        pytest.param(
            "Il dort. La mer monte vite. Fin.", "Il dort. Un train passe au loin. Fin.",
            "Il dort. [-La mer monte vite. -]{+Un train passe au loin. +}Fin.",
            id="another sentence is another sentence",
        ),
        pytest.param(
            "Le vent du nord souffle fort sur les toits gris.",
            "Le vent léger passe vite sous les ponts gris.",
            "Le vent [-du nord souffle fort sur les toits-]"
            "{+léger passe vite sous les ponts+} gris.",
            id="a sentence mostly reworded is one change",
        ),
        pytest.param(
            "Titre\nMenu\n\nUn texte.\n", "Titre\n\nUn texte.\n", "Titre\n[-Menu\n-]\nUn texte.\n",
            id="a line goes, the blank one after it stays",
        ),
        pytest.param(
            "Un.\n\nDeux.\n\nTrois.\n", "Un.\n\nTrois.\n", "Un.\n\n[-Deux.\n\n-]Trois.\n",
            id="a paragraph goes with its blank line",
        ),
        pytest.param(
            "Titre\nSuite\n", "Titres\nSuite\n", "[-Titre-]{+Titres+}\nSuite\n",
            id="a heading with another letter is the same heading",
        ),
        pytest.param(
            "Menu\nSuite\n", "Carte\nSuite\n", "[-Menu\n-]{+Carte\n+}Suite\n",
            id="another heading is another line",
        ),
        pytest.param(
            "une ligne assez longue pour être\ncoupée ailleurs\n",
            "une ligne assez longue\npour être coupée ailleurs\n",
            "une ligne assez longue[- -]{+\n+}pour être[-\n-]{+ +}coupée ailleurs\n",
            id="lines parted elsewhere are the same words",
        ),
        pytest.param("", "Un.\n", "{+Un.\n+}", id="from nothing"),
        pytest.param("Un.\r\n", "Un.\n", "Un.[-\r\n-]{+\n+}", id="another line end"),
        pytest.param("Un", "Un\n", "Un{+\n+}", id="a line end at the end"),
    ],
)  # fmt: skip
def test_changes_are_those_a_reader_would_mark(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


@pytest.mark.parametrize(
    ("put_in", "lines"),
    [pytest.param(2, 3000, id="two lines"), pytest.param(9000, 3000, id="more than the rest")],
)
def test_lines_put_in_leave_the_others_alone(put_in: int, lines: int) -> None:
    old = [f"La ligne {n} reste.\n" for n in range(lines)]
    added = [f"Voici {n} de plus.\n" for n in range(put_in)]
    [edit] = compare("".join(old), "".join([*old[:100], *added, *old[100:]]))
    assert (edit.old, edit.new) == ("", "".join(added))


def test_one_word_of_a_long_line_is_shown_alone() -> None:
    old = " ".join(f"Le jour {n} la neige tombe, puis elle fond." for n in range(2000))
    [edit] = compare(old, old.replace("jour 1500 la neige", "jour 1500 la grêle"))
    assert (edit.old, edit.new) == ("neige", "grêle")


def reworded(text: str, share: float) -> str:
    """Give `text` with so many of its words changed, always the same."""
    chance = random.Random(1)
    parts = re.split(r"(\w+)", text)
    parts[1::2] = [w if chance.random() > share else f"{w}x" for w in parts[1::2]]
    return "".join(parts)


def words(count: int) -> str:
    """Give paragraphs of `count` words in all, always the same."""
    chance = random.Random(2)
    known = [f"mot{n}" for n in range(2000)]
    lines = [" ".join(chance.choices(known, k=50)) + ".\n\n" for _ in range(count // 50)]
    return "".join(lines)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: reworded(text, 0.05), id="a word of twenty"),
        pytest.param(lambda text: reworded(text, 1), id="every word"),
        pytest.param(lambda text: reworded(text[::-1], 0.05), id="another text"),
        pytest.param(lambda text: text[len(text) // 2 :] + text[: len(text) // 2], id="halves"),
    ],
)
def test_time_grows_with_the_length(change: Callable[[str], str]) -> None:
    def seconds(count: int) -> float:
        old = words(count)
        new = change(old)
        before = process_time()
        compare(old, new)
        return process_time() - before

    seconds(100)
    assert seconds(40_000) < 8 * seconds(10_000) + 0.05  # its square would be 16 times


@pytest.mark.parametrize("unit", ["a", "a?", "a@", "le mot a "])
def test_a_long_line_takes_the_time_of_its_length(unit: str) -> None:
    old = unit * (400_000 // len(unit))
    before = process_time()
    edits = compare(old, old.replace("a", "o"))
    assert process_time() - before < 4  # seconds; a word of so many letters took half a minute
    assert apply(old, edits) == old.replace("a", "o")
