"""How likely letters stand where they stand: what tells one 8-bit encoding from another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from translate.languages import known
from translate.languages.parts import Accents
from translate.reading import read_toml

DATA = Path(__file__).with_name("data")
LATIN = "\u024f"  # the last letter of the Latin blocks that Western languages use
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_ACCENTED_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]*+[^\W\d_A-Za-z][^\W\d_]*")


def likelihood(text: str, spoken: Accents | None) -> float:
    """Give the logarithm of how likely the non-ASCII letters of `text` stand where they stand.

    Words that hold such letters count too in the language `spoken`: known ones for, others against.

    >>> likelihood("déjà", None) > likelihood("d\u00c8j\u2021", None)
    True
    """
    score = sum(map(_weigh, contexts(text)))
    if spoken:
        words = _ACCENTED_WORD.findall(text)
        score += sum(min(spoken.weight(word.lower()), 8.0) / 2 - 2.0 for word in words)
    return score


def contexts(text: str) -> Iterator[tuple[str, str]]:
    """Give each non-ASCII character of `text` with the classes of its neighbours."""
    for match in _NON_ASCII.finditer(text):
        at = match.start()
        yield text[at], _class(text[at - 1 : at]) + _class(text[at + 1 : at + 2])


@cache
def _class(char: str) -> str:
    """Give the class of a neighbour: a letter, a digit, a space or an edge, an apostrophe, else."""
    if not char or char.isspace():
        return " "
    if char.isalpha():
        return "a" if char.islower() else "A"
    if char.isdigit():
        return "0"
    return "'" if char in "'’" else "."


@cache
def _weigh(seen: tuple[str, str]) -> float:
    """Give the logarithm of how often a character stands between such neighbours.

    Where French text never has it, `unseen` in the settings says how likely its kind is there.
    """
    char, around = seen
    known: float | None = _letters().get(char, {}).get(around)
    if known is not None:
        return known
    unseen = settings()["unseen"]
    kind = unicodedata.category(char)
    if char in unseen["never"] or (kind[0] == "L" and char > LATIN):
        return float(unseen["alien"])
    left, right = around[0], around[1]
    if (kind == "Ll" and left != "0" and right != "A") or (kind == "Lu" and left in " A'."):
        return float(unseen["letter"])
    return float(unseen.get(kind, unseen["other"]))


@cache
def settings() -> dict[str, Any]:
    """Give what is known about bytes (`data/decoding.toml`)."""
    return read_toml(DATA / "decoding.toml")


@cache
def _letters() -> dict[str, dict[str, float]]:
    """Natural logarithms of shares: character, then neighbours' classes (see `_class`).

    They are those of all languages whose letters were counted, the highest share of each.
    """
    table: dict[str, dict[str, float]] = {}
    for language in known():
        for char, shares in language.letters.items():
            row = table.setdefault(char, {})
            row.update({around: max(n, row.get(around, n)) for around, n in shares.items()})
    return table
