"""What a translation model must do for us, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from translate.mt.words.dictionary import Dictionary


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a segment.

    `score` is the mean log-probability of its tokens (0 is best), None where the model gives none;
    `complete` is False when the
    model was stopped by the length limit instead of ending by itself; `tokens` is the text as the
    model wrote it, empty where it is not known.

    >>> Hypothesis("Good morning.", -0.31, True).complete
    True
    """

    text: str
    score: float | None
    complete: bool
    tokens: tuple[str, ...] = ()


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

# Words of a translation, each with its log-probability.
Weighed = list[tuple[str, float]]
# Gives, for segments and a hypothesis of each that has its tokens, the words of the latter.
Weigh = Callable[[Sequence[str], Sequence[Hypothesis]], Iterator[Weighed]]


def nothing(_: str) -> bool:
    """Tell that a sign is not lacking."""
    return False


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is peculiar to a model; by default it is a plain one of which nothing is known.

    `placeholders` are symbols that it copies from source to target. `terminology` is how a term
    and its translation are told in the source, a form with `{source}` and `{target}` to put in the
    place of the term, empty when it cannot be. `abbreviations` are those it does not know, each
    with its singular and plural. `dictionary` holds words that it is likely to spell wrong.
    Translations that score below `unsure` are likely to be wrong. A name with a word of
    `rare_name_tokens` tokens or more is likely to be garbled; 0: none is. `lacks` tells of a sign,
    one character, whether it is spelt byte by byte: it is easily lost. `weigh` tells how likely
    each word of a translation is; None where the model does not tell it.

    >>> ModelCard(placeholders=("⟦0⟧",)).lacks("€")
    False
    """

    placeholders: tuple[str, ...] = ()
    terminology: str = ""
    abbreviations: Mapping[str, Sequence[str]] = field(default_factory=dict)
    dictionary: Dictionary = field(default_factory=Dictionary)
    unsure: float = float("-inf")
    rare_name_tokens: int = 0
    lacks: Callable[[str], bool] = nothing
    weigh: Weigh | None = None


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
    def card(self) -> ModelCard:
        """What is peculiar to the model."""

    @property
    def limit(self) -> int:
        """The most tokens a segment may have."""

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the hypotheses of each segment, best first, in the order of `segments`.

        There is one at least. Segments sorted by `count` are translated fastest.
        Raises ModelError.
        """
