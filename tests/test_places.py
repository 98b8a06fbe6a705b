"""What is the program's own lies where the system says."""

import sys
from pathlib import Path

import platformdirs
import pytest

from translate.errors import UsageError
from translate.mt.engines.packages import models_folder
from translate.mt.memory import default_memory
from translate.places import cache_folder, data_folder


@pytest.mark.skipif(sys.platform != "linux", reason="what XDG says holds on Linux")
def test_the_folders_of_the_desktop_are_honoured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_memory() == cache_folder() / "memory.db" == tmp_path / "cache/corpus/memory.db"
    assert models_folder() == data_folder() / "models" == tmp_path / "data/corpus/models"


@pytest.mark.skipif(sys.platform != "linux", reason="what XDG says holds on Linux")
def test_without_them_they_are_under_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache/corpus"
    assert data_folder() == tmp_path / ".local/share/corpus"


def test_without_a_home_folder_it_is_said_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*name: object, **options: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(platformdirs, "user_cache_path", unknown)
    with pytest.raises(UsageError, match="set HOME, or XDG_CACHE_HOME"):
        cache_folder()
