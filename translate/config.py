"""Settings: `corpus.toml` and the command line in one typed object.

Every field has its default here; `corpus.toml` overrides it, the command line overrides both.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from translate.choices import CHOICES
from translate.errors import UsageError


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """How texts are cleaned.

    `profile` is `gentle` (articles a person copied) or `page` (whole web pages). `rules` are rule
    files beside the built-in packs; `off` and `on` hold rule ids or kinds; `keep` holds RE2
    patterns of lines that stay whatever a rule says, `keep_file` a file with one such line each.
    """

    profile: str = "gentle"
    rules: tuple[Path, ...] = ()
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    keep_file: Path | None = None
    on_other_language: str = "keep"


@dataclass(frozen=True, slots=True)
class TranslateConfig:
    """How texts are translated.

    `model` is the name of a model or its folder (empty: the one in use), `beam` the hypotheses kept
    in view, `memory` the translation memory's file (None: one in the user's cache folder).
    """

    model: str = ""
    beam: int = 4
    memory: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of one run; `source` and `target` are ISO 639-1 codes.

    `languages` are those the corpus may hold: the language check chooses among them.
    `include` are file name patterns; `jobs` is a number of workers, 0 for one a core.

    >>> Config().source, Config().clean.profile
    ('fr', 'gentle')
    """

    source: str = "fr"
    target: str = "en"
    languages: tuple[str, ...] = ("fr", "en")
    raw: Path = Path("raw")
    cleaned: Path = Path("cleaned")
    translated: Path = Path("translated")
    glossary: Path | None = None
    include: tuple[str, ...] = ("*.txt", "*.md")
    jobs: int = 0
    clean: CleanConfig = field(default_factory=CleanConfig)
    translate: TranslateConfig = field(default_factory=TranslateConfig)


LEAST = {"jobs": 0, "beam": 1}  # whole numbers that must not be less
T = TypeVar("T")


def load(path: Path | None) -> Config:
    """Read settings from `path`; None: `corpus.toml` in the current folder, if there is one.

    Paths in the file are relative to the file. Raises UsageError that names the file and the key.
    """
    import tomllib  # only where there is a file to read

    found = path or Path("corpus.toml")
    if path is None and not found.is_file():
        return Config()
    try:
        values = tomllib.loads(found.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{found}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{found}: not valid TOML: {error}") from error
    return build(Config(), values, str(found), found.parent)


def build(base: T, values: dict[str, Any], where: str, folder: Path) -> T:
    """Give `base` with `values` (a table as TOML reads it) in place of its fields."""
    hints = get_type_hints(type(base))
    known = {f.name: hints[f.name] for f in fields(base)}  # type: ignore[arg-type]
    changes: dict[str, Any] = {}
    for key, value in values.items():
        name = {"from": "source", "to": "target"}.get(key, key).replace("-", "_")
        if name not in known or key in ("source", "target"):
            names = sorted({"source": "from", "target": "to"}.get(k, k) for k in known)
            raise UsageError(f"{where}: unknown setting '{key}'; known: {', '.join(names)}")
        changes[name] = convert(getattr(base, name), known[name], value, f"{where}: {key}", folder)
    return replace(base, **changes)  # type: ignore[type-var]


def convert(old: Any, hint: Any, value: Any, where: str, folder: Path) -> Any:
    """Give `value` as the type `hint` asks, or raise UsageError that says what was expected."""
    if isinstance(old, (CleanConfig, TranslateConfig)):
        if not isinstance(value, dict):
            raise UsageError(f"{where} must be a table")
        return build(old, value, where, folder)
    if isinstance(old, tuple):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise UsageError(f"{where} must be a list of strings")
        item = get_args(hint)[0]
        return tuple(folder / v if item is Path else v for v in value)
    kind: type = Path if Path in (hint, *get_args(hint)) else type(old)
    if kind is Path and isinstance(value, str):
        if not value:
            raise UsageError(f"{where} is empty: leave it out, or name a file")
        return folder / value
    if not isinstance(value, kind) or isinstance(value, bool):
        wanted = "string" if kind is Path else {"int": "whole number"}.get(kind.__name__, "string")
        raise UsageError(f"{where} must be a {wanted}")
    name = where.rpartition(" ")[2]
    if isinstance(value, int) and value < LEAST[name]:
        raise UsageError(f"{where} must be at least {LEAST[name]}")
    if name == "model" and isinstance(value, str) and value and (folder / value).is_dir():
        return str(folder / value)
    choices = CHOICES.get(name.replace("-", "_"))
    if choices and value not in choices:
        raise UsageError(f"{where} must be one of {', '.join(choices)}, not '{value}'")
    return value
