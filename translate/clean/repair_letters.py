"""Letters that a wrong conversion turned into U+FFFD or "?": the lexicon says which they were."""

from __future__ import annotations

from collections.abc import Sequence

from translate.document import Edit, Note


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that put lost letters back."""
    return []


def notes(text: str, languages: Sequence[str]) -> list[Note]:
    """Give notes on lost letters that stay lost."""
    return []
