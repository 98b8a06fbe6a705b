"""Who writes a post on a network of professionals: the lines above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.thread import weights
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules
from translate.languages import all_first_names
from translate.languages.words import fold

NAME = 4  # words of a name, at most
# How a network writes the age of a post, in a letter or short ("3 h", "1 wk."), and behind a name
# how one is called: "(she/her)".
AGE = re.compile(r"\s*\d{1,2} ?(?:[^\W\d_]|[^\W\d_]{2,3}\.)(?: ?[•·].*)?\s*$")
CALLED = re.compile(r" \([^\W\d_]+(?:/[^\W\d_]+){0,2}\)\s*$")
CARD = 8  # lines between two signs of who writes a post, at most


def writer(page: Page, rules: Rules) -> Drops:
    """Give the name above a post, who that is, and its age, when the signs weigh enough.

    How far the writer is from the reader stands right under the name, if it stands there. Where
    only the age of the post tells, a known first name stands over what the writer is, and that over
    the age. A post has no title.
    """
    rule = rules.method("linkedin.writer")
    first = next((i for i, line in enumerate(page.full) if line.prose), None)
    if rule is None or first is None:
        return {}
    signs = rules.signals(page.full)
    if sum(weights(signs).values()) < rule.settings["weight"]:
        return _bare(page, first, signs, rule)
    told = [i for i in range(first) if any(r.settings.get("writer") for r in signs[i])]
    told = [i for i in told if told[-1] - i <= CARD]
    if not any(rule.settings["weight"] > 1 for i in told for rule in signs[i]):
        return {}
    above = told[0] - 2
    named = above >= 0 and not signs[above] and _is_name(page.full[above])
    start = max(0, above if named else told[0] - 1)
    name = page.full[start]
    while start and _is_name(name) and page.full[start - 1].folded.endswith(name.folded):
        start -= 1  # "Profile of Ada Lovelace"
    return _card(page, range(start, told[-1] + 1), rule)


def _bare(page: Page, first: int, signs: Sequence[Sequence[Rule]], rule: Rule) -> Drops:
    """Give the name, what the writer is and the age of a post, in the lines above its first text.

    `signs` are those of each line.
    """
    aged = (i for i in range(2, min(first, CARD)) if AGE.match(page.full[i].text))
    ages = [i for i in aged if any(one.settings.get("writer") for one in signs[i])]
    if len(ages) != 1:
        return {}
    card = range(ages[0] - 2, ages[0] + 1)
    writes, name = page.full[card[1]].text.rstrip(), CALLED.sub("", page.full[card[0]].text)
    words = name.split()
    known = 1 < len(words) <= NAME and all(word[:1].isupper() for word in words)
    known = known and fold(words[0]).lower() in all_first_names()
    said = page.full[card[1]].prose or (ended(writes) and not writes.endswith("!"))
    return _card(page, card, rule) if known and not said else {}


def _card(page: Page, card: range, rule: Rule) -> Drops:
    if page.title in card:
        page.title = None
    return {index: (rule, page.about(index, rule)) for index in card}


def _is_name(line: Line) -> bool:
    """Whether nothing but a few words with capitals stand in a line."""
    return line.words <= NAME and all(word[:1].isupper() for word in line.text.split())
