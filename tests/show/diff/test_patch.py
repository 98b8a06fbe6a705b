"""What `patch -p1` makes of a text with our patch is the other text, to the byte."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.show.diff.patch import patch


def patched(folder: Path, name: str, old: bytes, new: bytes) -> bytes:
    """Give what patch makes of `old`, a file `name` in `folder`, with the patch to `new`."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(old)
    given = patch(name, old, new)
    command = ["patch", "-p1", "-s"]
    done = subprocess.run(command, input=given, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, (given, done.stdout)
    assert [path for path in folder.rglob("*") if path.is_file()] == [file]
    return file.read_bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"un\ndeux\ntrois\n", b"un\ntrois\n", id="a line goes"),
        pytest.param(b"un\n", b"un\ndeux\n", id="a line comes"),
        pytest.param(b"un\ndeux", b"un\nDeux", id="no line end at the end"),
        pytest.param(b"un", b"un\n", id="a line end comes at the end"),
        pytest.param(b"un\n", b"un", id="and goes"),
        pytest.param(b"un\n", b"", id="nothing is left"),
        pytest.param(b"", b"un\n", id="from nothing"),
        pytest.param(b"un\r\ndeux\r\n", b"un\r\nDeux\r\n", id="Windows line ends"),
        pytest.param(b"un\r\ndeux\r\n", b"un\ndeux\n", id="Windows line ends go"),
        pytest.param(b"un\rdeux\r", b"un\rDeux\r", id="old Mac line ends: one line"),
        pytest.param(b"d\xe9j\xe0\n", "déjà\n".encode(), id="another encoding"),
        pytest.param("déjà\n".encode("utf-16"), "déjà\n".encode(), id="UTF-16 has zeros"),
        pytest.param(b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n", b"--- a/x\n", id="a text like a patch"),
        pytest.param(b"\\ No newline\n-\n+\n", b"\\ No\n-\n", id="lines that begin with signs"),
        pytest.param(b"\n\n\n", b"\n", id="blank lines"),
    ],
)
def test_the_patch_gives_the_other_text(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert patched(tmp_path, "a.txt", old, new) == new


@pytest.mark.parametrize(
    "name",
    [
        "un mot.txt", " devant.txt", "après .txt", 'cité "ici".txt', "l'été.txt", "a\\b.txt",
        "-p.txt",
        "un\ttab.txt", "un\nsaut.txt", "dossier é/a b.txt", "--- a.txt", "$(ls).txt", "a..b.txt",
    ],
)  # fmt: skip
def test_any_name_is_found_again(tmp_path: Path, name: str) -> None:
    assert patched(tmp_path, name, b"un\ndeux\n", b"un\n") == b"un\n"


def test_equal_texts_need_no_patch() -> None:
    assert patch("a.txt", b"un\n", b"un\n") == b""


BITS = [b"a", b"b", b"\n", b"\n", b"\r\n", b" ", b"\\", b"-", b"+", b"@@", b"\xff", b"\x00"]
TEXTS = st.lists(st.sampled_from(BITS), max_size=40).map(b"".join)


@settings(max_examples=200)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_led_from_one_to_the_other(
    tmp_path_factory: pytest.TempPathFactory, old: bytes, new: bytes
) -> None:
    assert patched(tmp_path_factory.mktemp("patched"), "a.txt", old, new) == new


def test_far_changes_of_a_long_text_are_hunks_of_their_own() -> None:
    old = b"".join(b"ligne %d\n" % n for n in range(20_000))
    shown = patch("a.txt", old, old.replace(b"ligne 7000\n", b"").replace(b"ligne 9\n", b"neuf\n"))
    assert shown.count(b"\n@@ ") == 2
    assert len(shown.splitlines()) == 2 + 9 + 8
