"""Who writes a post on a network of professionals: the lines above it."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.thread import weights
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.rules import Rules

NAME = 4  # words of a name, at most
CARD = 8  # lines between two signs of who writes a post, at most


def writer(page: Page, rules: Rules) -> Drops:
    """Give the name above a post, who that is, and its age, when the signs weigh enough.

    How far the writer is from the reader stands right under the name, if it stands there. A post
    has no title.
    """
    rule = rules.method("linkedin.writer")
    first = next((i for i, line in enumerate(page.full) if line.prose), None)
    if rule is None or first is None:
        return {}
    signs = rules.signals(page.full)
    if sum(weights(signs).values()) < rule.settings["weight"]:
        return {}
    told = [i for i in range(first) if any(r.settings.get("writer") for r in signs[i])]
    told = [i for i in told if told[-1] - i <= CARD]
    if not any(rule.settings["weight"] > 1 for i in told for rule in signs[i]):
        return {}
    above = told[0] - 2
    named = above >= 0 and not signs[above] and _is_name(page.full[above])
    card = range(max(0, above if named else told[0] - 1), told[-1] + 1)
    if page.title in card:
        page.title = None
    return {index: (rule, page.about(index, rule)) for index in card}


def _is_name(line: Line) -> bool:
    """Whether nothing but a few words with capitals stand in a line."""
    return line.words <= NAME and all(word[:1].isupper() for word in line.text.split())
