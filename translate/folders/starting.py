"""A project begun: settings and a glossary, written with a comment on everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from translate.config import GLOSSARY, SECTIONS, SETTINGS, table
from translate.errors import UsageError
from translate.folders import files

FIRST_GLOSSARY = Path(__file__).with_name("first-glossary.toml")


def start(folder: Path) -> list[Path]:
    """Write `corpus.toml` and `glossary.toml` in `folder`, and give their places.

    Neither changes what a run does until it is edited. Raises UsageError, and writes nothing, where
    one of them is there already.
    """
    places = [folder / SETTINGS, folder / GLOSSARY]
    for place in places:
        if place.exists():
            raise UsageError(f"{place}: is there already; nothing was written")
    files.write_asked(places[0], settings_text().encode())
    files.write_asked(places[1], FIRST_GLOSSARY.read_bytes())
    return places


def settings_text() -> str:
    r"""Give a `corpus.toml` that says every setting and its default, each commented out.

    >>> settings_text().split("\n\n")[1]
    '# Language of the texts, e.g. fr.\n# from = "fr"'
    """
    lines = [
        "# Settings of this corpus. Take the # away from a line to change what it says; "
        "paths are relative to this file."
    ]
    for section in SECTIONS:
        lines += ["", f"[{section}]"] if section else []
        for one in table().values():
            if one.section == section:
                lines += ["", f"# {one.help}", f"# {one.name} = {_value(one.default)}"]
    return "\n".join(lines) + "\n"


def _value(default: Any) -> str:
    """Give `default` as TOML."""
    if default is None:
        return '"FILE"'
    if isinstance(default, tuple):
        return f"[{', '.join(map(_value, default))}]"
    return str(default) if isinstance(default, int) else json.dumps(str(default))
