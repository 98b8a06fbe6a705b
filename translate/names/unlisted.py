"""Names that stand in no glossary, by their capitals alone.

Within a French sentence a capital mostly means a name, and most names are spelt in English as they
are in French. What is not (`Londres`, `ONU`) or no name at all (`Commission`) is told by the
ordinary words of the language, by its form and place (`unlisted.toml`), and by `renamed-fr.txt`,
which training/capitals.py counts out of parallel text. In doubt a word is left to the model.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from translate.names.spelling import APOSTROPHES, HYPHENS, fold, no_first_names, ordinary

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_SIGN = f"[{re.escape(HYPHENS + APOSTROPHES)}]"
# A whole word with a capital, compounds in one; not a part of a handle, an address, a file name.
WORD = re.compile(
    rf"(?<![\w@#/.\\-])(?![a-zß-öø-ÿœ])(?:{_LETTER})++(?:{_SIGN}(?:{_LETTER})++)*+(?![\w@/\\-])(?!\.\w)"
)
PARTS = re.compile(_SIGN)
# How far the text before a word is looked at; the longest first name with a particle.
BEFORE = 40
# A name has at most so many particles in a row.
PARTICLES = 2


@dataclass(frozen=True)
class Forms:
    """How a language tells names from other words: see `unlisted.toml`."""

    within: re.Pattern[str]
    item: re.Pattern[str]
    elided: re.Pattern[str]
    pointed: re.Pattern[str]
    numeral: re.Pattern[str]
    command: re.Pattern[str]
    noun: re.Pattern[str]
    people: re.Pattern[str]
    one: re.Pattern[str]
    several: re.Pattern[str]
    inflected: re.Pattern[str]
    counted: re.Pattern[str]
    unit_letters: int
    joined: re.Pattern[str]
    particles: frozenset[str]
    of: re.Pattern[str]


@lru_cache
def forms(language: str) -> Forms | None:
    """Give the forms of `language`, None where there are none.

    >>> bool(forms("fr").command.search("Retrouvez")), forms("de")
    (True, None)
    """
    text = files("translate.names").joinpath("unlisted.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text).get(language)
    if table is None:
        return None
    kinds: dict[type, Callable[..., Any]] = {str: re.compile, list: frozenset, int: int}
    return Forms(**{key: kinds[type(value)](value) for key, value in table.items()})


def renamed(language: str) -> frozenset[str]:
    """Give the capitalised words of `language` that English writes otherwise.

    >>> "Londres" in renamed("fr"), "Nadella" in renamed("fr"), renamed("de")
    (True, False, frozenset())
    """
    return listed(f"renamed-{language}.txt")


def first_names(language: str) -> frozenset[str]:
    """Give common first names of `language`: many are ordinary words too, or are in `renamed`.

    >>> "Pierre" in first_names("fr"), "Londres" in first_names("fr")
    (True, False)
    """
    return listed(f"first-names-{language}.txt")


@lru_cache
def listed(name: str) -> frozenset[str]:
    """Give the words of the data file `name`, none where there is no such file.

    >>> "Marie" in listed("first-names-fr.txt"), listed("first-names-xx.txt")
    (True, frozenset())
    """
    file = files("translate.names").joinpath(name)
    return frozenset(file.read_text(encoding="utf-8").split()) if file.is_file() else frozenset()


def unlisted(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Give the places, start and end, of names in `text`, a sentence, that English spells alike.

    A first word counts only with a name after it. There are none in a language without data, nor
    in a line of capitals.

    >>> text = "À Londres, Satya Nadella a vu Mandelbrot et des Singapouriens."
    >>> [text[a:b] for a, b in unlisted(text, "fr")]
    ['Satya Nadella', 'Mandelbrot']
    """
    telling = forms(language)
    if telling is None or text.isupper():
        return
    words = [m for m in WORD.finditer(text) if m[0][0].isupper()]
    names = _names(words, telling, language)
    start = end = -1
    for i, word in enumerate(words):
        between = text[end : word.start()] if end >= 0 else ""
        if between and (names[i] or _goes_on(text[start:end], word[0], names[i + 1], language)):
            first = text[start:end] in first_names(language) if names[i] else False
            if telling.joined.search(between) or (first and telling.of.search(between)):
                end = word.end()
                continue
        if end >= 0:
            yield start, end
        start, end = word.span() if names[i] else (-1, -1)
    if end >= 0:
        yield start, end


def _names(words: list[re.Match[str]], telling: Forms, language: str) -> list[bool]:
    """Tell of each of `words`, and of the end after them, whether it is a name."""
    names = [False] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        after = i + 1
        last = min(after + PARTICLES, len(words) - 1)
        while after < last and words[after][0] in telling.particles:
            after += 1
        near = after < len(words) and telling.joined.search(
            words[i].string[words[i].end() : words[after].start()]
        )
        then = words[after][0] if near else ""
        names[i] = _is_name(words[i], then, bool(near) and names[after], telling, language)
    return names


def _is_name(match: re.Match[str], after: str, named: bool, telling: Forms, language: str) -> bool:
    """Tell whether a word is a name; `after` is the word that follows, `named` that it is one."""
    word = match[0]
    if len(word) < 2 or telling.elided.search(word) or telling.pointed.search(word):
        return False
    if telling.numeral.search(word) or telling.numeral.search(after):
        return False
    if word in renamed(language) or is_ordinary(word, language):
        return named and word in first_names(language)
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    if not telling.within.search(before) or telling.item.search(before):
        return named and not telling.command.search(word)
    return named or not _is_noun(word, before, telling)


def _is_noun(word: str, before: str, telling: Forms) -> bool:
    """Tell whether a word that stands alone is a people, a unit or a thing with a capital."""
    if telling.counted.search(before) and len(word) <= telling.unit_letters:
        return True
    several = bool(telling.several.search(before))
    if telling.noun.search(word) or (several and word.endswith("s")):
        return True
    return bool(telling.people.search(word)) and (several or bool(telling.one.search(before)))


def is_ordinary(word: str, language: str) -> bool:
    """Tell whether `word`, or each part of a compound, is an ordinary word of `language`.

    >>> is_ordinary("Aujourd'hui", "fr"), is_ordinary("Nadella", "fr")
    (True, False)
    """
    parts = [fold(part) for part in PARTS.split(word)]
    return all(len(part) < 2 or part in ordinary(language) for part in parts)


def _goes_on(name: str, word: str, named: bool, language: str) -> bool:
    """Tell whether `name` goes on with `word`, which is none by itself: `Gustave Doré`."""
    if word in renamed(language) or len(word) < 2 or PARTS.search(word):
        return False
    return named or (" " not in name and fold(word) not in no_first_names())
