"""What is no quantity and is copied: phones, accounts, file numbers, sections of law, formulas."""

from __future__ import annotations

from translate.mt.closed.grammar import grammar
from translate.mt.held import HeldSpan, apart


def copied(text: str, code: str) -> list[HeldSpan]:
    """Give the stretches of `text`, in the language `code`, that are copied.

    >>> text = "Le 01 23 45 67 89, art. L. 123-4, H₂O, note³, 1 000 000 habitants."
    >>> [text[s.start : s.end] for s in copied(text, "fr")]
    ['01 23 45 67 89', 'L. 123-4', 'H₂O', 'note³']
    """
    found: list[HeldSpan] = []
    for pattern in grammar(code).copied:
        some = (
            HeldSpan(*match.span("span" if "span" in pattern.groupindex else 0), "name")
            for match in pattern.finditer(text)
        )
        found += apart(some, found)
    return sorted(found, key=lambda s: s.start)
