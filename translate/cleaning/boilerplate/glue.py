"""Text glued together when it was copied: split where a break was lost, cut what is no text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from translate.cleaning.boilerplate.lines import Line, split
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules
from translate.document import Document, Edit, resolve

STAGE = "unglue"
LONGEST = 2048  # characters on either side of a place that may belong to an address
_ADDRESS = re.compile(
    r"://|\bwww\.|@|[\w-]\.[\w-]+[./][\w-]|[\\_=]|/\w+\.\w|\.(?:com|net|org|edu|gov|info|io|ai|fr|be|"
    r"ch|ca|eu|uk|us|de|es|it|nl|pt|js|ts|py|php|html?|css|xml|json|pdf|docx?|txt|md|png|jpe?g|exe)\b",
    re.IGNORECASE,
)


def unglue(doc: Document, rules: Rules) -> Document:
    """Give `doc` with lost breaks put back and glued chrome cut, as the inline rules say.

    Lines that the user keeps stay as they are.

    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> unglue(Document("a", "2 moisBravo pour ce pont."), rules).text
    '2 mois\\nBravo pour ce pont.'
    """
    edits: list[Edit] = []
    lines = split(doc.text)
    first = next((line.number for line in lines if not line.blank), None)
    every = rules.inline.of_lines([line.plain for line in lines], [0] * len(lines))
    for line, found in zip(lines, every, strict=True):
        if not found or line.blank or rules.keeps(line.text):
            continue
        for index in found:
            rule = rules.inline.rules[index]
            if rule.scope == "opening" and (line.number != first or _goes_on(lines, rules, index)):
                continue
            edits += _edits(rule, rules.inline.pattern(index), line, doc.text)
    edits.sort(key=lambda edit: edit.new != "\n")  # at one place a line break wins over a space
    return doc.edited(STAGE, resolve(edits))


def _goes_on(lines: Sequence[Line], rules: Rules, index: int) -> bool:
    """Whether the second line opens like the first: entries of a list, a log, a chronology."""
    full = (line for line in lines if not line.blank)
    return any(index in rules.inline.of(line.plain) for line in islice(full, 1, 2))


def _edits(rule: Rule, compiled: object, line: Line, text: str) -> list[Edit]:
    """Give what `rule` does to `line`: insertions after group 1, or removals of it."""
    edits = []
    first = len(line.text) - len(line.text.lstrip())
    last = len(line.text.rstrip())
    for match in compiled.finditer(line.plain):  # type: ignore[attr-defined]
        start, end = match.span(1) if compiled.groups else match.span()  # type: ignore[attr-defined]
        if start < 0:  # the group has no part in this match: there is nothing to do
            continue
        if rule.scope == "split":
            if not _inside_address(line.text, end):
                reason = f"{rule.about}: …{line.text[max(start, end - 20) : end + 10].strip()}…"
                edits.append(Edit(line.start + end, "", rule.insert, rule.id, reason))
        elif start < end and (first < start or end < last):
            start, end = _with_space(text, line.start, line.start + start, line.start + end)
            reason = f"{rule.about}: '{text[start:end].strip()}'"
            edits.append(Edit(start, text[start:end], "", rule.id, reason))
    return edits


def _with_space(text: str, first: int, start: int, end: int) -> tuple[int, int]:
    """Give what is removed with one of the spaces around it, or that before a comma or a stop.

    `first` is where the line begins.
    """
    before, after = text[max(first, start - 1) : start], text[end : end + 1]
    if before in ("", " ") and after == " ":
        return start, end + 1
    return (start - 1, end) if before == " " and after and after in ",.)" else (start, end)


def _inside_address(text: str, place: int) -> bool:
    """Whether `place` is within a web or mail address, a path or a file name."""
    low, high = max(0, place - LONGEST), place + LONGEST
    start = max(low, *(text.rfind(space, low, place) + 1 for space in " \u00a0"))
    end = text.find(" ", place, high)
    return bool(_ADDRESS.search(text, start, end if end >= 0 else high))
