"""Lone words beside their like: « Entrées » above « Plats » and « Desserts » is "Starters".

Nothing in a heading or cell of a word or two tells its sense to a model, but the other lines of its
text do. Lists of what stands together are in `labels.toml` of the language, under `company`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from translate.languages import language
from translate.mt.closed.labels import cased_like
from translate.mt.closed.phrases import key

LEAST = 3  # so many of a list tell that its words are meant
LONGEST = 40  # letters of one
CELLS = re.compile(r"[\n|\t]")
AROUND = re.compile(r"^[\s•*·–—#-]+|[\s:.]+$")

List = Mapping[str, str]


def in_company(text: str, pair: tuple[str, str]) -> Mapping[str, str]:
    """Give the words that stand alone in `text` beside their like, each with what it is.

    Where a word is of two lists, the one counts of which more words stand there.

    >>> in_company("Entrées\\nSoupe\\n\\nPlats :\\n\\nDesserts", ("fr", "en"))["entrées"]
    'starters'
    >>> in_company("Entrées\\nPlats\\nSorties", ("fr", "en"))
    {}
    """
    lists = _lists(pair)
    lines = (AROUND.sub("", one) for one in CELLS.split(text) if len(one) <= LONGEST)
    there = {key(one) for one in lines} if lists else set()
    counted = [(len(there & one.keys()), one) for one in lists]
    found: dict[str, str] = {}
    for many, one in sorted(counted, key=lambda pair: pair[0]):
        if many >= LEAST:
            found.update(one)
    return found


def alone(text: str, told: Mapping[str, str]) -> str:
    """Give what `text`, which stands alone, is by what is `told` of its text, else "".

    >>> alone("PLATS :", {"plats": "main courses"}), alone("Plats du jour", {"plats": ""})
    ('MAIN COURSES:', '')
    """
    said = AROUND.sub("", text)
    if not (english := told.get(key(said), "")):
        return ""
    return (
        f"{cased_like(said, english)}{text[len(said) :].strip()}" if text.startswith(said) else ""
    )


@cache
def _lists(pair: tuple[str, str]) -> tuple[List, ...]:
    found = language(pair[0]).table("labels.toml").get("company", {})
    return tuple(found.get(pair[1], {}).values())
