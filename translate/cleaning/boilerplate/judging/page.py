"""The lines of one text while ways of judging decide about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import is_
from typing import Any, ClassVar, NamedTuple

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.facts import CARD_KINDS, begins_at, facts, is_hour
from translate.cleaning.boilerplate.judging.letter import ends_text, of_letter
from translate.cleaning.boilerplate.judging.notices import (
    ASKING,
    OWN_CALLS,
    POSTED,
    no_notice,
    of_himself,
    text_begins,
)
from translate.cleaning.boilerplate.judging.particulars import KINDS, Sheets, lengths
from translate.cleaning.boilerplate.judging.parts import LEGAL, headings, legal_text
from translate.cleaning.boilerplate.judging.record import NOTHING, Record, Told
from translate.cleaning.boilerplate.judging.ties import (
    BESIDE,
    HEAD_WORDS,
    HEADED,
    LOOSE,
    TITLE_WORDS,
    goes_on,
    heads,
    names,
    on_subject,
    taken_up,
)
from translate.cleaning.boilerplate.judging.title import find_title, headlines
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.narrating import (
    QUOTED,
    asks_reader,
    confides,
    narrates,
    reported,
)
from translate.cleaning.boilerplate.patterns import Rule, bare_match, compiled_rule
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.boilerplate.wording import call
from translate.document import Held, touching
from translate.languages.words import WORD

NEAR = 2  # lines between a label and the chrome that makes it chrome
# How much a line must read as a call (log-odds), at least, for a rule to take it: as the title of
# what follows; as a question above running text that is no question of an interview.
TITLE, QUESTION = 1.5, 4.0
# Kinds of chrome that tell of somebody or something else, as a statement does.
TELLING = ("author-bio", "related", "photo-credit", "copyright", "notice", "comment", "reference")
ANSWERED, POST = 2, 2  # lines about questions and answers that make a page one of them; of a post
TELLS = 8  # words around a quotation that tell of it, at least
RUN = 3  # labels in a row that need no other chrome

# A quotation with words about it behind, and a turn of a dialogue.
SAID = re.compile(r"\s*(?:[«“\"][^»”\"]{3,}[»”\"],? \w+ \w+.*[.…!?]|[—–] .*[.…!?])\s*$")

Drops = dict[int, tuple[Rule, str]]  # index of a full line: the rule it goes by, and why


class Judgement(NamedTuple):
    """What becomes of a line: dropped by `rule` for `reason`, or kept when `rule` is None."""

    line: Line
    rule: Rule | None = None
    reason: str = ""


@dataclass(slots=True)
class Page:
    """A text's `lines`, those that are not blank (`full`), and what is known of each of these.

    `found` are the whole-line rules that match, `known` the indices of the lines that have some,
    `kept` those the user protects, `drops` what was decided so far, `title` the headline,
    `headline` what may be one where none is sure, `facts` short lines that tell facts, of which
    `particulars` tell of what the page is about, `record` the lines of a page of one thing,
    `is_post` whether rules know signs of a post on a network of professionals, `begin` where
    running text that no rule knows begins, `running` how many characters of running text stand
    before each line and, at last, in all, `answered` whether it is a page of answers to a question,
    `furniture` how many lines were dropped by rules without a "reach",
    `personal` whether the running text is that of somebody who tells of himself, `legal` the text
    of a page that is about the rights or the data of a site, `headings` words of buttons that head
    the parts of a text, `lengths` times that stand alone under a button that plays it. All indices
    are those of `full`.
    """

    lines: Sequence[Line]
    full: Sequence[Line]
    found: Sequence[Sequence[Rule]]
    kept: frozenset[int]
    known: Sequence[int]
    folder: RepeatedLines | None = None
    drops: Drops = field(default_factory=dict)
    title: int | None = None
    headline: int | None = None
    facts: frozenset[int] = frozenset()
    particulars: frozenset[int] = frozenset()
    record: Told = NOTHING
    is_post: bool = False
    begin: int = 0
    running: Sequence[int] = ()
    answered: bool = False
    furniture: int = 0
    personal: bool = False
    legal: range = range(0)
    headings: frozenset[int] = frozenset()
    lengths: frozenset[int] = frozenset()
    _last: ClassVar[tuple[tuple[Any, ...], Page] | None] = None  # once cleaned, it is described

    @classmethod
    def of(
        cls,
        lines: Sequence[Line],
        rules: Rules,
        folder: RepeatedLines | None,
        held: Sequence[Held] = (),
    ) -> Page:
        """Give the page of `lines`, nothing dropped yet; none that is `held` ever will be."""
        asked = (lines, rules, folder, tuple(held))
        if cls._last is None or not all(map(is_, cls._last[0], asked)):
            cls._last = asked, cls._made(*asked)
        return cls._last[1].copy()

    @classmethod
    def _made(
        cls, lines: Sequence[Line], rules: Rules, folder: RepeatedLines | None, held: Sequence[Held]
    ) -> Page:
        full = [line for line in lines if not line.blank]
        touches = touching((one.start, one.end) for one in held)
        kept = frozenset(
            i
            for i, line in enumerate(full)
            if rules.keeps(line.text) or (held and touches(line.start, line.end))
        )
        found = [() if i in kept else some for i, some in enumerate(rules.matching_each(full))]
        known = [i for i, some in enumerate(found) if some]
        page = cls(lines, full, found, kept, known, folder)
        page.begin = text_begins(page)
        page.lengths = lengths(page)
        sheets, (others, named) = Sheets(page), facts(page)
        page.particulars = sheets.particulars()
        page.facts = others | page.particulars
        page.legal = legal_text(page)
        post = page.legal.start if page.legal else named
        scores = {} if post is not None else headlines(page)
        page.title, page.headline = (post, None) if post is not None else find_title(page, scores)
        page.particulars = sheets.under_title(page.particulars, page.title)
        page.title = sheets.named(page.particulars, page.title)
        page.record = Record(page, scores).told()
        page.title = page.record.name[-1] if page.record.name else page.title
        page.facts = others | page.particulars | page.record.lines
        signs = sum(any(r.kind == "linkedin-comment" for r in found[i]) for i in known)
        page.is_post = signs >= POST
        told = sum(any(r.settings.get("answer") for r in found[i]) for i in known)
        page.answered = told >= ANSWERED
        page.personal = of_himself(page)
        page.headings = headings(page)
        page.running = list(accumulate((len(one.text) * one.prose for one in full), initial=0))
        return page

    def copy(self) -> Page:
        """Give the same page with drops of its own."""
        return replace(self, drops=dict(self.drops))

    def take(self, drops: Drops) -> None:
        """Drop these lines, but the title and those the user keeps; the first drop is named."""
        sure = self.record.sure
        for index, drop in drops.items():
            if index != self.title and not any(index in s for s in (self.kept, sure, self.drops)):
                self.drops[index] = drop
                self.furniture += "reach" not in drop[0].settings

    def judgements(self) -> list[Judgement]:
        """Give what was decided about every line, blank ones too."""
        decided = {self.full[index].number: drop for index, drop in self.drops.items()}
        return [
            Judgement(line, *decided[line.number]) if line.number in decided else Judgement(line)
            for line in self.lines
        ]

    def call(self, index: int) -> float:
        """Give how much the line at `index` reads as a call: log-odds."""
        return call(self.full[index])

    def tells(self, index: int) -> bool:
        """Whether a line reads as a statement where it stands: no rule takes it by its words."""
        quotes = self.quotes(index)
        said = index in self.facts and is_hour(self.full[index])
        if not (said or quotes) and any(rule.settings.get("sure") for rule in self.found[index]):
            return False
        may_head = any(rule.settings.get("heading") for rule in self.found[index])
        kinds = {rule.kind for rule in self.found[index] if not rule.settings.get("field")}
        timed = begins_at(self.full[index]) is not None  # one of several events, or what is said
        listed = index in self.facts and (timed or kinds <= set(CARD_KINDS))
        told_of = quotes or said or listed or (index in self.particulars and kinds <= KINDS)
        if told_of or index in self.record.facts or (index in self.legal and kinds & set(LEGAL)):
            return True
        if heads(self, index) or (may_head and taken_up(self, index)) or self.own_call(index):
            return True
        line = self.full[index]
        told, last = narrates(line), ends_text(self, index) and kinds.isdisjoint(TELLING)
        own = kinds.isdisjoint(TELLING) and no_notice(self, index)
        if own or SAID.match(line.text) or ((line.prose or last) and reported(line.folded)):
            return True
        if not self.in_text(index):
            stated = (told or not asks_reader(line)) and kinds.isdisjoint(TELLING)
            said = line.prose or (told and stated and self.runs(index))
            calm = said and self.call(index) < (LOOSE if stated else BESIDE)
            return calm or (told and last)
        bare = any(bare_match(rule, line, every=told) for rule in self.found[index])
        return not bare and (told or self.call(index) < LOOSE)

    def quotes(self, index: int) -> bool:
        """Whether rules know of a line of running text nothing but what it quotes."""
        line = self.full[index]
        told = QUOTED.sub(" ", line.folded) if line.prose and self.found[index] else line.folded
        if told == line.folded or len(WORD.findall(told)) < TELLS:
            return False
        return not any(compiled_rule(rule).fullmatch(told.strip()) for rule in self.found[index])

    def is_bare(self, index: int, rule: Rule) -> bool:
        """Whether a line is the bare title `rule` knows, or at least reads as a call."""
        return bare_match(rule, self.full[index]) or self.call(index) >= TITLE

    def in_text(self, index: int) -> bool:
        """Whether running text stands on both sides, or on one at the text's edge: no chrome.

        The title above counts as text, where running text follows.
        """
        beside = [i for i in (index - 1, index + 1) if 0 <= i < len(self.full)]
        above = self.title if self.title == index - 1 else None
        return bool(beside) and all(i == above or self.runs(i) for i in beside)

    def runs(self, index: int) -> bool:
        """Whether a line is running text, long or a short statement, and no call."""
        line = self.full[index]
        if index in self.drops:
            return False
        if self.found[index] and self.call(index) > HEADED and not SAID.match(line.text):
            return False
        ends = line.words >= HEAD_WORDS and ended(line.text)
        return line.prose or (ends and self.call(index) < HEADED)

    def spared(self, index: int) -> bool:
        """Whether no model is asked about a line: heading, fact, a letter's end, a post's tags."""
        if index in self.facts or index in self.legal or index == self.headline:
            return True
        if self.is_post and any(rule.kind == "tag" for rule in self.found[index]):
            return True
        if taken_up(self, index) and self.in_text(index):
            return True
        if index <= self.begin and no_notice(self, index):
            return True
        ways = (goes_on, heads, names, on_subject, of_letter)
        return self.own_call(index) or any(tied(self, index) for tied in ways)

    def asks(self, index: int) -> bool:
        """Whether a line is a question of an interview: its answer stands under it."""
        after = index + 1
        if "?" not in self.full[index].text or after >= len(self.full):
            return False
        return self.full[after].prose and self.runs(after) and self.call(index) < QUESTION

    def kinds(self, index: int) -> set[str]:
        """Give the kinds of the rules that know the line at `index`."""
        return {rule.kind for rule in self.found[index]}

    def about(self, index: int, rule: Rule) -> str:
        """Give the rule's words about the line at `index`."""
        return f"{rule.about}: '{self.full[index].head(60)}'"

    def own_call(self, index: int) -> bool:
        """Whether a person asks readers to tell him something, or to follow him.

        He tells of himself ("tell me below"), or rules know of nothing else around what he wrote.
        """
        kinds = self.kinds(index)
        if kinds.isdisjoint(OWN_CALLS) or not confides(self.full[index]):
            return False
        told = self.personal and ASKING in kinds
        return told or all(self.kinds(i) <= POSTED for i in self.known)

    def is_title(self, index: int) -> bool:
        """Whether a line reads as the title of another article."""
        line = self.full[index]
        return line.words <= TITLE_WORDS and not line.text.rstrip().endswith((".", ":", ";"))

    def is_label(self, index: int) -> bool:
        """Whether a rule takes the line for chrome if it stands among such lines."""
        return any(r.scope == "near" and r.settings.get("run", 1) for r in self.found[index])

    def neighbours(self, index: int) -> str:
        """Say why a label at `index` is chrome, if what stands around it tells."""
        around = range(max(0, index - NEAR), min(len(self.full), index + NEAR + 1))
        if any(i in self.drops for i in around):
            return "next to other boilerplate"
        low = high = index
        while low > 0 and self.is_label(low - 1):
            low -= 1
        while high + 1 < len(self.full) and self.is_label(high + 1):
            high += 1
        return f"{high - low + 1} labels in a row" if high - low + 1 >= RUN else ""
