"""Which of the people named in a text are women: by first name, title, and what agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from translate.languages import common, language, names_in_a_row
from translate.languages.words import fold_word
from translate.mt.terms import People
from translate.names.forms import is_person, surname
from translate.names.glossary import Name
from translate.names.spelling import no_first_names

AROUND = 60


def people(text: str, code: str, names: Mapping[str, Name]) -> People:
    """Give the people named in `text`, in language `code`, each a woman, or one of the others.

    `names` are those of a glossary by their canonical spellings.

    >>> found = people("Mme Dupin voit Jean Zay et Mira Lu, née à Metz.", "fr", {})
    >>> sorted(found.women), sorted(found.others)
    (['Dupin', 'Lu', 'Mira Lu'], ['Jean Zay', 'Zay'])
    """
    told = language(code).gender
    if not told:
        return People()
    women: set[str] = set()
    others: set[str] = set()
    for name, is_woman in _judged(text, code, names):
        into = women if is_woman else others
        into.update((name, surname(name) or name))
    return People(frozenset(women - others), frozenset(others))


def _judged(text: str, code: str, names: Mapping[str, Name]) -> Iterator[tuple[str, bool]]:
    titles, mens, signs = _signs(code)
    for match in names_in_a_row(alone=False).finditer(text):
        first, *rest = match[0].split(" ")
        title = first.rstrip(".")
        while len(rest) > 1 and title not in titles | mens and fold_word(title) in no_first_names():
            first, *rest = rest  # Selon Dr. Ada Bo
            title = first.rstrip(".")
        if title in titles or title in mens:
            yield " ".join(rest), title in titles
            continue
        name = " ".join((first, *rest))
        before = text[max(0, match.start() - AROUND) : match.start()]
        after = text[match.end() : match.end() + AROUND]
        found = [signs[sign].search(s) for sign, s in (
            ("before_woman", before), ("after_woman", after),
            ("before_man", before), ("after_man", after),
        )]  # fmt: skip
        agrees = {True} if any(found[:2]) else set()
        agrees |= {False} if any(found[2:]) else set()
        called = _called(first)
        if len(agrees) == 1:
            yield name, agrees.pop() and called is not False
        elif called is not None:
            yield name, called
        elif agrees or (name in names and is_person(names[name])):
            yield name, False


def _called(first: str) -> bool | None:
    """Tell whether `first` is the first name of a woman; None where nothing or both is told."""
    word = fold_word(first.split("-", maxsplit=1)[0])
    woman, man = word in common("women"), word in common("men")
    return None if woman == man else woman


@cache
def _signs(code: str) -> tuple[frozenset[str], frozenset[str], dict[str, re.Pattern[str]]]:
    told: dict[str, Any] = language(code).gender
    women = "|".join(told["women"].split())
    signs = {
        sign: re.compile(told[sign].replace("{women}", women))
        for sign in ("before_woman", "after_woman", "before_man", "after_man")
    }
    return frozenset(told["titles"].split()), frozenset(told["mens_titles"].split()), signs
