"""The headline of a text: the line above it that speaks of it and is no button."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.lines import Line
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

REACH = 25  # lines above the text in which its headline may stand
WORDS = 30  # the longest headline
LONG = 3  # letters: longer words tell what a text is about
TEXT = 40  # lines of the text that are looked at
RUNS = 25  # words of a line that is text, whatever it ends with
SENTENCE = 8  # words of a line that is text if it ends as a sentence
CALL = 2.0  # log-odds: what reads so much as a call is no headline
TIMES_SAID = 3  # a word that comes so often makes a line a menu
SHARED = 3  # files of the folder: a line that stands in so many is no headline
TELLS = 0.7  # log-odds: what reads less as a call is text
LEAST = -0.5  # what a line must score; of one or two words more
SHORT = 0.3
TIMES = ("date", "byline", "forum", "job")  # kinds of lines that stand under a headline


def find_title(page: Page) -> int | None:
    """Give the index of the headline of `page` among its full lines, or None."""
    text = next((i for i in range(len(page.full)) if _runs(page, i)), None)
    if not text:
        return None
    about = Counter(word for line in page.full[text : text + TEXT] for word in set(_long(line)))
    scores = {
        index: _score(page, index, text, about)
        for index in range(max(0, text - REACH), text)
        if may_be_title(page, index)
    }
    best = max(scores, key=lambda index: (scores[index], index), default=None)
    if best is None or scores[best] < (LEAST if page.full[best].words > 2 else SHORT):
        return None
    return best


def _runs(page: Page, index: int) -> bool:
    """Whether a line is text, and no notice of the site."""
    line = page.full[index]
    ends = line.text.rstrip().endswith((".", "…", ":", ".»", ".”", ". »"))
    return (line.words >= RUNS or (line.words >= SENTENCE and ends)) and page.call(index) < TELLS


def may_be_title(page: Page, index: int) -> bool:
    """Whether a line has the shape of a headline, and no rule asks about it."""
    line = page.full[index]
    text = line.text.rstrip()
    if page.found[index] or (page.folder is not None and page.folder.count(line.text) >= SHARED):
        return False
    ends = text.endswith((".", ",", ":", ";")) and not text.endswith("...")
    often = max(Counter(_long(line)).values(), default=0)
    if often >= TIMES_SAID:
        return False
    return 1 <= line.words <= WORDS and not ends and page.call(index) < CALL


def _score(page: Page, index: int, text: int, about: Counter[str]) -> float:
    """Give how much a line reads as the headline of what stands from `text` on."""
    line = page.full[index]
    words = set(_long(line))
    shared = sum(word in about for word in words) / len(words) if words else 0.0
    again = sum(other.folded == line.folded for other in page.full[: text + 1]) > 1
    under = range(index + 1, min(index + 4, len(page.full)))
    timed = any(rule.kind in TIMES for i in under for rule in page.found[i])
    return (
        2 * shared
        + 0.5 * (line.words > LONG)
        + 0.7 * again
        + 0.7 * timed
        - 0.5 * max(page.call(index), -1.0)
        - 0.05 * (text - index)
    )


def _long(line: Line) -> list[str]:
    return [word for word in WORD.findall(line.folded.lower()) if len(word) > LONG]
