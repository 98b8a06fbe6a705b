"""The proof: which names stand where, in which spellings, and which are missing in the English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from translate.document import apply
from translate.names.enforce import NameKeeper, variants_left
from translate.names.glossary import Glossary
from translate.names.variants import find

FORMAT, VERSION = "corpus names", 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a whole line, with its English; `line` counts from 1.

    `english` is None where there is no translation yet.
    """

    line: int
    source: str
    english: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A name that is not as it must be in the English of `line`.

    `kind` is `variant` (another `spelling` stands there) or `missing` (it does not stand there).
    """

    line: int
    kind: str
    name: str
    wanted: str
    spelling: str
    source: str
    english: str


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of one document: for each canonical name its spellings and how often they occur."""

    document: str
    source: dict[str, dict[str, int]]
    english: dict[str, dict[str, int]]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class NamesReport:
    """The names of a corpus; `signature` is the glossary's."""

    signature: str
    documents: tuple[DocumentNames, ...]

    @property
    def variants_left(self) -> int:
        """How many names stand in the English in another spelling than the glossary's."""
        return self._count("variant")

    @property
    def missing(self) -> int:
        """How many names of the source are not in the English of their sentence."""
        return self._count("missing")

    def _count(self, kind: str) -> int:
        return sum(fault.kind == kind for doc in self.documents for fault in doc.faults)

    def to_json(self) -> dict[str, Any]:
        """Give the report as values that JSON can hold."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "glossary": self.signature,
            "variants_left": self.variants_left,
            "missing": self.missing,
            "documents": [asdict(document) for document in self.documents],
        }


def by_line(source: str, english: str | None) -> list[Passage]:
    """Give the passages of a text whose translation has the same lines.

    A translation with another number of lines is one passage with the whole source.

    >>> [(p.line, p.source, p.english) for p in by_line("Un.\\n\\nDeux.", "One.\\n\\nTwo.")]
    [(1, 'Un.', 'One.'), (3, 'Deux.', 'Two.')]
    """
    lines = source.split("\n")
    if english is None:
        others: Sequence[str | None] = [None] * len(lines)
    else:
        others = english.split("\n")
    if len(others) != len(lines):
        return [Passage(1, source, english)]
    pairs = enumerate(zip(lines, others, strict=True), 1)
    return [Passage(n, line, other) for n, (line, other) in pairs if line.strip()]


def check(texts: Iterable[tuple[str, Sequence[Passage]]], glossary: Glossary) -> NamesReport:
    """Look for every name of `glossary` in `texts`, pairs of a document's name and its passages.

    >>> from translate.names.glossary import Name
    >>> glossary = Glossary((Name("Ada Lovelace", variants=("ada lovelas",)),))
    >>> text = by_line("ada lovelas lit.\\nAda Lovelace écrit.", "Ada Lovelas reads.\\nShe writes.")
    >>> report = check([("a.txt", text)], glossary)
    >>> report.variants_left, report.missing
    (1, 2)
    >>> [(fault.line, fault.kind) for fault in report.documents[0].faults]
    [(1, 'variant'), (1, 'missing'), (2, 'missing')]
    """
    keeper = NameKeeper(glossary)
    documents = tuple(_document(name, passages, keeper) for name, passages in texts)
    return NamesReport(keeper.signature, documents)


def _document(name: str, passages: Sequence[Passage], keeper: NameKeeper) -> DocumentNames:
    source: dict[str, Counter[str]] = {}
    english: dict[str, Counter[str]] = {}
    faults: list[Fault] = []
    for passage in passages:
        for mention in find(passage.source, keeper.glossary):
            source.setdefault(mention.name.canonical, Counter())[mention.text] += 1
        if passage.english is None:
            continue
        for mention in find(passage.english, keeper.glossary, english=True):
            english.setdefault(mention.name.canonical, Counter())[mention.text] += 1
        faults += _faults(passage, passage.english, keeper)
    return DocumentNames(
        name,
        {canonical: dict(spellings) for canonical, spellings in source.items()},
        {canonical: dict(spellings) for canonical, spellings in english.items()},
        tuple(faults),
    )


def _faults(passage: Passage, english: str, keeper: NameKeeper) -> list[Fault]:
    prepared = apply(passage.source, keeper.prepare(passage.source))
    required = keeper.required(prepared)
    around = (passage.source, english)
    return [
        Fault(passage.line, "variant", m.name.canonical, m.target, m.text, *around)
        for m in variants_left(english, keeper.glossary, required)
    ] + [
        Fault(passage.line, "missing", t.name_id, t.target, "", *around)
        for t in keeper.missing(english, required)
    ]
