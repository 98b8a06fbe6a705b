"""What a translation lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lost:
    """An expression of the source, `start:end`, that the translation does not have.

    `english` is what should stand there, `lead` what stands before it in the source.
    """

    start: int
    end: int
    text: str
    lead: str
    english: str
