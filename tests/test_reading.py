"""Files that a person wrote are read one way, whichever they are."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from translate import config
from translate.cleaning.boilerplate.rules import Rules, read_pack
from translate.config import CleanConfig
from translate.errors import UsageError
from translate.names.glossary import Glossary
from translate.reading import read_text

BOM = b"\xef\xbb\xbf"
READERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "settings": (config.load, "jobs = 2\n"),
    "glossary": (Glossary.load, '[[name]]\ncanonical = "Zoé Ney"\n'),
    "rules": (
        read_pack,
        '[[rule]]\nid = "a.b"\nkind = "share"\npattern = "zut"\nexamples = ["Zut"]\nabout = "é"\n',
    ),
    "kept lines": (
        lambda path: Rules.load(CleanConfig(keep_file=path), ["fr"]).kept_lines,
        "Vu à l'été\nPartager\n",
    ),
}


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> tuple[Callable[[Path], object], str]:
    return READERS[request.param]


@pytest.mark.parametrize(
    "saved",
    [
        pytest.param(lambda text: BOM + text.encode(), id="with a byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="with Windows line ends"),
        pytest.param(lambda text: BOM + text.replace("\n", "\r\n").encode(), id="with both"),
    ],
)
def test_how_an_editor_saves_a_file_makes_no_difference(
    reader: tuple[Callable[[Path], object], str], saved: Callable[[str], bytes], tmp_path: Path
) -> None:
    read, text = reader
    path = tmp_path / "a.toml"
    path.write_bytes(text.encode())
    plain = read(path)
    path.write_bytes(saved(text))
    assert read(path) == plain


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        pytest.param(
            lambda path: None,
            "cannot be read (no such file): make it, or name another",
            id="missing",
        ),
        pytest.param(Path.mkdir, "is not a file", id="a folder"),
        pytest.param(pipe, "is not a file", id="a pipe, which would never end"),
        pytest.param(
            lambda path: path.write_bytes(b"# a\n\n# caf\xe9\n"), ":3: is not UTF-8", id="cp1252"
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_and_place(
    reader: tuple[Callable[[Path], object], str],
    make: Callable[[Path], object],
    complaint: str,
    tmp_path: Path,
) -> None:
    read, _ = reader
    path = tmp_path / "a.toml"
    make(path)
    with pytest.raises(UsageError) as raised:
        read(path)
    assert re.match(rf"{re.escape(str(path))}(?::\d+)?: ", str(raised.value))
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["settings", "glossary", "rules"])
@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param("a = 1\nb 2\n", "line 2", id="no equals sign"),
        pytest.param("a = " + "1" * 5000, "not valid TOML", id="a number of 5,000 digits"),
        pytest.param("a = " + "[" * 50_000, "nested too deep", id="brackets without end"),
    ],
)
def test_broken_toml_is_told(name: str, text: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=complaint):
        READERS[name][0](path)


def test_a_name_that_no_file_can_have_is_told() -> None:
    with pytest.raises(UsageError, match="no name of a file"):
        read_text(Path("a\0b"))
