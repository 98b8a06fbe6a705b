"""What translation asks of a glossary: which names a sentence holds and whether they survived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.document import Edit


@dataclass(frozen=True, slots=True)
class Term:
    """A name in a source sentence: `surface` stands there, `target` must stand in the English.

    `name_id` is the name's entry in the glossary (its canonical spelling). A `noun` is a term of
    the field rather than a name: it has the capitals that its place asks for.

    >>> Term("Nations unies", "United Nations", "Nations unies").target
    'United Nations'
    """

    surface: str
    target: str
    name_id: str
    noun: bool = False


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

    def unlisted(self, source: str, language: str) -> list[tuple[int, int]]:
        """Give the places, start and end, of names that are not in the glossary.

        They are those that are spelt alike in both languages, in order, none touching another.
        """
        return []

    def truecase(self, text: str, language: str) -> str:
        """Give `text`, a sentence in lower case, with capitals for names; the length stays."""
        return text

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
