"""Texts from standard input or a store, results that go back there, by way of our own files.

A store is whatever fsspec knows by its address: `s3://`, `gs://`, `memory://` and others; needs the
extra `stores`.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from translate.errors import CorpusError, UsageError
from translate.folders.collecting import Beside, digest_of
from translate.folders.formats import ending, needed
from translate.folders.formats.jsonl import PACKED
from translate.locks import scratch
from translate.places import cache_folder
from translate.provenance import digest

STREAM = Path("-")
STDIN, STDOUT = "standard input", "standard output"
ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/+(.+)")  # as a Path has it: with one slash
ROOTED = ("file", "local")
PEEKED = 1 << 20  # bytes of standard input that tell what it is


def address(path: Path) -> str:
    """Give the address in a store that `path` is; "" for a place of this machine.

    >>> address(Path("s3://texts/in.jsonl")), address(Path("in.jsonl"))
    ('s3://texts/in.jsonl', '')
    """
    found = ADDRESS.fullmatch(path.as_posix())
    if found is None or path.exists():
        return ""
    return f"{found[1]}://{'/' * (found[1] in ROOTED)}{found[2]}"


@contextmanager
def brought(source: Path, stdin: Callable[[], IO[bytes]]) -> Iterator[tuple[Path, str]]:
    """Give a file or folder of this machine with the texts of `source`, and how that is called.

    `source` is a place, an address, or `-` for what `stdin` opens. Errors call it so, too. Raises
    UsageError when there is nothing.
    """
    where = address(source)
    if not where and source != STREAM:
        yield source, ""
        return
    with scratch() as folder:
        here = _fetched(where, folder / source.name) if where else _spooled(stdin(), folder)
        called = where or STDIN
        with _named(called, here):
            yield here, called


def _spooled(stdin: IO[bytes], folder: Path) -> Path:
    """Write what comes from `stdin` to a file of `folder` with the ending of its format."""
    first = stdin.read(PEEKED)
    file = folder / f"stdin{_ending(first)}"
    with file.open("wb") as out:
        out.write(first)
        shutil.copyfileobj(stdin, out)
    return file


def _ending(first: bytes) -> str:
    """Give the ending for what begins with `first`: JSON lines, plain or packed, or one text.

    >>> _ending(b'{"text": "Oui."}'), _ending(b"{oui}")
    ('.jsonl', '.txt')
    """
    packed = (ending for magic, ending in PACKED.items() if first.startswith(magic))
    if ending := next(packed, ""):
        return ending
    line = first.lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return ".txt"
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return ".jsonl" if len(first) == PEEKED and b"\n" not in first.lstrip() else ".txt"
    return ".jsonl"


@contextmanager
def taken(target: Path, source: Path, stdout: Callable[[], IO[bytes]]) -> Iterator[Path]:
    """Give the file of this machine whose content goes to `target` when it is whole.

    Where that is an address, what is there already is taken note of first. Where it is `-`, what
    `stdout` opens gets the format of the file `source`. Raises UsageError.
    """
    where = address(target)
    if target == STREAM:
        yield from _streamed(source, stdout)
        return
    if not where:
        yield target
        return
    if not target.suffix:
        raise UsageError(f"{where}: results in a store are one file; name one, as out.jsonl")
    here = cache_folder() / "stores" / digest(where.encode()) / target.name
    here.parent.mkdir(parents=True, exist_ok=True)
    with _named(where, here), _told(where):
        store, path = _opened(where)
        before = _mirrored(store, path, here)
    with _named(where, here):
        yield here
    with _told(where):
        if here.exists() and _state(here) != before:
            for file in (Beside(here).path, here):  # the record first, as on a disk
                _sent(file, store, _beside(path, file, here))
    shutil.rmtree(here.parent, ignore_errors=True)


def _streamed(source: Path, stdout: Callable[[], IO[bytes]]) -> Iterator[Path]:
    """Give a file for results in the format of `source`, and write it to `stdout` when whole."""
    if source.is_dir():
        raise UsageError(f"{source}: one file is needed where '-' is used")
    with scratch() as folder:
        here = folder / f"results{ending(source)}"
        with _named(STDOUT, here):
            yield here
        if here.exists():  # not after a dry run
            with here.open("rb") as opened:
                shutil.copyfileobj(opened, out := stdout())
            out.flush()


def _mirrored(store: Any, path: str, here: Path) -> tuple[str, dict[str, Any]]:
    """Make `here` and its record what they are in `store`; give its digest there, and the record.

    A whole result that a run before could not send any more, to be in place of that one, stays.
    """
    there = here.parent / "there" / here.name
    there.parent.mkdir(exist_ok=True)
    for file in (there, Beside(there).path):
        file.unlink(missing_ok=True)
        if store.isfile(_beside(path, file, there)):
            store.get_file(_beside(path, file, there), str(file))
    found, said = _state(there)
    mine, record = _state(here)
    digests = record.get("sha256", [])
    if mine not in digests[:1] or found not in ("", *digests):
        for old, new in ((here, there), (Beside(here).path, Beside(there).path)):
            old.unlink(missing_ok=True)
            if new.exists():
                new.replace(old)
    return found, said


def _state(result: Path) -> tuple[str, dict[str, Any]]:
    """Give the digest of a result, "" where there is none, and its record."""
    return digest_of(result) if result.exists() else "", Beside(result).read()


def _beside(path: str, file: Path, here: Path) -> str:
    return path + file.name.removeprefix(here.name)


def _sent(file: Path, store: Any, path: str) -> None:
    """Write `file` to `path` of `store`, whole or not at all."""
    if not store.exists(folder := path.rpartition("/")[0]):
        store.makedirs(folder, exist_ok=True)
    with store.transaction, store.open(path, "wb") as out, file.open("rb") as opened:
        shutil.copyfileobj(opened, out, 1 << 20)


def _fetched(where: str, here: Path) -> Path:
    """Copy the file or folder at `where` to `here`."""
    with _told(where):
        store, path = _opened(where)
        if store.isdir(path):
            store.get(path.rstrip("/") + "/", f"{here}/", recursive=True)
        elif store.isfile(path):
            store.get_file(path, str(here))
        else:
            raise UsageError(f"{where}: there is no such file or folder")
    return here


def _opened(where: str) -> tuple[Any, str]:
    core = needed("fsspec.core", "stores", "a store")
    store, path = core.url_to_fs(where)
    return store, path


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Make one line of what goes wrong in the store of `where`: each has errors of its own."""
    try:
        yield
    except CorpusError:
        raise
    except Exception as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise UsageError(f"{where}: {said}") from error


@contextmanager
def _named(where: str, here: Path) -> Iterator[None]:
    """Say `where` for `here` in the message of an error."""
    try:
        yield
    except CorpusError as error:
        raise type(error)(str(error).replace(str(here), where)) from error
