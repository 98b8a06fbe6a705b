r"""Text broken to a width: which lines are pieces of one paragraph.

A program that breaks text fills each line: the first word of the next would not have fitted. So a
line is a piece when it and that word are together longer than the width, which is the longest line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NARROWEST, WIDEST = 40, 100  # characters: a width somebody breaks text to
JOINTS = 2  # so many breaks of that kind show that a text was broken to a width
SMALL = 0.4  # of them, at least, stand before a small letter: the sentence goes on
GAPS = 0.05  # blank lines for each line: then they part the paragraphs, and full stops do not
_NEW = re.compile(r"\s*(?:[-–—•*#>|]|\d+[.)]\s|[a-z]\)\s)")  # a list, a dialogue: a line of its own
_STOP = re.compile(r"""[.!?…:»”"][\s)»”"]*$""")


def rejoined(lines: Sequence[str]) -> list[str]:
    r"""Give `lines` with the pieces of a paragraph joined by "\n" where the text is wrapped.

    >>> wrapped = ["Le pont qui mène au village est fermé depuis",
    ...            "hier, parce que la rivière est haute et que",
    ...            "personne ne sait où elle ira.", "", "Menu"]
    >>> [line.count("\n") for line in rejoined(wrapped)]
    [2, 0, 0]
    """
    width = max(map(len, map(str.rstrip, lines)), default=0)
    if not NARROWEST <= width <= WIDEST:
        return list(lines)
    joints = [number for number in range(1, len(lines)) if _joint(lines, number, width)]
    small = sum(lines[number].lstrip()[0].islower() for number in joints)
    if len(joints) < JOINTS or small < SMALL * len(joints):
        return list(lines)
    if sum(not line.strip() for line in lines) < GAPS * len(lines):
        joints = [n for n in joints if lines[n].lstrip()[0].islower() or not _stops(lines[n - 1])]
    pieces = set(joints)
    found: list[str] = []
    for number, line in enumerate(lines):
        if number in pieces:
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found


def _joint(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether the line at `number` goes on where the one before was full."""
    before, line = lines[number - 1].rstrip(), lines[number]
    if not before or not line.strip() or _NEW.match(line):
        return False
    return len(before) + 1 + len(line.split(None, 1)[0]) > width


def _stops(line: str) -> bool:
    return _STOP.search(line) is not None
