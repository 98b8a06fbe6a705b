"""A list or a table within the text: what models say of some of its lines is not believed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, takewhile

from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.particulars import INFINITIVE, presses
from translate.cleaning.boilerplate.judging.ties import HEADED
from translate.cleaning.boilerplate.lines import Line, in_groups
from translate.cleaning.boilerplate.narrating import asks_reader
from translate.cleaning.boilerplate.patterns import bare_match
from translate.cleaning.boilerplate.rules import MODELS
from translate.cleaning.boilerplate.shapes import shape
from translate.languages.patterns import in_all_languages
from translate.languages.telling import function_words
from translate.languages.words import WORD

LONG = 8  # lines between two of running text that make a list
SHARE = 0.5  # of them that goes, at most, unless so many begin with one word
ALIKE = 0.75
HEADING = re.compile(r"\s*[^\W\d_]+(?:[ '’-][^\W\d_]+)*\s?[:?]?\s*$")
NAME_FOLLOWS = r"\b(?:{by}|{of})\s*$"
UNDER = 2  # lines of a list that stay under its heading, at least
MENU = 24  # lines of such a list, at most
QUIET = 4  # words of a line of such a list, on average, at most
CALL = MODELS[1]
TAB = "\t"  # between the cells of a table
ITEM = 5  # words of an item, at least
TASKS, TASK = 3, 4  # tasks in a row, at least, and the words of one
DATUM = 10  # words of a line of data, at most
DEEP, TOLD = 8, 2  # lines above and below that stay in one piece, and those of running text
FAR = 12  # lines of any kind: verses, a program
VERSE = 3.5  # words of a verse, on average
VERSES = 16  # short lines in a row that no rule knows
SPEAKING = 0.45  # of their words that are small ones, at least: verses speak, menus name things
MOST = 0.75  # of them that goes, at most
SURE = 4.2  # log-odds: what reads as a call so much goes wherever it stands
CALLED = 2.0  # log-odds: what turns to the reader and reads as a call so much is none of them


def give_back_rows(page: Page) -> None:
    """Give back what models took of a list between running text that mostly stays, or is alike.

    Names, verses, values and lines of a program look like labels, and all of them look alike: that
    most of them stay says what the others are, and so does the word with which most of them begin.
    """
    for run in _runs(page):
        gone = [index for index in run if index in page.drops]
        if not gone or len(run) < LONG:
            continue
        most = len(gone) > SHARE * len(run)
        if most and not (_begin_alike(page, run) or _quiet(page, run)):
            continue
        for index in gone:
            called = page.call(index) >= CALLED and asks_reader(page.full[index])
            if _by_model(page, index) and not called:
                del page.drops[index]


def _by_model(page: Page, index: int) -> bool:
    """Whether a model took a line."""
    return index in page.drops and page.drops[index][0].kind in MODELS


def _begin_alike(page: Page, run: range) -> bool:
    """Whether most lines of a list begin with one word, and none stands twice: no buttons."""
    lines = {page.full[index].folded for index in run}
    words = Counter(line.strip().partition(" ")[0] for line in lines)
    return len(lines) == len(run) and words.most_common(1)[0][1] >= ALIKE * len(run)


def _quiet(page: Page, run: range) -> bool:
    """Whether rules know hardly a line of a list, and its lines are short: sections of a job ad.

    What sites put between paragraphs has lines that rules know, some again, or is long.
    """
    if len(run) > MENU or len({page.full[index].folded for index in run}) < len(run):
        return False
    known = sum(bool(page.found[index]) for index in run)
    if known * LONG > len(run) or any(i in page.drops and not _by_model(page, i) for i in run):
        return False
    return sum(page.full[index].words for index in run) <= QUIET * len(run)


def give_back_items(page: Page) -> None:
    """Give back what models took of items without marks: those right above and below stay.

    An item has some words and is no running text: between paragraphs a call stands alone.
    """
    gone = [index for index, drop in page.drops.items() if drop[0].kind == CALL]
    for index in gone:
        beside = (index - 1, index + 1)
        if all(0 <= i < len(page.full) and _is_item(page, i) for i in (index, *beside)) and not any(
            i in page.drops for i in beside
        ):
            del page.drops[index]


def give_back_heads(page: Page) -> None:
    """Give back what models took of a heading within the text, of which all of the list stays.

    It ends with a colon, or stands under a line that stays, with more text below; the first lines
    of the list stay, and no rule knows them.
    """
    first = (page.title or 0) + 1
    for index in [i for i in page.drops if i >= first and _by_model(page, i)]:
        line, below = page.full[index], range(index + 1, index + 1 + UNDER)
        if page.found[index] or page.call(index) >= SURE or not _heading(line):
            continue
        button = INFINITIVE in shape(line.text) and presses(line)
        if button or sum(one.folded == line.folded for one in page.full) > 1:
            continue
        if below[-1] >= len(page.full) or not all(_listed(page, i) for i in below):
            continue
        within = index - 1 not in page.drops and _text_near(page, below[-1])
        if line.text.rstrip().endswith(":") or within:
            del page.drops[index]


def _heading(line: Line) -> bool:
    """Whether a line is words alone, the first with a capital; behind "by" a name follows.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [_heading(split(text)[0]) for text in ("À apporter :", "Texte de", "Photo : Ada")]
    [True, False, False]
    """
    if line.prose or not HEADING.match(line.text) or not line.text.lstrip()[:1].isupper():
        return False
    return not in_all_languages(NAME_FOLLOWS, re.IGNORECASE).search(line.folded)


def _listed(page: Page, index: int) -> bool:
    """Whether a line under a heading stays, is no title of an article, and no rule knows it."""
    known = index in page.drops or page.found[index]
    return not known and page.full[index].words <= QUIET


def _text_near(page: Page, index: int) -> bool:
    """Whether running text that stays is not far below a line."""
    below = range(index + 1, min(len(page.full), index + 1 + FAR))
    return any(page.full[i].prose and i not in page.drops for i in below)


def give_back_cells(page: Page) -> None:
    """Give back what models took of a table: a row beside which one of as many cells stays."""
    for index in [i for i in page.drops if TAB in page.full[i].text and _by_model(page, i)]:
        rows = (i for i in (index - 1, index + 1) if 0 <= i < len(page.full))
        cells = page.full[index].text.count(TAB)
        if any(i not in page.drops and page.full[i].text.count(TAB) == cells for i in rows):
            del page.drops[index]


def give_back_tasks(page: Page) -> None:
    """Give back what models took of tasks under each other, of which one stays: infinitives.

    "Tenir le registre" is what a button says, too; but no rule knows a line of such a list.
    """
    gone = {i for i in page.drops if _by_model(page, i) and _is_task(page, i)}
    while gone:
        low = high = min(gone)
        while low and _is_task(page, low - 1):
            low -= 1
        while high + 1 < len(page.full) and _is_task(page, high + 1):
            high += 1
        run = range(low, high + 1)
        if len(run) >= TASKS and any(i not in page.drops for i in run):
            for index in gone.intersection(run):
                del page.drops[index]
        gone.difference_update(run)


def _is_task(page: Page, index: int) -> bool:
    """Whether a line that no rule knows begins with an infinitive, and says what is to be done."""
    line = page.full[index]
    if page.found[index] or line.words < TASK:
        return False
    return INFINITIVE in shape(line.text) and presses(line)


def give_back_led(page: Page) -> None:
    """Give back what models took of a list that running text leads to: it ends with a colon.

    Names and entries look like labels. The list ends where a rule knows a line, or text goes on.
    """
    for index, line in enumerate(page.full):
        if not line.prose or index in page.drops or not line.text.rstrip().endswith(":"):
            continue
        for below in range(index + 1, len(page.full)):
            if page.found[below] or page.full[below].prose:
                break
            if _by_model(page, below):
                del page.drops[below]


def give_back_verses(page: Page) -> None:
    """Give back what models took of verses, of which enough stays: short lines that speak."""
    quiet = (i for i, line in enumerate(page.full) if not (page.found[i] or line.prose))
    for run in in_groups(quiet, lambda before, index: index == before + 1):
        gone = [i for i in run if _by_model(page, i)]
        if len(run) < VERSES or not gone or len(gone) > MOST * len(run):
            continue
        words = [word for i in run for word in WORD.findall(page.full[i].folded.lower())]
        small = sum(map(function_words().__contains__, words))
        if len(words) >= VERSE * len(run) and small >= SPEAKING * len(words):
            for index in gone:
                del page.drops[index]


def give_back_deep(page: Page) -> None:
    """Give back what reads as a call, no more than that, where nothing else goes far around.

    Buttons and calls seldom stand alone in the midst of much text; headings and advice do. A line
    all of whose words a rule knows is a button.
    """
    told = list(accumulate((line.prose for line in page.full), initial=0))
    borders = (-1, *sorted(page.drops), len(page.full))
    for low, index, high in zip(borders, borders[1:], borders[2:], strict=False):
        rule, _ = page.drops[index]
        if CALL not in (rule.kind, rule.scope) or page.call(index) >= SURE:
            continue
        if rule.scope == CALL and bare_match(rule, page.full[index]):
            continue
        pieces = ((low + 1, index), (index + 1, high))
        if all(b - a >= (DEEP if told[b] - told[a] >= TOLD else FAR) for a, b in pieces):
            del page.drops[index]


def give_back_sheet(page: Page) -> None:
    """Give back what models took of the data right under the headline, of which others stay.

    One of them at least tells a fact: a firm, a contract, a town stand beside what is paid.
    """
    if page.title is None:
        return
    full = page.full
    run = list(
        takewhile(
            lambda i: full[i].words <= DATUM and not page.found[i],
            range(page.title + 1, len(full)),
        )
    )
    told = any(i in page.facts for i in run)
    if not told or all(i in page.facts for i in run if i not in page.drops):
        return
    for index in run:
        if _by_model(page, index):
            del page.drops[index]


def _is_item(page: Page, index: int) -> bool:
    """Whether a line may be an item of a list: some words that no rule knows, no running text."""
    line = page.full[index]
    return line.words >= ITEM and not line.prose and not page.found[index]


def _runs(page: Page) -> Iterator[range]:
    """Give the lines between each two of running text that stay.

    What comes first, above the headline, and reads as a call, is none of it: a field's "Type here".
    What stands between the headline and the first of them is a list where rules know hardly a line.
    """
    before = -1
    if page.title is not None:
        first = next((i for i in range(page.title + 1, len(page.full)) if page.full[i].prose), 0)
        run = range(page.title + 1, first)
        if run and _quiet(page, run):
            yield run
    for index, line in enumerate(page.full):
        if line.prose and index not in page.drops:
            field = not page.running[index] and page.call(index) > HEADED
            if before >= 0:
                yield range(before + 1, index)
            before = -1 if field and (page.title or 0) > index else index
