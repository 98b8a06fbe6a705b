"""A text taken apart into words, with what their places and capitals say about them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from itertools import pairwise

from translate.document import line_starts
from translate.languages.words import fold_word
from translate.names.spelling import APOSTROPHES, HYPHENS, TOKEN, plain, titles

# Where a word is cut: at the end of a line, or what was one.
CUT = re.compile(r"(?<=[^\W\d_])[-‐](?:[^\S\n]*\n[^\S\n]*)?(?=[^\W\d_])")
SENTENCE_END = frozenset('.!?…:;»«"“”()[]{}—–•|>*')


def gap(between: str) -> str:
    """Give the kind of gap that the text `between` two words makes, empty where no name goes on.

    `0` is nothing between them, `-` any hyphen, `'` any apostrophe, `.` a full stop; other signs
    are their own kind.

    >>> gap(" "), gap("’"), gap(". "), gap(" ("), gap("\\n\\n")
    (' ', "'", '.', '(', '')
    """
    if not between:
        return "0"
    if between.isspace():
        return " " if between.count("\n") < 2 else ""
    if between in APOSTROPHES:
        return "'"
    return "-" if between in HYPHENS else plain(between)


def whole(text: str) -> str:
    """Give `text` where words that the end of a line cuts are whole.

    >>> whole("Ada Love-\\nlace")
    'Ada Lovelace'
    """
    return CUT.sub("", text)


class Reading:
    """The words of a text, folded, with the place of each in the text.

    Two halves of a word of `known` names are one word, a hyphen between them or the end of a line.

    >>> reading = Reading("Selon M. Page, oui.")
    >>> reading.words, reading.spans[2], reading.gap(1)
    (['selon', 'm', 'page', ',', 'oui'], (9, 13), '.')
    >>> reading.capitalised(2), reading.begins_sentence(2)
    (True, False)
    """

    def __init__(self, text: str, known: Container[str] = ()) -> None:
        self.text = text
        matches = list(TOKEN.finditer(text))
        self.spans = [m.span() for m in matches]
        self.words = [fold_word(m.group()) for m in matches]
        if known and CUT.search(text):
            self._join(known)
        self._lines = [*line_starts(text), len(text)]
        self._cased: dict[int, bool] = {}  # by the number of a line

    def _join(self, known: Container[str]) -> None:
        """Make one word of two halves of one that is `known`, where neither half is."""
        words: list[str] = []  # from the last to the first
        spans: list[tuple[int, int]] = []
        for first, (start, before) in zip(reversed(self.words), reversed(self.spans), strict=True):
            second, (after, end) = (words[-1], spans[-1]) if words else ("", (-1, -1))
            if first + second in known and first not in known and second not in known:
                cut = CUT.match(self.text, before)
                if cut and cut.end() == after:
                    words[-1], spans[-1] = first + second, (start, end)
                    continue
            words.append(first)
            spans.append((start, before))
        self.words, self.spans = words[::-1], spans[::-1]

    def gap(self, at: int) -> str:
        """Give the kind of gap after the word number `at`, empty after the last word."""
        if at + 1 == len(self.words):
            return ""
        return gap(self.text[self.spans[at][1] : self.spans[at + 1][0]])

    def hyphen(self, at: int) -> bool:
        """Whether a hyphen joins the word number `at` and the next."""
        return self.gap(at) == "-"

    def capitalised(self, at: int) -> bool:
        """Whether the word number `at` begins with a capital."""
        return self.text[self.spans[at][0]].isupper()

    def cased(self, at: int) -> bool:
        """Whether the line of the word number `at` has words with a capital (`Le`; not `IA`)."""
        number = bisect_right(self._lines, self.spans[at][0]) - 1
        if number not in self._cased:
            line = self.text[slice(*self._lines[number : number + 2])]
            letters = pairwise("" if line.islower() else line)
            self._cased[number] = any(a.isupper() and b.islower() for a, b in letters)
        return self._cased[number]

    def begins_sentence(self, at: int) -> bool:
        """Whether the word number `at` is the first of a sentence, a quotation or a line."""
        start = self.spans[at][0]
        before = self.text[max(0, start - 4) : start].rstrip(" \t\u00a0\u202f")
        if at and self.gap(at - 1) == ".":
            return len(self.words[at - 1]) > 1 and self.words[at - 1] not in titles()
        return not before or before[-1] == "\n" or before[-1] in SENTENCE_END
