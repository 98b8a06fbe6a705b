"""What a page tells of its subject in short lines: labels and values, amounts, days, places.

A job, a house, a concert, a machine are told so; what parts such lines from buttons is that
values are data (an amount, a day, a telephone) and vary, and stand together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.datum import (
    FEW,
    TIMES,
    has_label,
    is_field,
    kind_of,
    kinds_in,
)
from translate.cleaning.boilerplate.judging.prices import ONE_THING
from translate.cleaning.boilerplate.lines import Line, in_groups
from translate.cleaning.boilerplate.narrating import CALLS, asks_reader, determiners
from translate.cleaning.boilerplate.shapes import shape
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

LONGEST = 9  # words of a line without a datum that may tell of the subject
WIDEST = 240  # characters of one with a datum: a line of figures alone has no words
# Log-odds: a line that reads as a call so much is none, unless it has a label.
CALLED, PRESSED, VALUED = 1.8, 0.5, 2.5  # one that turns to the reader; one under a label
INFINITIVE = "<an infinitive first>"
QUIET, NOISY = 4, 3  # lines without a datum, and buttons, between two of one sheet, at most
LEAST, SOME = 3, 2  # data of a sheet, and on a page that has one of so many more: MANY
MANY = 4
HEAD = 3  # lines above the first datum: what it is, whose, where
OVER = 2  # lines of its block above the headline, at most
REST = 6  # lines from a sheet to the running text beside it
# What a rule may take a datum for: elsewhere such a line tells of the article or the site.
KINDS = frozenset(
    ("date", "price", "tag", "count", "byline", "comment", "photo-credit", "navigation")
)
SHOP = "shop"  # where something is sold, what has no label tells how it is sold
LENGTH = re.compile(r"\s*(?:\d:)?\d{1,2}:\d\d\s*$")
# What says how somebody is reached, and the kinds of words over it: "Contact".
CALLED_AT, HEADS = {"phone", "mail"}, {"navigation", "contact"}
FOOT = {"navigation", "copyright"}  # kinds of words under what a site says of itself
PROOF = {"amount", "labelled", "phone", "years"}  # news have times and numbers, too


def presses(line: Line) -> bool:
    """Whether a line turns to the reader, or is a button: an infinitive and what is to be done.

    Many nouns end as an infinitive does: "Beurre pour le plat".
    """
    if CALLS & shape(line.text) != {INFINITIVE}:
        return asks_reader(line)
    words = WORD.findall(line.folded.lower())
    return len(words) > 1 and words[1] in determiners()


def lengths(page: Page) -> frozenset[int]:
    """Give the times that stand alone under a button that plays the text: how long that is."""
    under = (i + 1 for i in page.known if any(r.settings.get("plays") for r in page.found[i]))
    return frozenset(i for i in under if i < len(page.full) and LENGTH.match(page.full[i].text))


class Sheets:
    """The lines of a page as they are asked for: what is a datum, what is quiet, what is text.

    >>> from translate.cleaning.boilerplate.judging.page import Page
    >>> from translate.cleaning.boilerplate.lines import split
    >>> from translate.cleaning.boilerplate.rules import Rules
    >>> from translate.config import CleanConfig
    >>> text = "Connexion\\nBoulanger\\nContrat\\nCDD de 8 mois\\nSalaire\\n1 950 € brut\\nPostuler"
    >>> page = Page.of(split(text), Rules.load(CleanConfig(), ["fr"]), None)
    >>> sheets = Sheets(page)
    >>> told = sheets.particulars()
    >>> [page.full[i].text for i in sorted(told)]
    ['Contrat', 'CDD de 8 mois', 'Salaire', '1 950 € brut']
    >>> [page.full[i].text for i in sorted(sheets.under_title(told, None) - told)]
    ['Boulanger']
    """

    def __init__(self, page: Page) -> None:
        self.page, self.full, self.found = page, page.full, page.found
        self.size = len(page.full)
        self.text = [line.prose and not has_label(line.folded) for line in page.full]
        prices = sum(any(rule.kind == "price" for rule in page.found[i]) for i in page.known)
        self.priced = prices > ONE_THING  # then no price is that of what the page is about
        self.shapes = list(map(self._of, range(self.size)))
        self.contacts: set[int] = set()  # lines that say how who sells something is reached
        places = [i for i, text in enumerate(self.text) if text]
        self.begin, self.end = (places[0], places[-1]) if places else (self.size, self.size)

    def _of(self, index: int) -> str:
        """Give the shape of a line, nothing for running text and for what other rules know."""
        if self.text[index] or index in self.page.lengths:
            return ""
        line, known = self.full[index], [rule.kind for rule in self.found[index]]
        if not KINDS.issuperset(known) or len(line.folded) > WIDEST:
            return ""
        kind = "" if self.priced and "price" in known else kind_of(line)
        return "" if known and kind == "label" else kind

    def _is_quiet(self, index: int) -> bool:
        """Whether a line may tell of the subject: short, no rule knows it, and it calls nobody."""
        line = self.full[index]
        if self.shapes[index]:
            return True
        if self.text[index] or self.found[index] or line.words > LONGEST:
            return False
        if index and self.shapes[index - 1] == "label":
            return self.page.call(index) < VALUED
        return self.page.call(index) < (PRESSED if presses(line) else CALLED)

    def _anchors(self) -> Iterator[int]:
        """Give the lines that hold a datum, or a label with its value under it."""
        for index, kind in enumerate(self.shapes):
            if kind == "label":
                data = index + 1 < self.size and self._is_quiet(index + 1)
            else:
                data = kind not in ("", "number")
            named = index and self.shapes[index - 1] == "label" and self._is_quiet(index)
            if data or named:
                yield index

    def _go_on(self, before: int, index: int) -> bool:
        """Whether two lines belong to one sheet: little between them, and no running text.

        Nor stands what heads the rest of a page there: comments, other articles.
        """
        between = range(before + 1, index)
        if any(self.text[i] or self._heads_rest(i) for i in between):
            return False
        quiet = sum(map(self._is_quiet, between))
        return quiet <= QUIET and len(between) - quiet <= NOISY * (before < self.end)

    def _heads_rest(self, index: int) -> bool:
        """Whether a rule takes a line for the head of all that stands below it."""
        return any(rule.scope == "rest" for rule in self.found[index])

    def _proves(self, run: Sequence[int], least: int) -> bool:
        """Whether so many lines of a run are data, of several kinds or with labels of their own."""
        kinds = Counter(self._kind(index) for index in run)
        del kinds[""], kinds["mail"]  # a site has one at its foot
        labels = len(self._labels(run))
        own = Counter(self._kind(i) for i in run if self._is_own(i))
        del own["mail"]
        proved = labels >= LEAST or own["counted"] > 1 or not PROOF.isdisjoint(own)
        enough = kinds.total() >= LEAST or own.total() - own[""] >= least
        if own["hour"] and kinds["day"]:  # those of an event
            return True
        return proved and enough and (len(kinds) > 1 or labels >= least)

    def _is_named(self, index: int) -> bool:
        """Whether a line has a label: below the text any, above it one that is known."""
        if self.shapes[index] == "labelled":
            return index > self.begin or self._is_field(index)
        under = self.shapes[index - 1] if index else ""
        return "label" in (self.shapes[index], under)

    def _is_field(self, index: int) -> bool:
        """Whether a line begins with a label that is known."""
        label = self.full[index].folded.lower().partition(":")[0]
        return self.shapes[index] == "labelled" and is_field(label)

    def _is_event(self, sheet: Iterable[int]) -> bool:
        """Whether lines of a sheet tell a day, and one of them, or one within, an hour."""
        return self._told_in(sheet).issuperset(TIMES)

    def _told_in(self, lines: Iterable[int]) -> set[str]:
        """Give the kinds of data that stand in `lines`."""
        return {kind for i in lines for kind in kinds_in(self.full[i].folded)}

    def _is_own(self, index: int) -> bool:
        """Whether no rule knows a line, unless for a price."""
        return all(rule.kind == "price" for rule in self.found[index])

    def _labels(self, run: Sequence[int]) -> set[str]:
        """Give the labels that have a value in a run."""
        kinds = ("labelled", "named")
        return {self.full[i].folded.partition(":")[0] for i in run if self._kind(i) in kinds}

    def _kind(self, index: int) -> str:
        """Give the kind of datum that a line is; a label is one with the value under it."""
        kind = self.shapes[index]
        if kind == "label" and index + 1 < self.size:
            value = self.shapes[index + 1]
            return "" if value in ("label", "labelled") else "labelled" if value else "named"
        return kind * (kind != "number")

    def _top(self, run: Sequence[int]) -> int:
        """Give the first of the quiet lines that lead to a run."""
        low = run[0]
        while low and run[0] - low < REST and self._is_quiet(low - 1):
            low -= 1
        return low

    def _span(self, run: Sequence[int]) -> range:
        """Give the lines of a run, and what stands between it and running text near by."""
        low, high = self._top(run), run[-1] + 1
        while high < self.size and high - run[-1] <= REST and self._is_quiet(high):
            high += 1
        above = low and self.text[low - 1]
        below = high < self.size and self.text[high]
        return range(low if above else run[0], high if below else run[-1] + 1)

    def _ends(self, index: int) -> bool:
        """Whether a line that no rule knows ends as a sentence."""
        return (
            not self.found[index] and self.full[index].words > FEW and ended(self.full[index].text)
        )

    def _contact(self, run: Sequence[int]) -> range:
        """Give the lines of a run with a telephone or an address, if "Contact" heads it; else none.

        That stands right under the text, or under what a sheet tells; a site has it at its foot,
        under a word of menus and over others.
        """
        if CALLED_AT.isdisjoint(self._told_in(run)):
            return range(0)
        low = self._top(run)
        head = [rule.kind for rule in self.found[low - 1]] if low > 1 else []
        headed = bool(head) and HEADS.issuperset(head) and self.full[low - 1].words <= FEW
        under = [rule.kind for found in self.found[run[-1] + 1 : run[-1] + 2] for rule in found]
        if FOOT.issuperset(head) and not FOOT.isdisjoint(under):
            return range(0)
        above = low > 1 and (self.text[low - 2] or self.shapes[low - 2] or self._ends(low - 2))
        return range(low, run[-1] + 1) if headed and above else range(0)

    def particulars(self) -> frozenset[int]:
        """Give the indices of the lines that tell of the subject of the page in labels and values.

        They stand above the text or right under running text, where a telephone is enough;
        elsewhere they have labels, or they are what a site tells of itself or of others.
        """
        if sum(map(bool, self.shapes)) < SOME:
            return frozenset()
        runs = in_groups(self._anchors(), self._go_on)
        rich = any(self._proves(run, MANY) for run in runs)
        found: set[int] = set()
        for run in runs:
            contact = self._contact(run)
            span = contact or self._span(run)
            beside = contact or run[0] < self.begin or self.text[span[0] - 1]
            near = rich or self.begin - REST <= run[0] or run[0] > self.begin
            called = (
                run[0] > self.begin and self.text[span[0] - 1] and "phone" in self._told_in(run)
            )
            proved = contact or called
            if not (proved or self._proves(run, SOME if beside and near else LEAST)):
                continue
            self.contacts.update(contact)
            if beside or len(self._labels(run)) >= LEAST:
                found.update(i for i in span if self._is_quiet(i))
        return frozenset(found)

    def under_title(self, told: frozenset[int], title: int | None) -> frozenset[int]:
        """Give those `particulars` that stand under the headline, and what leads to the first.

        What a shop says of itself stands above it, unless it sells places at an event. Where no
        headline is known, or most of them stand above what seems to be one, so many lines above the
        first may be it.
        """
        if not told:
            return told
        if title is not None and self._is_field(title):
            title = None  # a field of the sheet, chosen for want of a better one
        if title is not None:
            under = frozenset(i for i in told if i > title)
            title, told = (title, under) if 2 * len(under) > len(told) else (None, told)
        first = min(told)
        near = title is not None and first - title <= 2 * HEAD
        low = title if title is not None and near else max(0, first - HEAD)
        sold = any(found and all(r.kind == SHOP for r in found) for found in self.found)
        if title is not None and sold and not self._is_event(told):
            return frozenset(i for i in told if self._is_named(i) or i in self.contacts)
        lead = takewhile(self._is_quiet, range(first - 1, low - 1, -1))
        return told.union(lead, self._over(title) if title and near else ())

    def named(self, told: frozenset[int], title: int | None) -> int | None:
        """Give the headline; where a field was chosen for it, the first line above the fields.

        That names what the page is about; where blank lines part blocks, it begins one.
        """
        if title is None or title not in told or not self._is_field(title):
            return title
        above = [i for i in sorted(told) if i < title and not self.shapes[i]]
        begins = (i for i in above if i and self.full[i].number > self.full[i - 1].number + 1)
        return next(begins, above[0]) if above else title

    def _over(self, title: int) -> range:
        """Give the quiet lines of a block over the headline in it: what it is, whose."""
        top = title
        while top and self.full[top].number == self.full[top - 1].number + 1:
            top -= 1
        over = range(top, title)
        return over if top and len(over) <= OVER and all(map(self._is_quiet, over)) else range(0)
