"""Holes: where a number or a link was lost before the text came to us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from translate.document import Note
from translate.languages import language

_NEAR = re.compile(r"  | [.,](?!\S)")  # what every hole has; found fast


@cache
def hole(languages: tuple[str, ...]) -> re.Pattern[str] | None:
    """Give the pattern of a hole in one of `languages`, or None; its group that matched is it."""
    tables = [table for code in languages if (table := language(code).holes)]
    words = [{name: _any(listed) for name, listed in table.items()} for table in tables]
    return re.compile("|".join(map(_form, words)), re.IGNORECASE) if words else None


def _any(words: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _form(words: dict[str, str]) -> str:
    return (
        rf"\b{words['before']}( {{2,}})(?={words['after']}(?:(?<=[’'%])|\b))"
        rf"|\b{words['stops']}( +)(?=[.,](?:\s|$))"
        rf"|(?<=\w)( {{2,}})(?={words['joins']} +[.,](?:\s|$))"
    )


def holes(text: str, languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give start and end of the spaces that were left where something is lost.

    >>> text = "Il est né le  à Lyon et meurt le ."
    >>> [text[start - 2 : end + 1] for start, end in holes(text, ["fr"])]
    ['le  à', 'le .']
    >>> [start for start, _ in holes("Voir aussi  et  .", ["fr"])]
    [10, 14]
    """
    pattern = hole(tuple(languages))
    at = 0
    while pattern and (near := _NEAR.search(text, at)):
        start = text.rfind("\n", at, near.start()) + 1 or at
        at = text.find("\n", near.start()) + 1 or len(text)
        for match in pattern.finditer(text, start, at):
            yield match.span(match.lastindex or 0)


def notes(text: str, languages: Sequence[str]) -> Iterator[Note]:
    """Give a note for each hole."""
    for start, end in holes(text, languages):
        near = text[max(0, start - 20) : end + 15].strip()
        yield Note(start, end, "repair.hole", f"something is missing: '…{near}…'")
