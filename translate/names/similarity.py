"""How alike two spellings of a name are."""

from __future__ import annotations

import re

from translate.names.spelling import fold


def distance(a: str, b: str) -> int:
    """Give how many letters to insert, delete, change or swap with the next turn `a` into `b`.

    Optimal string alignment (Damerau 1964, each place edited once).

    >>> distance("murati", "mulati"), distance("murati", "muarti"), distance("", "ab")
    (1, 1, 2)
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def closeness(a: str, b: str) -> float:
    """Give how close two folded words are: 1 the same, 0 nothing in common.

    >>> round(closeness("murati", "mulati"), 2)
    0.83
    """
    return 1 - distance(a, b) / max(len(a), len(b), 1)


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


def sound(word: str) -> str:
    """Give how a folded word sounds, roughly: one sign for each sound, all vowels alike.

    >>> sound("zoph") == sound("zoff"), sound("meera") == sound("mira")
    (True, True)
    """
    for pattern, sign in SOUNDS:
        word = pattern.sub(sign, word)
    return word


def alike(a: str, b: str) -> bool:
    """Whether one name could be a spelling of the other: half the letters agree, or the sound.

    >>> alike("karpas", "Karpathy"), alike("zoff", "Zoph"), alike("Byron", "Lovelace")
    (True, True, False)
    """
    a, b = fold(a), fold(b)
    return closeness(a, b) >= 0.5 or sound(a) == sound(b)


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
