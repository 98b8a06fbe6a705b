"""Whose results a folder holds: those of two folders of texts are never mixed.

The folders of results that a project names are for its own texts, wherever it lies. Of any other
folder a file in the cache folder says which texts its results are of. Texts that were moved or
deleted have no claim on it any more.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from translate.config import Config
from translate.errors import CorpusError, UsageError
from translate.folders import files
from translate.folders.files import EDITS, SENTENCES, Item
from translate.places import cache_folder
from translate.provenance import digest

ELSEWHERE = "corpus run FILE --cleaned other/cleaned --translated other/translated"  # an example


def texts_of(results: Path, config: Config) -> Path | None:
    """Give the folder of the texts whose results `results` holds, None where that is not known."""
    return _claimed(results) or _own(results, config)


def claim(texts: Path, results: Path, config: Config, *, dry_run: bool) -> None:
    """Keep in mind that `results` holds those of `texts`, if that is a folder.

    Raises UsageError as `check` does.
    """
    check(texts, results, config)
    if texts.is_dir() and not dry_run:
        with contextlib.suppress(CorpusError):  # without a cache folder nothing is known of owners
            files.write(_place(results), os.fsencode(texts.resolve()))


def check(texts: Path, results: Path, config: Config) -> None:
    """Raise UsageError where `results` holds, or is for, those of other texts than `texts`.

    What is no file is taken for a folder, made or not. The result of a file from elsewhere would be
    taken for that of a text that is gone.
    """
    one = texts.is_file()
    if one and (results.is_file() or (results.suffix and not results.is_dir())):
        results = results.parent  # a place for that one was named
    place = texts.resolve().parent if one else texts.resolve()
    claimed, own = _claimed(results), _own(results, config)
    owner = claimed if claimed and _holds(results, claimed) else own
    if owner is None or owner == place:
        return
    told = "holds the results of"
    if not _holds(results, owner):
        if not any(files.find(owner, config.include)):
            return
        told = "is the place for the results of"
    ways = (
        f", which lies elsewhere: {ELSEWHERE}" if one else "" if owner == own else ", or remove it"
    )
    raise UsageError(f"{results}: {told} {owner}; name another folder for those of {texts}{ways}")


def in_company(items: Sequence[Item], texts: Path, results: Path, config: Config) -> list[Item]:
    """Give the work on all texts that `texts` is a part of; `items` are those of it alone.

    What the other texts say of one is the same, then, whether it is done with them or alone. Those
    that go to a place of their own under `results` have no company.
    """
    home = _home_of(texts, results, config)
    if not home.is_dir() or any(item.target != results / item.name for item in items):
        return list(items)
    made = (results, config.cleaned, config.translated)
    names = files.texts_in(home, config.include, made, files.RECORDS)
    found = {name: Item(name, home / name, results / name) for name in names}
    return list({**found, **{item.name: item for item in items}}.values())


def orphans(cleaned: Path, names: Iterable[str], config: Config) -> set[str]:
    """Give those cleaned texts of `names` that were made of one that is gone.

    None where the folder of the raw texts is gone, or not known.
    """
    texts = texts_of(cleaned, config)
    if texts is None:
        return set()
    made = (name for name in names if files.beside(cleaned / name, EDITS).exists())
    return {name for name in made if not (texts / name).exists()}


def _home_of(texts: Path, results: Path, config: Config) -> Path:
    """Give the folder of all texts that `texts` is a part of, itself where there is none.

    It is the one of the project, or for one file that whose results `results` holds.
    """
    home = files.whole(texts, config.raw)
    alone = home.is_file() and home.resolve().parent == _claimed(results)
    return home.parent if alone else home


def _claimed(results: Path) -> Path | None:
    """Give the folder of texts that a run before claimed `results` for, None if there is none."""
    try:
        texts = Path(os.fsdecode(files.read(_place(results))))
    except CorpusError:
        return None
    return texts if texts.is_dir() else None


def _own(results: Path, config: Config) -> Path | None:
    """Give the folder of texts that the project of `config` has `results` for, None if none."""
    place = results.resolve()
    steps = pairwise(folder.resolve() for folder in config.folders)
    return next((texts for texts, made in steps if made == place and texts.is_dir()), None)


def _holds(results: Path, texts: Path) -> bool:
    """Tell whether a result of a text of the folder `texts` is among `results`."""
    names = (name for record in (EDITS, SENTENCES) for name in files.results(results, record))
    return any((texts / name).exists() for name in names)


def _place(results: Path) -> Path:
    name = digest(os.fsencode(results.resolve()))
    return cache_folder() / "folders" / f"{name}.texts"
