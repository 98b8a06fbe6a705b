"""The headline of a text: what stands above it, speaks of it and is no button.

`title_features.py` tells what is seen of each candidate; `data/title.json` weighs it, made by
`bench/cleaning/train_titles.py`. The candidate that weighs most is the headline, if it weighs more
than what speaks for a text without one.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.title_features import (
    SOME,
    dated_sentence,
    headline_like,
    introduces,
    no_title_features,
    title_features,
)
from translate.cleaning.boilerplate.judging.title_repeats import CRUMB, CRUMBS, NEAR, PART
from translate.cleaning.boilerplate.judging.title_words import WORDS
from translate.languages import all_first_names
from translate.languages.patterns import in_all_languages
from translate.languages.words import fold

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

WEIGHTS = Path(__file__).parents[1] / "data" / "title.json"
NEARLY = -1.5  # what weighs more speaks for a headline, though more speaks for a text without one
# How much less the line above another may weigh, of which the lower one introduces the text or
# heads its first part; the lines between them.
TIE, SOON = 0.8, 5
LESS = 5.0  # how much less a headline may weigh than the standfirst under it
# What names a kind of text, in how many words it is told with others.
GENRE, RUBRIC = r"\b(?:{genre})\b", 5
WAY = 7  # words of a review and its section, at most
SECTION = re.compile(r"^[^·•]+\w [·•] \w[^·•]+$")  # "The Lake Review · Interviews"
CALL = 2.0  # log-odds: what reads so much as a call is no headline
# What somebody is, words of the name above it, at most, lines down to the text, and those over the
# name among which the headline is.
ROLE, NAME, SOON_TEXT, OVER = r"(?:{role}|{profession})\b", 4, 4, 3
SITE = re.compile(r"\s[-–—|•·]\s(\S.{0,40})$")  # the name of a site behind a headline


def headlines(page: Page) -> dict[int, float]:
    """Give the lines of `page` that may be its headline, by index, and how much each weighs.

    Of some lines a rule says that they are none: they stand at the head of an issue, or of prices.
    Nor is one a person's name over what the person is, where a headline may stand above.
    """
    never = {i for i in page.known if any(r.settings.get("untitled") for r in page.found[i])}
    rows = title_features(page).items()
    if (signed := _signed(page)) is not None:
        never.update((signed.stop, signed.stop + 1))
    return {index: _weighed(row) for index, row in rows if index not in never}


def _signed(page: Page) -> range | None:
    """Give the lines over a person's name alone, below which it is told what the person is.

    The text begins soon below, and one of the lines may be a headline.
    """
    for index in range(2, min(len(page.full), page.begin + 1)):
        if index + SOON_TEXT < page.begin:
            continue
        if not in_all_languages(ROLE, re.IGNORECASE).match(page.full[index].folded):
            continue
        first, *others = page.full[index - 1].text.split()
        named = 0 < len(others) < NAME and all(word[:1].isupper() for word in (first, *others))
        if named and fold(first).lower().partition("-")[0] in all_first_names():
            return range(max(0, index - 1 - OVER), index - 1)
    return None


def find_title(page: Page, scores: Mapping[int, float]) -> tuple[int | None, int | None]:
    """Give the index of the headline of `page` among its full lines, and of what may be it.

    The one is None where no line outweighs that there is none, and no sentence stands where only
    headlines do; the other is the line that weighs most then, if it has the words of a headline
    and so much weight as one, or that weighs more than the headline: no model removes it.
    """
    signed = _signed(page) or ()
    over = (i for i in reversed(signed) if page.full[i].words > SOME and headline_like(page, i))
    if (named := next(over, None)) is not None:
        return named, None
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    none = _weighed(no_title_features(page)) if scores else 0.0
    if best is None or scores[best] <= none:
        if (sentence := dated_sentence(page)) is not None:
            return sentence, None
        near = best is not None and scores[best] > NEARLY and headline_like(page, best)
        if near and best and _says_kind(page, best - 1):
            return best, None
        return None, best if near else None
    upper = _upper(page, scores, best, none)
    best, other = upper, best if best != upper else None
    # The second line of a headline speaks more of the text, and so does a standfirst.
    above = scores.get(best - 1, none)
    near = above > max(none, scores[best] - LESS)
    if _goes_on(page, best) or (near and introduces(page, best)):
        best -= 1
    best = next((i for i in scores if _framed(page, i, best)), best)
    return best + _says_kind(page, best), other


def _says_kind(page: Page, index: int) -> bool:
    """Whether a line only says what kind of text it is, and the headline stands right below.

    It is a word in capitals, some of which one names a kind, or a review and a section of it.
    """
    line, below = page.full[index], page.full[index + 1 : index + 2]
    if not below or not headline_like(page, index + 1) or below[0].text.isupper():
        return False
    if line.text.isupper() and line.words <= RUBRIC:
        named = in_all_languages(GENRE, re.IGNORECASE).search(line.folded)
        return line.words == 1 or named is not None
    return line.words <= WAY and SECTION.match(line.text.strip()) is not None


def _upper(page: Page, scores: Mapping[int, float], best: int, none: float) -> int:
    """Give the line soon above the one at `best` that weighs nearly as much, else `best`."""
    least = max(none, scores[best] - TIE)
    above = range(best - 1, max(-1, best - 1 - SOON), -1)
    near = takewhile(lambda i: not page.full[i].prose, above)
    clear = (i for i in near if scores.get(i, least) > least and _clear(page, i, best))
    return max(clear, key=lambda i: scores[i], default=best)


def _clear(page: Page, index: int, best: int) -> bool:
    """Whether a line is no label, not the name of a site, and no way to the line at `best`."""
    line, lower = page.full[index].text.strip(), page.full[best].text.strip()
    if not headline_like(page, index) or len(line.split()) <= SOME or line[:1].islower():
        return False
    if CRUMB.search(line) or line[-1] in CRUMBS or line in lower or lower in line:
        return False
    return all(one.text.strip() != line for one in page.full[:index])


def _framed(page: Page, index: int, best: int) -> bool:
    """Whether the line at `best` is the one at `index` behind a way, or with a site's name."""
    line, whole = (page.full[i].text.strip() for i in (index, best))
    if len(line) < PART or line == whole or line not in whole:
        return False
    if abs(index - best) <= NEAR and CRUMB.search(whole) and whole.endswith(line):
        return True
    way, _, site = whole.partition(line)
    if page.full[index].words <= SOME or (way and site):
        return False
    return way[-1:].isalnum() or SITE.match(site) is not None


def _goes_on(page: Page, index: int) -> bool:
    """Whether the line at `index` goes on with the headline that the line right above begins."""
    line, above = page.full[index], page.full[index - 1]
    if not index or above.number != line.number - 1 or not line.text.lstrip()[:1].islower():
        return False
    begun = above.text.strip()
    return begun[0].isupper() and not ended(begun) and headline_like(page, index - 1)


def may_be_title(page: Page, index: int) -> bool:
    """Whether a line has the shape of a headline, and no rule asks about it."""
    line = page.full[index]
    if page.found[index] or not 1 <= line.words <= WORDS:
        return False
    text = line.text.rstrip()
    return not text.endswith((".", ",", ":", ";")) and page.call(index) < CALL


def _weighed(row: Mapping[str, float]) -> float:
    """Give how much speaks for a headline of which this is seen."""
    return float(sum(map(mul, map(_weights().__getitem__, row), row.values())))


@cache
def _weights() -> dict[str, float]:
    # A feature that is new is not weighed before the weights are made.
    return defaultdict(float, json.loads(WEIGHTS.read_text(encoding="utf-8")))
