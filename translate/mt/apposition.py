"""A title and the name it stands with: the name goes behind the title, as in the source.

Where a symbol stands for a name, a model may take « la retraitée ⟦0⟧ » for a retiree called so and
write "the ⟦0⟧ retiree", or "⟦0⟧'s retiree".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from translate.document import Edit
from translate.languages import language
from translate.mt.coverage import likely
from translate.mt.held import SYMBOL
from translate.mt.units import Unit

PART = r"⟦\d⟧|[^\W\d_]+"
# What may be a title, up to the end; what may be one in the wrong place, behind a name.
BEFORE = re.compile(rf"(?:(?:{PART})[ '’-])+$")
BEHIND = re.compile(r"(?:['’]s)? ((?:[^\W\d_]+[ -]?){1,4})")
LONGEST = 5  # parts of a title
NEAR = 4  # words before a name among which its title is looked for
LIKELY = 3  # in a hundred: so often a word of a title has another as its translation, at least


def misplaced(unit: Unit, english: str, pair: tuple[str, str]) -> list[Edit]:
    """Give the edits that put the titles of names in `english`, that of `unit`, before them.

    >>> unit = Unit("Le retraité ⟦0⟧ lit.", names=(("⟦0⟧", "Ada", "Ada"),))
    >>> [edit.new for edit in misplaced(unit, "The ⟦0⟧ retiree reads.", ("fr", "en"))]
    ['retiree ⟦0⟧']
    >>> misplaced(unit, "The retiree ⟦0⟧ reads.", ("fr", "en"))
    []
    """
    names = [(symbol, symbol) for symbol, _, _ in unit.names]
    names += [(term.surface, term.target) for term in unit.terms if not term.noun]
    edits: list[Edit] = []
    for surface, target in dict.fromkeys(names):
        place = re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", unit.text)
        title = title_before(unit.text[: place.start()], pair[0]) if place else []
        for there in re.finditer(rf"(?<!\w){re.escape(target)}(?!\w)", english) if title else ():
            if words := _behind(title, english[: there.start()], english[there.end() :], pair):
                old = english[there.start() : there.end() + len(words)]
                moved = words.removeprefix("'s").removeprefix("’s").strip()
                edits.append(Edit(there.start(), old, f"{moved} {target}", "order"))
    return edits


def title_before(text: str, code: str) -> list[str]:
    """Give the words of the title at the end of `text`, which a determiner begins, else [].

    >>> title_before("Selon la directrice des études ", "fr"), title_before("Il aime ", "fr")
    (['directrice', 'études'], [])
    >>> title_before("La ville a nommé ", "fr")
    []
    """
    spoken = language(code)
    run = BEFORE.search(text) if text.endswith(" ") else None
    parts = re.findall(PART, run[0]) if run else []
    title: list[str] = []
    if not parts or parts[-1].lower() in spoken.inflection.links:  # "l'amie de Camille"
        return title
    for before, part in reversed(list(pairwise(["", *parts]))):
        small = part.lower()
        if small in spoken.inflection.links or SYMBOL.fullmatch(part):
            continue
        if small in spoken.inflection.determiners:
            if before.lower() not in spoken.inflection.links:  # "de la recherche" goes on
                return title
            continue
        if small in spoken.function_words or len(title) == LONGEST:
            return []
        title.insert(0, part)
    return []


def _behind(title: Sequence[str], before: str, after: str, pair: tuple[str, str]) -> str:
    """Give what of `after`, the English behind a name, is of its `title`; "" where nothing is.

    A word that `before`, what stands before the name, says too is none of it, but a verb.
    """
    run = BEHIND.match(after)
    there = re.findall(r"[^\W\d_]+", before)[-NEAR:]
    end = new = 0
    for word in re.finditer(r"[^\W\d_]+", run[1]) if run else ():
        said = [one for one in title if likely(one, word[0], pair) >= LIKELY]
        if not said:
            break
        end = word.end()
        new += not any(likely(one, other, pair) >= LIKELY for one in said for other in there)
    return after[: run.start(1) + end] if run and new else ""
