"""One run at a time in a folder of results, and nothing half-made left by a killed one."""

import threading
from pathlib import Path

import pytest

from translate.errors import CorpusWarning, UsageError
from translate.folders.files import Item
from translate.folders.locking import alone


def item(folder: Path, name: str = "a.txt") -> Item:
    (folder / "raw").mkdir(exist_ok=True)
    (folder / "raw" / name).write_text("Un mot.")
    return Item(name, folder / "raw" / name, folder / "out" / name)


def test_a_second_run_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def first() -> None:
        with alone(tmp_path / "out", [item(tmp_path)]):
            inside.set()
            waiting.wait(60)
            order.append("first")

    waiting = threading.Event()
    runner = threading.Thread(target=first)
    runner.start()
    inside.wait(60)

    def told(*_: object, **__: object) -> None:
        waiting.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("translate.locks.warnings.warn", told)
        with alone(tmp_path / "out", [item(tmp_path)]):
            order.append("second")
    runner.join()
    assert order == ["first", "second"]


def test_what_a_killed_run_left_half_made_goes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    left = [".a.txt.12.part", ".a.txt.edits.json.7.part", ".gone.txt.edits.json.3.part"]
    others = [".a.txt.part", ".b.txt.12.part", "a.txt.12.part", ".a.txt.12.partial"]
    for name in (*left, *others):
        (out / name).touch()
    with alone(out, [item(tmp_path)]):
        assert sorted(path.name for path in out.iterdir()) == sorted(others)


def test_a_folder_into_which_nothing_came_goes_again(tmp_path: Path) -> None:
    with alone(tmp_path / "out", [item(tmp_path)]):
        assert (tmp_path / "out").is_dir()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        pytest.raises(UsageError, match=r"cannot be made|is a file"),
        alone(tmp_path / "raw/a.txt", [item(tmp_path)]),
    ):
        pass
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(UsageError, match="cannot be written"), alone(tmp_path, [item(tmp_path)]):
        pass


def test_the_warning_names_the_folder(tmp_path: Path) -> None:
    from translate import locks

    with pytest.warns(CorpusWarning, match="another run is at work"):
        locks._tell(tmp_path)
