"""Signs that should not be there: invisible characters, spaces out of place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.cleaning.repair.holes import holes
from translate.document import Edit

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Anything that needs a look; found fast, so that clean text costs one pass.
_ODD = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SOFT_HYPHEN = re.compile("\u00ad+")
_ZERO_WIDTH = re.compile("[\u200b\u2060-\u2064\ufeff]+")
# Joiners shape emoji, Arabic and Indic scripts; between Latin letters and spaces they do nothing.
_JOINER = re.compile(rf"(?<![^\s\x00-\x7f{_LATIN}])[\u200c\u200d](?![^\s\x00-\x7f{_LATIN}])")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u206f]+")
_SPACES = re.compile(" {2,}")
_BREAKS = "\x0b\x0c\x1c\x1d\x1e"
_BREAK = re.compile(f"[{_BREAKS}]+")
_UNIT = re.compile("(?<=\\S)\x1f+(?=\\S)")
# The first bytes of a sign of three or four and no more of it: no letter to guess.
_CUT = re.compile("[\udce1-\udcf4][\udc80-\udcbf]{1,2}\\Z")
NEAR = 200  # characters before a full stop that tell prose from a command
_WORDS = re.compile(r"\W*[A-ZÀ-ÖØ-Þ0-9]|(?:[^\W_]+\W+){2}")  # a capital, or at least three words
_CODE = re.compile(r"(?:^|\s)-{1,2}\w|[|=<>{}`$\\~]|\w/\w*$|\w\.\w+$|^\s*[#%]")
_STOP = re.compile(r" [.,](?=[ \u00a0]?(?:[\r\n]|\Z)| [^\W_])")
_LAST_STOP = re.compile(r" \.(?=\r?\n|\Z)")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that take invisible characters and misplaced spaces out of `text`.

    Holes where something is lost stay open (see `holes`). French spaces before : ; ! ? » are never
    touched.

    >>> [e.reason for e in edits("mot\\u200b clé : Windows 10 .", [])]
    ['zero-width character', 'space before a full stop or comma']
    """
    left = {start for start, _ in holes(text, languages)}
    spaces = (edit for edit in _spaces(text) if edit.start not in left)
    return sorted([*_invisible(text), *spaces], key=lambda e: e.start)


def line_breaks(text: str, languages: Sequence[str]) -> list[Edit]:
    r"""Give edits that make line breaks of signs that part lines or pages.

    `languages` do not matter here.

    >>> [(e.old, e.new) for e in line_breaks("Un.\x0bDeux.\x0c\n", [])]
    [('\x0b', '\n'), ('\x0c', '')]
    """
    result = []
    for match in _BREAK.finditer(text) if any(map(text.__contains__, _BREAKS)) else ():
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        new = "" if set(beside) & set("\r\n") else "\n"
        reason = "a sign that parts lines or pages"
        result.append(Edit(match.start(), match.group(), new, "repair.control", reason))
    for match in _UNIT.finditer(text) if "\x1f" in text else ():
        reason = "a sign that parts fields"
        result.append(Edit(match.start(), match.group(), " ", "repair.control", reason))
    for match in _CUT.finditer(text, max(0, len(text) - 4)):
        reason = "a file cut off within a character"
        result.append(Edit(match.start(), match.group(), "", "repair.control", reason))
    return result


def _invisible(text: str) -> Iterator[Edit]:
    if text.isascii() or not _ODD.search(text):
        return
    for pattern, reason in (
        (_SOFT_HYPHEN, "soft hyphen"),
        (_ZERO_WIDTH, "zero-width character"),
        (_JOINER, "joiner between letters that do not join"),
    ):
        for match in pattern.finditer(text):
            yield Edit(match.start(), match.group(), "", "repair.invisible", reason)
    if not re.search(f"[{_RIGHT_TO_LEFT}]", text):
        for match in _DIRECTION.finditer(text):
            reason = "writing direction mark in a text without right-to-left letters"
            yield Edit(match.start(), match.group(), "", "repair.invisible", reason)


def _spaces(text: str) -> Iterator[Edit]:
    for match in _SPACES.finditer(text) if "  " in text else ():
        start, end = match.span()
        if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
            yield Edit(start, match.group(), " ", "repair.space", "several spaces")
    if " ." not in text and " ," not in text:
        return
    for match in _STOP.finditer(text):
        start, end = _spaces_before(text, match.start()), match.end() - 1
        if text[start - 1 : start].isalnum() and _prose(text, start, end):
            reason = "space before a full stop or comma"
            yield Edit(start, text[start:end], "", "repair.space", reason)
    for match in _LAST_STOP.finditer(text):
        start, end = _spaces_before(text, match.start()), match.end()
        if text[start - 1 : start] == "." and text[start - 2 : start - 1].isalnum():
            yield Edit(start, text[start:end], "", "repair.space", "a second full stop")


def _spaces_before(text: str, at: int) -> int:
    """Give where the spaces begin of which the one at `at` is the last."""
    while text.startswith(" ", at - 1) and at:
        at -= 1
    return at


def _prose(text: str, at: int, end: int) -> bool:
    """Whether what stands before the spaces `at` to `end` are words, not a command ("cp a .")."""
    low = max(0, at - NEAR)
    before = text[max(text.rfind("\n", low, at) + 1, low) : at]
    words = text.startswith(",", end) or _WORDS.match(before)
    return bool(words) and not _CODE.search(before)
