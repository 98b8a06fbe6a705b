"""Names over the folders: what `corpus names` reads and hands to `translate.names`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translate.config import GLOSSARY, Config
from translate.errors import DocumentError, UsageError
from translate.folders import files, records
from translate.folders.files import SENTENCES, Progress, whole
from translate.folders.owner import orphaned
from translate.languages import language
from translate.names.check import NamesReport, Passage, by_line, check
from translate.names.draft import Found, draft
from translate.names.glossary import Glossary
from translate.names.suggest import Suggestion, suggest


def glossary_of(config: Config) -> Glossary:
    """Give the glossary of the settings; raises UsageError when they name none."""
    if config.glossary is None:
        raise UsageError(f"no glossary: {GLOSSARY} is not here; name one with --glossary")
    return Glossary.load(config.glossary).between(config.source, config.target)


def check_folders(
    cleaned: Path, translated: Path, config: Config, progress: Progress | None = None
) -> NamesReport:
    """Check the names of all texts of `cleaned` and, where there is one, their English.

    Sentences are those that were translated; of texts without such a record, lines. Cleaned texts
    of raw ones that are gone are passed over.
    """
    return check(_passages(cleaned, translated, config, progress), glossary_of(config))


def draft_glossary(cleaned: Path, config: Config, progress: Progress | None = None) -> list[Found]:
    """Give the names in `cleaned`, found without a glossary.

    Raises UsageError for a language whose names cannot be told.
    """
    if language(config.source).forms is None:
        raise UsageError(f"names cannot be told by their capitals in '{config.source}'")
    return draft((text for _, text in _texts(cleaned, config, progress)), config.source)


def suggest_variants(
    cleaned: Path, config: Config, progress: Progress | None = None
) -> list[Suggestion]:
    """Give spellings in `cleaned` that may stand for a name of the glossary."""
    return suggest(_texts(cleaned, config, progress), glossary_of(config))


def _texts(folder: Path, config: Config, progress: Progress | None) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder")
    for name in files.counted(list(files.find(folder, config.include)), progress):
        yield name, files.read(folder / name).decode("utf-8", "replace")


def _passages(
    cleaned: Path, translated: Path, config: Config, progress: Progress | None
) -> Iterator[tuple[str, list[Passage]]]:
    for name, text in _texts(cleaned, config, progress):
        if orphaned(whole(cleaned, config.cleaned), name):
            continue
        place = translated / name
        english = files.read(place) if place.exists() else None
        sentences = _sentences(place, text, english)
        if sentences is not None:
            yield name, sentences
        else:  # never translated, or changed by hand since
            yield (
                name,
                by_line(text, None if english is None else english.decode("utf-8", "replace")),
            )


def _sentences(place: Path, text: str, english: bytes | None) -> list[Passage] | None:
    """Give the sentences of the translation at `place`, if its record still fits both texts."""
    try:
        record = records.read_record(place, SENTENCES) if english is not None else None
    except DocumentError:
        return None
    if record is None or english is None or record["text_sha256"] != files.digest(english):
        return None
    if not all(sentence["source"] in text for sentence in record["sentences"]):
        return None
    return [
        Passage(
            sentence["line"],
            sentence["source"],
            sentence["english"],
            tuple((name["target"], name.get("by", "")) for name in sentence["names"]),
        )
        for sentence in record["sentences"]
    ]
