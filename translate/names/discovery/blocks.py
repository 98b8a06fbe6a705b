"""Which words may be one word misspelt: looked up in blocks, so that not every two are compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

from translate.names.similarity import sound, word_likeness

Owner = TypeVar("Owner")

# Words less alike are none of each other; measured in bench/names/discovery.py.
LEAST = 0.6
# A block with more words tells nothing, and comparing within it would take the square of its size.
MOST = 200
# Consonants without which a word is looked up by its letters too.
FEW = 4
# A word cut short keeps so many letters.
STEM = 4


def keys(word: str) -> Iterator[str]:
    """Give the blocks of a folded word: words of one error apart share one.

    They are the consonants as they sound, all and without one of them; of a word of few
    consonants also its letters in that way; and its first letters.

    >>> shared = lambda a, b: set(keys(a)) & set(keys(b))
    >>> [bool(shared("murati", other)) for other in ("mulati", "meuratti", "marotti", "lovelace")]
    [True, True, True, False]
    """
    bones = sound(word).replace("a", "")
    yield f"s{bones}"
    if len(bones) > 2:
        yield from (f"s{bones[:i]}{bones[i + 1 :]}" for i in range(len(bones)))
    if len(bones) < FEW:
        yield f"l{word}"
        yield from (f"l{word[:i]}{word[i + 1 :]}" for i in range(len(word)))
    if len(word) > STEM:
        yield f"p{word[:STEM]}"


class Blocks(Generic[Owner]):
    """Words with their owners, found again from a misspelling.

    >>> blocks = Blocks[str]()
    >>> blocks.add("murati", "Mira Murati")
    >>> blocks.near("mulati"), blocks.near("merkel")
    (['Mira Murati'], [])
    """

    def __init__(self) -> None:
        self._blocks: dict[str, list[str]] = {}
        self._owners: dict[str, list[Owner]] = {}
        self._seen: dict[str, list[Owner]] = {}

    def add(self, word: str, owner: Owner, glued: bool = False) -> None:
        """Put in a folded `word` of `owner`; words `glued` into one need all consonants."""
        if word not in self._owners:
            for key in dict.fromkeys(islice(keys(word), 1 if glued else None)):
                self._blocks.setdefault(key, []).append(word)
        self._owners.setdefault(word, []).append(owner)
        self._seen.clear()

    def near(self, word: str) -> list[Owner]:
        """Give the owners of the words that the folded `word` may be, in the order they came."""
        if word not in self._seen:
            blocks = (self._blocks.get(key, ()) for key in keys(word))
            others = dict.fromkeys(w for block in blocks if len(block) <= MOST for w in block)
            others.setdefault(word)
            alike = [w for w in others if w == word or word_likeness(word, w) >= LEAST]
            owners = (owner for w in alike for owner in self._owners.get(w, ()))
            self._seen[word] = list(dict.fromkeys(owners))
        return self._seen[word]
