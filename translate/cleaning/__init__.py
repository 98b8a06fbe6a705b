"""From bytes to clean text: `clean` and its inverse `restore`; each stage has a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.repeated import RepeatedLines
    from translate.cleaning.boilerplate.rules import Rules
    from translate.config import Config
    from translate.document import Document

__all__ = ["clean", "restore"]


def clean(
    source: str | bytes,
    *,
    name: str = "",
    config: Config | None = None,
    rules: Rules | None = None,
    repeated: RepeatedLines | None = None,
) -> Document:
    """Give `source`, a text or the bytes of a file, as a cleaned document with all its edits.

    `name` is the file name for messages, `config` the settings, `rules` rule packs already loaded
    from them (loaded when None), `repeated` the lines that many files of the folder share.
    Raises BinaryFileError when bytes are not text.

    >>> doc = clean("Voilà un trÃ¨s bel Ã©tÃ©.\\n")
    >>> doc.text
    'Voilà un très bel été.\\n'
    >>> doc.original
    'Voilà un trÃ¨s bel Ã©tÃ©.\\n'
    """
    from translate.cleaning import pipeline

    return pipeline.clean(source, name=name, config=config, rules=rules, repeated=repeated)


def restore(document: Document) -> bytes:
    """Give the bytes that `document` was cleaned from; of a text, its UTF-8.

    >>> restore(clean(b"Caf\\xe9  noir\\n"))
    b'Caf\\xe9  noir\\n'
    """
    from translate.cleaning import pipeline

    return pipeline.restore(document)
