"""Make the dictionary of a package: the English of French words, and the English words there are.

    python dictionary.py ../translate/models/fr_en europarl.tsv tatoeba.tsv …

A small model spells rare words wrong or leaves them in French. The tool finds such words by
`words.txt`, the English words of the text, and puts in their place what `dictionary.tsv` has for
the French word they come from: its best partner by how often the two share a sentence, if IBM
model 1, counted there and back, says so too: words that only stand near one another ("marée",
"slick") go.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from align import aligned
from prepare import Pair, read_pairs

sys.path.insert(0, str(Path(__file__).parents[1]))

from translate.languages.words import fold_word

# Words whose counted English a reader found wrong, or right only in the texts that were counted.
DROPPED = Path(__file__).with_name("dropped.txt")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The sentences that are looked at for a word: its first ones, and no longer than this.
SENTENCES = 80
LONGEST = 50
# A French word needs so many sentences and letters; one in more than `COMMON` the model knows.
LEAST = 4
LETTERS = 3
COMMON = 20_000
# The English word must be met so often (a name: more often), share this much of the sentences, and
# many times that of the next one, and this much of that of any French word with the English one.
MET, MET_NAME = 3, 5
SHARE = 0.3
DICE = 0.2
ALIKE, FAVOUR = 0.6, 1.3
MARGIN = 1.3
MUTUAL = 0.8
# What IBM model 1 must give the pair, from French to English and back.
LIKELY, BACK = 0.12, 0.02
# A word met less often than this in English, and so many times as often in French, is French.
QUOTED, FRENCH = 50, 20


@dataclass
class Counts:
    """How often words were met, and which English words stood opposite a French one."""

    french: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    low: Counter[str] = field(default_factory=Counter)
    high: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    opposite: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, fr: str, en: str) -> None:
        """Count a pair. The first English word does not tell how it is written."""
        words = WORD.findall(en)
        self.low.update(w for w in words if w.islower())
        self.high.update(w.lower() for w in words[1:] if w.istitle())
        left, right = set(WORD.findall(fr.lower())), {w.lower() for w in words}
        self.french.update(left)
        self.english.update(right)
        if len(right) > LONGEST:
            return
        for word in left:
            if self.seen[word] < SENTENCES:
                self.seen[word] += 1
                self.opposite.setdefault(word, Counter()).update(right)

    def words(self) -> list[str]:
        """The English words as they are written within sentences, sorted.

        French ones quoted there are left out.
        """
        low = (
            word
            for word, n in self.low.items()
            if n >= MET and not (n < QUOTED and self.french[word] > FRENCH * n)
        )
        high = (word.capitalize() for word, n in self.high.items() if n >= MET_NAME)
        return sorted({*low, *high})

    def entries(self) -> Iterator[Pair]:
        """The French words with their English, sorted."""
        table = {
            word: self._partners(word)
            for word, n in sorted(self.seen.items())
            if n >= LEAST and len(word) >= LETTERS
        }
        best: dict[str, float] = {}
        for partners in table.values():
            for dice, _, other in partners:
                best[other] = max(dice, best.get(other, 0.0))
        for word, partners in table.items():
            if not partners or self.french[word] > COMMON:
                continue
            _, dice, share, other = max(
                (d * (FAVOUR if _alike(word, o) else 1.0), d, share, o) for d, share, o in partners
            )
            second = max((d for d, _, o in partners if not _alike(o, other)), default=0.0)
            sure = dice >= MARGIN * second and dice >= MUTUAL * best[other]
            low, high = self.low[other], self.high[other]
            if share < SHARE or other == word or max(low, high) < MET:
                continue
            if sure or _alike(word, other):
                yield word, other.capitalize() if high > low else other

    def _partners(self, word: str) -> list[tuple[float, float, str]]:
        """The English words opposite `word`: Dice coefficient, share of the sentences, word."""
        found: list[tuple[float, float, str]] = []
        for other, n in self.opposite[word].most_common(25):
            share = n / self.seen[word]
            both = self.french[word] + self.english[other]
            dice = min(1.0, 2 * share * self.french[word] / both)
            if dice >= DICE:
                found.append((dice, share, other))
        return found


def _alike(word: str, other: str) -> bool:
    return SequenceMatcher(None, fold_word(word), fold_word(other)).ratio() > ALIKE


def count(pairs: Iterable[Pair]) -> Counts:
    """Count all pairs.

    >>> pairs = [("La glace fond.", "The ice melts."), ("La neige fond.", "The snow melts.")]
    >>> counts = count(pairs * 4)
    >>> list(counts.entries()), counts.words()
    ([('glace', 'ice'), ('neige', 'snow')], ['ice', 'melts', 'snow'])
    """
    counts = Counts()
    for fr, en in pairs:
        counts.add(fr, en)
    return counts


def confirmed(entries: Iterable[Pair], pairs: list[Pair]) -> list[Pair]:
    """Give the entries whose words stand for each other in `pairs`, both ways."""
    numbers: tuple[dict[str, int], dict[str, int]] = ({}, {})
    sides = [
        [[number.setdefault(w, len(number)) for w in WORD.findall(p[k].lower())] for p in pairs]
        for k, number in enumerate(numbers)
    ]
    there, back = aligned(*sides), aligned(*reversed(sides))

    def sure(french: str, english: str) -> bool:
        left, right = numbers[0].get(french.lower()), numbers[1].get(english.lower())
        if left is None or right is None:
            return False
        likely = {i: p for p, i in there.get(left, ())}.get(right, 0.0)
        return likely >= LIKELY and {i: p for p, i in back.get(right, ())}.get(left, 0.0) >= BACK

    return [entry for entry in entries if sure(*entry)]


def main() -> None:
    """Read the command line and write the two files."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("package", type=Path, help="the package's folder")
    ap.add_argument("tsv", type=Path, nargs="+")
    a = ap.parse_args()
    pairs = [pair for path in a.tsv for pair in read_pairs(path)]
    counts = count(pairs)
    wrong = set(DROPPED.read_text(encoding="utf-8").split())
    sure = confirmed(counts.entries(), pairs)
    lines = [f"{fr}\t{en}\n" for fr, en in sure if fr not in wrong]
    (a.package / "dictionary.tsv").write_text("".join(lines), encoding="utf-8")
    words = counts.words()
    (a.package / "words.txt").write_text("".join(f"{w}\n" for w in words), encoding="utf-8")
    print(f"{len(lines)} French words, {len(words)} English ones")


if __name__ == "__main__":
    main()
