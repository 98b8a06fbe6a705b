"""Repeated lines: a line that stands in many files is chrome of their site."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from translate.languages.words import fold

MOST = 5_000_000  # lines remembered while many parts are put together: 80 MB


def key(line: str) -> int:
    """Give a number of 64 bits that stands for `line`, whatever its case, accents, outer space.

    >>> key("À lire aussi") == key("  a LIRE aussi ")
    True
    """
    text = fold(line.strip()).lower().encode("utf-8", "replace")
    return int.from_bytes(blake2b(text, digest_size=8).digest())


def lines_of(texts: Iterable[str]) -> tuple[int, array[int]]:
    """Give the number of `texts`, and the keys of the lines of each, every line of it once."""
    seen = array("Q")
    files = 0
    for text in texts:
        files += 1
        seen.extend({key(line) for line in text.split("\n") if line and not line.isspace()})
    return files, seen


@dataclass(frozen=True)
class RepeatedLines:
    """In how many of `files` texts a line stands; `counts` has those that stand in several.

    >>> seen = RepeatedLines.of(["Menu\\nUn texte.", "Menu\\nUn autre."])
    >>> seen.files, seen.count("Menu"), seen.count("Un texte.")
    (2, 2, 1)
    """

    files: int = 0
    counts: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> RepeatedLines:
        """Count in how many of `texts` each line stands, in eight bytes of memory a line."""
        return cls.together([lines_of(texts)])

    @classmethod
    def together(cls, parts: Iterable[tuple[int, array[int]]]) -> RepeatedLines:
        """Put together what `lines_of` gave of parts of a folder, in their order.

        Of very many lines those that stood in one text alone are forgotten on the way, so that the
        memory does not grow with the folder.
        """
        import numpy as np

        files = 0
        lines = np.empty(0, np.uint64)
        counts = np.empty(0, np.int64)
        for number, seen in parts:
            files += number
            both = np.concatenate([lines, np.array(seen, np.uint64)])
            weights = np.concatenate([counts, np.ones(len(seen), np.int64)])
            lines, where = np.unique(both, return_inverse=True)
            counts = np.bincount(where, weights, len(lines)).astype(np.int64)
            if len(lines) > MOST:
                lines, counts = lines[counts > 1], counts[counts > 1]
        several = counts > 1
        found = zip(lines[several].tolist(), counts[several].tolist(), strict=True)
        return cls(files, dict(found))

    def signature(self, text: str) -> str:
        """Twelve hexadecimal digits of what is known of the lines of `text`; "" if nothing is."""
        known = {k: n for line in text.split("\n") if (n := self.counts.get(k := key(line)))}
        if not known:
            return ""
        return blake2b(
            repr((self.files, sorted(known.items()))).encode(), digest_size=6
        ).hexdigest()

    def count(self, line: str) -> int:
        """Give the number of texts in which `line`, a line of one of them, stands."""
        return self.counts.get(key(line), 1)
