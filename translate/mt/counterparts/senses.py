"""What may stand for a word in the other language: what was counted beside it, what is listed.

A language's `senses-XX.txt.xz` (training/senses.py) tells which stems of the other language stand
for a stem, and how often one of them does; its `meanings-XX.tsv` lists rarer words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from translate.languages import language
from translate.languages.words import WORD, fold_word
from translate.mt.counterparts.stems import stem
from translate.mt.data import table
from translate.mt.held import SYMBOL

TENS = 20  # the least number that tells how old or how many
NONE: Mapping[str, int] = {}
INSIDE = re.compile(r"[^\W\d_],? $")  # before a word inside a sentence: here a capital makes a name
BEGINNING = 3  # letters: a word that begins like one of the other side may stand for it


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
    noun = language(pair[0]).nouns(pair[1]).get(word.lower(), "")
    if said is None and not noun:
        return found
    options = [] if said is None else said.split("|")
    first, *others = [*options, noun] if noun else options
    often, seldom = (round(100 * table("coverage")[share]) for share in ("listed", "also"))
    listed = {one: seldom for option in others for one in stems_of_forms(option, pair[1])}
    listed |= dict.fromkeys(stems_of_forms(first, pair[1]), often)
    if found.keys().isdisjoint(listed):
        return listed
    faint = table("coverage")["faint"] if is_rare(word, pair[0]) else 0
    kept = {one: share for one, share in found.items() if share >= faint}
    return {one: max(listed.get(one, 0), kept.get(one, 0)) for one in {**listed, **kept}}


def stems_of_forms(text: str, code: str) -> list[str]:
    """Give the stems of the words of `text`, in language `code`, that tell something, else all.

    An irregular word may stand in any of its forms: "was taking" for "took". Of "fifty-year-old"
    the number tells.
    """
    irregular, numbers = language(code).irregular, language(code).numbers.words
    tens = [word for word in WORD.findall(text) if numbers.get(word.lower(), 0) >= TENS]
    words = tens or content_words(text, code) or WORD.findall(text)
    return [stem(form, code) for word in words for form in irregular.get(word.lower(), (word,))]


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
