"""Statement or call: what the words of a line say about who speaks to whom.

A statement *tells* (third person, past, a figure, a speaker); a call or a button *serves*
("abonnez-vous", "nos partenaires", "lire la suite"). The signs of a line are its words, their
stems, pairs of words, how it begins and ends, and what `telling` names; each has a weight in
`data/wording.json`, made by `bench/cleaning/train.py` (logistic regression), above 0 for calls,
below for statements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from translate.cleaning.boilerplate.ends import felt, without_tail
from translate.cleaning.boilerplate.lines import Line
from translate.languages import known
from translate.languages.telling import function_words
from translate.languages.words import LETTER, fold, fold_word

WEIGHTS = Path(__file__).with_name("data") / "wording.json"
TRAILING = 7  # words of a line with "…" behind it that is a sentence and no button
LONGEST = 60  # words of a line that are looked at: who speaks shows early
STEM = 5  # letters by which the forms of a word are known together: "abonn…"
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s.,;'’-]")
_DIGIT = re.compile(r"\d")
# What each word of a language tells without the others; what several do; what a line begins with:
# the keys of [signs] in language.toml.
ALONE = ("imperfect", "simple past", "English past", "third person", "we", "you", "thou")
TOGETHER = ("past", "speaker", "first person", "this page")
FIRST = ("an order first", "an infinitive first", "an article first")
_MARKS = {  # what stands in a line whatever its language
    "a quotation": re.compile('^[^«“"]*+[«“"][^a-z]*+[a-z].*[»”"]'),
    "a dialogue": re.compile(r"^\s*[—–] "),
    "a list item": re.compile(r"^\s*(?:[-•*✅👉]|\d+[.)]|[a-z]\)) "),
    "an hour": re.compile(r"\d(?<!\w\d)\d? ?[h:] ?\d\d\b"),
    "a date": re.compile(r"\d(?<!\w\d)\d?(?:[/.]\d{1,2}[/.]\d{2,4}|(?:er)? [a-z]{3,9}\.? \d{4})\b"),
    "a figure in a sentence": re.compile(r"[a-z] \d[\d ,.]* ?[a-z€%].*\.$"),
    "a web address": re.compile(r"https?:|www\.|@\w|\w\.(?:com|fr|org|net)\b"),
}
_NUMBERED = ("an hour", "a date", "a figure in a sentence")  # of which each has a number
_ADDRESS = "a web address"
# Tokens of which one stands in each line that has such a sign; of an address one may end so.
_SIGNS = {
    "a quotation": '«“"',
    "a dialogue": "—–",
    _ADDRESS: ("@", "com", "fr", "org", "net"),
}
_LINKS = ("http", "https", "www")
_ANYWHERE = ("a list item",)
# A word of letters and digits is no token, so the signs of its tokens say nothing of it.
_MIXED = re.compile(r"[^\W\d_][\d_]|[\d_][^\W\d_]")
_SAID = {
    "we": "says 'we'", "you": "says 'you'", "thou": "speaks to one reader",
    "this page": "speaks of this page", "an order first": "begins with an order",
    "an infinitive first": "begins with an infinitive",
    "an article first": "begins with an article",
    "first person": "says 'I'", "third person": "speaks of others", "past": "tells of the past",
    "imperfect": "tells of the past", "simple past": "tells of the past",
    "English past": "tells of the past", "speaker": "says who speaks",
    "a quotation": "holds a quotation", "a dialogue": "is a turn of a dialogue",
    "a list item": "is an item of a list", "an hour": "names an hour", "a date": "names a date",
    "a figure in a sentence": "names a figure", "a web address": "names a web address",
    "no stop at the end": "does not end as a sentence", "all capitals": "is in capitals",
    "begins small": "begins with a small letter",
}  # fmt: skip
_SHOWN = ("we", "you", "first person", "an infinitive first")  # signs told in the line's own words
SPEAKING = ("you", "thou", "an order first")  # what is said to one who reads
ENDS = ".!?…:,;)»"


_ASCII_SMALL = re.compile("[a-z]")
# What must not follow, in a pattern: with brackets in brackets.
_UNLESS = re.compile(r"\(\?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
REMEMBERED = 1 << 15  # tokens


class _Known(dict[str, Sequence[Any]]):
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


class Wording(NamedTuple):
    """How much a line reads as a call: log-odds, what each sign added, and the line's `text`."""

    call: float
    added: dict[str, float]
    text: str = ""

    def why(self, count: int = 3) -> str:
        """Give the signs that speak most for a call, in words; no word is told twice."""
        most: list[tuple[str, str]] = []
        for sign in sorted(self.added, key=lambda s: -self.added[s]):
            words = said = ""
            if self.added[sign] > 0 and len(most) < count:
                words, said = written(sign, self.text).lower(), told(sign, self.text)
            repeated = any(said == before or (words and words in of) for of, before in most)
            if said and not repeated:
                most = [(of, before) for of, before in most if not of or of not in words]
                most.append((words, said))
        return ", ".join(said for _, said in most)


def told(sign: str, text: str = "") -> str:
    """Give a sign as a user reads it, in the words of the line `text`.

    Nothing for small words, for a letter, and for a word beside a stop: they tell a user nothing.

    >>> told("abonnez vous", "Abonnez-vous !"), told("^lire"), told("page 0", "Page 3")
    ("says 'Abonnez-vous'", "begins with 'lire'", "says 'Page 3'")
    >>> told("<we>", "Lisez nos lettres"), told("<an infinitive first>", "Partager la page")
    ("says 'nos'", "begins with 'Partager'")
    >>> told("?"), told("…$"), told("<ends with …>"), told("abonn…", "Je m'abonne ici")
    ("has '?'", "ends with '…'", "ends with '…'", "says 'abonne'")
    >>> told(": a"), told("s"), told("l article", "Lire l'article"), told("0")
    ('', '', "says 'l'article'", '')
    """
    if _of_shape(sign):
        name = sign.strip("<>")
        found = telling()[name].search(fold(text).lower()) if name in _SHOWN else None
        if found and name in FIRST:
            return f"begins with '{text[: found.end()].strip()}'"
        if found:
            return f"says '{text[found.start() : found.end()]}'"
        return _SAID.get(name, re.sub(r"(?<=^ends with )(\S)$", r"'\1'", name))
    parts = _bare(sign).split(" ")
    words = [part for part in parts if part[:1].isalpha()]
    if words and not all(part[:1].isalnum() for part in parts):
        return ""
    large = [word for word in words if len(word) > 2 and word not in small_words()]
    if (words or parts == ["0"]) and not large:
        return ""
    how = "begins with" if sign[0] == "^" else "ends with" if sign.endswith("$") else ""
    how *= len(sign) > 1
    return f"{how or ('says' if words else 'has')} '{written(sign, text)}'"


def written(sign: str, text: str) -> str:
    """Give the words of a sign as they stand in the line `text`; of most of its shape, nothing.

    >>> written("abonn…", "Nos abonnés"), written("^lire la", ""), written("<we>", "Nous")
    ('abonnés', 'lire la', '')
    >>> written("<an infinitive first>", "Partager la page")
    'Partager'
    """
    if _of_shape(sign):
        name = sign.strip("<>")
        first = name in _SHOWN and name in FIRST
        found = telling()[name].search(fold(text).lower()) if first else None
        return text[: found.end()].strip() if found else ""
    bare = _bare(sign)
    found = _stands(bare).search(fold(text).lower())
    return text[found.start() : found.end()] if found else bare


@lru_cache(1024)
def _stands(bare: str) -> re.Pattern[str]:
    """Give how the words of a sign stand in a line, folded and in lower case."""
    stem = bare[STEM:] == "…"
    parts = bare.removesuffix("…" * stem).split(" ")
    shapes = (r"\d+" if part == "0" else re.escape(part) for part in parts)
    shape = r"[\s.,;'’-]*".join(shapes) + r"[^\W\d_]*" * stem
    return re.compile(rf"(?<![^\W\d_]){shape}")


def _of_shape(sign: str) -> bool:
    """Whether a sign is none of words, but one that `shape` gives."""
    return sign[0] == "<" and sign[-1] == ">" and sign[1:2].isalpha()


def _bare(sign: str) -> str:
    """Give a sign without the mark that says that a line begins or ends so."""
    return sign[1:] or sign if sign[0] == "^" else sign[:-1] or sign if sign[-1] == "$" else sign


@cache
def small_words() -> frozenset[str]:
    """Give the small words of all languages, folded."""
    return frozenset(map(fold_word, function_words()))


def signs(text: str) -> set[str]:
    """Give the signs of a line.

    >>> sorted(signs("Lire la suite"))[:4], "abonn…" in signs("Abonnez-vous")
    (['<no stop at the end>', '^lire', '^lire la', 'la'], True)
    """
    *_, tokens = _tokens(text)
    if not tokens:
        return set()
    tokens = tokens[: LONGEST * 2]
    found = set(tokens)
    found.update([f"{token[:STEM]}…" for token in found if len(token) > STEM])
    found.update(map(" ".join, pairwise(tokens)))
    return found | {*_at_ends(tokens)} | shape(text)


def _at_ends(tokens: Sequence[str]) -> Sequence[str]:
    """Give the signs of how a line begins and ends."""
    return f"^{tokens[0]}", f"^{' '.join(tokens[:2])}", f"{tokens[-1]}$"


@lru_cache(2)  # asked for twice in a row
def _tokens(text: str) -> tuple[str, str, Sequence[str]]:
    """Give `text` said out, that folded, in lower case, and its words, numbers ("0") and signs."""
    bare = _said_out(text)
    lower = fold(bare).lower()
    return bare, lower, _parts(lower)


def _parts(lower: str) -> Sequence[str]:
    """Give the words, numbers (as "0") and signs of a folded text in lower case."""
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


@lru_cache(4096)
def speaks(folded: str) -> bool:
    """Tell whether a folded line says "you" to its reader, or begins with an order.

    >>> [speaks(text) for text in ("Prenez le bois que vous aimez.", "Le bois seche au grenier.")]
    [True, False]
    """
    lower = folded.lower()
    return any(_told(lower, _parts(lower), SPEAKING))


@lru_cache(4096)
def shape(text: str) -> frozenset[str]:
    """Give the signs of a line that are not words; of one without words there are none.

    >>> sorted(shape("Lisez la suite"))
    ['<an order first>', '<no stop at the end>']
    """
    bare, lower, tokens = _tokens(text)
    return frozenset(_shape(text, bare, lower, tokens)) if tokens else frozenset()


def _told(lower: str, tokens: Sequence[str], among: Collection[str]) -> Iterator[str]:
    """Give the names `among` of the signs that a line has by what it says, not by how it ends."""
    asked = {*_ANYWHERE, *chain.from_iterable(map(_told_by().__getitem__, tokens))}
    if _any_first().match(lower):
        asked.update(FIRST)
    sure: Collection[str] = ALONE
    if ("_" in lower or "0" in tokens) and _MIXED.search(lower):
        asked, sure = set(telling()), ()
    looks = _looks()
    return (n for n in asked if n in among and (n in sure or looks[n](lower)))


def _shape(text: str, bare: str, lower: str, tokens: Sequence[str]) -> Iterator[str]:
    for name in _told(lower, tokens, telling()):
        yield f"<{name}>"
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
def _told_by() -> _Known:
    """Give for each token the names of the signs that a line with it has or may have."""

    def told_by(token: str) -> Sequence[str]:
        alone = (name for name in ALONE if telling()[name].fullmatch(token))
        link = (_ADDRESS,) if token.endswith(_LINKS) else ()
        return (*_by_word().get(token, ()), *alone, *link)

    return _Known(told_by)


@cache
def _placed() -> _Known:
    """Give for each token the places of its own sign and of its stem's, if they have a weight."""
    model = _weights()

    def placed(token: str) -> Sequence[int]:
        stem = model.stems.get(token[:STEM]) if len(token) > STEM else None
        return [place for place in (model.places.get(token), stem) if place is not None]

    return _Known(placed)


class _Weights(NamedTuple):
    """The signs that have a weight, in order, their weights, and where each stands in that order.

    Of a stem or a pair of words it is told without making its sign: by its letters, by the words.
    """

    bias: float
    signs: Sequence[str]
    weights: Sequence[float]
    places: Mapping[str, int]
    stems: Mapping[str, int]
    pairs: Mapping[tuple[str, ...], int]


@cache
def _weights() -> _Weights:
    model = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    signs, weights = zip(*sorted(model["weights"].items()), strict=True)
    places = {sign: place for place, sign in enumerate(signs)}
    stems = {sign[:-1]: place for sign, place in places.items() if sign[STEM:] == "…"}
    pairs = {(*sign.split(" "),): place for sign, place in places.items() if sign.count(" ") == 1}
    once: dict[float, float] = {}  # each number, so that they lie near each other
    numbers = [once.setdefault(weight, weight) for weight in weights]
    return _Weights(model["bias"], signs, numbers, places, stems, pairs)


def call(line: Line) -> float:
    """Give how much `line` reads as a call: log-odds."""
    return _call(line.text)


def wording(line: Line) -> Wording:
    """Give how much `line` reads as a call, and what of it does."""
    model = _weights()
    added = {model.signs[place]: model.weights[place] for place in _weighed(line.text)}
    return Wording(call(line), added, line.text)


@lru_cache(4096)
def _call(text: str) -> float:
    model = _weights()
    return model.bias + sum(map(model.weights.__getitem__, _weighed(text)))


def _weighed(text: str) -> list[int]:
    """Give the places of the `signs` of a line that have a weight, in order."""
    *_, tokens = _tokens(text)
    if not tokens:
        return []
    model, tokens = _weights(), tokens[: LONGEST * 2]
    found = set(map(model.places.get, chain(_at_ends(tokens), shape(text))))
    found.update(map(model.pairs.get, pairwise(tokens)))
    found.discard(None)
    found.update(chain.from_iterable(map(_placed().__getitem__, tokens)))
    return sorted(found)


def forget() -> None:
    """Forget the weights read: other ones are to be used (for measuring)."""
    _weights.cache_clear()
    _placed.cache_clear()
    _call.cache_clear()
