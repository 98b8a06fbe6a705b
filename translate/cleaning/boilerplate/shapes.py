"""The signs of a line that are no words: who speaks to whom in it, how it begins and ends.

Most signs need a word of which they are told; what a word may be the sign of is looked up.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from translate.cleaning.boilerplate.ends import felt, without_tail
from translate.cleaning.boilerplate.remembered import remembered
from translate.languages import known
from translate.languages.patterns import in_all_languages
from translate.languages.words import LETTER, fold

TRAILING = 7  # words of a line with "…" behind it that is a sentence and no button
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s.,;'’-]")
_DIGIT = re.compile(r"\d")
_PARTING = b" \t\r\n.,;'-_"  # what parts tokens and is none
_PLAIN = string.ascii_lowercase.encode() + _PARTING
_PARTED = bytes.maketrans(_PARTING, b" " * len(_PARTING))
# What each word of a language tells without the others; what several do; what a line begins with:
# the keys of [signs] in language.toml.
ALONE = ("imperfect", "simple past", "English past", "third person", "we", "you", "thou")
TOGETHER = ("past", "speaker", "first person", "this page")
FIRST = ("an order first", "an infinitive first", "an article first")
_DOMAINS = "com|fr|org|net"
_MARKS = {  # what stands in a line whatever its language
    "a quotation": re.compile('^[^«“"]*+[«“"][^a-z]*+[a-z].*[»”"]'),
    "a dialogue": re.compile(r"^\s*[—–] "),
    "a list item": re.compile(r"^\s*(?:[-•*✅👉]|\d+[.)]|[a-z]\)) "),
    "an hour": re.compile(r"\d(?<!\w\d)\d? ?[h:] ?\d\d\b"),
    "a date": re.compile(r"\d(?<!\w\d)\d?(?:[/.]\d{1,2}[/.]\d{2,4}|(?:er)? [a-z]{3,9}\.? \d{4})\b"),
    "a figure in a sentence": re.compile(r"^(?=.*\.$).*?[a-z] \d[\d ,.]* ?[a-z€%]"),
    "a web address": re.compile(rf"https?:|www\.|@\w|\w\.(?:{_DOMAINS})\b"),
}
_NUMBERED = ("an hour", "a date", "a figure in a sentence")  # of which each has a number
_ADDRESS = "a web address"
# Tokens of which one stands in each line that has such a sign; of an address one may end so.
_SIGNS = {
    "a quotation": '«“"',
    "a dialogue": "—–",
    _ADDRESS: ("@", *_DOMAINS.split("|")),
}
_LINKS = ("http", "https", "www")
_ANYWHERE = ("a list item",)
# A word of letters and digits is no token, so the signs of its tokens say nothing of it.
_MIXED = re.compile(r"[^\W\d_][\d_]|[\d_][^\W\d_]")
SPEAKING = ("you", "thou", "an order first")  # what is said to one who reads
WHOLE = r"\b(?:{whole})\b"  # a word with hyphens whose parts turn to nobody
JOINT = "ʼ"  # for its hyphens: a letter, so that no pattern parts it, and as long
ENDS = ".!?…:,;)»"
_ASCII_SMALL = re.compile("[a-z]")
# What must not follow, in a pattern: with brackets in brackets.
_UNLESS = re.compile(r"\(\?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
REMEMBERED = 1 << 15  # tokens


class Known(dict[str, Sequence[Any]]):
    """What is known of each token: looked up, and asked of `look` the first time."""

    def __init__(self, look: Callable[[str], Sequence[Any]]) -> None:
        self._look = look

    def __missing__(self, token: str) -> Sequence[Any]:
        if len(self) >= REMEMBERED:
            self.clear()
        known = self[token] = self._look(token)
        return known


@cache
def telling() -> dict[str, re.Pattern[str]]:
    """Give for each sign but those of shape what a line has that has it, in any language."""
    shapes = {
        **dict.fromkeys((*ALONE, *TOGETHER), r"\b(?:{})\b"),
        **dict.fromkeys(FIRST, r"^\W*(?:{})"),
    }
    said = {name: [one.signs[name] for one in known() if name in one.signs] for name in shapes}
    return _MARKS | {
        name: re.compile(shape.format("|".join(said[name]))) for name, shape in shapes.items()
    }


@cache
def _by_word() -> dict[str, list[str]]:
    """Give the signs of several words by a word of which one stands in each line that has them."""
    found: dict[str, list[str]] = {"0": [*_NUMBERED, _ADDRESS]}  # "²www" is taken for a number
    for name, tokens in _SIGNS.items():
        for token in tokens:
            found.setdefault(token, []).append(name)
    for name in TOGETHER:
        pieces = re.split(r"\\.|[^\w']+", _UNLESS.sub("", telling()[name].pattern))
        words = {max(_TOKEN.findall(piece), key=len) for piece in pieces if piece.strip("'_")}
        for word in words:
            found.setdefault(word, []).append(name)
    return found


@cache
def _any_first() -> re.Pattern[str]:
    """Give what a line has that begins in one of the ways that are signs."""
    return re.compile("|".join(telling()[name].pattern for name in FIRST))


@cache
def _looks() -> dict[str, Callable[[str], Any]]:
    """Give how a sign is looked for: what begins at the beginning, there only."""
    return {
        name: one.match if one.pattern.startswith("^") else one.search
        for name, one in telling().items()
    }


@lru_cache(2)  # asked for twice in a row
def tokens_of(text: str) -> tuple[str, str, Sequence[str]]:
    """Give `text` said out, that folded, in lower case, and its words, numbers ("0") and signs."""
    bare = _said_out(text)
    lower = fold(bare).lower()
    lower = whole(lower) if "-" in lower else lower
    return bare, lower, _parts(lower)


def whole(folded: str) -> str:
    """Give a folded text in which a word with hyphens that is one word is not parted at them.

    >>> whole("un rendez-vous avec vous"), whole("Rendez-vous sur la place"), whole("avez-vous")
    ('un rendezʼvous avec vous', 'Rendez-vous sur la place', 'avez-vous')
    """
    if "-" not in folded:
        return folded
    words = in_all_languages(WHOLE, re.IGNORECASE)
    return words.sub(lambda word: word[0].replace("-", JOINT), folded)


def _parts(lower: str) -> Sequence[str]:
    """Give the words, numbers (as "0") and signs of a folded text in lower case.

    >>> _parts("l'ami a 12 ans, 3e_b (5/6)")
    ['l', 'ami', 'a', '0', 'ans', '0', 'e', 'b', '(', '0', '/', '0', ')']
    """
    raw = lower.encode()
    if not raw.translate(None, _PLAIN):  # in most lines nothing else: found in half the time
        return raw.translate(_PARTED).decode().split()
    tokens = _TOKEN.findall(lower)
    if _DIGIT.search(lower):
        tokens = ["0" if token[0].isdigit() else token for token in tokens]
    return tokens


def _said_out(text: str) -> str:
    """Give `text` without its tail; a sentence that trails off ends as any: no button is so long.

    >>> _said_out("Il ne reste plus qu'à savoir qui paiera… (5/5)"), _said_out("Lire la suite…")
    ("Il ne reste plus qu'à savoir qui paiera.", 'Lire la suite…')
    """
    bare = without_tail(text)
    return f"{bare[:-1]}." if bare[-1:] == "…" and bare.count(" ") >= TRAILING - 1 else bare


@remembered
def speaks(folded: str) -> bool:
    """Tell whether a folded line says "you" to its reader, or begins with an order.

    >>> [speaks(text) for text in ("Prenez le bois que vous aimez.", "Le bois seche au grenier.")]
    [True, False]
    """
    lower = whole(folded).lower()
    return bool(_told(lower, _parts(lower), SPEAKING))


@remembered
def shape(text: str) -> frozenset[str]:
    """Give the signs of a line that are not words; of one without words there are none.

    >>> sorted(shape("Lisez la suite"))
    ['<an order first>', '<no stop at the end>']
    """
    bare, lower, tokens = tokens_of(text)
    return frozenset(_shape(text, bare, lower, tokens)) if tokens else frozenset()


def _told(lower: str, tokens: Sequence[str], among: Collection[str]) -> list[str]:
    """Give the names `among` of the signs that a line has by what it says, not by how it ends."""
    asked = {*_ANYWHERE, *chain.from_iterable(map(_told_by().__getitem__, tokens))}
    if _any_first().match(lower):
        asked.update(FIRST)
    sure: Collection[str] = ALONE
    if ("0" in tokens or "_" in lower) and _MIXED.search(lower):
        asked, sure = set(telling()), ()
    looks = _looks()
    return [n for n in asked if n in among and (n in sure or looks[n](lower))]


def _shape(text: str, bare: str, lower: str, tokens: Sequence[str]) -> Iterator[str]:
    named = _named()
    for name in _told(lower, tokens, named):
        yield named[name]
    if bare[-1] in ENDS:
        yield f"<ends with {bare[-1]}>"
    elif not felt(text):
        yield "<no stop at the end>"
    if not _ASCII_SMALL.search(bare):
        letters = "".join(LETTER.findall(bare))
        if len(letters) > 3 and letters.isupper():
            yield "<all capitals>"
    if bare[0].islower():
        yield "<begins small>"


@cache
def _named() -> dict[str, str]:
    """Give the sign that each name stands for: one string for all lines is looked up faster."""
    return {name: f"<{name}>" for name in telling()}


@cache
def _told_by() -> Known:
    """Give for each token the names of the signs that a line with it has or may have."""
    any_alone = re.compile("|".join(telling()[name].pattern for name in ALONE))

    def told_by(token: str) -> Sequence[str]:
        names = ALONE if any_alone.fullmatch(token) else ()  # few words tell anything alone
        alone = (name for name in names if telling()[name].fullmatch(token))
        link = (_ADDRESS,) if token.endswith(_LINKS) else ()
        return (*_by_word().get(token, ()), *alone, *link)

    return Known(told_by)
