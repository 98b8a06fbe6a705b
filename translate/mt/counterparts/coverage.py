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

from rapidfuzz.fuzz import ratio

from translate.document import Edit, apply
from translate.languages import language
from translate.languages.words import WORD, fold_word
from translate.mt.counterparts.expressions import expressions, telling_stems
from translate.mt.counterparts.numbers import lost_number_words
from translate.mt.counterparts.stems import stem
from translate.mt.data import table
from translate.mt.held import SYMBOL
from translate.mt.words.mistaken import otherwise

# Two words that are one to a reader: `aujourd'hui`, `prud'homme`; not `lorsqu'il`, `l'été`.
ONE_WORD = re.compile(r"([^\W\d_]{4,})(?<!qu)['’]([^\W\d_]+)")
TENS = 20  # the least number that tells how old or how many
# A Roman ordinal: what has a value is looked after elsewhere.
COUNTED = re.compile("[IVXLC]+(?:er|re|e|ème)")
COMPOUND = re.compile(rf"{WORD.pattern}(?:[-‑]{WORD.pattern})*")
NONE: Mapping[str, int] = {}
INSIDE = re.compile(r"[^\W\d_],? $")  # before a word inside a sentence: here a capital makes a name
BEGINNING = 3  # letters: a word that begins like one of the other side may stand for it


@dataclass(frozen=True, slots=True)
class Gap:
    """A `word` without a counterpart, and the weight of that: how unlikely it is by chance.

    The weight is the negative logarithm of the share of sentences in which it would have none.
    """

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Senses:
    """What was counted for a pair of languages.

    `lines` are, by the source stem, those of the data; `source` and `target` tell of a stem how
    often something stands for it (0 to 1).
    """

    lines: Mapping[str, str]
    source: Mapping[str, float]
    target: Mapping[str, float]

    def of(self, name: str) -> Mapping[str, int]:
        """Give the target stems that stand for a source stem, each with how often in a hundred.

        >>> Senses({"lun": "95 moon:90 mon:3"}, {}, {}).of("lun")
        {'moon': 90, 'mon': 3}
        """
        return _partners(self.lines[name]) if name in self.lines else NONE


@lru_cache(maxsize=1 << 14)
def _partners(line: str) -> Mapping[str, int]:
    pairs = (other.split(":") for other in line.split(" ")[1:])
    return {one: int(percent) for one, percent in pairs}


@cache
def senses(source: str, target: str) -> Senses | None:
    """Give what was counted for two languages, None where nothing was.

    >>> found = senses("fr", "en")
    >>> "hous" in found.of("maison"), found.source["maison"] > 0.9
    (True, True)
    >>> senses("en", "fr")
    """
    forth, _, back = language(source).senses(target).partition("\n\n")
    if not forth:
        return None
    lines = {name: rest for name, _, rest in (line.partition(" ") for line in forth.splitlines())}
    source_shares = {name: int(rest.partition(" ")[0]) / 100 for name, rest in lines.items()}
    home = (line.split(" ") for line in back.splitlines())
    return Senses(lines, source_shares, {name: int(share) / 100 for name, share in home})


def content_stems(text: str, code: str) -> list[str]:
    """Give the stems of the words of `text`, in language `code`, that say something, in order.

    >>> content_stems("Elle n'a pas voté contre le directeur.", "fr")
    ['vot', 'directeur']
    """
    return [stem(word, code) for word in content_words(text, code)]


@lru_cache(maxsize=1 << 12)
def content_words(text: str, code: str) -> tuple[str, ...]:
    """Give the words of `text`, in language `code`, that are no function words."""
    empty = language(code).telling_words
    words = WORD.findall(SYMBOL.sub(" ", text))
    return tuple(w for w in words if len(w) > 1 and w.lower() not in empty)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a translation lacks of its source (`missing`), and what it has beyond it (`added`)."""

    missing: tuple[Gap, ...] = ()
    added: tuple[Gap, ...] = ()


@lru_cache(maxsize=1 << 12)
def coverage(source: str, english: str, pair: tuple[str, str]) -> Coverage:
    """Give what has no counterpart on the other side; nothing where no senses were counted.

    >>> found = coverage("Elle mange la pomme rouge.", "She eats the small apple.", ("fr", "en"))
    >>> [gap.word for gap in found.missing], [gap.word for gap in found.added]
    (['rouge'], ['small'])
    """
    counted = senses(*pair)
    if counted is None:
        return Coverage()
    there = Counter(stem(word, pair[1]) for word in WORD.findall(english))
    words = _words(source, pair)
    senses_of, given = _meant_in(source, pair)
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
        Gap(one.said, lost) for one in expressions(source, pair) if not one.said_in(there, pair[1])
    ]
    missing += [
        Gap(words, number)
        for words in lost_number_words(source, english, pair)
        if quantities.isdisjoint(counted.of(stem(words, pair[0])))  # "un quart"
    ]
    return Coverage(tuple(_whole(missing, source)), tuple(added))


@lru_cache(maxsize=1 << 12)
def _words(text: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give the words of `text` that say something; a compound whose meaning is listed is one.

    Those of expressions that have their own English are aside.
    """
    listed = language(pair[0]).renderings(pair[1])
    rest = apply(text, (Edit(one.start, one.said, " ") for one in expressions(text, pair)))
    found: list[str] = []
    for match in COMPOUND.finditer(SYMBOL.sub(" ", rest)):
        whole = match[0].lower() in listed
        found += [match[0]] if whole else content_words(match[0], pair[0])
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def _meant_in(
    source: str, pair: tuple[str, str]
) -> tuple[Mapping[str, Mapping[str, int]], frozenset[str]]:
    """Give the stems that stand for each word of `source`, and all of them."""
    words = {*WORD.findall(source), *_words(source, pair)}
    senses_of = {word: meant(word, pair) for word in words}
    for word, one in otherwise(source, pair):
        senses_of[word] = {
            **senses_of[word],
            **dict.fromkeys(_stems_of_forms(one.right[0], pair[1]), 100),
        }
    options = [option for one in expressions(source, pair) for option in one.options]
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


@lru_cache(maxsize=1 << 16)
def likely(word: str, other: str, pair: tuple[str, str]) -> int:
    """Tell in a hundred how likely `word` has `other` as its translation; 0 is not at all.

    >>> pair = ("fr", "en")
    >>> likely("chien", "dogs", pair) > likely("chien", "cats", pair), likely("Lyon", "Lyon", pair)
    (True, 100)
    """
    if fold_word(word) == fold_word(other):
        return 100
    alike = round(100 * table("coverage")["alike"]) * spelt_alike(word, other)
    return int(max(alike, meant(word, pair).get(stem(other, pair[1]), 0)))


def strangers(source: str, english: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give the words of `english` that come out of the blue: nothing in `source` is like them.

    They are words that their language hardly knows, and names.

    >>> strangers("Ada vit près de Lyon.", "Ada lives near Bolton in a hovelry.", ("fr", "en"))
    ('Bolton', 'hovelry')
    >>> strangers("Un astrolabe de Lyon.", "An astrolabe of Lyon.", ("fr", "en"))
    ()
    """
    target, english = language(pair[1]), SYMBOL.sub(" ", english)
    if not target.has_lexicon:
        return ()
    given = WORD.findall(source)
    begin = {fold_word(word)[:BEGINNING] for word in given}
    found: list[str] = []
    for match in WORD.finditer(english):
        word = match[0]
        name = word.istitle() and INSIDE.search(english[: match.start()])
        known = word.isupper() or word.lower() in target.telling_words
        if known or len(word) < BEGINNING or (target.weight(word.lower()) and not name):
            continue
        if fold_word(word)[:BEGINNING] in begin or any(likely(one, word, pair) for one in given):
            continue
        found.append(word)
    return tuple(found)


def is_rare(word: str, code: str) -> bool:
    """Tell whether `word`, of language `code`, is one that a model may not know.

    >>> is_rare("outarde", "fr"), is_rare("maison", "fr")
    (True, False)
    """
    return language(code).weight(word) <= float(table("coverage")["rare"])


@lru_cache(maxsize=1 << 15)
def mendable(word: str, pair: tuple[str, str]) -> bool:
    """Tell whether `word` is a rare one whose meaning is listed; with a capital, as a name.

    >>> mendable("outarde", ("fr", "en")), mendable("maison", ("fr", "en"))
    (True, False)
    >>> mendable("Outarde", ("fr", "en")), mendable("Ouzbeks", ("fr", "en"))
    (False, True)
    """
    english = language(pair[0]).meanings(pair[1]).get(word.lower(), "")
    return (english[:1].isupper() or (english != "" and word.islower())) and is_rare(word, pair[0])


@lru_cache(maxsize=1 << 15)
def meant(word: str, pair: tuple[str, str]) -> Mapping[str, int]:
    """Give the stems that stand for `word`, counted or listed, each with how often in a hundred.

    Where what was counted lacks what is listed, it belongs to another word of that stem: `lieu`,
    `lieue`. What was counted seldom for a rare word does, too: `initiés` are no starters. Of "will
    join" only the second word stands for one.

    >>> max(meant("chiens", ("fr", "en")).items(), key=lambda one: one[1])[0]
    'dog'
    """
    counted = senses(*pair)
    found = counted.of(stem(word, pair[0])) if counted else NONE
    said = language(pair[0]).renderings(pair[1]).get(word.lower())
    if said is None:
        return found
    first, *others = said.split("|")
    often, seldom = (round(100 * table("coverage")[share]) for share in ("listed", "also"))
    listed = {one: seldom for option in others for one in _stems_of_forms(option, pair[1])}
    listed |= dict.fromkeys(_stems_of_forms(first, pair[1]), often)
    if found.keys().isdisjoint(listed):
        return listed
    faint = table("coverage")["faint"] if is_rare(word, pair[0]) else 0
    kept = {one: share for one, share in found.items() if share >= faint}
    return {one: max(listed.get(one, 0), kept.get(one, 0)) for one in {**listed, **kept}}


def _stems_of_forms(text: str, code: str) -> list[str]:
    """Give the stems of the words of `text`, in language `code`, that tell something, else all.

    An irregular word may stand in any of its forms: "was taking" for "took". Of "fifty-year-old"
    the number tells.
    """
    irregular, numbers = language(code).irregular, language(code).numbers.words
    tens = [word for word in WORD.findall(text) if numbers.get(word.lower(), 0) >= TENS]
    words = tens or content_words(text, code) or WORD.findall(text)
    return [stem(form, code) for word in words for form in irregular.get(word.lower(), (word,))]


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


def spelt_alike(word: str, text: str) -> bool:
    """Tell whether `text` has a word spelt nearly like `word`."""
    limits = table("coverage")
    folded, others = fold_word(word), _folded(text)
    near = others.get(folded[:2], ())
    if folded in near:
        return True
    least = 100 * limits["alike"]
    return len(folded) >= limits["letters"] and any(ratio(folded, one) >= least for one in near)


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> Mapping[str, frozenset[str]]:
    """Give the folded words of `text`, by their first two letters."""
    found: dict[str, set[str]] = {}
    for word in map(fold_word, WORD.findall(text)):
        found.setdefault(word[:2], set()).add(word)
    return {begin: frozenset(words) for begin, words in found.items()}
