"""Translate units; where a check fails, try again in other ways and keep the best.

The ladder: the model's first answer; its other hypotheses; without the marks of quotations within;
a search that may not repeat itself; rare names in place of their symbols; other nouns that stand in
for terms; names told in the source, where the model knows how; symbols for names, numbers, and rare
words whose meaning is known; the unit in parts. What still fails is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from math import isinf
from typing import TypeVar

from translate.mt import closed
from translate.mt.checks import Attempt, issues
from translate.mt.doubt.alone import names_alone
from translate.mt.doubt.confidence import clearly, confidence, likely, unlikely
from translate.mt.doubt.reasons import reason, suspects
from translate.mt.engines.engine import PLAIN, Engine, Hypothesis, Search, Weighed
from translate.mt.fallbacks.candidates import Candidate, Case, Try, mean
from translate.mt.fallbacks.meanings import told, with_listed
from translate.mt.fallbacks.parts import SEVERE, joined, parted
from translate.mt.fallbacks.put_right import put_right
from translate.mt.fallbacks.stand_ins import disguised
from translate.mt.fallbacks.symbols import in_symbols
from translate.mt.fallbacks.woven import unquoted
from translate.mt.held import SYMBOLS
from translate.mt.strings import (
    neat,
    recased,
    swap,
    translatable,
    undoubled,
    without_own_symbols,
)
from translate.mt.terms import Term, Terms, forbidden_in
from translate.mt.units import Names, Rendering, Repair, Unit
from translate.mt.words.dictionary import Dictionary

WITHOUT_REPEATS = Search(no_repeat=3)
# Doubtful units that are tried again together: few, so that what was found out about the texts of
# one is still kept at its next try.
TOGETHER = 1_000
# Enough where the words that were lost are told: half the time, the same chrF.
NARROW = Search(beam=2)

T = TypeVar("T")


class Ladder:
    """An engine and a glossary, at work on units, for a variety of the target language."""

    def __init__(self, engine: Engine, terms: Terms, variety: str = "") -> None:
        self.engine = engine
        self.terms = terms
        self.variety = variety
        self.pair = engine.source, engine.target
        self.symbols = SYMBOLS[: len(engine.card.placeholders)]

    @cached_property
    def dictionary(self) -> Dictionary:
        """The engine's, with what is listed; read when something is first asked."""
        return with_listed(self.engine.card.dictionary, self.pair)

    @property
    def signature(self) -> str:
        """What makes a rendering: the engine, and the variety it is written in."""
        return " ".join(filter(None, (self.engine.signature, self.variety)))

    def solve(self, units: Sequence[Unit]) -> Iterator[tuple[Unit, Rendering]]:
        """Give the rendering of each of `units`; of `TOGETHER` doubtful ones after those around."""
        known = {unit: english for unit in units if (english := self.known(unit))}
        order = self.by_length([u for u in units if u not in known], lambda unit: unit.text)
        cases, woven = list[Case](), list[Try]()
        answers = self.ask([unit.text for unit in order])
        for unit, (best, *others) in zip(order, answers, strict=True):
            first = self.judge(unit, best)
            case = Case(unit, first, first)
            if first.issues or unlikely(self.comparable(first)):
                self.choose(case, others)
            if bare := unquoted(unit.text, self.pair):
                woven.append(Try(case, *bare))
            if bare or case.best.issues or unlikely(sure := self.sure(case.best)):
                cases.append(case)
            else:
                yield unit, self.rendering(case, sure)
            if len(cases) == TOGETHER:
                yield from self.again(cases, woven)
                cases, woven = [], []
        yield from self.again(cases, woven)
        yield from (
            (unit, Rendering(english, 0.0, confidence=1.0, step="alone"))
            for unit, english in known.items()
        )

    def choose(
        self,
        case: Case,
        others: Iterable[Hypothesis],
        step: str = "hypotheses",
        repairs: tuple[Repair, ...] = (),
        by: Callable[[Candidate], float | None] | None = None,
    ) -> None:
        """Take the one of `others` that has less wrong with it, or is by `by` clearly likelier."""
        for other in others:
            new, best = self.judge(case.unit, other, case.best, repairs), case.best
            same = new.cost == best.cost and clearly(*map(by or self.comparable, (new, best)))
            if new.cost < best.cost or same:
                case.best, case.step = new, step

    def again(
        self, cases: Sequence[Case], woven: Sequence[Try]
    ) -> Iterator[tuple[Unit, Rendering]]:
        """Give the rendering of each of `cases`, tried in other ways; the most doubtful last.

        `woven` are tries of them without the marks of what is quoted within a sentence.
        """
        for one, read in self.read(woven, PLAIN):
            before = one.case.best
            self.choose(one.case, read, "unquoted", by=self.sure)
            one.taken(before)
        for rung in (
            self.without_repeats,
            self.with_names,
            self.with_stand_ins,
            self.with_terms,
            self.with_symbols,
            self.with_all_symbols,
            self.with_meanings,
            self.in_parts,
        ):
            rung([case for case in cases if case.best.issues])
        for rung in (self.with_listed, self.with_doubted):
            rung([case for case in cases if unlikely(self.sure(case.best))])
        doubted: list[tuple[Case, float | None]] = []
        for case in cases:
            sure = self.sure(case.best)
            if unlikely(sure):
                doubted.append((case, sure))
            else:
                yield case.unit, self.rendering(case, sure)
        words = self.weighed([case for case, _ in doubted])
        for (case, sure), some in zip(doubted, words, strict=True):
            yield case.unit, self.rendering(case, sure, some)

    def known(self, unit: Unit) -> str:
        """Give the English of a `unit` that is names and nothing else, or a set phrase, else ""."""
        said = closed.phrase(unit.text, self.pair)
        return neat(unit.text, said, self.pair[1]) if said else names_alone(unit, self.pair)

    def ask(self, texts: Sequence[str], search: Search = PLAIN) -> Iterator[list[Hypothesis]]:
        """Ask the engine, in the symbols it knows."""
        known = self.engine.card.placeholders
        if known == self.symbols:
            yield from self.engine.translate(texts, search)
            return
        there = dict(zip(SYMBOLS, known, strict=False))
        back = {mine: ours for ours, mine in there.items()}
        sent = [swap(text, there) for text in texts]
        for hypotheses in self.engine.translate(sent, search):
            yield [Hypothesis(swap(h.text, back), h.score, h.complete) for h in hypotheses]

    def by_length(self, items: Sequence[T], text: Callable[[T], str]) -> list[T]:
        """Give `items`, those with the most tokens first, in an order that is always the same."""
        return sorted(items, key=lambda item: (-self.engine.count(text(item)), text(item)))

    def judge(
        self,
        unit: Unit,
        hypothesis: Hypothesis,
        best: Candidate | None = None,
        before: tuple[Repair, ...] = (),
    ) -> Candidate:
        """Give `hypothesis`, set right where it is plain how, with what the checks say of it.

        `before` are the repairs that it has. Where it turns out to be worse than `best`, not all
        that the checks would say is asked.
        """
        english = recased(unit.text, neat(unit.text, hypothesis.text, self.pair[1]))
        english = undoubled(unit.text, english, self.pair)
        english, repairs = put_right(unit, english, self.pair, self.dictionary)
        english = closed.mended(unit.text, english, self.pair, self.variety)
        missing = tuple(self.terms.missing(english, unit.terms)) if unit.terms else ()
        attempt = Attempt(unit, english, hypothesis.complete, missing, self.pair, self.variety)
        limit = best.cost + 1 if best else None
        return Candidate(attempt, hypothesis, tuple(issues(attempt, limit)), (*before, *repairs))

    def sure(self, one: Candidate) -> float | None:
        """Give how likely `one` is right; None where nothing tells it."""
        return confidence(one.attempt, one.issues, self.above(one))

    def comparable(self, one: Candidate) -> float | None:
        """Give how likely `one` is right, to be compared with another of the same text."""
        return confidence(one.attempt, one.issues, self.above(one), "choice")

    def above(self, one: Candidate) -> float | None:
        """Give how far the score of `one` is above the one the model is unsure at."""
        score, unsure = one.score, self.engine.card.unsure
        return None if score is None or isinf(unsure) else score - unsure

    def weighed(self, cases: Sequence[Case]) -> list[Weighed]:
        """Give the words of the best of each of `cases` with their log-probabilities.

        Nothing for one that is made of several answers, and where the model tells nothing.
        """
        weigh = self.engine.card.weigh
        asked = [case for case in cases if weigh and case.best.said.tokens]
        said = [case.best.said for case in asked]
        found = weigh([case.asked or case.unit.text for case in asked], said) if weigh else iter(())
        words = dict(zip(map(id, asked), found, strict=True))
        return [words.get(id(case), []) for case in cases]

    def rendering(self, case: Case, sure: float | None, words: Weighed | None = None) -> Rendering:
        """Give the best of `case`, right with the probability `sure`, with the doubts that remain.

        `words` are its words with their log-probabilities.
        """
        best, score, above = case.best, case.best.score, self.above(case.best)
        checks = [
            str(issue) if sure is None or not likely(sure, issue) else f"info: {issue}"
            for issue in best.issues
            if issue.kind != "name"
        ]
        if unlikely(sure):
            told = suspects(best.attempt, words or [])
            checks.append(f"unsure: {reason(best.attempt, self.dictionary.meaning, told)}")
        elif sure is None and above is not None and above < 0:
            checks.append("unsure: the model is unsure here")
        repairs = [Repair("held", *name[1:]) for name in case.unit.names if name[1] != name[2]]
        return Rendering(
            without_own_symbols(best.english, case.unit.text),
            None if score is None else round(score, 2),
            tuple(checks),
            tuple(term.target for term in case.first.missing),
            None if sure is None else round(sure, 2),
            (*repairs, *best.repairs),
            case.step,
        )

    def without_repeats(self, cases: Sequence[Case]) -> None:
        """Forbid the model to repeat itself, where it did or went wrong as a whole."""
        bad = [case for case in cases if case.best.has(*SEVERE)]
        self.try_again([Try(case, case.unit.text) for case in bad], "repeats", WITHOUT_REPEATS)

    def with_names(self, cases: Sequence[Case]) -> None:
        """Show the model the rare names, where it lost or doubled a symbol for one."""
        bad = [case for case in cases if case.best.has("rare")]
        tries = [Try(case, case.unit.shown(case.unit.text), case.unit.hidden) for case in bad]
        self.try_again([t for t in tries if self.engine.count(t.text) <= self.engine.limit], "rare")

    def with_terms(self, cases: Sequence[Case]) -> None:
        """Tell the model how each name that was lost is to be translated."""
        form = self.engine.card.terminology
        bad = [case for case in cases if form and case.best.has("name")]
        self.try_again([Try(c, self.told(c.unit.text, c.best.missing)) for c in bad], "told")

    def with_stand_ins(self, cases: Sequence[Case]) -> None:
        """Let another noun stand in for each term that was lost, and then for every term."""
        for every in (False, True):
            tries: list[Try] = []
            for case in cases:
                wrong = [term for term, _ in forbidden_in(case.best.english, case.unit.terms)]
                lost = {term.name_id for term in (*case.best.missing, *wrong) if term.noun}
                nouns = [term for term in case.unit.terms if term.noun]
                some = nouns if every else [term for term in nouns if term.name_id in lost]
                if not lost or (every and {term.name_id for term in nouns} == lost):
                    continue
                if done := disguised(case.unit.text, some, self.pair):
                    tries.append(Try(case, done.text, done.read))
            self.try_again(tries, "stand-in")

    def told(self, text: str, terms: Sequence[Term]) -> str:
        """Give `text` with the translation of each of `terms` told in its place."""
        form = self.engine.card.terminology
        there = {t.surface: form.format(source=t.surface, target=t.target) for t in terms}
        return swap(text, there, words=True)

    def with_symbols(self, cases: Sequence[Case]) -> None:
        """Put a symbol in the place of each name and number that was lost."""
        self.try_symbols([(c, *self.hidden(c, c.best.missing)) for c in cases])

    def with_all_symbols(self, cases: Sequence[Case]) -> None:
        """Put a symbol in the place of every name, where one is still lost."""
        bad = [case for case in cases if case.best.has("name") and len(case.unit.terms) > 1]
        self.try_symbols([(c, *self.hidden(c, c.unit.terms)) for c in bad])

    def with_meanings(self, cases: Sequence[Case]) -> None:
        """Put symbols in the place of lost names, and of rare words whose meaning is known.

        Where the answer to that lacks others, these go with them.
        """
        made = self.try_again(self.telling((c, c.best, ()) for c in cases), "meaning", NARROW)
        more = self.telling((one.case, best, one.told) for one, best in made)
        self.try_again(more, "meaning", NARROW)

    def with_listed(self, cases: Sequence[Case]) -> None:
        """Put symbols in the place of names where they may be all that makes the whole doubtful."""
        made = [(c, *self.hidden(c, [t for t in c.unit.terms if not t.noun])) for c in cases]
        tries = [Try(c, text, partial(swap, meaning=m)) for c, text, m in made if m]
        for one, read in self.read(tries, PLAIN):
            case = one.case
            before, step = case.best, case.step
            self.choose(case, read, "symbol")
            lacks = len(case.best.missing) >= len(before.missing)
            if lacks and unlikely(self.sure(case.best)):
                case.best, case.step = before, step
            one.taken(before)

    def with_doubted(self, cases: Sequence[Case]) -> None:
        """Tell what may be lost, too, where the whole is doubtful; take what is likelier right."""
        tries = self.telling(((c, c.best, c.told) for c in cases), doubted=True)
        for one, read in self.read(tries, NARROW):
            before = one.case.best
            self.choose(one.case, read, "meaning", one.repairs)
            one.taken(before)

    def telling(
        self, cases: Iterable[tuple[Case, Candidate, Names]], *, doubted: bool = False
    ) -> list[Try]:
        """Give the tries that tell what a candidate of a case lacks, beside what it was told."""
        given = self.dictionary.meaning, self.symbols
        every = ((c, told(one.attempt, *given, before, doubted)) for c, one, before in cases)
        return [Try(c, one.text, one.read, one.repairs, one.words) for c, one in every if one]

    def try_symbols(self, tries: Sequence[tuple[Case, str, dict[str, str]]]) -> None:
        """Offer each case the answers to its text with symbols, what they mean in place."""
        read = [Try(c, text, partial(swap, meaning=m)) for c, text, m in tries if m]
        self.try_again(read, "symbol")

    def try_again(
        self, tries: Sequence[Try], step: str, search: Search = PLAIN
    ) -> list[tuple[Try, Candidate]]:
        """Offer each case the answers to a text, as each is to be read; give the best of them."""
        made: list[tuple[Try, Candidate]] = []
        for one, read in self.read(tries, search):
            before = one.case.best
            if best := self.offer(one.case, read, step, one.repairs):
                made.append((one, best))
            one.taken(before)
        return made

    def read(
        self, tries: Sequence[Try], search: Search
    ) -> Iterator[tuple[Try, Iterator[Hypothesis]]]:
        """Give each of `tries` with the answers to it, as they are to be read."""
        tries = self.by_length(tries, lambda one: one.text)
        answers = self.ask([one.text for one in tries], search)
        for one, hypotheses in zip(tries, answers, strict=True):
            texts = ((h, one.read(h.text)) for h in hypotheses)
            yield one, (replace(h, text=text) for h, text in texts if text is not None)

    def offer(
        self,
        case: Case,
        hypotheses: Iterable[Hypothesis],
        step: str,
        repairs: tuple[Repair, ...] = (),
    ) -> Candidate | None:
        """Offer `case` those of `hypotheses` that have no more names too many than its best.

        Give the best of them, None where there are none.
        """
        terms = case.unit.terms
        most = self.terms.surplus(case.best.english, terms) if terms else 0
        judged = (self.judge(case.unit, h, case.best, repairs) for h in hypotheses)
        few = (c for c in judged if not terms or self.terms.surplus(c.english, terms) <= most)
        return case.offer(few, step)

    def hidden(self, case: Case, terms: Sequence[Term]) -> tuple[str, dict[str, str]]:
        """Give the text of `case` with `terms` and lost numbers hidden, and what symbols mean."""
        return in_symbols(case, terms, self.symbols, self.pair, self.variety)

    def in_parts(self, cases: Sequence[Case]) -> None:
        """Translate apart what stands around symbols, the clauses or the two halves of a unit."""
        jobs = [(case, *parted(case, self.hidden, self.engine)) for case in cases]
        jobs = [job for job in jobs if len(job[1]) > 1]
        wanted = {part.strip() for _, parts, _ in jobs for part in parts if translatable(part)}
        texts = self.by_length(list(wanted), str)
        answers = self.ask(texts, WITHOUT_REPEATS)
        known = {text: found[0] for text, found in zip(texts, answers, strict=True)}
        for case, parts, meaning in jobs:
            used = [known[part.strip()] for part in parts if translatable(part)]
            english = joined(parts, known, self.pair[1])
            score = mean([h.score for h in used])
            whole = Hypothesis(swap(english, meaning), score, all(h.complete for h in used))
            self.offer(case, [whole], "parts")
