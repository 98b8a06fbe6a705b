"""The comments of a LinkedIn page: what follows the post, when the signs are there."""

from __future__ import annotations

from collections.abc import Sequence

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules

NAME = 4  # words of a name, at most


def thread(page: Page, rules: Rules) -> Drops:
    """Give the lines under the post, and the signs above it, when the signs weigh enough."""
    rule = rules.method("linkedin.thread")
    first = next((i for i, line in enumerate(page.full) if line.prose), None)
    if rule is None or first is None:
        return {}
    signals = rules.signals
    signs = [[signals.rules[i] for i in signals.of(line.folded)] for line in page.full]
    after = {r.id: r.settings["weight"] for found in signs[first + 1 :] for r in found}
    if sum(after.values()) < rule.settings["weight"]:
        return {}
    post = page.full[first]
    symbols = sum(ord(c) > 0x2190 and not c.isalnum() for c in post.text)
    whole = post.words >= rule.settings["post_words"] and symbols >= rule.settings["post_symbols"]
    start = first + 1 if whole else next(i for i in range(first + 1, len(signs)) if signs[i])
    names = ", ".join(sorted(name.rpartition(".")[2] for name in after))
    below = f"after the post of a LinkedIn page (signs: {names})"
    above = f"above the post of a LinkedIn page (signs: {names})"
    over = {index for index in range(first) if signs[index]} | set(_writer(page, signs[:first]))
    if page.title in over:  # a post has none
        page.title = None
    return dict.fromkeys(range(start, len(page.full)), (rule, below)) | dict.fromkeys(
        over, (rule, above)
    )


def _writer(page: Page, signs: Sequence[Sequence[Rule]]) -> range:
    """Give what tells of the writer above a post: the name, then who that is, then an age.

    How far the writer is from the reader stands right under the name, if it stands there.
    """
    told = [i for i, found in enumerate(signs) if any(r.settings.get("writer") for r in found)]
    if not told:
        return range(0)
    above = told[0] - 2
    named = above >= 0 and not signs[above] and _is_name(page.full[above])
    return range(max(0, above if named else told[0] - 1), told[-1])


def _is_name(line: Line) -> bool:
    """Whether nothing but a few words with capitals stand in a line."""
    return line.words <= NAME and all(word[:1].isupper() for word in line.text.split())
