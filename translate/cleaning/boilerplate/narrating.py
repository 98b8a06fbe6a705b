"""Does a line speak of others? Then it is a statement, whatever its words are about."""

from __future__ import annotations

from functools import cache, lru_cache

from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.wording import signs
from translate.languages import common, language
from translate.languages.telling import function_word_hits
from translate.languages.words import WORD, fold_word

LEAST = 5  # words: labels and buttons have fewer
PAST = {"<English past>", "<speaker>"}  # signs of who tells
QUOTES = "«“\"'"


def narrates(line: Line) -> bool:
    """Tell whether somebody or something else is the subject of `line`, which speaks to nobody.

    The subject begins with an article or a pronoun, or is a network ("Facebook supprime"); else a
    form of "to be" or "to have" shows it, or the past. No word
    turns to the reader ("you", "we", "this page").

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [narrates(split(text)[0]) for text in (
    ...     "Le journal a perdu la moitié de ses abonnés.", "Ce journal a besoin de ses abonnés.",
    ...     "Twitter modifie sa page d'accueil.", "Partager sur Twitter ou par courriel")]
    [True, False, True, False]
    """
    begins = line.folded[:1]
    return line.words >= LEAST and (begins.isalpha() or begins in QUOTES) and _narrates(line.folded)


@lru_cache(4096)
def _narrates(folded: str) -> bool:
    tokens = WORD.findall(folded)
    words = [word.lower() for word in tokens]
    hits = function_word_hits(words)
    codes = tuple(code for code, count in hits.items() if count == max(hits.values()))
    if any(word in _words("address", codes) for word in words) or "<this page>" in signs(folded):
        return False
    if words[0] in _words("subject", codes):
        return True
    if words[0] in common("networks") and tokens[1] not in _words("function", codes):
        return tokens[1].islower() and folded.startswith(f"{tokens[0]} {tokens[1]}")
    finite = _words("finite", codes)
    rest = folded.partition(tokens[0])[2]
    return tokens[0][0].isupper() and (bool(PAST & signs(rest)) or any(w in finite for w in words))


@cache
def _words(group: str, codes: tuple[str, ...]) -> frozenset[str]:
    """Give the words of these languages together."""
    lists = (getattr(language(code), f"{group}_words") for code in codes)
    return frozenset(fold_word(word) for words in lists for word in words)
