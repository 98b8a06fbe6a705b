"""The lines of one text while ways of judging decide about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rule, Rules

NEAR = 2  # lines between a label and the chrome that makes it chrome
RUN = 3  # labels in a row that need no other chrome beside them
TITLE_WORDS = 30  # the longest title of another article

Drops = dict[int, tuple[Rule, str]]  # index of a full line: the rule it goes by, and why


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a line: dropped by `rule` for `reason`, or kept when `rule` is None."""

    line: Line
    rule: Rule | None = None
    reason: str = ""


@dataclass(slots=True)
class Page:
    """A text's `lines`, those that are not blank (`full`), and what is known of each of these.

    `found` are the whole-line rules that match, `kept` the indices the user protects, `drops` what
    was decided so far. All indices are those of `full`.
    """

    lines: Sequence[Line]
    full: Sequence[Line]
    found: Sequence[Sequence[Rule]]
    kept: frozenset[int]
    folder: RepeatedLines | None = None
    drops: Drops = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[Line], rules: Rules, folder: RepeatedLines | None) -> Page:
        """Give the page of `lines`, nothing dropped yet."""
        full = [line for line in lines if not line.blank]
        kept = frozenset(i for i, line in enumerate(full) if rules.keeps(line.text))
        found = [() if i in kept else rules.matching(line) for i, line in enumerate(full)]
        return cls(lines, full, found, kept, folder)

    def copy(self) -> Page:
        """Give the same page with drops of its own."""
        return replace(self, drops=dict(self.drops))

    def take(self, drops: Drops) -> None:
        """Drop these lines, but for those the user keeps; who dropped a line first is named."""
        for index, drop in drops.items():
            if index not in self.kept:
                self.drops.setdefault(index, drop)

    def judgements(self) -> list[Judgement]:
        """Give what was decided about every line, blank ones too."""
        decided = {self.full[index].number: drop for index, drop in self.drops.items()}
        return [Judgement(line, *decided.get(line.number, (None, ""))) for line in self.lines]

    def about(self, index: int, rule: Rule) -> str:
        """Give the rule's words about the line at `index`."""
        return f"{rule.about}: '{self.full[index].text.strip():.60}'"

    def is_title(self, index: int) -> bool:
        """Whether a line reads as the title of another article."""
        line = self.full[index]
        return line.words <= TITLE_WORDS and not line.text.rstrip().endswith((".", ":", ";"))

    def is_label(self, index: int) -> bool:
        """Whether a rule takes the line for chrome if it stands among such lines."""
        return any(r.scope == "near" and r.settings.get("run", 1) for r in self.found[index])

    def neighbours(self, index: int) -> str:
        """Say why a label at `index` is chrome, if what stands around it tells."""
        around = range(max(0, index - NEAR), min(len(self.full), index + NEAR + 1))
        if any(i in self.drops for i in around):
            return "next to other chrome"
        low = high = index
        while low > 0 and self.is_label(low - 1):
            low -= 1
        while high + 1 < len(self.full) and self.is_label(high + 1):
            high += 1
        return f"{high - low + 1} labels in a row" if high - low + 1 >= RUN else ""
