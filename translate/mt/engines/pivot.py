"""Two models one after the other, over a language between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.mt.engines.engine import PLAIN, Engine, Hypothesis, ModelCard, Search


class Pivot:
    """Two engines one after the other; only the best translation between goes on."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self.first, self.second = first, second
        self.source, self.target = first.source, second.target
        self.signature = f"{first.signature} + {second.signature}"
        self.limit = first.limit
        one, two = first.card, second.card
        # No limit to be unsure below: the two scores are added up.
        self.card = ModelCard(
            placeholders=one.placeholders if one.placeholders == two.placeholders else (),
            rare_name_tokens=one.rare_name_tokens,
            lacks=lambda sign: one.lacks(sign) or two.lacks(sign),
        )

    def count(self, text: str) -> int:
        """Give the number of tokens of `text`."""
        return self.first.count(text)

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        """Give the hypotheses of each segment, best first, in the order of `segments`."""
        between = [found[0] for found in self.first.translate(segments)]
        texts = [hypothesis.text for hypothesis in between]
        answers = self.second.translate(texts, search)
        for way, hypotheses in zip(between, answers, strict=True):
            yield [
                Hypothesis(h.text, added(h.score, way.score), h.complete and way.complete)
                for h in hypotheses
            ]


def added(one: float | None, other: float | None) -> float | None:
    """Give the sum of two scores, None where one is not known.

    >>> added(-0.5, -0.25), added(-0.5, None)
    (-0.75, None)
    """
    return None if one is None or other is None else one + other
