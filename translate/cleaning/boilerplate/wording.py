"""Statement or call: what the words of a line say about who speaks to whom.

A statement *tells* (third person, past, a figure, a speaker); a call or a button *serves*
("abonnez-vous", "nos partenaires", "lire la suite"). The signs of a line are its words, their
stems, pairs of words, how it begins and ends, and what `shapes.py` names; each has a weight in
`data/wording.json`, made by `bench/cleaning/train.py` (logistic regression), above 0 for calls,
below for statements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from translate.cleaning.boilerplate.lines import Line, unlinked
from translate.cleaning.boilerplate.remembered import remembered
from translate.cleaning.boilerplate.shapes import FIRST, Known, shape, telling, tokens_of, whole
from translate.languages.telling import function_words
from translate.languages.words import fold, fold_word

WEIGHTS = Path(__file__).with_name("data") / "wording.json"
LONGEST = 60  # words of a line that are looked at: who speaks shows early
STEM = 5  # letters by which the forms of a word are known together: "abonn…"
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
        found = telling()[name].search(whole(fold(text).lower())) if name in _SHOWN else None
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
        found = telling()[name].search(whole(fold(text).lower())) if first else None
        return text[: found.end()].strip() if found else ""
    bare = _bare(sign)
    found = _stands(bare).search(whole(fold(text).lower()))
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
    *_, tokens = tokens_of(text)
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


@cache
def _placed() -> Known:
    """Give for each token the places of its own sign and of its stem's, if they have a weight."""
    model = _weights()

    def placed(token: str) -> Sequence[int]:
        stem = model.stems.get(token[:STEM]) if len(token) > STEM else None
        return tuple(p for p in (model.places.get(token), stem) if p is not None)

    return Known(placed)


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
    text = line.text
    return _call(unlinked(text) if "](" in text else text)


def wording(line: Line) -> Wording:
    """Give how much `line` reads as a call, and what of it does."""
    model = _weights()
    added = {model.signs[place]: model.weights[place] for place in _weighed(unlinked(line.text))}
    return Wording(call(line), added, line.text)


@remembered
def _call(text: str) -> float:
    model = _weights()
    return model.bias + sum(map(model.weights.__getitem__, _weighed(text)))


def _weighed(text: str) -> list[int]:
    """Give the places of the `signs` of a line that have a weight, in order."""
    *_, tokens = tokens_of(text)
    if not tokens:
        return []
    model, tokens = _weights(), tokens[: LONGEST * 2]
    found: set[int | None] = set(chain.from_iterable(map(_placed().__getitem__, tokens)))
    found.update(map(model.places.get, chain(_at_ends(tokens), shape(text))))
    found.update(map(model.pairs.get, pairwise(tokens)))
    return sorted(found - {None})  # type: ignore[arg-type]


def forget() -> None:
    """Forget the weights read: other ones are to be used (for measuring)."""
    _weights.cache_clear()
    _placed.cache_clear()
    _call.cache_clear()
