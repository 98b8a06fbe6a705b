"""What belongs to no one language: words and names that all share, months, lost accents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from translate.languages.language import Language, known, language
from translate.languages.parts import Accents
from translate.languages.words import fold_word
from translate.reading import read_toml

LISTS = Path(__file__).with_name("common.toml")
BEFORE = 40  # letters before a family name, in which the first name stands


@cache
def common(name: str) -> frozenset[str]:
    """Give the words of a list that belongs to no language, in `common.toml`: folded, mostly."""
    return frozenset(read_toml(LISTS)[name].split())


@cache
def names_in_a_row() -> re.Pattern[str]:
    """Give the pattern of a word with a capital or several, small words of names between them.

    >>> names_in_a_row().findall("Mme de Staël, Ludwig van Beethoven et Ada. M. Bo rit.")
    ['Mme de Staël', 'Ludwig van Beethoven', 'Ada', 'M. Bo']
    """
    capital = r"[^\W\d_a-zß-öø-ÿ](?:[\w’'-]*\w)?"
    stop = r"(?:(?:(?<=\b\w)|(?<=\b\w\w))\.)?"  # that of "M." and "Dr."
    particles = "|".join(sorted(common("particles")))
    more = rf"{stop} (?:(?:{particles}) |d[’'])*{capital}"
    return re.compile(rf"(?<![\w’'-]){capital}(?:{more})*")


@cache
def first_names(spoken: Language) -> frozenset[str]:
    """Give the folded first names that are known.

    >>> {"ada", "mira", "amandine"} <= first_names(language("fr"))
    True
    """
    return common("women").union(common("men"), map(fold_word, spoken.first_names))


@cache
def all_first_names() -> frozenset[str]:
    """Give the folded first names of all languages.

    >>> {"ada", "amandine"} <= all_first_names()
    True
    """
    return frozenset().union(*map(first_names, known()))


@cache
def _long_forms() -> dict[str, set[str]]:
    """Give the folded first names that each folded short form may stand for, of all languages."""
    found: dict[str, set[str]] = {}
    for spoken in known():
        for rows in spoken.table("short-names.toml").values():
            for whole, several in rows.items():
                for short in several.split():
                    found.setdefault(fold_word(short), set()).add(fold_word(whole))
    return found


def is_short_for(one: str, other: str) -> bool:
    """Tell whether a folded first name is in some language short for the other, or that for it.

    >>> [is_short_for(*two) for two in (("theo", "theodore"), ("william", "bill"), ("bo", "bob"))]
    [True, True, False]
    """
    forms = _long_forms()
    return other in forms.get(one, ()) or one in forms.get(other, ())


def after_first_name(first: str, word: str, spoken: Language) -> bool:
    """Tell whether `word`, a place's, is a family's name behind `first`, somebody's first name.

    >>> some = [("Léo", "Calabre"), ("Virginie", "Allemagne"), ("La", "Calabre"), ("Léo", "Paris")]
    >>> [after_first_name(first, word, language("fr")) for first, word in some]
    [True, False, False, False]
    """
    families = spoken.forms.families if spoken.forms else frozenset()
    if word not in families or first in families or not first[:1].isupper():
        return False
    return fold_word(first) in first_names(spoken)


def family_of_a_place(text: str, start: int, end: int, spoken: Language) -> bool:
    """Tell whether the last word of `text` from `start` to `end` is a family's name of a place.

    >>> text, french = "Hier Lucie Vienne rit", language("fr")
    >>> family_of_a_place(text, 5, 17, french), family_of_a_place(text, 11, 17, french)
    (True, True)
    >>> family_of_a_place("À Vienne", 2, 8, french)
    False
    """
    *_, first, last = ["", "", *text[max(0, start - BEFORE) : end].split()]
    return text[start:end].endswith(last) and after_first_name(first, last, spoken)


@cache
def month_numbers() -> dict[str, int]:
    """Give the number of each month by its folded names and abbreviations in all languages.

    >>> month_numbers()["aout"], month_numbers()["sept"]
    (8, 9)
    """
    return {fold_word(name): n for one in known() for name, n in one.months_by_name.items()}


def accents(codes: Sequence[str]) -> Accents | None:
    """Give how lost letters are put back in the first of the languages `codes` that tells.

    >>> accents(["en", "fr"]) == language("fr").accents, accents(["en"])
    (True, None)
    """
    return next((one.accents for one in map(language, codes) if one.accents), None)
