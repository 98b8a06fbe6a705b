"""What a text says about itself: title, date, byline, source site.

Most of it stands in lines that the rules remove, so it is read from the edits as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.title import may_be_title
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.repair import repaired
from translate.document import Document
from translate.facts import Date
from translate.languages import known
from translate.languages.addresses import ANY_HOST
from translate.languages.words import fold

_LATER = r"(?:{updated})\W*(?:{on}|:)?\W*$"
_BY = r"^(?:(?:{written})\s+)?(?:{by})\s*:?\s+"
_AFTER_NAME = r"\s*(?:[-–|•·,]\s*)?(?:(?:{after})\b|\d|[|•–]).*$"
HEAD, HEAD_WORDS = 8, 8  # full lines in which a date may stand, and their words
UNDER, ABOVE, NEAR_WORDS = 10, 4, 20  # lines about the headline that tell day and author
_YEAR = r"(?:19|20)\d\d"
_HOST = re.compile(rf"(?<![@\w.-])(?:https?://)?(?:www\.)?({ANY_HOST})(?![\w.-]*@)")
_SERVICES = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|linkedin|youtube|instagram|tiktok|google|whatsapp|t|apple|"
    r"pinterest|wordpress|akismet|gettyimages)\.(?:com|co|fr|net)$"
)
_OWNER = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:{_YEAR}(?:\s?[-–]\s?{_YEAR})?)?[\s,:-]*([^.,|•·\d©]+)", re.I
)


@cache
def _said(where: str, flags: int = 0) -> re.Pattern[str]:
    """Give `where` with the words of all languages for each kind of `[credits]` it names."""
    kinds: dict[str, list[str]] = {}
    for language in known():
        for kind, words in language.credits.items():
            kinds.setdefault(kind, []).append(words)
    filled = re.sub(r"\{([a-z]+)\}", lambda m: "|".join(kinds[m[1]]), where)
    return re.compile(filled, flags)


@cache
def _months() -> dict[str, int]:
    """Give the months by their names and abbreviations in all languages, folded."""
    months = (item for language in known() for item in language.months_by_name.items())
    return {fold(form): number for form, number in months}


@cache
def _forms() -> list[re.Pattern[str]]:
    """Give the patterns of dates, the surest first; groups are named y, m, d."""
    month = "(?P<m>" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"
    ordinal = _said("{ordinal}").pattern
    return [
        re.compile(rf"(?<![\d-])(?P<y>{_YEAR})[-/.](?P<m>\d\d?)(?:[-/.](?P<d>\d\d?))?(?![\d-])"),
        re.compile(rf"\b(?P<d>\d\d?)(?:{ordinal}|\.)? (?:de )?{month},? (?:de )?(?P<y>{_YEAR})"),
        re.compile(rf"\b{month} (?P<d>\d\d?)(?:{ordinal})?,? (?P<y>{_YEAR})"),
        re.compile(rf"(?<!\d)(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>{_YEAR})(?!\d)"),
        re.compile(rf"\b{month} (?P<y>{_YEAR})"),
    ]


def dates(lines: Iterable[str]) -> list[Date]:
    """Give the dates in `lines`, those of publication before those of a change; a day may lack.

    A numeric date is read day first, unless only month first makes sense.

    >>> [date.iso for date in dates(["Mis à jour le 3/5/2024", "Publié le 2 nov. 2023 à 16:00"])]
    ['2023-11-02', '2024-05-03']
    """
    found = [date for line in lines for date in _dates(line)]
    return [date for _, date in sorted(found, key=lambda pair: pair[0])]


def _dates(text: str) -> list[tuple[bool, Date]]:
    """Give the dates of `text`, in order, each with whether it is that of a change."""
    folded = fold(text).lower()
    changed = _said(_LATER).search(folded)
    found: dict[int, tuple[bool, Date]] = {}
    for form in _forms():
        for match in form.finditer(folded):
            iso = _iso(**match.groupdict())
            start = match.start()
            if iso and found.keys().isdisjoint(range(start - 11, start + 1)):
                later = bool(changed and changed.end() <= start)
                found[start] = (later, Date(text[slice(*match.span())], iso))
    return [found[start] for start in sorted(found)]


def _iso(y: str, m: str, d: str | None = None) -> str:
    """Give year, month and day as ISO 8601, or nothing when there is no such day."""
    month = int(m) if m.isdigit() else _months()[m]
    day = int(d) if d else 0
    if month > 12 >= day > 0:
        month, day = day, month
    if not 1 <= month <= 12 or day > 31:
        return ""
    return f"{y}-{month:02}-{day:02}" if day else f"{y}-{month:02}"


def describe(doc: Document, rules: Rules) -> Document:
    """Give `doc` with its title, date, byline and source in its meta, those that are found.

    `rules` tell a headline from a button or a breadcrumb; one that is known already stays.

    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> doc = Document("a", "Le pont rouvre\\n\\n3 mai 2021\\n\\nLe pont rouvre demain à midi.")
    >>> meta = describe(doc, rules).meta
    >>> meta.title, meta.date, meta.places
    ('Le pont rouvre', Date(found='3 mai 2021', iso='2021-05-03'), {'title': 1, 'date': 3})
    """
    removed = [(e.rule, e.old.strip()) for layer in doc.layers for e in layer.edits if not e.new]
    kept = [line for line in split(doc.text) if not line.blank]
    title = doc.meta.title
    if title not in {line.text.strip() for line in kept}:
        title = _title(Page.of(split(doc.text), rules, None)) or None
    lines = [line.strip() for line in repaired(doc).split("\n")]  # before any was removed
    near = [lines[number] for number in _around(title, lines)]
    found: dict[str, Any] = {"title": title}
    told = [old for rule, old in removed if ".date." in rule or ".byline." in rule]
    told += [line.text.strip() for line in kept[:HEAD] if line.words <= HEAD_WORDS]
    found["date"] = next(iter(dates(near) or dates(told)), None)
    found["byline"] = next(filter(None, map(_byline, _signed(near, removed, rules))), None)
    found["source"] = _source(removed) or None
    when = found["date"] and found["date"].found
    said = {"title": title, "date": when, "byline": found["byline"]}
    start = lines.index(title) if title in lines else 0
    found["places"] = dict(_places(said, doc.original, start)) or None
    return doc.described(**{name: fact for name, fact in found.items() if fact is not None})


def _around(title: str | None, lines: list[str]) -> Iterator[int]:
    """Give the numbers of the short lines about the title: those under it, then those above."""
    if title not in lines:
        return
    at = lines.index(title)
    full = (i for i in range(at + 1, len(lines)) if lines[i])
    above = (i for i in range(at - 1, -1, -1) if lines[i])
    for number in (at, *islice(full, UNDER), *islice(above, ABOVE)):
        if len(lines[number].split(None, NEAR_WORDS)) <= NEAR_WORDS:
            yield number


def _signed(near: list[str], removed: list[tuple[str, str]], rules: Rules) -> Iterator[str]:
    """Give the lines that may say who wrote the text."""
    for text in near:
        if any(rule.kind == "byline" for rule in rules.matching(split(text)[0])):
            yield text
    yield from (old for rule, old in removed if ".byline." in rule)


def _places(said: dict[str, str | None], raw: str, start: int) -> Iterator[tuple[str, int]]:
    """Give the line of `raw`, from 1, in which each thing stands: the next to line `start`."""
    lines = raw.split("\n")
    for name, text in said.items():
        found = (i for i, line in enumerate(lines) if text and text in line)
        nearest = min(found, key=lambda i: abs(i - start), default=None)
        if nearest is not None:
            yield name, nearest + 1


def _title(page: Page) -> str:
    """Give the headline; of a text without a long line, its first line if it may be one."""
    if page.title is not None:
        return page.full[page.title].text.strip()
    if len(page.full) < 2 or any(line.prose for line in page.full) or not may_be_title(page, 0):
        return ""
    return page.full[0].text.strip()


def _byline(text: str) -> str:
    """Give the names in a byline."""
    folded = fold(text)
    start = match.end() if (match := _said(_BY, re.I).match(folded)) else 0
    names = text[start:]
    cut = _said(_AFTER_NAME, re.I).search(fold(names))
    return (names[: cut.start()] if cut else names).strip(" ,.-–|")


def _source(removed: list[tuple[str, str]]) -> str:
    """Give the site that removed lines name most often."""
    hosts: dict[str, int] = {}
    for rule, old in removed:
        if rule == "linkedin.thread":
            return "linkedin.com"
        for match in _HOST.finditer(old.lower()):
            if not _SERVICES.search(match[1]):
                hosts[match[1]] = hosts.get(match[1], 0) + 1
    if hosts:
        return max(hosts, key=lambda host: hosts[host])
    owners = (_OWNER.search(old) for rule, old in removed if ".copyright." in rule)
    return next((m[1].strip() for m in owners if m and len(m[1].split()) <= 6), "")
