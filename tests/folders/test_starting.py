"""A project begun is one that runs as if it had no settings."""

from pathlib import Path

import pytest

from translate import config
from translate.config import Config, TranslateConfig
from translate.errors import UsageError
from translate.folders.starting import start
from translate.names.glossary import Glossary


def test_what_is_written_changes_nothing_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings, names = start(Path())
    own = TranslateConfig(memory=Path(config.MEMORY))  # a project has a memory of its own
    assert config.load(None) == Config(translate=own)
    assert Glossary.load(names).names == ()
    assert settings.read_text().count(" = ") >= len(config.table())


def test_what_is_written_is_right_without_its_comment_signs(tmp_path: Path) -> None:
    settings, names = start(tmp_path)
    lines = settings.read_text().splitlines()
    open_lines = [line.removeprefix("# ") if " = " in line else line for line in lines]
    settings.write_text("\n".join(open_lines))
    assert config.load(settings).source == "fr"
    entry = [line.removeprefix("# ") for line in names.read_text().splitlines()[3:]]
    assert [name.canonical for name in Glossary.parse("\n".join(entry)).names] == ["Ada Lovelace"]


def test_nothing_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_text("")
    with pytest.raises(UsageError, match="is there already"):
        start(tmp_path)
    assert not (tmp_path / "corpus.toml").exists()
