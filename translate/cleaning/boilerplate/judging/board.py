"""The posts of a board: what stands under the lines that tell who wrote when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.members import tells_when
from translate.cleaning.boilerplate.judging.page import Page

POSTS = 3  # at least, under heads of one kind: an article has one head, and comments another kind
SAID = 8  # words of a line that needs no full stop, at least
OPENING = 0.8  # of the running text, at most, stands in the first: an article is most of its page


def posts(page: Page) -> frozenset[int]:
    """Give the lines that begin the posts of a board and end as sentences, and its running text.

    All running text of a board stands under heads of one kind, which other ways have dropped; that
    of an article stands under none, or under another kind than its comments.
    """
    found = heads(page, page.drops)
    running = (i for i in range(found[0], found[-1]) if page.runs(i)) if found else ()
    return frozenset((*running, *(i for head in found for i in _begins(page, head))))


def heads(page: Page, known: Iterable[int]) -> list[int]:
    """Give those of the lines `known` that are the heads of the posts of a board; else none."""
    kinds = {i: page.found[i][0].kind for i in sorted(known) if tells_when(page, i)}
    most = Counter(kinds.values()).most_common(1)
    if not most or most[0][1] < POSTS:
        return []
    found = [i for i, kind in kinds.items() if kind == most[0][0]]
    above = sum(page.full[i].prose for i in range(found[0]))  # what the posts are about
    if above > 1 or page.running[found[1]] > OPENING * page.running[-1]:
        return []
    return found


def _begins(page: Page, head: int) -> Iterator[int]:
    """Give the lines of some words under `head` and its card, up to what is dropped."""
    under = dropwhile(page.drops.__contains__, range(head + 1, len(page.full)))
    below = takewhile(lambda i: i not in page.drops, under)
    return takewhile(lambda i: ended(page.full[i].text) or page.full[i].words >= SAID, below)
