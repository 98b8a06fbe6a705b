"""Removing the lines that are boilerplate, as edits that tell rule and reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.cleaning.boilerplate.judging import Judgement, Page, decide
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.document import Document, Edit, Held

STAGE = "boilerplate"


def remove(doc: Document, rules: Rules, folder: RepeatedLines | None = None) -> Document:
    """Give `doc` without its boilerplate lines; every other line stays word for word.

    Its headline is noted in its meta: it shows best while all that belongs to it stands around it.

    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> doc = remove(Document("a", "Le pont est ouvert.\\n\\nPartager l'article :\\n"), rules)
    >>> doc.text, doc.edits[0].rule
    ('Le pont est ouvert.\\n', 'fr.share.call')
    """
    held = [one for one in doc.held if one.against == STAGE]
    page = Page.of(split(doc.text), rules, folder, held)
    decide(page, rules)
    if page.title is not None and not doc.meta.title:
        doc = doc.described(title=page.full[page.title].text.strip())
    if not page.drops:
        return doc
    # Without its buttons the record of a thing is not seen to be one: what it tells is held.
    told = (page.full[i] for i in sorted(page.record.sure))
    stays = (*doc.held, *(Held(line.start, line.end, STAGE) for line in told))
    return replace(doc, held=stays).edited(STAGE, _removals(doc.text, page.judgements()))


def _removals(text: str, made: Sequence[Judgement]) -> list[Edit]:
    """Give the edits that remove the dropped lines, with the blank lines they leave behind."""
    edits: list[Edit] = []
    kept = [v.line for v in made if v.rule is None and not v.line.blank]
    last_kept = kept[-1] if kept else None
    closing = "\n" if text.endswith("\n") and kept else ""
    number = 0
    while number < len(made):
        if made[number].rule is None:
            number += 1
            continue
        stop = number  # after the last dropped line of this run
        after = number  # after the blank lines that follow it
        while after < len(made) and (made[after].rule or made[after].line.blank):
            after += 1
            if made[after - 1].rule:
                stop = after
        first = made[number].line
        blank_before = number == 0 or made[number - 1].line.blank
        end = made[after if blank_before and after < len(made) else stop - 1].line
        low = first.start
        high = end.start if blank_before and after < len(made) else min(end.end + 1, len(text))
        if last_kept is None or first.start > last_kept.start:
            low, high = (last_kept.end if last_kept else 0), len(text)
            if closing:
                low += 1
        edits += _cut(text, [v for v in made[number:stop] if v.rule], low, high)
        number = after
    return edits


def _cut(text: str, dropped: Sequence[Judgement], low: int, high: int) -> list[Edit]:
    """Cut `text` from `low` to `high` in one edit for each of the `dropped` lines there."""
    borders = [low, *(v.line.start for v in dropped[1:]), high]
    edits = []
    for judged, start, end in zip(dropped, borders, borders[1:], strict=False):
        assert judged.rule is not None
        edits.append(Edit(start, text[start:end], "", judged.rule.id, judged.reason))
    return edits
