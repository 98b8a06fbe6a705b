"""The lines of one list share one fate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from translate.cleaning.boilerplate.judging.by_user import USER
from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.lines import in_groups
from translate.languages import month_numbers

# How an entry begins that needs no mark: a word, a number or both, with its unit, and a colon.
ENTRY = re.compile(r"\s*([^\W\d_]*) ?\d[\d., ]*(€|[$£%]|[^\W\d_]*)[^:]{0,15}(?<=\D): ?[^\s/]")
ENTRIES = 3  # of one kind, at least
NUMBERED = re.compile(r"\s*\[?(\d{1,2})(?:[.)\]]|\ufe0f?\u20e3)\s?")
MARKED = re.compile(r"\s*([-–—•*·▪►‣→✅👉➡✔▸])\s")
CENTURIES = ("1", "2")  # how a year begins
YEAR = re.compile(r"((?:1[5-9]|20)\d\d)\s*[:–—-]?\s+[^\W\d]")
# "A thing: its price", with a name of two words at least.
NAMED = re.compile(r"\s*((?:[^\W_][\w.'’-]*\s)+[^\W_][\w.'’-]*)\s?:\s\S")
SOON = 3  # lines down to the running text of a month
GAP = 6  # lines between two numbers of one list
SHARE = 0.67  # of a list that goes, at least, for all of it to go


def share_fates(page: Page) -> None:
    """Give back the lines of a list of which the lesser part was dropped; else drop the rest."""
    for group in _groups(page):
        gone = [index for index in group if index in page.drops]
        if not gone or len(gone) == len(group):
            continue
        if len(gone) < SHARE * len(group):
            _give_back(page, gone)
        else:
            rule, _ = page.drops[gone[0]]
            page.take(dict.fromkeys(group, (rule, "in a list of which most is boilerplate")))
    for group in (*_entries(page), *_sections(page)):
        gone = [index for index in group if index in page.drops]
        if len(gone) < SHARE * len(group):
            _give_back(page, gone)


def _give_back(page: Page, gone: list[int]) -> None:
    """Give back lines that went, but those that the user wants to go."""
    for index in gone:
        if page.drops[index][0] is not USER:
            del page.drops[index]


def _sections(page: Page) -> Iterator[list[int]]:
    """Give the months soon over running text, and lines that begin with one name and a colon."""
    if not page.drops:
        return
    months: list[int] = []
    named: dict[str, list[int]] = {}
    for index, line in enumerate(page.full):
        if line.words == 1 and line.folded.strip().lower() in month_numbers():
            if any(one.prose for one in page.full[index + 1 : index + 1 + SOON]):
                months.append(index)
        elif not line.prose and not page.found[index] and (match := NAMED.match(line.text)):
            named.setdefault(match[1], []).append(index)
    if len(months) >= ENTRIES:
        yield months
    for group in named.values():
        if ENTRIES <= len({page.full[i].folded for i in group}) == len(group):
            yield group


def _groups(page: Page) -> Iterator[list[int]]:
    """Give the lists: neighbours with one mark, lines whose numbers go on, a life in years."""
    marks = [m[1] if (m := MARKED.match(line.text)) else "" for line in page.full]
    groups = [list(group) for mark, group in groupby(range(len(marks)), marks.__getitem__) if mark]
    found = ((index, NUMBERED.match(line.text)) for index, line in enumerate(page.full))
    numbers = {index: int(match[1]) for index, match in found if match}

    def go_on(before: int, index: int) -> bool:
        return numbers[index] == numbers[before] + 1 and index - before <= GAP

    yield from (group for group in (*groups, *in_groups(numbers, go_on)) if len(group) > 1)
    figures = [i for i, line in enumerate(page.full) if line.text[:1] in CENTURIES]
    dated = ((index, YEAR.match(page.full[index].text)) for index in figures)
    years = {index: int(match[1]) for index, match in dated if match}
    lives = in_groups(years, lambda a, b: b == a + 1 and years[a] <= years[b])
    yield from (group for group in lives if len(group) >= ENTRIES)


def _entries(page: Page) -> Iterator[list[int]]:
    """Give the lists without marks: neighbours with one word before, or one unit behind a number.

    "Pour 10 € : un merci" is one of them, an hour is none.
    """
    if not page.drops:
        return
    found = [ENTRY.match(line.text) if ":" in line.text else None for line in page.full]
    kinds = [match.groups() if match and any(match.groups()) else None for match in found]
    if not any(kinds):
        return
    for kind, group in groupby(range(len(kinds)), kinds.__getitem__):
        if kind and len(entries := list(group)) >= ENTRIES:
            yield entries
