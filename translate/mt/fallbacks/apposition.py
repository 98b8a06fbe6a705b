"""A name and the title or verb it stands with: the name goes behind them, as in the source.

Where a symbol stands for a name, a model may take « la retraitée ⟦0⟧ » for a retiree called so and
write "the ⟦0⟧ retiree", or "⟦0⟧'s retiree"; and « pour rejoindre ⟦0⟧ » becomes "to ⟦0⟧ join".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from translate.document import Edit, resolve
from translate.languages import language, names_in_a_row
from translate.languages.words import WORD, fold_word
from translate.mt.counterparts.senses import likely
from translate.mt.data import table
from translate.mt.held import SYMBOL
from translate.mt.strings import whole
from translate.mt.units import Unit

PART = r"⟦\d⟧|(?<![^\W\d_])[^\W\d_]+"
# What may be a title, up to the end (looked for where words in a row begin: time grows with their
# number alone); what may be one in the wrong place, behind a name.
BEFORE = re.compile(rf"(?<![^\W\d_][ '’-])(?<!⟦\d⟧[ '’-])(?:(?:{PART})[ '’-])+$")
BEHIND = re.compile(r"(?:['’]s)? ((?:[^\W\d_]+[ -]?){1,4})")


def misplaced(unit: Unit, english: str, pair: tuple[str, str]) -> list[Edit]:
    """Give the edits that put names in `english`, that of `unit`, behind their title or verb.

    >>> unit = Unit("Le retraité ⟦0⟧ lit.", names=(("⟦0⟧", "Ada", "Ada"),))
    >>> [edit.new for edit in misplaced(unit, "The ⟦0⟧ retiree reads.", ("fr", "en"))]
    ['retiree ⟦0⟧']
    >>> misplaced(unit, "The retiree ⟦0⟧ reads.", ("fr", "en"))
    []
    """
    names = [(symbol, symbol) for symbol, _, _ in unit.names]
    names += [(term.surface, term.target) for term in unit.terms if not term.noun]
    others = names_in_a_row().findall(unit.text)
    names += [(name, name) for name in others if not name.isupper()]  # "au format DVD"
    edits: list[Edit] = []
    for surface, target in dict.fromkeys(names):
        place = whole(surface).search(unit.text) if target in english else None
        if place is None:
            continue
        source = unit.text[: place.start()]
        title = title_before(source, pair[0])
        if title and not _is_of_a_person(title, pair[0]):
            continue
        for there in whole(target).finditer(english):
            before = english[: there.start()]
            given = title or verb_before(source, before, english, pair)
            if words := _behind(given, before, english[there.end() :], pair):
                old = english[there.start() : there.end() + len(words)]
                moved = words.removeprefix("'s").removeprefix("’s").strip()
                edits.append(Edit(there.start(), old, f"{moved} {target}", "order"))
    return resolve(edits)


def title_before(text: str, code: str) -> list[str]:
    """Give the words of the title at the end of `text`, which a determiner begins, else [].

    >>> title_before("Selon la directrice des études ", "fr"), title_before("Il aime ", "fr")
    (['directrice', 'études'], [])
    >>> title_before("La ville a nommé ", "fr")
    []
    """
    spoken = language(code)
    parts = _last_parts(text)
    title: list[str] = []
    if not parts or parts[-1].lower() in spoken.inflection.links:  # "l'amie de Camille"
        return title
    for before, part in reversed(list(pairwise(["", *parts]))):
        small = part.lower()
        if small in spoken.inflection.links or SYMBOL.fullmatch(part):
            continue
        if small in spoken.inflection.determiners:
            if before.lower() not in _listed("of", code):
                return title
            continue
        if small in spoken.function_words or len(title) == table("apposition")["longest"]:
            return []
        title.insert(0, part)
    return []


def verb_before(source: str, before: str, english: str, pair: tuple[str, str]) -> list[str]:
    """Give the verb at the end of `source` of which what follows is the object, else [].

    `before` is the part of the `english` before the name: an infinitive may be told by it.

    >>> pair = ("fr", "en")
    >>> verb_before("Ils ont rejoint ", "They ", "They ⟦0⟧ joined.", pair)
    ['rejoint']
    >>> verb_before("Il doit rejoindre ", "He must ", "He must ⟦0⟧ join.", pair)
    ['rejoindre']
    >>> verb_before("C'est ce qu'a dit ", "", "⟦0⟧ said so.", pair)
    []
    """
    rest = ["", "", *_last_parts(source)]
    verb = rest.pop()
    if not verb or verb.lower() in language(pair[0]).function_words:
        return []
    last = WORD.findall(before)[-1:]
    modal = bool(last) and last[0].lower() in _listed("modals", pair[1])
    done = rest[-1].lower() in _listed("auxiliaries", pair[0])
    told = bool(rest[-2]) and rest[-2].lower() not in _listed("turning", pair[0])
    subject = done and told and before.endswith(" ") and before[-2:-1].isalnum()
    return [verb] if subject or (modal and "?" not in english) else []


@cache
def _listed(group: str, code: str) -> frozenset[str]:
    """Give the words of a `group` of the data for language `code`."""
    return frozenset(table("apposition").get(code, {}).get(group, "").split())


def _last_parts(text: str) -> list[str]:
    """Give the words and symbols in a row at the end of `text`, those before a space."""
    run = BEFORE.search(text) if text.endswith(" ") else None
    return re.findall(PART, run[0]) if run else []


def _noun(title: Sequence[str], code: str) -> str:
    """Give the noun of `title`: the first word but for what stands before one; "" where none is."""
    light = _listed("light", code)
    return next((one for one in title if one.lower() not in light), "")


def _is_of_a_person(title: Sequence[str], code: str) -> bool:
    """Tell whether the noun of `title` is of people."""
    noun = _noun(title, code).lower()
    return noun in _listed("people", code) or fold_word(noun) in language(code).roles


def _behind(title: Sequence[str], before: str, after: str, pair: tuple[str, str]) -> str:
    """Give what of `after`, the English behind a name, is of its `title`; "" where nothing is.

    The noun of the title must be there. A word that `before`, what stands before the name, says too
    is none of it, but a verb.
    """
    limits = table("apposition")
    run = BEHIND.match(after) if title else None
    there = WORD.findall(before)[-limits["near"] :]
    noun = _noun(title, pair[0])
    end = new = 0
    complete = False
    for word in WORD.finditer(run[1]) if run else ():
        said = [one for one in title if _may_say(one, word[0], pair)]
        if not said:
            break
        end, complete = word.end(), complete or noun in said
        new += not any(_may_say(one, other, pair) for one in said for other in there)
    return after[: run.start(1) + end] if run and new and complete else ""


def _may_say(word: str, other: str, pair: tuple[str, str]) -> bool:
    """Tell whether `other` translates `word`, or what that is without the "e" of a woman."""
    both = {word, word.removesuffix("e")}
    return any(likely(one, other, pair) >= table("apposition")["likely"] for one in both)
