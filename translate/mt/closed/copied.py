"""What is no quantity and goes past a model: phones, accounts, file numbers, sections, formulas."""

from __future__ import annotations

import re

from translate.mt.closed.grammar import Grammar, grammar
from translate.mt.held import HeldSpan, apart


def copied(text: str, pair: tuple[str, str]) -> list[HeldSpan]:
    """Give the stretches of `text` that are copied, or written in a form that is no translation.

    >>> text = "Le 01 23 45 67 89, art. L. 123-4, H₂O, note³, 1 000 000 habitants."
    >>> [text[s.start : s.end] for s in copied(text, ("fr", "en"))]
    ['01 23 45 67 89', 'L. 123-4', 'H₂O', 'note³']
    >>> [span.english for span in copied("Un écran de 2,5 × 10⁶ points.", ("fr", "en"))]
    ['2.5 × 10⁶']
    """
    source, target = grammar(pair[0]), grammar(pair[1])
    found: list[HeldSpan] = []
    for pattern, form in source.held.get(pair[1], ()) if target.tables else ():
        if not pattern.may_match(text):
            continue
        some = (
            HeldSpan(*match.span(), "name", _form(match, form, source, target))
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


def _form(match: re.Match[str], form: str, source: Grammar, target: Grammar) -> str:
    if form:
        return match.expand(form)
    return re.sub(rf"(?<=\d){re.escape(source.decimal)}(?=\d)", target.decimal, match[0])
