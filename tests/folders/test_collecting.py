"""Collections: the same results from every format, whole or not at all, and runs that go on."""

from __future__ import annotations

import io
import json
import os
import sys
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pytest
from click.testing import Result

from translate.config import Config
from translate.errors import CorpusError, CorpusWarning, UsageError
from translate.folders import shards, tally
from translate.folders.collecting import Job, collect
from translate.folders.files import Outcome
from translate.folders.formats import Columns, Text, format_of
from translate.folders.jobs import run_folder, unwatched
from translate.folders.local import Local
from translate.folders.stages import Stages

Corpus = Callable[..., Result]
SHARED = "Suivez toute la vie du port sur notre fil\n\n"
TEXTS = {
    f"{name}.txt": f"{SHARED if n < 4 else ''}Le pont {name} est ouvert depuis {n + 2} jours.\n\n"
    "Partager cet article :\n\nIl Ã©tait fermÃ© en mai.\n"
    for n, name in enumerate(("ancien", "double", "étroit", "levant", "neuf"))
}


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same texts in every format."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    with tarfile.open("in.tar", "w") as tar, Path("in.jsonl").open("w") as lines:
        for name, text in TEXTS.items():
            (tmp_path / "raw" / name).write_text(text, encoding="utf-8")
            lines.write(json.dumps({"id": name, "text": text, "page": 1}) + "\n")
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    return tmp_path


def done(
    source: str, target: str, workers: Any = None, **settings: Any
) -> tuple[list[Outcome], int]:
    told: list[Outcome] = []
    chosen = {name: settings.pop(name) for name in ("cleaning", "translating") if name in settings}
    tally = collect(
        Job(Path(source), Path(target), Config(**settings), **chosen),
        workers or Local(),
        told.append,
        progress=unwatched,
    )
    return told, tally.code


def results(path: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Give the English and the records of each text in a file of results."""
    found = {}
    for text in format_of(path).read(path, Columns()):  # type: ignore[union-attr]
        assert isinstance(text, Text)
        parts = {k: v for k, v in text.fields.items() if k.startswith("corpus_") and v}
        parts = (
            {k: json.loads(v) if v[0] == "{" else v for k, v in parts.items()}
            if (path.suffix == ".parquet")
            else parts
        )
        found[text.name] = text.data.decode(), parts
    return found


def test_every_format_and_a_folder_give_the_same_results(texts: Path) -> None:
    pytest.importorskip("pyarrow")
    done("in.jsonl", "out.parquet")
    done("out.parquet", "again.jsonl", cleaning=False)  # a table as a source
    done("in.jsonl", "out.jsonl")
    done("in.tar", "out.tar")
    done("raw", "tree")
    run_folder(texts / "raw", Config())
    assert results(texts / "out.jsonl") == results(texts / "out.parquet")
    whole = results(texts / "out.jsonl")
    for name in TEXTS:
        english, parts = whole[name]
        assert english == (texts / "translated" / name).read_text()
        assert parts["corpus_cleaned"] == (texts / "cleaned" / name).read_text()
        for key, file in (("edits", "cleaned"), ("sentences", "translated")):
            record = json.loads((texts / file / f"{name}.{key}.json").read_text())
            assert parts[f"corpus_{key}"] == record
    with tarfile.open("out.tar") as tar:
        tar.extractall(texts / "unpacked", filter="data")
    for made in ("tree", "unpacked"):
        for stage in ("cleaned", "translated"):
            assert tree(texts / made / stage) == tree(texts / stage)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make shards of two texts."""
    monkeypatch.setattr(shards, "MOST_TEXTS", 2)


@pytest.mark.usefixtures("small")
def test_workers_change_no_byte(texts: Path) -> None:
    made = []
    for jobs in (1, 2, 4):
        done("in.jsonl", f"{jobs}.jsonl", jobs=jobs, translating=False)
        made.append(Path(f"{jobs}.jsonl").read_bytes())
    assert made[0] == made[1] == made[2]
    assert not list(texts.glob(".*.parts"))


class Stopped(Local):
    """Workers of which one stage is stopped after a shard."""

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.numbers: dict[str, list[int]] = {}

    def _some(self, stage: str, given: Iterator[None], numbers: Sequence[int]) -> Iterator[None]:
        self.numbers[stage] = list(numbers)
        for one in given:
            yield one
            if stage == self.stage:
                raise KeyboardInterrupt

    def look(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        return self._some("look", super().look(stages, numbers), numbers)

    def clean(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        return self._some("clean", super().clean(stages, numbers), numbers)

    def translate(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        return self._some("translate", super().translate(stages, numbers), numbers)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("stage", ["look", "clean", "translate"])
def test_a_run_that_was_stopped_goes_on_and_ends_the_same(texts: Path, stage: str) -> None:
    done("in.jsonl", "whole.jsonl")
    with pytest.raises(KeyboardInterrupt):
        done("in.jsonl", "out.jsonl", Stopped(stage), jobs=1)
    assert not Path("out.jsonl").exists()
    second = Stopped("none")
    done("in.jsonl", "out.jsonl", second, jobs=1)
    assert second.numbers[stage] == [1, 2]
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()
    assert not list(texts.glob(".*.parts"))


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-9],
    "zeros": lambda data: data.partition(b"\n")[0] + b"\n" + bytes(200),
    "another value": lambda data: data.partition(b"\n")[0] + b"\n[1]\n",
    "one letter": lambda data: data.replace(b"ouvert", b"ouvext"),
}
MARKS = ("*.raw.jsonl", "*.lines", "*.cleaned.jsonl", "evidence.json", "plan.json")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_shards_are_made_again(texts: Path, damage: Callable[[bytes], bytes]) -> None:
    done("in.jsonl", "whole.jsonl", translating=False)
    for pattern in MARKS:
        with pytest.raises(KeyboardInterrupt):
            done("in.jsonl", "out.jsonl", Stopped("clean"), jobs=1, translating=False)
        for mark in (texts / ".out.jsonl.parts").glob(pattern):
            mark.write_bytes(damage(mark.read_bytes()))
    done("in.jsonl", "out.jsonl", jobs=1, translating=False)
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("pattern", ["*.cleaned.jsonl", "*.done.jsonl"])
def test_damage_after_the_model_is_found_too(texts: Path, pattern: str) -> None:
    done("in.jsonl", "whole.jsonl")
    with pytest.raises(KeyboardInterrupt):
        done("in.jsonl", "out.jsonl", Stopped("translate"), jobs=1)
    for mark in (texts / ".out.jsonl.parts").glob(pattern):
        mark.write_bytes(DAMAGE["one letter"](mark.read_bytes()))
    done("in.jsonl", "out.jsonl", jobs=1)
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.mark.usefixtures("small")
def test_what_is_done_is_not_read_to_go_on(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        done("in.jsonl", "out.jsonl", Stopped("translate"), jobs=1)
    read: list[str] = []
    sound = shards._is_sound

    def told(opened: IO[bytes]) -> bool:
        read.append(Path(opened.name).name)
        return sound(opened)

    monkeypatch.setattr(shards, "_is_sound", told)
    done("in.jsonl", "out.jsonl", jobs=1)
    assert {name for name in read if "done" not in name} == {
        "000001.cleaned.jsonl",
        "000002.cleaned.jsonl",
    }


class Failing(Local):
    """Workers on a disk that keeps nothing as it was written."""

    def clean(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        yield from super().clean(stages, numbers)
        for mark in stages.plan.home.glob("*.cleaned.jsonl"):
            mark.write_bytes(DAMAGE["one letter"](mark.read_bytes()))


def test_a_disk_that_fails_again_and_again_is_one_line(texts: Path) -> None:
    with pytest.raises(CorpusError, match=r"cleaned\.jsonl: was damaged on the disk"):
        done("in.jsonl", "out.jsonl", Failing(), translating=False)
    done("in.jsonl", "out.jsonl", translating=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_a_device_is_not_waited_for(texts: Path) -> None:
    for name in ("pipe.jsonl", "pipe.txt"):
        os.mkfifo(name)
        with pytest.raises(UsageError, match="is no file; for a pipe use - "):
            done(name, "out.jsonl")
        with pytest.raises(UsageError, match="is no file; name one"):
            done("in.jsonl", name)


@pytest.mark.usefixtures("small")
def test_a_source_or_a_setting_that_changed_is_not_gone_on_with(texts: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        done("in.jsonl", "out.jsonl", Stopped("clean"), jobs=1)
    lines = (texts / "in.jsonl").read_text()
    (texts / "in.jsonl").write_text(lines.replace("jours", "nuits"))
    second = Stopped("none")
    done("in.jsonl", "out.jsonl", second, jobs=1)
    assert second.numbers["clean"] == [0, 1, 2]
    assert "nuits" in results(texts / "out.jsonl")["neuf.txt"][1]["corpus_cleaned"]


def test_a_rerun_does_nothing_and_a_file_of_somebody_is_never_replaced(texts: Path) -> None:
    done("in.jsonl", "out.jsonl", translating=False)
    before = Path("out.jsonl").stat().st_mtime_ns
    assert done("in.jsonl", "out.jsonl", translating=False)[0] == []
    assert Path("out.jsonl").stat().st_mtime_ns == before
    done("in.jsonl", "out.jsonl", languages=("fr", "en", "de"), translating=False)
    assert Path("out.jsonl").stat().st_mtime_ns > before
    Path("out.jsonl").write_text("{}")
    with pytest.raises(UsageError, match="was changed since it was made"):
        done("in.jsonl", "out.jsonl", translating=False)
    Path("notes.jsonl").write_text("{}")
    with pytest.raises(UsageError, match="was not made by this tool"):
        done("in.jsonl", "notes.jsonl", translating=False)
    assert Path("notes.jsonl").read_text() == "{}"


def test_results_among_the_texts_of_a_folder_are_passed_over(texts: Path) -> None:
    run_folder(Path("raw"), Config(cleaned=texts / "raw/out", translated=texts / "raw/english"))
    done("in.jsonl", "raw/own.jsonl", translating=False)
    with pytest.warns(CorpusWarning, match="11 results of this tool passed over: english/"):
        made, _ = done("raw", "out.jsonl", translating=False)
    assert [one.name for one in made] == sorted(TEXTS)


COUNTS: dict[str, Any] = {"none": None, "a number": {"stages": 3}, "a list": [], "empty": {}}


@pytest.mark.parametrize("counts", COUNTS.values(), ids=COUNTS)
def test_damaged_counts_beside_a_result_are_made_again(texts: Path, counts: Any) -> None:
    done("in.jsonl", "out.jsonl", translating=False)
    beside = texts / "out.jsonl.result.json"
    before = beside.read_text()
    beside.write_text(json.dumps({**json.loads(before), "counts": counts}))
    assert len(done("in.jsonl", "out.jsonl", translating=False)[0]) == len(TEXTS)
    assert json.loads(beside.read_text())["counts"] == json.loads(before)["counts"]


PLACES = {
    "nothing there": ("none.jsonl", "out.jsonl", "no such file or folder"),
    "the texts themselves": ("in.jsonl", "in.jsonl", "would replace the texts"),
    "among the texts": ("raw", "raw/out.jsonl", "lies among the texts"),
    "a format that is only read": ("in.jsonl", "out.eml", "results go to a folder"),
}


@pytest.mark.parametrize(("source", "target", "said"), PLACES.values(), ids=PLACES)
def test_wrong_places_are_told_and_nothing_is_written(
    texts: Path, source: str, target: str, said: str
) -> None:
    before = sorted(texts.rglob("*"))
    with pytest.raises(UsageError, match=said):
        done(source, target)
    assert sorted(texts.rglob("*")) == before


UNFIT = {
    "a folder": ("a.txt", "out", "in.jsonl:2: 'a.txt': two texts have this name"),
    "an archive": ("a.txt", "out.tar", "in.jsonl:2: 'a.txt': two texts have this name"),
    "a way out": ("../b", "out.tgz", "in.jsonl:2: '../b': no name of a file"),
    "one text": ("b", "out.txt", "in.jsonl:2: 'a' and 'b': one file of text holds one text"),
}


@pytest.mark.parametrize("unfit", UNFIT.values(), ids=UNFIT)
def test_texts_that_do_not_fit_are_told_before_the_work(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unfit: tuple[str, str, str]
) -> None:
    name, target, said = unfit
    monkeypatch.setattr("translate.folders.collecting._work", None)
    lines = [{"id": "a", "text": "Un."}, {"id": name, "text": "Deux."}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    made = corpus("clean", "in.jsonl", "-o", target)
    assert (made.exit_code, made.stderr.startswith(f"corpus: {said}")) == (2, True)
    assert {entry.name for entry in tmp_path.iterdir()} == {"corpus.toml", "in.jsonl"}


def test_a_bad_record_is_a_line_with_its_place_and_the_exit_code_one(
    corpus: Corpus, tmp_path: Path
) -> None:
    good = json.dumps({"id": "a", "text": "Le pont est ouvert."})
    (tmp_path / "in.jsonl").write_text(
        f'{good}\n{{"id": "b"}}\n{{"text": "\\u0000\\u0001\\u0002"}}\n'
    )
    made = corpus("clean", "in.jsonl", "-o", "out.jsonl")
    assert made.exit_code == 1
    assert "failed: in.jsonl:2: no text in 'text'" in made.stderr
    assert "failed: in.jsonl:3: not a text" in made.stderr
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1
    assert "Cleaned 1 text, 2 failed" in made.stdout
    again = corpus("clean", "in.jsonl", "out.jsonl", "-q")  # nothing is done, all is told
    assert (again.exit_code, again.stderr) == (1, made.stderr)


def test_of_many_bad_records_a_rerun_tells_the_first(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "TOLD", 2)
    (tmp_path / "in.jsonl").write_text('{"id": "b"}\n' * 5)
    assert len(corpus("clean", "in.jsonl", "out.jsonl").stderr.splitlines()) == 5
    told = corpus("clean", "in.jsonl", "out.jsonl").stderr.splitlines()
    assert told[-1] == "failed: and 3 more: --force tells of all of them"
    assert len(told) == 3


PAGE = "<html><body><p>Le pont de la ville a rouvert hier matin.</p></body></html>\n"
MAIL = f"From: ada@exemple.fr\nContent-Type: text/html; charset=utf-8\n\n{PAGE}"


@pytest.mark.parametrize("name", ["a.html", "a.eml"])
def test_a_text_that_lacked_a_library_is_tried_again(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text(MAIL if name.endswith("eml") else PAGE)
    (tmp_path / "in/b.txt").write_text("Le pont est ouvert.\n")
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "trafilatura", None)
        alone = corpus("clean", f"in/{name}", "-o", "alone.jsonl")
        assert (alone.exit_code, (tmp_path / "alone.jsonl").exists()) == (2, False)
        assert "pip install 'corpus-translate[web]'" in alone.stderr
        among = corpus("clean", "in", "-o", "out.jsonl")  # it stops no other
        assert (among.exit_code, "Cleaned 1 text, 1 failed" in among.stdout) == (1, True)
        assert "pip install 'corpus-translate[web]'" in among.stderr
    again = corpus("clean", "in", "-o", "out.jsonl")
    assert (again.exit_code, again.stderr) == (0, "")
    assert "Cleaned 2 texts\n" in again.stdout


def test_a_dry_run_writes_nothing(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "Le pont est ouvert."}))
    before = sorted(tmp_path.rglob("*"))
    assert corpus("clean", "in.jsonl", "-o", "out.jsonl", "--dry-run", "--json").exit_code == 0
    said = corpus("clean", "in.jsonl", "-o", "out.jsonl", "--dry-run").stdout
    assert said.startswith("Would have cleaned 1 text\n")
    assert said.endswith("-> out.jsonl\n\nThis was a dry run: nothing was written.\n")
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_place_for_results_the_option_is_named(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("{}")
    made = corpus("run", "in.jsonl")
    assert (made.exit_code, "-o results.jsonl" in made.stderr) == (2, True)


def test_jobs_may_be_told_in_a_word(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw/a.txt").write_text("Le pont est ouvert.")
    assert corpus("clean", "--jobs", "auto").exit_code == 0
    (tmp_path / "corpus.toml").write_text('jobs = "auto"\n')
    assert corpus("clean").exit_code == 0
    (tmp_path / "corpus.toml").write_text('jobs = "many"\n')
    assert corpus("clean").exit_code == 2
