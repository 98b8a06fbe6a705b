"""What a decision is about, found in the texts of a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from translate.config import Config
from translate.errors import UsageError
from translate.folders import files
from translate.folders.decisions import said


def line_at(place: str, config: Config) -> dict[str, Any]:
    """Give the entry that restores the line of a raw text at `place`, FILE:LINE.

    The file is named as it lies, or as its document is called. Raises UsageError where there is no
    such line.
    """
    from translate.cleaning.decode import decode

    file, _, number = place.rpartition(":")
    if not file or not number.isdigit():
        raise UsageError(f"--at {place}: write FILE:LINE, as in raw/a.txt:12")
    path = next((p for p in (Path(file), config.raw / file) if p.is_file()), None)
    if path is None:
        raise UsageError(f"--at {place}: there is no such file, here or in {config.raw}")
    name = files.name_under(path, config.raw)
    lines = decode(files.read(path), config.languages, name=name)[0].split("\n")
    if not 0 < int(number) <= len(lines) or not lines[int(number) - 1].strip():
        raise UsageError(f"--at {place}: there is no such line, or it is blank")
    return {"document": name, "line": int(number), "text": lines[int(number) - 1].rstrip("\r")}


def stands(sentence: str, config: Config) -> bool:
    """Tell whether a cleaned text holds `sentence`, however its lines are broken."""
    if not config.cleaned.is_dir():
        return False
    found = (config.cleaned / name for name in files.find(config.cleaned, config.include))
    return any(said(sentence) in said(files.read(p).decode("utf-8", "replace")) for p in found)
