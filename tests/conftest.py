"""What all tests share: the project's own sample texts, and a place where nothing is cached."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

PROJECT = Path(__file__).parent.parent
HOMES = count()

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def away_from_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the translation memory and the installed models of the person who tests out of it."""
    # Numbered here: `mktemp` looks at all that are there each time, a fifth of the whole time.
    place = tmp_path_factory.getbasetemp() / "homes" / str(next(HOMES))
    place.mkdir(parents=True)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(place / name.lower()))


@pytest.fixture
def raw() -> Path:
    """The sample texts."""
    return PROJECT / "raw"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in an empty folder with the project's glossary: `corpus("clean", raw)`."""
    from translate.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus.toml").write_text(f'glossary = "{PROJECT / "glossary.toml"}"\n')

    def run(*args: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return run
