"""A collection cut into shards: files of some hundred texts, each worked on by itself.

They lie in a hidden folder beside the result until that is whole. The file that a stage leaves of a
shard is its mark that this is done: it is written whole or not at all, so a run that was stopped
goes on from there. That it is there and as long as it was written is seen at once; its digest is
compared when it is read, and what is damaged goes, to be made again. The cut depends on the texts
alone, not on workers or machines.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from translate.errors import DocumentError, StorageError
from translate.folders import files
from translate.folders.formats import Bad, Text

MOST_TEXTS, MOST_BYTES = 500, 4 << 20  # of a shard
RAW, LINES, CLEANED, DONE = "raw.jsonl", "lines", "cleaned.jsonl", "done.jsonl"
PLAN = "plan.json"  # without it what was cut is cut again


class DamagedError(StorageError):
    """What a stage left of a shard is not what it wrote, or is gone; the stage is not done now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The shards of one collection: their folder, and what they were made of and for.

    `source` is the digest of what was read, `key` that and all settings that change a result.
    """

    home: Path
    count: int
    texts: int
    source: str

    def file(self, number: int, stage: str) -> Path:
        """Give the file that `stage` leaves of the shard `number`."""
        return self.home / f"{number:06}.{stage}"

    def missing(self, stage: str, key: str) -> list[int]:
        """Give the numbers of the shards of which `stage` has left nothing made under `key`."""
        return [n for n in range(self.count) if not self.is_done(n, stage, key)]

    def is_done(self, number: int, stage: str, key: str) -> bool:
        """Tell whether `stage` was done for a shard under `key`, and all that it left is there.

        What it left is not read; see `check`.
        """
        try:
            with self.file(number, stage).open("rb") as opened:
                made_under, _, size = _head_of(opened)
                whole = opened.tell() + size == os.fstat(opened.fileno()).st_size
                return whole and made_under == key
        except (OSError, ValueError):
            return False

    def check(self, number: int, stage: str) -> None:
        """Read what `stage` left of a shard; raises DamagedError, and it goes, where it changed."""
        with self._opened(number, stage):
            pass

    def write(self, number: int, stage: str, key: str, rows: Iterable[dict[str, Any]]) -> None:
        """Leave `rows` as what `stage` made of a shard."""
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        data = "\n".join(lines).encode("utf-8", "backslashreplace")
        self._write(number, stage, key, data + b"\n")

    def _write(self, number: int, stage: str, key: str, data: bytes) -> None:
        first = f"{key} {files.digest(data)} {len(data)}\n".encode()
        files.write(self.file(number, stage), first + data, 0o600)

    @contextmanager
    def _opened(self, number: int, stage: str) -> Iterator[IO[bytes]]:
        """Open what `stage` left of a shard, to be read from below its head; see `check`."""
        file = self.file(number, stage)
        told = DamagedError(f"{file}: was damaged on the disk and is gone now; run again")
        try:
            opened = file.open("rb")
        except FileNotFoundError:
            raise told from None
        with opened:
            if _is_sound(opened):
                yield opened
                return
        file.unlink(missing_ok=True)
        raise told

    def rows(self, number: int, stage: str) -> Iterator[dict[str, Any]]:
        """Give what `stage` made of a shard; raises DamagedError before the first."""
        with self._opened(number, stage) as opened:
            for line in opened:
                if not line.isspace():
                    yield json.loads(line)

    def write_lines(self, number: int, key: str, count: int, lines: array[int]) -> None:
        """Leave the keys of the lines of a shard, and of how many texts they are."""
        self._write(number, LINES, key, count.to_bytes(8, "little") + lines.tobytes())

    def lines(self, number: int) -> tuple[int, array[int]]:
        """Give what `write_lines` left; raises DamagedError."""
        with self._opened(number, LINES) as opened:
            count = int.from_bytes(opened.read(8), "little")
            found = array("Q")
            found.frombytes(opened.read())
            return count, found


def _head_of(opened: IO[bytes]) -> tuple[str, str, int]:
    """Give under what a file of a shard was made, the digest and the size of what is below.

    Raises ValueError when its first line does not say that.
    """
    key, wanted, size = opened.readline(1 << 16).decode("ascii").split()
    return key, wanted, int(size)


def _is_sound(opened: IO[bytes]) -> bool:
    """Tell whether a file of a shard is what was written; it is then open below its head."""
    try:
        _, wanted, _ = _head_of(opened)
    except ValueError:
        return False
    below = opened.tell()
    found = hashlib.file_digest(opened, "sha256").hexdigest()  # type: ignore[arg-type]
    opened.seek(below)
    return found == wanted


def clear(home: Path) -> None:
    """Take all that an earlier run left in `home` away."""
    for file in home.iterdir():
        if file.is_file():
            file.unlink()


def split(texts: Iterable[Text | Bad], home: Path, source: str) -> Plan:
    """Cut `texts` into shards in the folder `home`; what is cut already is not cut again.

    `source` is the digest of what is read. Raises DocumentError when nothing can be written.
    """
    plan = planned(home, source)
    if plan:
        return plan
    number = count = 0
    shard: list[Text | Bad] = []
    size = 0
    made = Plan(home, 0, 0, source)
    for text in texts:
        shard.append(text)
        count += 1
        size += len(text.data) if isinstance(text, Text) else 0
        if len(shard) >= MOST_TEXTS or size >= MOST_BYTES:
            made.write(number, RAW, source, map(to_json, shard))
            number, shard, size = number + 1, [], 0
    if shard:
        made.write(number, RAW, source, map(to_json, shard))
        number += 1
    files.write(home / PLAN, json.dumps([source, number, count]).encode(), 0o600)
    return Plan(home, number, count, source)


def planned(home: Path, source: str) -> Plan | None:
    """Give the plan that an earlier run left in `home` for the same `source`, if it is whole."""
    try:
        made_of, number, count = json.loads(files.read(home / PLAN))
    except (DocumentError, ValueError, TypeError):
        return None
    plan = Plan(home, number, count, source)
    return plan if made_of == source and not plan.missing(RAW, source) else None


def to_json(text: Text | Bad) -> dict[str, Any]:
    """Give a text as a row of a shard; bytes that are no UTF-8 are in base64."""
    if isinstance(text, Bad):
        return asdict(text)
    try:
        said = {"text": text.data.decode()}
    except UnicodeDecodeError:
        said = {"base64": base64.b64encode(text.data).decode()}
    return {"name": text.name, "place": text.place, "fields": dict(text.fields), **said}


def from_json(row: dict[str, Any]) -> Text | Bad:
    """Give what `to_json` made a row of.

    >>> text = Text("a", b"caf\\xe9", {"page": 2}, "in.tar:a")
    >>> from_json(to_json(text)) == text
    True
    """
    if "message" in row:
        return Bad(**row)
    data = base64.b64decode(row["base64"]) if "base64" in row else row["text"].encode()
    return Text(row["name"], data, row["fields"], row["place"])
