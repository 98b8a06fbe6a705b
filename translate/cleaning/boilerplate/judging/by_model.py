"""The line model: what rules cannot tell, weighed from the shape, words and place of lines."""

from __future__ import annotations

from collections.abc import Sequence

from translate.cleaning.boilerplate import trees
from translate.cleaning.boilerplate.features import features
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

TITLE_REACH = 12  # lines before the main block in which a title may stand
TITLE_WORDS = 30
TITLE_SHARE = 0.5  # of its longer words must come again in the main block


def by_model(page: Page, rules: Rules) -> Drops:
    """Give the lines that the model takes for chrome, where rules have found some.

    The settings of its rule are the chances from which a line goes: "inside" and "outside" the
    main block, "…_short" for lines of fewer than "short_words" words.
    """
    rule = rules.method(f"structure.model.{rules.config.profile}")
    if rule is None or len(page.drops) < rule.settings["least"]:
        return {}
    limits = rule.settings
    names = trees.load()[0]
    gone = [index in page.drops for index in range(len(page.full))]
    rows = features(page.full, page.found, gone)
    title = _title(rows, gone)
    drops: Drops = {}
    for index, row in enumerate(rows):
        if gone[index] or index == title:
            continue
        chance, added = trees.score([row[name] for name in names])
        where = "inside" if row["in the main block"] else "outside"
        short = "_short" if row["words"] < limits["short_words"] else ""
        if chance >= limits[where + short]:
            most = sorted(added, key=lambda f: -added[f])[:3]
            told = ", ".join(f"{names[f]} {row[names[f]]:.3g}" for f in most)
            drops[index] = (rule, f"line model {chance:.0%}: {told}")
    return drops


def _title(rows: Sequence[dict[str, float]], gone: Sequence[bool]) -> int | None:
    """Give the index of the title: near before the main block, made of its words, or the nearest.

    A title stands alone among chrome, so the model would take it for a menu word.
    """
    title, most = None, 0.0
    for index, row in enumerate(rows):
        before = -TITLE_REACH <= row["lines from the main block"] < 0
        if before and not gone[index] and row["rules"] == 0 and 4 <= row["words"] <= TITLE_WORDS:
            share = row["words of the main block"]
            if share >= most or most < TITLE_SHARE:
                title, most = index, share
    return title
