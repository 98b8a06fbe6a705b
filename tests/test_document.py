"""The laws of edits: undone they give the text back, composed they do what both did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.document import Document, Edit, EditError, apply, compose, invert, resolve

TEXTS = st.text(alphabet="ab \né\ud800", max_size=30)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Some edits of `text` that do not overlap; insertions and empty results among them."""
    edits, at = [], 0
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(at, len(text)))
        end = min(len(text), start + draw(st.integers(0, 4)))
        new = draw(st.text(alphabet="xy\n", max_size=3))
        edits.append(Edit(start, text[start:end], new, draw(st.sampled_from("AB"))))
        at = end + (start == end)
        if at > len(text):
            break
    return edits


@given(st.data())
def test_undoing_gives_the_text_back(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    edits = data.draw(edits_of(text))
    assert apply(apply(text, edits), invert(edits)) == text


@given(st.data())
def test_composed_edits_do_what_both_did(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    first = data.draw(edits_of(text))
    second = data.draw(edits_of(apply(text, first)))
    assert apply(text, compose(text, first, second)) == apply(apply(text, first), second)


@given(st.data())
def test_a_document_remembers_its_original_through_any_stages(data: st.DataObject) -> None:
    doc = Document("a.txt", text := data.draw(TEXTS))
    for stage in ("one", "two", "three"):
        doc = doc.edited(stage, data.draw(edits_of(doc.text)))
    assert doc.original == text
    assert apply(text, doc.edits) == doc.text


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(EditError, match="overlap at 1"):
        apply("abc", [Edit(0, "ab", ""), Edit(1, "bc", "")])


def test_an_edit_must_find_its_words() -> None:
    with pytest.raises(EditError, match="'x' does not stand at 0"):
        apply("abc", [Edit(0, "x", "")])


def test_of_overlapping_edits_the_longer_stays() -> None:
    edits = [Edit(0, "abc", "", "long"), Edit(2, "cd", "", "late"), Edit(4, "e", "", "free")]
    assert [e.rule for e in resolve(edits)] == ["long", "free"]


def test_of_two_insertions_at_one_place_the_first_stays() -> None:
    edits = [Edit(3, "", "a", "one"), Edit(3, "", "b", "two"), Edit(4, "", "c", "free")]
    assert [e.rule for e in resolve(edits)] == ["one", "free"]


@pytest.mark.parametrize("value", [[], [0, "a", "b", "c"], ["0", "a", "b", "c", "d"], [0] * 5])
def test_what_is_no_edit_is_refused(value: list[object]) -> None:
    with pytest.raises(EditError, match="not an edit"):
        Edit.from_json(value)
