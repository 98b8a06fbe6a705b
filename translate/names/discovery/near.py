"""Spellings in a text that are near a known name: the places where one may stand misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.languages import common, first_names, language
from translate.names.discovery.blocks import Blocks
from translate.names.discovery.kinds import cues
from translate.names.discovery.likely import LEAST_WHOLE, SHORTEST, likely
from translate.names.forms import MAY_BE, index, is_person, surname
from translate.names.glossary import Glossary, Name
from translate.names.reading import Reading
from translate.names.spelling import key, no_first_names, titles
from translate.names.variants import Mention


@dataclass(frozen=True, slots=True)
class Near:
    """A spelling at `start:end` of a text that may be `name`: how many of its words, how likely."""

    start: int
    end: int
    name: Name
    words: int
    score: float


class Nearness:
    """The names of a glossary, where a word of a text finds those that it may be.

    >>> from translate.names.variants import find
    >>> glossary, text = Glossary((Name("Ada Lovelace"),)), "selon ada lovelas, oui."
    >>> [text[n.start : n.end] for n in Nearness(glossary).near(text, find(text, glossary))]
    ['ada lovelas']
    """

    def __init__(self, glossary: Glossary) -> None:
        self.spoken = language(glossary.source)
        self.names: Blocks[Name] = Blocks()
        for name in glossary.names:
            self.add(name)
        self.know(glossary)

    def know(self, glossary: Glossary) -> None:
        """Take the spellings of `glossary` for names that stand there, which are near no other."""
        self.known, self.rejected = index(glossary), glossary.rejected

    def add(self, name: Name) -> None:
        """Put in one more name that others may be near."""
        every = key(name.canonical)
        words = key(surname(name.canonical)) if is_person(name) else ()
        for word in dict.fromkeys(words or every):
            if len(word) >= SHORTEST:
                self.names.add(word, name)
        if len(every) > 1:
            self.names.add("".join(every), name, glued=True)

    def rivals(self, words: tuple[str, ...]) -> list[Name]:
        """Give the names that the folded `words`, together, may stand for."""
        found = (n for w in (*words, "".join(words)) for n in self.names.near(w))
        return [
            name
            for name in dict.fromkeys(found)
            if likely(words, name, self.spoken)
            and not self.rejected.parts(" ".join(words), name.canonical)
        ]

    def near(self, text: str, known: list[Mention]) -> Iterator[Near]:
        """Give the spellings in `text` that may be a name; `known` are the names found there.

        Of several names the likeliest is given. One word alone may be a person who stands in the
        same text, nobody else.
        """
        here = {m.name.canonical for m in known}
        # A family name alone may be part of a full name misspelt: `Meera Murati`.
        taken = [(m.start, m.end) for m in known if not _is_part(m)]
        reading = Reading(text)
        yield from self._announced(reading, known)
        at = 0  # of `taken`
        free_from = 0
        for i, (start, end) in enumerate(reading.spans):
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            word = reading.words[i]
            if len(word) < SHORTEST or start < free_from:
                continue
            if self._is_ordinary(word) and not self._is_behind(reading, i):
                continue
            if at < len(taken) and taken[at][0] < end:
                continue
            found = (
                one
                for name in self.names.near(word)
                for one in self._spans(reading, i, name, name.canonical in here)
            )
            # The more words of the name there are the better: `Ada Byron Lovelas`, not `Ada Byron`.
            best = max(
                found, key=lambda one: (one.words, one.score, one.end - one.start), default=None
            )
            if best:
                free_from = best.end
                if best.words > 1:  # its surname may follow alone
                    here.add(best.name.canonical)
                yield best

    def _announced(self, reading: Reading, known: list[Mention]) -> Iterator[Near]:
        """Give the things whose name has a noun before it, with a capital: `le Chatbot ChatGPT`."""
        starts = {start: i for i, (start, _) in enumerate(reading.spans)}
        for mention in known:
            i = starts.get(mention.start, 0)
            if not i or is_person(mention.name) or reading.gap(i - 1) != " ":
                continue
            start = reading.spans[i - 1][0]
            capital = reading.cased(i - 1) and reading.capitalised(i - 1)
            if not capital or reading.begins_sentence(i - 1):
                continue
            noun = reading.text[start : mention.start]
            if {"organisation", "product"}.intersection(
                cues(noun, len(noun), len(noun), self.spoken)
            ):
                yield Near(start, mention.end, mention.name, 1, LEAST_WHOLE)

    def _spans(self, reading: Reading, i: int, name: Name, here: bool) -> Iterator[Near]:
        """Give the stretches around the word number `i` that are near `name`."""
        size = len(key(name.canonical))
        for first in range(max(0, i - size), i + 1):
            for last in range(i, min(first + size + 1, len(reading.words))):
                words = tuple(reading.words[first : last + 1])
                if self.known.get(words) or not self._may_be(reading, first, last, name, here):
                    continue
                score = likely(words, name, self.spoken)
                if score and not self.rejected.parts(" ".join(words), name.canonical):
                    start, end = reading.spans[first][0], reading.spans[last][1]
                    yield Near(start, end, name, min(len(words), size), score)

    def _may_be(self, reading: Reading, first: int, last: int, name: Name, here: bool) -> bool:
        """Whether the words from number `first` to `last` read as a name that may be `name`."""
        is_surname = first == last and is_person(name) and bool(surname(name.canonical))
        is_surname &= reading.words[first] != "".join(key(name.canonical))
        if is_surname and (not here or _has_first_name(reading, first)):
            return False
        if self._is_left(reading, first, last) or not all(
            _joined(reading, i) for i in range(first, last)
        ):
            return False
        begins, ends = reading.words[first], reading.words[last]
        if reading.cased(first) and not name.canonical.islower():
            capitals = reading.capitalised(first), reading.capitalised(last)
            # In small letters among capitals only what is no word: `Selon mira mulati, Rome …`.
            if not all(capitals) and (any(capitals) or self._is_word(reading, first, last)):
                return False
        # An ordinary word may be one of the name's own, or a first name: Pierre.
        words = key(name.canonical)
        inside = set(reading.words[first + 1 : last]) - common("particles")
        if inside.intersection(self.spoken.function_words).difference(words):
            return False  # Murat et Murati
        wrong = begins != words[0][0] or reading.gap(first) != "." or begins in titles()
        if len(begins) == 1 and wrong:  # M. Dubois is no Marc
            return False
        is_own = first < last and (
            begins in (words[0], words[0][0]) or begins in first_names(self.spoken)
        )
        return (is_own or not self._is_ordinary(begins)) and (
            ends == words[-1]
            or not self._is_ordinary(ends)
            or (begins == words[0] and last == first + 1 and self._is_behind(reading, last))
        )

    def _is_left(self, reading: Reading, first: int, last: int) -> bool:
        """Whether the words from number `first` to `last` are what an apostrophe leaves of a name.

        So `Artagnan` is no other spelling of D'Artagnan.
        """
        if not first or reading.gap(first - 1) != "'":
            return False
        whole = tuple(reading.words[first - 1 : last + 1])
        cased = reading.cased(first) and reading.capitalised(first - 1)
        return cased or self.known.get(whole) is not None

    def _is_behind(self, reading: Reading, at: int) -> bool:
        """Whether the word number `at`, which has a capital, stands behind a first name."""
        if not at or reading.gap(at - 1) != " " or not reading.cased(at):
            return False
        first = reading.words[at - 1] in first_names(self.spoken)
        return first and reading.capitalised(at) and reading.capitalised(at - 1)

    def _is_word(self, reading: Reading, first: int, last: int) -> bool:
        """Whether what ends with the word number `last` is a word, or alone and ends as one does.

        So `toulousain` is not Toulouse.
        """
        start, end = reading.spans[last]
        alone = self.spoken.forms.inflected if first == last and self.spoken.forms else None
        inflected = alone is not None and alone.search(reading.text[start:end])
        return self.spoken.weight(reading.words[last]) > 0 or bool(inflected)

    def _is_ordinary(self, word: str) -> bool:
        return word in self.spoken.ordinary or word in no_first_names()


def _is_part(mention: Mention) -> bool:
    """Whether it is the family name alone of a person."""
    return is_person(mention.name) and key(mention.canonical) != key(mention.name.canonical)


def _has_first_name(reading: Reading, at: int) -> bool:
    """Whether the word number `at` is the surname of somebody whose first name is before it."""
    if not at or reading.gap(at - 1) not in (" ", "."):
        return False
    before = reading.words[at - 1]
    return reading.capitalised(at - 1) and before not in no_first_names()


def _joined(reading: Reading, at: int) -> bool:
    """Whether the word number `at` and the next stand together as words of a name do."""
    between = reading.gap(at)
    if not (reading.words[at].isalnum() and reading.words[at + 1].isalnum()):
        return False
    return between in MAY_BE and (between != "." or len(reading.words[at]) == 1)
