"""What has the words of a notice, and is none: an author tells what he did with cookies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.narrating import asks_reader, confides, lived, narrates
from translate.cleaning.boilerplate.patterns import bare_match

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

KIND = "cookie"  # of lines that ask for consent
ASKED = 0.0  # log-odds: a question that reads as a call no more than that asks no reader
ASKING = "comment-call"  # the kind of lines that ask readers for their opinion
OWN_CALLS = {ASKING, "subscribe"}  # those of lines in which a person may ask for himself
POSTED = {*OWN_CALLS, "tag", "linkedin-comment", "post", "count"}  # and of all around his post
PERSONAL = 0.2  # of the running text: who tells of himself says "I" in more
WORDS = 3  # of a sentence, at least
LOOSE = 2.4  # log-odds: what reads as a call so much is no headline


def no_notice(page: Page, index: int) -> bool:
    """Tell whether a line says what its writer did, or asks what no reader is asked.

    Nor is it a notice if it tells of cookies above the text, where no other line is the headline.
    """
    line, found = page.full[index], page.found[index]
    if any(bare_match(rule, line, every=True) for rule in found):
        return False
    asks = line.text.rstrip().endswith("?") and not asks_reader(line)
    if lived(line) or (asks and found and page.call(index) <= ASKED):
        return True
    above = page.title is None and index <= page.begin and not ended(line.text)
    told = above and any(rule.kind == KIND for rule in found)
    return told and page.call(index) < LOOSE and narrates(line)


def text_begins(page: Page) -> int:
    """Give the first line of running text that no rule knows, or how many lines there are."""
    texts = (i for i, line in enumerate(page.full) if line.prose and not page.found[i])
    return next(texts, len(page.full))


def of_himself(page: Page) -> bool:
    """Tell whether the text is of somebody who tells of himself, in posts in short sentences."""
    if not any(rule.kind == ASKING for i in page.known for rule in page.found[i]):
        return False  # nothing depends on it
    prose = [i for i, line in enumerate(page.full) if line.prose]
    heads = (i for i in page.known if any(rule.scope == "rest" for rule in page.found[i]))
    end = next((i for i in heads if prose and i > prose[0]), len(page.full))
    told = [one for one in page.full[:end] if one.words >= WORDS and ended(one.text)]
    return sum(map(confides, told)) > PERSONAL * len(told)
