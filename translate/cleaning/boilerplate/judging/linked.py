"""One more title of another article, where links stand within a text: no heading of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.judging.ties import stems
from translate.cleaning.boilerplate.judging.title_features import headline_like

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

WORDS = 9  # of a title without a colon, at least: a heading within a text has fewer
PARTED = re.compile(r"\w ?: \w|\w ?: ?[«“\"]")  # "Budget : la ville emprunte"


def linked(page: Page, index: int) -> bool:
    """Tell whether the line at `index`, under a title that goes, is a title like it.

    It has a colon inside or many words, the text under it takes up none of them, and the text has
    no headings of its own: where it has, one of them may stand under a link.
    """
    line = page.full[index]
    if not headline_like(page, index) or not (line.words >= WORDS or PARTED.search(line.text)):
        return False
    below = index + 1
    while below < len(page.full) and headline_like(page, below):
        below += 1
    if below >= len(page.full) or not page.runs(below):
        return False
    if stems(line.folded) & stems(page.full[below].folded):
        return False
    return not any(_heading(page, i) for i in range(1, len(page.full) - 1))


def _heading(page: Page, index: int) -> bool:
    """Whether a line of some words stands between two of running text, as a heading does."""
    line, title = page.full[index], page.title
    known = page.found[index] or index in page.drops or index == title
    if line.prose or known or not page.is_title(index):
        return False
    return page.full[index - 1].prose and page.full[index + 1].prose
