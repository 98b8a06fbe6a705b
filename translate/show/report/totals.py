"""What a report says of the whole corpus: one entry a document, and the sums of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from translate.show.alignment import counted, kind_of
from translate.show.report.document import Shown

BINS = 10  # of the probability that a sentence is right


@dataclass
class Totals:
    """Sums over documents; `kinds` is the kind of each rule by its id, `changes` how many of each.

    `entries` holds one entry a document, for the list and the filters of the page.
    """

    kinds: Mapping[str, str]
    entries: list[dict[str, Any]] = field(default_factory=list)
    removed: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    likely: list[int] = field(default_factory=lambda: [0] * BINS)
    letters: int = 0
    sentences: int = 0
    doubtful: int = 0

    def add(self, shown: Shown) -> None:
        """Count one document."""
        edits = shown.edits or ()
        kinds, rules = counted(edits, self.kinds), Counter(edit.rule for edit in edits)
        for edit in edits:
            if edit.old.strip() and not edit.new.strip():
                self.removed[kind_of(edit.rule, self.kinds)] += len(edit.old.strip())
        checks = Counter(check_id(c) for s in shown.sentences for c in s["checks"])
        names = Counter(name["status"] for s in shown.sentences for name in s["names"])
        doubtful = sum(bool(s["doubtful"]) for s in shown.sentences)
        for sentence in shown.sentences:
            if (sure := sentence.get("confidence")) is not None:
                self.likely[min(BINS - 1, int(sure * BINS))] += 1
        language = shown.facts.get("language")
        self.languages[language or "not known"] += 1
        self.changes += kinds
        self.letters += len(shown.original)
        self.sentences += len(shown.sentences)
        self.doubtful += doubtful
        self.rules += rules
        self.checks += checks
        self.names += names
        entry = {
            "document": shown.name,
            "message": shown.message,
            "facts": {k: v for k, v in shown.facts.items() if v},
            "cleaned": shown.edits is not None,
            "translated": shown.english is not None,
            "kinds": kinds,
            "rules": rules,
            "sentences": len(shown.sentences),
            "doubtful": doubtful,
            "checks": checks,
            "names": names,
        }
        self.entries.append({key: value for key, value in entry.items() if value})


def check_id(check: str) -> str:
    """Give the id with which the words of a check begin.

    >>> check_id("unsure: the model is unsure here")
    'unsure'
    """
    return check.partition(":")[0]
