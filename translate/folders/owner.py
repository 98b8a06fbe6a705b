"""Whose results a folder holds: those of two folders of texts are never mixed.

A file in the cache folder for each folder of results says which texts they are of. Texts that were
moved or deleted have no claim on it any more.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from translate.errors import CorpusError, UsageError
from translate.folders import files
from translate.folders.files import EDITS, SENTENCES
from translate.places import cache_folder
from translate.provenance import digest


def texts_of(results: Path) -> Path | None:
    """Give the folder of the texts whose results `results` holds, None where that is not known."""
    try:
        data = files.read(_place(results))
    except CorpusError:
        return None
    texts = Path(os.fsdecode(data))
    return texts if texts.is_dir() else None


def claim(texts: Path, results: Path, *, dry_run: bool) -> None:
    """Keep in mind that `results` holds those of `texts`, if that is a folder.

    Raises UsageError when it holds those of another folder.
    """
    check(texts, results)
    if texts.is_dir() and not dry_run:
        with contextlib.suppress(CorpusError):  # without a cache folder nothing is known of owners
            files.write(_place(results), os.fsencode(texts.resolve()))


def check(texts: Path, results: Path) -> None:
    """Raise UsageError where `claim` does; what is no file is taken for a folder, made or not.

    The result of a file from elsewhere would be taken for that of a text that is gone.
    """
    one = texts.is_file()
    if one and (results.is_file() or (results.suffix and not results.is_dir())):
        results = results.parent  # a place for that one was named
    owner = texts_of(results)
    if owner is None or owner == (texts.resolve().parent if one else texts.resolve()):
        return
    there = (n for record in (EDITS, SENTENCES) for n in files.results(results, record))
    if any((owner / name).exists() for name in there):
        raise UsageError(
            f"{results}: holds the results of {owner}; name another folder for those of {texts}"
            f"{', which lies elsewhere' if one else ', or remove it'}"
        )


def orphans(cleaned: Path, names: Iterable[str]) -> set[str]:
    """Give those cleaned texts of `names` that were made of one that is gone.

    None where the folder of the raw texts is gone, or not known.
    """
    texts = texts_of(cleaned)
    if texts is None:
        return set()
    made = (name for name in names if (cleaned / f"{name}{EDITS}").exists())
    return {name for name in made if not (texts / name).exists()}


def _place(results: Path) -> Path:
    name = digest(os.fsencode(results.resolve()))
    return cache_folder() / "folders" / f"{name}.texts"
