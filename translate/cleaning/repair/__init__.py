"""Repair of damaged text: mojibake, entities, lost letters, invisible characters, stray spaces.

Correct text is left as it is, French typography (« », ’, no-break spaces before : ; ! ?, œ)
included. Each fix is a small function from a text to edits; what is doubtful becomes a note.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from translate.cleaning.repair import accents as repair_accents
from translate.cleaning.repair import codepages as repair_codepages
from translate.cleaning.repair import holes as repair_holes
from translate.cleaning.repair import letters as repair_letters
from translate.cleaning.repair import mojibake as repair_mojibake
from translate.cleaning.repair import signs as repair_signs
from translate.document import Document, Edit, apply, invert

STAGE = "repair"
ROUNDS = 12  # one repair may lay another open; texts in the wild need two, hostile ones more

FIXES: tuple[Callable[[str, Sequence[str]], list[Edit]], ...] = (
    repair_signs.line_breaks,
    repair_accents.edits,
    repair_codepages.edits,
    repair_mojibake.edits,
    repair_letters.edits,
    repair_signs.edits,
)


def repair(doc: Document, languages: Sequence[str]) -> Document:
    """Give `doc` repaired, one layer "repair" for each pass that changed something.

    `languages` are the ISO 639-1 codes of the languages the text may be in: some repairs are made
    only for one whose lost letters can be put back, as French. The text of the result holds no lone
    surrogates.

    >>> doc = repair(Document("", "L&rsquo;Ã©tÃ© dernier ."), ["fr", "en"])
    >>> doc.text
    'L’été dernier.'
    >>> [edit.rule for edit in doc.edits]
    ['repair.mojibake', 'repair.mojibake', 'repair.space']
    """
    for _ in range(ROUNDS):
        before = doc
        for fix in FIXES:
            doc = doc.edited(STAGE, fix(doc.text, languages))
        if doc is before:
            break
    others = tuple(note for note in doc.notes if not note.rule.startswith("repair."))
    found = (*repair_letters.notes(doc.text, languages), *repair_holes.notes(doc.text, languages))
    return replace(doc, notes=(*others, *found))


def repaired(doc: Document) -> str:
    """Give the text of `doc` as the first repair left it, before anything was removed.

    >>> doc = repair(Document("", "L’Ã©tÃ©."), ["fr"])
    >>> repaired(doc.edited("boilerplate", [Edit(0, "L’", "", "a.rule", "a test")]))
    'L’été.'
    """
    text = doc.text
    first = next((i for i, one in enumerate(doc.layers) if one.stage != STAGE), len(doc.layers))
    for layer in reversed(doc.layers[first:]):
        text = apply(text, invert(layer.edits))
    return text
