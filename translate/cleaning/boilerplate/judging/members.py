"""The names of who writes on a board: short lines beside what it says of members and posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.rules import Rules
from translate.languages import common
from translate.languages.words import WORD

KINDS = ("forum", "date", "comment")  # of lines that tell when a post was written
TIMED = re.compile(r"^#\d|\d ?[:h] ?\d\d")
MADE = re.compile(r"\w[\d_.-]\w|[a-z][A-Z]|\w\d$")  # a name that nobody else has
STOPS = (".", ",", ":", ";", "!", "?", "…")
SIGNATURE = re.compile(r"\s*(?:--|—|_{5,}|-{5,})\s*$")  # over the motto of a member, as in mails
CITED = 8  # words of the line above what somebody else wrote


def members(page: Page, rules: Rules) -> Drops:
    """Give the lines that name a member, and those that say whom a post cites.

    The settings of its rule: so many lines must tell of members or posts ("least"), so many "words"
    has a name at most, such a share of posts has a name "beside", such a share of names is "known";
    a motto under a post has so many words ("signature").
    """
    rule = rules.method("structure.members")
    if rule is None:
        return {}
    limits = rule.settings
    cards = {i for i in page.drops if any(r.settings.get("member") for r in page.found[i])}
    names = {
        i - 1
        for i in cards
        if len(cards) >= limits["least"] and _name(page, i - 1, limits["words"])
    }
    heads = [i for i in sorted(page.drops) if tells_when(page, i)]
    for step in (-1, 1):
        beside = [_next(i, step, cards) for i in heads]
        found = [i for i in beside if _name(page, i, limits["words"])]
        known = sum(_known(page.full[i]) for i in found)
        if len(found) >= max(limits["least"], limits["beside"] * len(heads)):
            names |= set(found) if known >= limits["known"] * len(found) else set()
    names |= {i - 1 for i in names if i and _initial(page.full[i - 1], page.full[i])}
    names |= set(_cited(page, {page.full[i].folded for i in names}))
    if len(cards) + len(heads) >= limits["least"]:
        names |= set(_signatures(page, names, limits["signature"]))
    return {i: (rule, page.about(i, rule)) for i in sorted(names - page.facts)}


def tells_when(page: Page, index: int) -> bool:
    """Whether a rule knows the line at `index` as one that tells when, to the minute, or which."""
    told = any(r.kind in KINDS for r in page.found[index])
    return told and bool(TIMED.search(page.full[index].text))


def _next(index: int, step: int, cards: set[int]) -> int:
    """Give the line beside `index`, what is said of a member left out."""
    index += step
    while index in cards:
        index += step
    return index


def _name(page: Page, index: int, words: float) -> bool:
    """Whether the line at `index` has the shape of a name."""
    if not 0 <= index < len(page.full) or index == page.title:
        return False
    line = page.full[index]
    return 1 <= line.words <= words and not line.text.rstrip().endswith(STOPS)


def _known(line: Line) -> bool:
    """Whether a name begins with a first name, or was made for a board."""
    word = WORD.findall(line.folded.lower())[0]
    return bool(MADE.search(line.text)) or word in common("women") | common("men")


def _initial(line: Line, name: Line) -> bool:
    """Whether a line is the first letter of `name`, which stands for a picture."""
    return len(line.folded) == 1 and name.folded.lower().startswith(line.folded.lower())


def _cited(page: Page, names: set[str]) -> Iterator[int]:
    """Give the lines that begin with a name, and end with a colon: what is cited stands below.

    Where that is marked as cited, it stays, and so does who said it.
    """
    for index, line in enumerate(page.full):
        if line.words > CITED or not line.text.rstrip().endswith(":"):
            continue
        below = page.full[index + 1].text if index + 1 < len(page.full) else ""
        words = line.folded.split(" ")
        named = any(" ".join(words[:count]) in names for count in range(1, len(words)))
        if named and not below.lstrip().startswith(">"):
            yield index


def _signatures(page: Page, names: set[int], words: float) -> Iterator[int]:
    """Give the mark that parts a member's motto from a post, and the motto: one line, then chrome.

    One of the `names` may follow, or nothing more.
    """
    for index, line in enumerate(page.full[:-1]):
        after = page.full[index + 1]
        ends = index + 2 >= len(page.full) or index + 2 in names.union(page.drops)
        if SIGNATURE.match(line.text) and after.words <= words and ends:
            yield from (index, index + 1)
