"""The line model: what rules cannot tell, weighed from the shape, words and place of lines."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate import trees
from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.features import Columns, features
from translate.cleaning.boilerplate.judging.board import posts
from translate.cleaning.boilerplate.judging.by_place import SIGNED
from translate.cleaning.boilerplate.judging.letter import ends_text, of_letter
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import in_groups
from translate.cleaning.boilerplate.narrating import asks_reader, narrates
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.boilerplate.telling import reasons

# Log-odds of a sentence that no rule knows, down from which it is a statement: of one that turns to
# nobody, and of any; its words; lines down from running text where an article may end, behind
# a link or a share bar. How little text stands around a last sentence says nothing.
STATED, ANY, SENTENCE, LAST, CLOSE = -0.5, -2.0, 3, 25, 6
STOP = re.compile(r"[^\W\d_]{3}\.\s*$|\d\.\s*$")  # none of an abbreviation
TOLD = 0.0  # log-odds: what reads as a statement must be surer
CALLED = 1.2  # log-odds: a label that reads as a call so much may be less sure
BOX = 40  # lines between running text above and below, at most, for what stands there to be within
SIDES = 0.1  # of the text of the page, at least, stands on each side


def _within(table: Columns, i: int) -> bool:
    """Whether running text stands on both sides, near and much of it: a box within the text."""
    near = table["lines since text"][i] + table["lines until text"][i] <= BOX
    share = min(table["text before"][i], table["text after"][i])
    return bool(table["in the main block"][i]) or (near and share >= SIDES)


def by_model(page: Page, rules: Rules) -> Drops:
    """Give the lines that the model takes for chrome, where rules have found some.

    The settings of its rule are the chances from which a line goes: "inside" and "outside" the
    main block, "…_short" for lines of fewer than "short_words" words. So short a line with nothing
    but chrome around it, below some text, goes from "enclosed" on. A sentence that states stays. A
    block between blank lines of which half at least stays, and that no rule knows, stays: a heading
    and what it heads.
    """
    rule = rules.method(f"structure.model.{rules.profile}")
    if rule is None or len(page.drops) < rule.settings["least"]:
        return {}
    limits = rule.settings
    if not any(line.prose and i not in page.drops for i, line in enumerate(page.full)):
        return {}  # a text of short lines: they say nothing about each other
    gone = [index in page.drops for index in range(len(page.full))]
    labels = min(limits["inside_short"], limits["outside_short"]) - limits["called"]
    least = min(limits["enclosed"], limits["inside"], limits["outside"], labels)
    table = features(page.full, page.found, gone, [page.call(i) for i in range(len(gone))])
    safe = page.facts | posts(page)
    drops: Drops = {}
    enclosed: Drops = {}
    for index, chance in enumerate(trees.chances(table)):
        line, call = page.full[index], table["wording"][index]
        # Below the least of all limits a line stays, whatever it is like.
        if chance < least or gone[index] or index in safe or rules.spares(line):
            continue
        if _states(page, index) or _told(page, index):
            continue
        where = "inside" if _within(table, index) else "outside"
        short = "_short" if table["words"][index] < limits["short_words"] else ""
        limit = limits[where + short] + limits["told"] * (call < TOLD)
        limit -= limits["called"] * (bool(short) and call >= CALLED)
        told = ended(line.text) and "?" not in line.text
        told = line.prose or told or ends_text(page, index)
        tells = told and narrates(line)
        if (line.prose and call < TOLD) or tells:
            limit = max(limit, limits["narrated"])
        sure = chance >= limit and not page.spared(index)
        said = page.runs(index) and "?" not in line.text
        label = bool(short) and table["text before"][index] > 0 and not said  # no title
        label = label and not of_letter(page, index)
        if sure or (label and chance >= limits["enclosed"]):
            found = drops if sure else enclosed
            found[index] = (rule, f"{rule.about} ({chance:.0%}): {_why(table, index)}")
    drops |= {i: drop for i, drop in enclosed.items() if _enclosed(page, drops, i)}
    blocks = in_groups(
        range(len(page.full)), lambda i, j: page.full[j].number == page.full[i].number + 1
    )
    stays = {i for block in blocks if _stays(page, drops, block) for i in block}
    return {i: drop for i, drop in drops.items() if i not in stays}


def _told(page: Page, index: int) -> bool:
    """Whether rules that know a line of running text, with text on both sides, left it there."""
    known = page.found[index] and page.full[index].prose and page.in_text(index)
    return bool(known) and page.tells(index)


def _states(page: Page, index: int) -> bool:
    """Whether a line that no rule knows is a sentence with a full stop, by its wording no call.

    Sentences that stay stand close above it, as above the last of an article, and no line that
    tells who wrote a comment, or when. Right under one it may read less as a statement.
    """
    if page.found[index] or not SENTENCE <= page.full[index].words <= LAST:
        return False
    line, under = page.full[index], index > 0 and page.runs(index - 1)
    if page.call(index) > (TOLD if under else STATED):
        return False
    if not line.text.lstrip()[:1].isupper() or not STOP.search(line.text):
        return False
    if any(rule.kind in SIGNED for rule in page.found[index - 1]):
        return False
    above = range(max(0, index - CLOSE), index)
    if not any((page.full[i].prose and i not in page.drops) or page.runs(i) for i in above):
        return False
    return page.call(index) <= ANY or narrates(line) or not asks_reader(line)


def _why(table: Columns, index: int) -> str:
    """Say what moved the trees most to take the line at `index`."""
    names = trees.load()[0]
    row = [table[name][index] for name in names]
    added = trees.added(row)
    most = sorted((f for f in added if added[f] > 0), key=lambda f: -added[f])
    return reasons((names[f], row[f]) for f in most)


def _enclosed(page: Page, drops: Drops, index: int) -> bool:
    """Whether both lines above and both below go."""
    beside = (index - 2, index - 1, index + 1, index + 2)
    return all(i in page.drops or i in drops for i in beside)


def _stays(page: Page, drops: Drops, block: list[int]) -> bool:
    """Whether half of a block at least stays, no rule knows a line of it, and no title is in it."""
    known = any(i in page.drops or page.found[i] or i == page.title for i in block)
    return not known and 2 * sum(i in drops for i in block) <= len(block)
