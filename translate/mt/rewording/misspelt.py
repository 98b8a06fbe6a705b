"""Words that are none set right before a model reads them: it makes of `lextérieur` what it likes.

Only a word that no list of its language knows, nor one of the other language, is touched, and only
where it is plain what it stands for: an accent is missing or wrong, an apostrophe was lost, or one
letter of a familiar word is too much or lacks (Norvig, norvig.com/spell-correct.html, tries all
words that are one letter away).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.languages import language
from translate.languages.words import fold_word
from translate.mt.data import table

# A word in small letters that is no part of a compound, an address, a handle or a symbol.
WORD = re.compile(r"(?<![\w’'@#/.⟦-])[^\W\d_]{5,}(?![\w-]|[’'.@]\w)")


def respelt(text: str, pair: tuple[str, str]) -> str:
    """Give `text`, in the first language of `pair`, with its plain misspellings set right.

    >>> respelt("La toîture vue de lextérieur apparement plait.", ("fr", "en"))
    "La toiture vue de l'extérieur apparemment plait."
    >>> respelt("Les Xhosas de Koulikoro.", ("fr", "en"))
    'Les Xhosas de Koulikoro.'
    """
    if pair[0] not in table("misspelt"):
        return text
    return WORD.sub(lambda match: _right(match[0], pair) if match[0].islower() else match[0], text)


@lru_cache(maxsize=1 << 14)
def _right(word: str, pair: tuple[str, str]) -> str:
    """Give what `word` stands for: itself if it is known, or if nothing else is plain."""
    if _known(word, pair) or language(pair[1]).weight(word):
        return word
    own, rules = language(pair[0]), table("misspelt")[pair[0]]
    near = {other for other in _one_letter_away(word, rules["letters"]) if _known(other, pair)}
    familiar = {other for other in near if own.weight(other) >= rules["familiar"]}
    accented = {other for other in near if _differs_by_accent(word, other)}
    slips = {other for other in familiar if _is_slip(word, other, rules["least"])}
    for found in (accented, slips):
        if found:
            return max(sorted(found), key=own.weight)
    elided = re.fullmatch(rules["elided"], word)
    if elided and own.weight(elided["rest"]) >= rules["familiar_rest"]:
        return f"{elided['first']}'{elided['rest']}"
    return word


def _known(word: str, pair: tuple[str, str]) -> bool:
    own = language(pair[0])
    return bool(own.weight(word)) or word in own.renderings(pair[1])


def _one_letter_away(word: str, letters: str) -> Iterator[str]:
    """Give every row of letters that differs from `word` by one letter, more, less or another."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def _differs_by_accent(word: str, other: str) -> bool:
    """Tell whether `other` is `word` with another accent; `perce` is no `percé`, a form as good."""
    ends = {word.rstrip("s")[-1:], other.rstrip("s")[-1:]}
    return fold_word(word) == fold_word(other) and len(word) == len(other) and ends != {"e", "é"}


def _is_slip(word: str, other: str, least: int) -> bool:
    """Tell whether `other`, one letter away, is `word` with a letter more or less within."""
    same = word[0] == other[0] and word[-2:] == other[-2:]
    return same and len(word) >= least and len(word) != len(other)
