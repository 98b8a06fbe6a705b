"""What can go wrong, said so that the reader knows which file, where, and what to do."""

from __future__ import annotations

import errno
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

# What concerns every file to come: there is no use in going on.
FULL = {errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}
ALIKE = 0.8  # of two words, by the letters that they share, where one may be the other misspelt
NAMED = 30  # names that a message lists, of many


class CorpusError(Exception):
    """Base of every error this package raises on purpose; its text is meant for the user.

    >>> str(CorpusError("raw/a.txt: empty"))
    'raw/a.txt: empty'
    """


class UsageError(CorpusError):
    """The command, the configuration, the glossary or a rule file is wrong (exit code 2)."""


class MissingLibraryError(UsageError):
    """A library that not everybody needs is not installed; it says with what extra it comes."""


class DocumentError(CorpusError):
    """One document cannot be handled; the others go on (exit code 1)."""


class ModelError(CorpusError):
    """A translation model is missing, broken, or not for the languages asked (exit code 2)."""


class StorageError(CorpusError):
    """Nothing can be written any more: the disk is full, or may only be read (exit code 2)."""


class CorpusWarning(UserWarning):
    """Something a person should know though the work goes on; the command prints it as a note."""


class BinaryFileError(DocumentError):
    """The bytes are not text: an image, an archive, a word processor's file."""


def without(library: str, extra: str, why: str) -> str:
    """Give what to say where `why` needs a `library` that comes with an `extra` of this package.

    The command it tells is typed as it is: it asks the interpreter that runs now, whose
    environment has the package already, so that no index is asked for more than the library.

    >>> without("pyarrow", "parquet", "a.parquet").partition(" -m ")[2]
    "pip install 'corpus-translate[parquet]'"
    """
    python, here = Path(sys.executable or "python"), Path.cwd()
    shown = str(python.relative_to(here) if python.is_relative_to(here) else python)
    asked = f"{shlex.quote(shown)} -m pip install 'corpus-translate[{extra}]'"
    return f"{why} needs {library}: {asked}"


def expect(value: object, types: tuple[type, ...], where: str, wanted: str) -> None:
    """Raise TypeError, which says what is `wanted`, unless `value` is of one of `types`.

    >>> expect(3, (str,), "name", "a str")
    Traceback (most recent call last):
    TypeError: name: give a str, not int
    """
    if not isinstance(value, types):
        raise TypeError(f"{where}: give {wanted}, not {type(value).__name__}")


def misspelt(word: str, known: Iterable[str]) -> str:
    """Give the end of a message where `word` is one of `known` but for a letter or two.

    >>> misspelt("shar", ["share", "cookie"]), misspelt("menu-bar", ["menu"])
    ("; did you mean 'share'?", '')
    """
    from difflib import get_close_matches  # only where something may be wrong

    meant = get_close_matches(word, sorted(known), 1, ALIKE)
    return f"; did you mean '{meant[0]}'?" if meant else ""


def nearest(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Give the end of a message about `word`, which is none of `known`: what was meant, or all.

    Where nothing is near and all would be too many, it is `otherwise`.

    >>> nearest("canonicl", ["canonical", "kind"])
    "; did you mean 'canonical'?"
    >>> nearest("x", ["kind", "canonical"])
    '; known: canonical, kind'
    """
    from difflib import get_close_matches  # only where something is wrong

    names = sorted(known)
    meant = get_close_matches(word.lower(), names, 1)
    if meant:
        return f"; did you mean '{meant[0]}'?"
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"; {otherwise}" if otherwise else f"; known: {', '.join(names[:NAMED])}{more}"
