"""What one person is told to do, said as to several: « Soigne ton titre » -> « Soignez ton titre ».

Both are "Take care of your title" in English, but a small model takes the first form for that of a
third person ("treats"), which it is, too, of most verbs. A language's `verbs.toml` lists the verbs
under `orders`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from translate.languages import language
from translate.languages.conjugation import forms
from translate.languages.words import with_capital_of


def ordered(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with the orders to one person as to several.

    An order begins the sentence, or follows what leads to it; others stand behind "and".

    >>> ordered("Étape 2 : soigne ton titre et publie souvent.", "fr")
    'Étape 2 : soignez ton titre et publiez souvent.'
    >>> ordered("Si tu doutes, fais une pause.", "fr")
    'Si tu doutes, faites une pause.'
    >>> ordered("Elle soigne son titre et publie souvent.", "fr")
    'Elle soigne son titre et publie souvent.'
    >>> ordered("Liste des courses", "fr")
    'Liste des courses'
    """
    rules = _rules(code)
    if rules is None:
        return text
    first, others, several = rules
    if not (found := first.match(text)):
        return text
    for one in reversed([found, *others.finditer(text, found.end())]):
        plural = with_capital_of(one["order"], several[one["order"].lower()])
        text = text[: one.start("order")] + plural + text[one.end("order") :]
    return text


def _several(verbs: Sequence[str], code: str) -> dict[str, str]:
    """Give the order to several by that to one, of each of the `verbs`.

    >>> _several(["soigner", "faire"], "fr")
    {'soigne': 'soignez', 'fais': 'faites'}
    """
    return {forms(verb, code)["p1"]: forms(verb, code)["p5"] for verb in verbs}


@cache
def _rules(code: str) -> tuple[re.Pattern[str], re.Pattern[str], Mapping[str, str]] | None:
    """Give the patterns of a first order and of one behind "and", and the orders to several."""
    told = language(code).table("verbs.toml").get("orders")
    if not told:
        return None
    verbs, nouns = (_several(told[kind].split(), code) for kind in ("verbs", "nouns"))
    order = (
        rf"(?P<order>(?:{'|'.join(verbs)})(?= (?!{told['never']}))"
        rf"|(?:{'|'.join(nouns)})(?= (?:{told['object']}) (?!{told['day']})))"
    )
    first, others = (rf"(?:{told[before]}){order}" for before in ("lead", "and"))
    return re.compile(first, re.I), re.compile(others), verbs | nouns
