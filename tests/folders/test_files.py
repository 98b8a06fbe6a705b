"""Folders: what is found, and that writes are whole."""

import errno
import os
from pathlib import Path

import pytest

from translate.errors import DocumentError, StorageError, UsageError
from translate.folders import files
from translate.folders.files import EDITS
from translate.folders.jobs import clean_folder
from translate.folders.restoring import restore_files

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


@pytest.mark.parametrize(
    ("there", "texts"),
    [
        pytest.param(("a.txt", "out/a.txt", "out/a.txt.edits.json"), ["a.txt"], id="cleaned"),
        pytest.param(("a.txt", "b.txt", "b.txt.sentences.json"), ["a.txt"], id="translated"),
        pytest.param(("a.txt", "out/a.txt"), ["a.txt", "out/a.txt"], id="texts, by a name alone"),
        pytest.param(("a.txt", "a.txt.edits.json"), ["a.txt"], id="asked for: nothing else there"),
    ],
)
def test_results_among_the_texts_are_known_by_their_records(
    tmp_path: Path, there: tuple[str, ...], texts: list[str]
) -> None:
    raw = fill(tmp_path / "raw", *there)
    found = files.plan(raw, tmp_path / "cleaned", TXT, made=files.RECORDS)
    assert [item.name for item in found] == texts


def test_one_file_keeps_its_place_under_the_folder_of_all(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", "x/a.txt")
    [item] = files.plan(raw / "x/a.txt", tmp_path / "out", TXT, home=raw)
    assert item.target == tmp_path / "out/x/a.txt"


def test_a_link_to_nothing_and_capitals_in_an_ending_are_not_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, "B.TXT")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert list(files.find(tmp_path, TXT)) == ["B.TXT", "a.txt"]


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.mkdir()
    with pytest.raises(DocumentError, match="cannot be written"):
        files.write(target, b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_place_where_nothing_can_be_written_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", full)
    raw = fill(tmp_path / "raw", "a.txt", "b.txt")
    with pytest.raises(StorageError, match="run again; what is done stays done"):
        clean_folder(raw, tmp_path / "cleaned")
    assert not (tmp_path / "cleaned").exists()


MODES = {
    "a text for everybody": (0o644, 0o755, 0o644),
    "a text for a group": (0o640, 0o755, 0o640),
    "a text for its owner": (0o600, 0o755, 0o600),
    "a text that may only be read": (0o400, 0o755, 0o600),
    "in a folder for its owner": (0o644, 0o700, 0o600),
}


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
@pytest.mark.parametrize(("text", "folder", "result"), MODES.values(), ids=MODES)
def test_nobody_reads_a_result_who_may_not_read_the_text(
    tmp_path: Path, text: int, folder: int, result: int
) -> None:
    raw = fill(tmp_path / "raw", "sub/a.txt")
    (raw / "sub/a.txt").chmod(text)
    raw.chmod(folder)
    before = os.umask(0o022)
    try:
        clean_folder(raw, tmp_path / "cleaned")
        list(restore_files(tmp_path / "cleaned", tmp_path / "restored"))
    finally:
        os.umask(before)
    made = [p for at in ("cleaned", "restored") for p in (tmp_path / at).rglob("a.*")]
    assert len(made) == 3
    assert {path.stat().st_mode & 0o777 for path in made} == {result}


def test_results_without_a_text_are_named(tmp_path: Path) -> None:
    raw = fill(tmp_path / "raw", "b.txt")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt.edits.json").touch()
    assert files.left_behind(raw, tmp_path / "out", EDITS) == ["a.txt"]


@pytest.fixture
def as_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse to list folders named `closed`, as the system does to all but root."""
    listed = os.scandir

    def refused(place: Path) -> object:
        if Path(place).name == "closed":
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    monkeypatch.setattr(os, "scandir", refused)


@pytest.mark.usefixtures("as_user")
def test_what_cannot_be_looked_at_is_named_and_the_rest_is_found(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert list(files.find(tmp_path, TXT)) == ["a.txt", "closed", "loop.txt", "open/c.txt"]


@pytest.mark.usefixtures("as_user")
def test_a_folder_that_cannot_be_listed_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    with pytest.raises(UsageError, match="cannot be listed"):
        list(files.find(tmp_path / "closed", TXT))
