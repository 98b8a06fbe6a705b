"""Calls to the reader that no pattern tells whole: a wide net of rules, and what the words say."""

from __future__ import annotations

import re
from functools import cache, partial

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.ties import WAY, taken_up
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.narrating import (
    LEAST,
    QUOTED,
    addresses,
    asks_reader,
    confides,
    languages_of,
    narrates,
    states,
)
from translate.cleaning.boilerplate.patterns import Rule
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.boilerplate.shapes import speaks
from translate.cleaning.boilerplate.wording import wording
from translate.languages import known
from translate.languages.addresses import EMAIL
from translate.languages.words import WORD

KINDS, WHERE = ("sentence", "short"), ("beside", "alone", "furnished")  # of the rule's limits
HEADED = 3  # words of a heading, at least: a button has fewer
LISTED = 4  # words of each notion of a list, at most
TAKEN_UP = 2  # words of a heading that the text under it takes up, at least
STEPS = 4  # lines from the way to a page down to its headline, at most
AD = "ad"  # the kind of the label of an advertisement
MAIL = re.compile(EMAIL)
HEADLINE, CAPITALS = 7, 0.6  # words of a headline, at least, and the share that have capitals


def by_wording(page: Page, rules: Rules) -> Drops:
    """Give the lines that read as calls: in a net, beside chrome, or on a page with much of it.

    The settings of its rule are the log-odds from which a line goes: sentences and shorter lines,
    beside chrome, on a page with such lines, or alone; what is in no net, of a rule of scope
    "call", needs "outside" more unless the page has such lines, "above_text" more where it may be
    a heading (on such a page one that turns to the reader does as far as the text does), and stays
    from "longest" words on. What stands alone is in no net of another language, and needs
    "to_nobody" more where it turns to nobody. In a text that speaks to its reader throughout, a
    sentence needs up to "spoken" more. A list of notions goes from where a short line alone does.
    A paragraph with one sentence that is a statement stays, and one within running text in which
    the writer says "I".
    """
    rule = rules.method("structure.wording")
    if rule is None:
        return {}
    spoken = cache(partial(_spoken, page))  # as it was, and only if it is asked for
    page, limits = page.copy(), rule.settings
    suspects = _suspects(page, limits)
    least = {k: min(limits[f"{k}_{where}"] for where in WHERE) for k in KINDS}
    for index, line in enumerate(page.full):
        net = rules.net(line)
        if not net and not _may_go(page, index, limits, suspects):
            continue
        kind = "sentence" if line.prose else "short"
        called = index not in page.drops and page.call(index) >= least[kind]  # few lines are
        if not called or _spared(page, index) or rules.spares(line):
            continue
        beside = page.neighbours(index) if page.drops and not _alone(page, index) else ""
        if net and not beside and _foreign(net, line):
            net = None
        above = index + 1 < len(page.full) and page.runs(index + 1)
        furnished = suspects >= limits["suspects"] + above
        asked = (beside or furnished) and line.words < limits["longest"]
        if not (net or asked) or narrates(line) or _confided(page, index):
            continue
        limit = limits[f"{kind}_{'beside' if beside else 'alone'}"]
        if not net:
            limit += limits["outside"]
        if furnished:
            nobody = limits["nobody"] * (not asks_reader(line))
            limit = min(limit, limits[f"{kind}_furnished"] + nobody)
        heading = page.call(index) < limits["heading"] and _heading(page, index)
        heading = heading or (page.call(index) < limits["short_alone"] and _lists(line))
        if (heading and not net) or page.call(index) < limit:  # what follows asks for more
            continue
        if not net and above:
            limit += limits["above_text"] * (spoken() if furnished and asks_reader(line) else 1)
        if not (beside or furnished) and line.words >= LEAST:
            limit += limits["to_nobody"] * (_headline(line) or not addresses(line))
        called = page.call(index) >= limit and not states(line)
        if called and (not line.prose or page.call(index) >= limit + limits["spoken"] * spoken()):
            about = net.about if net else "reads as a call to the reader"
            why = f"{about}: {wording(line).why()}{beside and ', ' + beside}"
            page.take({index: (net or rule, why)})
    return page.drops


def _suspects(page: Page, limits: dict[str, float]) -> float:
    """Give how many lines of a page are gone, or short and read as calls from "suspect" on.

    They count only where they are "share" of the lines, and no longer than their number matters.
    """
    short = [i for i, line in enumerate(page.full) if not line.prose and i not in page.drops]
    suspects, share = len(page.drops), limits["share"] * len(page.full)
    for place, index in enumerate(short):
        if suspects >= max(share, limits["suspects"] + 1):  # more of them change nothing
            break
        if suspects + len(short) - place < share:
            break
        called = page.call(index) >= limits["suspect"]
        suspects += called and not narrates(page.full[index])
    return suspects if suspects >= share else 0


def _may_go(page: Page, index: int, limits: dict[str, float], suspects: float) -> bool:
    """Whether a line in no net may go: it is short enough, beside chrome or on a page with much."""
    if page.full[index].words >= limits["longest"]:
        return False
    return suspects >= limits["suspects"] or bool(page.drops and page.neighbours(index))


def _alone(page: Page, index: int) -> bool:
    """Whether what stands beside a line says nothing of it: text around it, or text it heads."""
    line, after = page.full[index], index + 1
    while after in page.drops and page.drops[after][0].kind == AD:
        after += 1  # it stands between a heading and its text
    heads = not line.prose and after < len(page.full) and page.runs(after)
    return page.in_text(index) or (heads and not asks_reader(line))


def _confided(page: Page, index: int) -> bool:
    """Whether a paragraph within running text has sentences in which the writer says "I"."""
    line = page.full[index]
    return len(line.sentences()) > 1 and page.in_text(index) and confides(line)


def _heading(page: Page, index: int) -> bool:
    """Whether a line is a heading: between running text, some words, no sentence and no order."""
    line = page.full[index]
    if ended(line.text):
        return False
    return line.words >= HEADED and page.in_text(index) and not speaks(line.folded)


def _spared(page: Page, index: int) -> bool:
    """Whether a line is none to judge by its words: a question of an interview, a heading.

    So is where to write to, between paragraphs of a post: the author says it, and no page around.

    A heading stands over two lines of running text, the first of which takes up its words: under
    the title of another article the text goes on. That of a page stands right under the way to it.
    """
    if page.spared(index) or page.asks(index) or _under_way(page, index):
        return True
    if page.is_post and page.in_text(index) and MAIL.search(page.full[index].text):
        return True
    below = index + 2
    return below < len(page.full) and taken_up(page, index, TAKEN_UP) and page.runs(below)


def _under_way(page: Page, index: int) -> bool:
    """Whether a line stands between the way to a page, "Home > Patients > Stay", and its text.

    Or the way ends with it, right above or with some lines about the page between.
    """
    line = page.full[index]
    if not index or line.prose:
        return False
    if WAY.match(page.full[index - 1].text) and index + 1 < len(page.full) and page.runs(index + 1):
        return True
    ways = (page.full[i] for i in range(max(0, index - STEPS), index))
    return any(way.folded.endswith(line.folded) and WAY.match(way.text) for way in ways)


def _lists(line: Line) -> bool:
    """Whether a line lists notions between commas, few words each and small, and asks nothing."""
    first, *others = line.text.split(",")
    short = all(len(part.split()) <= LISTED for part in (first, *others))
    small = bool(others) and all(part.strip()[:1].islower() for part in others)
    return short and small and not ended(line.text) and not asks_reader(line)


def _foreign(net: Rule, line: Line) -> bool:
    """Whether a line speaks for other languages than the one whose words the net has."""
    pack = net.id.partition(".")[0]
    codes = languages_of([word.lower() for word in WORD.findall(line.folded)])
    return bool(codes) and pack not in codes and pack in {one.code for one in known()}


def _headline(line: Line) -> bool:
    """Whether most of many words have capitals, as in an English headline."""
    words = WORD.findall(line.text)
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) >= HEADLINE and capitals >= CAPITALS * len(words)


def _spoken(page: Page) -> float:
    """Give the share of the running text that speaks to its reader, what others say left out."""
    told = [line.folded for i, line in enumerate(page.full) if line.prose and i not in page.drops]
    return sum(speaks(QUOTED.sub(" ", text)) for text in told) / max(1, len(told))
