"""Marks of emphasis, links and images: off before a sentence is translated, on again in English.

A model drops such marks, or the words between them. So it is given the bare words, and each pair of
marks goes around those words of the English that stand for what it was around: told by the senses
of words, by their spelling and by their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from translate.languages import language
from translate.mt.counterparts.senses import likely
from translate.mt.data import table

_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)|\[[^\[\]\n]*\]"
MARKED = re.compile(
    r"`[^`\n]*+`"  # code holds no marks
    rf"|(?P<bracket>!?\[)(?P<label>[^\[\]\n]+)(?P<target>\](?:{_TARGET}))"
    r"|(?<![\w*])(?P<stars>\*{1,3}+)(?P<starred>[^\s*](?:[^\n]*?[^\s*])?)(?P=stars)(?![\w*])"
    r"|(?<![\w_])(?P<bars>_{1,2}+)(?P<barred>[^\s_](?:[^\n]*?[^\s_])?)(?P=bars)(?![\w_])"
    r"|(?<![\w~])(?P<waves>~~)(?P<waved>[^\s~](?:[^\n]*?[^\s~])?)~~(?![\w~])"
    r"|(?P<open><(?P<tag>b|i|u|s|em|strong|mark|small|cite|a)\b[^<>\n]*>)"
    r"(?P<tagged>[^\n]*?\w[^\n]*?)(?P<close></(?P=tag)>)"
)
# Two or three stars within a word, which are of the whole word in another language; not in code.
IN_WORD = re.compile(
    r"(?P<code>`[^`\n]*+`)"
    r"|(?<![\w*])(?P<before>[^\W\d_]*)(?P<stars>\*{2,3})(?P<inner>[^\W\d_]+)(?P=stars)"
    r"(?P<after>[^\W\d_]*)(?![\w*])"
)
# Marks and quotation marks that a sentence opens or closes and another one closes or opens.
OPENED = re.compile(r"\*{1,3}(?=[^\s*])|_{1,2}(?=[^\s_])|~~(?=\S)|[«“\"]\s*")
CLOSED = re.compile(r"(?:(?<=[^\s*])\*{1,3}|(?<=[^\s_])_{1,2}|(?<=\S)~~|\s*[»”\"])$")
PAIRS = {"«": "»", "“": "”", "»": "«", "”": "“"}
QUOTES = frozenset('«»“”"')
WORD = re.compile(r"[^\W_]+")
# The number of a note, and the word that it stands behind without a space, with its signs.
NOTE = re.compile(r"\W*\d+\W*")
NOTED = re.compile(r"[^\W_]+[^\w\s]*$")
WITHIN = re.compile(r"[-’'](?=[^\W_])")
# A sentence, its marks, one within the other: of what has more none are taken off.
LONGEST, MOST, DEEPEST = 2000, 20, 10
STOPS, OPENERS, CLOSERS = ".,;:!?…", '"“«(', '"”»)'


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `start:end` of a bare text that stood between `open` and `close`."""

    start: int
    end: int
    open: str
    close: str


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Give `text` without its marks, and these, the outer before the inner ones.

    >>> bare, marks = unmarked("Voir [la **carte**](c.pdf) !")
    >>> bare, [(m.open, bare[m.start : m.end], m.close) for m in marks]
    ('Voir la carte !', [('[', 'la carte', '](c.pdf)'), ('**', 'carte', '**')])
    >>> unmarked("2 * 3 * 4 et `a*b*c`")
    ('2 * 3 * 4 et `a*b*c`', ())
    >>> unmarked("Voir `src**lib**`.")[0], unmarked("C'est in**croy**able.")[0]
    ('Voir `src**lib**`.', "C'est incroyable.")
    """
    if len(text) > LONGEST:
        return text, ()
    whole = IN_WORD.sub(r"\g<code>\g<stars>\g<before>\g<inner>\g<after>\g<stars>", text)
    bare, marks = _unmarked(whole)
    return (bare, marks) if len(marks) <= MOST else (text, ())


def _unmarked(text: str, deep: int = 0) -> tuple[str, tuple[Mark, ...]]:
    opened, closed = _edges(text) if deep < DEEPEST else ("", "")
    if opened or closed:
        bare, marks = _unmarked(text[len(opened) : len(text) - len(closed)], deep + 1)
        open_, close = ('"' if QUOTES.intersection(edge) else edge for edge in (opened, closed))
        return bare, (Mark(0, len(bare), open_, close), *marks)
    out: list[str] = []
    found: list[Mark] = []
    at = size = 0
    for match in MARKED.finditer(text) if deep < DEEPEST else ():
        start, end = (0, 0) if match[0][0] == "`" else _inner(match)
        if not WORD.search(text, start, end):
            continue
        noted = match["label"] and NOTED.search(text, at, match.start())
        if noted and NOTE.fullmatch(match["label"]):
            out.append(text[at : match.start()])
            size += match.start() - at
            found.append(Mark(size - len(noted[0]), size, "", match[0]))
            at = match.end()
            continue
        inner, marks = _unmarked(text[start:end], deep + 1)
        out += text[at : match.start()], inner
        size += match.start() - at
        found.append(
            Mark(size, size + len(inner), text[match.start() : start], text[end : match.end()])
        )
        found += (replace(m, start=m.start + size, end=m.end + size) for m in marks)
        size += len(inner)
        at = match.end()
    return "".join([*out, text[at:]]), tuple(found)


def remarked(english: str, bare: str, marks: Sequence[Mark], pair: tuple[str, str]) -> str:
    """Give `english`, the translation of `bare`, with `marks` around what stands for theirs.

    >>> bare, marks = unmarked("Le **chat noir** dort.")
    >>> remarked("The black cat sleeps.", bare, marks, ("fr", "en"))
    'The **black cat** sleeps.'
    """
    signs: list[tuple[int, int, str]] = []
    placed: list[tuple[Mark, tuple[int, int]]] = []
    for number, mark in enumerate(marks):
        if found := _place(mark, bare, english, pair, placed):
            placed.append((mark, found))
            signs += (found[0], number, mark.open), (found[1], -number - 1, mark.close)
    for at, _, sign in sorted(signs, key=lambda s: (-s[0], s[1] < 0, -s[1])):
        english = english[:at] + sign + english[at:]
    return english


def _edges(text: str) -> tuple[str, str]:
    """Give the mark that `text` begins with and does not close, and that it ends with."""
    opened, closed = OPENED.match(text), CLOSED.search(text)
    first = opened[0] if opened and _unpaired(opened[0].strip(), text) else ""
    last = closed[0] if closed and _unpaired(closed[0].strip(), text) else ""
    return (first, last) if len(first) + len(last) < len(text) else ("", "")


def _unpaired(mark: str, text: str) -> bool:
    if mark in PAIRS:
        return text.count(mark) > text.count(PAIRS[mark])
    return text.count(mark) % 2 == 1 and (mark == '"' or not MARKED.search(text))


def _inner(match: re.Match[str]) -> tuple[int, int]:
    """Give start and end of what the marks of `match` are around."""
    groups = ("label", "starred", "barred", "waved", "tagged")
    return match.span(next(name for name in groups if match[name] is not None))


def _place(
    mark: Mark,
    bare: str,
    english: str,
    pair: tuple[str, str],
    placed: Sequence[tuple[Mark, tuple[int, int]]],
) -> tuple[int, int] | None:
    """Give start and end of what in `english` stands for the text of `mark`.

    None is for a quotation of which nothing tells where it is.
    """
    if mark.start == 0 and mark.end == len(bare):
        return 0, len(english)
    words, others = list(WORD.finditer(bare)), list(WORD.finditer(english))
    inner = [n for n, w in enumerate(words) if w.start() < mark.end and mark.start < w.end()]
    if not others:
        return 0, len(english)
    weights = [_weight(other, others, words, inner, pair) for other in others]
    _once(weights, others, inner[0] / len(words))
    _apart(weights, others, mark, placed)
    quoted = mark.open in QUOTES
    if quoted and not any(weight > 0 for weight in weights):
        return None
    first, last = _window(weights, inner, len(words))
    least = -0.5 if quoted else -len(others)  # what is quoted may stand elsewhere in English
    if inner[0] == 0 and weights[0] > least:
        first = 0
    if inner[-1] == len(words) - 1 and weights[-1] > least:
        last = len(others) - 1
    size = round(len(inner) * len(others) / len(words))
    small = language(pair[1]).function_words
    while last + 1 < len(others) and last - first + 1 < size and not weights[last + 1]:
        if others[last + 1][0].lower() in small or not _next_to(english, others, last):
            break
        last += 1
    mine = language(pair[0]).function_words
    articles = takewhile(lambda n: words[n][0].lower() in mine, inner)
    for _ in articles:
        if not first or weights[first - 1] or last - first + 1 >= size:
            break
        if others[first - 1][0].lower() not in small:
            break
        first -= 1
    return _around(english, others[first].start(), others[last].end(), bare[mark.start : mark.end])


def _weight(
    other: re.Match[str],
    others: Sequence[re.Match[str]],
    words: Sequence[re.Match[str]],
    inner: Sequence[int],
    pair: tuple[str, str],
) -> float:
    """Give how much the word `other` of the English speaks for being inside: -1 to 1."""
    there = {
        n: max(likely(word[0], other[0], pair), _said(word[0], other[0], pair))
        for n, word in enumerate(words)
    }
    best = max(there.values(), default=0)
    if not best:
        return 0.0
    place = others.index(other) / len(others)
    some = [n for n, percent in there.items() if percent == best]
    nearest = min(some, key=lambda n: abs(n / len(words) - place))
    sure = 1.0 if len({n in inner for n, percent in there.items() if percent}) == 1 else 0.5
    return sure if nearest in inner else -sure


def _said(word: str, other: str, pair: tuple[str, str]) -> int:
    """Tell in a hundred how likely the small `word` has `other` as its translation.

    >>> _said("Avant", "before", ("fr", "en")), _said("avant", "computer", ("fr", "en"))
    (80, 0)
    """
    told = table("marks").get(pair[0], {}).get(pair[1], {}).get(word.lower(), "")
    return int(table("marks")["said"]) * (other.lower() in told.lower().split("|"))


def _once(weights: list[float], others: Sequence[re.Match[str]], place: float) -> None:
    """Take the weight of all but the one nearest to `place` from each word that is there twice."""
    same: dict[str, list[int]] = {}
    for n, other in enumerate(others):
        if weights[n] > 0:
            same.setdefault(other[0].lower(), []).append(n)
    for some in same.values():
        nearest = min(some, key=lambda n: abs(n / len(others) - place))
        for n in set(some) - {nearest}:
            weights[n] = 0.0


def _apart(
    weights: list[float],
    others: Sequence[re.Match[str]],
    mark: Mark,
    placed: Sequence[tuple[Mark, tuple[int, int]]],
) -> None:
    """Take every weight from the words that a mark `placed` before keeps out of `mark`."""
    for before, (start, end) in placed:
        nested = before.start <= mark.start and mark.end <= before.end
        for n, other in enumerate(others):
            if (start <= other.start() < end) != nested:
                weights[n] = -len(others)


def _next_to(english: str, others: Sequence[re.Match[str]], n: int) -> bool:
    """Tell whether nothing but a space parts word `n` of `others` from the next."""
    return english[others[n].end() : others[n + 1].start()] == " "


def _window(weights: Sequence[float], inner: Sequence[int], count: int) -> tuple[int, int]:
    """Give first and last word of the stretch of the largest weight; without any, by place."""
    best, found = 0.0, (-1, -1)
    sum_, first = 0.0, 0
    for n, weight in enumerate(weights):
        if sum_ < 0 or (sum_ == 0 and not any(one > 0 for one in weights[first:n])):
            sum_, first = 0.0, n
        sum_ += weight
        if weight > 0 and sum_ >= best:  # of two alike the longer: "**three** free **workshops**"
            best, found = sum_, (first, n)
    if found[0] >= 0:
        return found
    free = [n for n, weight in enumerate(weights) if weight > -len(weights)] or [0]
    start = min(free, key=lambda n: abs(n / len(weights) - inner[0] / count))
    end = start
    while end + 1 in free and (end + 1 - start) < round(len(inner) * len(weights) / count):
        end += 1
    return start, end


def _around(english: str, start: int, end: int, inner: str) -> tuple[int, int]:
    """Give `start` and `end` grown to whole compounds, and to the signs that `inner` has too."""
    while match := WITHIN.match(english, end):
        end = WORD.match(english, match.end()).end()  # type: ignore[union-attr]
    while start > 1 and english[start - 1] in "-’'" and english[start - 2].isalnum():
        start = max(m.start() for m in WORD.finditer(english) if m.end() < start)
    if english[end : end + 1] in tuple("%€$°"):
        end += 1
    if inner[:1] in tuple(OPENERS) and english[start - 1 : start] in tuple(OPENERS):
        start -= 1
    for signs in (STOPS, CLOSERS):
        if inner[-1] in STOPS + CLOSERS and english[end : end + 1] in tuple(signs):
            end += 1
    return start, end
