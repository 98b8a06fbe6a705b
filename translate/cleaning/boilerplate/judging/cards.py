"""Cards of other articles: a title, a line about it, and a label that comes back on each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.rules import Rules

MARKERS = ("next", "list")  # scopes of rules that know what stands over such cards
LABELS = ("date", "byline", "count", "more")  # kinds of lines that a card has


def cards(page: Page, rules: Rules) -> Drops:
    """Give the cards under a marker, and those that end with "read more", if text stands before.

    Each is so many lines at most ("card"), of which one is running text; there are "least" of them.
    """
    rule = rules.method("structure.cards")
    if rule is None:
        return {}
    reach, least = int(rule.settings["card"]), int(rule.settings["least"])
    drops: Drops = {}
    more = [i for i in range(len(page.full)) if _has(page, i, ("more",))]
    marked = [i for i in range(len(page.full)) if _marks(page, i)]
    for run in (*_runs(page, more, reach), *(_under(page, i, reach) for i in marked)):
        first, last = run[0], run[-1]
        if len(run) > least and _text(page, range(first)) > _text(page, range(first, last)):
            why = f"{rule.about}: {len(run) - 1} of them, one after another"
            drops |= dict.fromkeys(range(first, last + 1), (rule, why))
    return drops


def _under(page: Page, marker: int, reach: int) -> list[int]:
    """Give the marker, and where each card under it ends."""
    labels = [i for i in range(marker + 1, len(page.full)) if _has(page, i, LABELS)]
    run = _runs(page, [marker, *labels], reach)[0]
    if len(run) > 1 and run[1] == marker + 1 and run[-1] < len(page.full) - 1:
        run[-1] = _end(page, run[-1])  # the label opens a card: its text stands below
    return run


def _end(page: Page, label: int) -> int:
    """Give the last line of a card that the label opens: its title, and one line about it."""
    after = label + 1
    if after + 1 < len(page.full) and page.full[after + 1].prose and not page.full[after].prose:
        return after + 1
    return after if page.is_title(after) else label


def _runs(page: Page, places: Sequence[int], reach: int) -> list[list[int]]:
    """Give `places` in groups with a card between each two: few lines, one of them running text."""
    runs: list[list[int]] = [[places[0]]] if places else []
    for before, index in pairwise(places):
        told = sum(page.full[i].prose for i in range(before + 1, index))
        if index - before <= reach and told <= 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _marks(page: Page, index: int) -> bool:
    return any(r.scope in MARKERS and page.is_bare(index, r) for r in page.found[index])


def _has(page: Page, index: int, kinds: Sequence[str]) -> bool:
    return any(rule.kind in kinds for rule in page.found[index])


def _text(page: Page, lines: range) -> int:
    return sum(len(page.full[i].text) for i in lines if page.full[i].prose)
