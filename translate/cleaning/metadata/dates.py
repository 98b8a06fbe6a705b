"""Dates in the lines of a page: those of publication before those of a change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from translate.facts import Date
from translate.languages import month_numbers
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD, fold

YEAR = r"(?:19|20)\d\d"
OLD = 69  # years of two digits from here on are those of the century before, as POSIX reads them
CLOSE = 12  # characters from the start of one date in which no other begins
# What stands before the day of publication, of a change, and the last of several days.
ISSUED = r"\b(?:{issued})\W*(?:{on})?\W*$"
UPDATED = r"\b(?:{updated})\W*(?:{on})?\W*$"
UNTIL = r"\d\d?(?: [^\W\d]+)?\W*(?:{until})?\W*$"
# What tells that a day is none of the text's: when a member came or somebody was born, how long
# something lasts, and two hours behind it.
JOINED = r"\b(?:{joined}|{born})\W*(?:{on})?\W*$"
MEET = r"(?:\b(?:{meet})\b|📍)"  # the day of an event
LASTS = r"\d(?: [^\W\d]+){0,2}(?: (?:19|20)\d\d)? (?:{until}) (?:[^\W\d]+\.? )?$"
BETWEEN = r" (?:{until}) (?:[^\W\d]+\.? )?$"  # the first and the last day of what lasts
HOURS = re.compile(r",?\D{0,6}\d\d? ?[h:.] ?(?:\d\d)?[^\d:]{1,8}\d\d? ?[h:.]")
BEFORE = 40  # characters before a date that tell what it is the day of
OTHERS = 6  # words beside its dates that the line of a day may have, else it is a caption
# A paragraph begins with a place of so many words, the day and a break.
DATELINE, PLACE_WORDS = 60, 5
DIGITS = re.compile(r"\d\d")  # every date has them; found fast
BREAK = re.compile(r",?(?: \([^()]{2,20}\))? ?[–—]| -{1,2} ")
# How sure a date is that of the text, the surest first.
PUBLISHED, ALONE, CHANGED, TOLD = range(4)


def dates(lines: Iterable[str]) -> list[Date]:
    """Give the dates in `lines`, those of publication before those of a change; a day may lack.

    A numeric date is read day first, unless only month first makes sense.

    >>> [date.iso for date in dates(["Mis à jour le 3/5/2024", "Publié le 2 nov. 2023 à 16:00"])]
    ['2023-11-02', '2024-05-03']
    """
    return [found for _, found in weighed(lines)]


def weighed(lines: Iterable[str]) -> list[tuple[int, Date]]:
    """Give the dates in `lines` as `dates` does, each with how sure it is that of the text.

    0 is surest: the word for it stands there. A day in a sentence is least sure, as is the last
    of several. When somebody was born or became a member, how long something lasts and when an
    event begins and ends is told of other days.

    >>> [sure for sure, _ in weighed(["3 mai 2021", "3, 5 mai 2021", "Paru le 4 mai 2021"])]
    [0, 1, 3]
    >>> weighed(["Du 3 au 5 mai 2021", "Inscription : 3 mai 2021", "3 mai 2021, de 9 h à 17 h"])
    []
    >>> weighed(["📍 Nantes, 3 mai 2021", "Save the date: May 3, 2021"])
    []
    >>> weighed(["Née le 4 février 1961 à Tourcoing", "Born on May 3, 1961"])
    []
    """
    found = [pair for line in lines for pair in _dates(line)]
    return sorted(found, key=lambda pair: pair[0])


def dateline(text: str) -> Date | None:
    """Give the day of the text that a paragraph begins with: behind a place, before a dash.

    >>> dateline("Nantes, le 3 mai 2021 – Le pont rouvre.").iso
    '2021-05-03'
    >>> dateline("Le 3 mai 2021, le pont a rouvert.")
    """
    for _, one in _dates(text[:DATELINE]):
        before, _, after = text.partition(one.found)
        place = len(WORD.findall(before)) <= PLACE_WORDS and before[:1].isupper()
        if place and BREAK.match(after) and "," in before + after[:1]:
            return one
    return None


def _dates(text: str) -> list[tuple[int, Date]]:
    """Give the dates of `text`, in order, each with how sure it is."""
    if not DIGITS.search(text):
        return []
    folded = fold(text).lower()
    found: dict[int, Date] = {}
    for form in _forms():
        for match in form.finditer(folded):
            iso = _iso(**match.groupdict())
            start = match.start()
            if iso and found.keys().isdisjoint(range(start - CLOSE + 1, start + 1)):
                found[start] = Date(text[slice(*match.span())], iso)
    sure = {start: _sure(folded[max(0, start - BEFORE) : start]) for start in sorted(found)}
    meet = in_all_languages(MEET)
    for start in [start for start in sure if meet.search(folded, max(0, start - BEFORE), start)]:
        del sure[start]  # "the date" is one of the words for it
    for start in [start for start in sure if sure[start] in (ALONE, TOLD)]:
        end = start + len(found[start].found)
        between = (folded[end:later] for later in sure if later > end)
        if _of_others(folded[max(0, start - BEFORE) : start], folded[end:], between):
            del sure[start]
    others = len(WORD.findall(text)) - sum(len(WORD.findall(one.found)) for one in found.values())
    if others > OTHERS and set(sure.values()) == {ALONE}:
        sure = dict.fromkeys(sure, TOLD)
    return [(sure[start], found[start]) for start in sure]


def _sure(before: str) -> int:
    """Give how sure a date is by what stands `before` it."""
    for sure, words in ((CHANGED, UPDATED), (PUBLISHED, ISSUED), (TOLD, UNTIL)):
        if in_all_languages(words).search(before):
            return sure
    return ALONE


def _of_others(before: str, after: str, between: Iterable[str]) -> bool:
    """Whether what stands `before` and `after` a day tells that it is of something else.

    `between` is what parts it from each later day.
    """
    told = any(in_all_languages(words).search(before) for words in (JOINED, LASTS))
    return told or bool(HOURS.match(after)) or any(map(in_all_languages(BETWEEN).match, between))


def _iso(y: str, m: str, d: str | None = None) -> str:
    """Give year, month and day as ISO 8601, or nothing when there is no such day."""
    month = int(m) if m.isdigit() else month_numbers()[m]
    day = int(d) if d else 0
    if month > 12 >= day > 0:
        month, day = day, month
    year = y if len(y) > 2 else f"{19 if int(y) >= OLD else 20}{y}"
    try:
        date(int(year), month, day or 1)
    except ValueError:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


@cache
def _forms() -> list[re.Pattern[str]]:
    """Give the patterns of dates, the surest first; groups are named y, m, d."""
    month = "(?P<m>" + "|".join(sorted(month_numbers(), key=len, reverse=True)) + r")\b\.?"
    ordinal = in_all_languages("(?:{ordinal})").pattern
    of = in_all_languages("(?:(?:{of}) ?(?:(?<= )|(?<=')))?").pattern
    return [
        re.compile(rf"(?<![\d-])(?P<y>{YEAR})[-/.](?P<m>\d\d?)(?:[-/.](?P<d>\d\d?))?(?![\d-])"),
        re.compile(
            rf"(?<![\d.,/])(?P<d>\d\d?)(?:{ordinal}|\.)?[ -]{of}{month},?[ -]{of}(?P<y>{YEAR})"
        ),
        re.compile(rf"\b{month} (?P<d>\d\d?)(?:{ordinal})?,? (?P<y>{YEAR})"),
        re.compile(rf"(?<!\d)(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>{YEAR})(?!\d)"),
        re.compile(r"(?<![\d/.])(?P<d>\d\d)([/.])(?P<m>\d\d)\2(?P<y>\d\d)(?![\d/.])"),
        re.compile(rf"\b{month}(?: ?[-–/] ?[^\W\d]{{3,}})? {of}(?P<y>{YEAR})"),
    ]
