"""What a firm says of itself in short lines: who works there, who buys from it, its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from translate.languages import common
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

# What stands over those who work for a firm, what its customers say, and its figures.
TEAM, CUSTOMERS, NUMBERS = (
    rf"(?:{{{{{kind}}}}})\s*[:?]?\s*$" for kind in ("team", "customers", "figures")
)
HEAD = 15  # words of one of these, at most: none is longer, and running text mostly is
PERSONS, FUNCTION = 2, 10  # so many make a team, at least; words of what somebody does, at most
# Two words or more with capitals, small ones between them.
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\s,:]*"
NAME = re.compile(rf"\s*{CAPITAL}(?:(?: [^\W\d_]{{2,3}})? {CAPITAL}){{1,3}}")
BEHIND = re.compile(r"(?: [-–—|]|,| ?:) \S")  # what parts a name from what the person does
QUOTE = re.compile(r"\s*(?:«[^»]{3,}»|“[^”]{3,}”|„[^“”]{3,}[“”]|\"[^\"]{3,}\")")
CUSTOMER = 8  # words of who says it, at most
# A number with its unit, alone in a line, and what is counted in the next.
FIGURE = re.compile(r"\s*[+≈~]?\s?\d[\d., ]*(?:%|[^\W\d]{1,9}[²³]?)?\s*$")
FIGURES, COUNTED = 2, 6  # so many in a row, at least; words of what is counted, at most


def firm(page: Page) -> set[int]:
    """Give the lines that say who works for a firm, what its customers say, and its figures.

    Figures without a head are two at least, and what they count begins small: titles do not.
    """
    found = {i for run in _rows(page) for i in run}
    any_head = in_all_languages(f"(?:{TEAM}|{CUSTOMERS}|{NUMBERS})")
    for index, line in enumerate(page.full):
        said = line.folded.lower()
        if line.words > HEAD or not any_head.match(said):
            continue
        for head, told in ((TEAM, _team), (CUSTOMERS, _said), (NUMBERS, _figures)):
            if in_all_languages(head).match(said) and (under := told(page, index + 1)):
                found.update((index, *under))
    return found


def _team(page: Page, start: int) -> list[int]:
    """Give names from `start` on, each with what the person does behind it or in the next line.

    One at least begins with a first name that is known: in a menu none does.
    """
    found: list[int] = []
    persons, known, index = 0, 0, start
    while index < len(page.full) and (name := NAME.match(page.full[index].text)):
        behind = page.full[index].text[name.end() :]
        size = 1 if BEHIND.match(behind) else 2
        if size == 2 and (behind.strip() or not _does(page, index + 1)):
            break
        found += range(index, index + size)
        first = WORD.findall(page.full[index].folded.lower())[0]
        known += first in common("women") | common("men")
        persons, index = persons + 1, index + size
        while index < len(page.full) and page.found[index]:  # a button of each person
            index += 1
    return found if persons >= PERSONS and known else []


def _does(page: Page, index: int) -> bool:
    """Whether a line may say what somebody does: short, no rule knows it, and it is no name."""
    if index >= len(page.full) or page.found[index]:
        return False
    line = page.full[index]
    return line.words <= FUNCTION and not NAME.fullmatch(line.text) and not line.prose


def _said(page: Page, start: int) -> list[int]:
    """Give quotations from `start` on, each with who says it behind it or in the next line."""
    found: list[int] = []
    index = start
    while index < len(page.full) and (quote := QUOTE.match(page.full[index].text)):
        found.append(index)
        index += 1
        signed = page.full[index - 1].text[quote.end() :].strip(" .–—-")
        if index < len(page.full) and not signed and not page.found[index]:
            line = page.full[index]
            if line.words <= CUSTOMER and not line.text.rstrip().endswith((".", "?", "!")):
                found.append(index)
                index += 1
    return found


def _figures(page: Page, start: int) -> list[int]:
    """Give numbers from `start` on, each with what it counts in the next line."""
    index = start
    while index + 1 < len(page.full) and FIGURE.match(page.full[index].text):
        counted = page.full[index + 1].text.strip()
        if page.found[index + 1] or not counted[-1:].isalnum() or counted[:1].isdigit():
            break
        if len(counted.split()) > COUNTED:
            break
        index += 2
    return list(range(start, index))


def _rows(page: Page) -> Iterator[list[int]]:
    """Give figures in a row that count something in small words, more than one in one of them."""
    end = 0
    for index in (i for i, line in enumerate(page.full) if FIGURE.match(line.text)):
        run = _figures(page, index) if index >= end else []
        end = max(end, index + len(run))
        counted = [page.full[i] for i in run[1::2]]
        small = all(line.text.strip()[0].islower() for line in counted)
        if len(counted) >= FIGURES and small and any(line.words > 1 for line in counted):
            yield run
