"""Names that stand in no glossary, by their capitals alone.

Within a French sentence a capital mostly means a name, and most names are spelt in English as they
are in French. What is not (`Londres`, `ONU`) or no name at all (`Commission`) is told by the
ordinary words of the language, by its form (`une Togolaise`, `XVIIIe`), and by `renamed-fr.txt`,
which training/capitals.py counts out of parallel text. In doubt a word is left to the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from translate.names.spelling import APOSTROPHES, HYPHENS, fold, no_first_names, ordinary

_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_SIGN = f"[{re.escape(HYPHENS + APOSTROPHES)}]"
# A whole word with a capital, compounds in one; not a part of a handle, an address, a file name.
WORD = re.compile(
    rf"(?<![\w@#/.\\-])(?![a-zß-öø-ÿœ])(?:{_LETTER})++(?:{_SIGN}(?:{_LETTER})++)*+(?![\w@/\\-])(?!\.\w)"
)
PARTS = re.compile(_SIGN)
# How far the text before a word is looked at.
BEFORE = 40
# What stands before a word within a sentence, spaces aside; after anything else one may begin.
WITHIN = re.compile(r"(?:[\w,)\]%'’&€$]|\b(?:MM?|Dr|Pr|Me|St|Mgr|[A-Z])\.)[ \u00a0\u202f]*$")
# "150 Mds" is a unit.
COUNTED = re.compile(r"\d[ \u00a0\u202f]$")
UNIT_LETTERS = 4
ELIDED = re.compile(r"(?:[CDJLMNST]|Qu)['’]")
# "les Singapouriens": peoples are capitalised, and English has a word of its own for each.
SEVERAL = re.compile(
    r"\b(?:[lcsmtd]es|[nv]os|aux|leurs|deux|trois|quatre|cinq|six|dix|cent|mille|plusieurs"
    r"|nombreu(?:x|ses)|certaine?s|quelques|tou(?:s|tes)|entre|et|ou) $",
    re.I,
)
ONE = re.compile(
    r"\b(?:l[ea]|une?|du|au|cet?(?:te)?|[mts](?:on|a)|[nv]otre|leur|chaque|aucune?|jeune|premi(?:er|ère)"
    r"|vieux|vieille|ancien(?:ne)?|célèbre) $",
    re.I,
)
PEOPLE = re.compile(r"(?:ais|aise|ois|oise|ien|ienne|éen|éenne|ain|aine)s?$")
NOUN = re.compile(r"(?:isme|ité|logie|tion|erie|thèque)s?$")
POINTED = re.compile(r"-(?:là|ci|mêmes?)$")
NUMERAL = re.compile(r"[IVXLC]+(?:e|er|re|ère|ème|nde?)?s?")
COMMAND = re.compile(r"(?:ez|ons)$")
# What may stand between the words of one name, beside a space: "Ursula von der Leyen".
JOINED = re.compile(
    r" (?:(?:v[ao]n|de[nr]|bin|ben|ibn|al|el|d[aio]|dos|L[ea]|D[ei]|V[ao]n) |[ae]l-){0,2}"
)
OF = re.compile(r" (?:de |du |d['’])")


@lru_cache
def renamed(language: str) -> frozenset[str]:
    """Give the capitalised words of `language` that English writes otherwise.

    >>> "Londres" in renamed("fr"), "Nadella" in renamed("fr"), renamed("de")
    (True, False, frozenset())
    """
    return _listed(f"renamed-{language}.txt")


@lru_cache
def first_names(language: str) -> frozenset[str]:
    """Give common first names of `language`: many are ordinary words too, or are in `renamed`.

    >>> "Pierre" in first_names("fr"), "Londres" in first_names("fr")
    (True, False)
    """
    return _listed(f"first-names-{language}.txt")


def _listed(name: str) -> frozenset[str]:
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
    if not renamed(language) or text.isupper():
        return
    words = [m for m in WORD.finditer(text) if m[0][0].isupper()]
    names = [False] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        after = i + 1
        while after < len(words) and words[after][0] in ("Le", "La", "De", "Di", "Van", "Von"):
            after += 1
        near = after < len(words) and JOINED.fullmatch(text, words[i].end(), words[after].start())
        then = words[after][0] if near else ""
        names[i] = _is_name(words[i], then, bool(near) and names[after], language)
    start = end = -1
    for word, is_name, next_is in zip(words, names, names[1:], strict=False):
        if end >= 0 and (is_name or _goes_on(word[0], next_is, language)):
            between = text[end : word.start()]
            first = text[start:end] in first_names(language)
            if JOINED.fullmatch(between) or (first and is_name and OF.fullmatch(between)):
                end = word.end()
                continue
        if end >= 0:
            yield start, end
        start, end = word.span() if is_name else (-1, -1)
    if end >= 0:
        yield start, end


def _is_name(match: re.Match[str], after: str, named: bool, language: str) -> bool:
    """Tell whether a word is a name; `after` is the word that follows, `named` that it is one."""
    word = match[0]
    if len(word) < 2 or ELIDED.match(word) or POINTED.search(word):
        return False
    if NUMERAL.fullmatch(word) or NUMERAL.fullmatch(after):  # XVIIIe; a ruler has an English name
        return False
    if word in renamed(language) or _is_ordinary(word, language):
        return named and word in first_names(language)
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    if not WITHIN.search(before):
        return named and not COMMAND.search(word)
    return named or not _is_noun(word, before)


def _is_noun(word: str, before: str) -> bool:
    """Tell whether a word that stands alone is a people, a unit or a thing with a capital."""
    if COUNTED.search(before) and len(word) <= UNIT_LETTERS:
        return True
    several = bool(SEVERAL.search(before))
    if NOUN.search(word) or (several and word.endswith("s")):
        return True
    return bool(PEOPLE.search(word)) and (several or bool(ONE.search(before)))


def _is_ordinary(word: str, language: str) -> bool:
    parts = [fold(part) for part in PARTS.split(word)]
    return all(len(part) < 2 or part in ordinary(language) for part in parts)


def _goes_on(word: str, named: bool, language: str) -> bool:
    """Tell whether a name goes on with `word`, which is none by itself: `Gustave Doré`."""
    if word in renamed(language) or len(word) < 2 or ELIDED.match(word):
        return False
    return named or fold(word) not in no_first_names()
