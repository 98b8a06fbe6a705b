"""What a translation lost, in the place of symbols that a model copies: names, numbers, values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.mt import closed
from translate.mt.counterparts.numbers import english_digits, lost_numbers
from translate.mt.fallbacks.candidates import Case
from translate.mt.terms import Term


def in_symbols(
    case: Case, terms: Sequence[Term], symbols: Sequence[str], pair: tuple[str, str], variety: str
) -> tuple[str, dict[str, str]]:
    """Give the text of `case` with `symbols`, and the English that each of them stands for.

    They stand for the `terms`, and for the values and numbers that the best English lacks.
    """
    text, english, meaning = case.unit.text, case.best.english, dict[str, str]()
    free = [s for s in symbols if s not in text]
    for item in reversed(closed.lost(text, english, pair, variety)):
        if free:
            symbol = free.pop(0)
            meaning[symbol] = item.english
            text = text[: item.start] + item.lead + symbol + text[item.end :]
    lost = [(term.surface, term.target) for term in dict.fromkeys(terms)]
    lost += [(n, english_digits(n)) for n in lost_numbers(text, english, pair)]
    for surface, target in sorted(lost, key=lambda one: -len(one[0])):
        # Not inside a word, and not the hour of "16h30".
        place = re.compile(rf"(?<!\w){re.escape(surface)}(?!\w| ?[hH:]\d)")
        for _ in place.findall(text):
            if free:
                meaning[free[0]] = target
                text = place.sub(free.pop(0), text, count=1)
    return text, meaning
