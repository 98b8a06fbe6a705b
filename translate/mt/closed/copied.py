"""What goes past a model: phones, accounts, file numbers, formulas, and times told by quarters."""

from __future__ import annotations

import re

from translate.languages.words import NEVER, with_capital_of
from translate.mt.closed.grammar import grammar
from translate.mt.closed.reading import SPACES, read
from translate.mt.closed.valued import valued
from translate.mt.closed.writing import writer
from translate.mt.held import HeldSpan, apart

# The place of a value in a form.
VALUE = "{value}"
# What a line of a timetable begins with, and what stands between the times there.
HEAD = re.compile(r"(?P<said>[^:;\n]{1,40}?)(?: ?:(?= )| [–—-] (?!\d))|[^:;\n]{1,40}$")
BETWEEN = re.compile(r"[ ,/–—-]*")


def copied(text: str, pair: tuple[str, str], variety: str = "") -> list[HeldSpan]:
    """Give the stretches of `text` that are copied, or written in a form that is no translation.

    `variety` is that of the times a line begins with.

    >>> text = "Le 01 23 45 67 89, art. L. 123-4, H₂O, note³, 1 000 000 habitants."
    >>> [text[s.start : s.end] for s in copied(text, ("fr", "en"))]
    ['01 23 45 67 89', 'L. 123-4', 'H₂O', 'note³']
    >>> [span.english for span in copied("Un écran de 2,5 × 10⁶ points.", ("fr", "en"))]
    ['2.5 × 10⁶']
    >>> copied("On dîne à huit heures et demie.", ("fr", "en"))
    [HeldSpan(start=8, end=30, kind='name', english='at 8:30')]
    >>> copied("8 h 15 : départ", ("fr", "en"), "en-GB")
    [HeldSpan(start=0, end=6, kind='name', english='8:15am')]
    >>> copied("8 h 15 – Ida Roy", ("fr", "en")), copied("8 h 15 – 9 h à Lyon", ("fr", "en"))
    ([HeldSpan(start=0, end=6, kind='name', english='8:15 a.m.')], [])
    """
    source, target = grammar(pair[0]), grammar(pair[1])
    text = text.translate(SPACES)
    found = _head(text, pair, variety) or _quarters(text, pair)
    for pattern, form in source.held.get(pair[1], ()) if target.tables else ():
        if not pattern.may_match(text):
            continue
        some = (
            HeldSpan(*match.span(), "name", _form(match, form, pair, variety))
            for match in pattern.pattern.finditer(text)
        )
        found += apart(some, found)
    for pattern in source.copied:
        if not pattern.may_match(text):
            continue
        some = (
            HeldSpan(*match.span("span" if "span" in match.re.groupindex else 0), "name")
            for match in pattern.pattern.finditer(text)
        )
        found += apart(some, found)
    return sorted(found, key=lambda s: s.start)


def _head(text: str, pair: tuple[str, str], variety: str) -> list[HeldSpan]:
    """Give the times alone that `text` begins with, before a colon, or that are all of it."""
    hand, head = writer(pair, variety), HEAD.match(text)
    if hand is None or head is None:
        return []
    said = head["said"] or head[0]
    items = [i for i in read(text, pair[0]) if i.end <= len(said)]
    ends = [0, *(i.end for i in items)]
    starts = [*(i.start for i in items), len(said)]
    alone = all(BETWEEN.fullmatch(said[a:b]) for a, b in zip(ends, starts, strict=True))
    if not (items and alone and all(i.family == "time" for i in items)):
        return []
    return [HeldSpan(i.start, i.end, "name", hand.write(i)) for i in items]


def _quarters(text: str, pair: tuple[str, str]) -> list[HeldSpan]:
    """Give the times of `text` that are told by quarters, of which a model makes other hours.

    With "at" before them, where the text has it: a model says in.
    """
    hand = writer(pair, "")
    if hand is None:
        return []
    at = grammar(pair[0]).tables.get("at", NEVER.pattern)
    found = []
    for item in (one for one in read(text, pair[0]) if "part" in one.groups):
        time, start = hand.write(item), item.start
        if before := re.search(at, text[:start]):
            time, start = with_capital_of(before[0], hand.form("at", time=time)), before.start()
        found.append(HeldSpan(start, item.end, "name", time))
    return found


def _form(match: re.Match[str], form: str, pair: tuple[str, str], variety: str) -> str:
    """Give the `form` of what `match` found, with the value that it may have written in it.

    >>> for text in ("À 0,5 % près, à 3 mois près.", "Un tarif > 1 200 € ici."):
    ...     [span.english for span in copied(text, ("fr", "en"))]
    ['to within 0.5%', 'to within 3 months']
    ['> €1,200']
    """
    if form:
        told = match.groupdict().get("value")
        return match.expand(
            form if told is None else form.replace(VALUE, valued(told, pair, variety))
        )
    source, target = grammar(pair[0]), grammar(pair[1])
    return re.sub(rf"(?<=\d){re.escape(source.decimal)}(?=\d)", target.decimal, match[0])
