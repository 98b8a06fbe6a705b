"""Short lines that tell facts: amounts, measures, hours, chapters, the price, the town.

They look like labels and stand beside buttons, so no model may judge them by their looks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise, takewhile
from operator import eq, lt
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.judging.days import dated, diary
from translate.cleaning.boilerplate.judging.firms import firm
from translate.cleaning.boilerplate.judging.prices import ONE_THING, price, tariffs
from translate.cleaning.boilerplate.judging.works import NAMED, works
from translate.cleaning.boilerplate.lines import Line, in_groups
from translate.cleaning.boilerplate.remembered import remembered
from translate.languages import common
from translate.languages.addresses import has_link
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

# An amount of something ("200 g de farine", "2 EL Rum"); a label with its value ("Poids : 2 kg").
AMOUNT = r"\s*[-•*]?\s*(?:\d+(?:[.,/]\d+)?|[½¼¾])\s?(?:[a-z]{1,3}\.?|{measure})?\s?[^\W\d]{2,}"
VALUE = re.compile(r"\s*[^\W\d_][^\d:|]{2,30} ?: ?[^:|]*\d[^:|]*$")
# What something adds or takes: "Strength +3".
GAIN = re.compile(r"\s*[^\W\d_][^\d:|+]{1,30} [-+−–]\d{1,3}(?:[.,]\d+)? ?%?\s*$")
FEW, PRESSED = 4, 2.2  # words of such a line; log-odds from which one is a button
# What mark a thing that is tested gets: "Verdict: 4.5/5".
MARK = re.compile(r"\s*[^\W\d_][^:|]{2,40}: ?\d{1,3}(?:[.,]\d{1,2})? ?/ ?(?:5|10|20|100)\s*$")
FOR = r"(?:{serves})"
BORN = r"(?:{born}) \S"  # before the name that somebody had at birth
BORN_WORDS, NAME_WORDS = 4, 6  # of that line, and of the name above it, at most
HOUR = r"\s*\d{1,2} ?[:h.] ?\d\d(?: ?(?:{clock}))?\s*$"
LONGEST = 8  # words of such a line
NEAR = 2  # lines to the next one of its kind: a fact seldom comes alone
# What stands over the good and the bad of a thing that is tested; how many lines may follow and
# precede it.
# What stands over the hours and the price of a place, and how many lines each may head.
VISIT, HEADED = r"(?:(?P<open>{opening})|(?P<cost>{admission}))\s*:?\s*$", 6
VERDICT = r"(?:{verdict})\s*:?\s*$"
POINTS, ABOVE = 10, 2
TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5} [A-Z]")  # its number before its name
NUMBERED = 2  # words after the number of a house, of which one says what its street is
# A value that stands twice side by side, as in a row of a table; how many such rows make one, and
# how many others may stand between two.
TWICE = re.compile(r"(?<!\S)(\w[\w-]+) \1(?!\S)")
ROWS, BETWEEN = 3, 2
# How the name of a post tells that anybody may fill it.
SUBJECT = r"(?:{heading}) ?: ?\S"  # of a mail
OFFERED = r"\w (?:{offered})$"
ENTRY = 4  # lines of an entry of a live report that are looked at for its text
ENTRIES = 2  # hours that make a live report, and more than half of them have text
# What begins at a time, a chapter or a concert; how many make a list.
TIMED = re.compile(
    r"\s*[^\w\s\"'«“‘+/~<>.…-]?-?\ufe0f?\s*"  # a bullet of whatever sign
    r"((?:\d{1,2}:)?\d{1,2} ?[:h] ?\d\d\b|\d{1,2} ?h(?= ?[-–—:|]))[)\]]?[^\w/]*[^\W\d]",
    re.IGNORECASE,
)
TIMES = 3
# A town with its number; what has one and ends small is counted: "All pictures (12)".
PLACE = re.compile(
    r"\s*(?:[A-ZÀ-Ý][^\d()]{0,40}[ '’-])?[A-ZÀ-Ý][^\W\d]{2,40} \(\d[\dAB](?:\d{3})?\)\s*$"
)
# A label before its value (no hour and its minutes), and how often it comes back in a list of
# things, at least.
FIELD = re.compile(r"\s*[-•*]?\s*([^\W\d_][^:|.!?]{1,24}?) ?(?!(?<=\d):\d): ?[^\s/]")
FIELDS = 3
MAILED = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")  # who wrote a mail, or to whom
FIELD_KINDS = ("date", "tag", "price")  # chrome that a value of such a list looks like
CARD_KINDS = (*FIELD_KINDS, "shop")  # and one of a card
# Fields one under the other that make a card, and the share of them that no rule knows, at least.
CARD, CARD_SHARE = 3, 0.5
SAID = 4  # words of a value that half of the fields of a card have, at most


def facts(page: Page) -> tuple[frozenset[int], int | None]:
    """Give the indices of the lines of `page` that tell facts, and of the one that is its title.

    That is what names a post to fill, or what a mail is about; on other pages there is none.
    """
    head = _headed(page)
    kinds = (
        _listed, _reported, _timed, dated, diary, price, tariffs, _placed, _weighed, _visited,
        _tabled, _fielded, _carded, _marked, _born, firm, works,
    )  # fmt: skip
    return frozenset(head.union(*(of_kind(page) for of_kind in kinds))), _named(page, head)


def _listed(page: Page) -> set[int]:
    """Give the amounts and values that stand beside others of their kind, not the same again."""
    unknown = ((i, line) for i, line in enumerate(page.full) if not page.found[i])
    alike = {i for i, line in unknown if is_fact(line) or (line.words <= FEW and _gains(page, i))}
    said = {i: page.full[i].folded for i in alike}
    steps = [n for n in range(-NEAR, NEAR + 1) if n]
    return {i for i in alike if any(said.get(i + n, said[i]) != said[i] for n in steps)}


def _gains(page: Page, index: int) -> bool:
    """Whether a line says what something adds or takes, and is no button with a number."""
    return GAIN.match(page.full[index].text) is not None and page.call(index) < PRESSED


def _marked(page: Page) -> set[int]:
    """Give the lines that say what mark a thing gets, of which no rule knows."""
    values = ((i, line.text) for i, line in enumerate(page.full) if ":" in line.text)
    return {i for i, text in values if not page.found[i] and MARK.match(text)}


def _born(page: Page) -> set[int]:
    """Give the name of somebody and, under it, which one was had at birth: "née Morel"."""
    born = in_all_languages(BORN, re.IGNORECASE)
    found = {
        i
        for i, line in enumerate(page.full)
        if line.words <= BORN_WORDS and i and born.match(line.folded)
        if not (page.found[i] or line.folded[1:].islower()) and _is_name(page.full[i - 1])
    }
    return found | {i - 1 for i in found if not page.found[i - 1]}


def _is_name(line: Line) -> bool:
    """Whether all of a few words have capitals, as in the name of somebody."""
    words = WORD.findall(line.text)
    return 1 < len(words) <= NAME_WORDS and all(word[0].isupper() for word in words)


def _headed(page: Page) -> set[int]:
    """Give the head of a mail: labels with their values, of which one is whose address it is."""
    fields = [i for i, line in enumerate(page.full) if ":" in line.text and _label(line.text)]
    runs = in_groups(fields, lambda before, index: index == before + 1)
    return {
        i
        for run in runs
        if len(run) >= CARD and any(MAILED.search(page.full[n].text) for n in run)
        for i in run
    }


def is_fact(line: Line) -> bool:
    """Tell whether a line has the shape of an amount, a value, or of how many it is for."""
    if line.words > LONGEST or line.text.rstrip().endswith((".", "!", "?")) or is_address(line):
        return False
    if VALUE.match(line.text) or in_all_languages(AMOUNT).match(line.text):
        return True
    return in_all_languages(FOR).match(line.folded.lower()) is not None


def is_address(line: Line) -> bool:
    """Tell whether a line says where somebody lives or is called: a street, a town, a telephone.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [is_address(split(one)[0]) for one in ("12 rue du Bac", "74000 Annecy", "200 g de sel")]
    [True, True, False]
    """
    words = [word.lower() for word in WORD.findall(line.folded)[:NUMBERED]]
    numbered = line.folded[:1].isdigit() and any(word in common("streets") for word in words)
    called = bool(words) and words[0] in common("calls")
    return numbered or called or TOWN.match(line.folded) is not None


def is_hour(line: Line) -> bool:
    """Tell whether a line is an hour alone."""
    begins = line.plain.lstrip()[:1].isdigit()
    return begins and in_all_languages(HOUR, re.IGNORECASE).match(line.text) is not None


def _reported(page: Page) -> set[int]:
    """Give the hours of a live report and the title under each, or the times of a transcript."""
    hours = [i for i, line in enumerate(page.full) if is_hour(line)]
    if _spoken([page.full[i].text for i in hours]) and all(b > a + 1 for a, b in pairwise(hours)):
        return set(hours)
    told = [i for i in hours if any(line.prose for line in page.full[i + 1 : i + ENTRY])]
    if len(hours) < ENTRIES or 2 * len(told) <= len(hours):
        return set()
    under = {i + 1 for i in hours if i + 1 < len(page.full) and not page.found[i + 1]}
    return {*hours, *under}


def _spoken(times: Sequence[str]) -> bool:
    """Whether times alone on their lines go on from nought, as beside what is said in a recording.

    >>> _spoken(["0:00", "0:07", "0:12"]), _spoken(["0:00", "3:45", "2:10"])
    (True, False)
    """
    numbers = [[int(part) for part in re.findall(r"\d+", time)] for time in times]
    return len(times) >= TIMES and not any(numbers[0]) and all(map(lt, numbers, numbers[1:]))


def _timed(page: Page) -> set[int]:
    """Give the chapters of a recording, which begin at nought, or what a programme names.

    A programme goes on from hour to hour, whatever it says of each; of news the latest stands
    first.
    """
    times = {i: at for i, line in enumerate(page.full) if (at := begins_at(line)) is not None}
    if len(times) < TIMES:
        return set()
    if all(a < b for a, b in pairwise(times.values())):
        return set(times)
    runs = in_groups(times, lambda a, b: b == a + 1)
    if all(times[i] < times[i + 1] for run in runs for i in run[:-1]):
        return {i for run in runs if len(run) > 1 for i in run}
    lists = in_groups(times, lambda a, b: b == a + 1 and times[a] <= times[b])
    return {i for run in lists if len(run) >= TIMES and not times[run[0]] for i in run}


def begins_at(line: Line) -> int | None:
    """Give the time at which what a line names begins, in its smallest unit.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [begins_at(split(one)[0]) for one in ("[00:02:08] Anna : Bonjour", "Bonjour")]
    [128, None]
    >>> [begins_at(split(one)[0]) for one in ("🔹 9 h – Café", "🔹 9 h 30 – Débat", "9 h à pied")]
    [540, 570, None]
    """
    match = TIMED.match(line.text)
    if match is None:
        return None
    parts = re.split("[:h]", match[1].lower())
    return reduce(lambda time, part: 60 * time + int(part or 0), parts, 0)


def _fielded(page: Page) -> set[int]:
    """Give the labels with values that come back beside other such: a list of like things."""
    labels = _labels(page, FIELD_KINDS)
    count = Counter(labels.values())
    often = {i: label for i, label in labels.items() if count[label] >= FIELDS}
    found = {
        i for i in often if {often.get(i - 1, often[i]), often.get(i + 1, often[i])} != {often[i]}
    }
    # One that stands apart, below what is told of each thing, comes back only over another field.
    apart: dict[str, list[int]] = {}
    for i in often.keys() - found if found else ():
        apart.setdefault(often[i], []).append(i)
    for places in apart.values():
        if len(places) >= FIELDS and all(
            any(n in found for n in range(a, b)) for a, b in pairwise(sorted(places))
        ):
            found.update(places)
    return found


def _carded(page: Page) -> set[int]:
    """Give the fields of a card, one under the other, each with a label of its own.

    What somebody's address is and what pages say of themselves ("Tags: ...") make none, nor do
    titles with a notion before them: most of their values are longer, none has a figure, and not
    all are names.
    """
    found: set[int] = set()
    labels = _labels(page, CARD_KINDS)
    labels = {i: label for i, label in labels.items() if _of_card(page.full[i])}
    for run in in_groups(labels, lambda before, index: index == before + 1):
        unknown = sum(not page.found[i] for i in run)
        of_own = len({labels[i] for i in run}) == len(run)
        texts = [page.full[i].folded for i in run]
        short = sum(len(WORD.findall(text.partition(":")[2])) <= SAID for text in texts)
        numbered = any(map(str.isdigit, "".join(texts)))
        if (
            len(run) >= CARD
            and of_own
            and min(unknown, short) >= CARD_SHARE * len(run)
            and (numbered or _credited(page, run))
        ):
            found.update(run)
    return found


def _credited(page: Page, run: Sequence[int]) -> bool:
    """Whether all fields of a card are names, close under the text: of who made what it is about.

    Who makes a site stands at the foot of its pages.
    """
    near = any(page.full[i].prose for i in range(max(0, run[0] - NEAR), run[0]))
    return near and all(NAMED.match(page.full[i].text) for i in run)


def _labels(page: Page, kinds: Sequence[str]) -> dict[int, str]:
    """Give the labels of lines with a value that rules of these `kinds` know, or none does.

    A rule may say itself that what it knows is a "field" elsewhere.
    """
    found = ((i, _label(line.text)) for i, line in enumerate(page.full) if ":" in line.text)
    return {
        i: label
        for i, label in found
        if label and all(r.kind in kinds or r.settings.get("field") for r in page.found[i])
    }


@remembered
def _label(text: str) -> str:
    """Give the label that stands before a value in a line, in lower case, or nothing."""
    match = FIELD.match(text)
    return match[1].lower() if match else ""


def _of_card(line: Line) -> bool:
    """Whether a line with a label and a value is no address, title or running text."""
    title = line.text.rstrip().endswith(("!", "?"))
    return not (line.prose or title or is_address(line) or has_link(line.text))


def _placed(page: Page) -> set[int]:
    """Give the first town with its number on a page that has few: there it is what it is about."""
    ends = (i for i, line in enumerate(page.full) if line.text.rstrip().endswith(")"))
    named = (i for i in ends if PLACE.match(page.full[i].text))
    towns = [i for i in named if not page.found[i]]
    return set(towns[:1]) if len(towns) <= ONE_THING else set()


def _tabled(page: Page) -> set[int]:
    """Give the rows of a table of things compared: values stand twice side by side."""
    rows = [i for i, line in enumerate(page.full) if not page.found[i] and _twice(line.folded)]
    tables = in_groups(rows, lambda before, row: row - before <= BETWEEN + 1)
    return {row for run in tables if len(run) >= ROWS for row in range(run[0], run[-1] + 1)}


@remembered
def _twice(folded: str) -> bool:
    """Whether a value stands twice side by side in a folded line."""
    values = folded.split()
    return any(map(eq, values, values[1:])) and TWICE.search(folded) is not None


def _named(page: Page, head: set[int]) -> int | None:
    """Give the line above the text that names a post to fill, or what a mail is about.

    `head` is the head of a mail.
    """
    for index, line in enumerate(page.full):
        if line.prose and index not in head:
            break
        subject = index in head and in_all_languages(SUBJECT).match(line.folded.lower())
        if subject or in_all_languages(OFFERED).search(line.text):
            return index
    return None


def _weighed(page: Page) -> set[int]:
    """Give the titles over what is good and bad of a thing, both there, and what is between.

    Its name and its mark stand above, marks for this and that behind: all of it short lines.
    """
    verdict = in_all_languages(VERDICT)
    heads = [i for i, line in enumerate(page.full) if verdict.match(line.folded.lower())]
    if len({page.full[i].folded.lower() for i in heads}) < 2:
        return set()
    found = set(heads)
    for head in heads:
        for way in (range(head + 1, head + 1 + POINTS), range(head - 1, head - 1 - ABOVE, -1)):
            for index in way:
                if not 0 <= index < len(page.full) or not _is_point(page, index):
                    break
                found.add(index)
    return found


def _visited(page: Page) -> set[int]:
    """Give when a place is open and what it costs to get in: both titles, with what each heads.

    At the foot of a page a site tells when it is open, but seldom the price.
    """
    visit = in_all_languages(VISIT, re.IGNORECASE).match
    short = [(i, line) for i, line in enumerate(page.full) if line.words <= FEW]
    heads = {i: match.lastgroup for i, line in short if (match := visit(line.folded))}

    def told(index: int) -> bool:
        return _is_point(page, index) and any(map(str.isdigit, page.full[index].text))

    found: set[int] = set()
    for first, second in pairwise(heads):
        if heads[first] != heads[second] and second - first <= HEADED:
            below = range(second + 1, min(len(page.full), second + HEADED))
            between = filter(told, range(first + 1, second))
            found |= {first, second, *between, *takewhile(told, below)}
    return found


def _is_point(page: Page, index: int) -> bool:
    line = page.full[index]
    counted = all(rule.kind == "count" for rule in page.found[index])
    return counted and line.words <= LONGEST and not line.text.rstrip().endswith(".")
