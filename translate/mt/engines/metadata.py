"""What the folder of a model says of itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from translate.errors import ModelError

# What a package may say of itself beside its languages, and of what type it must be.
KINDS: dict[str, type | tuple[type, ...]] = {
    "type": str, "package_version": str, "max_tokens": int, "target_prefix": str,
    "placeholders": list, "terminology": str, "abbreviations": dict, "unsure_below": (int, float),
    "rare_name_tokens": int,
}  # fmt: skip
PARTS: dict[str, type] = {"placeholders": str, "abbreviations": list}


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
    for key, kind in KINDS.items():
        if key in metadata and not _fits(metadata[key], kind, PARTS.get(key)):
            raise ModelError(f"{path}: '{key}' is of a wrong type: {metadata[key]!r:.40}")
    if metadata.get("max_tokens", 1) < 1:
        raise ModelError(f"{path}: 'max_tokens' must be at least 1")
    return metadata


def _fits(value: Any, kind: type | tuple[type, ...], part: type | None) -> bool:
    """Tell whether `value` is of `kind`, and all that it holds of `part`, where that is given."""
    if not isinstance(value, kind) or part is None:
        return isinstance(value, kind)
    held: Any = value.values() if isinstance(value, dict) else value
    return all(isinstance(one, part) for one in held)


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
