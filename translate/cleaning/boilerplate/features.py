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
from itertools import accumulate
from math import log1p
from pathlib import Path

from translate.cleaning.boilerplate.lines import SENTENCE_END, Line
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
_INNER_END = re.compile(r"[.!?…][»”\"')]* +[«“\"'(]*[A-ZÀ-Ý0-9]")
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


def _own(
    line: Line, found: Sequence[Rule], count: int, gone: bool, call: float
) -> dict[str, float]:
    """Give the features of a line by itself; `count` is how often it stands in the text."""
    lists, text = _word_lists(), line.text.strip()
    tokens = _TOKEN.findall(line.folded)
    lower = [token.lower() for token in tokens]
    n = len(tokens)
    letters = sum(map(len, tokens)) or 1
    function = sum(t.split("'")[-1] in lists["function"] or t in lists["function"] for t in lower)
    ends = text.endswith(SENTENCE_END)
    return {
        "length": log1p(len(text)),
        "words": float(n),
        "letters a word": letters / n if n else 0.0,
        "function words": float(function),
        "share of function words": function / n if n else 0.0,
        "words to the reader": sum(t in lists["reader"] for t in lower) / (n or 1),
        "offers": float(sum(t in lists["offer"] for t in lower)),
        "sentence end": float(ends and not text.endswith((":", "..."))),
        "colon end": float(text.endswith(":")),
        "dots end": float(text.endswith(("…", "..."))),
        "sentences inside": float(len(_INNER_END.findall(text))),
        "commas": text.count(",") / (n or 1),
        "quotes": float(sum(text.count(c) for c in '«“"„')),
        "capitals": sum(c.isupper() for c in text) / letters,
        "capitalised words": sum(t[0].isupper() for t in tokens) / (n or 1),
        "lower-case start": float(text[:1].islower()),
        "digits": sum(c.isdigit() for c in text) / (len(text) or 1),
        "hour or year": float(len(_HOUR.findall(text))),
        "link": float(has_link(text)),
        "price": float(len(_PRICE.findall(text))),
        "bullet": float(bool(_BULLET.match(text))),
        "bars": float(text.count("|") + text.count(" > ") + text.count(" / ") + text.count("•")),
        "question": float("?" in text),
        "words said again": 1 - len(set(lower)) / n if n else 0.0,
        "times in the text": float(min(count, 5)),
        "rules": float(len(found)),
        "sure rule": float(gone),
        "wording": call,
        **{f"{mark} rule": 0.0 for mark in MARKS},
        **{f"{GROUPS.get(rule.kind, 'menu')} rule": 1.0 for rule in found},
    }


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
) -> list[dict[str, float]]:
    """Give the features of each of `lines` (none blank).

    `found` are the rules that match a line, `gone` tells whether rules drop it already, `calls` is
    how much its wording reads as a call.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> lines = split("Accueil\\nLe pont est ouvert depuis hier.")
    >>> one = features(lines, [(), ()], [False, False], [1.5, -2.0])
    >>> one[1]["words"], one[1]["prev words"], one[0]["sentence end"]
    (6.0, 1.0, 0.0)
    """
    page = _Page(lines, found, gone, calls)
    return [
        {**own, **page.beside(i), **page.around(i), **page.place(i), **page.since(i)}
        for i, own in enumerate(page.own)
    ]


class _Page:
    """The lines of a text with running sums over them: what stands around a line, and where."""

    def __init__(
        self,
        lines: Sequence[Line],
        found: Sequence[Sequence[Rule]],
        gone: Sequence[bool],
        calls: Sequence[float],
    ) -> None:
        texts = [line.text.strip() for line in lines]
        counts = Counter(line.folded.lower() for line in lines)
        self.own = own = [
            _own(line, rules, counts[line.folded.lower()], out, call)
            for line, rules, out, call in zip(lines, found, gone, calls, strict=True)
        ]
        self.n = len(lines)
        self.solid = [
            not out and f["function words"] >= 4 and (f["sentence end"] > 0 or f["words"] >= 25)
            for f, out in zip(own, gone, strict=True)
        ]
        weight = [f["words"] if ok else 0.0 for f, ok in zip(own, self.solid, strict=True)]
        self.size = _sums(weight)
        self.letters = _sums([float(len(text)) for text in texts])
        self.solids = _sums([float(ok) for ok in self.solid])
        self.shorts = _sums([float(f["words"] <= 4) for f in own])
        self.flagged = _sums(
            [float(f["rules"] > 0 or out) for f, out in zip(own, gone, strict=True)]
        )
        self.calls = _sums(calls)
        self.timed = _sums([float(f["hour or year"] > 0 and f["words"] <= 12) for f in own])
        self.low, self.high = main_block(weight)
        self.tokens = [
            {t for t in _TOKEN.findall(line.folded.lower()) if len(t) > 4} for line in lines
        ]
        main = (self.tokens[i] for i in range(self.low, self.high) if self.solid[i])
        self.main = Counter(token for tokens in main for token in tokens)
        self.previous = _distances(self.solid)
        self.following = _distances(self.solid[::-1])[::-1]
        self.last = {mark: _since([f[f"{mark} rule"] > 0 for f in own]) for mark in MARKS}

    def beside(self, i: int) -> dict[str, float]:
        """Give what the two lines before and after are like."""
        row = {}
        for name, j in (("prev", i - 1), ("next", i + 1), ("prev2", i - 2), ("next2", i + 2)):
            other = self.own[j] if 0 <= j < self.n else None
            for key in BESIDE:
                row[f"{name} {key}"] = other[key] if other else -1.0
        return row

    def around(self, i: int) -> dict[str, float]:
        """Give how much text, how many short lines and rules stand near."""
        row = {}
        for reach in (3, 8, 20):
            left, right = max(0, i - reach), min(self.n, i + 1 + reach)
            span = right - left
            row[f"text in {reach} lines before"] = self.size[i] - self.size[left]
            row[f"text in {reach} lines after"] = self.size[right] - self.size[i + 1]
            row[f"running lines in {reach} around"] = (
                self.solids[right] - self.solids[left]
            ) / span
            row[f"short lines in {reach} around"] = (self.shorts[right] - self.shorts[left]) / span
            row[f"wording in {reach} around"] = (self.calls[right] - self.calls[left]) / span
            row[f"rules in {reach} around"] = (self.flagged[right] - self.flagged[left]) / span
        row["wording in 3 before"] = (self.calls[i] - self.calls[max(0, i - 3)]) / 3
        row["wording in 3 after"] = (self.calls[min(self.n, i + 4)] - self.calls[i + 1]) / 3
        row["rules in 3 before"] = self.flagged[i] - self.flagged[max(0, i - 3)]
        row["rules in 3 after"] = self.flagged[min(self.n, i + 4)] - self.flagged[i + 1]
        row["dated lines in 4 around"] = self.timed[min(self.n, i + 5)] - self.timed[max(0, i - 4)]
        return row

    def place(self, i: int) -> dict[str, float]:
        """Give where the line stands in the text and from the main block."""
        low, high, size = self.low, self.high, self.size
        first, last = (i, low) if i < low else (high, i) if i >= high else (0, 0)
        outside = i - low if i < low else max(0, i - high + 1)
        inside = low <= i < high
        tokens = self.tokens[i]
        shared = sum(self.main[t] > (inside and self.solid[i]) for t in tokens)
        return {
            "place": i / self.n,
            "text before": size[i] / (size[-1] or 1.0),
            "text after": (size[-1] - size[i + 1]) / (size[-1] or 1.0),
            "letters before": self.letters[i] / (self.letters[-1] or 1.0),
            "lines since text": float(self.previous[i]),
            "lines until text": float(self.following[i]),
            "in the main block": float(inside),
            "lines from the main block": float(max(-FAR, min(FAR, outside))),
            "rules from the main block": self.flagged[last] - self.flagged[first],
            "short lines from the main block": self.shorts[last] - self.shorts[first],
            "text from the main block": size[last] - size[first],
            "lines into the main block": float(min(FAR, max(-1, i - low))),
            "words of the main block": shared / len(tokens) if tokens else 0.0,
        }

    def since(self, i: int) -> dict[str, float]:
        """Give how far back each kind of rule last matched, and how much text lies between."""
        row = {}
        for mark in MARKS:
            back = self.last[mark][i]
            row[f"lines since {mark}"] = float(back)
            row[f"text since {mark}"] = self.size[i] - self.size[i - back] if back < FAR else -1.0
        return row


def _sums(values: Sequence[float]) -> list[float]:
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
