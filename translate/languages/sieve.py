"""Patterns that are asked only about a text that has what each of their matches has.

A rule is a pattern, and of hundreds one or two fire in a sentence: to look for some letters first
costs a tenth of asking each. A pattern is compiled when it is first asked: most never are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

# Of the strings of which a text must have one: more take as long to look for as the pattern.
MOST = 48
# Letters that are one small letter where capitals do not count: dotted, dotless and long ones.
ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
# Of those of other scripts, and of these two, not all ways to write one are known here.
LAST, ODD = "\xff", "µß"
DIGIT, ANY_DIGIT = re.compile(r"\d"), "0"  # which stands for all of them
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

# So many letters of what a pattern needs are what rules are looked up by.
GRAM = 3
T = TypeVar("T")

# A text that a pattern matches has, folded, one string of each of these groups.
Needs = tuple[tuple[str, ...], ...]


class Sieved:
    """The pattern `source`; what it is asked is what a compiled one is, and so are the answers.

    >>> short = Sieved(r"\\bav(?:\\.|ant) J\\.")
    >>> short.sub("avant J.", "Né en 44 av. J.-C."), short.search("Né hier."), short.needs
    ('Né en 44 avant J.-C.', None, ((' j.',), ('av',), ('.', 'ant')))
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def needs(self) -> Needs:
        """What a text must have."""
        return needs(self.source, self.flags)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.source, self.flags)

    def may_match(self, text: str) -> bool:
        """Tell whether `text` has what each match has."""
        low = folded(text)
        for some in self.needs:
            for one in some:
                if one in low:
                    break
            else:
                return False
        return True

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match in `text`."""
        return self.pattern.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give the matches in `text`."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def sub(self, to: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Give `text` with `to` in the place of the matches."""
        return self.pattern.sub(to, text) if self.may_match(text) else text


class Sieve(Generic[T]):
    """Rules in their order, each a pattern with what belongs to it; of hundreds few fit a text.

    They are looked up by the first letters of what they need; those that need nothing always fit.

    >>> hours = Sieve([(Sieved("midi"), "12 h"), (Sieved("minuit"), "0 h"), (Sieved("0 h"), "24")])
    >>> [hour for _, hour in hours.fitting("à minuit")], hours.sub("de midi à minuit")
    (['0 h'], 'de 12 h à 24')
    """

    def __init__(self, rules: Iterable[tuple[Sieved, T]]) -> None:
        self._rules = tuple(rules)

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for n, (pattern, _) in enumerate(self._rules):
            rarest = pattern.needs[0] if pattern.needs else ("",)
            for key in {one[:GRAM] for one in rarest}:
                found.setdefault(key, []).append(n)
        return found

    def fitting(self, text: str) -> Iterator[tuple[Sieved, T]]:
        """Give the rules whose pattern may match `text`."""
        return (self._rules[n] for n in self._numbers(text))

    def sub(self, text: str) -> str:
        """Give `text` with the matches of each rule replaced by what belongs to it, in order."""
        at = 0
        while at < len(self._rules):
            for n in self._numbers(text):
                pattern, to = self._rules[n]
                if n >= at and (new := pattern.sub(to, text)) != text:  # type: ignore[arg-type]
                    text, at = new, n + 1
                    break
            else:
                break
        return text

    def _numbers(self, text: str) -> list[int]:
        there = grams(text) & self._index.keys()
        found = {n for key in there for n in self._index[key]}
        return [n for n in sorted(found) if self._rules[n][0].may_match(text)]


@cache
def sieved(source: str) -> Sieved:
    """Give the pattern `source`, the same one each time."""
    return Sieved(source)


@lru_cache(maxsize=1 << 8)
def folded(text: str) -> str:
    """Give `text` in small letters, all digits alike: in this is looked for what patterns need.

    >>> folded("Été ſûr 1984")
    'été sûr 0000'
    """
    return DIGIT.sub(ANY_DIGIT, text.translate(ALIKE).lower())


@lru_cache(maxsize=1 << 8)
def grams(text: str) -> frozenset[str]:
    """Give what rules are looked up by in `text`, and "", by which those are that always fit.

    >>> sorted(grams("À 7"))
    ['', ' ', ' 0', '0', 'à', 'à ', 'à 0']
    """
    low = folded(text)
    return frozenset(low[n : n + size] for size in range(GRAM + 1) for n in range(len(low)))


def needs(source: str, flags: int = 0) -> Needs:
    """Give what a text must have for the pattern `source` to match.

    >>> needs("(?i)(?<!\\\\w)SVP\\\\b"), needs(r"\\d+ ?(?:km|hours?)"), needs(r"\\w+ ?\\W")
    ((('svp',),), (('km', 'hour'), ('0',)), ())
    """
    found = {some for some in _of_all(parser.parse(source, flags)) if all(map(_tells, some))}
    return tuple(sorted(found, key=lambda some: (-min(map(len, some)), some)))  # the rarest first


def _tells(one: str) -> bool:
    """Tell whether `one` is no letter or space alone, which nearly every text has."""
    return len(one) > 1 or not (one.isalpha() or one.isspace())


def _of_all(parts: Iterable[Any]) -> Iterator[tuple[str, ...]]:
    """Give what is needed of each of `parts`, which follow one another."""
    run = ""
    for kind, value in parts:
        if sign := _sign(kind, value):
            run += sign
            continue
        if run:
            yield (run,)
            run = ""
        yield from _of(kind, value)
    if run:
        yield (run,)


def _sign(kind: Any, value: Any) -> str:
    """Give the one sign, folded, that a part of a pattern stands for, "" where it is another."""
    if kind is op.LITERAL:
        sign = folded(chr(value))
        return sign if sign <= LAST and sign not in ODD else ""
    if kind is op.IN and all(_is_digit(*one) for one in value):
        return ANY_DIGIT
    return ""


def _is_digit(kind: Any, value: Any) -> bool:
    """Tell whether a part of a set is digits."""
    if kind is op.RANGE:
        return all(chr(one).isdecimal() for one in value)
    return (kind is op.CATEGORY and value is op.CATEGORY_DIGIT) or (
        kind is op.LITERAL and chr(value).isdecimal()
    )


def _of(kind: Any, value: Any) -> Iterator[tuple[str, ...]]:
    """Give what is needed of one part of a pattern."""
    if kind is op.SUBPATTERN:
        yield from _of_all(value[-1])
    elif kind is op.ATOMIC_GROUP:
        yield from _of_all(value)
    elif kind is op.ASSERT:  # what stands before or behind is in the text, too
        yield from _of_all(value[1])
    elif kind in REPEATS:
        yield from _of_all(value[2]) if value[0] else ()
    elif kind is op.BRANCH:
        yield from _one_of([list(_of_all(branch)) for branch in value[1]])
    elif kind is op.IN:
        yield from _one_of([list(_of_all([one])) for one in value])


def _one_of(options: Sequence[Sequence[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """Give what is needed where one of `options` stands: what tells most of each."""
    if not all(options):
        return
    best = [max(some, key=lambda group: (min(map(len, group)), -len(group))) for some in options]
    every = dict.fromkeys(one for group in best for one in group)
    kept = [one for one in every if not any(other in one for other in every if other != one)]
    if len(kept) <= MOST:
        yield tuple(kept)
