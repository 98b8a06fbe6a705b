r"""Text broken to a width: which lines are pieces of one paragraph.

A program that breaks text fills each line: the first word of the next would not have fitted. So a
line is a piece when it and that word are together longer than the width, which is the longest line.
Where longer lines stand in the text, only a part of it was broken: each part is looked at alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.cleaning.boilerplate.ends import without_tail
from translate.languages.telling import function_words

NARROWEST, WIDEST = 40, 100  # characters: a width somebody breaks text to
JOINTS = 2  # so many breaks of that kind show that a text was broken to a width
SMALL = 0.4  # of them, at least, stand before a small letter: the sentence goes on
PART_SMALL = 0.7  # where only a part was broken: there are lists beside it
GAPS = 0.05  # blank lines for each line: then they part the paragraphs, and full stops do not
# A list, a dialogue, a quoted mail: a line of its own.
_NEW = re.compile(r"\s*(?:[•#>|—–]|[-*]\s|\d+[.)]\s|[a-z]\)\s)")
_STOP = re.compile(r"""[.!?…:»”"][\s)»”"]*$""")
_ENDED = re.compile(r"""\w\w[.!?…][\s)»”"]*$""")  # a sentence
_BEGUN = re.compile(r"[.!?…] [A-ZÀ-Ý«“]")  # a sentence, after another
_QUOTED = re.compile(r"(?:> ?)+")  # how each line of a quoted mail begins
_ADDRESS = re.compile(r"\w[/_@=]|[/_@=]\w|\w\.\w")  # no word of running text
_OPEN = re.compile(r"[,/(&«“–-]$")  # no end of a sentence
_HYPHEN = re.compile(r"[^\W\d_]{2}-$")  # a word that goes on in the next line
_FIRST = re.compile(r"[«“\"(]?\s?([^\W\d_]+)")


def rejoined(lines: Sequence[str]) -> list[str]:
    r"""Give `lines` with the pieces of a paragraph joined by "\n" where the text is wrapped.

    >>> wrapped = ["Le pont qui mène au village est fermé depuis",
    ...            "hier, parce que la rivière est haute et que",
    ...            "personne ne sait où elle ira.", "", "Menu"]
    >>> [line.count("\n") for line in rejoined(wrapped)]
    [2, 0, 0]
    """
    parts = list(_parts(lines))
    full = [number for number, line in enumerate(lines) if line.strip()]
    between = full[-1] + 1 - full[0] - len(full) if full else 0  # blank lines
    parted = between > GAPS * len(full)
    small = SMALL if parts == [range(len(lines))] else PART_SMALL
    pieces = {number for part in parts for number in _joints(lines, part, small, parted)}
    ends = (number for number, line in enumerate(lines[:-1]) if line.endswith("-"))
    pieces.update(n + 1 for n in ends if _parted_word(lines[n], lines[n + 1]))
    found: list[str] = []
    for number, line in enumerate(lines):
        if number in pieces:
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found


def _parted_word(before: str, line: str) -> bool:
    """Whether a word begins at the end of one line and goes on in the next: "com-", "munes".

    >>> _parted_word("Il a lu et relu les registres de douze com-", "munes de la vallée.")
    True
    """
    return len(before) >= NARROWEST and line[:1].islower() and bool(_HYPHEN.search(before))


def _parts(lines: Sequence[str]) -> Iterator[range]:
    """Give the runs of lines that are no longer than a width somebody breaks text to."""
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or len(lines[number].rstrip()) > WIDEST:
            if number - start > JOINTS:
                yield range(start, number)
            start = number + 1


def _joints(lines: Sequence[str], part: range, small: float, parted: bool) -> list[int]:
    """Give the numbers of the lines of `part` that go on where the one before was full."""
    width = max(len(lines[number].rstrip()) for number in part)
    if width < NARROWEST:
        return []
    joints = [number for number in part[1:] if _joint(lines, number, width)]
    if len(joints) < JOINTS or sum(_small(lines, n) for n in joints) < small * len(joints):
        return []
    if parted:
        return joints
    taken: list[int] = []
    for number in joints:
        inside = number - 1 in taken[-1:]
        if _small(lines, number) or _goes_on(lines[number - 1].rstrip(), lines[number], inside):
            taken.append(number)
    return taken


def _joint(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether the line at `number` goes on where the one before was full."""
    before, line = lines[number - 1].rstrip(), lines[number]
    quoted = _QUOTED.match(line)
    if quoted and before.startswith(quoted[0].strip()):
        line = line[quoted.end() :]
    if not before or not line.strip() or _NEW.match(line):
        return False
    word = line.lstrip().split(" ", 1)[0]
    return len(before) + 1 + len(word) > width and not _ADDRESS.search(word)


def _small(lines: Sequence[str], number: int) -> bool:
    """Whether the line at `number` begins with a small letter, and no sentence ended before it."""
    ended = _ENDED.search(without_tail(lines[number - 1]))
    return not ended and lines[number].lstrip('> \t\u00a0«“"(')[:1].islower()


def _goes_on(before: str, line: str, inside: bool) -> bool:
    """Whether a line that begins with no small letter goes on, no blank lines parting paragraphs.

    It does after a small word, a comma, or a line in which a sentence ended and another began, and
    where it begins with no letter. A capital does not go on after a full stop, nor that of a small
    word, which begins a sentence; any other goes on only `inside` a paragraph: after its first line
    it may be a title that ended.
    """
    if _OPEN.search(before) or before.rsplit(None, 1)[-1] in function_words():
        return True
    stopped = _STOP.search(without_tail(before))
    if _BEGUN.search(before) and not stopped:
        return True
    first = _FIRST.match(line.lstrip())
    if first is None:
        return True
    return inside and not stopped and first[1].lower() not in function_words()
