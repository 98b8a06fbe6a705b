"""Evidence from the whole folder: a line that stands in many files is chrome of their site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from translate.clean.lines import fold


def key(line: str) -> bytes:
    """Give eight bytes that stand for `line`, whatever its case, accents and outer space.

    >>> key("À lire aussi") == key("  a LIRE aussi ")
    True
    """
    return blake2b(fold(line.strip()).lower().encode("utf-8", "replace"), digest_size=8).digest()


@dataclass
class Evidence:
    """In how many of `files` texts each line stands.

    >>> seen = Evidence.of(["Menu\\nUn texte.", "Menu\\nUn autre."])
    >>> seen.files, seen.count("Menu"), seen.count("Un texte.")
    (2, 2, 1)
    """

    files: int = 0
    counts: Counter[bytes] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Evidence:
        """Count the lines of `texts`."""
        seen = cls()
        for text in texts:
            seen.add(text)
        return seen

    def add(self, text: str) -> None:
        """Count the lines of one more text, each once."""
        self.files += 1
        self.counts.update({key(line) for line in text.split("\n") if line and not line.isspace()})

    def merge(self, other: Evidence) -> None:
        """Add what another worker counted in other files."""
        self.files += other.files
        self.counts.update(other.counts)

    def pruned(self, least: int = 2) -> Evidence:
        """Give the evidence without lines of fewer than `least` files: small enough to send."""
        kept = {line: n for line, n in self.counts.items() if n >= least}
        return Evidence(self.files, Counter(kept))

    @property
    def signature(self) -> str:
        """Twelve hexadecimal digits that change when any count does."""
        counts = repr((self.files, sorted(self.counts.items())))
        return blake2b(counts.encode(), digest_size=6).hexdigest()

    def count(self, line: str) -> int:
        """Give the number of texts in which `line` stands."""
        return self.counts[key(line)]
