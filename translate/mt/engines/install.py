"""Installing models: nothing harmful is unpacked, and what does not translate is not kept."""

from __future__ import annotations

import json
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from translate.errors import ModelError, nearest
from translate.languages import language
from translate.locks import scratch
from translate.mt.checks.repeats import repetition
from translate.mt.checks.words import written_in
from translate.mt.engines import firefox
from translate.mt.engines.engine import Engine
from translate.mt.engines.metadata import fingerprint, read_metadata
from translate.mt.engines.packages import (
    CHOICE,
    Package,
    load_engine,
    models_folder,
    package,
    packages,
    packages_in,
    used,
)

# The largest published package is under 400 MB; a model of several GB does not run on a laptop.
MOST_BYTES = 4 << 30
MOST_FILES = 2_000
# Weights hardly compress at all, vocabularies about five times: a hundred times is a bomb.
MOST_RATIO = 100
SMALL = 1 << 20
# Folders of a package that translating does not need (sentence splitters of other tools).
UNUSED = {"stanza", "spacy", "minisbd"}
FORMS = ("⟦{}⟧", "<x{}>", "[[{}]]", "__{}__", "{{{{{}}}}}", "%{}$s", "#{}#", "XX{}", "Z{}Z", "({})")


def install(file: Path, *, source: str = "", target: str = "") -> Package:
    """Install the Argos package `file` (a zip, usually `.argosmodel`) and give it.

    A folder is installed if it holds a model of Firefox Translations.
    It is tried before it is kept: it must load, translate a sentence into its target language, and
    be for `source` and `target` where these are given. Raises ModelError; then nothing is changed.
    """
    home = models_folder()
    home.mkdir(parents=True, exist_ok=True)
    with (
        scratch(home) as folder,
        named_after(file, str(folder)),
    ):
        fill = copied if file.is_dir() else unpack
        root = fill(file, folder)
        metadata = checked_metadata(root, file, source, target)
        version = metadata.get("package_version") or "0"
        name = f"{metadata['from_code']}_{metadata['to_code']}-{version}"
        if (home / name).exists():
            raise ModelError(f"{name} is already installed: 'corpus models remove {name}' first")
        engine = tried(root)
        if "placeholders" not in metadata:
            metadata["placeholders"] = placeholders(engine)
            write_metadata(root, metadata)
        root.rename(home / name)
    return package(home / name, "installed")


@contextmanager
def named_after(file: Path, folder: str) -> Iterator[None]:
    """Let a ModelError of the context name `file`, where it names a place in `folder`."""
    try:
        yield
    except ModelError as error:
        raise ModelError(str(error).replace(folder, str(file))) from error


def copied(file: Path, folder: Path) -> Path:
    """Copy the Firefox model in the folder `file` to `folder`, say its languages and version there.

    Raises ModelError when there is none, or its languages are not in its name.
    """
    files = firefox.model_files(file)
    if not (files and files.metadata):
        raise ModelError(f"{file}: holds no Firefox model (model.XXYY.*.bin and vocab.*.spm)")
    root = folder / "model"
    root.mkdir()
    for path in files.all:
        shutil.copyfile(path, root / path.name)
    # It has no number of its own; this one tells two apart.
    version = f"firefox-{fingerprint(root)[:8]}"
    write_metadata(root, {**files.metadata, "package_version": version})
    return root


def write_metadata(root: Path, metadata: dict[str, Any]) -> None:
    """Write what the model in `root` says of itself."""
    text = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
    (root / "metadata.json").write_text(text, encoding="utf-8")


def unpack(file: Path, folder: Path) -> Path:
    """Unpack the zip `file` into `folder` and give the folder in it that has the metadata.

    Raises ModelError for anything a package has no reason to hold: paths that lead outside, links,
    encrypted or repeated members, too many, or far more bytes than the file could hold.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            refuse(file, members)
            for member in members:
                if not UNUSED.intersection(PurePosixPath(member.filename).parts[:-1]):
                    extract(archive, member, folder / member.filename)
    except FileNotFoundError as error:
        raise ModelError(f"{file}: there is no such file") from error
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        said = f"not a sound package: {error}; give a file *.argosmodel, or the folder of a model"
        raise ModelError(f"{file}: {said}") from error
    found = sorted(folder.rglob("metadata.json"), key=lambda p: len(p.parts))
    if not found:
        raise ModelError(f"{file}: holds no metadata.json: not an Argos package")
    return found[0].parent


def refuse(file: Path, members: list[zipfile.ZipInfo]) -> None:
    """Raise ModelError if `members` of `file` hold something that no package has a reason for."""
    names = [member.filename for member in members]
    if len(members) > MOST_FILES or len({n.casefold() for n in names}) < len(names):
        raise ModelError(f"{file}: refused: too many members, or the same one twice")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise ModelError(f"{file}: refused: unpacks to more than {MOST_BYTES >> 30} GB")
    for member in members:
        path, kind = PurePosixPath(member.filename), stat.S_IFMT(member.external_attr >> 16)
        if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\0]", member.filename):
            raise ModelError(f"{file}: refused: '{member.filename}' leads outside the package")
        if kind not in (0, stat.S_IFREG):
            raise ModelError(f"{file}: refused: '{member.filename}' is a link or no plain file")
        if member.flag_bits & 1:
            raise ModelError(f"{file}: refused: '{member.filename}' is encrypted")
        if member.file_size > max(SMALL, MOST_RATIO * member.compress_size):
            raise ModelError(f"{file}: refused: '{member.filename}' unpacks to too much")


def extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Write `member` to `path`; what it says of its size is what is read at most."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as read, path.open("wb") as write:
        shutil.copyfileobj(read, write, 1 << 20)
    if path.stat().st_size != member.file_size:
        raise zipfile.BadZipFile(f"'{member.filename}' is not as large as it says")


def checked_metadata(root: Path, file: Path, source: str, target: str) -> dict[str, Any]:
    """Give the metadata in `root`; raises ModelError when it is not for `source` and `target`."""
    metadata = read_metadata(root)
    pair = metadata["from_code"], metadata["to_code"]
    for code in pair:
        if not re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?", code):
            raise ModelError(f"{file}: '{code}' is no language code")
    if not re.fullmatch(r"[\w.-]*", str(metadata.get("package_version", ""))):
        raise ModelError(f"{file}: '{metadata['package_version']}' is no version")
    wanted = source or pair[0], target or pair[1]
    if metadata.get("type", "translate") != "translate" or pair != wanted or pair[0] == pair[1]:
        raise ModelError(
            f"{file}: translates '{pair[0]}' to '{pair[1]}', not '{wanted[0]}' to '{wanted[1]}'"
        )
    return metadata


def tried(folder: Path) -> Engine:
    """Load the model in `folder` and have it translate; raises ModelError when it cannot."""
    engine = load_engine(folder)
    sentences = language(engine.source).trial.sentences or ("2024",)
    try:
        answers = [found[0] for found in engine.translate(sentences)]
    except (RuntimeError, ValueError) as error:
        raise ModelError(f"{folder.name}: the model does not run: {error}") from error
    for sentence, answer in zip(sentences, answers, strict=True):
        wrong = (
            not answer.text
            or not answer.complete
            or repetition(answer.text, sentence)
            or written_in(answer.text, engine.source, engine.target)
        )
        if wrong and language(engine.source).trial.sentences:
            raise ModelError(
                f"{folder.name}: the model does not translate: "
                f"'{sentence}' became '{answer.text:.80}'"
            )
    return engine


def placeholders(engine: Engine) -> list[str]:
    """Give the symbols that `engine` copies, by a round trip with every known form.

    Of each form those of ten symbols count that come through in every carrier sentence; the first
    form of which all do is taken, else the one with the most.
    """
    best: list[str] = []
    for form in FORMS:
        if len(best) == 10:
            break
        symbols = [form.format(n) for n in range(10)]
        asked = [
            (n, carrier.replace("{}", symbol).replace("{1}", symbols[(n + 1) % 10]))
            for carrier in language(engine.source).trial.carriers
            for n, symbol in enumerate(symbols)
        ]
        asked.sort(key=lambda a: (engine.count(a[1]), a))
        answers = engine.translate([text for _, text in asked])
        lost = {
            symbol
            for (_, text), found in zip(asked, answers, strict=True)
            for symbol in symbols
            if found[0].text.count(symbol) != text.count(symbol)
        }
        copied = [symbol for symbol in symbols if asked and symbol not in lost]
        best = max(best, copied, key=len)
    return best


def verify(found: Package) -> None:
    """Try the installed model `found`; raises ModelError when it does not translate."""
    tried(found.folder)


def installed(name: str) -> Package:
    """Give the installed model called `name`; raises ModelError when there is none."""
    there = {p.name: p for p in packages_in(models_folder(), "installed")}
    if name not in there:
        known = nearest(name, there) if there else "; none is, and the embedded one stays"
        raise ModelError(f"no model '{name}' is installed{known}")
    return there[name]


def remove(name: str) -> Package:
    """Remove the installed model called `name` and give what it was; raises ModelError."""
    found = installed(name)
    choose({pair: chosen for pair, chosen in used().items() if chosen != name})
    shutil.rmtree(found.folder)
    return found


def use(name: str) -> Package:
    """Make the installed model called `name` the one for its languages; raises ModelError.

    A name that is not installed but embedded goes back to the embedded model.
    """
    there = {p.name: p for p in reversed(packages())}  # an installed one goes before
    if name not in there:
        raise ModelError(f"there is no model '{name}'{nearest(name, there)}")
    found = there[name]
    choose({**used(), f"{found.source}-{found.target}": name})
    return found


def choose(choices: dict[str, str]) -> None:
    """Write down which model is used for which languages."""
    home = models_folder()
    home.mkdir(parents=True, exist_ok=True)
    new = home / f".{CHOICE}.new"
    new.write_text(json.dumps(choices, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    new.replace(home / CHOICE)
