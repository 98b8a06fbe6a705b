"""What a text says about itself: title, date, byline, source site.

Most of it stands in lines that the rules remove, so it is read from the edits as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice, pairwise
from typing import Any

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.datum import datum
from translate.cleaning.boilerplate.judging.days import entries
from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.title import SITE, may_be_title
from translate.cleaning.boilerplate.lines import Line, split
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.metadata.bylines import (
    byline,
    names_follow,
    of_desk,
    persons,
    says_author,
    says_role,
    stranger,
)
from translate.cleaning.metadata.dates import YEAR, dateline, dates, weighed
from translate.cleaning.repair import repaired
from translate.document import Document
from translate.languages.addresses import ANY_HOST
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD, fold

__all__ = ["dates", "describe"]

MARKS = re.compile(r"^#{1,6}\s+|\s+#+$|\s?¶$|^\*\*(?=[^*]+\*\*$)|(?<=[^*])\*\*$")  # of Markdown
LABEL = r"(?:{heading})\s?:\s+"  # what a page says before a headline
HALF = 12  # words of the second line of a headline
FILED = 4  # letters of the word before the section in which a text is filed
# Kinds of lines that stand behind a name as buttons do, and are none of it.
BUTTONS = {
    "share",
    "follow",
    "subscribe",
    "newsletter",
    "login",
    "comment-call",
    "count",
    "paywall",
}
RIGHTS = r"\b(?:{rights})\b"
PRESS = r"\b(?:{press})\b"
OWNER_WORDS = 6  # of a name that has rights
AROUND = " \t–—-:/()"  # what may stand around it
# Kinds of lines in which a site speaks for itself; lines in which its name stands else; the hosts
# that are looked at; letters of a name, at least, in an address: "co.uk" holds none.
SPEAKS = BUTTONS - {"comment-call", "count"} | {"copyright", "account", "app"}
OFTEN, HOSTS, NAME = 3, 20, 4
LONGEST = 400  # characters of a line in which words are counted
LEAST, PLACES = 9, 20  # sure of no date; places of a title that are looked at
HEAD, HEAD_WORDS = 8, 8  # full lines in which a date may stand, and their words
UNDER, ABOVE, NEAR_WORDS = 14, 4, 20  # lines about the headline that tell day and author
NAMED_UNDER = 4  # lines under the headline in which a name with a button stands
SUBSCRIBERS = r"\d[\d.,\s]*(?:[a-z]{1,9}\.? )?(?:{subscribers})$"  # of a channel
NOTES = 3  # last paragraphs that may tell of who wrote the text
ROLED_UNDER = 2  # lines down to a person of whom it is told what he or she is
UNDER_IT = 1  # the place of the line right under the headline
BESIDE = 2  # lines between the day of a text and an author who stands alone
# What takes the lines about who writes a post, and how many there are down to the first it takes.
BARS = re.compile(r" [|·•–—] ")  # between the day, the author and how long the text is
WRITER, CARD = "linkedin.writer", 4
_HOST = re.compile(rf"(?<![@\w.-])(?:https?://)?(?:www\.)?({ANY_HOST})(?![\w.-]*@)")
_SERVICES = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|linkedin|youtube|instagram|tiktok|google|whatsapp|t|apple|"
    r"pinterest|wordpress|akismet|gettyimages)\.(?:com|co|fr|net)$"
)
_OWNER = re.compile(
    rf"(?:(?:©|\(c\)|copyright)[\s:,-]*+){{1,3}}(?:{YEAR}(?:\s?[-–]\s?{YEAR})?)?"
    r"[\s,:-]*+([^.,|•·\d©]+)",
    re.I,
)


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
    headline = doc.meta.title
    if headline not in {line.text.strip() for line in kept}:
        page = Page.of(split(doc.text), rules.under(rules.profile), None)
        headline = _headline(page) or None
    lines = [line.strip() for line in repaired(doc).split("\n")]  # before any was removed
    near = _near(headline, lines)
    title = headline and _without_site(title_of(headline, kept, lines), lines)
    found: dict[str, Any] = {"title": title}
    told = [old for rule, old in removed if _told_by(rule, "date") or _told_by(rule, "byline")]
    posted = any(rule == WRITER for rule, _ in removed)  # the days that a post names are others
    if not posted:
        told += [line.text.strip() for line in kept[:HEAD] if line.words <= HEAD_WORDS]
    went = {old for _, old in removed}
    # no day of a sentence or of an event; a button behind it may end with a colon, and with a stop
    # how long it takes to read what somebody wrote
    beside = [
        text
        for text in near
        if (not posted or text in went)
        and (text.endswith(":") or not split(text)[0].prose or (text in went and says_author(text)))
    ]
    if dates([*beside, *told]):
        events = {kept[i].text.strip() for i in entries(kept)}
        told, beside = ([text for text in some if text not in events] for some in (told, beside))
    opening = next((line.text for line in kept if line.prose), "")
    found["date"] = next(iter(dates(beside)), None) or dateline(opening)
    found["date"] = found["date"] or next(iter(dates(told)), None)
    signed = [text for text in near if text != headline]
    gone = filter(None, (byline(old) for rule, old in removed if _told_by(rule, "byline")))
    alone = _named_alone(near, kept, headline)
    told_by = (_signed(signed, rules), _posted(lines, removed), alone, _followed(near, rules))
    named = chain(*map(partial(filter, None), told_by), gone)
    found["byline"] = next(named, None)
    found["source"] = _source(removed) or None
    when = found["date"] and found["date"].found
    said = {"title": headline, "date": when, "byline": found["byline"]}
    start = lines.index(headline) if headline in lines else 0
    found["places"] = dict(_places(said, doc.original, start)) or None
    if title is None and doc.meta.title in {old for _, old in removed}:
        doc = doc.described(title=None)  # what went is no headline of what stays
    return doc.described(**{name: fact for name, fact in found.items() if fact is not None})


def _near(title: str | None, lines: list[str]) -> list[str]:
    """Give the short lines about the title: of the places where it stands, the surest dated."""
    places = (number for number, line in enumerate(lines) if line == title)
    about = [[lines[n] for n in _around(place, lines)] for place in islice(places, PLACES)]
    return min(
        about, key=lambda near: min((sure for sure, _ in weighed(near)), default=LEAST), default=[]
    )


def _around(at: int, lines: list[str]) -> Iterator[int]:
    """Give the numbers of the short lines about the line `at`: those under it, then those above."""
    full = (i for i in range(at + 1, len(lines)) if lines[i])
    above = (i for i in range(at - 1, -1, -1) if lines[i])
    for number in (at, *islice(full, UNDER), *islice(above, ABOVE)):
        if len(WORD.findall(lines[number][:LONGEST])) <= NEAR_WORDS:
            yield number


def _signed(near: list[str], rules: Rules) -> Iterator[str]:
    """Give the names that lines near the headline say to be of authors."""

    def kinds(text: str) -> set[str]:
        return {rule.kind for rule in rules.matching(split(text)[0])}

    def chrome(text: str) -> bool:
        return bool(kinds(text) & BUTTONS)

    told = [f"{text} {near[i + 1]}" for i, text in enumerate(near[:-1]) if names_follow(text)]
    told += [text for text in near if "byline" in kinds(text) or says_author(text)]
    told += [text for text in near if of_desk(text)]
    return filter(None, (byline(text, chrome) for text in told))


def _told_by(rule: str, kind: str) -> bool:
    """Whether a rule of this name tells of such a `kind`: "fr.byline.line", "structure.byline"."""
    return kind in rule.split(".")[1:]


def _named_alone(near: list[str], kept: Sequence[Line], headline: str | None) -> Iterator[str]:
    """Give the persons who stand alone beside the day of a text that never speaks of them.

    They may stand in the line of the day, between bars, or right under the headline with what they
    are; the `headline` names who it is about, and the last paragraphs may tell of them.
    Whom the press may ask wrote nothing.
    """
    press = in_all_languages(PRESS, re.IGNORECASE)
    dated = [i for i, text in enumerate(near) if dates([text])]
    told = [line for line in kept if line.prose]
    for i, text in enumerate(near):
        close = text != headline and any(abs(i - day) <= BESIDE for day in dated)
        parts = BARS.split(text) if i in dated else [text]
        under = len(parts) > 1 or (i == UNDER_IT and i + 1 in dated)
        named = (persons(part) or (stranger(part) if under else "") for part in parts)
        asked = close and press.search(fold(text))
        roled = UNDER_IT <= i <= ROLED_UNDER and _roled(near, i)
        for names in filter(None, named if (close or roled) and not asked else ()):
            last = fold(names).split()[-1]
            last_ones = told[max(NOTES, len(told) - NOTES) :] if roled else []
            noted = [line for line in last_ones if line.text.startswith(names)]
            about = [line for line in told if line not in noted]
            of_them = roled and last in fold(headline or "")
            if not of_them and not any(last in line.folded for line in about):
                yield names


def _roled(near: list[str], index: int) -> bool:
    """Whether what a person is stands behind the name, or alone on the line below."""
    names = persons(near[index])
    behind = near[index][len(names) :].lstrip(" ,")
    return bool(names) and says_role(behind or "".join(near[index + 1 : index + 2]))


def _followed(near: list[str], rules: Rules) -> Iterator[str]:
    """Give the person under the headline with a button under the name, as "Follow" is one.

    Or the channel of which one of the next two lines tells how many subscribe to it.
    """
    for i, text in enumerate(near[1:NAMED_UNDER], 1):
        below = rules.matching(split(near[i + 1])[0]) if i + 1 < len(near) else ()
        if any(rule.kind in BUTTONS for rule in below):
            yield persons(text) or stranger(text)
        counted = any(map(_tells_subscribers, near[i + 1 : i + 3]))
        yield text if counted and text.replace(" ", "").isalpha() else ""


def _tells_subscribers(text: str) -> bool:
    """Whether a line tells how many subscribe to a channel."""
    return in_all_languages(SUBSCRIBERS).match(fold(text).lower()) is not None


def _posted(lines: list[str], removed: list[tuple[str, str]]) -> Iterator[str]:
    """Give the person above what is told of the writer of a post on a network, or named twice.

    Under a line that leads to him, which goes first, he is named, too.
    """
    cards = [old for rule, old in removed if rule == WRITER]
    if cards and cards[0] in lines:
        at = lines.index(cards[0])
        above = [line for line in lines[: at + 1] if line][-CARD:]
        told = pairwise([*above, *lines[at + 1 : at + 2]])
        twice = (a for a, b in told if a == b and len(a.split()) <= CARD)
        named = filter(None, map(persons, (*reversed(above), *cards[1:2])))
        yield from chain(twice, map(_once, named))


def _once(name: str) -> str:
    """Give a name that stands twice in a line only once."""
    words = name.split()
    half = words[: len(words) // 2]
    return " ".join(half) if half * 2 == words else name


def _places(said: dict[str, str | None], raw: str, start: int) -> Iterator[tuple[str, int]]:
    """Give the line of `raw`, from 1, in which each thing stands: the next to line `start`."""
    lines = raw.split("\n")
    for name, text in said.items():
        found = (i for i, line in enumerate(lines) if text and text in line)
        nearest = min(found, key=lambda i: abs(i - start), default=None)
        if nearest is not None:
            yield name, nearest + 1


def title_of(headline: str, lines: Sequence[Line], before: Sequence[str]) -> str:
    """Give the title that the line `headline` tells: no mark, no label, with its second line.

    It has one in `lines`, which are not blank, where the sentence goes on right below, and did so
    `before` any line was removed.

    >>> text = "# Le pont rouvre\\naprès deux ans"
    >>> lines, before = split(text), text.split("\\n")
    >>> title_of("# Le pont rouvre", lines, before), title_of("Titre : Le pont", lines, before)
    ('Le pont rouvre après deux ans', 'Le pont')
    """
    at = next((i for i, line in enumerate(lines) if line.text.strip() == headline), len(lines))
    text = MARKS.sub("", headline).strip() or headline
    label = in_all_languages(LABEL, re.IGNORECASE).match(fold(text))
    if label and text[label.end() :]:
        text = text[label.end() :]
    if not text[0].isupper() or ended(text) or at + 1 >= len(lines):
        return text
    line, after = lines[at], lines[at + 1]
    goes_on = after.number == line.number + 1 and after.text.lstrip()[:1].islower()
    goes_on = goes_on and 1 < after.words <= HALF and not (after.prose or says_author(after.text))
    goes_on = goes_on and not (dates([after.text]) or datum(after) or _filed(after.text))
    goes_on = goes_on and (headline, after.text.strip()) in pairwise(before)
    return f"{text} {after.text.strip()}" if goes_on else text


def _filed(text: str) -> bool:
    """Whether a line below a title only says where it is filed: "in Social Psychology"."""
    small, *names = text.split()
    return bool(names) and len(small) <= FILED and all(name[:1].isupper() for name in names)


def _without_site(title: str, lines: list[str]) -> str:
    """Give `title` without the name of a site behind it, which is one of the `lines`, too.

    What is longer than the words before it is no such name: "Theatre - When the foreign stays".
    """
    site = SITE.search(title)
    if site is None or site[1] not in lines or len(site[1]) > site.start():
        return title
    return title[: site.start()]


def _headline(page: Page) -> str:
    """Give the headline; of a text without a long line, its first line if it may be one."""
    if page.title is not None:
        return page.full[page.title].text.strip()
    if len(page.full) < 2 or any(line.prose for line in page.full) or not may_be_title(page, 0):
        return ""
    return page.full[0].text.strip()


def _source(removed: list[tuple[str, str]]) -> str:
    """Give the site that removed lines name, else who has the rights as the last of them says it.

    A host is the site's own where the site speaks for itself, or where its name stands in `OFTEN`
    lines: others are linked to, sell something or pay.
    """
    hosts: Counter[str] = Counter()
    own: set[str] = set()
    for rule, old in removed:
        named = [m[1] for m in _HOST.finditer(old.lower()) if not _SERVICES.search(m[1])]
        hosts.update(named)
        own.update(named if SPEAKS.intersection(rule.split(".")) else ())
    lines = {_letters(old[:LONGEST]) for _, old in removed} if hosts else ()
    names = {host: _letters(_name(host)) for host, _ in hosts.most_common(HOSTS)}
    said = {host: sum(name in line for line in lines) for host, name in names.items()}
    sites = [host for host in said if host in own or said[host] >= OFTEN]
    if sites:
        return max(sites, key=lambda host: (said[host], hosts[host]))
    if any(rule in ("linkedin.thread", WRITER) for rule, _ in removed):
        return "linkedin.com"
    owners = [_owner(old) for rule, old in removed if ".copyright." in rule]
    return next(filter(None, reversed(owners)), "")


def _name(host: str) -> str:
    """Give the name of a site in its address: "example" of news.example.co.uk."""
    parts = host.split(".")[:-1]
    return next((part for part in reversed(parts) if len(part) >= NAME), parts[0])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).lower()))


def _owner(text: str) -> str:
    """Give who has the rights in a text, as a line says it behind the sign for them."""
    found = _OWNER.search(text)
    name = found[1] if found else ""
    rights = in_all_languages(RIGHTS, re.IGNORECASE).search(fold(name))
    name = (name[: rights.start()] if rights else name).partition("\n")[0].strip(AROUND)
    return name if not name[:1].islower() and len(name.split()) <= OWNER_WORDS else ""
