"""Spellings near a name of the glossary that it does not list: to be judged, never applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from translate.languages import language
from translate.names.forms import MAY_BE, index, is_person, surname
from translate.names.glossary import Glossary, Name
from translate.names.reading import Reading
from translate.names.similarity import closeness, likeness, resemblance, sound, word_likeness
from translate.names.spelling import key, no_first_names
from translate.names.variants import find

# What is less alike than this is not worth a person's look; measured in bench/names/suggest.py.
LEAST = 0.6
LEAST_WHOLE = 0.75
LEAST_GLUED = 0.9
# Words of fewer letters are near too many others.
SHORTEST = 4
DIGIT = re.compile(r"\d")
CONTEXTS = 3
AROUND = 40


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
        self.ordinary = language(glossary.source).ordinary
        self.known = index(glossary).forms
        self.words: dict[tuple[str, int], dict[str, list[Name]]] = {}
        self.seen: dict[str, list[Name]] = {}
        for name in glossary.names:
            words = key(surname(name.canonical) if is_person(name) else name.canonical)
            for word in dict.fromkeys((*words, "".join(key(name.canonical)))):
                if len(word) > 3 and word not in self.ordinary:
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
        reading = Reading(text)
        at = 0  # of `taken`
        free_from = 0
        for i, (start, end) in enumerate(reading.spans):
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            if len(reading.words[i]) < SHORTEST or start < free_from:
                continue
            if at < len(taken) and taken[at][0] < end:
                continue
            found = (
                span
                for name in self.names(reading.words[i])
                for span in self._spans(reading, i, name)
            )
            best = max(found, key=lambda span: (span[3], span[1] - span[0]), default=None)
            if best:
                free_from = best[1]
                yield best

    def _spans(
        self, reading: Reading, i: int, name: Name
    ) -> Iterator[tuple[int, int, Name, float]]:
        """Give the stretches around the word number `i` that are near `name`."""
        size = len(key(name.canonical))
        for first in range(max(0, i - size), i + 1):
            for last in range(i, min(first + size + 1, len(reading.words))):
                words = tuple(reading.words[first : last + 1])
                if words in self.known or any(map(self._is_ordinary, (words[0], words[-1]))):
                    continue
                if not _reads_as_name(reading, first, last, name):
                    continue
                if score := _score(words, name):
                    yield reading.spans[first][0], reading.spans[last][1], name, score

    def _is_ordinary(self, word: str) -> bool:
        return word in self.ordinary or word in no_first_names()


def _reads_as_name(reading: Reading, first: int, last: int, name: Name) -> bool:
    """Whether the words stand together and have the capitals of a name, or their line none."""
    if not all(_joined(reading, i) for i in range(first, last)):
        return False
    if not reading.cased(first) or name.canonical.islower():
        return True
    if first == last and is_person(name) and _has_first_name(reading, first):
        return False
    return reading.capitalised(first) and reading.capitalised(last)


def _has_first_name(reading: Reading, at: int) -> bool:
    """Whether the word number `at` is the surname of somebody whose first name is before it."""
    if not at or reading.gap(at - 1) not in (" ", "."):
        return False
    return reading.capitalised(at - 1) and reading.words[at - 1] not in no_first_names()


def _joined(reading: Reading, at: int) -> bool:
    """Whether the word number `at` and the next stand together as words of a name do."""
    between = reading.gap(at)
    if not (reading.words[at].isalnum() and reading.words[at + 1].isalnum()):
        return False
    return between in MAY_BE and (between != "." or len(reading.words[at]) == 1)


def _score(words: tuple[str, ...], name: Name) -> float:
    """Give how alike `words` and `name` are, 0 where it is too little."""
    if DIGIT.findall(" ".join(words)) != DIGIT.findall(name.canonical):
        return 0.0  # Windows 10 is not Windows 11
    if "".join(words) == "".join(key(name.canonical)):
        return 1.0  # Abdelkarim is Abd el Karim
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
