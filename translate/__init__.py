"""Clean texts copied from the web and translate them offline, accounting for every change.

`clean` takes a text, the bytes of a file or a document, and gives a document with all its edits;
`restore` gives the bytes back; `translate` takes a text or a cleaned document. `clean_folder` and
`translate_folder` do so with files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translate.errors import CorpusError, expect

if TYPE_CHECKING:
    from translate.cleaning import clean, restore
    from translate.cleaning.boilerplate.rules import Rules
    from translate.config import CleanConfig, Config, TranslateConfig
    from translate.document import Document, Edit
    from translate.folders.jobs import clean_folder, translate_folder
    from translate.mt.units import Translation
    from translate.names.glossary import Glossary

__version__ = "0.1.0"
__all__ = [
    "CleanConfig",
    "Config",
    "CorpusError",
    "Document",
    "Edit",
    "Glossary",
    "Rules",
    "TranslateConfig",
    "Translation",
    "__version__",
    "clean",
    "clean_folder",
    "restore",
    "translate",
    "translate_folder",
]
_HOMES = {
    "CleanConfig": "translate.config",
    "Config": "translate.config",
    "Document": "translate.document",
    "Edit": "translate.document",
    "Glossary": "translate.names.glossary",
    "Rules": "translate.cleaning.boilerplate.rules",
    "TranslateConfig": "translate.config",
    "Translation": "translate.mt.units",
    "clean_folder": "translate.folders.jobs",
    "restore": "translate.cleaning",
    "translate_folder": "translate.folders.jobs",
}


if not TYPE_CHECKING:  # type checkers read the imports above, and know what is not there

    def __getattr__(name: str) -> Any:
        """Import what is asked for when it is asked for: the command must start fast."""
        from importlib import import_module

        if name == "clean":  # the function, and the package that its rules are imported from
            return import_module("translate.clean")
        if name not in _HOMES:
            raise AttributeError(f"module 'translate' has no attribute '{name}'")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__


def translate(  # noqa: PLR0913 - all but the text have defaults
    text: str | Document,
    *,
    glossary: Glossary | None = None,
    model: str = "",
    source: str = "",
    target: str = "",
    english: str = "en-US",
) -> Translation:
    """Translate `text` and give its English with a record of every sentence.

    `source` and `target` are languages, empty for those of the default settings; `english` is whose
    English dates, times and the like are written in, en-US or en-GB.
    Paragraphs that cleaning found to be in another language than `source` stay as they are.
    `glossary` keeps names in their canonical spelling. `model` is the name of a model or its
    folder, empty for the one in use; it is loaded at the first call. Raises ModelError when none
    translates `source` to `target`, TypeError for a wrong type.

    >>> translation = translate("Le chat dort.\\n\\n« 12 »\\n")
    >>> translation.text.endswith("\\n\\n« 12 »\\n")
    True
    >>> [(one.line, one.source, one.doubtful) for one in translation.records]
    [(1, 'Le chat dort.', False)]
    >>> translate("Il part le 3 mai 2024.", english="en-GB").text
    'He leaves on 3 May 2024.'
    """
    from translate.config import ENGLISH, SOURCE, TARGET
    from translate.document import Document
    from translate.mt.job import loaded, translate_documents
    from translate.mt.units import Source
    from translate.names.enforce import NameKeeper
    from translate.names.glossary import Glossary

    expect(
        text, (str, Document), "translate", "a text (str) or a Document (clean makes one of bytes)"
    )
    expect(glossary, (Glossary, type(None)), "glossary", "a Glossary (Glossary.load reads a file)")
    expect(model, (str,), "model", "the name of a model or its folder, as a str")
    if english not in ENGLISH:
        raise TypeError(f"english: give {' or '.join(map(repr, ENGLISH))}, not {english!r}")
    source, target = source or SOURCE, target or TARGET
    doc = text if isinstance(text, Document) else Document("", text)
    whole = doc.text.encode("utf-8", "replace").decode()  # without bytes that nothing could decode
    asked = Source(doc.name, whole, doc.meta.paragraphs)
    terms = NameKeeper((glossary or Glossary()).between(source, target))
    engine = loaded(model, source, target)
    done = translate_documents(
        [asked], engine, terms=terms, source=source, target=target, variety=english
    )
    return next(done)
