"""Days that a text tells of: those of a programme, and those that head the entries of a diary.

Such a line looks like the date of the page or of a comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.lines import Line, in_groups
from translate.languages import known, month_numbers
from translate.languages.words import fold_word

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

# How many lines in a row that begin with their day, each later than the one before, make a
# programme; lines between two of them.
DAYS, APART = 3, 2
MONTH = 31  # days, at most
HALF_YEAR = 6 * MONTH  # a day is later than another if it comes within so many
# In so many letters the day stands; a word or number; letters of a word that says something.
BEGINS, DAY_WORD, SAYS = 24, re.compile(r"[^\W_]+"), 3
NUMBER = re.compile(r"\d")
DAY_WORDS = 8  # of a line that is its day, at most
BROKEN = ("...", "…", ":")  # how a title that is cut short ends, and what leads to a list
SENTENCE = 3  # words, at least, of a sentence under a day
YEAR = re.compile(r"\d{4}")
HOUR = re.compile(r"\b\d{1,2} ?[:h.] ?\d\d\b")
IN_FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\s*$")  # "04/03/2024"


class Day(NamedTuple):
    """A day by its year (0 where none is told), and its number in a year of long months."""

    year: int
    number: int

    def before(self, other: Day) -> bool:
        """Whether `other` is later; without years, within half a year."""
        if self.year and other.year:
            return self < other
        return 0 < (other.number - self.number) % (12 * MONTH) < HALF_YEAR


def dated(page: Page) -> set[int]:
    """Give what a programme names for its days: of news the latest stands first."""
    days = {i: day for i, line in enumerate(page.full) if (day := begins_on(line)) is not None}

    def go_on(before: int, index: int) -> bool:
        later = Day(0, days[before]).before(Day(0, days[index]))
        return later and index - before <= APART + 1

    runs = in_groups(days, go_on)
    return {i for run in runs if len(run) >= DAYS or _at_hours(page, run) for i in run}


def _at_hours(page: Page, run: list[int]) -> bool:
    """Whether two days right under each other have an hour and no year: something is on then."""
    texts = [page.full[i].folded for i in run]
    close = len(run) > 1 and run[-1] - run[0] == len(run) - 1
    return close and all(HOUR.search(text) and not YEAR.search(text) for text in texts)


def begins_on(line: Line) -> int | None:
    """Give the day of a year with which a line begins that says more, counted in long months.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [begins_on(split(one)[0]) for one in ("Sam. 2 mars - Lyon", "March 2: Lyon", "2 mars")]
    [95, 95, None]
    """
    if not NUMBER.search(line.folded, 0, BEGINS):
        return None
    words = DAY_WORD.findall(line.folded.lower())
    at = bool(words) and words[0] in day_names()
    day, month = words[at : at + 2] if len(words) > at + 2 else ("", "")
    if not day[:1].isdigit():
        day, month = month, day
    number = re.match(r"\d{1,2}(?!\d)", day)
    if not any(word.isalpha() and len(word) >= SAYS for word in words[at + 2 :]):
        return None
    months = month_numbers()
    return MONTH * months[month] + int(number[0]) if number and month in months else None


def diary(page: Page) -> set[int]:
    """Give the days between sentences, and the one over which such a text begins.

    It is earlier than the next, or later as that is than the one after it: the latest stands first.
    The day of a page stands over its text, over what a reader wrote stands his name.
    """
    days, within = _between(page.full, lambda i: page.full[i].prose or not page.found[i])
    above = [i for i in days if within and i < within[0]][-1:]
    return {*within, *(i for i in above if _opens(page, i, [days[n] for n in (i, *within)]))}


def _opens(page: Page, index: int, days: Sequence[Day]) -> bool:
    """Whether the first of `days` in a row, that of the line at `index`, is one of an entry.

    Where the latest stands first it may be that of the page: that has its year, and no other line
    above tells when the page is from.
    """
    first, second, *others = days
    if first.before(second):
        return True
    falls = second.before(first) and bool(others) and others[0].before(second)
    told = not first.year or any("date" in page.kinds(i) for i in range(index))
    return falls and told and bool(first.year) == bool(second.year)


def entries(lines: Sequence[Line]) -> set[int]:
    r"""Give the days of a diary or a chronology in the `lines` that stay of a text.

    They stand over sentences, one of them between two; or several lines begin with theirs.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> sorted(entries(split("3 mars 2024\nLe pont est fermé.\n7 juin 2024\nIl est rouvert.")))
    [0, 2]
    """
    days, within = _between(lines, lambda _: True)
    listed = [i for i, line in enumerate(lines) if begins_on(line) is not None]
    return {*(days if within else ()), *(listed if len(listed) > 1 else ())}


def _between(
    lines: Sequence[Line], tells: Callable[[int], bool]
) -> tuple[dict[int, Day], list[int]]:
    """Give the days over sentences, and those of them under one.

    Of a sentence that is no running text it is asked whether it `tells`; there two days at least
    stand so, for under a few words that introduce a text stands the day of the page.
    """

    def said(index: int) -> bool:
        line = lines[index]
        short = line.words >= SENTENCE and not line.text.rstrip().endswith(BROKEN)
        return line.prose or (short and ended(line.text) and tells(index))

    short = [i for i, line in enumerate(lines[:-1]) if line.words <= DAY_WORDS]
    days = {i: day for i in short if (day := day_of(lines[i])) and said(i + 1)}
    above = (i for i in days if i and said(i - 1))
    return days, [i for i in above if len(days) > 1 or lines[i - 1].prose]


def day_of(line: Line) -> Day | None:
    """Give the day that a line is and no more, or the month of a year.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> day_of(split("Mardi 4 mars 2024")[0]), day_of(split("March 4")[0])
    (Day(year=2024, number=97), Day(year=0, number=97))
    >>> day_of(split("04/03/2024")[0])
    Day(year=2024, number=97)
    >>> [day_of(split(one)[0]) for one in ("Lyon, 4 mars", "4 mars 5 avril", "Page 4")]
    [None, None, None]
    """
    if not NUMBER.search(line.folded, 0, BEGINS):
        return None
    if figures := IN_FIGURES.match(line.folded):
        day, month, year = map(int, figures.groups())
        return Day(year, MONTH * month + day)
    words = [w for w in DAY_WORD.findall(line.folded.lower()) if w not in day_names()]
    months = [month_numbers()[word] for word in words if word in month_numbers()]
    years = [int(word) for word in words if YEAR.fullmatch(word)]
    numbers = [m for word in words if (m := re.fullmatch(r"(\d{1,2})[^\W\d]{0,2}", word))]
    small = [word for word in words if word.isalpha() and len(word) < SAYS]
    whole = len(months) + len(years) + len(numbers) + len(small) == len(words)
    one = len(months) == 1 and max(len(years), len(numbers)) == 1
    if not (whole and one):
        return None
    number = int(numbers[0][1]) if numbers else 0
    return Day(years[0] if years else 0, MONTH * months[0] + number)


@cache
def day_names() -> frozenset[str]:
    """Give the folded names of the days of a week, whole, their parts, and three letters."""
    names = {fold_word(name) for one in known() for name in one.lists.get("day", ())}
    return frozenset(part for n in names for part in (n, *n.split("-"), n[:3]))
