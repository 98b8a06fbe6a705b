"""What is seen of the lines that may be the headline of a text, in words a reader understands.

Every line near the start of the main text is a candidate; `title.py` weighs what is seen of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.features import main_block
from translate.cleaning.boilerplate.judging.datum import datum
from translate.cleaning.boilerplate.judging.title_repeats import CRUMB, CRUMBS, Repeats
from translate.cleaning.boilerplate.judging.title_words import SHORT, WORDS, Subject, small, stems
from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.remembered import begins_with
from translate.languages import common
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD, fold

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

NONE = "none of them"  # what the best must outweigh
ABOVE, BELOW = 300, 12  # lines around the start of the main text that may be its headline
# Log-odds: what reads so much as a call does not begin the text; how many such lines are left out.
SERVING, TRIES = 1.5, 8
REFERENCES = re.compile(r"(?:\s*\[[^\[\]]{1,6}\])+$")  # behind a sentence: "[1][2]"
SHARED = 3  # files of the folder: a line that stands in so many is no headline
TIMES = ("date", "byline", "forum", "job")  # kinds of lines that stand under a headline
POSTED = ("linkedin-comment", "post")  # kinds of lines beside a post on a network
OFFERS = ("login", "subscribe", "newsletter", "paywall")  # kinds of lines at the head of a page
# What a caption says of its picture, and the agency in capitals at its end; how a part is numbered.
PICTURE = r"©|\(c\)|\b(?:{picture})\b"
PHOTO = "photo-credit"
CREDIT = re.compile(r"[.»\")] ?[A-Z][A-Z /]{2,}(?:[A-Z]|/[\w .-]+)$")
PART_OF = re.compile(r"\s*(?:[a-z]\)|\d+[.)]|[ivx]+ ?[.)–-]|[^\W\d]+ \d+(?: \w+ \d+)?\s*:?$)")
# What the way to a page begins with, and how many lines below a headline may stand.
ADDRESS = ("http://", "https://", "www.")
START = r"(?:{start})\b"
STEPS = 8
# A member, a board, a keyword, or initials of a writer.
NAMELESS = re.compile(r"(?:[ru]/|@|#)[\w.-]+$|(?:[A-ZÀ-Ý]\. ?){1,4}$")
RULED = re.compile(r"\s*([_=*~-])\1{4,}\s*$")  # a line drawn above a signature
# A person, alone or with what he is: "Ada Lovelace, countess".
PERSON = re.compile(r"[^\W\d_][\w-]+(?: [A-ZÀ-Ý][\w.'’-]*){1,3}\s*(?:$|[,(|•·/]|[–—] )")
SOME = 3  # words: labels and menus have no more
STANDFIRST = 14  # words: few headlines have more
LABEL, OFTEN = 5, 3  # words of a line that, so often on the page, is no headline
TURN = re.compile(r"[-–—] ")  # how a turn of a dialogue begins, and an item of a list
SAME = 4  # times that one word stands in a menu
# Words of a line under a headline that introduces the text; lines down to the running text that
# tells what a line is about.
LEAST, REACH = 10, 12
HALF = 0.5  # of the words of a line that the text says: enough to speak of it
SENTENCE = 20  # words of a sentence that may be a headline
FILED = "navigation"  # the kind of line that names the section in which a text is filed
DAY = 8  # lines down to its date
CHROME = 12  # lines up to the last that a rule knows


def title_features(page: Page) -> dict[int, dict[str, float]]:
    """Give the features of each line of `page` that may be its headline, by its index."""
    start = _main_text(page)
    if start is None:
        return {}
    near = range(max(0, start - ABOVE), min(len(page.full), start + BELOW))
    writers = _writers(page, near)
    asked = {i for i in near if i not in writers and _candidate(page, i)}
    if not asked:
        return {}
    subject, repeats, labels = Subject(page, asked, start), Repeats(page, near), _labels(page)

    def of_site(index: int) -> bool:
        if max(subject.long[index].values(), default=0) >= SAME:  # a menu
            return True
        # A label that comes again, or on top, is a site's name, unless the text speaks of it.
        line = page.full[index]
        on_top = index == 0 and line.words <= SHORT and start > SOME
        return (on_top or line.folded in labels) and not subject.mentions(index)

    down = range(start - 1, near.start, -1)
    likely = dict(zip(down, accumulate(headline_like(page, i) for i in down), strict=True))
    rows: dict[int, dict[str, float]] = {}
    running = [0, 0]  # lines of running text so far, above the text and in it
    signed = 0  # lines so far that tell who wrote something, or when
    for index in near:
        line = page.full[index]
        if index in asked and not of_site(index):
            row = _shape(page, index) | _place(page, index, start, running)
            row |= subject.features(index) | repeats.features(index)
            row |= _beside(page, index, start, subject.long[index])
            row["headlines down to the text"] = log1p(likely.get(index + 1, 0))
            row["dates or names above it"] = log1p(signed)
            if line.words <= SHORT:
                row["short, the text begins with it"] = subject.begun_with(index)
            rows[index] = row
        running[index >= start] += line.prose
        signed += _tells_when(page, index)
    _compare(page, subject, rows)
    return rows


def no_title_features(page: Page) -> dict[str, float]:
    """Give what speaks for a text, not empty, without a headline: running text at its top, a post.

    Where rules know no line, it may be a text and nothing else.
    """
    first = page.full[0].prose and not _candidate(page, 0)
    posted = any(rule.kind in POSTED for found in page.found for rule in found)
    return {
        NONE: 1.0,
        "none of them, running text comes first": float(first),
        "none of them, the main text comes first": float(not _main_text(page)),
        "none of them, a post on a network": float(posted),
        "none of them, no chrome": float(not any(page.found)),
        "none of them, a sheet comes first": float(0 in page.facts),
    }


def _candidate(page: Page, index: int) -> bool:
    line = page.full[index]
    said = REFERENCES.sub("", line.text.rstrip())
    stop = line.words > SHORT and said.endswith(".") and not said.endswith("..")
    leads = line.words > SOME and said.endswith(":")  # to a list, or to what somebody said
    if not 1 <= line.words <= WORDS or stop or leads or said.startswith(ADDRESS):
        return False
    if _is_datum(page, index) or NAMELESS.match(line.text.strip()) or _signature(page, index):
        return False
    turn = page.full[index : index + 2]
    if len(turn) > 1 and all(TURN.match(one.text.strip()) for one in turn):
        return False
    shared = page.folder is not None and page.folder.count(line.text) >= SHARED
    return not shared and index not in page.kept


def dated_sentence(page: Page) -> int | None:
    """Give the first sentence right under where it is filed, with its day soon under it, or None.

    Else a sentence is no candidate: most of them are text, or introduce it.
    """
    for index in range(1, min(ABOVE, len(page.full))):
        line = page.full[index]
        if SOME < line.words <= SENTENCE and not page.found[index] and ended(line.text):
            filed = any(rule.kind == FILED for rule in page.found[index - 1])
            if filed and 0 < _dated(page, index) <= SOME:
                return index
    return None


def _is_datum(page: Page, index: int) -> bool:
    """Whether a line tells a fact and is no headline: "Price: 12 €", not what heads a sheet."""
    if index not in page.particulars:
        return index in page.facts
    line = page.full[index]
    figures = any(map(str.isdigit, line.text))
    return figures and line.words <= LABEL and (":" in line.text or line.text.strip()[0].isdigit())


def _tells_when(page: Page, index: int) -> bool:
    return any(rule.kind in TIMES for rule in page.found[index])


def _dated(page: Page, index: int) -> int:
    """Give how many lines below `index` the first stands that tells when or by whom, or 0."""
    under = range(index + 1, min(len(page.full), index + 1 + DAY))
    return next((i - index for i in under if _tells_when(page, i)), 0)


def _signature(page: Page, index: int) -> bool:
    """Whether a line stands under a rule of signs, as what a member of a board always says."""
    return index > 0 and RULED.match(page.full[index - 1].text) is not None


def _labels(page: Page) -> set[str]:
    """Give the folded lines of few words that stand often: names of a site, who writes, notions."""
    short = Counter(line.folded for line in page.full if line.words <= LABEL)
    return {text for text, count in short.items() if count >= OFTEN}


def _writers(page: Page, near: range) -> set[int]:
    """Give the lines of `near` that say who wrote one of several posts, each beside its day."""
    full = page.full

    def signs(index: int) -> bool:
        if full[index].words > SHORT or page.found[index]:
            return False
        under = full[index + 2 : index + 3]
        below = _tells_when(page, index + 1) and bool(under) and under[0].prose
        return below or (index > 0 and _tells_when(page, index - 1) and full[index + 1].prose)

    found = set(filter(signs, near[:-1]))
    return found if len(found) > 1 else set()


def _main_text(page: Page) -> int | None:
    """Give where the run of lines with most running text begins, if there is any.

    A line that reads as a call does not begin it.
    """
    running = [
        float(line.words) if line.prose and not page.found[index] else 0.0
        for index, line in enumerate(page.full)
    ]
    start, end = main_block(running)
    for _ in range(TRIES):
        if not end or page.call(start) < SERVING:
            break
        running[start] = 0.0
        start, end = main_block(running)
    return start if end else None


def _shape(page: Page, index: int) -> dict[str, float]:
    """Give what a line looks like by itself."""
    line = page.full[index]
    text, words = line.text.strip(), line.words
    names = [word[0].isupper() for word in WORD.findall(text)]
    return {
        "running text itself": float(line.prose),
        "one word": float(words == 1),
        "two words": float(words == 2),
        "three or four words": float(3 <= words <= 4),
        "more than twenty words": float(words > 20),
        "a sentence": float(words >= 6 and text.endswith((".", "…"))),
        "ends with a comma or dots": float(text.endswith((",", ";", "..."))),
        "colon inside": float(_parted(text)),
        "ends with a sign": float(text[-1] in CRUMBS),
        "numbered as a part": float(bool(PART_OF.match(line.folded.lower()))),
        "names a picture": float(_names_picture(line)),
        "begins with a person": float(_begins_with_person(line)),
        "begins small": float(text[:1].islower()),
        "only capitalised words": float(words > 1 and all(names)),
        "parted like a breadcrumb": float(min(3, len(CRUMB.findall(text)))),
        "all in capitals": float(text.isupper()),
        "in a sheet": float(index in page.facts),
        "in a sheet, with a figure": float(index in page.facts and any(map(str.isdigit, text))),
        "in a sheet, with a colon": float(index in page.facts and ":" in text),
        "a rule knows it": float(bool(page.found[index])),
        "a rule for credits knows it": float(any(r.kind == PHOTO for r in page.found[index])),
        "reads as a call": max(-1.0, min(3.0, page.call(index))),
    }


def _place(page: Page, index: int, start: int, running: Sequence[int]) -> dict[str, float]:
    """Give where a line stands; `running` counts the lines of running text before it."""
    steps = [i for i in range(max(0, index - STEPS), index) if _starts(page.full[i])]
    full, found = page.full, page.found
    before = range(max(0, index - 4), index)
    after = range(index + 1, min(index + 5, len(full)))
    day = _dated(page, index)
    labels = sum(full[i].words <= SOME and i not in page.facts for i in after)
    runs = index + 1 < len(full) and full[index + 1].prose
    unknown = index > 0 and not (found[index - 1] or full[index - 1].prose)
    last = (d for d in range(1, min(CHROME, index + 1)) if found[index - d])
    listed = (index - 1, index + 1, index + 2)
    return {
        "lines into the text": float(max(0, index - start)),
        "first of all lines": float(index == 0),
        "first of all lines, labels under it": labels / 4 if index == 0 else 0.0,
        "a label, a headline above it": float(
            full[index].words <= SHORT and index > 0 and headline_like(page, index - 1)
        ),
        "a day above it, running text under it": float(
            runs and index > 0 and _tells_when(page, index - 1)
        ),
        "a datum right under it": float(index + 1 < len(full) and bool(datum(full[index + 1]))),
        "facts under it": sum(i in page.facts for i in after) / 4,
        "facts above it": sum(i in page.facts for i in before) / 4,
        "running lines above the text": float(min(4, running[0])),
        "running lines of the text before": float(min(4, running[1])),
        "running text under it, another line above": float(runs and unknown),
        "a date or name soon under it": 1 / day if day else 0.0,
        "date or name right under it": float(day == 1),
        "short, date or name under it": float(0 < day <= 3 and full[index].words <= SHORT),
        "the start page above it": 1 / (index - steps[-1]) if steps else 0.0,
        "offers above it": float(any(r.kind in OFFERS for i in before for r in found[i])),
        "chrome under": sum(bool(found[i]) for i in after) / 4,
        "lines since the last chrome": log1p(next(last, CHROME)),
        "short lines above": sum(full[i].words <= SOME for i in before) / 4,
        "a headline right under": float(index + 1 < len(full) and headline_like(page, index + 1)),
        "headlines above and below": float(
            all(0 <= i < len(full) and headline_like(page, i) for i in listed)
        ),
    }


def _starts(line: Line) -> bool:
    """Whether the way from the start page to the text may begin with `line`."""
    return begins_with(START, line.folded)


def _names_picture(line: Line) -> bool:
    """Whether a line says of what or by whom a picture is."""
    said = line.folded.lower()
    if in_all_languages(PICTURE).search(said) or CREDIT.search(line.text.strip()):
        return True
    return not common("agencies").isdisjoint(WORD.findall(said))


def _begins_with_person(line: Line) -> bool:
    """Whether a line names a person by a known first name, and then ends or says who that is."""
    first = line.folded.lower().partition(" ")[0].partition("-")[0]
    known = first in common("women") or first in common("men")
    return known and PERSON.match(line.text.strip()) is not None


def headline_like(page: Page, index: int) -> bool:
    """Whether a line has more words than a label, is no running text, and no rule knows it."""
    line = page.full[index]
    return SOME < line.words <= WORDS and not line.prose and not page.found[index]


def introduces(page: Page, index: int) -> bool:
    """Whether the line at `index` is long, and a shorter one right above may be the headline."""
    words = page.full[index].words
    above = index > 0 and headline_like(page, index - 1)
    return words > STANDFIRST and above and page.full[index - 1].words < words


def _beside(page: Page, index: int, start: int, long: Counter[str]) -> dict[str, float]:
    """Give what a standfirst, a list of titles and the running text below say of a line."""
    full, found, words = page.full, page.found, page.full[index].words
    under = full[index + 1] if index + 1 < len(full) and not found[index + 1] else None
    longer = under is not None and not under.prose and under.words > max(words, LEAST)
    down = range(index + 1, min(len(full), index + REACH))
    runs = next((i for i in down if full[i].prose and not found[i]), start)
    taken = long.keys() & stems(full[runs].folded) if runs < start else ()
    return {
        "a longer line right under it": float(longer),
        "long, a shorter headline right above": float(introduces(page, index)),
        "words of a teaser above the text": len(taken) / (len(long) or 1),
    }


def _compare(page: Page, subject: Subject, rows: dict[int, dict[str, float]]) -> None:
    """Add to `rows` what a line is beside the others."""
    strength = {index: subject.strength(index) for index in rows}
    most = max(strength.values(), default=0.0)
    strong = [i for i in rows if headline_like(page, i) and subject.share(i) >= HALF]
    for index, row in rows.items():
        row["speaks less of it than another"] = most - strength[index]
        row["others right above speak of it"] = float(sum(index - 3 <= i < index for i in strong))


def _parted(text: str) -> bool:
    """Whether a colon parts a line, and no label: "From: the mayor" is no headline."""
    head, colon, _ = text.partition(": ")
    label = stems(fold(head))
    return bool(colon) and not (len(label) == 1 and label[0] in small())
