"""Cards of other articles: a title, a line about it, and a label that comes back on each."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import in_groups
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
    more = _runs(page, _having(page, ("more",)), reach)
    found = [(run[0], run[-1], len(run) - 1) for run in more] + list(_under(page, reach))
    drops: Drops = {}
    done = 0
    for first, last, count in sorted(found):
        if count >= least and page.running[first] > page.running[last] - page.running[first]:
            why = f"{rule.about}: {count} of them, one after another"
            drops |= dict.fromkeys(range(max(first, done), last + 1), (rule, why))
            done = max(done, last + 1)
    return drops


def _under(page: Page, reach: int) -> Iterator[tuple[int, int, int]]:
    """Give each marker with cards under it, the last line of these, and how many they are."""
    known = _having(page, LABELS)
    markers = [i for i in page.known if _marks(page, i)]
    labels = [a for a, b in pairwise((*known, len(page.full) + 1)) if b > a + 1]  # one of each card
    behind = {  # each label: the last of its run, and how many there are from it on
        label: (run[-1], len(run) - at)
        for run in _apart(page, _runs(page, labels, reach), markers)
        for at, label in enumerate(run)
    }
    opening = set(known)
    for marker in markers:
        at = bisect(labels, marker)
        if at == len(labels) or not _is_card(page, marker, label := labels[at], reach):
            continue
        last, count = behind[label]
        if marker + 1 in opening and last < len(page.full) - 1:
            told = count <= 1 or any(page.full[i].prose for i in range(label, last))
            last = _end(page, last, told)  # the label opens a card: its text stands below
        yield marker, last, count


def _apart(
    page: Page, runs: Sequence[Sequence[int]], markers: Sequence[int]
) -> Iterator[Sequence[int]]:
    """Give `runs` of labels, parted where a statement and then the next of `markers` stand."""

    def near(before: int, label: int) -> bool:
        at = bisect(markers, before)
        over = at < len(markers) and markers[at] < label
        between = range(before + 1, markers[at] if over else 0)
        return not any(page.runs(i) and page.full[i].text.rstrip().endswith(".") for i in between)

    for run in runs:
        yield from in_groups(run, near)


def _end(page: Page, label: int, told: bool) -> int:
    """Give the last line of a card that the label opens: its title, and one line about it.

    That it has where cards above have one, or no other stands above: else the text goes on.
    """
    after = label + 1
    below = page.full[after + 1 : after + 2]
    if told and below and below[0].prose and not page.full[after].prose:
        return after + 1
    return after if page.is_title(after) else label


def _runs(page: Page, places: Sequence[int], reach: int) -> list[list[int]]:
    """Give `places` in groups with a card between each two."""
    return in_groups(places, lambda before, index: _is_card(page, before, index, reach))


def _is_card(page: Page, before: int, index: int, reach: int) -> bool:
    """Whether few lines stand between the two, one of them running text at most."""
    near = index - before <= reach
    return near and sum(page.full[i].prose for i in range(before + 1, index)) <= 1


def _marks(page: Page, index: int) -> bool:
    return any(r.scope in MARKERS and page.is_bare(index, r) for r in page.found[index])


def _having(page: Page, kinds: Sequence[str]) -> list[int]:
    """Give the indices of the lines that a rule of one of `kinds` knows."""
    return [i for i in page.known if any(rule.kind in kinds for rule in page.found[i])]
