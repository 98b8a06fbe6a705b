"""What translation asks of a glossary: which names a sentence holds and whether they survived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from translate.document import Edit

Gender = Literal["woman", "man", "thing", ""]
GENDERS: tuple[Gender, ...] = ("woman", "man")


@dataclass(frozen=True, slots=True)
class Term:
    """A name in a source sentence: `surface` stands there, `target` must stand in the English.

    `name_id` is the name's entry in the glossary (its canonical spelling), `forbidden` what must
    not stand for it. A term of the field, rather than a name, has the singular and the plural of
    its English as `forms`; it may stand in either, with the capitals that its place asks for.

    >>> Term("cadres", "executives", "cadre", ("executive", "executives")).noun
    True
    """

    surface: str
    target: str
    name_id: str
    forms: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def noun(self) -> bool:
        """Whether it is a common noun."""
        return bool(self.forms)

    @property
    def accepted(self) -> tuple[str, ...]:
        """What may stand for it in the English.

        >>> Term("Ada", "Ada", "Ada").accepted
        ('Ada',)
        """
        return tuple(dict.fromkeys((self.target, *self.forms)))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named in a sentence, from `start` to `end`, by the full name if it is known.

    `gender` is "" where the text does not tell it; a thing may have a name too.
    """

    start: int
    end: int
    name: str
    gender: Gender


class Terms:
    """A glossary as translation sees it; this one knows no names, others override what they know.

    Every method is deterministic and keeps no state.

    >>> Terms().required("Mira Murati est partie."), Terms().polish("", "As it is.", [])
    ([], 'As it is.')
    """

    @property
    def signature(self) -> str:
        """A short text that changes when the glossary does; empty for no names."""
        return ""

    def prepare(self, text: str) -> list[Edit]:
        """Give the edits that spell every known name in `text` (one sentence) canonically."""
        return []

    def places(self, source: str) -> list[tuple[int, int]]:
        """Give the places, start and end, of the names of the glossary, in any spelling."""
        return []

    def altered(self, source: str) -> list[tuple[int, int]]:
        """Give those of the `places` whose names do not stand in the English as they stand here."""
        return []

    def unlisted(self, source: str, language: str) -> list[tuple[int, int]]:
        """Give the places, start and end, of names that are spelt alike in both languages.

        They are in order, none touches another, and none of the glossary has another spelling.
        """
        return []

    def truecase(self, text: str, language: str) -> str:
        """Give `text`, a sentence in lower case, with capitals for names; the length stays."""
        return text

    def glosses(self) -> Mapping[str, str | None]:
        """Give what is said of a name at its first place, by its English; None: nothing ever."""
        return {}

    def people(self, sentences: Sequence[str], language: str) -> list[list[Named]]:
        """Give for each of `sentences`, those of a whole text, who is named in it."""
        return [[] for _ in sentences]

    def required(self, source: str) -> list[Term]:
        """Give the names in `source`, a prepared sentence, in order, repetitions included."""
        return []

    def missing(self, english: str, required: Sequence[Term]) -> list[Term]:
        """Give those of `required` that `english` does not hold as often as it must."""
        return []

    def surplus(self, english: str, required: Sequence[Term]) -> int:
        """Give how many names stand in `english` beyond those of `required`."""
        return 0

    def polish(self, source: str, english: str, required: Sequence[Term]) -> str:
        """Give `english` with respelt names set right and no known variant left."""
        return english


def whole_words(spellings: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of any of `spellings` as whole words, in any case, the longest first.

    >>> whole_words(["executive", "executives"]).findall("Executives, executive")
    ['Executives', 'executive']
    """
    known = sorted(set(spellings), key=lambda s: (-len(s), s))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)


def forbidden_in(english: str, required: Sequence[Term]) -> Iterator[tuple[Term, re.Match[str]]]:
    """Give what stands in `english` and must not stand for a term of `required`, with the term.

    What is part of the right English of one of them is not meant.

    >>> term = Term("cadre", "executive", "cadre", ("executive", "executives"), ("frame", "frames"))
    >>> [match[0] for _, match in forbidden_in("The frame of an executive", [term])]
    ['frame']
    """
    banned = {term.name_id: term for term in required if term.forbidden}
    if not banned:
        return
    right = whole_words(s for t in required for s in t.accepted)
    taken = [match.span() for match in right.finditer(english)]
    for term in banned.values():
        for match in whole_words(term.forbidden).finditer(english):
            if not any(a <= match.start() and match.end() <= b for a, b in taken):
                yield term, match
