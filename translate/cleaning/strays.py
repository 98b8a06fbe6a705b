"""Stretches of a UTF-8 file that are not UTF-8: each is noted."""

from __future__ import annotations

from collections.abc import Iterator

from translate.document import Note
from translate.facts import Decoding


def strays(text: str, decoding: Decoding) -> Iterator[Note]:
    """Give a note for each stretch of a UTF-8 file that was read in another encoding.

    >>> from translate.cleaning.decode import decode
    >>> text, decoding = decode("L’été à Noël, c’est l".encode() + bytes([0xE0]) + b" haut")
    >>> [note.message for note in strays(text, decoding)]
    ["not UTF-8: read as cp1252: 'à'"]
    """
    at = 0
    for size, codec in decoding.spans if decoding.encoding == "utf-8" else ():
        if codec != "utf-8":
            message = f"not UTF-8: read as {codec}: '{text[at : at + size].strip():.20}'"
            yield Note(at, at + size, "decode.stray", message)
        at += size
