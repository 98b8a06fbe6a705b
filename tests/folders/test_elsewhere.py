"""Standard input and stores: the same results as from files, and one line for what goes wrong."""

from __future__ import annotations

import gzip
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.conftest import PROJECT
from translate.folders.elsewhere import address
from translate.locks import scratch
from translate.places import cache_folder

Corpus = Callable[..., Result]
LINES = b'{"id": "a", "text": "Le pont est ouvert.", "page": 2}\n{oops\n{"text": "Il neige."}\n'


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(row["id"], row["text"]) for row in map(json.loads, data.splitlines())]


INPUTS = {
    "JSON lines": (LINES, ["a", "stdin.jsonl:3"], "standard input:2: not JSON"),
    "packed": (gzip.compress(LINES), ["a", "stdin.jsonl.gz:3"], "standard input:2: not JSON"),
    "one text": (b"Le pont est ouvert.\n", ["stdin.txt"], ""),
    "braces, but no JSON": (b"{ouvert}\n", ["stdin.txt"], ""),
    "no text": (b"\0\1\2", [], "standard input: not a text"),
    "damaged": (gzip.compress(LINES)[:-9], [], "standard input: cannot be read to its end"),
}


@pytest.mark.parametrize(("data", "names", "said"), INPUTS.values(), ids=INPUTS)
def test_standard_input_is_a_collection_where_a_result_is_named(
    corpus: Corpus, tmp_path: Path, data: bytes, names: list[str], said: str
) -> None:
    made = corpus("clean", "-", "-o", "out.jsonl", "-q", stdin=data)
    assert (
        said in made.stderr and str(tmp_path) not in made.stderr and "/corpus-" not in made.stderr
    )
    if "damaged" not in said and made.exit_code != 2:
        assert [name for name, _ in texts((tmp_path / "out.jsonl").read_bytes())] == names
        umask = os.umask(0o22)
        os.umask(umask)
        assert stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o666 & ~umask


def test_fields_of_standard_input_are_carried_through(corpus: Corpus, tmp_path: Path) -> None:
    assert corpus("run", "-", "-o", "out.jsonl", stdin=LINES).exit_code == 1
    first = json.loads((tmp_path / "out.jsonl").read_bytes().splitlines()[0])
    assert (first["page"], first["corpus_cleaned"]) == (2, "Le pont est ouvert.")


TABLE = b"id,text,page\na,Le pont est ouvert.,2\nb,Il neige.,3\n"
PAGE = b"<html><body><p>Le pont est ouvert.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "first"),
    [
        pytest.param("in.jsonl", LINES, b'{"id": "a", "page": 2, "text": "', id="JSON lines"),
        pytest.param("in.csv", TABLE, b"id,page,text,", id="a table"),
        pytest.param("in.txt", b"Le pont est ouvert.\n", b"Le pont est ouvert.\n", id="one text"),
        pytest.param("a.html", PAGE, b"Le pont est ouvert.", id="a page, which is only read"),
    ],
)
def test_results_go_to_standard_output_in_the_format_of_their_texts(
    corpus: Corpus, tmp_path: Path, name: str, data: bytes, first: bytes
) -> None:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura")
    (tmp_path / name).write_bytes(data)
    out = f"out{Path(name).suffix.replace('html', 'txt')}"
    corpus("clean", name, "-o", out)
    for place in (("-",), ("-o", "-")):
        made = corpus("clean", name, *place).stdout_bytes
        assert made.startswith(first)
        assert made == (tmp_path / out).read_bytes()


def test_a_dry_run_writes_nothing_to_standard_output(corpus: Corpus) -> None:
    made = corpus("clean", "-", "-o", "-", "--dry-run", stdin=LINES)
    assert (made.stdout, "Would have cleaned 2 texts, 1 failed" in made.stderr) == ("", True)


def test_what_comes_in_may_go_out_on_a_pipe(corpus: Corpus) -> None:
    made = corpus("run", "-", "-o", "-", stdin=LINES)
    assert [name for name, _ in texts(made.stdout_bytes)] == ["a", "stdin.jsonl:3"]
    assert "Translated" in made.stderr
    assert made.exit_code == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        pytest.param(("run", "-"), "name where the results go", id="no place"),
        pytest.param(("clean", ".", "-o", "-"), "one file is needed", id="a folder"),
        pytest.param(("clean", "-", "-o", "-", "--json"), "choose one", id="counts among texts"),
    ],
)
def test_what_goes_to_no_stream(corpus: Corpus, args: tuple[str, ...], said: str) -> None:
    made = corpus(*args, stdin=LINES)
    assert (made.exit_code, said in made.stderr) == (2, True)


def without(stream: int, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command in `folder` with one of its standard streams closed."""
    closed = f"import os, sys; os.close({stream}); os.execv(sys.argv[1], sys.argv[1:])"
    return subprocess.run(
        [sys.executable, "-c", closed, sys.executable, "-m", "translate", *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("args", "stream", "said"),
    [
        pytest.param(("clean", "-"), 0, "standard input", id="a text"),
        pytest.param(("clean", "-", "-o", "out.jsonl"), 0, "standard input", id="a collection"),
        pytest.param(("clean", "a.txt", "-"), 1, "standard output", id="a result"),
        # Before the work: nobody has looked yet whether there are such texts.
        pytest.param(("clean", "none.txt", "-"), 1, "standard output", id="a result, at once"),
        pytest.param(("translate", "none.txt", "-"), 1, "standard output", id="its translation"),
        pytest.param(("run", "none.jsonl", "-o", "-"), 1, "standard output", id="results"),
        pytest.param(("clean", "none", "--json"), 1, "standard output", id="counts"),
        pytest.param(("rules", "list", "--json"), 1, "standard output", id="JSON"),
        pytest.param(("diff", "a.txt", "a.txt"), 1, "standard output", id="a difference"),
    ],
)
def test_a_standard_stream_that_is_closed_is_one_line(
    tmp_path: Path, args: tuple[str, ...], stream: int, said: str
) -> None:
    (tmp_path / "a.txt").write_text("Le pont est ouvert.\n")
    made = without(stream, tmp_path, *args)
    assert (made.returncode, made.stderr) == (2, f"corpus: {said} is closed\n")


def test_texts_are_cleaned_where_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("Le pont est ouvert.\n")
    assert without(2, tmp_path, "clean").returncode == 0
    assert (tmp_path / "cleaned" / "a.txt").read_text() == "Le pont est ouvert.\n"


KILLED = """
import os, signal, sys
from translate.folders.elsewhere import brought
from pathlib import Path
with brought(Path("-"), lambda: sys.stdin.buffer) as (here, called):
    print(here.parent, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so there")
def test_what_a_killed_run_left_goes_with_the_next_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run = [sys.executable, "-c", KILLED]
    env = {**os.environ, "PYTHONPATH": str(PROJECT)}
    made = subprocess.run(run, env=env, input=LINES, capture_output=True, check=False)
    left = Path(made.stdout.decode().strip())
    assert (made.returncode, [file.name for file in left.iterdir()]) == (-9, ["stdin.jsonl"])
    (tmp_path / "corpus-mine").mkdir()
    (tmp_path / ".corpus-scratch-link").symlink_to(tmp_path / "corpus-mine")
    with scratch() as first:
        assert first.is_dir() and not left.exists()
        with scratch() as second:  # the first is at work, by its lock
            assert first != second and first.is_dir()
    there = {"corpus-mine", ".corpus-scratch-link"}
    assert {entry.name for entry in tmp_path.iterdir()} == there


@pytest.fixture
def store() -> Iterator[Any]:
    """A store in memory with the texts in it."""
    found = pytest.importorskip("fsspec").filesystem("memory")
    found.pipe("/texts/in.jsonl", LINES)
    found.pipe("/pages/a.txt", b"Le pont est ouvert.")
    found.pipe("/pages/sub/b.txt", b"Il neige.")
    yield found
    found.rm("/", recursive=True)


def test_texts_come_from_a_store_and_results_go_there(
    corpus: Corpus, tmp_path: Path, store: Any
) -> None:
    made = corpus("clean", "memory://texts/in.jsonl", "-o", "memory://out/new/a.jsonl")
    assert (made.exit_code, "-> memory://out/new/a.jsonl" in made.stdout) == (1, True)
    assert "failed: memory://texts/in.jsonl:2: not JSON" in made.stderr
    (tmp_path / "in.jsonl").write_bytes(LINES)
    corpus("clean", "in.jsonl", "-o", "a.jsonl")
    assert store.cat("/out/new/a.jsonl") == (tmp_path / "a.jsonl").read_bytes()
    assert sorted(f.rpartition("/")[2] for f in store.find("/out")) == [
        "a.jsonl",
        "a.jsonl.result.json",
    ]
    assert not list(tmp_path.rglob("stores/*"))


def test_a_folder_of_a_store_is_read(corpus: Corpus, tmp_path: Path, store: Any) -> None:
    assert corpus("clean", "memory://pages", "-o", "out.jsonl").exit_code == 0
    assert [n for n, _ in texts((tmp_path / "out.jsonl").read_bytes())] == ["a.txt", "sub/b.txt"]


def test_a_result_in_a_store_is_made_again_only_where_it_must(corpus: Corpus, store: Any) -> None:
    call = ("clean", "memory://pages", "-o", "memory://out/a.jsonl")
    corpus(*call)
    before = store.created("/out/a.jsonl")
    assert corpus(*call).exit_code == 0 and store.created("/out/a.jsonl") == before
    store.pipe("/out/a.jsonl", b"mine")
    made = corpus(*call)
    assert made.exit_code == 2
    assert made.stderr.startswith("corpus: memory://out/a.jsonl: was changed since it was made")
    assert store.cat("/out/a.jsonl") == b"mine"


def unsent(corpus: Corpus, *call: str) -> Result:
    """Run the command where nothing can be sent to a store."""

    def sent(*_: Any) -> None:
        raise OSError("no network")

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr("translate.folders.elsewhere._sent", sent)
        return corpus(*call)


def test_a_result_that_could_not_be_sent_is_not_made_again(
    corpus: Corpus, store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ("clean", "memory://pages", "-o", "memory://out/a.jsonl")
    corpus(*call)
    first = store.cat("/out/a.jsonl")
    store.pipe("/pages/c.txt", b"Il vente.")
    made = unsent(corpus, *call)
    assert (made.exit_code, "memory://out/a.jsonl: no network" in made.stderr) == (2, True)
    assert store.cat("/out/a.jsonl") == first
    monkeypatch.setattr("translate.folders.stages.Stages.clean", None)  # nothing is left to do
    assert corpus(*call).exit_code == 0
    assert [name for name, _ in texts(store.cat("/out/a.jsonl"))] == ["a.txt", "c.txt", "sub/b.txt"]


def test_a_result_that_lost_its_record_before_it_was_sent_is_made_again(
    corpus: Corpus, store: Any
) -> None:
    call = ("clean", "memory://pages", "-o", "memory://out/a.jsonl")
    unsent(corpus, *call)
    (record,) = cache_folder().rglob("a.jsonl.result.json")
    record.unlink()
    assert corpus(*call).exit_code == 0
    assert [name for name, _ in texts(store.cat("/out/a.jsonl"))] == ["a.txt", "sub/b.txt"]


WRONG = {
    "nothing there": ("memory://none.jsonl", "a.jsonl", "memory://none.jsonl: there is no such"),
    "no such kind": ("nix://a/in.jsonl", "a.jsonl", "nix://a/in.jsonl: "),
    "a folder of results": ("memory://pages", "memory://out", "results in a store are one file"),
}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("source", "target", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_store_is_one_line(
    corpus: Corpus, source: str, target: str, said: str
) -> None:
    made = corpus("clean", source, "-o", target)
    assert (made.exit_code, len(made.stderr.splitlines())) == (2, 1)
    assert said in made.stderr


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("run", "memory://pages"), "memory://pages: name where the results go"),
        (("clean", "raw", "memory://out"), "memory://out: results in a store are one file"),
        (("translate", "raw", "memory://out"), "memory://out: results in a store are one file"),
    ],
)
def test_a_store_is_no_folder_of_this_machine(
    corpus: Corpus, tmp_path: Path, args: tuple[str, ...], said: str
) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Le pont est ouvert.\n")
    made = corpus(*args)
    assert (made.exit_code, len(made.stderr.splitlines())) == (2, 1)
    assert said in made.stderr and not (tmp_path / "memory:").exists()


def test_without_the_library_the_extra_is_named(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    made = corpus("clean", "s3://texts/in.jsonl", "-o", "a.jsonl")
    assert made.exit_code == 2
    assert "-m pip install 'corpus-translate[stores]'" in made.stderr


def test_what_is_there_is_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert address(Path("s3://b/a.txt")) == "s3://b/a.txt"
    Path("s3:/b").mkdir(parents=True)
    Path("s3:/b/a.txt").touch()
    assert address(Path("s3://b/a.txt")) == ""
    assert address(Path("C:/texts/a.txt")) == ""
