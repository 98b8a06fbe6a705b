"""A collection cut into shards: files of some hundred texts, each worked on by itself.

They lie in a hidden folder beside the result until that is whole. The file that a stage leaves of a
shard is its mark that this is done: it is written whole or not at all, so a run that was stopped
goes on from there. What was damaged since is made again. The cut depends on the texts alone, not on
workers or machines.
"""

from __future__ import annotations

import base64
import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from translate.errors import DocumentError
from translate.folders import files
from translate.folders.formats import Bad, Text

MOST_TEXTS, MOST_BYTES = 500, 4 << 20  # of a shard
RAW, LINES, CLEANED, DONE = "raw.jsonl", "lines", "cleaned.jsonl", "done.jsonl"


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
        """Tell whether `stage` was done for a shard under `key`, and what it left is undamaged."""
        try:
            with self.file(number, stage).open("rb") as opened:
                first = opened.readline(1 << 16)
                return first == _head(key, hashlib.file_digest(opened, "sha256").hexdigest())
        except OSError:
            return False

    def write(self, number: int, stage: str, key: str, rows: Iterable[dict[str, Any]]) -> None:
        """Leave `rows` as what `stage` made of a shard."""
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        data = "\n".join(lines).encode("utf-8", "backslashreplace")
        self._write(number, stage, key, data + b"\n")

    def _write(self, number: int, stage: str, key: str, data: bytes) -> None:
        first = _head(key, files.digest(data))
        files.write(self.file(number, stage), first + data, 0o600)

    def rows(self, number: int, stage: str) -> Iterator[dict[str, Any]]:
        """Give what `stage` made of a shard."""
        with self.file(number, stage).open("rb") as opened:
            opened.readline()
            for line in opened:
                if not line.isspace():
                    yield json.loads(line)

    def write_lines(self, number: int, key: str, count: int, lines: array[int]) -> None:
        """Leave the keys of the lines of a shard, and of how many texts they are."""
        self._write(number, LINES, key, count.to_bytes(8, "little") + lines.tobytes())

    def lines(self, number: int) -> tuple[int, array[int]]:
        """Give what `write_lines` left."""
        with self.file(number, LINES).open("rb") as opened:
            opened.readline()
            count = int.from_bytes(opened.read(8), "little")
            found = array("Q")
            found.frombytes(opened.read())
            return count, found


def _head(key: str, digest: str) -> bytes:
    """Give the first line of a file of a shard that was made under `key`; `digest` of the rest."""
    return f"{key} {digest}\n".encode()


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
    files.write(home / "plan.json", json.dumps([source, number, count]).encode(), 0o600)
    return Plan(home, number, count, source)


def planned(home: Path, source: str) -> Plan | None:
    """Give the plan that an earlier run left in `home` for the same `source`, if it is whole."""
    try:
        made_of, number, count = json.loads(files.read(home / "plan.json"))
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
        return Bad(row["place"], row["message"])
    data = base64.b64decode(row["base64"]) if "base64" in row else row["text"].encode()
    return Text(row["name"], data, row["fields"], row["place"])
