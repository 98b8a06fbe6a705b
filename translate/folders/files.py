"""Folders of texts: finding them, and writing them whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fnmatch
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from translate.errors import FULL, DocumentError, StorageError, UsageError

PUBLIC = 0o666  # what the user's umask leaves of it is what a file may be
EDITS = ".edits.json"
SENTENCES = ".sentences.json"
RESULT = ".result.json"  # beside a collection
RECORDS = (EDITS, SENTENCES)  # how what stands beside a result of this tool ends
LONGEST = 255  # bytes of the name of a file, on most file systems
CUT = re.compile(r"~[0-9a-f]{16}$")  # a name that was cut to fit

T = TypeVar("T")
# Told how many of how many texts are done; when translating: sentences; of a collection: shards.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One text to work on: its name under the folder (`a/b.txt`), where it is and where it goes."""

    name: str
    source: Path
    target: Path

    @property
    def mode(self) -> int:
        """The permissions of results: nobody reads them who may not read the text.

        Neither the file nor a folder of it, up to that of all texts, may keep a reader out.
        """
        folders = list(self.source.parents)[: self.name.count("/") + 1]
        return access(self.source, *folders)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which texts are worked on: `force` says also what is done, `since` only what is newer.

    `since` is in seconds, as a file's time of change.
    """

    force: bool = False
    since: float | None = None

    def takes(self, item: Item) -> bool:
        """Whether `item` is to be looked at; what cannot be looked at is, to be reported."""
        try:
            return self.since is None or item.source.stat().st_mtime >= self.since
        except OSError:
            return True


EVERY = Selection()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    `status` is `made`, `unchanged` since the last run, `kept` (a person changed the result),
    `skipped` or `failed`. `message` says why for the last three; `facts` holds counts for the
    summary (values for JSON).
    """

    name: str
    status: Literal["made", "unchanged", "kept", "skipped", "failed"]
    message: str
    facts: dict[str, Any]

    @property
    def reported(self) -> bool:
        """Whether a person must be told: the document was not done, or not as was asked."""
        return self.status in ("kept", "skipped", "failed") or bool(self.facts.get("warning"))

    def to_json(self) -> dict[str, Any]:
        """Give the outcome as values that JSON can hold."""
        head = {"document": self.name, "status": self.status, "message": self.message}
        return {**head, **self.facts}


def told(error: Exception, item: Item) -> str:
    """Give what `error` says, with the text of `item` by its name, as reports call it.

    >>> item = Item("a.txt", Path("raw/a.txt"), Path("cleaned/a.txt"))
    >>> told(DocumentError("raw/a.txt: cannot be read"), item)
    'a.txt: cannot be read'
    """
    said, place = str(error), f"{item.source}:"
    return f"{item.name}:{said.removeprefix(place)}" if said.startswith(place) else said


def find(
    folder: Path, include: Sequence[str], leave_out: Sequence[Path] = (), *, unread: bool = False
) -> Iterator[str]:
    """Give the names under `folder` that match a pattern of `include`, sorted, with `/` between.

    Patterns ask for no case (`*.txt` is `A.TXT` too). Hidden files and folders, links to folders,
    pipes and devices and the folders `leave_out` are passed over; if `unread`, links, pipes and
    devices alone are given. What cannot be looked at, a folder too, is given by its name: reading
    it says what is wrong. Raises UsageError when `folder` itself cannot be listed.

    >>> list(find(Path(__file__).parent, ["file*.py"]))
    ['files.py']
    """
    closed = {path.resolve() for path in leave_out}

    def walk(place: Path, prefix: str) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(place), key=lambda e: e.name)
        except OSError as error:
            if prefix:
                yield prefix.removesuffix("/")
                return
            raise UsageError(f"{place}: cannot be listed ({error.strerror})") from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if Path(entry.path).resolve() not in closed:
                    yield from walk(Path(entry.path), f"{prefix}{entry.name}/")
            elif any(fnmatch.fnmatch(entry.name.lower(), p.lower()) for p in include) and (
                _may_be_text(entry) != unread
            ):
                yield prefix + entry.name

    yield from sorted(walk(folder, ""))


def _may_be_text(entry: os.DirEntry[str]) -> bool:
    """Whether `entry` is a file, or a link to nothing, or cannot be looked at."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def plan(  # noqa: PLR0913 - all but the folders and patterns have defaults
    source: Path,
    target: Path,
    include: Sequence[str],
    *,
    home: Path | None = None,
    others: Sequence[Path] = (),
    made: tuple[str, ...] = (),
) -> list[Item]:
    """Give the work from `source` (a folder, or one file) to `target`.

    A file or a folder keeps its place under `home`, the folder of all texts, where it lies in that.
    `others` are folders of other results, which are no texts; nor is what has a record that ends as
    one of `made` beside it, unless all have. Raises UsageError when there is
    nothing at `source`, when no file matches, or when results would fall on the texts themselves.
    """
    if source.is_file():
        inside = target.is_dir() or not (target.suffix or target.is_file())
        name = name_under(source, home)
        place = target / name if inside else target
        if place.resolve() == source.resolve():
            raise UsageError(f"{source}: the result would replace the text; name another place")
        return [Item(name, source, place)]
    if not source.is_dir():
        raise UsageError(f"{source}: there is no such file or folder: name where the texts are")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{target}: is a file; a folder is needed for the results of {source}")
    if source.resolve() == target.resolve():
        raise UsageError(f"{source}: texts and results need two folders")
    names = texts_in(source, include, [target, *others], made)
    if not names:
        wanted = ", ".join(include) or "`include`, which is empty"
        other = ": name with -o a file of results to read pages, mails and tables"
        some = other if passed_over(source, include, [target, *others])[0] else ""
        raise UsageError(f"{source}: no file here matches {wanted}{some}")
    within = prefix(source, home)
    return [Item(f"{within}{n}", source / n, target / f"{within}{n}") for n in names]


def texts_in(
    folder: Path, include: Sequence[str], leave_out: Sequence[Path], made: tuple[str, ...]
) -> list[str]:
    """Give the names of the texts under `folder`, without results and records among them.

    The patterns and folders are those of `find`, `made` is as of `plan`.
    """
    names = [name for name in find(folder, include, leave_out) if not name.endswith(RECORDS)]
    gone = set(results_among(folder, names, made))
    return [name for name in names if name not in gone]


def results_among(folder: Path, names: Sequence[str], made: tuple[str, ...] = RECORDS) -> list[str]:
    """Give those of `names`, files of `folder`, that are results of this tool among other texts.

    Beside such a one stands a record that ends as one of `made`. Where all are results, somebody
    asks for results, and none is given.
    """
    found = [n for n in names if any(beside(folder / n, end).exists() for end in made)]
    return found if len(found) < len(names) else []


def prefix(folder: Path, home: Path | None) -> str:
    """Give what stands before the names of `folder` under `home`: "" where it is not within."""
    if home is None or not folder.resolve().is_relative_to(home.resolve()):
        return ""
    place = folder.resolve().relative_to(home.resolve()).as_posix()
    return "" if place == "." else f"{place}/"


def whole(texts: Path, home: Path) -> Path:
    """Give the folder of all texts that `texts` is a part of: `home` where they lie within."""
    return home if texts.resolve().is_relative_to(home.resolve()) else texts


def name_under(file: Path, home: Path | None) -> str:
    """Give the name of `file` under `home`, its last part where it lies elsewhere."""
    if home is not None and file.resolve().is_relative_to(home.resolve()):
        return file.resolve().relative_to(home.resolve()).as_posix()
    return file.name


def at_home(place: Path, home: Path) -> Path:
    """Give `place` as it lies, or under `home`, the folder of all texts, if it lies only there.

    So a text goes by the name that every report gives it, too.

    >>> at_home(Path("nowhere.txt"), Path("raw"))
    PosixPath('nowhere.txt')
    """
    return home / place if not place.exists() and (home / place).exists() else place


def results(folder: Path, record: str, leave_out: Sequence[Path] = ()) -> Iterator[str]:
    """Give the names of the results in `folder`, those that have a `record`, sorted."""
    if folder.is_dir():
        found = [n.removesuffix(record) for n in find(folder, [f"*{record}"], leave_out)]
        if any(map(CUT.search, found)):
            whole = {fitting(name, record): name for name in find(folder, ["*"], leave_out)}
            found = sorted(whole.get(name + record, name) for name in found)
        yield from found


def beside(text: Path, end: str) -> Path:
    """Give the file beside `text` whose name ends in `end`.

    >>> beside(Path("cleaned/a.txt"), EDITS).as_posix()
    'cleaned/a.txt.edits.json'
    """
    return text.with_name(fitting(text.name, end))


def fitting(name: str, end: str) -> str:
    """Give `name` and `end` as the name of a file.

    What is longer than file systems take has a digest in place of the last of `name`, which may
    have folders before it.

    >>> fitting("a.txt", EDITS), len(fitting("a" * 251, EDITS))
    ('a.txt.edits.json', 255)
    """
    at = name.rfind("/") + 1
    last = name[at:]
    if len(os.fsencode(last + end)) <= LONGEST:
        return name + end
    mark = f"~{hashlib.sha256(os.fsencode(last)).hexdigest()[:16]}{end}"
    kept = os.fsencode(last)[: LONGEST - len(os.fsencode(mark))].decode(errors="ignore")
    return f"{name[:at]}{kept}{mark}"


def counted(items: Sequence[T], progress: Progress | None) -> Iterator[T]:
    """Give `items`; `progress`, if there is one, is told of each when it is done.

    >>> list(counted("ab", lambda done, total: print(done, "of", total)))
    1 of 2
    2 of 2
    ['a', 'b']
    """
    for number, item in enumerate(items, 1):
        yield item
        if progress:
            progress(number, len(items))


def left_behind(source: Path, target: Path, record: str, home: Path | None = None) -> list[str]:
    """Give the names of results in `target` whose text is no longer in the folder `source`.

    Where `source` lies under `home`, the folder of all texts, only its part is looked at.
    """
    if not (source.is_dir() and target.is_dir()):
        return []
    inside = prefix(source, home)
    names = (name for name in results(target, record) if name.startswith(inside))
    return [name for name in names if not (source / name.removeprefix(inside)).exists()]


def need_cleaned(place: Path) -> None:
    """Raise UsageError, which says what to do first, where no cleaned text is at `place`."""
    if not place.exists():
        raise UsageError(f"{place}: there is no such file or folder; run 'corpus clean' first")


def passed_over(
    folder: Path, include: Sequence[str], leave_out: Sequence[Path]
) -> tuple[list[str], list[str], list[str]]:
    """Give the names of what under `folder` is no text: by the patterns of `include`; as a result.

    Last what is no file: pipes, devices, links to folders. The folders `leave_out` and the records
    beside texts are not looked at.
    """
    if not folder.is_dir():
        return [], [], []
    names = [name for name in find(folder, include, leave_out) if not name.endswith(RECORDS)]
    texts = set(names)
    others = (name for name in find(folder, ["*"], leave_out) if name not in texts)
    named = [name for name in others if not name.endswith(RECORDS)]
    unread = list(find(folder, ["*"], leave_out, unread=True))
    return named, results_among(folder, names), unread


def digest(data: bytes | str) -> str:
    """Give the SHA-256 of `data` (a string counts as UTF-8) in hexadecimal digits.

    >>> digest("é")[:12]
    '4a99557e4033'
    """
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def read(path: Path) -> bytes:
    """Give the bytes of `path`, or raise DocumentError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror})") from error


def access(file: Path, *folders: Path) -> int:
    """Give the permissions of a file whose readers are those that `file` and its `folders` let in.

    What cannot be looked at lets its owner in alone.
    """
    try:
        mode = file.stat().st_mode & PUBLIC
        for folder in folders:
            ways = folder.stat().st_mode
            mode &= ~sum(0o6 << shift for shift in (0, 3) if not ways >> shift & 0o1)
    except OSError:
        mode = 0
    return mode | 0o600


def write(path: Path, data: bytes | Iterable[bytes], mode: int = PUBLIC) -> None:
    """Write `data` to `path` whole: to a file beside it first, then by a rename.

    They may come piece by piece. The user's umask is taken off `mode`. Raises DocumentError when
    the place cannot be written, StorageError when none can.
    """
    temporary = path.with_name(fitting(f".{path.name}", f".{os.getpid()}.part"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        with open(temporary, "xb", opener=lambda name, how: os.open(name, how, mode)) as out:
            out.writelines([data] if isinstance(data, bytes) else data)
        temporary.replace(path)
    except OSError as error:
        if error.errno in FULL:
            said = "make room" if error.errno != errno.EROFS else "name another place"
            raise StorageError(
                f"{path}: {error.strerror}: {said} and run again; what is done stays done"
            ) from error
        raise DocumentError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_asked(path: Path, data: bytes, mode: int = PUBLIC) -> None:
    """Write `data` to `path`, the one file that a person asked for; UsageError where that fails."""
    try:
        write(path, data, mode)
    except DocumentError as error:
        raise UsageError(str(error)) from error
