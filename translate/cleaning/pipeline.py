"""The stages of cleaning in their order: bytes, text, repaired, without boilerplate, described."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache

from translate.cleaning import decode, language, metadata
from translate.cleaning.boilerplate import glue
from translate.cleaning.boilerplate import removing as boilerplate
from translate.cleaning.boilerplate.profiles import AUTO, choose
from translate.cleaning.boilerplate.remembered import forget
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.repair import repair, repaired
from translate.cleaning.strays import strays
from translate.config import CleanConfig, Config
from translate.document import Document, Held, Note
from translate.facts import Decoding, Facts
from translate.skeleton import untouchable

# Where so few letters and so small a share would be left, the gentler profiles are tried in turn;
# at last only rules judge that know what they take. It is told.
LITTLE, LITTLE_SHARE = 60, 0.1
# More than these shares of the letters are seldom chrome.
GENTLER = ("page", "gentle", "rules")
UNUSUAL = {"page": 0.9, "gentle": 0.6, "rules": 0.6}
REMOVED = "clean.removed"  # the rule of the note that says so
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
    forget()
    doc = _with_skeleton(opened(source, name, config))
    doc = without_boilerplate(repair(doc, config.languages), rules, repeated, config)
    doc = metadata.describe(doc, rules)
    return language.check(doc, config.languages, config.source)


def _with_skeleton(doc: Document) -> Document:
    """Give `doc`; of subtitles and front matter, so that nothing but repair changes them."""
    start, end = untouchable(doc.name, doc.text)
    stages = (boilerplate.STAGE, glue.STAGE) if end else ()
    held = dict.fromkeys((*doc.held, *(Held(start, end, stage) for stage in stages)))
    return replace(doc, held=tuple(held))  # cleaned again, it holds them already


def without_boilerplate(
    doc: Document, rules: Rules, repeated: RepeatedLines | None, config: Config
) -> Document:
    """Give `doc` without boilerplate; where little would be left, a gentler way is taken.

    `doc.meta` says which profile was taken, what share of the letters went, and the fallback.
    """
    profile = rules.config.profile
    chosen = profile == AUTO and not doc.meta.profile
    if profile == AUTO:  # what was decided of a text before holds
        profile = doc.meta.profile or choose(doc.text, rules)

    steps = (profile, *GENTLER[GENTLER.index(profile) + 1 :])

    def tried(doc: Document, before: int) -> list[Document]:
        """Give what each step makes of `doc`, up to the first that leaves enough."""
        made: list[Document] = []
        for step in steps:
            made.append(_rounds(doc, rules.under(step), repeated, config))
            if letters(made[-1].text) >= min(LITTLE, LITTLE_SHARE * before):
                break
        return made

    before = letters(repaired(doc))
    made = tried(doc, before)
    if (
        chosen
        and profile != GENTLER[0]
        and made[-1].text != doc.text
        and choose(made[-1].text, rules) == GENTLER[0]
    ):  # of fewer lines the rules know a larger share: cleaned again, it would be a page
        profile, steps = GENTLER[0], GENTLER
        made = tried(doc, before)
    cleaned, step = made[-1], steps[len(made) - 1]
    first = letters(made[0].text)
    while len(made) > 1:  # what is left is judged as a text of its own would be
        made = tried(cleaned, letters(cleaned.text))
        if made[-1].text == cleaned.text:
            break
        cleaned = made[-1]
    left = letters(cleaned.text)
    fallback = doc.meta.fallback
    if first < LITTLE_SHARE * before and first < left:
        fallback = f"under '{profile}' next to nothing would be left: '{step}' was used"
    share = round(1 - left / before, 2) if before else 0.0
    notes = cleaned.notes
    if share > UNUSUAL[step]:
        message = f"{share:.0%} of the letters were removed: more than is usual"
        notes = (*notes, Note(0, 0, REMOVED, message))
    return replace(cleaned, notes=notes).described(profile=step, removed=share, fallback=fallback)


def _rounds(
    doc: Document, rules: Rules, repeated: RepeatedLines | None, config: Config
) -> Document:
    """Give `doc` without what `rules` remove, repaired again until nothing changes."""
    for number in range(ROUNDS):
        mended = repair(doc, config.languages) if number else doc
        doc = boilerplate.remove(glue.unglue(mended, rules), rules, repeated)
        if doc.text == mended.text:  # repaired text has nothing left to repair
            break
    return doc


def letters(text: str) -> int:
    """Give the number of signs in `text` that are no space."""
    return len(text) - sum(map(text.count, " \n\t\r\u00a0"))


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
    facts = Facts(encoding=decoding, sha256=digest)
    return Document(name, text, meta=facts, notes=tuple(strays(text, decoding)))


def restore(document: Document) -> bytes:
    """Give the bytes that `document` was cleaned from: see `translate.cleaning.restore`."""
    text = document.original
    if document.meta.encoding is None:
        return text.encode("utf-8", "surrogatepass")
    return decode.encode(text, document.meta.encoding)
