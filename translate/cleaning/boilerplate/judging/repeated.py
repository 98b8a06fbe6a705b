"""Lines that stand in many files of the folder; what tells in running text is no such line.

Files of one kind have lines in common that their author wrote: the parts of a recipe, who was
present, who speaks in a play, how a letter ends. They stand within the text, or end it. A column
has one title every week, and a story that was kept several times has its own in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from translate.cleaning.boilerplate.ends import ended
from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.judging.ties import HEADED, LOOSE, heads
from translate.cleaning.boilerplate.judging.title import find_title, headlines
from translate.cleaning.boilerplate.narrating import asks_reader, confides
from translate.cleaning.boilerplate.rules import Rules

GREETS = ","  # the end of the words that open a letter: no name of a site ends so
NAMED = re.compile(r"\S+ [A-ZÀ-Ý]")  # "Le Courrier du Lac", "Marie Curie"


def repeated(page: Page, rules: Rules) -> Drops:
    """Give the lines that many files of the folder share, unless the text is a copy of another."""
    rule, folder = rules.method("structure.repeated"), page.folder
    if rule is None or folder is None or folder.files < rule.settings["files"]:
        return {}
    limits = rule.settings
    shared, marked = {}, {}
    for index, line in enumerate(page.full):
        share = limits["long_share" if line.words >= limits["long_words"] else "short_share"]
        count = folder.count(line.text)
        if count < max(limits["files"], share * folder.files):
            continue
        shared[index] = count
        inner = 0 < index < len(page.full) - 1
        if not (inner and page.in_text(index) and page.call(index) < LOOSE):
            marked[index] = count
    size = _size(page, range(len(page.full)))
    if not marked or _size(page, marked) > limits["copy_share"] * size:
        return {}
    copies = _copies(page, shared, limits["copy_share"])
    marked = {i: n for i, n in marked.items() if n > copies}
    if page.title is None:
        page.title = _title(page, shared, copies)
    own = {i for i in marked if not page.found[i]} & _own(page, marked.keys(), limits)
    return {
        i: (rule, f"stands in {n} of {folder.files} files")
        for i, n in marked.items()
        if i not in own
    }


def _size(page: Page, lines: Iterable[int]) -> int:
    return sum(len(page.full[i].text) for i in lines)


def _copies(page: Page, shared: Mapping[int, int], share: float) -> int:
    """Give in how many files a text stands as this one does but for some lines; 0 for no copy.

    Of a copy more than `share` of what it tells is `shared`: what more files share is their site's.
    """
    told = [i for i, line in enumerate(page.full) if line.prose and page.call(i) < HEADED]
    again = [i for i in told if i in shared]
    copied = _size(page, again) > share * _size(page, told)
    return max(shared[i] for i in again) if copied else 0


def _title(page: Page, shared: Mapping[int, int], copies: int) -> int | None:
    """Give the headline of a text that shares it, as a copy or a column does, else None.

    It is the only one, no rule knows it, and it is no name of a site nor what that says of itself.
    """
    alone = replace(page, folder=None)
    scores = headlines(alone)
    title, _ = find_title(alone, scores)
    if title is None or title not in shared or page.found[title] or page.is_post:
        return None
    if shared[title] <= copies:
        return title
    known = all(page.found[i] or i in page.drops for i in range(title))
    text = page.full[title].text
    site = NAMED.match(text) or scores.get(title, 0.0) < max(HEADED, page.call(title))
    return title if known and not site else None


def _own(page: Page, marked: AbstractSet[int], limits: dict[str, float]) -> set[int]:
    """Give the lines among those `marked` that the text has within it, or begins or ends with.

    Where other chrome was found, the text is what stands between its title and its last running
    text; elsewhere it is what no other file has.
    """
    others = [i for i in range(len(page.full)) if i not in marked and i not in page.drops]
    lines = [i for i in others if page.full[i].prose] if page.drops else others
    if not lines:
        return set()
    begin = lines[0]
    if page.drops:
        top = max((i for i in page.drops if i < begin), default=-1)
        begin = page.title if page.title in others else next(i for i in others if i > top)
    within = {i for i in marked if begin < i < lines[-1]}
    own = {i for i in within if page.call(i) < LOOSE or heads(page, i)}
    return own | {i for i in marked - within if _edges(page, i, i > lines[-1], limits)}


def _edges(page: Page, index: int, ends: bool, limits: dict[str, float]) -> bool:
    """Whether a line is what the writer begins or `ends` with.

    That is a statement in which he says "I", or which turns to nobody and names nobody first; and,
    where there is no other chrome, the last few words, if they are no call.
    """
    line, called = page.full[index], page.call(index)
    if ended(line.text) or line.text.rstrip().endswith(GREETS):
        calm = called < limits["calm_beside" if page.drops else "calm"]
        return calm and (confides(line) or not (asks_reader(line) or NAMED.match(line.text)))
    few = line.words <= limits["last_words"] and called < limits["last"]
    return ends and few and not page.drops
