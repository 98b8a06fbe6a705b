"""Lines of a plain text that are code, by signs that stand in data: they are copied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from translate.config import SOURCE
from translate.languages.parts import filled
from translate.languages.telling import function_words
from translate.languages.words import WORD
from translate.mt.data import table

# What every sign has something of: most lines are done with at this.
HINT = re.compile(r"[(){}\[\];=<>\"'$#\\/@:*%-]|^(?:[a-z]+|[A-Z]{2,}|\*)\b")
# Strings and comments: a person speaks there, in code.
SAID = re.compile(r"""\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|`[^`]*+`|(?:#|//|/\*|<!--).*""")
OPENS = (":", "{", "(", "[", "then", "do")  # how a line ends whose block is further in


def code_lines(lines: Sequence[str], code: str = SOURCE) -> list[bool]:
    """Tell of each of `lines` of a text, in language `code`, whether it is code.

    >>> code_lines(["Voici :", "", "def trier(xs):", "    return xs", "", "chat(s)"])
    [False, False, True, True, False, False]
    """
    weak, strong = _signs()
    longest: int = table("code")["longest"]
    stripped = [line.strip() for line in lines]
    may = [bool(one) and len(one) <= longest and bool(HINT.search(one)) for one in stripped]
    found = [
        told and bool(strong.fullmatch(one)) and not _is_prose(one, code)
        for told, one in zip(may, stripped, strict=True)
    ]
    if not any(found):
        return found
    full = [n for n, one in enumerate(stripped) if one]
    opened: int | None = None  # how far in the line of code stands whose block is open
    last = 0
    for before, n in zip([None, *full], full, strict=False):
        indent = len(lines[n]) - len(lines[n].lstrip())
        if opened is not None and indent <= opened:
            opened = None
        inside = opened is not None
        beside = before is not None and found[before] and n - before == 1
        inside |= beside and indent > last
        found[n] = found[n] or inside or (beside and may[n] and bool(weak.fullmatch(stripped[n])))
        if found[n] and opened is None and stripped[n].endswith(OPENS):
            opened = indent
        last = indent
    for n, after in zip(reversed(full[:-1]), reversed(full[1:]), strict=True):
        if may[n] and found[after] and after - n == 1:
            found[n] = found[n] or bool(weak.fullmatch(stripped[n]))
    return found


def _is_prose(line: str, code: str) -> bool:
    """Whether small words of the language `code` stand in `line`, strings and comments aside."""
    words = WORD.findall(SAID.sub(" ", line).lower())
    known = function_words()
    told = {word for word in words if len(word) > 1 and code in known.get(word, ())}
    least: int = table("code")["prose"]
    return len(told) >= least


@cache
def _signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give one pattern for all weak signs, and one for the others."""
    found = []
    for weak in (True, False):
        some = [sign["pattern"] for sign in signs() if sign.get("weak", False) == weak]
        found.append(re.compile("|".join(f"(?:{one})" for one in some)))
    return found[0], found[1]


@cache
def signs() -> list[dict[str, Any]]:
    """Give the table of signs, their patterns filled, with the examples and look-alikes of each.

    >>> [sign["id"] for sign in signs()][:2]
    ['definition', 'block']
    """
    parts: dict[str, str] = {}
    for name, pattern in table("code")["parts"].items():
        parts[name] = filled(pattern, parts)  # a part may have those above it
    return [{**sign, "pattern": filled(sign["pattern"], parts)} for sign in table("code")["sign"]]
