"""What became of the texts of a collection, counted: a tally does not grow with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from translate.folders.files import Outcome
from translate.show.doubts import order
from translate.show.summary import MOST, removed
from translate.show.tally import COUNTED

WORST = 10  # doubtful sentences remembered
TOLD = 1000  # texts remembered that a person was told of


@dataclass
class Tally:
    """Counts of outcomes.

    `stages` has, by `cleaned` and `translated`, how many texts came to which status; `worst` the
    sentences that are least likely right, `shapes` what texts are that are none by their beginning,
    `told` the first texts that a person must be told of, in every run.

    >>> tally = Tally()
    >>> tally.add("cleaned", Outcome("a", "failed", "a: empty", {}))
    >>> tally.stages, tally.code
    ({'cleaned': Counter({'failed': 1})}, 1)
    """

    stages: dict[str, Counter[str]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    shapes: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    worst: list[dict[str, Any]] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)

    def add(self, stage: str, outcome: Outcome) -> None:
        """Count one outcome of `stage`."""
        facts = outcome.facts
        self.stages.setdefault(stage, Counter())[outcome.status] += 1
        self.kinds.update(facts.get("kinds", {}))
        self.names.update(facts.get("names", {}))
        if "language" in facts:
            self.languages[str(facts["language"])] += 1
        if facts.get("shape"):
            self.shapes[facts["shape"]] += 1
        for name in ("notes", "removed_letters", "letters", *COUNTED):
            self.counts[name] += facts.get(name, 0)
        self.counts["thinned"] += removed(facts) >= MOST
        doubtful = facts.get("doubtful", ())
        self.counts["doubtful"] += len(doubtful)
        self.counts["reported"] += outcome.reported
        self.counts["now"] += "now" in facts
        if outcome.reported and len(self.told) < TOLD:
            said = {"status": outcome.status, "message": outcome.message}
            self.told.append({"document": outcome.name, **said})
        if doubtful:
            found = [*self.worst, *({"document": outcome.name, **one} for one in doubtful)]
            found.sort(key=order)
            self.worst = found[:WORST]

    def again(self) -> Iterator[Outcome]:
        """Give the outcomes that a person must be told of, as in the run that they are of.

        >>> tally = Tally()
        >>> tally.add("cleaned", Outcome("a", "failed", "a: empty", {}))
        >>> [outcome.message for outcome in Tally.from_json(tally.to_json()).again()]
        ['a: empty']
        """
        for said in self.told:
            name, status, message = said["document"], said["status"], said["message"]
            yield Outcome(name, status, message, {"warning": message})
        if more := self.counts["reported"] - len(self.told):
            yield Outcome("", "failed", f"and {more} more: --force tells of all of them", {})

    @property
    def code(self) -> int:
        """The exit code: 1 where something was reported, or a name was lost."""
        return int(bool(self.counts["reported"] or self.names["failed"]))

    def to_json(self) -> dict[str, Any]:
        """Give the counts as values that JSON can hold."""
        counters = ("kinds", "languages", "shapes", "names", "counts")
        found = {name: dict(sorted(getattr(self, name).items())) for name in counters}
        stages = {stage: dict(sorted(n.items())) for stage, n in self.stages.items()}
        return {"stages": stages, **found, "worst": self.worst, "told": self.told}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Tally:
        """Read what `to_json` gave."""
        others = ("stages", "worst", "told")
        counters = {k: Counter(v) for k, v in value.items() if k not in others}
        stages = {stage: Counter(found) for stage, found in value["stages"].items()}
        return cls(stages, worst=value["worst"], told=value["told"], **counters)
