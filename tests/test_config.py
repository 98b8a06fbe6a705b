"""Settings come from corpus.toml, and a wrong one is told with its file and key."""

from pathlib import Path

import pytest

from translate import config
from translate.config import Config
from translate.errors import UsageError


def test_every_key_of_the_projects_own_file_is_known() -> None:
    project = Path(__file__).parent.parent / "corpus.toml"
    settings = config.load(project)
    assert settings.raw == project.parent / "raw"
    assert settings.clean == Config().clean


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert config.load(None) == Config()


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "corpus.toml"
    file.write_text('raw = "texts"\n[clean]\nrules = ["own.toml"]\nkeep-file = "keep.txt"\n')
    settings = config.load(file)
    assert settings.raw == tmp_path / "texts"
    assert settings.clean.rules == (tmp_path / "own.toml",)
    assert settings.clean.keep_file == tmp_path / "keep.txt"


def test_settings_are_found_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus.toml").write_text('to = "de"\n')
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    settings = config.load(None)
    assert settings.target == "de"
    assert settings.raw == tmp_path / "raw"  # where the project is, not where one stands


def test_settings_that_are_a_link_to_nowhere_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for target in ("none.toml", "corpus.toml"):
        Path("corpus.toml").symlink_to(target)
        with pytest.raises(UsageError, match=r"corpus\.toml: cannot be read"):
            config.load(None)
        Path("corpus.toml").unlink()


def test_the_nearest_glossary_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "one" / "raw"
    texts.mkdir(parents=True)
    assert config.with_glossary(Config(), texts).glossary is None
    for place in (tmp_path, tmp_path / "one"):  # the one beside the texts is nearer
        (place / "glossary.toml").write_text("")
        found = config.with_glossary(Config(), texts).glossary
        assert found is not None
        assert found.resolve() == place / "glossary.toml"
    named = Config(glossary=Path("mine.toml"))
    assert config.with_glossary(named, texts) == named


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("glosary = 'a'", "did you mean 'glossary'", id="the nearest key"),
        pytest.param("jobs = 99999999999999999999", "jobs must be at most 1024", id="too many"),
        pytest.param('raw = "a\\u0000b"', "raw is no name of a file", id="a NUL in a path"),
        pytest.param("from = 'fra'", "did you mean 'fr'", id="the nearest language"),
        pytest.param("to = 'qq'", "there is no language code 'qq'", id="no language at all"),
        pytest.param("frm = 'fr'", ":1: unknown setting 'frm'", id="a misspelt key"),
        pytest.param(
            "[translate]\njobs = 2",
            "'jobs' under .translate.; it belongs at the top, before any .table.$",
            id="a key of the top in a table",
        ),
        pytest.param(
            "model = 'fr_en'",
            "unknown setting 'model' here; it belongs under .translate.",
            id="no table",
        ),
        pytest.param(
            "[clean]\nbeam = 2",
            "'beam' under .clean.; it belongs under .translate.",
            id="another table",
        ),
        pytest.param("jobs = 'two'", "jobs must be a whole number", id="a word for a number"),
        pytest.param("jobs = true", "jobs must be a whole number", id="true is no number"),
        pytest.param("from = 7", "from must be a string", id="a number for a language"),
        pytest.param("include = '*.txt'", "include must be a list", id="a string for a list"),
        pytest.param("[clean]\ndrop = ['a', '']", "drop has an empty string", id="drops all"),
        pytest.param("jobs = 1\n\n[claen]", ":3: unknown setting 'claen'", id="a misspelt table"),
        pytest.param("jobs = 1\nto =\n", ":2: not valid TOML", id="half a line"),
        pytest.param("clean = 1", "clean must be a table", id="a number for a table"),
        pytest.param(
            "[clean]\nprofile = 'wild'",
            ":2: profile must be one of auto, gentle",
            id="an unknown choice",
        ),
        pytest.param("jobs = ", "not valid TOML", id="not TOML"),
    ],
)
def test_a_wrong_setting_is_told(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "corpus.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=complaint) as error:
        config.load(file)
    assert str(file) in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        config.load(tmp_path / "none.toml")
