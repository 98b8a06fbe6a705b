"""Statement or call: what the words of a line say about who speaks to whom.

A statement *tells* (third person, past, a figure, a speaker); a call or a button *serves*
("abonnez-vous", "nos partenaires", "lire la suite"). The signs of a line are its words, their
stems, pairs of words, how it begins and ends, and what `_TELLING` names; each has a weight in
`data/wording.json`, made by `bench/cleaning/train.py` (logistic regression), above 0 for calls,
below for statements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from translate.cleaning.boilerplate.lines import Line
from translate.languages.words import LETTER, fold

WEIGHTS = Path(__file__).with_name("data") / "wording.json"
LONGEST = 60  # words of a line that are looked at: who speaks shows early
STEM = 5  # letters by which the forms of a word are known together: "abonn…"
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s.,;'’-]")
_DIGIT = re.compile(r"\d")
_TELLING = {
    "past": re.compile(
        r"\b(?:a|ont|avait|avaient|est|sont|etait|etaient|fut|furent)(?: \w+)? \w{2,}"
        r"(?:e|es|ee|ees|i|is|ie|u|us|ue|t)\b"
    ),
    "imperfect": re.compile(r"\b\w{3,}(?:ait|aient)\b"),
    "simple past": re.compile(r"\b\w{3,}(?:irent|erent|urent|it|ut)\b"),
    "English past": re.compile(r"\b(?:was|were|had|said|\w{3,}ed)\b"),
    "speaker": re.compile(
        r"\b(?:selon|d'apres|dit|disait|explique|expliquait|raconte|rappelle|affirme|assure|estime|"
        r"precise|repond|repondu|repetait|declare|constate|conseille|plaide|lance|lancait|promet|"
        r"according|says|told|explains|adds|laut|sagte|segun|dijo|secondo|segundo|disse)\b"
    ),
    "first person": re.compile(r"\b(?:je|j'|moi|mon|ma|mes)\b"),
    "third person": re.compile(r"\b(?:il|elle|ils|elles|son|sa|ses|leur|leurs|lui|on|he|she)\b"),
    "we": re.compile(r"\b(?:nous|notre|nos|we|our|us|wir|unser\w*)\b"),
    "you": re.compile(r"\b(?:vous|votre|vos|you|your|ihr|ihre|sie)\b"),
    "thou": re.compile(r"\b(?:tu|te|ton|ta|tes|toi)\b"),
    "this page": re.compile(
        r"\b(?:ce|cet|cette|ces|this|these) (?:site|page|article|contenu|annonce|lien|liens|video|"
        r"recette|offre|content|post|story)\b"
    ),
    "an order first": re.compile(
        r"^\W*(?!(?:ch|ass|r)ez\b)\w+ez\b(?! (?:a|ont|avai\w+|est|sont|etai\w+) )"
    ),
    "an infinitive first": re.compile(r"^\W*(?:(?:s'|se |m'|me |ne )\w+|\w{3,}(?:er|ir|re))\b"),
    "an article first": re.compile(
        r"^\W*(?:l'|le |la |les |un |une |des |the |a |an |der |die |das )"
    ),
    "a quotation": re.compile('[«“"].*[a-z].*[»”"]'),
    "a dialogue": re.compile(r"^\s*[—–] "),
    "a list item": re.compile(r"^\s*(?:[-•*✅👉]|\d+[.)]|[a-z]\)) "),
    "an hour": re.compile(r"\b\d{1,2} ?(?:h|:) ?\d\d\b"),
    "a date": re.compile(
        r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}(?:er)? [a-z]{3,9}\.? \d{4}\b"
    ),
    "a figure in a sentence": re.compile(r"[a-z] \d[\d ,.]* ?[a-z€%].*\.$"),
    "a web address": re.compile(r"https?:|www\.|@\w|\w\.(?:com|fr|org|net)\b"),
}
# Words, or ends or beginnings of words, of which one stands in every line that has the sign.
_WORDS = {
    name: frozenset(words.split())
    for name, words in {
        "past": "a ont avait avaient est sont etait etaient fut furent",
        "speaker": "selon apres dit disait explique expliquait raconte rappelle affirme assure "
        "estime precise repond repondu repetait declare constate conseille plaide lance lancait "
        "promet according says told explains adds laut sagte segun dijo secondo segundo disse",
        "first person": "je j moi mon ma mes",
        "third person": "il elle ils elles son sa ses leur leurs lui on he she",
        "thou": "tu te ton ta tes toi",
        "you": "vous votre vos you your ihr ihre sie",
        "we": "nous notre nos we our us wir",
        "this page": "ce cet cette ces this these",
        "an hour": "0", "a date": "0", "a figure in a sentence": "0",
    }.items()
}  # fmt: skip
_ENDS = {
    name: tuple(ends.split())
    for name, ends in {
        "an order first": "ez",
        "imperfect": "ait aient",
        "simple past": "rent it ut",
        "English past": "was were had said ed",
    }.items()
}  # fmt: skip
_BEGINS = {"we": ("unser",)}
_SIGNS = {
    "a quotation": ("«", "“", '"'),
    "a dialogue": ("—", "–"),
    "a web address": ("http", "www.", "@", ".com", ".fr", ".org", ".net"),
}
_ANYWHERE = frozenset(_TELLING.keys() - _WORDS.keys() - _ENDS.keys() - _SIGNS.keys())
_LOOKS = {  # what begins at the beginning is looked for there only
    name: pattern.match if pattern.pattern.startswith("^") else pattern.search
    for name, pattern in _TELLING.items()
}
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
SPEAKING = ("you", "thou", "an order first")  # what is said to one who reads
ENDS = ".!?…:,;)»"


_ASCII_SMALL = re.compile("[a-z]")


class Wording(NamedTuple):
    """How much a line reads as a call: log-odds, and what each sign added."""

    call: float
    added: dict[str, float]

    def why(self, count: int = 3) -> str:
        """Give the signs that speak most for a call, in words; no word is told twice."""
        signs = (sign for sign, v in self.added.items() if v > 0)
        most: dict[str, str] = {}
        for sign in sorted(signs, key=lambda s: -self.added[s]):
            most.setdefault(sign.strip("^$"), told(sign))
        return ", ".join(list(dict.fromkeys(filter(None, most.values())))[:count])


def told(sign: str) -> str:
    """Give a sign as a user reads it; nothing for a word beside a stop, which tells a user nothing.

    >>> told("abonnez vous"), told("^lire"), told("<we>"), told("page 0")
    ("says 'abonnez vous'", "begins with 'lire'", "says 'we'", "says 'page' and a number")
    >>> told("?"), told("…$"), told("<ends with …>"), told(": a")
    ("has '?'", "ends with '…'", "ends with '…'", '')
    """
    if sign.startswith("<"):
        name = sign.strip("<>")
        return _SAID.get(name, re.sub(r"(?<=^ends with )(\S)$", r"'\1'", name))
    words = " ".join(sign.strip("^$").split()) or sign
    letters = [part[0].isalnum() for part in words.split()]
    if any(letters) and not all(letters) and "0" not in words.split():
        return ""
    how = "says" if LETTER.search(words) else "has"
    how = "begins with" if sign.startswith("^") else "ends with" if sign.endswith("$") else how
    parts = (f"'{part.strip()}'" for part in words.split("0") if part.strip())
    number = ["a number"] if "0" in words.split() else []
    said = [*number, *parts] if words.startswith("0") else [*parts, *number]
    return f"{how} {' and '.join(said)}"


def signs(text: str) -> set[str]:
    """Give the signs of a line.

    >>> sorted(signs("Lire la suite"))[:4], "abonn…" in signs("Abonnez-vous")
    (['<no stop at the end>', '^lire', '^lire la', 'la'], True)
    """
    _, tokens = _tokens(text)
    if not tokens:
        return set()
    tokens = tokens[: LONGEST * 2]
    found = set(tokens)
    found.update([f"{token[:STEM]}…" for token in found if len(token) > STEM])
    found.update(map(" ".join, pairwise(tokens)))
    found |= {f"^{tokens[0]}", f"^{' '.join(tokens[:2])}", f"{tokens[-1]}$"}
    return found | shape(text)


@lru_cache(2)  # asked for twice in a row
def _tokens(text: str) -> tuple[str, Sequence[str]]:
    """Give `text` folded, in lower case, and its words, numbers (as "0") and signs."""
    lower = fold(text).strip().lower()
    tokens = _TOKEN.findall(lower)
    if _DIGIT.search(lower):
        tokens = ["0" if token[0].isdigit() else token for token in tokens]
    return lower, tokens


@lru_cache(4096)
def speaks(folded: str) -> bool:
    """Tell whether a folded line says "you" to its reader, or begins with an order.

    >>> [speaks(text) for text in ("Prenez le bois que vous aimez.", "Le bois seche au grenier.")]
    [True, False]
    """
    return any(_TELLING[sign].search(folded.lower()) for sign in SPEAKING)


@lru_cache(4096)
def shape(text: str) -> frozenset[str]:
    """Give the signs of a line that are not words; of one without words there are none.

    >>> sorted(shape("Lisez la suite"))
    ['<an order first>', '<no stop at the end>']
    """
    lower, tokens = _tokens(text)
    return frozenset(_shape(text.strip(), lower, tokens)) if tokens else frozenset()


def _shape(bare: str, lower: str, tokens: Sequence[str]) -> Iterator[str]:
    for name in _ANYWHERE.union(*map(_told_by, set(tokens))):
        if _LOOKS[name](lower):
            yield f"<{name}>"
    for name, marks in _SIGNS.items():
        if any(map(lower.__contains__, marks)) and _LOOKS[name](lower):
            yield f"<{name}>"
    yield f"<ends with {bare[-1]}>" if bare[-1] in ENDS else "<no stop at the end>"
    if not _ASCII_SMALL.search(bare):
        letters = "".join(LETTER.findall(bare))
        if len(letters) > 3 and letters.isupper():
            yield "<all capitals>"
    if bare[0].islower():
        yield "<begins small>"


@lru_cache(1 << 15)
def _told_by(token: str) -> frozenset[str]:
    """Give the names of the signs that a line with `token` may have."""
    by_word = {name for name, words in _WORDS.items() if token in words}
    by_end = {name for name, ends in _ENDS.items() if token.endswith(ends)}
    by_beginning = {name for name, begins in _BEGINS.items() if token.startswith(begins)}
    return frozenset(by_word | by_end | by_beginning)


@cache
def _weights() -> tuple[float, dict[str, float]]:
    model = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return model["bias"], model["weights"]


def call(line: Line) -> float:
    """Give how much `line` reads as a call: log-odds."""
    return _call(line.text)


def wording(line: Line) -> Wording:
    """Give how much `line` reads as a call, and what of it does."""
    weights = _weights()[1]
    return Wording(call(line), {sign: weights[sign] for sign in _weighed(line.text)})


@lru_cache(4096)
def _call(text: str) -> float:
    bias, weights = _weights()
    return bias + sum(map(weights.__getitem__, _weighed(text)))


def _weighed(text: str) -> list[str]:
    """Give the signs of a line that have a weight, always in the same order."""
    return sorted(filter(_weights()[1].__contains__, signs(text)))


def forget() -> None:
    """Forget the weights read: other ones are to be used (for measuring)."""
    _weights.cache_clear()
    _call.cache_clear()
