"""What of a sentence has a counterpart in its translation, by words that were counted together.

A language's `senses-XX.txt.xz` (training/senses.py) tells which stems of the other language stand
for a stem, and how often one of them does: where a stem that has one 95 times of a hundred has
none, that is no chance.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.document import Edit, apply
from translate.languages import language
from translate.languages.words import WORD
from translate.mt.counterparts.expressions import (
    NO_FIELDS,
    Fields,
    expressions,
    telling_stems,
)
from translate.mt.counterparts.numbers import lost_number_words
from translate.mt.counterparts.senses import (
    content_words,
    meant,
    mendable,
    senses,
    spelt_alike,
    stems_of_forms,
)
from translate.mt.counterparts.stems import stem
from translate.mt.data import table
from translate.mt.held import SYMBOL
from translate.mt.words.mistaken import otherwise

# Two words that are one to a reader: `aujourd'hui`, `prud'homme`; not `lorsqu'il`, `l'été`.
ONE_WORD = re.compile(r"([^\W\d_]{4,})(?<!qu)['’]([^\W\d_]+)")
# A Roman ordinal: what has a value is looked after elsewhere.
COUNTED = re.compile("[IVXLC]+(?:er|re|e|ème)")
COMPOUND = re.compile(rf"{WORD.pattern}(?:[-‑]{WORD.pattern})*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A `word` without a counterpart, and the weight of that: how unlikely it is by chance.

    The weight is the negative logarithm of the share of sentences in which it would have none.
    """

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a translation lacks of its source (`missing`), and what it has beyond it (`added`)."""

    missing: tuple[Gap, ...] = ()
    added: tuple[Gap, ...] = ()


@lru_cache(maxsize=1 << 12)
def coverage(
    source: str, english: str, pair: tuple[str, str], about: Fields = NO_FIELDS
) -> Coverage:
    """Give what has no counterpart on the other side; nothing where no senses were counted.

    `about` are the fields of the whole text that `source` is of.

    >>> found = coverage("Elle mange la pomme rouge.", "She eats the small apple.", ("fr", "en"))
    >>> [gap.word for gap in found.missing], [gap.word for gap in found.added]
    (['rouge'], ['small'])
    """
    counted = senses(*pair)
    if counted is None:
        return Coverage()
    there = Counter(stem(word, pair[1]) for word in WORD.findall(english))
    words = _words(source, pair, about)
    senses_of, given = _meant_in(source, pair, about)
    missing = [
        Gap(word, _weight(word, _share(word, pair), source))
        for word in words
        if word.lower() not in language(pair[0]).numbers.words
        and not COUNTED.fullmatch(word)
        and _without(word, there, senses_of, pair)
        and not spelt_alike(word, english)
        and not _otherwise(word, english, pair)
    ]
    signs = [sign for one in senses_of if (sign := _signs(pair).get(one.lower()))]
    added = [
        Gap(word, _weight(word, counted.target.get(name), english))
        for word in content_words(english, pair[1])
        if word.lower() not in language(pair[1]).numbers.words
        and (name := stem(word, pair[1])) not in given
        and not spelt_alike(word, source)
        and not any(re.search(sign, word.lower()) for sign in signs)
    ]
    number = table("coverage")["number"]
    quantities = _number_stems(pair[1]) & there.keys()
    lost = table("coverage")["expression"]
    missing += [
        Gap(one.said, lost)
        for one in expressions(source, pair, about)
        if not one.said_in(there, pair[1])
    ]
    missing += [
        Gap(words, number)
        for words in lost_number_words(source, english, pair)
        if quantities.isdisjoint(counted.of(stem(words, pair[0])))  # "un quart"
    ]
    return Coverage(tuple(_whole(missing, source)), tuple(added))


@lru_cache(maxsize=1 << 12)
def _words(text: str, pair: tuple[str, str], about: Fields) -> tuple[str, ...]:
    """Give the words of `text` that say something; a compound whose meaning is listed is one.

    Those of expressions that have their own English are aside.
    """
    listed = language(pair[0]).renderings(pair[1])
    aside = expressions(text, pair, about)
    rest = apply(text, (Edit(one.start, one.said, " ") for one in aside))
    found: list[str] = []
    for match in COMPOUND.finditer(SYMBOL.sub(" ", rest)):
        whole = match[0].lower() in listed
        found += [match[0]] if whole else content_words(match[0], pair[0])
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def _meant_in(
    source: str, pair: tuple[str, str], about: Fields
) -> tuple[Mapping[str, Mapping[str, int]], frozenset[str]]:
    """Give the stems that stand for each word of `source`, and all of them."""
    words = {*WORD.findall(source), *_words(source, pair, about)}
    senses_of = {word: meant(word, pair) for word in words}
    for word, one in otherwise(source, pair):
        senses_of[word] = {
            **senses_of[word],
            **dict.fromkeys(stems_of_forms(one.right[0], pair[1]), 100),
        }
    options = [option for one in expressions(source, pair, about) for option in one.options]
    said = (telling_stems(option, pair[1]) for option in options)
    return senses_of, frozenset().union(*senses_of.values(), *said)


@cache
def _number_stems(code: str) -> frozenset[str]:
    return frozenset(stem(word, code) for word in language(code).numbers.words)


def _without(
    word: str,
    there: Mapping[str, int],
    senses_of: Mapping[str, Mapping[str, int]],
    pair: tuple[str, str],
) -> bool:
    """Tell whether no stem `there` stands for `word`.

    For a rare word whose meaning is listed, one does not that stands rather for another word and
    is said once: in "l'herbe et le gazon" a single "grass" is the first one.
    """
    own = senses_of[word]
    found = there.keys() & own
    if not found or not mendable(word, pair):
        return not found
    others = [senses for other, senses in senses_of.items() if other not in word]
    return all(
        there[one] == 1 and any(senses.get(one, 0) > own[one] for senses in others) for one in found
    )


def _whole(gaps: Sequence[Gap], text: str) -> Iterator[Gap]:
    """Give `gaps` of `text` with whole words for the parts of such as `aujourd'hui`.

    A word of which one part has a counterpart has one.
    """
    weights = {gap.word: gap.weight for gap in gaps}
    wholes = {part: match for match in ONE_WORD.finditer(text) for part in match.groups()}
    for gap in gaps:
        match = wholes.get(gap.word)
        if match is None:
            yield gap
        elif gap.word == match[1] and match[2] in weights:
            yield Gap(match[0], max(gap.weight, weights[match[2]]))


@lru_cache(maxsize=1 << 15)
def _share(word: str, pair: tuple[str, str]) -> float | None:
    """Give how often `word` has a counterpart, 0 to 1; None where it was not counted or listed."""
    counted = senses(*pair)
    share = counted.source.get(stem(word, pair[0])) if counted else None
    if mendable(word, pair) or (
        share is None and word.lower() in language(pair[0]).renderings(pair[1])
    ):
        return max(share or 0.0, float(table("coverage")["listed"]))
    return share


def _weight(word: str, share: float | None, text: str) -> float:
    """Give the weight of a `word` of `text` without a counterpart, met in `share` of its cases."""
    limits = table("coverage")
    if share is not None:
        return float(min(limits["most"], -math.log(max(1 - share, 1e-6))))
    inside = word[0].isupper() and not text.lstrip(" «\"“'‘(-").startswith(word)
    return float(limits["name" if inside else "unknown"])


def _otherwise(word: str, text: str, pair: tuple[str, str]) -> bool:
    """Tell whether `text` has what may stand for `word` and was not counted as a word."""
    sign = _signs(pair).get(word.lower())
    return bool(sign and re.search(sign, text.lower()))


@cache
def _signs(pair: tuple[str, str]) -> dict[str, str]:
    """Give for each word the pattern of what may stand for it otherwise."""
    listed = table("coverage").get(pair[0], {}).get(pair[1], {})
    return {word: sign for words, sign in listed.items() for word in words.split()}
