"""What of a page is said again: a headline on the way to it, a menu twice, a list of contents."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

CRUMB = re.compile(r"(?<=\w)\s?[/>›»|~]\s|\s[/>›»|]\s?(?=\w)")  # what parts a breadcrumb
CRUMBS = "/>›|"  # and what one ends with
NEAR = 8  # lines to a breadcrumb that says the headline too
PART, LONGEST = 8, 200  # characters of a line that may stand in another; that are looked for
SOON = 6  # lines to the same line again: the text, behind what is told of it
BLOCK = 3  # lines above and below that tell whether a whole menu stands twice
ENTRIES = 2  # lines from one entry of a list of contents to the next


class Repeats:
    """The lines of `page` that stand on it again, asked about the lines `near` its main text."""

    def __init__(self, page: Page, near: range) -> None:
        self._page = page
        self._said = [line.folded.lower() for line in page.full]
        places: dict[str, list[int]] = {}
        for index, text in enumerate(self._said):
            places.setdefault(text, []).append(index)
        self._places = {text: found for text, found in places.items() if len(found) > 1}
        self._start = near.start
        self._near = [text[:LONGEST] for text in self._said[near.start : near.stop]]
        self._all = "\n".join(self._near)
        self._contents = self._listed()

    def features(self, index: int) -> dict[str, float]:
        """Give the features of the line at `index`, which is one of those near the main text."""
        own, at = self._near[index - self._start], index - self._start
        near = [one for one in self._near[max(0, at - NEAR) : at + NEAR + 1] if one != own]
        again = len(own) >= PART and self._all.find(own, self._all.find(own) + 1) >= 0
        way = any(one.endswith(own) and CRUMB.search(one) for one in near)
        places = self._places.get(self._said[index], ())
        above, listed = self._said[index - 1], self._said[index] in self._contents
        soon = any(0 < i - index <= SOON for i in places)
        around = self._said[max(0, index - BLOCK) : index + BLOCK + 1]
        block = sum(text in self._places for text in around) - 1 if places else 0
        return {
            "said again near it": float(again),
            "ends the way to it": float(way),
            "stands again soon below": float(soon and not listed),
            "a line above it that stands again": float(index > 0 and above in self._places),
            "in a menu that stands twice": block / max(1, len(around) - 1),
            "in a list of contents": float(listed),
        }

    def _listed(self) -> set[str]:
        """Give the lines, several in a row, that stand again below over running text."""
        full, found = self._page.full, self._page.found
        heads = {
            text: index
            for index, (text, line) in enumerate(zip(self._said, full[1:], strict=False))
            if line.prose and not found[index]
        }
        entries = [
            index
            for index, text in enumerate(self._said)
            if full[index].words > 1 and heads.get(text, index) > index
        ]
        close = [{self._said[i], self._said[j]} for i, j in pairwise(entries) if j - i <= ENTRIES]
        return set().union(*(pair for pair in close if len(pair) > 1))
