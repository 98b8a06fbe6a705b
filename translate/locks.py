"""Locks of folders, which end with their process, and folders for the time of a run."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.errors import CorpusWarning

SCRATCH = ".corpus-scratch-"  # what names of folders for the time of a run begin with


@contextmanager
def scratch(place: Path | None = None) -> Iterator[Path]:
    """Give an empty folder of this run alone, in `place` or where the system has such.

    It goes at the end, and those that killed runs left there go before: the lock of a folder tells
    that its run is still at work, and ends with that.

    >>> with scratch() as folder:
    ...     folder.is_dir(), list(folder.iterdir())
    (True, [])
    >>> folder.exists()
    False
    """
    home = place or Path(tempfile.gettempdir())
    for left in home.glob(f"{SCRATCH}*"):
        with contextlib.suppress(OSError):
            if _is_own(left):
                with locked(left, wait=False) as free:
                    if free:
                        shutil.rmtree(left, ignore_errors=True)
    while True:
        with tempfile.TemporaryDirectory(
            prefix=SCRATCH, dir=home, ignore_cleanup_errors=True
        ) as made:
            folder = Path(made)
            with locked(folder):
                if folder.exists():  # else another run took it before it was locked
                    yield folder
                    return


def _is_own(folder: Path) -> bool:
    """Tell whether `folder` is one, no link to it, and of the person who runs this."""
    own = os.getuid() if sys.platform != "win32" else 0
    return folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid == own


@contextmanager
def locked(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of `folder`; tell whether it is held.

    Where another run holds it, that is waited for, or not. Where the system gives none, as over
    some networks, it is done without.
    """
    try:
        handle = os.open(_lock_file(folder), os.O_RDONLY if sys.platform != "win32" else os.O_RDWR)
    except OSError:
        yield False
        return
    try:
        held = False
        with contextlib.suppress(OSError):
            held = _lock(handle, folder if wait else None)
        yield held
    finally:
        os.close(handle)


if sys.platform != "win32":
    import fcntl

    def _lock_file(folder: Path) -> Path:
        """Give what is locked: the folder itself, so that nothing is left in it."""
        return folder

    def _lock(handle: int, waiting_for: Path | None) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waiting_for is None:
                return False
            _tell(waiting_for)
            fcntl.flock(handle, fcntl.LOCK_EX)
        return True

else:  # folders cannot be opened: a file in the cache stands for each
    import msvcrt
    import time

    from translate.places import cache_folder
    from translate.provenance import digest

    def _lock_file(folder: Path) -> Path:
        """Give what is locked: a file in the cache folder that stands for `folder`."""
        file = cache_folder() / "folders" / f"{digest(os.fsencode(folder.resolve()))}.lock"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        return file

    def _lock(handle: int, waiting_for: Path | None) -> bool:
        told = False
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
                return True
            except OSError:
                if waiting_for is None:
                    return False
                if not told:
                    _tell(waiting_for)
                told = True
                time.sleep(1)


def _tell(folder: Path) -> None:
    said = f"{folder}: another run is at work there: waiting until it is done"
    warnings.warn(said, CorpusWarning, stacklevel=2)
