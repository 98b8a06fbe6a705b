"""Is this English the whole of that French? What can be told by counting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from translate.mt.mask import SYMBOL
from translate.mt.prepare import Unit
from translate.mt.sentences import DATA
from translate.mt.terms import Term

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about a translation: `kind` is the check's id, `weight` how bad it is.

    >>> str(Issue("repeat", "'very' four times in a row", 5))
    "repeat: 'very' four times in a row"
    """

    kind: str
    detail: str
    weight: int

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


def check(unit: Unit, english: str, complete: bool, missing: Sequence[Term]) -> list[Issue]:
    """Give what is doubtful about `english` as the translation of `unit`.

    `complete` tells that the model ended by itself; `missing` are the names it lost.

    >>> [i.kind for i in check(Unit("Il est très très grand."), "He is big big big big.", True, [])]
    ['repeat']
    """
    found: list[Issue] = []
    if [m[0] for m in SYMBOL.finditer(english)] != unit.symbols:
        found.append(Issue("mask", "an address, emoji or the like was lost or moved", 100))
    found += [Issue("name", f"'{t.target}' is missing", 20) for t in missing]
    if not complete:
        found.append(Issue("cut", "the model did not come to an end", 40))
    source, target = WORD.findall(unit.text), WORD.findall(english)
    repeated = repetition(english, unit.text)
    if repeated:
        found.append(Issue("repeat", f"'{repeated}' again and again", 30))
    if len(target) < len(source) / 3 - 1 or not english:
        found.append(Issue("short", f"{len(source)} words became {len(target)}", 25))
    if len(target) > 2.5 * len(source) + 5:
        found.append(Issue("long", f"{len(source)} words became {len(target)}", 20))
    return found


@cache
def common_words(language: str) -> frozenset[str]:
    """Give words that tell `language` from others; none for a language without data."""
    data = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return frozenset(data.get(language, ()))


def written_in(text: str, language: str, other: str) -> bool:
    """Tell whether `text` has the common words of `language` rather than those of `other`.

    >>> written_in("Le train part de la gare", "fr", "en"), written_in("OpenAI", "fr", "en")
    (True, False)
    """
    words = [w.lower().replace("’", "'") for w in WORD.findall(text)]
    mine = sum(w in common_words(language) - common_words(other) for w in words)
    others = sum(w in common_words(other) - common_words(language) for w in words)
    return mine >= 2 and mine > others


def repetition(english: str, source: str) -> str:
    """Give words that `english` repeats three times in a row and `source` does not, or "".

    >>> repetition("a great-great-great-aunt", "une arrière-tante")
    'great'
    """
    words = [w.lower() for w in WORD.findall(english)]
    for size in range(1, 7):
        for start in range(len(words) - 3 * size + 1):
            gram = words[start : start + size]
            if words[start : start + 3 * size] == 3 * gram and most_in_a_row(source, size) < 3:
                return " ".join(gram)
    return ""


def most_in_a_row(text: str, size: int) -> int:
    """Give how often an n-gram of `size` words stands in a row in `text`, at most."""
    words = [w.lower() for w in WORD.findall(text)]
    best = 1 if len(words) >= size else 0
    for start in range(len(words) - size):
        count = 1
        gram = words[start : start + size]
        while words[start + count * size : start + (count + 1) * size] == gram:
            count += 1
        best = max(best, count)
    return best
