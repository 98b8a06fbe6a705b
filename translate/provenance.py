"""What made a result: the program's own code and data, and every setting that changes a byte.

A result whose signature is another one is made again. Models are no part of the code: they have
fingerprints of their own. Nor is what only shows results, or what other packages do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from translate import __version__

HOME = Path(__file__).parent
GROUND = ""  # the modules beside this one, on which all rooms stand
# The rooms that have a part in a cleaned text, in a translated one, in the English of a sentence.
CLEANED = ("languages", "cleaning", "folders")
TRANSLATED = (*CLEANED, "names", "mt")
SENTENCE = ("languages", "names", "mt")


def signature(rooms: Iterable[str], **settings: object) -> str:
    """Give what made a result in one line: the code of `rooms` and `settings` by their names.

    >>> signature(CLEANED, profile="page").startswith(f"corpus {__version__} code ")
    True
    """
    said = (f"{name} {value}" for name, value in settings.items())
    return " ".join(["corpus", __version__, "code", code(*rooms), *said])


def parts(signature: str) -> dict[str, str]:
    """Give the settings of `signature` and what else was put behind it, by name.

    >>> parts("corpus 1 code a raw b")["raw"]
    'b'
    """
    words = signature.split()
    return dict(zip(words[::2], words[1::2], strict=False))


@cache
def code(*rooms: str) -> str:
    """Give 12 hexadecimal digits that change with any file of `rooms` or of the ground floor."""
    return digest("".join(map(_room, (GROUND, *rooms))).encode())


def digest(*parts: bytes) -> str:
    """Give 12 hexadecimal digits of `parts`, each of which counts by itself.

    >>> digest(b"ab", b"c") == digest(b"a", b"bc")
    False
    """
    whole = hashlib.blake2b(digest_size=6)
    for part in parts:
        whole.update(hashlib.blake2b(part).digest())
    return whole.hexdigest()


@cache
def _room(room: str) -> str:
    """Give the digest of one room, read once a process."""
    found = sorted(_files(HOME / room, f"{room}/", deep=room != GROUND))
    return digest(*(part for name, file in found for part in (name.encode(), _read(file))))


def _read(file: str) -> bytes:
    with open(file, "rb") as opened:  # noqa: PTH123 - half the time of a Path, for some 150 files
        return opened.read()


def _files(folder: Path | str, prefix: str, deep: bool) -> Iterator[tuple[str, str]]:
    """Give name and place of the files of `folder` that count: no documents, nothing hidden."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if deep and entry.name != "__pycache__":
                yield from _files(entry.path, f"{prefix}{entry.name}/", deep)
        elif not entry.name.startswith(".") and not entry.name.endswith((".md", ".pyc")):
            yield prefix + entry.name, entry.path
