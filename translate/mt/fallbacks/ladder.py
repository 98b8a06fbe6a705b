"""Translate units; where a check fails, try again in other ways and keep the best.

The ladder: the model's first answer; its other hypotheses; without the marks of quotations within;
a search that may not repeat itself; rare names in place of their symbols; other nouns that stand in
for terms; names told in the source, where the model knows how; symbols for names, numbers, and rare
words whose meaning is known; the unit in parts. What still fails is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from translate.mt import closed
from translate.mt.doubt.alone import names_alone
from translate.mt.doubt.confidence import clearly, unlikely
from translate.mt.engines.engine import PLAIN, Engine, Hypothesis, Search
from translate.mt.fallbacks.candidates import Candidate, Case, Read, Try, mean
from translate.mt.fallbacks.judge import Judge
from translate.mt.fallbacks.meanings import told
from translate.mt.fallbacks.parts import SEVERE, joined, parted
from translate.mt.fallbacks.stand_ins import disguised
from translate.mt.fallbacks.symbols import in_symbols
from translate.mt.fallbacks.woven import unquoted
from translate.mt.held import SYMBOLS
from translate.mt.strings import neat, swap, translatable
from translate.mt.terms import Term, Terms, forbidden_in
from translate.mt.units import Names, Rendering, Unit

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
        self.judge = Judge(engine, terms, variety)
        self.symbols = SYMBOLS[: len(engine.card.placeholders)]

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
            first = self.judge.candidate(unit, best)
            case = Case(unit, first, first)
            if first.issues or unlikely(self.judge.comparable(first)):
                self.choose(case, [(other, ()) for other in others])
            if bare := unquoted(unit.text, self.pair):
                woven.append(Try(case, *bare))
            if bare or case.best.issues or unlikely(sure := self.judge.sure(case.best)):
                cases.append(case)
            else:
                yield unit, self.judge.rendering(case, sure)
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
        others: Iterable[Read],
        step: str = "hypotheses",
        by: Callable[[Candidate], float | None] | None = None,
    ) -> None:
        """Take the one of `others` that has less wrong with it, or is by `by` clearly likelier."""
        for other, repairs in others:
            new, best = self.judge.candidate(case.unit, other, case.best, repairs), case.best
            same = new.cost == best.cost and clearly(*map(by or self.judge.comparable, (new, best)))
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
            self.choose(one.case, read, "unquoted", by=self.judge.sure)
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
            rung([case for case in cases if unlikely(self.judge.sure(case.best))])
        doubted: list[tuple[Case, float | None]] = []
        for case in cases:
            sure = self.judge.sure(case.best)
            if unlikely(sure):
                doubted.append((case, sure))
            else:
                yield case.unit, self.judge.rendering(case, sure)
        words = self.judge.weighed([case for case, _ in doubted])
        for (case, sure), some in zip(doubted, words, strict=True):
            yield case.unit, self.judge.rendering(case, sure, some)

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
        """Put a symbol in the place of each name and number that was lost, at first or at last."""
        lost = ([*dict.fromkeys((*c.best.missing, *c.first.missing))] for c in cases)
        self.try_symbols([(c, *self.hidden(c, some)) for c, some in zip(cases, lost, strict=True)])

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
            if lacks and unlikely(self.judge.sure(case.best)):
                case.best, case.step = before, step
            one.taken(before)

    def with_doubted(self, cases: Sequence[Case]) -> None:
        """Tell what may be lost, too, where the whole is doubtful; take what is likelier right."""
        tries = self.telling(((c, c.best, c.told) for c in cases), doubted=True)
        for one, read in self.read(tries, NARROW):
            before = one.case.best
            self.choose(one.case, read, "meaning")
            one.taken(before)

    def telling(
        self, cases: Iterable[tuple[Case, Candidate, Names]], *, doubted: bool = False
    ) -> list[Try]:
        """Give the tries that tell what a candidate of a case lacks, beside what it was told."""
        given = self.judge.dictionary.meaning, self.symbols
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
            if best := self.offer(one.case, read, step):
                made.append((one, best))
            one.taken(before)
        return made

    def read(self, tries: Sequence[Try], search: Search) -> Iterator[tuple[Try, Iterator[Read]]]:
        """Give each of `tries` with the answers to it, as they are to be read."""
        tries = self.by_length(tries, lambda one: one.text)
        answers = self.ask([one.text for one in tries], search)
        for one, hypotheses in zip(tries, answers, strict=True):
            yield one, self._read(one, hypotheses)

    def _read(self, one: Try, hypotheses: Iterable[Hypothesis]) -> Iterator[Read]:
        for answer in hypotheses:
            if (text := one.read(answer.text)) is not None:
                yield replace(answer, text=text), one.repairs(answer.text)

    def offer(self, case: Case, answers: Iterable[Read], step: str) -> Candidate | None:
        """Offer `case` those of `answers` that have no more names too many than its best.

        Give the best of them, None where there are none.
        """
        terms = case.unit.terms
        most = self.terms.surplus(case.best.english, terms) if terms else 0
        judged = (self.judge.candidate(case.unit, h, case.best, put) for h, put in answers)
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
            self.offer(case, [(whole, ())], "parts")
