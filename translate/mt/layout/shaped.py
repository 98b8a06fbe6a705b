"""Texts of files with a skeleton (subtitles, front matter): only what is text is translated."""

from __future__ import annotations

from dataclasses import replace

from translate.mt.units import SentenceRecord, Source, Translation
from translate.skeleton import Skeleton


def body_of(source: Source, shape: Skeleton) -> Source:
    """Give what of `source`, whose skeleton is `shape`, is text, with its paragraphs' languages.

    >>> from translate.skeleton import skeleton
    >>> film = "1\\n00:00:01,000 --> 00:00:02,000\\nLe pont est\\nouvert."
    >>> body_of(Source("a.srt", film), skeleton("a.srt", film)).text
    'Le pont est\\nouvert.'
    """
    paragraphs = source.paragraphs and tuple(
        replace(one, first=shape.row(one.first), last=shape.row(one.last))
        for one in source.paragraphs
    )
    return replace(source, text=shape.body, paragraphs=paragraphs, joined=shape.joined)


def filled(translation: Translation, shape: Skeleton) -> Translation:
    """Give the file that `translation`, of the body of `shape`, is in; records name its lines."""

    def placed(record: SentenceRecord) -> SentenceRecord:
        line, column = shape.place(record.line - 1, record.column - 1)
        return replace(record, line=line + 1, column=column + 1)

    records = tuple(map(placed, translation.records))
    return replace(translation, text=shape.filled(translation.text), records=records)
