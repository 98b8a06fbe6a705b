"""The stages of cleaning in their order: bytes, text, repaired, without boilerplate, described."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from translate.cleaning import decode, language, metadata
from translate.cleaning.boilerplate import glue
from translate.cleaning.boilerplate import removing as boilerplate
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.repair import repair
from translate.config import CleanConfig, Config
from translate.document import Document
from translate.facts import Decoding, Facts

ROUNDS = 12  # a removal may bring lines together that are boilerplate only then


def clean(
    source: str | bytes | Document,
    *,
    name: str = "",
    config: Config | None = None,
    rules: Rules | None = None,
    repeated: RepeatedLines | None = None,
) -> Document:
    """Give `source` as a cleaned document: see `translate.cleaning.clean`."""
    config = config or Config()
    rules = rules or rules_for(config)
    doc = opened(source, name, config)
    for _ in range(ROUNDS):
        mended = repair(doc, config.languages)
        doc = boilerplate.remove(glue.unglue(mended, rules), rules, repeated)
        if doc.text == mended.text:  # repaired text has nothing left to repair
            break
    doc = metadata.describe(doc)
    return language.check(doc, config.languages, config.source)


def rules_for(config: Config) -> Rules:
    """Give the rules that `config` asks for; the built-in packs alone are read once a process."""
    own = config.clean.rules or config.clean.keep_file  # files that may be changed meanwhile
    load = Rules.load if own else _built_in
    return load(config.clean, config.languages)


@lru_cache(8)
def _built_in(config: CleanConfig, languages: tuple[str, ...]) -> Rules:
    return Rules.load(config, languages)


def opened(
    source: str | bytes | Document, name: str, config: Config, known: Decoding | None = None
) -> Document:
    """Give the document before any cleaning: bytes are decoded, all else is taken as it is.

    How the bytes are to be read is found out unless it is `known`.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, str):
        return Document(name, source)
    if known:
        text, decoding = decode.reread(source, known), known
    else:
        text, decoding = decode.decode(source, config.languages, name=name)
    digest = hashlib.sha256(source).hexdigest()
    return Document(name, text, meta=Facts(encoding=decoding, sha256=digest))


def restore(document: Document) -> bytes:
    """Give the bytes that `document` was cleaned from: see `translate.cleaning.restore`."""
    text = document.original
    if document.meta.encoding is None:
        return text.encode("utf-8", "surrogatepass")
    return decode.encode(text, document.meta.encoding)
