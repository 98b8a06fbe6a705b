"""What the folder of a model says of itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from translate.errors import ModelError


def read_metadata(folder: Path) -> dict[str, Any]:
    """Give what `metadata.json` in `folder` says, {} without one; raises ModelError if broken."""
    path = folder / "metadata.json"
    if not path.is_file():
        return {}
    try:
        metadata = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: cannot be read: {error}") from error
    if not isinstance(metadata, dict) or not all(
        isinstance(metadata.get(key), str) for key in ("from_code", "to_code")
    ):
        raise ModelError(f"{path}: does not name its languages (from_code, to_code)")
    return metadata


def fingerprint(folder: Path) -> str:
    """Give 16 hexadecimal digits that depend on every file of the model in `folder`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     len(fingerprint(Path(folder)))
    16
    """
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".md"):
        digest.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
