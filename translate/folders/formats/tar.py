"""Tar archives of text files, plain or gzipped; results have their records beside them."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from translate.errors import UsageError
from translate.folders.files import EDITS, SENTENCES
from translate.folders.formats import (
    Bad,
    Columns,
    Fields,
    Row,
    Text,
    Write,
    cannot_be_read,
    format_of,
)
from translate.folders.formats.folder import fitting, members
from translate.folders.formats.jsonl import GZIP, ZSTD, packed, unpacked

__all__ = ["SUFFIXES", "fitting", "read", "writer"]
SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.zst")
PACKED = {GZIP: (".tar.gz", ".tgz"), ZSTD: (".tar.zst",)}
LARGEST = 1 << 30  # bytes of a member; archives are packed, and may be bombs


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give every plain file of the archive; records of ours and hidden files are passed over.

    Names that lead out of the archive, links and devices are told and not read. Where the head of a
    file is damaged, that is told, and the others are read.
    """
    faults: list[tarfile.HeaderError] = []
    seen = False
    try:
        with file.open("rb") as begun:
            head = begun.read(4)
        for magic, endings in PACKED.items():
            if head.startswith(magic) and not file.name.lower().endswith(endings):
                raise UsageError(f"{file}: is packed; give it a name that ends in {endings[0]}")
        with (
            unpacked(file) as raw,
            # With `ignore_zeros` it looks for the next head behind one that is damaged.
            tarfile.open(
                fileobj=raw, mode="r|", ignore_zeros=True, tarinfo=_telling(faults)
            ) as archive,
        ):
            for member in archive:
                if faults:
                    yield Bad(str(file), f"damaged before '{member.name}' ({faults[0]})")
                    faults.clear()
                seen = True
                if member.isdir() or _ours(member.name):
                    continue
                yield _text(archive, member, f"{file}:{member.name}")
    except (OSError, EOFError, tarfile.TarError) as error:
        raise cannot_be_read(file, error) from error
    if faults and not seen:
        raise cannot_be_read(file, faults[0])
    if faults:
        yield Bad(str(file), f"damaged at its end ({faults[0]})")


def _telling(faults: list[tarfile.HeaderError]) -> type[tarfile.TarInfo]:
    """Give the heads of an archive's files that tell of damage: `tarfile` passes over it."""
    told = (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError)  # type: ignore[attr-defined]

    class Telling(tarfile.TarInfo):
        @classmethod
        def frombuf(cls, buf: Any, encoding: Any, errors: Any) -> Any:
            try:
                return super().frombuf(buf, encoding, errors)
            except told as error:
                faults.append(error)
                raise

    return Telling


def _text(archive: tarfile.TarFile, member: tarfile.TarInfo, place: str) -> Text | Bad:
    path = PurePosixPath(member.name)
    if path.is_absolute() or ".." in path.parts:
        return Bad(place, "refused: its name leads out of the archive")
    opened = archive.extractfile(member) if member.isfile() else None
    if opened is None:
        return Bad(place, "refused: a link, or no plain file")
    if member.size > LARGEST:
        return Bad(place, f"longer than {LARGEST >> 20} MB")
    if format_of(Path(path.name)):
        return Bad(place, "no plain text, as files of archives must be; unpack it to a folder")
    return Text(path.as_posix(), opened.read(), {}, place)


def _ours(name: str) -> bool:
    return name.endswith((EDITS, SENTENCES)) or PurePosixPath(name).name.startswith(".")


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write the files of each row: the text, and its records beside it."""
    with (
        packed(file) as raw,
        tarfile.open(fileobj=raw, mode="w|", format=tarfile.PAX_FORMAT) as out,
    ):

        def write(row: Row) -> None:
            for name, data in members(row):
                member = tarfile.TarInfo(name)
                member.size, member.mode = len(data), 0o644
                out.addfile(member, io.BytesIO(data))

        yield write
