"""The closed classes of a language: its data, and its patterns with the lists filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from translate.languages import language
from translate.languages.parts import filled
from translate.languages.sieve import Sieved
from translate.mt.closed.rows import written_out

SPACE = "[ \xa0\u2009\u202f]"
# Three digits behind three others are a part of that number: a long row has one beginning.
DIGITS = (
    r"(?!(?<=\b\d{3}[ \xa0\u2009\u202f.,'’])\d{3}(?!\d))"
    r"(?:\d{1,3}(?:[ \xa0\u2009\u202f.,'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
)
HUNDRED, THOUSAND = 100, 1000
# The tables of rows in whose patterns lists stand, as they do in those of the families.
LISTED = ("plain", "held", "turned")
# As many words at most follow the first of a number in words: longer runs are none.
MOST = 24


@dataclass(frozen=True)
class Grammar:
    """What `closed.toml` of the language `code` tells; all is empty where it has no such file.

    `values` are those of the number words and of the scales, `held` is what goes past a model by
    the other language, with its form there.

    >>> grammar("fr").codes("currencies")["rouble"], grammar("xx").patterns
    ('RUB', {})
    """

    code: str
    tables: Mapping[str, Any]
    patterns: Mapping[str, tuple[Sieved, ...]]
    copied: tuple[Sieved, ...]
    held: Mapping[str, tuple[tuple[Sieved, str], ...]]
    values: Mapping[str, Fraction]

    @property
    def decimal(self) -> str:
        """The sign before decimals."""
        return str(self.tables["cardinals"]["decimal"])

    def table(self, name: str) -> Mapping[str, Any]:
        """Give the table `name`, empty where there is none."""
        found: Mapping[str, Any] = self.tables.get(name, {})
        return found

    def words(self, name: str) -> frozenset[str]:
        """Give the list `name` of the table of number words."""
        return _words(self.code, name)

    def codes(self, name: str) -> Mapping[str, str]:
        """Give the code of each word of the table `name`, of currencies or units."""
        return _codes(self.code, name)


@cache
def grammar(code: str) -> Grammar:
    """Give the closed classes of the language `code`."""
    tables = _tables(code)
    if not tables:
        return Grammar(code, {}, {}, (), {}, {})
    tables = {**tables, **{name: _listed(tables.get(name, {}), lists(code)) for name in LISTED}}
    return Grammar(
        code,
        tables,
        {
            family: tuple(Sieved(filled(one, lists(code))) for one in some)
            for family, some in tables["patterns"].items()
        },
        tuple(map(Sieved, tables.get("copied", {}).values())),
        {
            other: tuple((Sieved(one["pattern"]), one.get("to", "")) for one in some)
            for other, some in tables.get("held", {}).items()
        },
        {**_values(code), **{w: Fraction(v) for w, v in tables["scales"].items()}},
    )


@cache
def _tables(code: str) -> Mapping[str, Any]:
    tables = language(code).table("closed.toml")
    pieces = tables.get("pieces", {})
    found: Mapping[str, Any] = written_out(tables, _pieces(pieces))  # a piece may have others
    return found


def _pieces(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the pieces that are `told`, each with those that it has within in their places."""
    while (found := written_out(told, told)) != told:
        told = found
    return told


def _listed(told: Any, lists: Mapping[str, str]) -> Any:
    """Give the rows that are `told`, those of each language or all, with `lists` in their patterns.

    >>> _listed({"en": [{"pattern": "{n} ans", "to": "{n}"}]}, {"n": "un|deux"})
    {'en': [{'pattern': '(?:un|deux) ans', 'to': '{n}'}]}
    """
    if isinstance(told, Mapping) and not {"pattern", "source"} & told.keys():
        return {key: _listed(one, lists) for key, one in told.items()}
    if isinstance(told, list):
        return [_listed(one, lists) for one in told]
    return {k: filled(v, lists) if k in ("pattern", "source") else v for k, v in told.items()}


@cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(_tables(code).get("cardinals", {}).get(name, "").split())


@cache
def _codes(code: str, name: str) -> Mapping[str, str]:
    return {word: unit for unit, words in _tables(code).get(name, {}).items() for word in words}


@cache
def _values(code: str) -> Mapping[str, Fraction]:
    """Give the value of each number word."""
    numbers, cardinals = language(code).numbers, _tables(code)["cardinals"]
    known = {**numbers.words, **numbers.scales}
    return {w: Fraction(known[w]) for w in f"{cardinals['words']} {cardinals['scales']}".split()}


@cache
def lists(code: str) -> Mapping[str, str]:
    """Give what the names in braces stand for in the patterns of the language `code`.

    >>> lists("fr")["clock"], lists("xx")
    ('minuit|midi', {})
    """
    lang, tables = language(code), _tables(code)
    if not tables:
        return {}
    words, cardinals = _values(code), tables["cardinals"]
    scales = any_of(w for w, value in words.items() if value >= THOUSAND)
    first = any_of(w for w, value in words.items() if value <= THOUSAND)
    if article := cardinals.get("article"):
        large = any_of(w for w, value in words.items() if value >= HUNDRED)
        first = f"{article}(?:{large})|{first}"
    run = rf"(?i:(?:{first})(?:(?:[- ]|{cardinals['join']})(?:{any_of(words)})){{0,{MOST}}})(?!\w)"
    months = (m for m in lang.months_by_name if m not in lang.numbers.words)
    shown = str.capitalize if tables.get("capitals") else str
    coins = _codes(code, "currencies")
    tens = (w for w, value in words.items() if 20 <= value < HUNDRED and value % 10 == 0)
    return {
        "digits": DIGITS,
        "words": run,
        "n": rf"(?:{DIGITS}(?:[ -]?(?:{scales})(?!\w))?|{run})",
        "scales": scales,
        "scale": any_of(tables["scales"]),
        "month": any_of(map(shown, months)),
        "weekday": any_of(map(shown, lang.lists.get("day", ()))),
        "clock": any_of(tables["clock"]),
        "part": any_of(tables["parts"]),
        "ordinal": f"(?P<word>{any_of(tables['ordinals'])})",
        "collective": any_of(tables["collectives"]),
        "fraction": any_of(tables["fractions"]),
        "currency": any_of(coins, plural=True),
        "value": f"(?P<value>{_value(code, tables, scales, coins)})",
        "period": any_of(_codes(code, "spans"), plural=True),
        "sign": any_of(c for c in coins if not c[-1].isalpha()),
        "code": any_of(c for c in coins if c.isupper() and len(c) > 2),
        "unit": any_of(_codes(code, "units"), plural=True),
        "roman": "(?P<roman>[IVX]+)",
        "count": r"(?P<count>\d{1,2})",
        "of": cardinals["of"],
        "decades": any_of(w[:-1] + "ies" for w in tens),
    }


def _value(code: str, tables: Mapping[str, Any], scales: str, coins: Iterable[str]) -> str:
    """Give the pattern of any number in digits, with its sign, scale and what is counted by it."""
    names = any_of((*coins, *_codes(code, "units"), *_codes(code, "spans")), plural=True)
    scale, of = any_of(tables["scales"]), tables["cardinals"]["of"]
    sign = any_of(c for c in coins if not c[-1].isalpha())
    counted = rf" ?(?:{scale}) ?(?:{sign})|(?: (?:{scales})(?:{of})?)?(?: ?(?:{names}))?"
    return rf"(?:[-−+–] ?)?{DIGITS}(?:{counted})(?![\w²³/]|[.,]\d)"


def any_of(words: Iterable[str], *, plural: bool = False) -> str:
    """Give a pattern of any of `words`, the longest first; a `plural` in s counts too.

    >>> any_of(["euro", "km", "€"], plural=True)
    'euros?|km|€'
    """
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(literal(w) + "s?" * (plural and is_word(w)) for w in ordered)


def is_word(name: str) -> bool:
    """Tell whether the `name` of a unit is a word, or words, and no abbreviation.

    >>> is_word("rouble"), is_word("franc suisse"), is_word("kWh"), is_word("km")
    (True, True, False, False)
    """
    return len(name) > 2 and name[-2:].isalpha() and name[-2:].islower() and name[-1] != "s"


def literal(name: str) -> str:
    """Give a pattern of `name`, with either apostrophe."""
    return re.escape(name).replace("’", "['’]").replace("\\ ", " ")
