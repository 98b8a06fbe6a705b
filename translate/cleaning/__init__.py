"""From bytes to clean text: `clean` and its inverse `restore`; each stage has a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.errors import expect

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.repeated import RepeatedLines
    from translate.cleaning.boilerplate.rules import Rules
    from translate.config import Config
    from translate.document import Document

__all__ = ["clean", "restore"]


def clean(  # noqa: PLR0913 - all but the text have defaults
    source: str | bytes | Document,
    *,
    name: str = "",
    profile: str | None = None,
    config: Config | None = None,
    rules: Rules | None = None,
    repeated: RepeatedLines | None = None,
) -> Document:
    """Give `source` as a cleaned document with all its edits.

    `source` is a text, the bytes of a file, or a document, which keeps the edits it has. `name` is
    the file name for messages, `config` the settings, and `profile` goes before theirs: `gentle`
    for pasted articles, `page` for whole web pages, `auto` where the text decides. `rules` are rule
    packs already loaded from the settings, `repeated` the lines that many files of the folder
    share. Raises BinaryFileError when bytes are not text, UsageError for a wrong setting, TypeError
    for a wrong type.

    >>> doc = clean("Voilà un trÃ¨s bel Ã©tÃ©.\\n")
    >>> doc.text
    'Voilà un très bel été.\\n'
    >>> doc.original
    'Voilà un trÃ¨s bel Ã©tÃ©.\\n'
    """
    from dataclasses import replace

    from translate.cleaning import pipeline
    from translate.cleaning.boilerplate.rules import Rules
    from translate.config import Config
    from translate.document import Document

    wanted = "a text (str), the bytes of a file or a Document (clean_folder takes paths)"
    expect(source, (str, bytes, Document), "clean", wanted)
    expect(config, (Config, type(None)), "config", "a Config (translate.config.load reads a file)")
    expect(rules, (Rules, type(None)), "rules", "Rules, which Rules.load makes")
    expect(profile, (str, type(None)), "profile", "'auto', 'gentle' or 'page'")
    settings = config or Config()
    if profile is not None:
        settings = replace(settings, clean=replace(settings.clean, profile=profile))
        if rules is not None and rules.config.profile != profile:
            raise TypeError("rules: give some that were loaded for this profile, or none")
    return pipeline.clean(source, name=name, config=settings, rules=rules, repeated=repeated)


def restore(document: Document) -> bytes:
    """Give the bytes that `document` was cleaned from; of a text, its UTF-8.

    Raises TypeError for something else than a document, DocumentError when it was changed.

    >>> restore(clean(b"Caf\\xe9  noir\\n"))
    b'Caf\\xe9  noir\\n'
    """
    from translate.cleaning import pipeline
    from translate.document import Document

    expect(document, (Document,), "restore", "a Document, as clean gives it")
    return pipeline.restore(document)
