"""Does each side of a translation say no as often as the other?

Negations are counted as a reader counts them: « ne … plus jamais rien » is one, « ne … que » none,
and a word may deny for another (« n'est pas possible », "impossible") if nothing else on its own
side is said by it. What is left over on one side was dropped, or made up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.languages import language
from translate.languages.words import WORD
from translate.mt.counterparts.senses import likely
from translate.mt.data import table

# What may stand at a place, in the order in which it is looked for.
KINDS = ("none", "idiom", "sure", "may", "word", "prefixed")

# So many on either side of a place may stand for what is there.
NEIGHBOURS = 10


@dataclass(frozen=True, slots=True)
class Negation:
    """Words of a text that say no (`sure`), or may do; `place` is where, from 0 to 1."""

    words: str
    place: float
    sure: bool


@lru_cache(maxsize=1 << 12)
def unmatched(source: str, english: str, pair: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Give the words of `source` that say no where `english` does not, and the other way round.

    Nothing where it is not known how one of the languages says no.

    >>> unmatched("Difficile de ne pas rire.", "It is hard to laugh at any joke.", ("fr", "en"))
    (['ne pas'], [])
    >>> unmatched("Il est impossible d'entrer.", "You cannot go in.", ("fr", "en"))
    ([], [])
    >>> unmatched("Elle vient.", "She never comes.", ("fr", "en"))
    ([], ['never'])
    """
    if not all(code in table("negation") for code in pair):
        return [], []
    mine = list(negations(source, pair[0], english, pair))
    theirs = list(negations(english, pair[1], source, pair))
    near, short = table("negation")["near"], len(source) < table("negation")["long"]
    left, right = paired(sure(mine), sure(theirs), near["sure"])
    left, _ = paired(left, unsure(theirs), 1 if short else near["may"])
    right, _ = paired(right, unsure(mine), near["may"])
    return [one.words for one in left], [one.words for one in right]


def sure(found: Sequence[Negation]) -> list[Negation]:
    """Give those of `found` that say no."""
    return [one for one in found if one.sure]


def unsure(found: Sequence[Negation]) -> list[Negation]:
    """Give those of `found` that may say no."""
    return [one for one in found if not one.sure]


def paired(
    mine: Sequence[Negation], theirs: Sequence[Negation], limit: float
) -> tuple[list[Negation], list[Negation]]:
    """Give what of `mine` and `theirs` is left when each has taken the nearest of the other.

    What is further apart than `limit` is not taken.
    """
    places = [one.place for one in theirs]
    near: list[tuple[float, int, int]] = []
    for i, one in enumerate(mine):
        middle = bisect_left(places, one.place)
        for j in range(max(0, middle - NEIGHBOURS), min(len(theirs), middle + NEIGHBOURS)):
            near.append((abs(one.place - places[j]), i, j))
    left, right = dict(enumerate(mine)), dict(enumerate(theirs))
    for away, i, j in sorted(near):
        if away <= limit and i in left and j in right:
            del left[i], right[j]
    return list(left.values()), list(right.values())


def negations(text: str, code: str, other: str, pair: tuple[str, str]) -> Iterator[Negation]:
    """Give what in `text`, in language `code`, says no or may; `other` is the text it translates.

    >>> pair = ("fr", "en")
    >>> [n.words for n in negations("Je n'ai plus jamais rien dit.", "fr", "", pair) if n.sure]
    ["n'ai plus jamais rien"]
    >>> [n.words for n in negations("Il ne boit que de l'eau.", "fr", "", pair) if n.sure]
    []
    """
    words: Sequence[str] = ()
    said: dict[str, bool] = {}
    for kind, match in _places(text, code):
        if kind in ("may", "word", "prefixed"):
            words = words or _plain(other, next(one for one in pair if one != code))
            if match[0] not in said:
                said[match[0]] = _said(match[0], kind, words, code, pair)
            if said[match[0]]:
                continue
        yield Negation(match[0].strip(), match.start() / len(match.string), kind == "sure")


@lru_cache(maxsize=1 << 12)
def _plain(text: str, code: str) -> list[str]:
    """Give the words of `text`, in language `code`, but a no of one word and what a no denies.

    "sans scrupules" is "unscrupulous", and "not know" is « ignorer »: the word that stands for both
    says the no. Where what stands behind says one by itself, as in "not refuse", that is another.
    What stands within a no is denied, too.

    >>> _plain("Un homme sans scrupules.", "fr"), _plain("They do not refuse.", "en")
    (['homme', 'un'], ['do', 'refuse', 'they'])
    """
    places, plain = _places(text, code), text.replace("’", "'").lower()
    starts = {match.start() for _, match in places}
    words = {match.start(): match[0] for match in WORD.finditer(plain)}
    says = _says_no(code)
    for kind, match in places:
        inside = [at for at in words if kind == "sure" and match.start() < at < match.end()]
        for at in inside:  # "n'ont pu traiter aucun": what was not possible, "unable", is denied
            if not says.match(words[at]):
                del words[at]
        behind = next((at for at in words if at >= match.end()), None)
        if kind == "sure" and behind is not None and behind not in starts:
            del words[behind]
        if kind == "sure" and words.get(match.start()) == match[0]:
            del words[match.start()]
    return sorted(set(words.values()))


@cache
def _says_no(code: str) -> re.Pattern[str]:
    """Give the pattern of words that say no by themselves, in language `code`."""
    return re.compile(table("negation")[code]["word"], re.X)


@lru_cache(maxsize=1 << 12)  # several translations of the same text are asked about
def _places(text: str, code: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """Give what in `text`, in language `code`, may say no, each with its kind."""
    found = ((str(m.lastgroup), m) for m in _pattern(code).finditer(text.replace("’", "'").lower()))
    return tuple(
        (kind, match)
        for kind, match in found
        if kind != "none" and (kind != "prefixed" or _is_negated(match, code))
    )


def _is_negated(match: re.Match[str], code: str) -> bool:
    """Tell whether what follows the prefix of a word is a word too, and the whole no small one."""
    spoken = language(code)
    return bool(spoken.weight(match["rest"])) and match[0] not in spoken.function_words


def _said(word: str, kind: str, others: Sequence[str], code: str, pair: tuple[str, str]) -> bool:
    """Tell whether `word`, in language `code`, says one of the words `others`, of the other."""
    least = table("negation")["likely"][kind]
    both = ((word, one) if code == pair[0] else (one, word) for one in others)
    return any(likely(*two, pair) >= least for two in both)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    rules = table("negation")[code]
    prefixes = "|".join(rules["prefixed"].split())
    kinds = {**rules, "prefixed": rf"\b(?!{rules['but']})(?:{prefixes})(?P<rest>\w{{4,}})"}
    one = r"[^\W\d_][\w-]*+'?"
    other = rf"(?:\ ?(?!(?:{rules['negators']})\b){one})"
    words = {kind: kinds[kind].replace("_", rf"(?:\ ?{one})").replace("~", other) for kind in KINDS}
    some = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.items())
    return re.compile(some, re.X)
