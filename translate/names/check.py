"""The proof: which names stand where, in which spellings, and which are missing in the English."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from translate.document import apply
from translate.mt.terms import Term, forbidden_in
from translate.names.enforce import NameKeeper, variants_left
from translate.names.glossary import Glossary
from translate.names.variants import find


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a whole line, with its English; `line` counts from 1.

    `english` is None where there is no translation yet. `steps` tell, in the order of its names,
    the target of each and the step of translation that put it there.
    """

    line: int
    source: str
    english: str | None
    steps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A name that is not as it must be in the English of `line`.

    `kind` is `variant` (another `spelling` stands there), `failed` (it does not stand there) or
    `forbidden` (a `spelling` stands there that the glossary forbids); `target` is what must stand.
    """

    line: int
    kind: str
    canonical: str
    target: str
    spelling: str
    source: str
    english: str


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of one document.

    `spellings` and `english_spellings` give, for each canonical name, how it is spelt in the source
    and in the English and how often, `steps` how often a name was kept by which step of
    translation (`text`: nothing tells which).
    """

    document: str
    spellings: dict[str, dict[str, int]]
    english_spellings: dict[str, dict[str, int]]
    steps: dict[str, dict[str, int]]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of one name: how often it stands in the source, kept by which step, where not.

    `failed`, `variants_left` and `forbidden` are places, `file:line`; names of texts that are not
    translated are `open`.
    """

    canonical: str
    spellings: dict[str, int]
    steps: dict[str, int]
    open: int
    failed: tuple[str, ...]
    variants_left: tuple[str, ...]
    forbidden: tuple[str, ...]

    @property
    def count(self) -> int:
        """How often it stands in the source."""
        return sum(self.spellings.values())

    @property
    def kept(self) -> int:
        """How often it stands in the English where it must."""
        return sum(self.steps.values())

    def to_json(self) -> dict[str, Any]:
        """Give the proof as values that JSON can hold."""
        return {**asdict(self), "count": self.count, "kept": self.kept}


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
    def failed(self) -> int:
        """How many names of the source are not in the English of their sentence."""
        return self._count("failed")

    @property
    def forbidden(self) -> int:
        """How often something stands in the English that the glossary forbids."""
        return self._count("forbidden")

    @property
    def faults(self) -> int:
        """How many faults there are."""
        return self.variants_left + self.failed + self.forbidden

    def _count(self, kind: str) -> int:
        return sum(fault.kind == kind for doc in self.documents for fault in doc.faults)

    def proofs(self) -> list[Proof]:
        """Give what became of each name of the source, in the order in which they first stand."""
        names = dict.fromkeys(
            name for doc in self.documents for name in (*doc.spellings, *doc.english_spellings)
        )
        spellings, steps = (
            defaultdict[str, Counter[str]](Counter),
            defaultdict[str, Counter[str]](Counter),
        )
        places: dict[tuple[str, str], list[str]] = defaultdict(list)
        for doc in self.documents:
            for name, some in doc.spellings.items():
                spellings[name].update(some)
            for name, some in doc.steps.items():
                steps[name].update(some)
            for fault in doc.faults:
                places[fault.canonical, fault.kind].append(f"{doc.document}:{fault.line}")
        return [
            Proof(
                name,
                dict(spellings[name]),
                dict(steps[name]),
                spellings[name].total() - steps[name].total() - len(places[name, "failed"]),
                *(tuple(places[name, kind]) for kind in ("failed", "variant", "forbidden")),
            )
            for name in names
        ]

    def to_json(self) -> dict[str, Any]:
        """Give the report as values that JSON can hold."""
        return {
            "glossary": self.signature,
            "variants_left": self.variants_left,
            "failed": self.failed,
            "forbidden": self.forbidden,
            "names": [proof.to_json() for proof in self.proofs()],
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
    >>> report.variants_left, report.failed
    (1, 2)
    >>> [(fault.line, fault.kind) for fault in report.documents[0].faults]
    [(1, 'variant'), (1, 'failed'), (2, 'failed')]
    """
    keeper = NameKeeper(glossary)
    documents = tuple(_document(name, passages, keeper) for name, passages in texts)
    return NamesReport(keeper.signature, documents)


def _document(name: str, passages: Sequence[Passage], keeper: NameKeeper) -> DocumentNames:
    source: dict[str, Counter[str]] = {}
    english: dict[str, Counter[str]] = {}
    steps: dict[str, Counter[str]] = {}
    faults: list[Fault] = []
    for passage in passages:
        for mention in find(passage.source, keeper.glossary):
            source.setdefault(mention.name.canonical, Counter())[mention.text] += 1
        if passage.english is None:
            continue
        for mention in find(passage.english, keeper.glossary, english=True):
            english.setdefault(mention.name.canonical, Counter())[mention.text] += 1
        prepared = apply(passage.source, keeper.prepare(passage.source))
        required = keeper.required(prepared)
        missing = keeper.missing(passage.english, required)
        for kept, step in _kept(passage, required, missing):
            steps.setdefault(kept, Counter())[step] += 1
        faults += _faults(passage, passage.english, keeper, required, missing)
    return DocumentNames(name, _plain(source), _plain(english), _plain(steps), tuple(faults))


def _plain(counts: dict[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {name: dict(some) for name, some in counts.items()}


def _kept(
    passage: Passage, required: Sequence[Term], missing: Sequence[Term]
) -> Iterator[tuple[str, str]]:
    """Give each name of `required` that is not `missing`, with the step that put it there."""
    absent = Counter(missing)
    told: dict[str, deque[str]] = defaultdict(deque)
    for target, step in passage.steps:
        told[target].append(step)
    for term in required:
        step = told[term.target].popleft() if told[term.target] else ""
        if absent[term]:
            absent[term] -= 1
        else:
            yield term.name_id, step or "text"


def _faults(
    passage: Passage,
    english: str,
    keeper: NameKeeper,
    required: Sequence[Term],
    missing: Sequence[Term],
) -> Iterator[Fault]:
    def fault(kind: str, canonical: str, target: str, spelling: str) -> Fault:
        places = passage.source, english
        return Fault(passage.line, kind, canonical, target, spelling, *places)

    for mention in variants_left(english, keeper.glossary, required):
        yield fault("variant", mention.name.canonical, mention.target, mention.text)
    for term in missing:
        yield fault("failed", term.name_id, term.target, "")
    for term, match in forbidden_in(english, required):
        yield fault("forbidden", term.name_id, term.target, match[0])
