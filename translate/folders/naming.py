"""Names over the folders: what `corpus names` reads and hands to `translate.names`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.config import GLOSSARY, SETTINGS, Config, above
from translate.errors import DocumentError, UsageError
from translate.folders import files, records
from translate.folders.files import SENTENCES, Progress, name_under, whole
from translate.folders.owner import orphans
from translate.languages import language
from translate.names.check import NamesReport, Passage, by_line, check
from translate.names.discovery.discover import discover
from translate.names.discovery.proposal import Proposed
from translate.names.discovery.written import with_targets
from translate.names.editing import accepted, rejected, renamed
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key
from translate.reading import read_text

PROPOSAL = "names-proposal.toml"


def glossary_of(config: Config) -> Glossary:
    """Give the glossary of the settings; raises UsageError when they name none."""
    if config.glossary is None:
        raise UsageError(f"no glossary: {GLOSSARY} is not here; name one with --glossary")
    return Glossary.load(config.glossary).between(config.source, config.target)


def check_folders(
    cleaned: Path, translated: Path, config: Config, progress: Progress | None = None
) -> NamesReport:
    """Check the names of the texts of `cleaned`, or of one, and, where there is one, their English.

    Sentences are those that were translated; of texts without such a record, lines. Cleaned texts
    of raw ones that are gone are passed over.
    """
    return check(_passages(cleaned, translated, config, progress), glossary_of(config))


def discover_names(
    folder: Path, config: Config, progress: Progress | None = None
) -> list[Proposed]:
    """Give the names in the texts of `folder` that the glossary lacks, and spellings near a name.

    Without a glossary all names are new. Where the texts are translated, a name that is spelt
    otherwise in the English has that spelling. Raises UsageError for a language whose names cannot
    be told.
    """
    if language(config.source).forms is None:
        raise UsageError(f"names cannot be told by their capitals in '{config.source}'")
    known = glossary_of(config) if config.glossary else Glossary()
    texts = _Folder(folder, config, progress)
    found = discover(texts, known.between(config.source, config.target))
    if folder.resolve() != config.cleaned.resolve():
        return found
    passages = _passages(folder, config.translated, config, None)
    said = ((one.source, one.english or "") for _, some in passages for one in some)
    return with_targets(found, said)


class _Folder:
    """The texts of a folder, read anew whenever they are gone through."""

    def __init__(self, folder: Path, config: Config, progress: Progress | None) -> None:
        self.folder, self.config, self.progress = folder, config, progress

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return _texts(self.folder, _found(self.folder, self.config), self.progress)


def proposal_of(config: Config) -> Path:
    """Give where the names are proposed that the glossary lacks: beside it."""
    return glossary_place(config).with_name(PROPOSAL)


def glossary_place(config: Config) -> Path:
    """Give the glossary of the settings, or where one is begun: beside them, or here."""
    settings = above(SETTINGS, Path())
    return config.glossary or (settings.parent if settings else Path()) / GLOSSARY


def glossary_text(config: Config) -> tuple[Path, str]:
    """Give the place of the glossary and its text, empty where none is begun yet."""
    place = glossary_place(config)
    return place, read_text(place) if place.exists() else ""


def write_proposal(place: Path, text: str, config: Config) -> None:
    """Write a proposal; raises UsageError where there is another that was not taken over yet."""
    data = text.encode()
    if place.exists() and files.read(place) != data and not _is_taken_over(place, config):
        raise UsageError(
            f"{place}: is there already; take it over with 'corpus names accept', delete it, or "
            "name another with --proposal"
        )
    files.write_asked(place, data)


def _is_taken_over(proposal: Path, config: Config) -> bool:
    """Whether the glossary has all that a `proposal` accepts."""
    place, text = glossary_text(config)
    there = Glossary.parse(text, str(place))
    names = _at_home(Glossary.load(proposal).names, there)
    return Glossary.parse(accepted(text, names, str(place))) == there


def _at_home(names: Sequence[Name], there: Glossary) -> list[Name]:
    """Give `names`; one that stands for another `there`, which was renamed since, as that one."""
    owners = {key(v): name.canonical for name in there.names for v in name.variants}
    return [replace(one, canonical=owners.get(key(one.canonical), one.canonical)) for one in names]


def accept(config: Config, names: Sequence[Name], *, anew: bool = False) -> Path:
    """Put `names` in the glossary and give its place; see `editing.accepted`."""
    return _edited(config, lambda text, where: accepted(text, names, where, anew=anew))


def known_as(config: Config, canonical: str) -> Name | None:
    """Give the name that the glossary has as `canonical`, in any capitals; None where none."""
    place, text = glossary_text(config)
    names = Glossary.parse(text, str(place)).names
    return next((name for name in names if key(name.canonical) == key(canonical)), None)


def reject(config: Config, spellings: Sequence[str]) -> Path:
    """Remember a no in the glossary and give its place; see `editing.rejected`."""
    return _edited(config, lambda text, where: rejected(text, spellings, where))


def rename(config: Config, old: str, new: str) -> Path:
    """Spell a name of the glossary otherwise and give its place; see `editing.renamed`."""
    return _edited(config, lambda text, where: renamed(text, old, new, where))


def accept_proposal(config: Config, proposal: Path) -> tuple[Path, int]:
    """Take the names of a `proposal` over; give the glossary and how many are new in it."""
    if not proposal.exists():
        raise UsageError(f"{proposal}: there is no such proposal: corpus names discover makes one")
    found = Glossary.load(proposal)
    no = [*found.rejected.pairs, *((name,) for name in found.rejected.names)]

    def edit(text: str, where: str) -> str:
        text = accepted(text, _at_home(found.names, Glossary.parse(text, where)), where)
        for spellings in no:
            text = rejected(text, spellings, where)
        return text

    place, text = glossary_text(config)
    before = len(Glossary.parse(text, str(place)).names)
    return _edited(config, edit), len(Glossary.load(place).names) - before


def _edited(config: Config, edit: Callable[[str, str], str]) -> Path:
    """Put what `edit` makes of the glossary's text in its place, whole, and give the place."""
    place, text = glossary_text(config)
    after = edit(text, str(place))
    if after != text:
        files.write_asked(place, after.encode())
    return place


def _found(folder: Path, config: Config) -> list[str]:
    if folder.is_file():
        raise UsageError(f"{folder}: not a folder: names are told from all texts of one; name that")
    if not folder.is_dir():
        first = "; run 'corpus run' first"
        said = first if folder == config.cleaned else f", here or in {config.cleaned}"
        raise UsageError(f"{folder}: there is no such folder{said}")
    return list(files.find(folder, config.include))


def _texts(
    folder: Path, names: Sequence[str], progress: Progress | None
) -> Iterator[tuple[str, str]]:
    for name in files.counted(names, progress):
        yield name, files.read(folder / name).decode("utf-8", "replace")


def _passages(
    cleaned: Path, translated: Path, config: Config, progress: Progress | None
) -> Iterator[tuple[str, list[Passage]]]:
    one = cleaned.is_file()
    folder, names = (cleaned.parent, [cleaned.name]) if one else (cleaned, _found(cleaned, config))
    home = whole(folder, config.cleaned)
    english_home = whole(translated, config.translated)
    ours = (home, english_home) == (config.cleaned, config.translated)  # a part has that part
    gone = orphans(home, (name_under(folder / name, home) for name in names), config)
    for inner, text in _texts(folder, names, progress):
        name = name_under(folder / inner, home)
        if name in gone:
            continue
        place = english_home / name if ours else translated / inner
        english = files.read(place) if place.exists() else None
        sentences = passages(place, text, english)
        if sentences is not None:
            yield name, sentences
        else:  # never translated, or changed by hand since
            yield (
                name,
                by_line(text, None if english is None else english.decode("utf-8", "replace")),
            )


def passages(place: Path, text: str, english: bytes | None) -> list[Passage] | None:
    """Give the sentences of the translation at `place`, if its record still fits both texts."""
    try:
        record = records.read_record(place, SENTENCES) if english is not None else None
    except DocumentError:
        return None
    if record is None or english is None or record["text_sha256"] != files.digest(english):
        return None
    at = 0  # they stand in their order, as a rule
    for sentence in record["sentences"]:
        at = text.find(sentence["source"], at)
        if at < 0 and (at := text.find(sentence["source"])) < 0:
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
