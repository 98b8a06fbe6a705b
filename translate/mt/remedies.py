"""Translate units; where a check fails, try again in other ways and keep the best.

The ladder: the model's first answer; its other hypotheses; a search that may not repeat itself;
names as symbols; the unit in two halves. What still fails is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate.mt.checks import Issue, check
from translate.mt.engine import Engine, Hypothesis, Search
from translate.mt.mask import SYMBOL, SYMBOLS
from translate.mt.prepare import Unit
from translate.mt.records import NameRecord
from translate.mt.sentences import LETTER, split_long
from translate.mt.terms import Term, Terms

# Changes whenever the same unit may come out otherwise: the memory forgets what was before.
REVISION = 1
HYPOTHESES = 6
NO_REPEAT = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """The English of a unit, symbols still in it, and what is doubtful about it.

    `lost` are the targets of the names that the model's first answer did not hold.

    >>> Outcome("It rains.", -0.2).checks
    ()
    """

    english: str
    score: float
    checks: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible English of a unit and what the checks say of it."""

    english: str
    score: float
    issues: tuple[Issue, ...]
    missing: tuple[Term, ...]

    @property
    def cost(self) -> int:
        """The weight of all issues."""
        return sum(issue.weight for issue in self.issues)

    def has(self, *kinds: str) -> bool:
        """Tell whether an issue is of one of `kinds`."""
        return any(issue.kind in kinds for issue in self.issues)


@dataclass(slots=True)
class Case:
    """A unit, its first candidate and the best one so far."""

    unit: Unit
    first: Candidate
    best: Candidate

    def offer(self, candidates: Iterable[Candidate]) -> None:
        """Take the best of `candidates` if it beats what there is."""
        best = min(candidates, key=lambda c: c.cost, default=self.best)
        if best.cost < self.best.cost:
            self.best = best


class Translator:
    """An engine and a glossary, at work on units."""

    def __init__(self, engine: Engine, terms: Terms) -> None:
        self.engine = engine
        self.terms = terms

    def solve(self, units: Sequence[Unit]) -> Iterator[tuple[int, Outcome]]:
        """Give the number in `units` and the outcome of each, as they are ready."""
        order = sorted(range(len(units)), key=lambda n: (-len(units[n].text), units[n].text))
        cases: dict[int, Case] = {}
        answers = self.ask([units[n].text for n in order], Search())
        for n, (hypothesis, *_) in zip(order, answers, strict=True):
            first = self.judge(units[n], hypothesis)
            if first.issues:
                cases[n] = Case(units[n], first, first)
            else:
                yield n, self.outcome(Case(units[n], first, first))
        for rung in (self.other_hypotheses, self.without_repeats, self.with_symbols, self.in_parts):
            rung([case for case in cases.values() if case.best.issues])
        for n, case in cases.items():
            yield n, self.outcome(case)

    def ask(self, texts: Sequence[str], search: Search) -> Iterator[list[Hypothesis]]:
        """Ask the engine, in the symbols it knows."""
        known = self.engine.placeholders
        if known == SYMBOLS[: len(known)]:
            yield from self.engine.translate_segments(texts, search)
            return
        there = dict(zip(SYMBOLS, known, strict=False))
        back = {mine: ours for ours, mine in there.items()}
        sent = [swap(text, there) for text in texts]
        for hypotheses in self.engine.translate_segments(sent, search):
            yield [Hypothesis(swap(h.text, back), h.score, h.complete) for h in hypotheses]

    def judge(self, unit: Unit, hypothesis: Hypothesis) -> Candidate:
        """Give `hypothesis`, set right where it is plain how, with what the checks say of it."""
        english = neat(unit.text, hypothesis.text)
        missing = tuple(self.terms.missing(english, unit.terms)) if unit.terms else ()
        issues = check(unit, english, hypothesis.complete, missing)
        return Candidate(english, hypothesis.score, tuple(issues), missing)

    def outcome(self, case: Case) -> Outcome:
        """Give the best of `case` with the doubts that remain."""
        checks = [str(issue) for issue in case.best.issues if issue.kind != "name"]
        lost = [term.target for term in case.first.missing]
        return Outcome(case.best.english, round(case.best.score, 2), tuple(checks), tuple(lost))

    def named(self, unit: Unit, outcome: Outcome) -> tuple[str, list[NameRecord]]:
        """Give the English of `unit` with its names set right, and what became of each."""
        if not unit.terms:
            return outcome.english, []
        english = self.terms.polish(unit.text, outcome.english, unit.terms)
        failed = list(self.terms.missing(english, unit.terms))
        lost = list(outcome.lost)
        names = []
        for term in unit.terms:
            status = "failed" if term in failed else "repaired" if term.target in lost else "kept"
            if term in failed:
                failed.remove(term)
            if term.target in lost:
                lost.remove(term.target)
            names.append(NameRecord(term.name_id, term.target, status))
        return english, names

    def other_hypotheses(self, cases: Sequence[Case]) -> None:
        """Look further down the model's list."""
        self.again(cases, lambda case: case.unit.text, Search(hypotheses=HYPOTHESES))

    def without_repeats(self, cases: Sequence[Case]) -> None:
        """Forbid the model to repeat itself, where it did or went wrong in length."""
        bad = [c for c in cases if c.best.has("repeat", "cut", "short", "long")]
        self.again(bad, lambda case: case.unit.text, Search(no_repeat=NO_REPEAT))

    def again(self, cases: Sequence[Case], text: Callable[[Case], str], search: Search) -> None:
        """Ask for `text` of each case and offer the answers to it."""
        ordered = sorted(cases, key=lambda c: (-len(c.unit.text), c.unit.text))
        answers = self.ask([text(case) for case in ordered], search)
        for case, hypotheses in zip(ordered, answers, strict=True):
            case.offer([self.judge(case.unit, hypothesis) for hypothesis in hypotheses])

    def with_symbols(self, cases: Sequence[Case]) -> None:
        """Put a symbol in the place of each name that was lost."""
        ready: list[tuple[Case, str, dict[str, str]]] = []
        for case in cases:
            free = [s for s in SYMBOLS[: len(self.engine.placeholders)] if s not in case.unit.text]
            text, meaning = case.unit.text, dict[str, str]()
            for term in dict.fromkeys(case.best.missing):
                for _ in range(text.count(term.surface)):
                    if free:
                        meaning[free[0]] = term.target
                        text = text.replace(term.surface, free.pop(0), 1)
            if meaning:
                ready.append((case, text, meaning))
        ready.sort(key=lambda r: (-len(r[1]), r[1]))
        answers = self.ask([text for _, text, _ in ready], Search(hypotheses=HYPOTHESES))
        for (case, _, meaning), hypotheses in zip(ready, answers, strict=True):
            case.offer(
                self.judge(case.unit, Hypothesis(swap(h.text, meaning), h.score, h.complete))
                for h in hypotheses
            )

    def in_parts(self, cases: Sequence[Case]) -> None:
        """Translate apart what stands around symbols, or the two halves of a unit."""
        jobs: list[tuple[Case, list[str]]] = []
        for case in cases:
            if case.best.has("mask"):
                jobs.append((case, [p for p in around_symbols(case.unit.text) if p]))
            elif case.best.has("repeat", "cut", "short", "long"):
                size = self.engine.count(case.unit.text)
                if size > 8:
                    parts = split_long(
                        case.unit.text, self.engine.count, size // 2 + 3, self.engine.source
                    )
                    jobs.append((case, parts))
        texts = sorted(
            {p.strip() for _, parts in jobs for p in parts if translatable(p)},
            key=lambda t: (-len(t), t),
        )
        answers = self.ask(texts, Search(no_repeat=NO_REPEAT))
        known = {t: hypotheses[0] for t, hypotheses in zip(texts, answers, strict=True)}
        for case, parts in jobs:
            used = [known[p.strip()] for p in parts if translatable(p)]
            english = "".join(
                refill(p, neat(p.strip(), known[p.strip()].text)) if translatable(p) else p
                for p in parts
            )
            score = sum(h.score for h in used) / max(1, len(used))
            complete = all(h.complete for h in used)
            case.offer([self.judge(case.unit, Hypothesis(english, score, complete))])


def around_symbols(text: str) -> list[str]:
    """Cut `text` at its symbols, which are kept.

    >>> around_symbols("Voir ⟦0⟧.")
    ['Voir ', '⟦0⟧', '.']
    """
    return [p for p in SYMBOL.sub(lambda m: f"\0{m[0]}\0", text).split("\0") if p]


def translatable(part: str) -> bool:
    """Tell whether `part` holds words."""
    return bool(LETTER.search(part)) and not SYMBOL.fullmatch(part)


def refill(part: str, english: str) -> str:
    """Give `english` between the spaces that stand around `part`."""
    body = part.strip()
    start = part.index(body)
    return part[:start] + english + part[start + len(body) :]


def swap(text: str, meaning: dict[str, str]) -> str:
    """Give `text` with every key of `meaning` replaced by its value, all at a time.

    >>> swap("⟦1⟧ and ⟦0⟧", {"⟦1⟧": "⟦0⟧", "⟦0⟧": "Ada"})
    '⟦0⟧ and Ada'
    """
    if not meaning:
        return text
    return re.sub("|".join(map(re.escape, meaning)), lambda m: meaning[m[0]], text)


def neat(source: str, english: str) -> str:
    """Give `english` with the end and the first letter that `source` calls for.

    A model ends a heading with a full stop of its own and begins the second half of a sentence
    with a capital.

    >>> neat("Trois départs", "Three departures."), neat("et il part.", "And he leaves.")
    ('Three departures', 'and he leaves.')
    """
    if english.endswith(".") and not english.endswith("..") and source[-1:] not in ".…»\"”’'!?)":
        english = english[:-1]
    if source[:1].islower() and lowerable(english):
        english = english[0].lower() + english[1:]
    return english


def lowerable(english: str) -> bool:
    """Tell whether `english` begins with a plain capitalised word that may be lowered."""
    word = english.split(" ", 1)[0].strip(",.;:")
    return len(word) > 1 and word[0].isupper() and word[1:].islower() and word[1:].isalpha()
