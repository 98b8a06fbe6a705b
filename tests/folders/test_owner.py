"""The results of two folders of texts are never mixed, whatever is moved, copied or deleted."""

import os
import shutil
from pathlib import Path

import pytest

from translate.config import Config, load, merged
from translate.errors import UsageError
from translate.folders import files
from translate.folders.files import EDITS, Selection
from translate.folders.jobs import clean_folder, run_folder

TEXT = "La gare du village rouvre lundi matin après deux ans de travaux.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("raw/a.txt", "raw/sub/b.txt", "other/c.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT)
    clean_folder("raw", "cleaned")
    return tmp_path


def cleaned() -> list[str]:
    return list(files.results(Path("cleaned"), EDITS))


def test_another_folder_needs_another_place(here: Path) -> None:
    with pytest.raises(UsageError, match=r"holds the results of .*raw; name another folder"):
        clean_folder("other", "cleaned")
    assert cleaned() == ["a.txt", "sub/b.txt"]
    assert len(clean_folder("other", "elsewhere")) == 1


def test_a_part_of_the_texts_keeps_its_place(here: Path) -> None:
    assert [o.name for o in clean_folder("raw/sub", "cleaned")] == ["sub/b.txt"]
    assert [o.name for o in clean_folder("raw/sub/b.txt", "cleaned")] == ["sub/b.txt"]
    assert cleaned() == ["a.txt", "sub/b.txt"]
    assert files.left_behind(Path("raw/sub"), Path("cleaned"), EDITS, Path("raw")) == []


@pytest.mark.parametrize("place", ["cleaned", "cleaned/d.txt"])
@pytest.mark.parametrize("name", ["a.txt", "c.txt", "hostname"])
def test_one_file_from_elsewhere_needs_another_place(name: str, place: str, here: Path) -> None:
    Path("other", name).write_text(TEXT)
    with pytest.raises(UsageError, match=r"holds the results of .*raw; .*, which lies elsewhere"):
        clean_folder(f"other/{name}", place)
    assert cleaned() == ["a.txt", "sub/b.txt"]
    assert clean_folder(f"other/{name}", "elsewhere")[0].name == name


def test_files_from_anywhere_may_share_a_place_that_no_folder_has(here: Path) -> None:
    for text in ("other/c.txt", "raw/a.txt"):
        assert clean_folder(text, "one-by-one")[0].status == "made"


def test_a_run_that_is_refused_has_written_nothing(here: Path) -> None:
    run_folder("raw", Config())
    with pytest.raises(UsageError, match=r"translated: holds the results of .*cleaned; name an"):
        run_folder("raw", Config(cleaned=Path("c2")))
    assert not Path("c2").exists()


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(("raw", "cleaned", "translated"), id="a copy with results"),
        pytest.param(("raw",), id="no run was made yet"),
    ],
)
@pytest.mark.parametrize(
    ("texts", "taken"),
    [
        pytest.param("other/c.txt", False, id="a file from elsewhere"),
        pytest.param("other/a.txt", False, id="a file from elsewhere, named as one of its texts"),
        pytest.param("other", False, id="another folder"),
        pytest.param("raw", False, id="the texts of the project that was copied"),
        pytest.param("raw/sub/b.txt", False, id="one of them"),
        pytest.param("copy/raw", True, id="its own texts"),
        pytest.param("copy/raw/sub", True, id="a part of them"),
        pytest.param("copy/raw/sub/b.txt", True, id="one of its own"),
    ],
)
def test_a_project_has_the_results_of_its_own_texts_wherever_it_lies(
    texts: str, taken: bool, made: tuple[str, ...], here: Path
) -> None:
    Path("other/a.txt").write_text(TEXT)
    Path("corpus.toml").touch()
    run_folder("raw", load(None))
    for name in made:
        shutil.copytree(name, Path("copy", name))
    Path("copy/corpus.toml").touch()
    config = load(Path("copy/corpus.toml"))
    before = sorted(Path("copy").rglob("*"))
    if taken:
        assert {o.status for o in run_folder(texts, config)[0]} <= {"made", "unchanged"}
        return
    with pytest.raises(UsageError, match=r"the results of .*copy/raw; name another folder for"):
        run_folder(texts, config)
    assert sorted(Path("copy").rglob("*")) == before


def test_results_that_options_name_are_no_place_of_the_project(here: Path) -> None:
    shutil.copytree("cleaned", "copied")  # where nobody knows of which texts
    own = merged(Config(), {"cleaned": Path("copied"), "translated": Path("t")})
    assert len(clean_folder("other", "copied", own)) == 1


def test_a_project_without_texts_of_its_own_has_room_for_others(here: Path) -> None:
    for name in ("raw", "cleaned"):
        shutil.rmtree(name)
    assert len(clean_folder("other", "cleaned")) == 1
    Path("raw").mkdir()
    assert [o.status for o in clean_folder("other", "cleaned")] == ["unchanged"]


def test_texts_that_are_gone_have_no_claim(here: Path) -> None:
    Path("raw").rename("texts")
    assert {o.status for o in clean_folder("texts", "cleaned")} == {"unchanged"}


def test_a_dry_run_claims_nothing(here: Path) -> None:
    clean_folder("other", "new", dry_run=True)
    assert len(clean_folder("raw", "new")) == 2


def test_what_is_done_is_made_again_by_force_alone(here: Path) -> None:
    assert {o.status for o in clean_folder("raw", "cleaned")} == {"unchanged"}
    again = clean_folder("raw", "cleaned", selection=Selection(force=True))
    assert {o.status for o in again} == {"made"}
    Path("cleaned/a.txt").write_text("mine")
    kept = clean_folder("raw", "cleaned", selection=Selection(force=True))
    assert [o.status for o in kept] == ["kept", "made"]


def test_only_what_is_newer_is_looked_at(here: Path) -> None:
    since = Path("raw/a.txt").stat().st_mtime + 10
    os.utime("raw/sub/b.txt", (since, since))
    config = Config()
    assert [
        o.name for o in clean_folder("raw", "cleaned", config, selection=Selection(since=since))
    ] == ["sub/b.txt"]
