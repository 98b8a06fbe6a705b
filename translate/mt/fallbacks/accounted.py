"""The names of a unit and of a whole sentence, as a reader looks for them: all are accounted for.

A sentence goes to the model in units, its capitals folded or raised; what is required of the
English is what the sentence holds as it stands in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from translate.document import apply
from translate.mt import closed
from translate.mt.strings import with_articles
from translate.mt.terms import Terms
from translate.mt.units import NameRecord, Rendering, Unit

if TYPE_CHECKING:
    from translate.mt.fallbacks.ladder import Ladder

# Steps by which a whole sentence has its English, without a first answer of the model.
WHOLE = ("alone", "import")


def named(unit: Unit, rendering: Rendering, ladder: Ladder) -> tuple[str, list[NameRecord]]:
    """Give the English of `unit`, its `rendering` by `ladder`, with its names set right.

    And what became of each name.
    """
    terms = ladder.terms
    before = with_articles(rendering.english, unit)
    before = closed.polished(unit.text, before, ladder.pair, ladder.variety)
    carried = [term for _, name, _ in unit.names for term in terms.required(name)]
    held = [NameRecord(term.name_id, term.target, "kept", "held") for term in carried]
    if not unit.terms:
        return before, held
    english = terms.polish(unit.text, before, unit.terms)
    absent = [Counter(terms.missing(text, unit.terms)) for text in (english, before)]
    lost = Counter(rendering.lost)
    names = []
    for term in unit.terms:
        failed, late = (bool(some[term]) for some in absent)
        repaired = lost[term.target] > 0
        for some in absent:
            some[term] -= 1
        lost[term.target] -= 1
        if failed:
            names.append(NameRecord(term.name_id, term.target, "failed"))
            continue
        step = rendering.step if repaired or rendering.step in WHOLE else "model"
        status = "repaired" if repaired else "kept"
        by = "spelling" if late else step
        names.append(NameRecord(term.name_id, term.target, status, by))
    return english, [*names, *held]


def accounted(
    terms: Terms, source: str, english: str, records: Sequence[NameRecord]
) -> tuple[str, tuple[NameRecord, ...]]:
    """Give `english`, a whole sentence, names set right, and a record of each name of `source`.

    `records` tell what became of the names of its units.

    >>> accounted(Terms(), "Ada lit.", "Ada reads.", [NameRecord("Ada", "Ada", "kept", "model")])
    ('Ada reads.', (NameRecord(name='Ada', target='Ada', status='kept', by='model'),))
    """
    sent = apply(source, terms.prepare(source))
    required = terms.required(sent)
    english = terms.polish(sent, english, required)
    missing = list(terms.missing(english, required))
    rest = list(records)
    found: list[NameRecord] = []
    for term in required:
        before = next((r for r in rest if (r.name, r.target) == (term.name_id, term.target)), None)
        if before:
            rest.remove(before)
        if term in missing:
            missing.remove(term)
            found.append(NameRecord(term.name_id, term.target, "failed"))
            continue
        status = "repaired" if before and before.status != "kept" else "kept"
        by = before.by if before and before.by else "spelling"
        found.append(NameRecord(term.name_id, term.target, status, by))
    return english, (*found, *rest)
