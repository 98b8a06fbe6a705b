"""Lines broken to fit a width (mail, copies of PDF): joined to sentences, broken again in English.

Whoever breaks lines by a program breaks where the next word does not fit. A text is taken for one
so broken when several lines in a row show it, and some of the breaks are inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Widths in use, in characters: mail has 65 to 80; a column of a newspaper may be narrower. Wider
# lines are paragraphs of one line each.
WIDTHS = range(45, 101)
RUN = 3  # lines in a row, of which all but the last are full
# A line that continues another begins with its word, not with a bullet, a quote mark or a number.
CONTINUES = re.compile(
    r"\s*(?=[^\W_]|[«“\"'‘(…]|[–—-](?! ))(?!\(?(?:\d{1,3}[.)°]|[a-zA-Z]\))\s)\S+"
)
ENDED = re.compile(r"[.!?…:;][\s»”’\"')\]]*$")
BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")


def width(lines: Sequence[str]) -> int:
    """Give the width that `lines` of a text were broken to, 0 when they were not.

    >>> width(["Le pont que la ville avait fermé en mai pour des", "travaux a rouvert hier, "
    ... "et les riverains s'en disent", "contents."])
    52
    """
    widest = 0
    for run in _runs(lines):
        most = max(map(len, run))
        pairs = list(pairwise(run))
        inside = any(not ENDED.search(a) and b.lstrip()[:1].islower() for a, b in pairs)
        if most in WIDTHS and inside and all(_full(a, b, most) for a, b in pairs):
            widest = max(widest, most)
    return widest


def continued(lines: Sequence[str]) -> list[bool]:
    """Tell of each of `lines` whether the next one goes on with its paragraph."""
    most = width(lines)
    follows = [bool(most) and _full(a, b, most) for a, b in pairwise(lines)]
    return [*follows, False] if lines else []


def joined(text: str) -> str:
    r"""Give `text` in one line.

    >>> joined("un \r\n  deux")
    'un deux'
    """
    return BREAK.sub(" ", text)


def rewrapped(english: str, source: str) -> str:
    r"""Give `english` with the line breaks of `source`, at spaces about as far in the text.

    >>> rewrapped("The bridge is open again.", "Le pont\nest de nouveau\n ouvert.")
    'The\nbridge is open\n again.'
    """
    found = list(BREAK.finditer(source))
    spaces = [m.start() for m in re.finditer(" ", english)]
    out: list[str] = []
    at = 0
    for number, match in enumerate(found):
        later = [s for s in spaces if s >= at]
        free = later[: max(0, len(later) - (len(found) - number - 1))]
        if not free:
            return "".join(out) + english[at:] + "".join(m[0] for m in found[number:])
        wanted = len(english) * match.start() / len(source)
        space = min(free, key=lambda s: abs(s - wanted))
        out += (english[at:space], match[0])
        at = space + 1
    return "".join(out) + english[at:]


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the runs of lines of which each goes on from the one before, as far as form tells.

    All but the first have the same indentation; the first may have another, and a bullet.
    """
    run: list[str] = []
    for line in lines:
        body = line.rstrip()
        hangs = len(run) == 1 or (run and _indent(body) == _indent(run[-1]))
        if hangs and CONTINUES.match(body):
            run.append(body)
            continue
        if len(run) >= RUN:
            yield run
        run = [body] if body.strip() else []
    if len(run) >= RUN:
        yield run


def _full(line: str, following: str, most: int) -> bool:
    """Tell whether the first word of `following` would not have fitted in `line`."""
    body, word = line.rstrip(), CONTINUES.match(following)
    return (
        bool(body.strip() and word)
        and len(body) <= most
        and len(body) + 1 + len(following.split(maxsplit=1)[0]) > most
    )


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
