"""What the line model saw of a line, told in words that a user understands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from translate.reading import read_toml

WORDS = Path(__file__).with_name("data") / "telling.toml"


@cache
def _words() -> dict[str, dict[str, Any]]:
    return read_toml(WORDS)


def told(name: str, value: float) -> str:
    """Give a feature and its value in words; nothing where its value is nothing to speak of.

    >>> told("rules in 8 around", 0.5), told("prev words", 2), told("lines since menu", 3)
    ('boilerplate around it', 'a short line above it', 'not far below a menu')
    >>> told("sentence end", 1.0)
    ''
    """
    seen, words = _read(name)
    size = "large" if value > seen.get("least", 0) else "small"
    return str(seen.get(size, "")).format(**words, value=f"{value:.0f}")


@cache
def _read(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Give what can be said of a feature, and the words that its name has for it."""
    number = re.search(r"\d+(?= )", name)
    words = {"n": number[0] if number else "", "where": "", "what": ""}
    key = name.replace(words["n"], "#", 1) if number else name
    for part in ("where", "what"):
        for code, said in _words()[part].items():
            if re.search(rf"\b{code}\b", key):
                key, words[part] = re.sub(rf"\b{code}\b", f"{{{part}}}", key), said
    return _words()["seen"].get(key, {}), words


def reasons(seen: Iterable[tuple[str, float]], count: int = 3) -> str:
    """Give the first `count` things that can be told of the features and values `seen`.

    >>> reasons([("sentence end", 1.0), ("rules in 3 around", 0.7), ("rules in 8 around", 0.5)])
    'boilerplate around it'
    """
    said: list[str] = []
    for name, value in seen:
        words = told(name, value)
        if words and words not in said:
            said.append(words)
        if len(said) == count:
            break
    return ", ".join(said)
