"""What ties a line to those beside it: it heads them, goes on with them, takes up their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.facts import is_hour
from translate.cleaning.boilerplate.narrating import begins_telling
from translate.cleaning.boilerplate.remembered import remembered
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

# How much a line must read as a call (log-odds), at least, for a rule to take it: in running text
# where the rule does not know all of its words; beside chrome.
# Measured on lines that authors write about chrome and that pages really say (bench/cleaning).
LOOSE, BESIDE = 2.4, 0.6
HEAD_WORDS, TEXT_BEFORE = 3, 12  # of a heading; lines before it that hold running text
HEADED = 0.0  # log-odds: what stands under a heading reads as a call no more than that
HEADS = ("navigation", "copyright", "comment-header")  # kinds of words that head a text as well
COMMENTED = ("comment", "count")  # and over running text: "Comment" is the label of a form, too
EDIT = "edit-link"
CREDIT = "photo-credit"  # and one over a list of who made something: "Credits"
CONTACT = "contact"  # and one over a name and a telephone
BROKEN = 8  # words of a line in which a sentence is broken off, at least
TITLE_WORDS = 30  # words of another title, at most
TIMED = re.compile(r"\s*\d{1,2} ?[:h.] ?\d\d\b")  # a title of a live report
ITEM = re.compile(r"\s*(?:[-–—•*·▪►‣]|\d{1,2}[.)]|[a-z]\))\s")  # how an item of a list begins
MARKED = tuple('-–—•*«"“')  # or something that is said
WAY = re.compile(r"\s*[^\W\d_][^›»>]*(?:\s[›»>]\s[^›»>]+){1,6}$")  # through a site to a page
NOTION = re.compile(r"[^.!?…]{1,40}:")  # what stands before a title or a value
NAMED = 20  # lines below a headline that take up its words
STEM = 5  # letters that a word begins with, by which it is known again; a small word has fewer


def heads(page: Page, index: int) -> bool:
    """Whether a word that menus have too ("Conditions", "FAQ") heads text or a list."""
    after = index + 1
    while after < len(page.full) and any(rule.kind == EDIT for rule in page.found[after]):
        after += 1  # what edits the section stands beside its title
    if index in page.headings or after >= len(page.full) or opens_entry(page, index):
        return after < len(page.full)
    line = page.full[index]
    named = line.words <= HEAD_WORDS and line.folded[:1].isalpha()
    named = named and not (page.found[index] and any(map(str.isdigit, line.folded)))
    if not named or after in page.drops or after == page.title or WAY.match(line.text):
        return False
    told = page.full[after].words > HEAD_WORDS and not page.found[after]
    if any(rule.scope == "next" for rule in page.found[index]):  # a title would be a link's
        told = told and ended(page.full[after].text)
    told_of = after in page.facts and page.found[index]  # by a rule, else it is one of them
    listed = told_of or ITEM.match(page.full[after].text)
    if not (listed or (told and page.call(after) <= HEADED)):
        return False
    kinds = (*HEADS, CONTACT) if after in page.particulars else HEADS
    kinds = (*kinds, CREDIT) if after in page.facts and line.words == 1 else kinds
    comments = any(rule.kind == "comment-header" for rule in page.found[index])
    kinds = (*kinds, *COMMENTED) if comments and page.runs(after) else kinds
    if not all(rule.kind in kinds for rule in page.found[index]):
        return False
    if index and index - 1 not in page.drops and not page.found[index - 1]:
        return True
    return any(map(page.runs, range(max(0, index - TEXT_BEFORE), index)))


def opens_entry(page: Page, index: int) -> bool:
    """Whether an hour, alone or before a title, opens an entry of a live report."""
    line, after = page.full[index], page.full[index + 1]
    if is_hour(line):
        return after.words > HEAD_WORDS and not page.found[index + 1]
    timed = line.words <= TITLE_WORDS and TIMED.match(line.text)
    return bool(timed) and page.runs(index + 1)


def taken_up(page: Page, index: int, least: int = 1) -> bool:
    """Whether running text under a short line takes up so many of its words: its heading."""
    after = index + 1
    if after >= len(page.full) or page.full[index].prose or not page.runs(after):
        return False
    shared = stems(page.full[index].folded) & stems(page.full[after].folded)
    return len(shared) >= least


def on_subject(page: Page, index: int) -> bool:
    """Whether a line tells of what the title names: the first of the text, or one within it."""
    line, title = page.full[index], page.title
    if title is None or index <= title:
        return False
    standfirst = index == title + 1 and line.words >= BROKEN  # it needs no full stop
    if not (line.prose or standfirst) or not begins_telling(line):
        return False
    first = not any(page.full[i].prose for i in range(title + 1, index))
    if not (first or page.in_text(index)):
        return False
    return not stems(page.full[title].folded).isdisjoint(stems(line.folded))


def goes_on(page: Page, index: int) -> bool:
    """Whether a line goes on with the one above, which stays and ends with a comma.

    A verse does, the members of a family who tell of a death, who signs under what he is; not
    a notion behind another, an address or an hour. A sentence that is broken off goes on in a
    line that begins small.
    """
    if goes_over(page, index) or (index and goes_over(page, index - 1)):
        return True
    if not index or index - 1 in page.drops or page.found[index] or page.found[index - 1]:
        return False
    line, above = page.full[index], page.full[index - 1]
    if above.words <= 1 or any(map(str.isdigit, line.text)):
        return False
    first = line.text.split(maxsplit=1)[0]
    begun = line.words >= BROKEN and first.isalpha() and first.islower()
    broken = begun and ":" not in line.text and not ended(above.text)
    return broken or above.text.rstrip().endswith(",")


def goes_over(page: Page, index: int) -> bool:
    """Whether a sentence, no call, begins in a line and is over in the next, or after that.

    Under a title stands who wrote it ("by ..."), or a link, in few words and without a stop.
    """
    line, after = page.full[index], index + 1
    if after >= len(page.full) or after in page.drops or index in page.drops:
        return False
    below = page.full[after]
    if line.words < BROKEN or below.words < HEAD_WORDS or below.number != line.number + 1:
        return False
    begun = line.text.lstrip()[:1].isalnum() and line.text.rstrip()[-1:].isalpha()
    said = below.words >= BROKEN or ended(below.text)
    goes_on = said and below.text[:1].islower() and not NOTION.match(below.text)
    return begun and goes_on and page.call(index) < LOOSE


def names(page: Page, index: int) -> bool:
    """Whether the lines below, where no headline was found, take up all words of one on top."""
    if page.title is not None or page.running[index] or page.full[index].prose:
        return False
    if page.found[index] or not (words := stems(page.full[index].folded)):
        return False
    below = range(index + 1, min(len(page.full), index + 1 + NAMED))
    told = (i for i in below if not page.found[i] and page.call(i) <= BESIDE)
    return not words.difference(*(stems(page.full[i].folded) for i in told))


@remembered
def stems(folded: str) -> frozenset[str]:
    """Give how the words of a folded line begin, small words left out."""
    words = WORD.findall(folded.lower())
    return frozenset(word[:STEM] for word in words if len(word) >= STEM)
