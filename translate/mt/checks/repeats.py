"""Checks of loops: what a model says again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.mt.checks.registry import Attempt, registered
from translate.mt.checks.words import WORD

# The same sign four times, spaces between them aside.
SIGNS = re.compile(r"([^\w\s])(?:\s?\1){3,}")


@registered("cut")
def cut(attempt: Attempt) -> Iterator[str]:
    """The model ran on until it was stopped."""
    if not attempt.complete:
        yield "the English does not come to an end"


@registered("repeat")
def repeat(attempt: Attempt) -> Iterator[str]:
    """A name comes twice in a row, or anything else three times, as it does not in the source."""
    english, source = attempt.english, attempt.source
    for twice in dict.fromkeys(f"{term.target} {term.target}" for term in attempt.unit.terms):
        if twice in english and twice not in source:
            yield f"'{twice}' is said twice"
    if repeated := repetition(english, source):
        yield f"'{repeated}' is said again and again"


@registered("source")
def source(attempt: Attempt) -> Iterator[str]:
    """The source itself says a word, or two, five times in a row."""
    text = attempt.source
    words = WORD.findall(text)
    loops = len(words) - len(set(words)) >= 4
    if loops and (most_in_a_row(text, 1) > 4 or most_in_a_row(text, 2) > 4):
        yield "the text repeats itself, which models cannot follow"


def repetition(english: str, source: str) -> str:
    """Give what `english` repeats three times in a row and `source` does not, or "".

    Words are compared without case and hyphens; of signs, four in a row count.

    >>> repetition("a great-great-great-aunt", "une arrière-tante"), repetition("So.....", "Si…")
    ('great', '....')
    """
    for run in SIGNS.finditer(english):
        if run[0] not in source:
            return run[0][:4]
    words = WORD.findall(english.lower())
    if len(words) - len(set(words)) < 2:
        return ""
    for size in range(1, 7):
        for start in range(len(words) - 3 * size + 1):
            if words[start] != words[start + size] or words[start] != words[start + 2 * size]:
                continue
            gram = words[start : start + size]
            if words[start : start + 3 * size] == 3 * gram:
                if most_in_a_row(source, size) < 3:
                    return " ".join(gram)
                break
    return ""


def most_in_a_row(text: str, size: int) -> int:
    """Give how often an n-gram of `size` words stands in a row in `text`, at most."""
    words = WORD.findall(text.lower())
    best = 1 if len(words) >= size else 0
    alike = 0  # words in a row from `start` that stand again `size` words later
    for start in reversed(range(len(words) - size)):
        alike = alike + 1 if words[start] == words[start + size] else 0
        best = max(best, 1 + alike // size)
    return best
