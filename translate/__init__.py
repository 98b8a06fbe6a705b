"""Clean texts copied from the web and translate them offline, accounting for every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translate.cleaning import clean
from translate.errors import CorpusError

if TYPE_CHECKING:
    from translate.document import Document, Edit
    from translate.mt.units import Translation
    from translate.names.glossary import Glossary

__version__ = "0.1.0"
__all__ = ["CorpusError", "Document", "Edit", "Glossary", "__version__", "clean", "translate"]


def __getattr__(name: str) -> Any:
    """Import a class when it is asked for: the command must start fast."""
    from importlib import import_module

    homes = {
        "Document": "translate.document",
        "Edit": "translate.document",
        "Glossary": "translate.names.glossary",
    }
    if name not in homes:
        raise AttributeError(f"module 'translate' has no attribute '{name}'")
    return getattr(import_module(homes[name]), name)


def translate(
    text: str, *, glossary: Glossary | None = None, source: str = "fr", target: str = "en"
) -> Translation:
    """Translate `text` and give its English with a record of every sentence.

    `glossary` keeps names in their canonical spelling. The model that the tool would use is loaded
    at the first call. Raises ModelError when none translates `source` to `target`.

    >>> translation = translate("Le chat dort.\\n\\n« 12 »\\n")
    >>> translation.text.count("\\n"), [record.line for record in translation.records]
    (3, [1])
    """
    from translate.mt.job import translate as translate_text
    from translate.names.enforce import NameKeeper
    from translate.names.glossary import Glossary

    terms = NameKeeper(glossary or Glossary())
    return translate_text(text, glossary=terms, source=source, target=target)
