"""Features of the lines of a text: shape, words, rules that match, neighbours, place.

Every feature is a number with a name that a reader understands; `train.py` in bench/cleaning
weighs them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from math import log1p
from pathlib import Path

from translate.cleaning.boilerplate.lines import SENTENCE_END, SENTENCES_MEET, Line
from translate.cleaning.boilerplate.patterns import Rule
from translate.languages.addresses import has_link

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
_HOUR = re.compile(r"\b\d{1,2} ?[:h] ?\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}/\d{1,2}\b")
_PRICE = re.compile(r"[$€£]|\b(?:EUR|USD)\b")
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
Columns = dict[str, list[float]]  # a feature's name, and its value for each line


@lru_cache(4096)  # of a text from which something was removed, all lines are looked at again
def _look(text: str, folded: str) -> tuple[tuple[float, ...], frozenset[str]]:
    """Give the features of a line by itself, `LOOKS`, and its longer words.

    `text` has no space around it.
    """
    lists = _word_lists()
    tokens = _TOKEN.findall(folded)
    lower = [token.lower() for token in tokens]
    n = len(tokens)
    letters = sum(map(len, tokens)) or 1
    of = lists["function"]
    function = sum(t in of or ("'" in t and t.rpartition("'")[2] in of) for t in lower)
    ends = text.endswith(SENTENCE_END)
    digits = sum(map(str.isdigit, text))
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
        sum(map(str.isupper, text)) / letters,
        sum(t[0].isupper() for t in tokens) / (n or 1),
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
    looks = [_look(text, line.folded) for text, line in zip(texts, lines, strict=True)]
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
    marks = [[GROUPS.get(rule.kind, "menu") for rule in rules] if rules else () for rules in found]
    return {
        **{name: [look[place] for look in looks] for place, name in enumerate(LOOKS)},
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
        self.n = len(letters)
        self.words = words
        solid = zip(
            own["sure rule"], own["function words"], own["sentence end"], own["words"], strict=True
        )
        self.solid = [
            not out and function >= 4 and (ends > 0 or n >= 25) for out, function, ends, n in solid
        ]
        weight = [n if ok else 0.0 for n, ok in zip(own["words"], self.solid, strict=True)]
        self.size = _sums(weight)
        self.letters = _sums(map(float, letters))
        self.solids = _sums(map(float, self.solid))
        self.shorts = _sums(float(n <= 4) for n in own["words"])
        known = zip(own["rules"], own["sure rule"], strict=True)
        self.flagged = _sums(float(rules > 0 or out > 0) for rules, out in known)
        self.calls = _sums(own["wording"])
        timed = zip(own["hour or year"], own["words"], strict=True)
        self.timed = _sums(float(hours > 0 and n <= 12) for hours, n in timed)
        self.low, self.high = main_block(weight)
        main = (words[i] for i in range(self.low, self.high) if self.solid[i])
        self.main = Counter(word for some in main for word in some)
        self.previous = _distances(self.solid)
        self.following = _distances(self.solid[::-1])[::-1]
        self.last = {mark: _since([value > 0 for value in own[f"{mark} rule"]]) for mark in MARKS}

    def around(self) -> Columns:
        """Give how much text, how many short lines and rules stand near each line."""
        n, size = self.n, self.size
        here, after = range(n), range(1, n + 1)
        table: Columns = {}
        for reach in (3, 8, 20):
            left = [max(0, i - reach) for i in here]
            right = [min(n, i + reach) for i in after]
            span = [b - a for a, b in zip(left, right, strict=True)]
            table[f"text in {reach} lines before"] = _between(size, left, here)
            table[f"text in {reach} lines after"] = _between(size, after, right)
            for name, sums in (
                ("running lines", self.solids),
                ("short lines", self.shorts),
                ("wording", self.calls),
                ("rules", self.flagged),
            ):
                near = zip(_between(sums, left, right), span, strict=True)
                table[f"{name} in {reach} around"] = [value / lines for value, lines in near]
        before = [max(0, i - 3) for i in here]
        behind = [min(n, i + 3) for i in after]
        table["wording in 3 before"] = [v / 3 for v in _between(self.calls, before, here)]
        table["wording in 3 after"] = [v / 3 for v in _between(self.calls, after, behind)]
        table["rules in 3 before"] = _between(self.flagged, before, here)
        table["rules in 3 after"] = _between(self.flagged, after, behind)
        table["dated lines in 4 around"] = _between(
            self.timed, [max(0, i - 4) for i in here], [min(n, i + 4) for i in after]
        )
        return table

    def place(self) -> Columns:
        """Give where each line stands in the text and from the main block."""
        n, low, high, size = self.n, self.low, self.high, self.size
        text, letters = size[-1] or 1.0, self.letters[-1] or 1.0
        lines = range(n)
        first = [i if i < low else high if i >= high else 0 for i in lines]
        last = [low if i < low else i if i >= high else 0 for i in lines]
        outside = [i - low if i < low else max(0, i - high + 1) for i in lines]
        return {
            "place": [i / n for i in lines],
            "text before": [size[i] / text for i in lines],
            "text after": [(size[-1] - size[i + 1]) / text for i in lines],
            "letters before": [self.letters[i] / letters for i in lines],
            "lines since text": list(map(float, self.previous)),
            "lines until text": list(map(float, self.following)),
            "in the main block": [float(low <= i < high) for i in lines],
            "lines from the main block": [float(max(-FAR, min(FAR, far))) for far in outside],
            "rules from the main block": _between(self.flagged, first, last),
            "short lines from the main block": _between(self.shorts, first, last),
            "text from the main block": _between(size, first, last),
            "lines into the main block": [float(min(FAR, max(-1, i - low))) for i in lines],
            "words of the main block": [self._shared(i) for i in lines],
        }

    def _shared(self, i: int) -> float:
        """Give the share of the words of a line that the running text of the main block has."""
        words = self.words[i]
        own = self.low <= i < self.high and self.solid[i]
        return sum(self.main[word] > own for word in words) / len(words) if words else 0.0

    def since(self) -> Columns:
        """Give how far back each kind of rule last matched, and how much text lies between."""
        table: Columns = {}
        for mark in MARKS:
            back = self.last[mark]
            table[f"lines since {mark}"] = list(map(float, back))
            table[f"text since {mark}"] = [
                self.size[i] - self.size[i - far] if far < FAR else -1.0
                for i, far in enumerate(back)
            ]
        return table


def _between(sums: Sequence[float], starts: Iterable[int], ends: Iterable[int]) -> list[float]:
    """Give what running `sums` grew by from each start to its end."""
    return [sums[end] - sums[start] for start, end in zip(starts, ends, strict=True)]


def _sums(values: Iterable[float]) -> list[float]:
    """Give the running sums of `values`, from 0 on."""
    return list(accumulate(values, initial=0.0))


def _distances(marks: Sequence[bool]) -> list[int]:
    """Give for each place how far back the last mark before it is, `FAR` at most."""
    result, last = [], -FAR
    for i, mark in enumerate(marks):
        result.append(min(FAR, i - last))
        if mark:
            last = i
    return result


def _since(marks: Sequence[bool]) -> list[int]:
    """Give for each place how far back the last mark is, here included, `FAR` at most."""
    result, last = [], -FAR
    for i, mark in enumerate(marks):
        if mark:
            last = i
        result.append(min(FAR, i - last))
    return result
