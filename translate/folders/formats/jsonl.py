"""JSON lines, plain, gzipped or as zstd: an object a line."""

from __future__ import annotations

import codecs
import gzip
import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from translate.errors import UsageError, nearest
from translate.folders.formats import (
    Bad,
    Columns,
    Fields,
    Row,
    Text,
    Write,
    as_json,
    cannot_be_read,
)

SUFFIXES = tuple(name + packed for name in (".jsonl", ".ndjson") for packed in ("", ".gz", ".zst"))
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"  # how what is packed begins
PACKED = {GZIP: ".jsonl.gz", ZSTD: ".jsonl.zst"}
PIECE = 1 << 11  # bytes of zstd unpacked at a time: they may become 128 KB for every 4
DEEPEST = 800  # objects and lists in one another: Python writes some 960, with little else going on
LONGEST = 1 << 30  # bytes of a line: a longer one is no text that anybody wants whole


def read(file: Path, columns: Columns) -> Iterator[Text | Bad]:
    """Give the text of each line of `file`; a line that has none is told with its number."""
    try:
        with unpacked(file) as lines:
            head = lines.peek(4)[:4]
            if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise UsageError(f"{file}: is UTF-16, but JSON lines are UTF-8; save it as that")
            for magic, ending in PACKED.items():
                if head.startswith(magic):
                    raise UsageError(f"{file}: is packed; give it a name that ends in {ending}")
            number = 0
            while line := lines.readline(LONGEST):
                number += 1
                place = f"{file}:{number}"
                if line.isspace():
                    continue
                if line.strip() in (b"[", b"{"):
                    said = "is JSON over several lines; write each object on a line of its own"
                    raise UsageError(f"{place}: {said}")
                yield parsed(line, place, columns) if len(line) < LONGEST else _too_long(place)
                while len(line) == LONGEST and not line.endswith(b"\n"):
                    line = lines.readline(LONGEST)
    except (OSError, EOFError) as error:
        raise cannot_be_read(file, error) from error


def _too_long(place: str) -> Bad:
    return Bad(place, f"longer than {LONGEST >> 20} MB")


def parsed(line: bytes, place: str, columns: Columns) -> Text | Bad:
    """Give the text of one line.

    >>> parsed(b'{"id": 7, "text": "Oui.", "page": 2}', "a.jsonl:1", Columns())
    Text(name='7', data=b'Oui.', fields={'id': 7, 'page': 2}, place='a.jsonl:1')
    >>> parsed(b'{"page": 2}', "a.jsonl:2", Columns())
    Bad(place='a.jsonl:2', message="no text in 'text' (--text-field); known: page", now=False)
    """
    try:
        value = json.loads(line, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        return Bad(place, f"not JSON ({error.msg} at column {error.colno})")
    except UnicodeDecodeError as error:
        return Bad(place, f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        said = str(error).partition("; use sys.")[0]  # Python's remedy for long numbers is not ours
        return Bad(place, f"not JSON ({said})")
    if not isinstance(value, dict):
        return Bad(place, 'no object; each line must be one, as in {"text": "…"}')
    if line.count(b"[") + line.count(b"{") > DEEPEST and _deep(value):
        return Bad(place, f"a field is nested more than {DEEPEST} deep")
    return of_fields(value, place, columns)


def _deep(value: Any) -> bool:
    """Say whether `value` is nested deeper than can be written again."""
    level = [value]
    for _ in range(DEEPEST):
        groups = [one.values() if isinstance(one, dict) else one for one in level]
        level = [one for group in groups for one in group if isinstance(one, dict | list)]
    return bool(level)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object of JSON; raises ValueError where a name stands twice, so that none is lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"two fields are called '{twice:.40}'; name them apart")
    return found


def _kind(value: Any) -> str:
    """Give what `value`, which is no text, is called in JSON."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an object"
    return "true or false" if isinstance(value, bool) else "a number"


def of_fields(
    fields: dict[str, Any], place: str, columns: Columns, errors: str = "surrogatepass"
) -> Text | Bad:
    """Give the text that `fields` hold, the rest of them carried with it.

    `errors` says how surrogates in it become bytes.
    """
    known = nearest(columns.text, fields) if columns.text not in fields else ""
    text = fields.pop(columns.text, None)
    if not isinstance(text, str):
        there = f", but {_kind(text)}" if text is not None else ""
        known = f" (--text-field){known}" if known and fields else ""
        return Bad(place, f"no text in '{columns.text}'{there}{known}")
    name = fields.get(columns.name)
    named = str(name) if isinstance(name, (str, int)) and name != "" else Path(place).name
    return Text(named, text.encode("utf-8", errors), fields, place)


@contextmanager
def writer(file: Path, columns: Columns, fields: Fields) -> Iterator[Write]:
    """Write a line for each row; zstd and gzip as the name of `file` says, without a time."""
    with packed(file) as out:

        def write(row: Row) -> None:
            out.write(as_json(row.flat(columns)).encode("utf-8", "backslashreplace") + b"\n")

        yield write


def packing(file: Path) -> str:
    """Give how `file` is packed by its name, whose capitals tell nothing; "" for not at all.

    >>> packing(Path("A.TAR.GZ")), packing(Path("a.jsonl.zst")), packing(Path("a.jsonl"))
    ('gzip', 'zstd', '')
    """
    return {".gz": "gzip", ".tgz": "gzip", ".zst": "zstd"}.get(file.suffix.lower(), "")


@contextmanager
def unpacked(file: Path) -> Iterator[io.BufferedReader]:
    """Open `file`, unpacked if its name says that it is packed.

    Where it is damaged, reading raises OSError or EOFError, however it is packed.
    """
    with file.open("rb") as raw:
        if packing(file) == "gzip":
            import zlib

            with _told(zlib.error), gzip.GzipFile(fileobj=raw) as opened:
                yield io.BufferedReader(opened, 1 << 20)
        elif packing(file) == "zstd":
            import zstandard

            with _told(zstandard.ZstdError):
                yield io.BufferedReader(_Frames(raw), 1 << 20)
        else:
            yield raw


@contextmanager
def _told(kind: type[Exception]) -> Iterator[None]:
    """Make the errors of a library that unpacks, of one `kind`, errors of reading a file."""
    try:
        yield
    except kind as error:
        raise OSError(str(error)) from error


class _Frames(io.RawIOBase):
    """What the frames of zstd in a file hold; raises EOFError where it ends within one.

    The readers of the library take a file that was cut for one that ends there.
    """

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._left = b""  # packed, behind the end of a frame
        self._ready = memoryview(b"")
        self._frame: Any = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        import zstandard

        while not self._ready:
            piece = self._left or self._raw.read(PIECE)
            if not piece:
                if self._frame:
                    raise EOFError("it was cut: a frame of zstd has no end")
                return 0
            self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._ready = memoryview(self._frame.decompress(piece))
            self._left = b""
            if self._frame.eof:
                self._left, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


@contextmanager
def packed(file: Path) -> Iterator[IO[bytes]]:
    """Make `file`, packed as its name says; the same bytes go into the same file."""
    with file.open("wb") as raw:
        if packing(file) == "gzip":
            with gzip.GzipFile("", "wb", 6, raw, mtime=0) as out:
                yield cast(IO[bytes], out)
        elif packing(file) == "zstd":
            import zstandard

            with zstandard.ZstdCompressor(level=6).stream_writer(raw, closefd=False) as out:
                yield out
        else:
            yield raw
