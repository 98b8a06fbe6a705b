"""Folders: what is found, that writes are whole, and that nobody's work is overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest

from translate.document import Document, Edit, Note
from translate.errors import DocumentError, UsageError
from translate.facts import Facts
from translate.folders import files
from translate.folders.files import EDITS

TXT = ("*.txt",)


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_texts_are_found_in_order_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/é.txt", "a.txt", ".hidden.txt", ".git/x.txt", "c.pdf", "out/a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(files.find(tmp_path, TXT, [tmp_path / "out"])) == ["a.txt", "a/é.txt", "b.txt"]


def test_a_tree_keeps_its_shape(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", "a/b.txt")
    [item] = files.plan(raw, tmp_path / "out", TXT)
    assert (item.name, item.target) == ("a/b.txt", tmp_path / "out/a/b.txt")


@pytest.mark.parametrize(
    ("source", "target", "complaint"),
    [
        pytest.param("none", "out", "no such file or folder", id="nothing there"),
        pytest.param("empty", "out", "no file here matches", id="no texts"),
        pytest.param("raw", "raw", "need two folders", id="results on the texts"),
        pytest.param("raw/a.txt", "raw", "would replace the text", id="a result on its text"),
        pytest.param("raw", "raw/a.txt", "is a file", id="a file for a folder"),
    ],
)
def test_wrong_places_are_told(tmp_path: Path, source: str, target: str, complaint: str) -> None:
    fill(tmp_path / "raw", "a.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=complaint):
        files.plan(tmp_path / source, tmp_path / target, TXT)


def test_results_are_no_texts(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "cleaned/a.txt", "translated/a.txt", "cleaned/a.txt.edits.json")
    out, others = tmp_path / "cleaned", [tmp_path / "translated"]
    assert [i.name for i in files.plan(tmp_path, out, ["*"], others=others)] == ["a.txt"]


def test_one_file_keeps_its_place_under_the_folder_of_all(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", "x/a.txt")
    [item] = files.plan(raw / "x/a.txt", tmp_path / "out", TXT, home=raw)
    assert item.target == tmp_path / "out/x/a.txt"


def test_a_link_to_nothing_and_capitals_in_an_ending_are_not_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "B.TXT")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert list(files.find(tmp_path, TXT)) == ["B.TXT", "a.txt"]


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
    files.save(text, doc.text, {**files.document_record(doc, signature), "facts": {}}, EDITS)
    return text


def test_a_saved_document_is_read_back_whole(tmp_path: Path) -> None:
    assert files.load_document(save(tmp_path), "a.txt") == sample()


def test_a_result_is_done_only_under_its_signature_and_unchanged(tmp_path: Path) -> None:
    text = save(tmp_path, "one")
    assert files.is_done(text, EDITS, "one")
    assert not files.is_done(text, EDITS, "two")
    text.write_text("by hand")
    assert not files.is_done(text, EDITS, "one")


def test_a_text_changed_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    text = save(tmp_path)
    text.write_text("by hand")
    with pytest.raises(DocumentError, match="was changed since it was made"):
        save(tmp_path, "two")
    assert text.read_text() == "by hand"


def test_a_text_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
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

    def stopped(path: Path, data: bytes) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        whole(path, data)

    record = {**files.document_record(sample(), "x"), "facts": {}}
    monkeypatch.setattr(files, "write", stopped)
    if before or writes < 2:  # a new text is two writes, one in place of another three
        with pytest.raises(KeyboardInterrupt):
            files.save(text, "other rules", record, EDITS)
    monkeypatch.setattr(files, "write", whole)
    if again:
        save(tmp_path, "third")
        assert files.load_document(text, "a.txt") == sample()
        assert files.is_done(text, EDITS, "third")
    else:
        files.save(text, "still others", {**record, "signature": "fourth"}, EDITS)
        assert files.is_done(text, EDITS, "fourth")


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        pytest.param(None, "no record", id="missing"),
        pytest.param("{", "damaged record", id="cut off"),
        pytest.param("[]", "not a record", id="something else"),
        pytest.param('{"format": "corpus edits", "version": 99}', "version 99", id="from later"),
    ],
)
def test_a_wrong_record_is_told(tmp_path: Path, record: str | None, complaint: str) -> None:
    text = fill(tmp_path, "a.txt") / "a.txt"
    if record is not None:
        files.record_path(text, EDITS).write_text(record)
    with pytest.raises(DocumentError, match=complaint):
        files.load_document(text, "a.txt")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.mkdir()
    with pytest.raises(DocumentError, match="cannot be written"):
        files.write(target, b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_results_without_a_text_are_named(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", "b.txt")
    (tmp_path / "out").mkdir()
    save(tmp_path / "out")
    assert files.left_behind(["b.txt"], raw, tmp_path / "out", EDITS) == ["a.txt"]
