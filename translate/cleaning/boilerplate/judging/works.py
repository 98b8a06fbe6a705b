"""Works that an author names for further reading: who made each, its name, when it came out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.remembered import begins_with, remembered

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

READING = r"\W*(?:{reading})\W*$"
# A year in a part of its own between commas, or in brackets behind the name of who made it.
YEAR = re.compile(r",\s*(?:[^\W\d]+\s){0,2}(?:1[4-9]|20)\d\d\b|\((?:1[4-9]|20)\d\d\)")
BEGINS = re.compile(r"\s*(?:[-–—•*]\s*)?[«“\"]?[^\W\d_a-zß-öø-ÿ]")
COMMAS, LONGEST = 2, 40  # of a work: at least two commas, or one beside a quoted name; words
QUOTED = re.compile(r"«[^»]+»|“[^”]+”|\"[^\"]+\"")
# A label and the name of somebody, in two to four words.
NAMED = re.compile(r"[^:]*: ?[^\W\d_a-zà-ÿ][\w'’.-]*(?: \S+){0,2} [^\W\d_a-zà-ÿ][\w'’.-]*\s*$")
BESIDE = frozenset(("price", "date", "copyright"))  # what rules may take a work for


@remembered
def names_work(text: str) -> bool:
    """Whether a line names a work with who made it and its year.

    >>> names_work("Colette, La Naissance du jour, Flammarion, 1928")
    True
    >>> names_work("Gaza, Ukraine : les guerres de 2024"), names_work("Le pont, en 2024")
    (False, False)
    """
    if not BEGINS.match(text) or not YEAR.search(text):
        return False
    commas = text.count(",")
    return commas >= COMMAS or (commas > 0 and QUOTED.search(text) is not None)


def works(page: Page) -> set[int]:
    """Give the works that a text names, one under the other, and the heading right above them.

    The heading is one of further reading: links to other articles stand under such a one, too, but
    tell no year. Who made what stands there goes on with it: "Sound: ...".
    """
    found: set[int] = set()
    for index, line in enumerate(page.full):
        above = index - 1
        if above in found and not page.found[index] and NAMED.match(line.text):
            found.add(index)
        if "," not in line.text or line.words > LONGEST or not names_work(line.text):
            continue
        if not BESIDE.issuperset(page.kinds(index)):
            continue
        if above in found:
            found.add(index)
        elif above >= 0 and begins_with(READING, page.full[above].folded):
            found.update((above, index))
    return found
