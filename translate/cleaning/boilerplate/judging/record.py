"""The record of one thing: its name over buttons that act on it, and short lines under them.

A doctor's page, a book of a library, a house, a course have little running text, and most of what
they tell looks like the buttons beside it. What tells such a page is the buttons: "Réserver",
"Add to my list" act on one thing, whose name stands above them, and whose facts below. Without any
chrome such a page is one still: cleaned text stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from translate.cleaning.boilerplate.judging.particulars import INFINITIVE, presses
from translate.cleaning.boilerplate.judging.prices import is_unit
from translate.cleaning.boilerplate.lines import in_groups
from translate.cleaning.boilerplate.remembered import begins_with
from translate.cleaning.boilerplate.shapes import shape

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Drops, Page
    from translate.cleaning.boilerplate.rules import Rules

ACT = r"(?:{act})"
ACT_WORDS, WORDS = 6, 12  # of a button that acts on a thing, of a line that tells of it
LONGEST = 60  # lines that tell of a thing, at most
BUTTONS, NAMED, ABOVE = 6, 4, 6  # lines of the buttons; of the name; that may stand between
AGAIN = 2  # how often one button stands there, at most: in a list of things each has it
LEAST, LITTLE = 4, 8  # short lines that tell of the thing, at least; of running text, at most
ALONE = 3  # words of a line in cleaned text that looks like chrome, at most
PARTED = 3  # blank lines, at least, of a page whose blocks they part
TAIL = 2  # buttons in a row that end the record
SURE = 3  # words of a headline that is no name of a menu, at least one more
NONE = -99.0  # what a line weighs as a headline that cannot be one
# Log-odds: what reads as a call so much tells nothing of the thing: below its last text, and above.
CALLED, WITHIN = 2.6, 3.2
MENU = frozenset(("navigation", "login", "paywall"))  # kinds of words that act on no thing
# What rules may take the head of a part for, and the line about who made the thing.
HEADS = frozenset(("navigation", "comment-header", "tag", "count"))
RIGHTS = frozenset(("copyright",))  # "Accessibility"
ORDERS = frozenset(("<an order first>", INFINITIVE))
MADE = frozenset(("byline",))


class Told(NamedTuple):
    """The lines of a record: its name, the first one last, what else it tells, and its buttons."""

    name: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    buttons: tuple[int, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        """The lines that tell of the thing."""
        return frozenset(self.name + self.facts)

    @property
    def sure(self) -> frozenset[int]:
        """The lines that no way of judging drops: those of a record whose buttons are seen."""
        return self.lines if self.buttons else frozenset()

    def without(self, drops: Collection[int]) -> Told:
        """Give the record without the lines that the user drops."""
        return Told(*(tuple(i for i in part if i not in drops) for part in self))


NOTHING = Told()


class Record:
    """The lines of a page that presents one thing, as they are asked for.

    >>> from translate.cleaning.boilerplate.judging.page import Page
    >>> from translate.cleaning.boilerplate.lines import split
    >>> from translate.cleaning.boilerplate.rules import Rules
    >>> from translate.config import CleanConfig
    >>> text = "Connexion\\nYann Moal\\nLuthier\\nRéserver\\nAjouter à ma liste\\nAtelier\\nVielle"
    >>> text += "\\nParcours\\nIl a appris seul, dans la grange de son père.\\nLangues\\nBreton"
    >>> page = Page.of(split(text), Rules.load(CleanConfig(), ["fr"]), None)
    >>> told = Record(page, {}).told()
    >>> [[page.full[i].text for i in part] for part in (told.name, told.buttons)]
    [['Luthier', 'Yann Moal'], ['Réserver', 'Ajouter à ma liste']]
    >>> [page.full[i].text for i in told.facts]
    ['Atelier', 'Vielle', 'Parcours', 'Langues', 'Breton']
    """

    def __init__(self, page: Page, scores: Mapping[int, float]) -> None:
        self.scores = scores
        self.page, self.full, self.size = page, page.full, len(page.full)
        self.text = [line.prose and not page.found[i] for i, line in enumerate(page.full)]
        self.last = max((i for i in range(self.size) if self.text[i]), default=-1)
        steps = [below.number - above.number for above, below in pairwise(page.full)]
        self.parted = PARTED <= sum(step > 1 for step in steps) < len(steps)
        short = (i for i, one in enumerate(page.full) if one.words <= ACT_WORDS and not one.prose)
        self.acts = [i for i in short if begins_with(ACT, page.full[i].folded)]

    def told(self) -> Told:
        """Give the lines of the record that a page is; of another page, none."""
        runs = in_groups(self.acts, lambda a, b: b - a <= 2)
        for run in sorted(map(self._buttons, runs), key=lambda run: (-len(run), -run[0])):
            if not (name := self._name(run)):
                continue
            below = (i for i in range(run[-1] + 1, self.size) if not self._is_button(i))
            begin = next(below, self.size)
            if body := self._body(range(begin, self._end(begin))):
                return Told(tuple(name), body, tuple(i for i in run if i in self.acts))
        body = self._body(range(self.size)) if self.parted or self.page.title == 0 else ()
        if body and all(self._is_alone(i) for i in range(self.size) if self._ends(i)):
            return Told(facts=body)
        return NOTHING

    def _is_alone(self, index: int) -> bool:
        """Whether chrome of few words stands over what tells of the thing: a price, "Comments"."""
        beside = (index - 1, index + 1)
        few = self.full[index].words <= ALONE and index not in self.acts
        return few and all(0 <= i < self.size and not self._is_button(i) for i in beside)

    def _body(self, lines: range) -> tuple[int, ...]:
        """Give the short lines among some, if they and little running text make a record."""
        texts = sum(self.text[lines.start : lines.stop])
        if texts > LITTLE or 2 * texts < max(1, sum(self.text)):
            return ()
        body = tuple(i for i in lines if self._heads(i) or self._tells(i))
        return body if max(LEAST, texts + 1) <= len(body) <= LONGEST else ()

    def _buttons(self, run: list[int]) -> range:
        """Give a run of buttons with those above and below that act on the thing, too."""
        low, high = run[0], run[-1] + 1
        while low and self._serves(low - 1):
            low -= 1
        while high < self.size and self._serves(high):
            high += 1
        return range(low, high)

    def _serves(self, index: int) -> bool:
        """Whether a line is a button, not of a menu."""
        return self._is_button(index) and MENU.isdisjoint(r.kind for r in self.page.found[index])

    def _begins(self, index: int) -> bool:
        """Whether a block begins with a line: the first, or one under a blank line."""
        if index == self.size:
            return True
        return not index or self.full[index].number > self.full[index - 1].number + 1

    def _is_button(self, index: int) -> bool:
        """Whether a line is a button or other chrome, as far as its words tell."""
        if self.text[index] or index in self.page.particulars:
            return False
        return bool(self.page.found[index]) or index in self.acts or presses(self.full[index])

    def _tells(self, index: int) -> bool:
        """Whether a short line that no rule knows may tell of the thing."""
        if self.text[index] or index in self.acts or self.full[index].words > WORDS:
            return False
        if index in self.page.particulars:
            return True
        heads = index + 1 < self.size and self.text[index + 1]
        limit = WITHIN if index < self.last else CALLED
        return not self.page.found[index] and (heads or self.page.call(index) < limit)

    def _names(self, index: int) -> bool:
        """Whether a line may be one of the name, or says who made the thing."""
        if self.text[index] or index in self.acts or self.full[index].words > WORDS:
            return False
        if not any(map(str.isalpha, self.full[index].text)) or is_unit(self.full[index]):
            return False
        kinds = [rule.kind for rule in self.page.found[index]]
        return MADE.issuperset(kinds) and (self.parted or not presses(self.full[index]))

    def _name(self, run: range) -> list[int]:
        """Give the lines of the name right above buttons, from the last one on upwards.

        Above them stands other chrome, or one of them is the headline: what begins a page may be a
        menu. Of a page without blank lines one button shows nothing.
        """
        counted = Counter(self.full[i].folded for i in self.acts)
        acts = sum(i in self.acts for i in run)
        served = any(i in self.acts and self._serves(i) for i in run)
        first = next((i for i in range(self.size) if self.text[i]), self.size)
        if not served or acts < 2 - self.parted or len(run) > BUTTONS or run[0] > first:
            return []
        if any(counted[self.full[i].folded] > AGAIN for i in run):
            return []
        close = range(run[0] - 1, max(-1, run[0] - 1 - ABOVE), -1)
        last = next((i for i in close if self._names(i)), -1)
        names = list(takewhile(self._names, range(last, max(-1, last - NAMED - 1), -1)))
        begins = [i for i in names if self.parted and self._begins(i)]
        if begins:
            names = names[: names.index(begins[0]) + 1]
        if self.page.title in names and not begins and self.full[self.page.title].words > SURE:
            return names[: names.index(self.page.title) + 1]
        bounded = begins or (names and names[-1] and self._is_button(names[-1] - 1))
        if bounded and len(names) <= NAMED and names[-1]:
            return names
        best = max(names, key=lambda i: self.scores.get(i, NONE), default=-1)
        return names[: names.index(best) + 1] if best in self.scores else []

    def _end(self, first: int) -> int:
        """Give where the record ends that goes on at a line: at the chrome below it."""
        for index in range(first, self.size):
            near = range(max(first, index + 1 - TAIL), index + 1)
            chrome = [i for i in near if self._ends(i)]
            if chrome and (index > self.last or len(chrome) >= TAIL):
                return chrome[0]
        return self.size

    def _ends(self, index: int) -> bool:
        """Whether a line is chrome and heads no part; an aim above the last text is none.

        Nor is what begins a block and turns to the reader without an order: "Nos rendez-vous".
        """
        if not self._is_button(index) or self._heads(index):
            return False
        own = not self.page.found[index] and index not in self.acts
        opens = self.parted and self._begins(index) and not self._begins(index + 1)
        opens = opens and ORDERS.isdisjoint(shape(self.full[index].text))
        return not (own and (index < self.last or opens))

    def _heads(self, index: int) -> bool:
        """Whether a word that menus have too stands over what tells of the thing."""
        known, after = self.page.found[index], index + 1
        heads = HEADS | RIGHTS if self.parted else HEADS
        if not known or after >= self.size or not heads.issuperset(rule.kind for rule in known):
            return False
        if self.parted and self._begins(after):
            return False
        return self.text[after] or self._tells(after)


def records(page: Page, rules: Rules) -> Drops:
    """Give the buttons that act on the thing of a page, where it is a record."""
    rule = rules.method("structure.record")
    if rule is None:
        return {}
    return {i: (rule, page.about(i, rule)) for i in page.record.buttons}
