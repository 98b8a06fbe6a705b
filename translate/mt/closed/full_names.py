"""Names of several words: is each in the translation?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import dropwhile

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from translate.document import Edit, apply
from translate.languages import first_names, language
from translate.languages.sieve import Sieved
from translate.languages.words import NEVER, WORD, fold, fold_word
from translate.mt.closed.grammar import any_of
from translate.mt.closed.lost import Lost
from translate.mt.data import table

# Two words or more with capitals, none in capitals alone.
SEVERAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w-]*[a-zà-ÿ](?: [A-ZÀ-Þ][\w’'-]*[a-zà-ÿ](?!\w))+")
# One word with a capital, with none like it behind.
NAME = r"(?P<name>[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ])(?![\w-])(?! [A-ZÀ-Þ])"


def lost_full_names(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the names of several words of `source` of which `english` lacks one.

    They begin with a first name, or the language knows none of their words. So is one behind a
    title that is spelt as a word. A word that is spelt nearly so is there: "Alexandre" may be
    "Alexander".

    >>> pair = ("fr", "en")
    >>> [one.text for one in lost_full_names("Guy Moreau rit.", "Moreau laughs, Guyot.", pair)]
    ['Guy Moreau']
    >>> list(lost_full_names("Alexandre Petit rit.", "Alexander Petit laughs.", pair))
    []
    >>> [one.text for one in lost_full_names("M. Soleil rit.", "Mr. Sun laughs.", pair)]
    ['Soleil']
    """
    names = list(_full_names(source, pair))
    there = [fold(w) for w in WORD.findall(english) if w[0].isupper()] if names else []
    least = table("letters")["alike"]
    for start, name in names:
        if not all(
            process.extractOne(fold(word), there, scorer=ratio, score_cutoff=least)
            for word in WORD.findall(name)
        ):
            yield Lost(start, start + len(name), name, "", name)


def with_first_names(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the first name of `source` before a family name that both have.

    It is one that is spelt nearly so: a model writes the form that English has of it.

    >>> pair = ("fr", "en")
    >>> with_first_names("Noé Castaing rit.", "Noah Castaing laughs.", pair)
    'Noé Castaing laughs.'
    >>> with_first_names("Noé Castaing rit, Léo aussi.", "Leo Castaing laughs, Noé too.", pair)
    'Leo Castaing laughs, Noé too.'
    """
    least, words = table("letters")["first_names"], set(WORD.findall(source))
    listed = language(pair[0]).table("named.toml").get("persons", {}).get(pair[1], {})
    for _, name in _full_names(source, pair):
        first, _, rest = name.partition(" ")
        if (
            not rest
            or first not in language(pair[0]).first_names
            or name in english
            or name in listed
            or re.search(rf"\b{re.escape(first)}\b", english)
        ):
            continue
        before = re.compile(
            rf"(?<![\w’'-])(?<![A-ZÀ-Þ]\w )[A-ZÀ-Þ][\w-]+(?= {re.escape(rest)}(?!\w))"
        )
        there = [m for m in before.finditer(english) if m[0] not in words]
        if len(there) == 1 and ratio(fold(first), fold(there[0][0]), score_cutoff=least):
            at = there[0].span()
            english = english[: at[0]] + first + english[at[1] :]
    return english


def with_titled_names(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the names behind titles of `source` that a model took for words.

    As many names behind titles are lost as there are that the source has not.

    >>> with_titled_names("M. Rivière et Mme Roy.", "Mr. River and Mrs. Roy.", ("fr", "en"))
    'Mr. Rivière and Mrs. Roy.'
    >>> with_titled_names("M. Rivière part.", "Mr. River and Mr. Lake leave.", ("fr", "en"))
    'Mr. River and Mr. Lake leave.'
    """
    spoken, words, own = language(pair[0]), WORD.findall(english), WORD.findall(source)
    names = (match["name"] for match in _titled(pair[0]).finditer(source))
    lost = [name for name in names if name not in words and name not in spoken.renamed]
    there = [m for m in _titled(pair[1]).finditer(english) if lost and m["name"] not in own]
    if len(lost) != len(there):
        return english
    return apply(
        english, (Edit(m.start("name"), m["name"], n) for m, n in zip(there, lost, strict=True))
    )


def _full_names(source: str, pair: tuple[str, str]) -> Iterator[tuple[int, str]]:
    """Give where each of these names begins, and the name."""
    for match in SEVERAL.finditer(source):
        parts = [*dropwhile(_is_small(pair[0]), match[0].split(" "))]  # "Le Taj Mahal"
        if len(parts) < 2:
            continue
        name = " ".join(parts)
        first, *_ = words = WORD.findall(name)
        if not (_is_first(first, pair[0]) or all(_is_name(word, pair) for word in words)):
            continue
        yield match.end() - len(name), name
    spoken = language(pair[0])
    for match in _titled(pair[0]).finditer(source):
        if spoken.weight(match["name"].lower()) and match["name"] not in spoken.renamed:
            yield match.start("name"), match["name"]


@cache
def _titled(code: str) -> Sieved:
    """Give the pattern of one name behind a title."""
    titles = any_of(language(code).honorifics)
    return Sieved(rf"(?<![\w’'-])(?<!\d )(?i:{titles})\.? {NAME}" if titles else NEVER.pattern)


def _is_small(code: str) -> Callable[[str], bool]:
    """Give what tells whether a word is one that holds sentences together."""
    return lambda word: word.lower() in language(code).function_words


def _is_first(word: str, code: str) -> bool:
    """Tell whether `word` is a first name."""
    spoken, folded = language(code), fold_word(word)
    return folded in first_names(spoken) and folded not in spoken.no_first_names


def _is_name(word: str, pair: tuple[str, str]) -> bool:
    """Tell whether `word` is nothing but a name, with no other form in the other language."""
    spoken, small = language(pair[0]), word.lower()
    known = spoken.weight(small) and word not in spoken.cased
    lists = spoken.renderings(pair[1]), spoken.expressions(pair[1])
    known = known or any(small in listed for listed in lists)
    return not known and word not in spoken.renamed
