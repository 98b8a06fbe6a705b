"""Rules for the head, the tail, neighbours and what follows a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from math import ceil
from typing import NamedTuple

from translate.cleaning.boilerplate.judging.buttons import buttons
from translate.cleaning.boilerplate.judging.cards import LABELS
from translate.cleaning.boilerplate.judging.linked import linked
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.ties import ITEM, MARKED
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules

HEAD_PROSE = 2  # running lines that may stand before a byline or a date: a standfirst, a caption
TITLES = ("next", "list", "rest")  # scopes of rules that take what stands under a title
SHORT_LINES = 4  # lines of a text without a long one (a poem, a recipe) that stand above comments
SIGNED = ("comment", "date")  # kinds of lines that stand above or under each comment
SIGNATURES = 3  # such lines behind a comment header that make all behind it comments
FIRST_SIGNATURE = 15  # the first of them stands within so many lines
COMMENTS_SHARE = 8  # comments may be so many times as long as the text, and no more
LONGEST_BLOCK = 2000  # lines of a block of other articles, at most
SUMMARIES = 0.4  # of the lines in a block of other articles, at most, may be running text
COMMENT = 4000  # characters of running text in one comment, at most
LINKS = {"navigation", "related"}  # kinds of lines that are links: none ends with a comma
LISTED = (*MARKED, "👉", "1.", "1)")  # a list or a dialogue begins so


class Places(NamedTuple):
    """What is known of a page beforehand.

    The longest running text from each line on that no line of a comment parts, the lines that are
    `counted` right under the headline, and the heads of comments that are buttons and go `alone`.
    """

    stretches: Sequence[int]
    counted: range
    alone: frozenset[int]


def by_place(page: Page, rules: Rules) -> Drops:
    """Give what goes by its place, again and again until nothing more goes."""
    page = page.copy()
    places = Places(_stretches(page), _under_title(page), buttons(page))
    before = -1
    while len(page.drops) > before:
        before = len(page.drops)
        _once(page, places)
        _back(page, places.counted)
    return page.drops


def _once(page: Page, places: Places) -> None:
    """Ask every rule about every line once; each line that goes may be a neighbour's reason.

    Behind a block or comments that go nothing is left to ask about, and the titles that stand in a
    row under a marker are gone through once.
    """
    prose = [i for i, line in enumerate(page.full) if line.prose and i not in page.drops]
    head = prose[HEAD_PROSE] if len(prose) > HEAD_PROSE else len(page.full)
    tail = prose[-1] if prose else len(page.full)
    titled = 0  # behind the titles that went
    for index in page.known:
        if page.tells(index) or _goes_on(page, index):
            continue
        for rule in page.found[index]:
            about = page.about(index, rule)
            if rule.scope == "head" and prose and _heads(page, index, rule, head):
                page.take({index: (rule, f"{about}, before the text")})
            elif rule.scope == "tail" and prose and index >= tail and index > prose[0]:
                if not (rule.settings.get("asked") and page.personal):
                    page.take({index: (rule, f"{about}, at the end")})
            elif _spared(page, index, rule, places.counted):
                continue
            elif rule.scope == "near":
                page.take(_beside(page, index, rule))
            elif rule.scope in TITLES and not _announces(page, index, rule):
                continue
            elif rule.scope == "next":
                titles = _titles_after(page, index, rule, tail, titled)
                page.take({index: (rule, about)} | titles)
                titled = max(titled, *(after + 1 for after in titles), 0)
            elif behind := _behind(page, index, rule, prose, places):
                page.take(behind)
                if len(behind) > 1:
                    return


def _heads(page: Page, index: int, rule: Rule, head: int) -> bool:
    """Whether a line stands before the line `head`, or above the headline if its rule asks so."""
    return index < (min(head, page.title or 0) if rule.settings.get("over") else head)


def _goes_on(page: Page, index: int) -> bool:
    """Whether a line has the words of a link, and ends with a comma: the next one goes on."""
    links = LINKS.issuperset(page.kinds(index))
    return links and page.full[index].text.rstrip().endswith(",")


def _back(page: Page, counted: range) -> None:
    """Ask about neighbours again, from the last line to the first: of a long row all go at once."""
    for index in reversed(page.known):
        asked = (rule for rule in page.found[index] if rule.scope == "near")
        near = [rule for rule in asked if not _spared(page, index, rule, counted)]
        if near and index not in page.drops and not page.tells(index):
            for rule in near:
                page.take(_beside(page, index, rule))


def _spared(page: Page, index: int, rule: Rule, counted: range) -> bool:
    """Whether a rule takes nothing here: above running text, or where the author of a post ends.

    Nor does it where a line leads to one that stays, or is `counted` under the headline.
    """
    if rule.settings.get("untold") and (_told(page, index) or _leads(page, index)):
        return True
    if rule.settings.get("subject") and index in counted:
        return True
    return rule.kind == "tag" and page.is_post


def _leads(page: Page, index: int) -> bool:
    """Whether a line ends with a colon, and no rule knows the one under it."""
    after = index + 1
    if after >= len(page.full) or not page.full[index].text.rstrip().endswith(":"):
        return False
    return after not in page.drops and not page.found[after]


def _under_title(page: Page) -> range:
    """Give the lines right under the headline that count what it names: who signed, the goal."""
    if page.title is None:
        return range(0)
    end = first = page.title + 1
    while end < len(page.full) and any(rule.settings.get("subject") for rule in page.found[end]):
        end += 1
    return range(first, end)


def _announces(page: Page, index: int, rule: Rule) -> bool:
    """Whether a line announces titles: not what a recording holds, or a programme."""
    return page.is_bare(index, rule) and not (rule.scope == "next" and index + 1 in page.facts)


def _beside(page: Page, index: int, rule: Rule) -> Drops:
    """Give the line at `index`, if it stands beside other chrome or in a row of labels.

    Of a rule with a "reach" it goes on any page with so many lines of other chrome, but in a list.
    """
    takes = rule.settings.get("takes", 1)
    if not takes or index in page.facts:
        return {}
    why = page.neighbours(index) or (_furnished(page, index, rule) and "on a page with buttons")
    if not why:
        return {}
    return {index: (rule, f"{page.about(index, rule)}, {why}")}


def _furnished(page: Page, index: int, rule: Rule) -> bool:
    """Whether enough lines of the page went by other rules than such a one."""
    reach = rule.settings.get("reach", 0)
    if not reach or ITEM.match(page.full[index].text) or _goes_small(page, index):
        return False
    return page.furniture >= reach


def _goes_small(page: Page, index: int) -> bool:
    """Whether a line begins small under one that leads to it, or under another that does."""
    while index and page.full[index].text.lstrip()[:1].islower():
        index -= 1
        if page.full[index].text.rstrip().endswith(":"):
            return True
    return False


def _told(page: Page, index: int) -> bool:
    """Whether running text follows, no link: then a title is the title of that text."""
    after = index + 1
    if after >= len(page.full) or not page.full[after].prose:
        return False
    return not any(rule.kind == "related" for rule in page.found[after])


def _titles_after(page: Page, index: int, rule: Rule, tail: int, titled: int) -> Drops:
    """Give the title after a marker; after the last running text, all that follow.

    Within the text more than one may follow. Those before `titled` are gone already.
    """
    drops: Drops = {}
    after = index + 1 if index < tail else max(index + 1, titled)
    while after < len(page.full) and page.is_title(after):
        if index < tail and after > index + 1 and not linked(page, after):
            break
        drops[after] = (rule, f"the title of another article, under '{page.full[index].head(40)}'")
        after += 1
    return drops


def _behind(page: Page, index: int, rule: Rule, prose: Sequence[int], places: Places) -> Drops:
    """Give a title and all behind it, where that is a block of other articles or comments."""
    if rule.scope == "list" and prose:
        return _block(page, index, rule)
    if rule.scope == "rest" and index in places.alone:
        return {index: (rule, page.about(index, rule))}
    if rule.scope == "rest" and index > (prose[0] if prose else SHORT_LINES):
        return _rest(page, index, rule, places.stretches[index + 1])
    return {}


def _block(page: Page, index: int, rule: Rule) -> Drops:
    """Give a block of other articles at the end: titles, with one line about each at most.

    Other chrome must stand there too, and nothing that reads as a list, a dialogue, sections.
    """
    if len(page.full) - index > LONGEST_BLOCK:
        return {}
    end = _resumed(page, index)
    behind = [i for i in range(index + 1, end) if i not in page.drops]
    told = [i for i in behind if not page.is_title(i)]
    if (
        len(told) > SUMMARIES * len(behind)
        or any(b == a + 1 for a, b in pairwise(told))
        or any(page.full[i].text.lstrip().startswith(LISTED) for i in behind)
        or not any(i in page.drops for i in range(index + 1, end))
        or sum(len(page.full[i].text) for i in told) > page.running[index]
    ):
        return {}
    why = f"in the block '{page.full[index].head(40)}'"
    return {index: (rule, page.about(index, rule))} | dict.fromkeys(behind, (rule, why))


def _resumed(page: Page, index: int) -> int:
    """Give where the text goes on behind a block: sentences to the end, the first under chrome.

    A line about another article stands under its title, or under what else its card has.
    """
    found = len(page.full)
    for i in range(len(page.full) - 1, index + 1, -1):
        if i not in page.drops and not page.full[i].prose:
            break
        above = page.drops.get(i - 1)
        if i not in page.drops and above and above[0].kind not in LABELS:
            found = i
    return found


def _rest(page: Page, index: int, rule: Rule, stretch: int) -> Drops:
    """Give a comment header and what follows it, if that is the lesser part or reads as such.

    Comments read as such when several of the lines behind tell who wrote them and when, and no more
    running text stands between two of these (`stretch`) than one comment has: an article has none.
    """
    before, behind = page.running[index], page.running[-1] - page.running[index + 1]
    after = range(index + 1, len(page.full))
    enough = ceil(rule.settings.get("signed", SIGNATURES))
    near = any(_is_signed(page, i) for i in after[:FIRST_SIGNATURE])
    signed = (i for i in after if _is_signed(page, i))
    reads_so = near and len(list(islice(signed, enough))) == enough
    reads_so = reads_so and stretch <= COMMENT and behind <= before * COMMENTS_SHARE
    if not reads_so and ("signed" in rule.settings or behind > before):
        return {}
    why = f"among the comments, after '{page.full[index].head(40)}'"
    return {index: (rule, page.about(index, rule))} | dict.fromkeys(after, (rule, why))


def _stretches(page: Page) -> list[int]:
    """Give for each line the longest running text from it on that no line of a comment parts."""
    size = len(page.full)
    longest = [0] * (size + 1)
    border = size
    for index in range(size - 1, -1, -1):
        stretch = page.running[border] - page.running[index]
        longest[index] = max(stretch, longest[border])
        if _is_signed(page, index):
            border = index
    return longest


def _is_signed(page: Page, index: int) -> bool:
    """Whether a line tells who wrote a comment, or when."""
    found = page.found[index]
    return bool(found) and any(rule.kind in SIGNED for rule in found)
