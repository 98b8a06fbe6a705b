"""What a text is about, and how much the lines that may be its headline say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import chain, pairwise
from math import log1p
from typing import TYPE_CHECKING, Any

from translate.cleaning.boilerplate.remembered import remembered
from translate.languages.telling import function_words
from translate.languages.words import WORD, fold

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

WORDS = 36  # the longest headline
LONG = 3  # letters: longer words tell what a text is about
TEXT, LEAD = 40, 3  # lines of the main text that are compared, and those it begins with
BEGINNING = 2  # lines that the words of a short title may begin
STEM = 6  # letters of a word that are compared: one word has many endings
HEAD = 8  # words that a line of text begins with
HEADING = 14  # words of the longest heading in a text
SHORT = 2  # words of a title that is a name or a notion: other things tell it than words
MOST_WORDS = 12  # more words say no more


class Subject:
    """What the main text of `page`, which begins at `start`, speaks of.

    It is `asked` about some lines. A word that stands in many lines above the text, as in menus,
    tells little of it.
    """

    def __init__(self, page: Page, asked: Set[int], start: int) -> None:
        full, found = page.full, page.found
        after = range(start, min(len(full), start + TEXT))
        self._text = {i for i in after if full[i].prose and not found[i]}
        self._heads = {i for i in after if may_head(page, i)}
        self.words = {i: stems(full[i].folded) for i in asked | self._text | self._heads}
        self.long = {i: Counter(_long(self.words[i])) for i in asked}
        text = sorted(self._text)
        each = {i: {*self.words[i]} for i in self._text | self._heads}
        self._about = _count(_long(each[i]) for i in text)
        self._headed = _count(_long(each[i]) for i in self._heads)
        self._lead = {word for i in text[:LEAD] for word in _long(each[i])}
        self._begins = {word for i in text[:BEGINNING] for word in self.words[i][:HEAD]}
        self._said = _count(told(each[i]) for i in text)
        self._first = {word for i in text[:1] for word in told(self.words[i])}
        pairs = {pair for i in asked for pair in pairwise(self.words[i])}
        self._pairs = _count(pairs.intersection(pairwise(self.words[i])) for i in text)
        menus = (line.folded for line in full[:start] if line.words <= WORDS)
        self._else = _count({*stems(folded)} for folded in menus)

    def features(self, index: int) -> dict[str, float]:
        """Give how much the line at `index` says of the text, its own place in it left out."""
        long, part = self.long[index], index in self._text
        words = set(told(self.words[index]))
        rare = {word: 1 / max(1, self._else[word]) for word in words}
        shares = sum(rare[word] * self._said[word] for word in words) / max(1, len(self._text))
        heads = sum(self._headed[word] > (index in self._heads) for word in long)
        pairs = [p for p in pairwise(self.words[index]) if not small().issuperset(p)]
        return {
            "words of its beginning": 0.0 if part else _share(long, self._lead),
            "words said often in it": log1p(sum(self._about[word] > 1 + part for word in long)),
            "words of its first paragraph": log1p(len(words & self._first) * (not part)),
            "words of the headings": heads / (len(long) or 1),
            "words of its own": log1p(sum(rare[w] for w in words if self._said[w] > part)),
            "share of lines that say its own words": shares / (sum(rare.values()) or 1),
            "pairs of words of the text": sum(self._pairs[p] > part for p in pairs)
            / (len(pairs) or 1),
        }

    def begun_with(self, index: int) -> float:
        """Give the share of the words of the line at `index` with which the text begins."""
        words = told(self.words[index])
        return sum(word in self._begins for word in words) / (len(words) or 1)

    def mentions(self, index: int) -> bool:
        """Whether the text says a word of the line at `index` that tells something."""
        return any(self._said[word] for word in told(self.words[index]))

    def strength(self, index: int) -> float:
        """Give how much a line says of the text, a long one more than a short one."""
        lead = 0.0 if index in self._text else _share(self.long[index], self._lead)
        return (self.share(index) + lead) * log1p(min(MOST_WORDS, len(self.words[index])))

    def share(self, index: int) -> float:
        """Give the share of the long words of the line at `index` that the text says."""
        long, part = self.long[index], index in self._text
        return sum(self._about[word] > part for word in long) / (len(long) or 1)


def may_head(page: Page, index: int) -> bool:
    """Whether a line may be a heading within the text."""
    line = page.full[index]
    return 1 < line.words <= HEADING and not line.prose and not page.found[index]


@remembered
def stems(text: str) -> Sequence[str]:
    """Give the words of a folded text in lower case, without their endings."""
    return [word[:STEM] for word in WORD.findall(text.lower())]


def told(words: Iterable[str]) -> list[str]:
    """Give those of `words` that tell what a line is about."""
    others = small()
    return [word for word in words if len(word) > 1 and word not in others]


def _long(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) > LONG]


def _count(lines: Iterable[Iterable[Any]]) -> Counter[Any]:
    """Give for each word in how many of `lines` it stands, each of which names it once."""
    return Counter(chain.from_iterable(lines))


@cache
def small() -> frozenset[str]:
    """Give the small words of all languages, without their endings."""
    return frozenset(fold(word)[:STEM] for word in function_words())


def _share(long: Counter[str], said: set[str]) -> float:
    return sum(word in said for word in long) / (len(long) or 1)
