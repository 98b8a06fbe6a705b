"""The line model: what rules cannot tell, weighed from the shape, words and place of lines."""

from __future__ import annotations

from translate.cleaning.boilerplate import trees
from translate.cleaning.boilerplate.features import features
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

TOLD = 0.0  # log-odds: what reads as a statement must be surer


def by_model(page: Page, rules: Rules) -> Drops:
    """Give the lines that the model takes for chrome, where rules have found some.

    The settings of its rule are the chances from which a line goes: "inside" and "outside" the
    main block, "…_short" for lines of fewer than "short_words" words.
    """
    rule = rules.method(f"structure.model.{rules.profile}")
    if rule is None or len(page.drops) < rule.settings["least"]:
        return {}
    limits = rule.settings
    if not any(line.prose and i not in page.drops for i, line in enumerate(page.full)):
        return {}  # a text of short lines: they say nothing about each other
    names = trees.load()[0]
    gone = [index in page.drops for index in range(len(page.full))]
    rows = features(page.full, page.found, gone, [page.call(i) for i in range(len(gone))])
    drops: Drops = {}
    for index, row in enumerate(rows):
        if gone[index] or page.spared(index) or rules.spares(page.full[index]):
            continue
        chance, added = trees.score([row[name] for name in names])
        where = "inside" if row["in the main block"] else "outside"
        short = "_short" if row["words"] < limits["short_words"] else ""
        if chance >= limits[where + short] + limits["told"] * (row["wording"] < TOLD):
            most = sorted(added, key=lambda f: -added[f])[:3]
            told = ", ".join(f"{names[f]} {row[names[f]]:.3g}" for f in most)
            drops[index] = (rule, f"line model {chance:.0%}: {told}")
    return drops
