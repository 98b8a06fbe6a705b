"""Checks of what is no word: symbols, signs, quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from translate.mt.checks.registry import Attempt, registered
from translate.mt.held import EMOJI, has_emoji

PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


@registered("mask")
def mask(attempt: Attempt) -> Iterator[str]:
    """A protected stretch was lost, doubled or moved past another one."""
    if attempt.unit.fixed(attempt.english) != attempt.unit.symbols:
        yield "an address, emoji or the like was lost or moved in the English"


@registered("signs")
def signs(attempt: Attempt) -> Iterator[str]:
    """The model wrote a sign that it has no piece for, an emoji, or half a character."""
    english, source = attempt.english, attempt.source
    if has_emoji(english) and ("⁇" in english or emoji(english) != emoji(source)):
        yield "signs came up that the text does not have"
    if "\ufffd" in english and "\ufffd" not in source:
        yield "a sign of the English is broken"


@registered("quotes")
def quotes(attempt: Attempt) -> Iterator[str]:
    """Quotation marks or brackets pair in the source but not in the English."""
    if balanced(attempt.source) and not balanced(attempt.english):
        yield "quotation marks or brackets of the English do not pair"


def emoji(text: str) -> int:
    """Give the number of emoji in `text`."""
    return len(EMOJI.findall(text))


def balanced(text: str) -> bool:
    """Tell whether quotation marks and brackets of `text` pair.

    >>> balanced("« Oui » (non)"), balanced('He said "yes.'), balanced("He's “here”")
    (True, False, True)
    """
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in PAIRS)
