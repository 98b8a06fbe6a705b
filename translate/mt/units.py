"""The values that translating passes on: a text, what of it goes to a model at a time, a record.

A `Source` is cut into sentences and these into units; a unit's English is a `Rendering`; a
sentence leaves a `SentenceRecord`, a text a `Translation`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from translate.facts import Paragraph
from translate.mt.held import SYMBOL
from translate.mt.terms import Term

# Names and abbreviations that are hidden: symbol, source, English.
Names = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A text to translate.

    `paragraphs` is what the language check of the cleaning found; None when it was not asked.
    `joined` are the lines, from 0, of which it is known that their sentence goes on in the next.

    >>> Source("a.txt", "Bonjour.").name
    'a.txt'
    """

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...] | None = None
    joined: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Unit:
    """What is translated in one go: `text` for the model, and the names it holds.

    `terms` are those of the glossary, which stand in it; `names` are others, and abbreviations,
    each with the symbol that stands for it and its English. `about` are the fields of its text by
    which a word of it may be meant.
    """

    text: str
    terms: tuple[Term, ...] = ()
    names: Names = ()
    about: frozenset[str] = frozenset()

    @property
    def symbols(self) -> list[str]:
        """The symbols in `text` that stand for no name, in order.

        >>> Unit("⟦0⟧ voit ⟦1⟧ et ⟦2⟧.", names=(("⟦0⟧", "Ada", "Ada"),)).symbols
        ['⟦1⟧', '⟦2⟧']
        """
        return self.fixed(self.text)

    def fixed(self, english: str) -> list[str]:
        """Give the symbols in `english` that stand for no name, in order."""
        names = {symbol for symbol, _, _ in self.names}
        return [m[0] for m in SYMBOL.finditer(english) if m[0] not in names]

    @property
    def plain(self) -> str:
        """The text with its names in place.

        >>> Unit("Le ⟦0⟧ voit ⟦1⟧.", names=(("⟦0⟧", "PDG", "CEO"),)).plain
        'Le PDG voit ⟦1⟧.'
        """
        names = {symbol: source for symbol, source, _ in self.names}
        return SYMBOL.sub(lambda m: names.get(m[0], m[0]), self.text)

    def shown(self, english: str) -> str:
        """Give `english` with the English of its names in place.

        >>> Unit("Le ⟦0⟧ part.", names=(("⟦0⟧", "PDG", "CEO"),)).shown("The ⟦0⟧ leaves.")
        'The CEO leaves.'
        """
        names = {symbol: target for symbol, _, target in self.names}
        return SYMBOL.sub(lambda m: names.get(m[0], m[0]), english)

    def hidden(self, english: str) -> str:
        """Give `english` with the symbol of each name in its place, as far as it stands there.

        >>> names = (("⟦0⟧", "Ada", "Ada"), ("⟦1⟧", "Ada", "Ada"))
        >>> Unit("⟦0⟧ et ⟦1⟧.", names=names).hidden("Ada and Ada.")
        '⟦0⟧ and ⟦1⟧.'
        """
        for symbol, _, target in sorted(self.names, key=lambda name: -len(name[2])):
            place = rf"(?<!\w){re.escape(target)}(?!\w)"
            english = re.sub(place, symbol, english, count=1)
        return english


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of the English that is not the model's: `before` gave way to `after`.

    `by` is `dictionary`, `order` (a name went behind its title), `held` (`before` was carried past
    the model), `meaning` (so was a rare word that it had lost), `gender` (another is meant),
    `gloss` (what it is was put behind it) or `letters` (a name is spelt as in the text).
    """

    by: str
    before: str
    after: str

    def to_json(self) -> dict[str, str]:
        """Give the repair as a JSON object."""
        return {"by": self.by, "old": self.before, "new": self.after}


@dataclass(frozen=True, slots=True)
class Rendering:
    """The English of a unit, symbols still in it, and what is doubtful about it.

    `score` is None where the model gives none; `lost` are the targets of the names that the
    model's first answer did not hold, and `step` how the English came about (see `fallbacks`);
    `confidence` is the probability that it is right, None where nothing tells it; `repairs` is what
    the model did not write.

    >>> Rendering("It rains.", -0.2).checks
    ()
    """

    english: str
    score: float | None
    checks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    confidence: float | None = None
    repairs: tuple[Repair, ...] = ()
    step: str = "model"


@dataclass(frozen=True, slots=True)
class NameRecord:
    """What became of a glossary name: `status` is `kept`, `repaired` or `failed`.

    `by` is the step that put it there: `model` (its first answer), `held` (it was carried past the
    model, as rare names are), one of the ladder (`fallbacks`), `import` (a memory's), `alone`
    (there was nothing else), `spelling` (set right at last); empty where it failed.
    """

    name: str
    target: str
    status: str
    by: str = ""

    def to_json(self) -> dict[str, str]:
        """Give the record as a JSON object."""
        said = {"canonical": self.name, "target": self.target}
        return {**said, "status": self.status, "by": self.by}


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """What became of a sentence.

    It begins in `line` at `column` of the text, both counted from 1; `source` is the sentence as in
    the text, `sent` what the model was given (names spelt canonically, capitals folded), `english`
    what stands in the translation. `checks` are the doubts that remain, in words that begin with
    the id of the check. `score` is the mean log-probability of the tokens (0 is best; None when no
    model was asked or it gives none), `confidence` the probability that the English is right (None
    where nothing tells it), `repairs` what in it the model did not write.

    >>> SentenceRecord(1, 1, "Oui.", "Oui.", "Yes.", (), (), -0.2).doubtful
    False
    """

    line: int
    column: int
    source: str
    sent: str
    english: str
    names: tuple[NameRecord, ...]
    checks: tuple[str, ...]
    score: float | None
    confidence: float | None = None
    repairs: tuple[Repair, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a reader should look at the sentence."""
        return any(not c.startswith("info:") for c in self.checks) or any(
            n.status == "failed" for n in self.names
        )

    def to_json(self) -> dict[str, Any]:
        """Give the record as a JSON object."""
        return {
            "line": self.line,
            "column": self.column,
            "source": self.source,
            "sent": self.sent,
            "english": self.english,
            "names": [name.to_json() for name in self.names],
            "checks": list(self.checks),
            "score": self.score,
            "confidence": self.confidence,
            "repairs": [repair.to_json() for repair in self.repairs],
            "doubtful": self.doubtful,
        }


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in the target language, with the record of each of its sentences.

    >>> Translation("a.txt", "Yes.", ()).text
    'Yes.'
    """

    name: str
    text: str
    records: tuple[SentenceRecord, ...]

    @property
    def doubtful(self) -> list[SentenceRecord]:
        """The records a reader should look at."""
        return [record for record in self.records if record.doubtful]
