"""Collections: texts of one file, or of a folder in any formats, cleaned and translated to another.

They are cut into shards first, so that the memory needed does not grow with them, a run that was
stopped goes on, and workers, here or on other machines, each take a shard.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from translate.config import Config
from translate.errors import CorpusError, StorageError, UsageError
from translate.folders import files
from translate.folders.cleaning import Cleaner
from translate.folders.decisions import Decisions
from translate.folders.files import EDITS, SENTENCES, Outcome, Progress
from translate.folders.formats import (
    Bad,
    Columns,
    Fields,
    Format,
    Row,
    Text,
    folder,
    format_of,
    plain,
    to_write,
)
from translate.folders.records import VERSION, whole_record
from translate.folders.shards import CLEANED, DONE, LINES, PLAN, DamagedError, clear, split
from translate.folders.stages import EVIDENCE, Stages
from translate.folders.tally import Tally
from translate.locks import locked, scratch
from translate.provenance import digest

RESULT = "corpus result"


class Workers(Protocol):
    """Who does the stages; of each, one thing comes back for every shard that is done."""

    def look(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Look for the lines of shards."""

    def clean(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Clean shards."""

    def translate(self, stages: Stages, numbers: Sequence[int]) -> Iterator[None]:
        """Translate shards."""


@dataclass(frozen=True, slots=True)
class Job:
    """Where texts come from and where the results go, and what is done to them.

    With `force` it is done though it was done before. `called` is how the source is called in
    places of texts, where not by its path.
    """

    source: Path
    target: Path
    config: Config
    cleaning: bool = True
    translating: bool = True
    force: bool = False
    called: str = ""

    @property
    def mode(self) -> int:
        """The permissions of results: nobody reads them who may not read the texts."""
        return files.PUBLIC if self.called else files.access(self.source, self.source.parent)

    @property
    def columns(self) -> Columns:
        """The fields that hold a text and its name."""
        return Columns(self.config.text_field, self.config.id_field)

    def signed(self) -> dict[str, str]:
        """Give what makes the results of each stage, but for the texts and the stages before.

        Raises UsageError for a wrong setting, ModelError when there is no model.
        """
        parts = {
            LINES: Cleaner(self.config).signature if self.cleaning else "",
            CLEANED: repr(Decisions.load(self.config.review)),
        }
        if not self.translating:
            return parts
        from translate.folders.translating import Translator

        return {**parts, DONE: Translator.of(self.config).signature}


def collect(
    job: Job,
    workers: Workers,
    told: Callable[[Outcome], None],
    *,
    dry_run: bool = False,
    progress: Callable[[str], contextlib.AbstractContextManager[Progress]],
) -> Tally:
    """Do `job`; `told` is told what became of each text, in order; give all of it counted.

    What would be made again as it is stays: then `told` is told what a person must know of it.

    The result is written whole or not at all. It takes the place of one that this tool left, not of
    another file. Raises UsageError for a wrong place or setting, StorageError on a full disk.
    """
    reading, writing = _checked(job)
    signed = job.signed()  # what is wrong is told before anything is read
    source = digest(digest_of(job.source).encode(), repr((job.columns, writing)).encode())
    keys = keys_of(signed, source)
    beside = Beside(job.target)
    before = beside.unchanged(keys)
    if before and not job.force:
        for outcome in before.again():
            told(outcome)
        return before
    with _parts(job.target, dry_run) as home:
        if job.force:
            clear(home)

        def planned() -> Stages:
            with progress("reading"):
                texts = _called(reading(job.source), job)
                plan = split(getattr(writing, "fitting", iter)(texts), home, source)
            return Stages(plan, job.config, job.cleaning, job.translating, keys)

        stages = work(planned, workers, progress)
        tally, fields, named = Tally(), Fields(), set[int]()
        for row in _rows(stages):
            for stage, said in row["told"].items():
                outcome = Outcome(**said)
                tally.add(stage, outcome)
                told(outcome)
            if "text" in row:
                name = hash(row["name"])  # a set of names would fill the memory
                tally.counts["namesakes"] += name in named
                named.add(name)
                fields.add(_result(row), job.columns)
        if not dry_run:
            with progress("writing"):
                new = _written(job, stages, writing, fields)
                beside.write(keys, tally, new, job.mode)
                if job.target.is_dir():
                    shutil.rmtree(job.target)
                new.replace(job.target)
    return tally


def keys_of(signed: dict[str, str], source: str) -> dict[str, str]:
    """Give what the results of each stage are made under: what makes them, of the stage before.

    `signed` is as of `Job.signed`, `source` what is read.
    """
    keys, before = {}, source
    for stage, part in signed.items():
        keys[stage] = before = digest(before.encode(), part.encode())
    return keys


def _checked(job: Job) -> tuple[Callable[[Path], Iterator[Text | Bad]], Format]:
    """Give what reads the source and the format of the target; raises UsageError."""
    if not job.source.exists():
        raise UsageError(f"{job.source}: there is no such file or folder")
    for place in (job.source, job.target):  # a pipe or a device might never end
        if place.exists() and not (place.is_file() or place.is_dir()):
            said = "is no file; for a pipe use - (standard input)"
            raise UsageError(f"{place}: {said if place == job.source else 'is no file; name one'}")
    if job.source.resolve() == job.target.resolve():
        raise UsageError(f"{job.source}: the result would replace the texts; name another place")
    if job.source.is_dir() and job.target.resolve().is_relative_to(job.source.resolve()):
        raise UsageError(f"{job.target}: lies among the texts; name a place outside {job.source}")
    writing, found = to_write(job.target), format_of(job.source)
    if job.source.is_dir():
        made = files.RECORDS if job.cleaning else (SENTENCES,)  # cleaned texts have edits beside
        return (lambda source: folder.read(source, job.columns, made)), writing
    read = (found or plain).read
    return (lambda source: read(source, job.columns)), writing


def _called(texts: Iterator[Text | Bad], job: Job) -> Iterator[Text | Bad]:
    """Give `texts`, read from the source of `job`, with places as that is called."""
    if not job.called:
        return texts
    here = str(job.source)
    return (replace(text, place=text.place.replace(here, job.called, 1)) for text in texts)


def work(
    planned: Callable[[], Stages],
    workers: Workers,
    progress: Callable[[str], contextlib.AbstractContextManager[Progress]],
    tries: int = 3,
) -> Stages:
    """Have all stages done for the shards of which they are not done yet.

    `planned` cuts what is not cut yet. What turns out to be damaged is made again; raises
    DamagedError when that was so in all `tries`.
    """
    stages = planned()
    try:
        _work(stages, workers, progress)
        for number in range(stages.plan.count):
            stages.plan.check(number, stages.last)
    except DamagedError:
        if tries == 1:
            raise
        return work(planned, workers, progress, tries - 1)
    return stages


def _work(
    stages: Stages,
    workers: Workers,
    progress: Callable[[str], contextlib.AbstractContextManager[Progress]],
) -> None:
    plan, keys = stages.plan, stages.keys
    todo: list[tuple[str, str, Callable[[Stages, Sequence[int]], Iterator[None]]]] = []
    if stages.cleaning and plan.texts > 1:
        todo.append(("looking", LINES, workers.look))
    todo.append(("cleaning", CLEANED, workers.clean))
    if stages.translating:
        todo.append(("translating", DONE, workers.translate))
    for title, stage, doing in todo:
        missing = plan.missing(stage, keys[stage])
        if stage == CLEANED and missing:
            _evidence(stages)
        with progress(title) as show:
            for done, _ in enumerate(doing(stages, missing) if missing else (), 1):
                show(done, len(missing))


def _evidence(stages: Stages) -> None:
    """Leave the lines that many texts share, for all workers to read."""
    from translate.cleaning.boilerplate.repeated import RepeatedLines

    plan = stages.plan
    several = stages.cleaning and plan.texts > 1
    parts = (plan.lines(number) for number in range(plan.count if several else 0))
    seen = RepeatedLines.together(parts)
    files.write(plan.home / EVIDENCE, json.dumps([seen.files, seen.counts]).encode(), 0o600)


def _rows(stages: Stages) -> Iterator[dict[str, Any]]:
    """Give what became of each text, in the order of the texts."""
    for number in range(stages.plan.count):
        yield from stages.plan.rows(number, stages.last)


def _written(job: Job, stages: Stages, writing: Format, fields: Fields) -> Path:
    """Write the result among the shards, from where it is moved to its place."""
    new = stages.plan.home / f"result{''.join(job.target.suffixes)}"
    try:
        if new.is_dir():
            shutil.rmtree(new)
        with writing.writer(new, job.columns, fields) as write:
            for row in _rows(stages):
                if "text" in row:
                    write(_result(row))
        if new.is_file():
            new.chmod(new.stat().st_mode & job.mode)
    except OSError as error:
        said = error.strerror or str(error)
        raise StorageError(f"{job.target}: cannot be written ({said})") from error
    return new


def _result(row: dict[str, Any]) -> Row:
    """Give the result that a row of the last stage holds; records as their files have them."""
    parts = {"cleaned": row["cleaned"]} if "cleaned" in row else {}
    for key, kind in (("edits", EDITS), ("sentences", SENTENCES)):
        if key in row:
            parts[key] = whole_record(row[key], kind)
    return Row(row["name"], row["text"], row["fields"], parts)


@contextmanager
def _parts(target: Path, dry_run: bool) -> Iterator[Path]:
    """Give the folder of the shards, locked; it goes when all is done, and stays after a fault."""
    if dry_run:
        with scratch() as home:
            yield home
        return
    home = target.absolute().with_name(f".{target.name}.parts")
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{home}: cannot be made ({error.strerror})") from error
    with locked(home):
        try:
            yield home
        except BaseException:
            if not (home / PLAN).exists():
                shutil.rmtree(home, ignore_errors=True)
            raise
        shutil.rmtree(home, ignore_errors=True)


def digest_of(place: Path) -> str:
    """Give the digest of the file `place`, or of all files under a folder with their names."""
    names = files.find(place, ["*"]) if place.is_dir() else iter([""])
    whole = hashlib.sha256()
    for name in names:
        path = place / name if name else place
        whole.update(os.fsencode(name) + b"\0")
        try:
            with path.open("rb") as opened:
                whole.update(hashlib.file_digest(opened, "sha256").digest())
        except OSError as error:
            whole.update(str(error.strerror).encode())  # it is told when it is read
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Beside:
    """The record beside a result, `out.parquet.result.json`: what made it, its digest, its counts.

    It is written before the result takes its place and names the one before, so that a run that
    was stopped between knows both.
    """

    target: Path

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.target.with_name(f"{self.target.name}{files.RESULT}")

    def read(self) -> dict[str, Any]:
        """Give what it says; {} where there is none, or a damaged one."""
        try:
            found = json.loads(files.read(self.path))
        except (CorpusError, ValueError, RecursionError):
            return {}
        sound = isinstance(found, dict) and found.get("format") == RESULT
        return found if sound and isinstance(found.get("sha256"), list) else {}

    def unchanged(self, keys: dict[str, str]) -> Tally | None:
        """Give the counts of the run that left the result, if it would be made again as it is.

        That is not so where a text failed that may not fail now.
        Raises UsageError when something else stands in its place.
        """
        if not self.target.exists():
            return None
        said, found = self.read(), digest_of(self.target)
        if found not in said.get("sha256", ()):
            why = "was changed since it was made" if said else "was not made by this tool"
            raise UsageError(f"{self.target}: {why}; delete it, or name another place")
        done = said.get("keys") == keys and found == said["sha256"][0]
        try:
            tally = Tally.from_json(said["counts"]) if done else None
            return None if tally and tally.counts["now"] else tally
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # damaged: it is made again

    def write(self, keys: dict[str, str], tally: Tally, result: Path, mode: int) -> None:
        """Say of the file or folder `result`, which is about to take the place, what made it."""
        before = [digest_of(self.target)] if self.target.exists() else []
        said = {"format": RESULT, "version": VERSION, "keys": keys, "counts": tally.to_json()}
        whole = {**said, "sha256": [digest_of(result), *before]}
        files.write(self.path, json.dumps(whole, indent=1).encode() + b"\n", mode)
