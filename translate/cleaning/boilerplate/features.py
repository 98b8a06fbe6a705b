"""Features of the lines of a text: shape, words, rules that match, neighbours, place.

Every feature is a number with a name that a reader understands; `train.py` in bench/cleaning
weighs them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from math import log1p
from pathlib import Path
from typing import Any

from translate.cleaning.boilerplate.ends import ended, felt, without_tail
from translate.cleaning.boilerplate.lines import SENTENCES_MEET, Line, undressed
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.remembered import remembered
from translate.languages.addresses import has_link
from translate.languages.words import fold

WORDS = Path(__file__).with_name("data") / "words.json"
GROUPS = {
    "share": "share", "follow": "share", "subscribe": "offer", "newsletter": "offer",
    "affiliate": "ad", "ad": "ad", "shop": "ad", "price": "ad", "cookie": "legal",
    "login": "offer", "paywall": "offer",
    "navigation": "menu", "breadcrumb": "menu", "language-switcher": "menu", "related": "related",
    "tag": "tag", "comment-call": "comment", "comment-header": "comment", "comment": "comment",
    "author-bio": "author", "byline": "author", "date": "date", "photo-credit": "credit",
    "copyright": "legal", "app-download": "offer",
}  # fmt: skip
MARKS = tuple(sorted(set(GROUPS.values())))
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOT_ASCII, _DIGIT, _CAPITAL = map(re.compile, (r"[^\x00-\x7f]", "[0-9]", "[A-Z]"))
_HOUR = re.compile(r"\b\d{1,2} ?[:h] ?\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b")
# One class first: what begins with one is found fast.
_PRICE = re.compile(r"[$€£EU](?:(?<=[$€£])|(?<=\bE)UR\b|(?<=\bU)SD\b)")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪►>»←→+©|#]|\d+[.)]?\s)")
# What is said of the lines before and after too.
BESIDE = ("words", "sentence end", "share of function words", "rules", "capitals", "wording")
FAR = 60  # distances in lines are cut here
GAP = 6.0  # words of running text that make up for a line that is none
MOST = 60.0  # words of one line that count at most


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    """Read the word lists: function words, and words that speak to the reader.

    They belong to the trained model and to no language: asked with the fuller lists of the
    languages, it finds 0.3 % fewer lines to drop in English pages.
    """
    lists = json.loads(WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


LOOKS = (
    "length", "words", "letters a word", "function words", "share of function words",
    "words to the reader", "offers", "sentence end", "colon end", "dots end", "sentences inside",
    "commas", "quotes", "capitals", "capitalised words", "lower-case start", "digits",
    "hour or year", "link", "price", "bullet", "bars", "question", "words said again",
)  # fmt: skip
Columns = dict[str, Any]  # a feature's name, and its value for each line: a list or an array


@remembered
def _look(text: str, folded: str, ends: bool) -> tuple[tuple[float, ...], frozenset[str]]:
    """Give the features of a line by itself, `LOOKS`, and its longer words.

    `text` has no space around it, and `ends` as a sentence or not.
    """
    lists = _word_lists()
    tokens = _TOKEN.findall(folded)
    lower = " ".join(tokens).lower().split()  # faster than one by one
    n = len(tokens)
    letters = sum(map(len, tokens)) or 1
    of = lists["function"]
    function = sum(map(of.__contains__, lower))
    if "'" in folded:  # elided before it
        elided = (t.rpartition("'")[2] for t in lower if "'" in t and t not in of)
        function += sum(map(of.__contains__, elided))
    other = _NOT_ASCII.findall(text)
    digits = len(_DIGIT.findall(text)) + sum(map(str.isdigit, other))
    dotted = text.endswith(("…", "..."))
    look = (
        log1p(len(text)),
        float(n),
        letters / n if n else 0.0,
        float(function),
        function / n if n else 0.0,
        sum(map(lists["reader"].__contains__, lower)) / (n or 1),
        float(sum(map(lists["offer"].__contains__, lower))),
        float(ends and not text.endswith((":", "..."))),
        float(text.endswith(":")),
        float(dotted),
        float(len(SENTENCES_MEET.findall(text))),
        text.count(",") / (n or 1),
        float(sum(map(text.count, '«“"„'))),
        (len(_CAPITAL.findall(text)) + sum(map(str.isupper, other))) / letters,
        sum([t[0].isupper() for t in tokens]) / (n or 1),
        float(text[:1].islower()),
        digits / (len(text) or 1),
        float(len(_HOUR.findall(text))) if digits else 0.0,
        float(has_link(text)),
        float(len(_PRICE.findall(text))),
        float(bool(_BULLET.match(text))),
        float(text.count("|") + text.count(" > ") + text.count(" / ") + text.count("•")),
        float("?" in text),
        1 - len(set(lower)) / n if n else 0.0,
    )
    words = lower if folded.isascii() else _TOKEN.findall(folded.lower())
    return look, frozenset(word for word in words if len(word) > 4)


def _seen(text: str, line: Line) -> tuple[tuple[float, ...], frozenset[str]]:
    """Give what `_look` does of a line and its text, without what stands behind its sentences."""
    bare = without_tail(text)
    folded = line.folded if bare == text else undressed(fold(bare))
    return _look(bare, folded, ended(text) or felt(text))


def main_block(running: Iterable[float]) -> tuple[int, int]:
    """Give start and end of the run of lines with most running text (Kadane 1984).

    `running` are the words of each line of running text, 0 for any other line.

    >>> main_block([0, 15, 0, 30, 0, 0, 7]), main_block([0, 0])
    ((1, 4), (0, 0))
    """
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for i, words in enumerate(running):
        total += min(words, MOST) - GAP
        if total <= 0:
            total, start = 0.0, i + 1
        elif total > best_sum:
            best, best_sum = (start, i + 1), total
    return best


def features(
    lines: Sequence[Line],
    found: Sequence[Sequence[Rule]],
    gone: Sequence[bool],
    calls: Sequence[float],
) -> Columns:
    """Give the features of `lines` (none blank): by the name of each, its value for every line.

    `found` are the rules that match a line, `gone` tells whether rules drop it already, `calls` is
    how much its wording reads as a call.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> lines = split("Accueil\\nLe pont est ouvert depuis hier.")
    >>> table = features(lines, [(), ()], [False, False], [1.5, -2.0])
    >>> table["words"], table["prev words"], table["sentence end"]
    ([1.0, 6.0], [-1.0, 1.0], [0.0, 1.0])
    """
    texts = [line.text.strip() for line in lines]
    looks = [_seen(text, line) for text, line in zip(texts, lines, strict=True)]
    own = _own(lines, [look for look, _ in looks], found, gone, calls)
    page = _Page(own, [len(text) for text in texts], [words for _, words in looks])
    return own | _beside(own) | page.around() | page.place() | page.since()


def _own(
    lines: Sequence[Line],
    looks: Sequence[Sequence[float]],
    found: Sequence[Sequence[Rule]],
    gone: Sequence[bool],
    calls: Sequence[float],
) -> Columns:
    """Give what is known of each line without the others, and how often it stands in the text."""
    same = [line.folded.lower() for line in lines]
    counts = Counter(same)
    columns = map(list, zip(*looks, strict=True) if looks else [()] * len(LOOKS))
    marks = [[GROUPS.get(rule.kind, "menu") for rule in rules] if rules else () for rules in found]
    return {
        **dict(zip(LOOKS, columns, strict=True)),
        "times in the text": [float(min(counts[text], 5)) for text in same],
        "rules": [float(len(rules)) for rules in found],
        "sure rule": [float(out) for out in gone],
        "wording": list(calls),
        **{f"{mark} rule": [float(mark in some) for some in marks] for mark in MARKS},
    }


def _beside(own: Columns) -> Columns:
    """Give what the two lines before and after each are like."""
    table: Columns = {}
    for name, step in (("prev", 1), ("next", -1), ("prev2", 2), ("next2", -2)):
        edge = [-1.0] * abs(step)
        for key in BESIDE:
            n = len(own[key])
            table[f"{name} {key}"] = (edge + own[key])[:n] if step > 0 else (own[key] + edge)[-n:]
    return table


class _Page:
    """The lines of a text with running sums over them: what stands around a line, and where."""

    def __init__(
        self, own: Columns, letters: Sequence[int], words: Sequence[frozenset[str]]
    ) -> None:
        import numpy as np

        self.n = len(letters)
        self.words = words
        self.lines = np.arange(self.n)
        at = {
            name: np.array(own[name], dtype=float)
            for name in ("words", "function words", "sentence end", "sure rule", "rules", "wording")
        }
        told = (at["function words"] >= 4) & ((at["sentence end"] > 0) | (at["words"] >= 25))
        solid = (at["sure rule"] == 0) & told
        weight = np.where(solid, at["words"], 0.0)
        self.solid = solid.tolist()
        self.size = _sums(weight)
        self.letters = _sums(letters)
        self.solids = _sums(solid)
        self.shorts = _sums(at["words"] <= 4)
        self.flagged = _sums((at["rules"] > 0) | (at["sure rule"] > 0))
        self.calls = _sums(at["wording"])
        self.timed = _sums((np.array(own["hour or year"]) > 0) & (at["words"] <= 12))
        self.low, self.high = main_block(weight.tolist())
        main = (words[i] for i in range(self.low, self.high) if self.solid[i])
        self.main = Counter(word for some in main for word in some)
        self.previous = self._distances(solid)
        self.following = self._distances(solid[::-1])[::-1]
        self.last = {mark: self._since(np.array(own[f"{mark} rule"]) > 0) for mark in MARKS}

    def around(self) -> Columns:
        """Give how much text, how many short lines and rules stand near each line."""
        here, after = self.lines, self.lines + 1
        table: Columns = {}
        for reach in (3, 8, 20):
            left, right = self._reach(reach)
            table[f"text in {reach} lines before"] = _between(self.size, left, here)
            table[f"text in {reach} lines after"] = _between(self.size, after, right)
            for name, sums in (
                ("running lines", self.solids),
                ("short lines", self.shorts),
                ("wording", self.calls),
                ("rules", self.flagged),
            ):
                near = _between(sums, left, right) / (right - left)
                table[f"{name} in {reach} around"] = near
        left, right = self._reach(3)
        table["wording in 3 before"] = _between(self.calls, left, here) / 3
        table["wording in 3 after"] = _between(self.calls, after, right) / 3
        table["rules in 3 before"] = _between(self.flagged, left, here)
        table["rules in 3 after"] = _between(self.flagged, after, right)
        table["dated lines in 4 around"] = _between(self.timed, *self._reach(4))
        return table

    def place(self) -> Columns:
        """Give where each line stands in the text and from the main block."""
        import numpy as np

        low, high, size, lines = self.low, self.high, self.size, self.lines
        text, letters = size[-1] or 1.0, self.letters[-1] or 1.0
        above, below = lines < low, lines >= high
        first = np.where(above, lines, np.where(below, high, 0))
        last = np.where(above, low, np.where(below, lines, 0))
        outside = np.where(above, lines - low, np.maximum(0, lines - high + 1))
        return {
            "place": lines / self.n,
            "text before": size[:-1] / text,
            "text after": (size[-1] - size[1:]) / text,
            "letters before": self.letters[:-1] / letters,
            "lines since text": self.previous,
            "lines until text": self.following,
            "in the main block": (~above & ~below).astype(float),
            "lines from the main block": outside.clip(-FAR, FAR).astype(float),
            "rules from the main block": _between(self.flagged, first, last),
            "short lines from the main block": _between(self.shorts, first, last),
            "text from the main block": _between(size, first, last),
            "lines into the main block": (lines - low).clip(-1, FAR).astype(float),
            "words of the main block": list(map(self._shared, range(self.n))),
        }

    def _shared(self, i: int) -> float:
        """Give the share of the words of a line that the running text of the main block has."""
        words, count = self.words[i], self.main.get
        own = self.low <= i < self.high and self.solid[i]
        return sum([count(word, 0) > own for word in words]) / len(words) if words else 0.0

    def since(self) -> Columns:
        """Give how far back each kind of rule last matched, and how much text lies between."""
        import numpy as np

        table: Columns = {}
        for mark in MARKS:
            back = self.last[mark]
            table[f"lines since {mark}"] = back
            text = self.size[:-1] - self.size[(self.lines - back.astype(int)).clip(0)]
            table[f"text since {mark}"] = np.where(back < FAR, text, -1.0)
        return table

    def _reach(self, reach: int) -> tuple[Any, Any]:
        """Give for each line where those near it begin and end."""
        return (self.lines - reach).clip(0), (self.lines + 1 + reach).clip(None, self.n)

    def _since(self, marks: Any) -> Any:
        """Give for each line how far back the last mark is, here included, `FAR` at most."""
        import numpy as np

        last = np.maximum.accumulate(np.where(marks, self.lines, -FAR))
        return (self.lines - last).clip(None, FAR).astype(float)

    def _distances(self, marks: Any) -> Any:
        """Give for each line how far back the last mark before it is, `FAR` at most."""
        import numpy as np

        return (np.concatenate(([FAR - 1.0], self._since(marks)[:-1])) + 1).clip(None, FAR)


def _between(sums: Any, starts: Any, ends: Any) -> Any:
    """Give what running `sums` grew by from each start to its end."""
    return sums[ends] - sums[starts]


def _sums(values: Any) -> Any:
    """Give the running sums of `values`, from 0 on."""
    import numpy as np

    return np.concatenate(([0.0], np.cumsum(values, dtype=float)))
