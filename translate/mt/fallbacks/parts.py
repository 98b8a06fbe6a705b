"""A unit in parts, to be translated apart where it went wrong as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from translate.mt.engines.engine import Engine, Hypothesis
from translate.mt.fallbacks.candidates import Case
from translate.mt.sentences import split_long
from translate.mt.strings import around_symbols, neat, refill, translatable
from translate.mt.terms import Term

# What goes wrong with a whole sentence, rather than with one word of it.
SEVERE = ("repeat", "cut", "short", "long", "copy")
# Before a clause that can be translated alone: three words at least on both sides.
CLAUSE = re.compile(r"(?<=\w[,;:] )(?=(?:[^\W\d_]\S* ){2}\S)|(?<= )(?=\()")

# Gives the text of a case with names hidden, and what the symbols in it mean.
Hiding = Callable[[Case, Sequence[Term]], tuple[str, dict[str, str]]]


def parted(case: Case, hidden: Hiding, engine: Engine) -> tuple[list[str], dict[str, str]]:
    """Give what the unit of `case` is taken apart into, names `hidden`, and what symbols mean.

    It is one part when there is no use in it.
    """
    if case.best.has("mask"):
        return around_symbols(case.unit.text, case.unit.symbols), {}
    if not case.best.has("name", *SEVERE):
        # Not for a word that is missing: it seldom helps (bench/mt/RESULTS.md).
        doubt = case.best.has("number", "negation")
        return CLAUSE.split(case.unit.text) if doubt else [case.unit.text], {}
    text, meaning = hidden(case, case.unit.terms)
    return split_long(text, engine.count, engine.count(text) // 2 + 3, engine.source), meaning


def joined(parts: Sequence[str], known: Mapping[str, Hypothesis], target: str) -> str:
    """Give the English of `parts`, each of the best answer `known` for it, as they stood.

    >>> joined(["Oui, ", "⟦0⟧", "."], {"Oui,": Hypothesis("Yes,", -0.1, True)}, "en")
    'Yes, ⟦0⟧.'
    """
    return "".join(
        refill(part, neat(part.strip(), known[part.strip()].text, target))
        if translatable(part)
        else part
        for part in parts
    )
