"""The comments of a LinkedIn page: what follows the post, when the signs are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules


def thread(page: Page, rules: Rules) -> Drops:
    """Give the lines under the post, and the signs above it, when the signs weigh enough."""
    rule = rules.method("linkedin.thread")
    first = next((i for i, line in enumerate(page.full) if line.prose), None)
    if rule is None or first is None:
        return {}
    signs = rules.signals(page.full)
    after = weights(signs[first + 1 :])
    if sum(after.values()) < rule.settings["weight"]:
        return {}
    post = page.full[first]
    symbols = sum(ord(c) > 0x2190 and not c.isalnum() for c in post.text)
    whole = post.words >= rule.settings["post_words"] and symbols >= rule.settings["post_symbols"]
    start = first + 1 if whole else next(i for i in range(first + 1, len(signs)) if signs[i])
    if _article(page, signs, start, rule.settings["comment"]):
        return {}
    names = ", ".join(sorted(name.rpartition(".")[2] for name in after))
    below = f"after the post of a LinkedIn page (signs: {names})"
    above = f"above the post of a LinkedIn page (signs: {names})"
    return dict.fromkeys(range(start, len(page.full)), (rule, below)) | {
        index: (rule, above) for index in range(first) if signs[index]
    }


def _article(page: Page, signs: Sequence[Sequence[Rule]], start: int, comment: float) -> bool:
    """Whether more running text than one `comment` has stands from `start` on in one piece.

    Each comment has an age, or the degree of who wrote it.
    """
    prose = 0
    for line, found in zip(page.full[start:], signs[start:], strict=True):
        prose = 0 if any(r.settings["weight"] > 1 for r in found) else prose + line.prose
        if prose > comment:
            return True
    return False


def weights(signs: Iterable[Sequence[Rule]]) -> dict[str, float]:
    """Give the weight of each rule among `signs` by its id: a sign counts once."""
    return {rule.id: rule.settings["weight"] for found in signs for rule in found}
