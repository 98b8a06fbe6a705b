"""Glossaries in from other programs, and out to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate.config import Config
from translate.exported import exported
from translate.folders import files
from translate.folders.naming import glossary_of, glossary_text
from translate.names.editing import accepted
from translate.names.exchange import format_of
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What went in or out: how many names, to which file, and in words what did not."""

    count: int
    file: Path
    left_out: tuple[str, ...]


def import_names(file: Path, config: Config, name: str = "", *, dry_run: bool = False) -> Exchanged:
    """Add the names of `file`, in the format `name` or that of its suffix, to the glossary.

    What stands in the glossary stays as it is: an entry that the file has otherwise is left out and
    named. A glossary is begun where there is none. Raises UsageError.
    """
    place, text = glossary_text(config)
    there = Glossary.parse(text, str(place)).between(config.source, config.target)
    found = format_of(file, name).read(file, there)
    known = {key(s): one for one in there.names for s in (one.canonical, *one.variants)}
    new: list[Name] = []
    left_out = list(found.left_out)
    for one in found.names:
        clash = [s for s in (one.canonical, *one.variants) if key(s) in known]
        if not clash:
            new.append(one)
        elif known[key(clash[0])] != one:
            left_out.append(
                f"{file}: '{clash[0]}' stands in {place} otherwise; left as it is there"
            )
    whole = accepted(text, new, str(place))
    if new and not dry_run:
        files.write_asked(place, whole.encode())
    return Exchanged(len(new), place, tuple(left_out))


def export_names(file: Path, config: Config, name: str = "", *, dry_run: bool = False) -> Exchanged:
    """Write the glossary to `file`, in the format `name` or that of its suffix.

    Raises UsageError where there is no glossary, the format is not known, or another file stands
    there.
    """
    glossary = glossary_of(config)
    text, left_out = format_of(file, name).write(glossary)
    if not dry_run:
        with exported(file) as out:
            out.write(text)
    return Exchanged(len(glossary.names), file, tuple(left_out))
