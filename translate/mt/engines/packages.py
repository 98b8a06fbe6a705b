"""Which models there are, which one is used, and how it is loaded.

Models lie in a folder of the user's, `$CORPUS_MODELS` or `$XDG_DATA_HOME/corpus/models`; one for
French to English comes with the program.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.config import BEAM
from translate.errors import ModelError
from translate.mt.engines.metadata import fingerprint, read_metadata
from translate.places import data_folder

if TYPE_CHECKING:
    from translate.mt.engines.engine import Engine

EMBEDDED = Path(__file__).parents[2] / "models"
CHOICE = "used.json"


@dataclass(frozen=True)
class Package:
    """A model on this machine: its `folder` and its languages (ISO 639-1 codes).

    `origin` is `embedded`, `installed`, or `folder` for one that the settings name by its path.
    """

    name: str
    folder: Path
    source: str
    target: str
    version: str
    origin: str

    @cached_property
    def id(self) -> str:
        """Name and fingerprint: changes with any file of the model."""
        return f"{self.name}:{fingerprint(self.folder)}"


@dataclass(frozen=True)
class Model:
    """What translates one language to another: a package, or several one after the other."""

    steps: tuple[Package, ...]

    @cached_property
    def id(self) -> str:
        """The ids of the packages."""
        return " + ".join(step.id for step in self.steps)


def models_folder() -> Path:
    """Give the folder that models are installed in; it need not exist."""
    if folder := os.environ.get("CORPUS_MODELS"):
        return Path(folder)
    return data_folder() / "models"


def packages() -> list[Package]:
    """Give every model there is, installed ones before embedded ones, by name."""
    return [*packages_in(models_folder(), "installed"), *packages_in(EMBEDDED, "embedded")]


def packages_in(folder: Path, origin: str) -> Iterator[Package]:
    """Give the models in the folders of `folder`, by name; other folders are passed over."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if (path / "metadata.json").is_file():
            try:
                yield package(path, origin)
            except ModelError:
                continue


def package(folder: Path, origin: str, metadata: dict[str, Any] | None = None) -> Package:
    """Give the model in `folder`; raises ModelError when it does not say its languages."""
    found = metadata or read_metadata(folder)
    if not found:
        raise ModelError(f"{folder}: has no metadata.json: not an Argos package")
    version = str(found.get("package_version", ""))
    return Package(folder.name, folder, found["from_code"], found["to_code"], version, origin)


def used() -> dict[str, str]:
    """Give the names of the models that were chosen, by pair: `{"fr-en": "fr_en-1.9"}`."""
    path = models_folder() / CHOICE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # a home that is none: HOME=/dev/null
        return {}
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot be read ({error}): remove it") from error
    if not isinstance(found, dict):
        raise ModelError(f"{path}: is no table of models: remove it")
    return found


def resolve_model(model: str, source: str, target: str) -> Model:
    """Give the model that translates `source` to `target`.

    `model` is a folder, or the name of an installed package; empty, it is the one chosen with
    `use`, else the newest installed one, else the embedded one, else two packages over a language
    between. Raises ModelError that says what to do when there is none.

    >>> resolve_model("", "fr", "en").steps[0].target
    'en'
    """
    if model:
        return Model((named(model, source, target),))
    there = packages()
    direct = [p for p in there if (p.source, p.target) == (source, target)]
    direct.sort(key=lambda p: (p.origin == "installed", version_key(p.version)), reverse=True)
    if direct:
        chosen = used().get(f"{source}-{target}")
        return Model((next((p for p in direct if p.name == chosen), direct[0]),))
    for first in (p for p in there if p.source == source):
        for second in (p for p in there if p.target == target):
            if first.target == second.source:
                return Model((first, second))
    raise ModelError(
        f"no model translates '{source}' to '{target}': fetch one with "
        f"'corpus models fetch {source} {target}' or install a file with 'corpus models install'"
    )


def named(model: str, source: str, target: str) -> Package:
    """Give the package that `model` names, a folder or an installed package."""
    for found in packages():
        if found.name == model and (found.source, found.target) == (source, target):
            return found
    folder = Path(model)
    if not folder.is_dir():
        names = ", ".join(sorted({p.name for p in packages()})) or "none"
        raise ModelError(f"there is no model '{model}': neither a folder nor one of: {names}")
    metadata = described(folder) or {"from_code": source, "to_code": target}
    found = package(folder.resolve(), "folder", metadata)
    if (found.source, found.target) != (source, target):
        raise ModelError(
            f"{folder}: translates '{found.source}' to '{found.target}', "
            f"not '{source}' to '{target}'"
        )
    return found


def described(folder: Path) -> dict[str, Any]:
    """Give what the model in `folder` says of itself: in a file, or by names; {} for nothing."""
    if metadata := read_metadata(folder):
        return metadata
    from translate.mt.engines.firefox import model_files  # nothing heavy before it is needed

    files = model_files(folder)
    return files.metadata if files else {}


def load_engine(
    folder: Path, *, source: str = "", target: str = "", beam: int = BEAM, threads: int = 0
) -> Engine:
    """Give the model in `folder`, of whatever kind; `source` and `target` where it names none.

    Raises ModelError when there is no such model.
    """
    from translate.mt.engines import ctranslate, firefox

    if firefox.model_files(folder):
        metadata = described(folder) or {"from_code": source, "to_code": target}
        return firefox.load_engine(folder, metadata, threads=threads)
    return ctranslate.load_engine(folder, source=source, target=target, beam=beam, threads=threads)


def load_model(model: Model, *, beam: int = BEAM, threads: int = 0) -> Engine:
    """Load `model`; raises ModelError when it is broken."""
    from translate.mt.engines.pivot import Pivot

    engines = [
        load_engine(step.folder, source=step.source, target=step.target, beam=beam, threads=threads)
        for step in model.steps
    ]
    return engines[0] if len(engines) == 1 else Pivot(engines[0], engines[1])


def version_key(version: str) -> list[int]:
    """Give `version` as numbers to compare: 1.10 comes after 1.9.

    >>> version_key("1.10") > version_key("1.9")
    True
    """
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]
