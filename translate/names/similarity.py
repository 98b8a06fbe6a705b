"""How alike two spellings of a name are."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from translate.languages.words import fold_word
from translate.names.spelling import key, titles

# Weights of `word_likeness` and `resemblance`, chosen on the development pairs of bench/names.
INITIAL = 0.8
CUT_SHORT = 0.7
ALIKE = 0.6
GLUED = 0.95
EXTRA = 0.03
ONE_WORD = 0.75
DIGITS = str.maketrans("01359", "oiesg")


def closeness(a: str, b: str) -> float:
    """Give how close two folded words are: 1 the same, 0 nothing in common.

    A letter more, less, another or changed places with the next is one step apart (optimal string
    alignment: each place is edited once).

    >>> round(closeness("murati", "mulati"), 2)
    0.83
    """
    return OSA.normalized_similarity(a, b)


# Spellings of one sound, as French, English and German ears write it down; applied in order.
SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph|v(?=$)", "f"),
        ("sch|sh|tch|ch", "x"),
        ("ck|cq|qu|q|c(?![eiy])", "k"),
        ("c(?=[eiy])|ts|tz|z", "s"),
        ("gh|h", ""),
        ("dj|j|g(?=[eiy])", "j"),
        ("w", "v"),
        ("[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """Give how a folded word sounds, roughly: one sign for each sound, all vowels alike.

    >>> sound("zoph") == sound("zoff"), sound("meera") == sound("mira")
    (True, True)
    """
    for pattern, sign in SOUNDS:
        word = pattern.sub(sign, word)
    return word


@lru_cache(maxsize=1 << 16)
def word_likeness(a: str, b: str) -> float:
    """Give how likely two folded words of names are one word, from 0 to 1.

    An initial may stand for its word, a word cut short for the whole; sound counts half.

    >>> [round(word_likeness(a, b), 2) for a, b in [("zoff", "zoph"), ("m", "mira")]]
    [0.75, 0.8]
    """
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) < 2:
        return INITIAL if short and long.startswith(short) else 0.0
    letters = closeness(a, b)
    score = max(letters, (letters + closeness(sound(a), sound(b))) / 2)
    if len(short) >= 4 and long.startswith(short):
        score = max(score, CUT_SHORT)
    return score


def alike(a: str, b: str) -> bool:
    """Whether the name `a` of one word could be a spelling of `b`.

    >>> alike("karpas", "Karpathy"), alike("zoff", "Zoph"), alike("Byron", "Lovelace")
    (True, True, False)
    """
    return word_likeness(fold_word(a), fold_word(b)) >= ALIKE


def resemblance(a: str, b: str) -> float:
    """Give how likely `a` and `b` name one person, from 0 to 1; in bench/names/pairs.py measured.

    Each word of the shorter name is paired with one of the longer, the best pairs first. The
    weakest pair decides: two names that differ in one word are two people, however long the rest
    that they share. Titles, particles and doubled words do not count, extra words count little.

    >>> round(resemblance("Mulati, Meera", "Mira Murati"), 2)
    0.8
    >>> round(resemblance("Elena Murati", "Mira Murati"), 2)
    0.3
    """
    one, two = sorted((_words(a), _words(b)), key=len)
    if "".join(one) == "".join(two) or not one:
        return float(bool(one))
    pairs = sorted(
        ((word_likeness(x, y), -i, -j) for i, x in enumerate(one) for j, y in enumerate(two)),
        reverse=True,
    )
    left, right = set(range(len(one))), set(range(len(two)))
    weakest = 1.0
    for score, i, j in pairs:
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            weakest = score
    extra = len(two) - len(one)
    if not extra:
        return weakest
    glued = closeness("".join(one), "".join(two)) * GLUED
    return max(glued, weakest * (1 - EXTRA * extra) * (ONE_WORD if len(one) == 1 else 1))


def _words(name: str) -> list[str]:
    """Give the folded words of `name` that tell people apart, digits in them read as letters."""
    words = list(dict.fromkeys(word for word in key(name) if word.isalnum()))
    words = [w if w.isdigit() else w.translate(DIGITS) for w in words]
    return [w for w in words if w not in titles()] or words


def likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Give how likely two folded names are one name misspelt, from 0 to 1.

    Spaces do not count, nor does the order of the words; sound counts half.

    >>> likeness(("murati", "mira"), ("mira", "murati"))
    1.0
    >>> round(likeness(("mira", "mulati"), ("mira", "murati")), 2)
    0.9
    """
    one, two = "".join(a), "".join(b)
    score = closeness(one, two)
    if len(a) > 1 and len(b) > 1:
        score = max(score, closeness("".join(sorted(a)), "".join(sorted(b))))
    if score < 0.5:
        return score
    return max(score, (score + closeness(sound(one), sound(two))) / 2)
