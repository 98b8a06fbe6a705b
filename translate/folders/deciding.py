"""What a decision is about, found in the texts of a corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from translate.config import Config
from translate.document import touching
from translate.errors import CorpusError, DocumentError, UsageError
from translate.folders import files, records
from translate.folders.decisions import said, typed


def line_at(place: str, config: Config) -> dict[str, Any]:
    """Give the entry that restores the line of a raw text at `place`, FILE:LINE.

    The file is named as it lies, or as its document is called. Raises UsageError where there is no
    such line, and for one of a result: a decision is about the text as it was found.
    """
    from translate.cleaning.decode import decode

    file, _, number = place.rpartition(":")
    if not file or not number.isdigit():
        raise UsageError(f"--at {place}: write FILE:LINE, as in raw/a.txt:12")
    path = files.at_home(Path(file), config.raw)
    if not path.is_file():
        raise UsageError(f"--at {place}: there is no such file, here or in {config.raw}")
    for results in (config.cleaned, config.translated):
        if path.resolve().is_relative_to(results.resolve()):
            raise UsageError(f"--at {place}: is a result; name the line of the raw text")
    name = files.name_under(path, config.raw)
    lines = decode(files.read(path), config.languages, name=name)[0].split("\n")
    if not 0 < int(number) <= len(lines) or not lines[int(number) - 1].strip():
        raise UsageError(f"--at {place}: there is no such line, or it is blank")
    return {"document": name, "line": int(number), "text": lines[int(number) - 1].rstrip("\r")}


def untouched(entry: dict[str, Any], config: Config) -> bool:
    """Whether the line of `entry`, as of `line_at`, stands in its cleaned text as it was found.

    Of a text that was not cleaned yet, or changed since, that is not known.
    """
    name, number = entry["document"], entry["line"]
    with suppress(CorpusError):
        doc = records.load_document(config.cleaned / name, name)
        before = doc.original.split("\n")[:number]
        if len(before) < number or before[-1].rstrip("\r") != entry["text"]:
            return False
        end = len("\n".join(before))
        touches = touching((edit.start, edit.end) for edit in doc.edits)
        return not touches(end - len(before[-1]), end)
    return False


def matched(pattern: str, config: Config) -> dict[str, int]:
    """Give how many lines of which raw texts `pattern` matches; raises UsageError.

    What was broken to a width is one line, as it is for `keep` and `drop`.
    """
    from translate.cleaning.boilerplate.lines import split
    from translate.cleaning.boilerplate.patterns import compiled
    from translate.cleaning.decode import decode

    wanted = compiled(pattern, "pattern:")
    found: dict[str, int] = {}
    for name, data in _texts(config.raw, config):
        with suppress(DocumentError):  # one that is no text has no lines, and a run reports it
            lines = split(decode(data, config.languages, name=name)[0])
            if n := sum(bool(not line.blank and wanted.search(line.text)) for line in lines):
                found[name] = n
    return found


def as_it_stands(sentence: str, config: Config) -> str | None:
    """Give `sentence` as a cleaned text has it, on one line; None where none does.

    It may be typed with other apostrophes and quotation marks than stand there.
    """
    wanted = typed(sentence)
    for _, text in _cleaned(config):
        start = typed(text).find(wanted)
        if start >= 0:
            return text[start : start + len(wanted)]
    return None


def sentence_around(part: str, config: Config) -> str | None:
    """Give the sentence that holds `part` and more, if it is none itself in the translated texts.

    A correction is of whole sentences: that of a part would never be used.
    """
    from translate.folders.xliff import segments_of

    wanted, around = typed(part), None
    with suppress(DocumentError):  # a damaged record tells of no sentence
        for one in segments_of(config.translated) if config.translated.is_dir() else ():
            whole = typed(one.source)
            if whole == wanted:
                return None
            if wanted in whole:
                around = around or said(one.source)
    return around


def holding(sentence: str, config: Config) -> list[str]:
    """Give the names of the cleaned texts that hold `sentence`."""
    wanted = typed(sentence)
    return [name for name, text in _cleaned(config) if wanted in typed(text)]


def by_hand(names: Collection[str], folder: Path) -> tuple[list[Path], bool]:
    """Give the results in `folder` that somebody changed, of those of `names`; and whether all are.

    No run touches them, so no decision is seen there.
    """
    from translate.folders.status import state_of

    texts = [folder / name for name in names]
    found = [
        text
        for text in texts
        if any(state_of(text, suffix, None)[0] == "by hand" for suffix in files.RECORDS)
    ]
    return found, bool(names) and len(found) == len(names)


def _cleaned(config: Config) -> Iterator[tuple[str, str]]:
    """Give names and words of the cleaned texts, each text on one line."""
    for name, data in _texts(config.cleaned, config):
        yield name, said(data.decode("utf-8", "replace"))


def _texts(folder: Path, config: Config) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of the texts of `folder`, if there is one; what is no text has none."""
    for name in files.find(folder, config.include) if folder.is_dir() else ():
        with suppress(DocumentError):
            yield name, files.read(folder / name)
