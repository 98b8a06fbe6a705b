"""The Argos package around a model: its metadata and its archive."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import noise

TERM_FORM = f"{noise.TERM_OPEN} {{source}} {noise.TERM_MID} {{target}} {noise.TERM_CLOSE}"
# A word of so many tokens is rare: the model is likely to garble a name of that kind, and copies a
# symbol in its place. Measured in bench/model/RESULTS.md.
RARE_NAME_TOKENS = 1
# The mean log-probability of a translation's tokens below which it is likely to be wrong.
# Measured in bench/model/RESULTS.md.
UNSURE_BELOW = -0.58
# French abbreviations that the training text lacks or has too rarely, with the English singular and
# plural: the model leaves them as they are or garbles them, so the tool carries them past it.
ABBREVIATIONS = Path(__file__).with_name("abbreviations.tsv")


def metadata(version: str, checkpoint: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """What Argos asks for, how to mask and give terms, and how the model was trained."""
    training = {"steps": checkpoint.get("step"), "tokens": checkpoint.get("seen")}
    return {
        "package_version": version,
        "argos_version": "1.11",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "type": "translate",
        "code": "translate-fr_en",
        "links": [],
        "placeholders": noise.PLACEHOLDERS,
        "terminology": TERM_FORM,
        "rare_name_tokens": RARE_NAME_TOKENS,
        "unsure_below": UNSURE_BELOW,
        "abbreviations": {
            french: forms
            for french, *forms in (
                line.split("\t") for line in ABBREVIATIONS.read_text(encoding="utf-8").splitlines()
            )
        },
        "model": checkpoint["cfg"],
        "training": training | facts,
    }


def pack(folder: Path, archive: Path) -> None:
    """Zip the package folder under its own name, the same bytes each time."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            file.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), path.read_bytes())
