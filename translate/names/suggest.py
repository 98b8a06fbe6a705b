"""Spellings in the texts that look like a name of the glossary and are not in it: for a person to
judge, never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from re import Match
from typing import Any

from translate.names.forms import MAY_BE, gap, index, is_person, surname
from translate.names.glossary import Glossary, Name
from translate.names.similarity import closeness, likeness, resemblance, sound, word_likeness
from translate.names.spelling import TOKEN, fold, key, no_first_names, ordinary
from translate.names.variants import find

# What is less alike than this is not worth a person's look; measured in bench/names/suggest.py.
LEAST = 0.6
LEAST_WHOLE = 0.75
LEAST_GLUED = 0.9
# Words of fewer letters are near too many others.
SHORTEST = 4
CONTEXTS = 3
AROUND = 40
# The end of a text in which a capitalised word stands, before a surname.
FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*\.? $")


@dataclass(slots=True)
class Suggestion:
    """A `spelling` that may stand for `canonical`: how alike (0 to 1), how often, and where.

    `contexts` are up to three places, as `document: … text around …`.
    """

    spelling: str
    canonical: str
    score: float
    count: int = 0
    contexts: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Give the suggestion as values that JSON can hold."""
        return asdict(self)


def suggest(texts: Iterable[tuple[str, str]], glossary: Glossary) -> list[Suggestion]:
    """Give spellings near a name of `glossary`, the most alike first.

    `texts` are pairs of a document's name and its text. Of several names that a spelling is near,
    the nearest is named. A name that is somebody else's own is never suggested: give it an entry
    of its own in the glossary, and it is not asked about again.

    >>> found = suggest([("a.txt", "Selon Ada Lovelas, oui.")], Glossary((Name("Ada Lovelace"),)))
    >>> [(s.spelling, s.canonical, s.score, s.count) for s in found]
    [('Ada Lovelas', 'Ada Lovelace', 0.81, 1)]
    """
    search = _Search(glossary)
    found: dict[tuple[str, ...], Suggestion] = {}
    for document, text in texts:
        for start, end, name, score in search.near(text):
            spelling = text[start:end]
            item = found.setdefault(
                key(spelling), Suggestion(spelling, name.canonical, round(score, 2))
            )
            item.count += 1
            if len(item.contexts) < CONTEXTS:
                around = " ".join(text[max(0, start - AROUND) : end + AROUND].split())
                item.contexts.append(f"{document}: … {around} …")
    return sorted(found.values(), key=lambda s: (-s.score, -s.count, s.spelling))


class _Search:
    """The words of a glossary, where a word of a text finds those that it may be."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.known = index(glossary).forms
        self.words: dict[tuple[str, int], dict[str, list[Name]]] = {}
        self.seen: dict[str, list[Name]] = {}
        for name in glossary.names:
            for word in key(surname(name.canonical) if is_person(name) else name.canonical):
                if len(word) > 3 and word not in ordinary("fr"):
                    block = self.words.setdefault((sound(word)[:1], len(word)), {})
                    block.setdefault(word, []).append(name)

    def names(self, word: str) -> list[Name]:
        """Give the names that the folded `word` may be a word of: same first sound, near enough."""
        if word not in self.seen:
            first = sound(word)[:1]
            blocks = (self.words.get((first, len(word) + more), {}) for more in range(-5, 6))
            self.seen[word] = [
                name
                for block in blocks
                for other, names in block.items()
                if word_likeness(word, other) >= LEAST
                for name in names
            ]
        return self.seen[word]

    def near(self, text: str) -> Iterator[tuple[int, int, Name, float]]:
        """Give start, end, name and score of each spelling in `text` that is near a name."""
        # A surname alone may be part of a full name misspelt: `Meera Murati`.
        whole = (m for m in find(text, self.glossary) if m.canonical != surname(m.name.canonical))
        taken = [(m.start, m.end) for m in whole]
        tokens = [t for t in TOKEN.finditer(text) if t.group()[0].isalnum()]
        folded = [fold(t.group()) for t in tokens]
        at = 0  # of `taken`
        free_from = 0
        for i, token in enumerate(tokens):
            while at < len(taken) and taken[at][1] <= token.start():
                at += 1
            if len(folded[i]) < SHORTEST or token.start() < free_from:
                continue
            if at < len(taken) and taken[at][0] < token.end():
                continue
            best = max(
                (
                    found
                    for name in self.names(folded[i])
                    for found in self._spans(tokens, folded, i, name)
                ),
                key=lambda f: (f[3], f[1] - f[0]),
                default=None,
            )
            if best:
                free_from = best[1]
                yield best

    def _spans(
        self, tokens: list[Match[str]], folded: list[str], i: int, name: Name
    ) -> Iterator[tuple[int, int, Name, float]]:
        """Give the stretches around the word number `i` that are near `name`."""
        size = len(key(name.canonical))
        for first in range(max(0, i - size), i + 1):
            for last in range(i, min(first + size + 1, len(tokens))):
                words = tuple(folded[first : last + 1])
                stretch = tokens[first : last + 1]
                if words in self.known or not all(map(_joined, stretch, stretch[1:])):
                    continue
                score = _reads_as_name(stretch, words, name) and _score(words, name)
                if score:
                    yield stretch[0].start(), stretch[-1].end(), name, score


def _joined(left: Match[str], right: Match[str]) -> bool:
    """Whether two words stand together as words of a name do."""
    between = gap(left.string[left.end() : right.start()])
    return between in MAY_BE and (between != "." or len(left.group()) == 1)


def _score(words: tuple[str, ...], name: Name) -> float:
    """Give how alike `words` and `name` are, 0 where it is too little."""
    if is_person(name) and len(words) > 1:
        score = resemblance(" ".join(words), name.canonical)
        return score if score >= LEAST else 0.0
    one = surname(name.canonical) if is_person(name) else ""
    wanted = key(one or name.canonical)
    if len("".join(wanted)) <= SHORTEST:
        return 0.0
    if len(words) == len(wanted) == 1:
        score = closeness(words[0], wanted[0])
    else:
        score = likeness(words, wanted)
    least = LEAST_WHOLE if len(words) == len(wanted) else LEAST_GLUED
    return score if score >= least else 0.0


def _reads_as_name(stretch: list[Match[str]], words: tuple[str, ...], name: Name) -> bool:
    """Whether the stretch has the capitals of a name, or its line has none at all."""
    if any(w in ordinary("fr") or w in no_first_names() for w in (words[0], words[-1])):
        return False
    text, at, end = stretch[0].string, stretch[0].start(), stretch[-1].end()
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if line.islower() or name.canonical.islower():
        return True
    if len(words) == 1 and is_person(name) and FULL_NAME.search(text, max(0, at - AROUND), at):
        return False  # somebody else, who has a first name
    return all(t.group()[0].isupper() for t in (stretch[0], stretch[-1]))
