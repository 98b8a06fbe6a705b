"""Records: read back whole, and nobody's work is overwritten."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translate.document import Document, Edit, Note
from translate.errors import DocumentError
from translate.facts import Facts
from translate.folders import files, records
from translate.folders.files import EDITS, SENTENCES


def sample() -> Document:
    doc = Document("a.txt", "Menu\nTexte\udce9\n", meta=Facts(language="fr"))
    edits = [
        Edit(0, "Menu\n", "", "fr.nav", "menu"),
        Edit(10, "\udce9", "\ufffd", "repair", "byte"),
    ]
    return replace(doc.edited("all", edits), notes=(Note(0, 1, "repair.doubt", "unsure"),))


def save(folder: Path, signature: str = "one") -> Path:
    text = folder / "a.txt"
    doc = sample()
    records.save(text, doc.text, {**records.document_record(doc, signature), "facts": {}}, EDITS)
    return text


def test_a_saved_document_is_read_back_whole(tmp_path: Path) -> None:
    assert records.load_document(save(tmp_path), "a.txt") == sample()


def test_a_result_is_done_only_under_its_signature_and_unchanged(tmp_path: Path) -> None:
    text = save(tmp_path, "one")
    assert records.is_done(text, EDITS, "one")
    assert not records.is_done(text, EDITS, "two")
    text.write_text("by hand")
    assert not records.is_done(text, EDITS, "one")


def test_a_text_changed_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    text = save(tmp_path)
    text.write_text("by hand")
    with pytest.raises(DocumentError, match="was changed since it was made"):
        save(tmp_path, "two")
    assert text.read_text() == "by hand"


def test_a_text_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("somebody's")
    with pytest.raises(DocumentError, match="not made by this tool"):
        save(tmp_path)


@pytest.mark.parametrize("again", [True, False], ids=["the same text", "another text"])
@pytest.mark.parametrize("before", [True, False], ids=["over a result", "where nothing was"])
@pytest.mark.parametrize("writes", [0, 1, 2])
def test_a_stop_between_text_and_record_is_mended_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int, before: bool, again: bool
) -> None:
    text = save(tmp_path) if before else tmp_path / "a.txt"
    left = iter(range(writes))
    whole = files.write

    def stopped(path: Path, data: bytes, mode: int) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        whole(path, data, mode)

    record = {**records.document_record(sample(), "x"), "facts": {}}
    monkeypatch.setattr(files, "write", stopped)
    if before or writes < 2:  # a new text is two writes, one in place of another three
        with pytest.raises(KeyboardInterrupt):
            records.save(text, "other rules", record, EDITS)
    monkeypatch.setattr(files, "write", whole)
    if again:
        save(tmp_path, "third")
        assert records.load_document(text, "a.txt") == sample()
        assert records.is_done(text, EDITS, "third")
    else:
        records.save(text, "still others", {**record, "signature": "fourth"}, EDITS)
        assert records.is_done(text, EDITS, "fourth")


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        pytest.param(None, "no record", id="missing"),
        pytest.param("{", "damaged record", id="cut off"),
        pytest.param("[]", "not a record", id="something else"),
        pytest.param('{"format": "corpus edits", "version": 99}', "version 99", id="from later"),
        pytest.param('{"format": "corpus edits", "version": 1}', "text_sha256", id="a part gone"),
        pytest.param("[" * 100_000, "damaged record", id="brackets without end"),
    ],
)
def test_a_wrong_record_is_told(tmp_path: Path, record: str | None, complaint: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("a text")
    if record is not None:
        records.record_path(text, EDITS).write_text(record)
    with pytest.raises(DocumentError, match=complaint):
        records.load_document(text, "a.txt")


SENTENCE: dict[str, object] = {
    "line": 1, "source": "Oui.", "english": "Yes.", "names": [], "checks": [], "doubtful": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        pytest.param({"names": ["Ada"]}, "sentences[0].names[0]", id="a name that is a word"),
        pytest.param({"names": [{"target": "Ada"}]}, "names[0].status", id="a name half"),
        pytest.param({"checks": "short"}, "sentences[0].checks", id="a word for a list"),
        pytest.param({"line": "1"}, "sentences[0].line", id="a number as text"),
        pytest.param({"english": None}, "sentences[0].english", id="nothing for a text"),
    ],
)
def test_a_damaged_sentence_is_told_by_its_place(
    damage: dict[str, object], place: str, tmp_path: Path
) -> None:
    text = tmp_path / "a.txt"
    whole = {"text_sha256": "", "sentences": [SENTENCE]}
    path = records.record_path(text, SENTENCES)
    path.write_bytes(records.encode_record(whole, SENTENCES))
    assert records.read_record(text, SENTENCES)
    path.write_bytes(records.encode_record({**whole, "sentences": [SENTENCE | damage]}, SENTENCES))
    with pytest.raises(DocumentError, match=re.escape(place)):
        records.read_record(text, SENTENCES)


@pytest.mark.parametrize(
    ("now", "theirs"),
    [
        pytest.param("He sleeps. It rains.\nYes. He sleeps.\n", [], id="as it was"),
        pytest.param("It rains.\nHe sleeps.\nYes.", [], id="in another order"),
        pytest.param("**He sleeps.**\n«It rains.» (Yes.)", [], id="within signs"),
        pytest.param("Yes.\nHe sleeps. Mine. It rains.", [], id="with more between"),
        pytest.param("He sleeps now. It rains.\nYes.", [0, 3], id="a word more"),
        pytest.param("It sleeps. He rains.\nYes.", [0, 1, 3], id="the same words otherwise"),
        pytest.param("", [0, 1, 2, 3], id="nothing left"),
    ],
)
def test_a_sentence_that_stands_no_more_is_in_no_doubt(
    now: str, theirs: list[int], tmp_path: Path
) -> None:
    text = tmp_path / "a.txt"
    said = ("He sleeps.", "It rains.", "Yes.", "He sleeps.")
    sentences = [{**SENTENCE, "english": english, "doubtful": True} for english in said]
    records.save(text, "\n".join(said), {"signature": "", "sentences": sentences}, SENTENCES)
    text.write_text(now)
    found = [s["doubtful"] for s in records.sentences_beside(text)]
    assert [n for n, doubtful in enumerate(found) if not doubtful] == theirs
