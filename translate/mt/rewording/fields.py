"""What a text is about, told by its own words, of which some mean one thing in such a text.

« Blanchi » is cleared in the news of a court, « le conseil » a lawyer there; the sentence alone may
not tell. A language's `fields.toml` lists by the field the words that betray it, and what is said
plainly in a text of it. Gale, Church and Yarowsky (1992, aclanthology.org/H92-1045) found that a
word hardly has two senses in one text.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from re import Pattern

from translate.languages import language
from translate.languages.words import WORD
from translate.mt.counterparts.expressions import any_of, with_subjects

LEAST = 4  # words of a field, told apart, that stand in a text of it
APART = 40  # words of such a text, at most, to one that betrays it


def fields(text: str, code: str) -> frozenset[str]:
    """Give the fields that `text`, in language `code`, is about: mostly none.

    A text has several of the words of each, and not only in a corner of it.

    >>> told = "Le procureur a requis six mois, le prévenu nie. La victime était à l'audience."
    >>> sorted(fields(told, "fr"))
    ['court']
    >>> fields(told + " Il pleut." * 200, "fr") or fields("Le procureur aime son jardin.", "fr")
    frozenset()
    """
    betray = _betray(code)
    words = Counter(word.lower() for word in WORD.findall(text)) if betray else Counter[str]()
    most = words.total() / APART
    found = {
        name: [count for word, count in words.items() if told.fullmatch(word)]
        for name, told in betray.items()
    }
    return frozenset(
        name for name, counts in found.items() if len(counts) >= LEAST and sum(counts) >= most
    )


@cache
def _betray(code: str) -> dict[str, Pattern[str]]:
    """Give by the name of a field a pattern of the words that betray it."""
    listed = language(code).table("fields.toml").items()
    return {name: any_of(with_subjects(one["betray"], code)) for name, one in listed}
