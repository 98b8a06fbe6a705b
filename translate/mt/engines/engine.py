"""What a translation model must do for us, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.mt.dictionary import Dictionary


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a segment.

    `score` is the mean log-probability of its tokens (0 is best); `complete` is False when the
    model was stopped by the length limit instead of ending by itself.

    >>> Hypothesis("Good morning.", -0.31, True).complete
    True
    """

    text: str
    score: float
    complete: bool


@dataclass(frozen=True, slots=True)
class Search:
    """How the model searches, where not as usual.

    `beam` is the width, 0 for the engine's own; `no_repeat` the length in tokens of the n-grams
    that may not come twice, 0 for none.

    >>> Search().no_repeat
    0
    """

    beam: int = 0
    no_repeat: int = 0


PLAIN = Search()


class Engine(Protocol):
    """A model that translates segments (sentences, or parts of them) of one language pair.

    The English of a segment depends on the segment and the search alone: not on the other
    segments of the call, their order or the number of workers.
    """

    @property
    def source(self) -> str:
        """The language it reads, an ISO 639-1 code."""

    @property
    def target(self) -> str:
        """The language it writes, an ISO 639-1 code."""

    @property
    def signature(self) -> str:
        """Model and settings in one line; changes when the English might."""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Symbols that the model copies from source to target; empty when it knows none."""

    @property
    def terminology(self) -> str:
        """How a term and its translation are told in the source, empty when it cannot be.

        A form with `{source}` and `{target}` to put in the place of the term.
        """

    @property
    def abbreviations(self) -> Mapping[str, Sequence[str]]:
        """Abbreviations that the model does not know: each with its singular and plural."""

    @property
    def dictionary(self) -> Dictionary:
        """Words the model is likely to spell wrong; empty where it has none."""

    @property
    def unsure(self) -> float:
        """The score below which a translation is likely to be wrong; -inf when none is known."""

    @property
    def limit(self) -> int:
        """The most tokens a segment may have."""

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""

    def lacks(self, sign: str) -> bool:
        """Tell whether `sign`, one character, is spelt byte by byte: it is easily lost."""

    def garbles(self, name: str) -> bool:
        """Tell whether a word of `name` is so rare that the model is likely to spell it wrong."""

    def translate_segments(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the hypotheses of each segment, best first, in the order of `segments`.

        There are as many as the beam is wide. Segments sorted by `count` are translated fastest.
        Raises ModelError.
        """


class Pivot:
    """Two engines one after the other, over the language between them.

    Only the best translation into the language between goes on.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self.first, self.second = first, second
        self.source, self.target = first.source, second.target
        self.signature = f"{first.signature} + {second.signature}"
        same = first.placeholders == second.placeholders
        self.placeholders = first.placeholders if same else ()
        self.terminology = ""
        self.abbreviations: Mapping[str, Sequence[str]] = {}
        self.dictionary = Dictionary()
        self.unsure = float("-inf")  # the two scores are added up
        self.limit = first.limit

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""
        return self.first.count(text)

    def lacks(self, sign: str) -> bool:
        """Tell whether one of the two models spells `sign` byte by byte."""
        return self.first.lacks(sign) or self.second.lacks(sign)

    def garbles(self, name: str) -> bool:
        """Tell whether one of the two models is likely to spell `name` wrong."""
        return self.first.garbles(name) or self.second.garbles(name)

    def translate_segments(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the hypotheses of each segment, best first, in the order of `segments`."""
        between = [found[0] for found in self.first.translate_segments(segments)]
        texts = [hypothesis.text for hypothesis in between]
        answers = self.second.translate_segments(texts, search)
        for way, hypotheses in zip(between, answers, strict=True):
            yield [
                Hypothesis(h.text, h.score + way.score, h.complete and way.complete)
                for h in hypotheses
            ]
