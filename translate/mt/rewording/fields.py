"""What a text is about, told by its own words, of which some mean one thing in such a text.

« Blanchi » is cleared in the news of a court, « le conseil » a lawyer there; the sentence alone may
not tell. A language's `fields.toml` lists by the field the words that betray it, and what is said
plainly in a text of it. Gale, Church and Yarowsky (1992, aclanthology.org/H92-1045) found that a
word hardly has two senses in one text.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from translate.languages import language
from translate.languages.words import LETTER, WORD
from translate.mt.counterparts.expressions import with_subjects

LEAST = 4  # words of a field, told apart, that stand in a text of it
APART = 40  # words of such a text, at most, to one that betrays it
# "prud'hommes", "demi-finale"; taken whole from where a word begins, however long.
COMPOUND = re.compile(rf"(?<!{LETTER.pattern}){WORD.pattern}+(?:['’-]{WORD.pattern}+)+")


def fields(text: str, code: str) -> frozenset[str]:
    """Give the fields that `text`, in language `code`, is about: mostly none.

    A text has several of the words of each, and not only in a corner of it.

    >>> told = "Le procureur a requis six mois, le prévenu nie. La victime était à l'audience."
    >>> sorted(fields(told, "fr"))
    ['court']
    >>> fields(told + " Il pleut." * 200, "fr") or fields("Le procureur aime son jardin.", "fr")
    frozenset()
    """
    if not _betray(code):
        return frozenset()
    words = Counter(word.lower() for word in WORD.findall(text))
    most = words.total() / APART
    words.update(word.lower().replace("’", "'") for word in COMPOUND.findall(text))
    found: dict[str, list[int]] = {}
    for word, count in words.items():
        for name in _of(word, code):
            found.setdefault(name, []).append(count)
    return frozenset(
        name for name, counts in found.items() if len(counts) >= LEAST and sum(counts) >= most
    )


@lru_cache(maxsize=1 << 16)
def _of(word: str, code: str) -> tuple[str, ...]:
    """Give the names of the fields that `word`, in small letters, betrays."""
    return tuple(
        name
        for name, (words, begin) in _betray(code).items()
        if word in words or word.startswith(begin)
    )


@cache
def _betray(code: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Give by the name of a field the words that betray it, and how such words begin."""
    found: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
    for name, one in language(code).table("fields.toml").items():
        words = with_subjects(one["betray"], code).lower().split()
        begin = tuple(word[:-1] for word in words if word.endswith("*"))
        found[name] = (frozenset(words), begin)
    return found
