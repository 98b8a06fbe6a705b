"""The names of a whole sentence, as a reader looks for them: all that it holds are accounted for.

A sentence goes to the model in units, its capitals folded or raised; what is required of the
English is what the sentence holds as it stands in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from translate.document import apply
from translate.mt.terms import Terms
from translate.mt.units import NameRecord


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
