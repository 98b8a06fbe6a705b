"""The SQLite file of a translation memory, which several runs and processes may use at a time."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from translate.errors import CorpusWarning, StorageError, UsageError

SCHEMA = """
CREATE TABLE IF NOT EXISTS unit (
    key BLOB PRIMARY KEY, pair TEXT NOT NULL, model TEXT NOT NULL, source TEXT NOT NULL,
    english TEXT NOT NULL, outcome TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS imported ON unit (pair, source) WHERE model = 'imported';
"""
VERSION = 1
PATIENCE = 60  # seconds that another process may hold the file
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
UNWRITTEN = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)  # on a full disk it may be either


class _DamagedError(Exception):
    """The file was a memory once, and can no longer be read."""


class MemoryFile:
    """The file `path`, opened when it is first asked and made when something is first kept.

    One that may only be read is read, and nothing is kept; one that nobody `named` is done without
    where it cannot be made. One that is damaged is moved aside and another one begun. All this
    with a warning. Every method but `close` raises UsageError when the file is something else, or
    what is asked for cannot be kept, and StorageError when the disk is full.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = MemoryFile(Path(folder, "memory.db"), named=True)
    ...     file.rows("SELECT COUNT(*) FROM unit")
    []
    """

    def __init__(self, path: Path, named: bool) -> None:
        self.path = path
        self._named = named
        self._opened: sqlite3.Connection | None = None
        self._read_only = False
        self._unkept = ""  # why nothing that is put into it stays

    def close(self) -> None:
        """Close the file."""
        if self._opened:
            self._opened.close()

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """Give the open file, made if it is not there; what goes wrong is a UsageError."""
        try:
            if not self._opened:
                self._open()
            assert self._opened
            yield self._opened
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be made ({error.strerror})") from error
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF in UNWRITTEN:
                raise StorageError(f"{self.path}: {error}: make room and run again") from error
            if error.sqlite_errorcode & 0xFF in DAMAGED and _is_database(self.path):
                raise _DamagedError(str(error)) from error
            raise UsageError(
                f"{self.path}: not a translation memory ({error}): name another file, or remove it"
            ) from error

    def _open(self) -> None:
        """Open the file; another program's database is refused before anything in it is changed."""
        opened = sqlite3.connect(self._address(), timeout=PATIENCE, uri=True)
        try:
            (version,) = opened.execute("PRAGMA user_version").fetchone()
            tables = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
            if tables and "unit" not in tables:
                raise UsageError(f"{self.path}: a database of another program: name another file")
            if version not in (0, VERSION):
                raise UsageError(f"{self.path}: a memory of another version ({version}): remove it")
            if not self._read_only:
                _log_ahead(opened)
                opened.execute("PRAGMA synchronous=NORMAL")
                if version == 0:
                    opened.executescript(f"{SCHEMA} PRAGMA user_version={VERSION};")
        except BaseException:
            opened.close()
            raise
        self._opened = opened

    def _address(self) -> str:
        """Give the address of the file for SQLite; it is made, for its owner alone, if need be."""
        self._read_only = self.path.exists() and not _may_write(self.path)
        place = self.path.resolve().as_uri()
        if self._read_only:
            self._unkept = "may only be read"
            _warn(f"{self.path}: {self._unkept}: what is translated now is not kept in it")
            log = self.path.with_name(f"{self.path.name}-wal")
            return f"{place}?mode=ro{'' if log.exists() else '&immutable=1'}"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            if self._named or error.errno == errno.ENOSPC:
                raise
            self._unkept = f"cannot be made ({error.strerror})"
            _warn(f"{self.path}: {self._unkept}: done without")
            return "file::memory:"
        return place

    def _set_aside(self, why: str) -> None:
        """Move the damaged file aside."""
        self.close()
        self._opened = None
        aside = self.path.with_name(f"{self.path.name}.damaged")
        for end in ("", "-wal", "-shm"):
            part = self.path.with_name(self.path.name + end)
            if part.exists():
                part.replace(aside.with_name(aside.name + end))
        _warn(f"{self.path}: damaged ({why}): moved to {aside}, and another memory begun")

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Give what a query finds; nothing where there is no file."""
        if not self._opened and not self.path.exists():
            return []
        try:
            with self._database() as database:
                return database.execute(query, values).fetchall()
        except _DamagedError as error:
            self._set_aside(str(error))
            return []

    def write(self, *changes: tuple[str, Iterable[tuple[object, ...]]], asked: bool = True) -> None:
        """Carry each of `changes` out for its rows, all or none; what is `asked` for must stay."""
        kept = [(statement, list(rows)) for statement, rows in changes]
        try:
            with self._database() as database, database:
                if asked and self._unkept:
                    raise UsageError(f"{self.path}: {self._unkept}: nothing was changed")
                for statement, rows in () if self._read_only else kept:
                    database.executemany(statement, rows)
        except _DamagedError as error:
            self._set_aside(str(error))
            self.write(*kept, asked=asked)

    def shrink(self) -> None:
        """Give the room of what was taken out back to the disk."""
        with self._database() as database:
            database.execute("VACUUM")


def _warn(said: str) -> None:
    warnings.warn(said, CorpusWarning, stacklevel=3)


def _may_write(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _log_ahead(opened: sqlite3.Connection) -> None:
    """Have `opened` write ahead; SQLite does not wait by itself where two processes ask at once."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            opened.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _is_database(file: Path) -> bool:
    """Tell whether `file` begins as every SQLite file does; another file is never moved."""
    try:
        with file.open("rb") as opened:
            return opened.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
