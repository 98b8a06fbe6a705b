"""Two texts are cut into passages that belong together, and nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_document import edits_of
from translate.document import Edit, apply, in_order
from translate.show.alignment import aligned, kind_of

TEXTS = st.text(alphabet="ab \n", max_size=30)


@given(st.data())
def test_the_passages_hold_both_texts(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    edits = in_order(data.draw(edits_of(text)))
    passages = list(aligned(text, edits))
    new = apply(text, edits)
    assert "".join(p.old for p in passages) == text
    assert "".join(p.new for p in passages) == new
    for passage in passages:
        assert text.split("\n", passage.line - 1)[-1].startswith(passage.old)
        assert new.split("\n", passage.new_line - 1)[-1].startswith(passage.new)


TEXT = "Titre\nMenu\nUn texte.\nFin\n"


@pytest.mark.parametrize(
    ("text", "edits", "fates"),
    [
        pytest.param(TEXT, [], "same same same same", id="nothing changed"),
        pytest.param(TEXT, [Edit(6, "Menu\n", "")], "same removed same same", id="a line goes"),
        pytest.param(
            TEXT, [Edit(5, "\nMenu", "")], "same removed same same", id="with the end before it"
        ),
        pytest.param(
            TEXT, [Edit(0, "Titre\nMenu\n", "")], "removed removed same same", id="two lines go"
        ),
        pytest.param(
            TEXT,
            [Edit(5, "\nMenu", ""), Edit(10, "\nUn texte.", "")],
            "same removed removed same",
            id="two removals, with the end before each",
        ),
        pytest.param(
            "Titre\r\nMenu\r\nFin",
            [Edit(5, "\r\nMenu", "")],
            "same removed same",
            id="the line ends of Windows",
        ),
        pytest.param(
            TEXT,
            [Edit(5, "\nMenu\nUn texte.\nFin\n", "")],
            "changed removed removed removed",
            id="all to the end, with the end before",
        ),
        pytest.param(
            "Titre", [Edit(5, "", "\nMenu\nFin")], "changed added added", id="lines after the end"
        ),
        pytest.param(TEXT, [Edit(6, "", "Un mot\n")], "same added same same same", id="one comes"),
        pytest.param(TEXT, [Edit(14, "texte", "mot")], "same same changed same", id="a word"),
        pytest.param(TEXT, [Edit(20, "\n", " ")], "same same changed", id="two lines are joined"),
        pytest.param(
            TEXT, [Edit(13, " ", "\n")], "same same changed same", id="a line is parted in two"
        ),
        pytest.param("Fin", [Edit(0, "Fin", "")], "removed", id="no line end at the end"),
        pytest.param("", [Edit(0, "", "Mot")], "added", id="an empty text"),
        pytest.param("", [], "", id="nothing at all"),
    ],
)
def test_a_passage_says_what_became_of_it(text: str, edits: list[Edit], fates: str) -> None:
    assert " ".join(passage.fate for passage in aligned(text, edits)) == fates


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        pytest.param("fr.share.call", "share", id="as its rule says"),
        pytest.param("repair.space", "repair", id="by the first part of its name"),
        pytest.param("repair.space + fr.share.call", "share", id="a removal before a repair"),
        pytest.param("repair.space + repair.accent", "repair", id="two repairs"),
    ],
)
def test_a_rule_has_a_kind(rule: str, kind: str) -> None:
    assert kind_of(rule, {"fr.share.call": "share"}) == kind
