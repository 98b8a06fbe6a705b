"""Capitals for the names in text that has none.

Which words have a capital nearly always is counted out of French text by training/capitals.py
(`cased-fr.txt`), in the manner of Lita and others, "tRuEcasIng" (2003, aclanthology.org/P03-1020).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from itertools import zip_longest

from translate.names.unlisted import first_names, forms, is_ordinary, renamed

# A word, compounds in one; not a part of a handle, an address, a file name.
WORD = re.compile(r"(?<![\w@#/.\\-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/\\-])(?!\.\w)")
# A surname has at least so many letters.
SURNAME = 3


@lru_cache
def _cased(language: str) -> tuple[dict[str, str], frozenset[str]]:
    """The words that have a capital, by their lower case, and those that a surname follows."""
    file = files("translate.names").joinpath(f"cased-{language}.txt")
    lines = file.read_text(encoding="utf-8").split() if file.is_file() else []
    names = {name.lower() for name in first_names(language) if not is_ordinary(name, language)}
    first = names.union(line[:-1].lower() for line in lines if line.endswith("+"))
    known = {name.lower(): name for name in (line.removesuffix("+") for line in lines)}
    return known, frozenset(first)


def truecase(text: str, language: str) -> str:
    """Give `text`, a sentence in lower case, with capitals for the names that can be told.

    They are words that have a capital nearly always, and unknown words after them, as surnames
    are. The length stays; text in a language without data comes back as it is.

    >>> truecase("à londres, john tolkien lit, sans tolkien.", "fr")
    'à Londres, John Tolkien lit, sans tolkien.'
    """
    known, first = _cased(language)
    words = list(WORD.finditer(text)) if known else []
    out = list(text)
    before = ""  # the name, in lower case, that the next word may go on
    for match, after in zip_longest(words, words[1:]):
        word = match[0]
        then = after[0] if after and text[match.end() : after.start()] == " " else ""
        name = known.get(word, "")
        if not name and word in first and _is_unknown(then, language):
            name = word.capitalize()
        if name:
            before = word if then else ""
        elif before:
            if _is_unknown(word, language) and (
                before in first or _may_follow(word, known[before], language)
            ):
                name = word.capitalize()
            before = ""
        out[match.start() : match.end()] = name or word
    return "".join(out)


def _may_follow(word: str, name: str, language: str) -> bool:
    """Tell whether `word`, unknown, is likely a part of a name that begins with `name`."""
    telling = forms(language)
    if telling is None or telling.inflected.search(word):
        return False
    return name not in renamed(language)


def _is_unknown(word: str, language: str) -> bool:
    return len(word) >= SURNAME and word.islower() and not is_ordinary(word, language)
