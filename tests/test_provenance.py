"""What made a result is known whole: no file that has a part in it can change unseen."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from translate import provenance
from translate.provenance import CLEANED, GROUND, HOME, SENTENCE, TRANSLATED, code


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's code that may be changed, without the model."""
    home = tmp_path / "translate"
    shutil.copytree(HOME, home, ignore=shutil.ignore_patterns("models", "__pycache__"))
    monkeypatch.setattr(provenance, "HOME", home)
    return home


def codes() -> list[str]:
    """The codes as a new process would find them."""
    provenance.code.cache_clear()
    provenance._room.cache_clear()
    try:
        return [code(*rooms) for rooms in (CLEANED, TRANSLATED, SENTENCE)]
    finally:
        provenance.code.cache_clear()
        provenance._room.cache_clear()


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        pytest.param("cleaning/repair/mojibake.py", [1, 1, 0], id="a repair"),
        pytest.param("mt/data/checks.toml", [0, 1, 1], id="a threshold of the checks"),
        pytest.param("names/enforce.py", [0, 1, 1], id="how names are kept"),
        pytest.param("document.py", [1, 1, 1], id="what all stand on"),
        pytest.param("cli/run.py", [0, 0, 0], id="a command changes no text"),
        pytest.param("show/diff/changes.py", [0, 0, 0], id="what is shown changes no text"),
    ],
)
def test_a_changed_file_changes_what_it_has_a_part_in(
    file: str, changes: list[int], copy: Path
) -> None:
    before = codes()
    place = copy / file
    place.write_bytes(place.read_bytes() + b"\n")
    assert [one != other for one, other in zip(before, codes(), strict=True)] == changes


def test_a_file_of_a_language_counts_for_all(copy: Path) -> None:
    before = codes()
    (copy / "languages/new-list.txt").write_text("un mot\n")
    assert not set(before) & set(codes())


@pytest.mark.parametrize("name", ["cleaning/README.md", "cleaning/__pycache__/x.pyc", "mt/.a.swp"])
def test_what_runs_no_code_does_not_count(name: str, copy: Path) -> None:
    before = codes()
    (copy / name).parent.mkdir(exist_ok=True)
    (copy / name).write_text("something")
    assert codes() == before


@pytest.mark.parametrize(
    ("command", "rooms"),
    [
        pytest.param("clean", CLEANED, id="clean"),
        pytest.param("translate", TRANSLATED, id="translate"),
    ],
)
def test_no_code_from_elsewhere_has_a_part(
    command: str, rooms: tuple[str, ...], tmp_path: Path
) -> None:
    """What is loaded to make a text is in the rooms that count, or shows what was done."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Le chat dort. Partager sur Facebook\n")
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*[n for n in sys.modules if n.startswith('translate.')]))\n"
        "from translate.cli import main\n"
        f"main([{command!r}, '-q', 'raw', 'out'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    loaded = {name.split(".")[1] for name in done.stdout.split()}
    ground = {path.stem for path in HOME.iterdir() if path.suffix == ".py"}
    assert "document" in loaded
    assert GROUND == ""
    assert loaded - ground - {"cli", "show"} == set(rooms) & loaded
