"""A diff in numbers: a line a text, and what rules of which kind took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate.document import Edit
from translate.show.alignment import REPAIR, counted
from translate.show.diff.comparing import BY_HAND
from translate.show.diff.reading import Choice
from translate.show.signs import visible
from translate.show.terminal import columns, most_first, plural

HEAD = ("text", "removed", "added", "repairs", "by hand")


@dataclass
class Stat:
    """Counts of the texts seen: words removed and added by rules or unrecorded, repairs, by hand.

    >>> stat = Stat(Choice())
    >>> edits = [Edit(0, "Un menu\\n", "", "fr.menu"), Edit(9, " ", "", "repair.space")]
    >>> stat.count("a.txt", edits)
    >>> print(stat)
    text   removed  added  repairs  by hand
    a.txt        2      0        1        0
    <BLANKLINE>
    1 text differs: 2 words removed, 0 added, 1 repair, 0 changes by hand
    changes by kind
      fr      1
      repair  1
    """

    choice: Choice
    rows: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, edits: Iterable[Edit]) -> None:
        """Count the wanted changes of one text."""
        wanted = [edit for edit in edits if self.choice.wants(edit.rule)]
        if not wanted:
            return
        kinds = counted(wanted, self.choice.known)
        self.kinds.update(kinds)
        told = [e for e in wanted if self.choice.kind(e.rule) not in (REPAIR, BY_HAND)]
        removed, added = (sum(len(text.split()) for text in texts)
                          for texts in ((e.old for e in told), (e.new for e in told)))  # fmt: skip
        self.rows.append((visible(name), removed, added, kinds[REPAIR], kinds[BY_HAND]))

    def __str__(self) -> str:
        if not self.rows:
            return ""
        removed, added, repairs, hand = map(sum, list(zip(*self.rows, strict=True))[1:])
        differ = f"{plural(len(self.rows), 'text')} differ{'s' if len(self.rows) == 1 else ''}"
        words = f"{plural(removed, 'word')} removed, {added} added"
        rest = f"{plural(repairs, 'repair')}, {plural(hand, 'change')} by hand"
        return "\n".join([
            columns([HEAD, *self.rows], indent=""),
            f"\n{differ}: {words}, {rest}",
            "changes by kind",
            columns(most_first(self.kinds)),
        ])  # fmt: skip
