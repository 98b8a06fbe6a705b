"""One text that comes from no folder: what a pipe cleans and translates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from translate.config import Config
from translate.document import Document
from translate.folders.cleaning import Cleaner
from translate.folders.files import Item

if TYPE_CHECKING:
    from translate.mt.units import Translation


def clean_text(raw: bytes, name: str, config: Config) -> tuple[Document, dict[str, Any], str]:
    """Give the cleaned document of `raw`, its record, and what to say of another language.

    Raises DocumentError when the bytes are no text.
    """
    return Cleaner(config).result(raw, name)


def translate_text(
    data: bytes, name: str, file: Path | None, config: Config
) -> tuple[Translation, dict[str, Any]]:
    """Give the translation of `data` and its record; `file` is where they come from, if from one.

    Raises DocumentError when the bytes are no text, UsageError for a translation of this tool,
    ModelError without a model.
    """
    from translate.folders.translating import Translator, load_source, need_language

    item = Item(name, file or Path(name), Path())
    need_language([item] if file else [], config)
    translator = Translator.of(config)
    source = load_source(item, config, data)
    translation = next(translator.translate([source]))
    return translation, translator.record(translation, translator.signature)
