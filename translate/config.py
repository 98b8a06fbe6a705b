"""Settings: one table, from which `corpus.toml`, the options of the commands and their help come.

A setting is a field here, with its type, its default and what it is for. `corpus.toml` overrides
the default, an option of the command overrides both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from translate.errors import UsageError, nearest
from translate.setting import KINDS, Setting, setting

SETTINGS, GLOSSARY, REVIEW = "corpus.toml", "glossary.toml", "review.toml"
FOLDERS = ("raw", "cleaned", "translated")
MEMORY = ".corpus/memory.db"  # of a project; texts that are of none have one in the cache folder


SOURCE, TARGET = "fr", "en"  # what the embedded model translates
LANGUAGES = (SOURCE, TARGET)
ENGLISH = ("en-US", "en-GB")
# Hypotheses kept in view: with 2, half the time, BLEU is the same, but meaning is lost more often
# (bench/mt/RESULTS-speed.md).
BEAM = 4
LANGUAGE: dict[str, Any] = {
    "metavar": "CODE", "pattern": "[a-z]{2,3}", "wanted": "a language code such as fr or en",
    "language": True,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """How texts are cleaned; `rules` are read beside the built-in packs.

    `keep` and `drop` are RE2 patterns that are looked for in a line; `keep` goes before `drop`.

    >>> CleanConfig(off=("byline",)).off
    ('byline',)
    """

    profile: str = setting(
        "auto",
        "gentle: pasted articles; page: whole web pages; auto: by the text; default: auto.",
        choices=("auto", "gentle", "page"),
    )
    rules: tuple[Path, ...] = setting((), "Rules of your own; may be repeated.")
    off: tuple[str, ...] = setting(
        (), "A rule or kind to switch off; may be repeated.", metavar="NAME"
    )
    on: tuple[str, ...] = setting(
        (), "A rule or kind to switch on; may be repeated.", metavar="NAME"
    )
    keep: tuple[str, ...] = setting(
        (), "Never remove lines that match this; may be repeated.", metavar="PATTERN"
    )
    keep_file: Path | None = setting(None, "Lines never to remove, one a line.")
    drop: tuple[str, ...] = setting(
        (), "Always remove lines that match this; may be repeated.", metavar="PATTERN"
    )
    on_other_language: str = setting(
        "keep",
        "What becomes of a document in another language; default: keep.",
        choices=("keep", "skip", "fail"),
    )

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, slots=True)
class TranslateConfig:
    """How texts are translated; without a `model`, by the one in use.

    >>> TranslateConfig(beam=1).model
    ''
    """

    model: str = setting(
        "",
        "Translation model: a name of 'corpus models list', or a folder.",
        metavar="NAME",
        folder=True,
    )
    english: str = setting(
        "en-US",
        "Whose English dates, times and the like are written in; default: en-US.",
        choices=ENGLISH,
    )
    beam: int = setting(
        BEAM, "Hypotheses kept in view: more is slower.", metavar="N", least=1, most=1024
    )
    memory: Path | None = setting(
        None, "Translation memory; default: .corpus/memory.db beside this file."
    )

    def __post_init__(self) -> None:
        _check(self)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of one run.

    >>> Config().source, Config(clean=CleanConfig(profile="page")).clean.profile
    ('fr', 'page')
    """

    source: str = setting(SOURCE, "Language of the texts, e.g. fr.", name="from", **LANGUAGE)
    target: str = setting(TARGET, "Language to translate to, e.g. en.", name="to", **LANGUAGE)
    languages: tuple[str, ...] = setting(
        LANGUAGES, "Languages that may occur: the language check chooses among them.", **LANGUAGE
    )
    raw: Path = setting(Path("raw"), "Folder of the texts.")
    cleaned: Path = setting(Path("cleaned"), "Folder of the cleaned texts.")
    translated: Path = setting(Path("translated"), "Folder of the translated texts.")
    glossary: Path | None = setting(None, "Canonical names.")
    review: Path = setting(Path(REVIEW), "What was decided about these texts (corpus review).")
    include: tuple[str, ...] = setting(
        ("*.txt", "*.md", "*.srt", "*.vtt"), "Names of the files that are texts.", metavar="PATTERN"
    )
    text_field: str = setting("text", "Field of the texts in JSONL and tables.", metavar="NAME")
    id_field: str = setting("id", "Field of their names.", metavar="NAME")
    jobs: int = setting(
        0, "Workers; auto: one a core.", metavar="N", least=0, most=1024, words={"auto": 0}
    )
    clean: CleanConfig = field(default_factory=CleanConfig)
    translate: TranslateConfig = field(default_factory=TranslateConfig)
    own: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        _check(self)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The project's own raw, cleaned and translated texts, whatever a command's options name.

        >>> [place.name for place in merged(Config(), {"cleaned": Path("elsewhere")}).folders]
        ['raw', 'cleaned', 'translated']
        """
        return self.own or (self.raw, self.cleaned, self.translated)


SECTIONS: dict[str, type] = {"": Config, "clean": CleanConfig, "translate": TranslateConfig}


def _check(config: Config | CleanConfig | TranslateConfig) -> None:
    """Raise TypeError or UsageError when a setting of `config` is wrong."""
    for one in table().values():
        if SECTIONS[one.section] is type(config):
            one.check(getattr(config, one.field))


@cache
def table() -> dict[str, Setting]:
    """Give every setting by its name.

    >>> table()["keep-file"].section, table()["from"].field, table()["jobs"].kind
    ('clean', 'source', <class 'int'>)
    """
    found: dict[str, Setting] = {}
    for section, owner in SECTIONS.items():
        hints = get_type_hints(owner)
        for one in fields(owner):
            if "setting" not in one.metadata:
                continue
            stated: Setting = one.metadata["setting"]
            many = get_origin(hints[one.name]) is tuple
            kind = next(k for k in KINDS if k in (hints[one.name], *get_args(hints[one.name])))
            name = stated.name or one.name.replace("_", "-")
            found[name] = replace(
                stated, name=name, section=section, field=one.name, kind=kind, many=many
            )
    return found


def written_as(name: str) -> str:
    """Give the setting `name` with where it may be written.

    >>> written_as("keep")
    'keep (under [clean], or --keep)'
    """
    section = table()[name].section
    return f"{name} (under [{section}], or --{name})" if section else f"{name} (or --{name})"


def load(path: Path | None) -> Config:
    """Read settings from `path`; None: the nearest `corpus.toml`, of this folder or above.

    Paths in the file are relative to the file, and so are the folders and the memory that it does
    not name. Raises UsageError that names the file and the key.
    """
    # Only where there is a file to read.
    from translate.reading import key_line, parse_toml, read_text

    found = path or above(SETTINGS, Path())
    if found is None:
        return Config()
    text = read_text(found)
    values = parse_toml(text, str(found))
    changes: dict[str, Any] = {}
    for section in filter(None, SECTIONS):
        part = values.pop(section, {})
        if not isinstance(part, dict):
            raise UsageError(f"{found}{key_line(text, section)}: {section} must be a table")
        changes[section] = SECTIONS[section](**_fields(part, section, found, text))
    if changes["translate"].memory is None:
        own = found.parent / MEMORY
        changes["translate"] = replace(changes["translate"], memory=own)
    unsaid = {name: found.parent / name for name in FOLDERS}
    unsaid["review"] = found.parent / REVIEW
    return Config(**{**unsaid, **_fields(values, "", found, text)}, **changes)


def _there(file: Path) -> bool:
    """Tell whether there is a `file`; a link that leads nowhere is told when it is read."""
    return file.is_file() or file.is_symlink()


def above(name: str, folder: Path) -> Path | None:
    """Give the nearest file `name`, in `folder` or in one that holds it; None where there is none.

    >>> above("config.py", Path(__file__).parent / "mt" / "checks").name
    'config.py'
    """
    if _there(folder / name):
        return folder / name
    here = Path().resolve()
    for parent in folder.resolve().parents:
        if _there(parent / name):
            return (parent.relative_to(here) if parent.is_relative_to(here) else parent) / name
    return None


def outer() -> Path | None:
    """Give the folder above whose project this one belongs to; None where it has settings itself.

    None, too, where no folder above has any.
    """
    found = above(SETTINGS, Path())
    return None if found in (None, Path(SETTINGS)) else found.parent


def with_glossary(config: Config, texts: Path) -> Config:
    """Give `config`, whose glossary, if it names none, is the nearest to `texts` or from here."""
    if config.glossary:
        return config
    beside = above(GLOSSARY, texts if texts.is_dir() else texts.parent)
    return replace(config, glossary=beside or above(GLOSSARY, Path()))


def _fields(values: Mapping[str, Any], section: str, file: Path, text: str) -> dict[str, Any]:
    """Give the fields of one `section` from its `values` in `file`, which holds `text`."""
    from translate.reading import key_line

    known = {s.name: s for s in table().values() if s.section == section}
    result: dict[str, Any] = {}
    for key, value in values.items():
        one = known.get(key.replace("_", "-"))
        if one is None:
            place = f"{file}{key_line(text, key, section)}"
            raise UsageError(f"{place}: unknown setting '{key}'{_meant(key, section, known)}")
        try:
            result[one.field] = one.read(value, key, file.parent)
        except UsageError as error:
            raise UsageError(f"{file}{key_line(text, key, section)}: {error}") from error
    return result


def _meant(key: str, section: str, known: Iterable[str]) -> str:
    """Give the end of a message about `key`, none of `section`: where it belongs, or others."""
    elsewhere = table().get(key.replace("_", "-"))
    if elsewhere is None:
        return nearest(key, [*known, *(filter(None, SECTIONS) if not section else ())])
    there = (
        f"under [{elsewhere.section}]" if elsewhere.section else "at the top, before any [table]"
    )
    return f" under [{section}]; it belongs {there}" if section else f" here; it belongs {there}"


def merged(base: Config, given: Mapping[str, Any]) -> Config:
    """Give `base` with the settings `given` by their names, as the options of a command say them.

    Of a setting that takes many values, those given come on top. Raises UsageError.

    >>> settings = merged(Config(), {"to": "de", "off": ("byline",)})
    >>> settings.languages, settings.clean.off
    (('fr', 'en', 'de'), ('byline',))
    """
    changes: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    for name, value in given.items():
        one = table()[name]
        old = getattr(getattr(base, one.section) if one.section else base, one.field)
        for item in value if one.many else [value]:
            one.checked(item, f"--{name}")
        changes[one.section][one.field] = (*old, *value) if one.many else value
    top = changes.pop("")
    parts = {section: replace(getattr(base, section), **new) for section, new in changes.items()}
    own = base.folders if top.keys() & FOLDERS else base.own
    settings = replace(base, **top, **parts, own=own)
    added = {settings.source, settings.target} - set(settings.languages)
    return replace(settings, languages=(*settings.languages, *sorted(added)))
