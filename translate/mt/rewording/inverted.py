"""A sentence that begins with its verb, said with the subject first: "Sont invités les voisins."

A small model takes a verb without a subject before it for "we" or "you", and the subject for what
is done to it: « Étaient présents le maire et son fils » -> "We were present with the mayor".
"""

from __future__ import annotations

import re
from functools import cache

from translate.mt.closed.grammar import grammar

MOST = 14  # words of a subject: what is said of a longer one would come too late


def subject_first(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with its subject first, if its verb is.

    >>> subject_first("Sont exclus du tarif les frais de port.", "fr")
    'Les frais de port sont exclus du tarif.'
    >>> subject_first("Étaient absents : Ida Roy et Paul Bo.", "fr")
    'Ida Roy et Paul Bo étaient absents.'
    >>> subject_first("Sont venus les pompiers, puis la rue a été fermée.", "fr")
    'Sont venus les pompiers, puis la rue a été fermée.'
    """
    rules = _rules(code)
    if rules is None:
        return text
    whole, finite, relative = rules
    found = whole.fullmatch(text)
    if not found:
        return text
    who = found["who"]
    if found["with"] and who[0].isupper():  # "formé à l'école Louis Lumière"
        return text
    if len(who.split()) > MOST or finite.search(relative.split(who)[0]):  # it has its own verb
        return text
    said = found["said"][0].lower() + found["said"][1:]
    return f"{who[0].upper()}{who[1:]} {said}{found['end']}"


@cache
def _rules(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """Give the patterns of such a sentence, of a verb, and of what begins a relative clause."""
    told = grammar(code).table("inverted")
    if not told:
        return None
    verb = rf"(?:{told['auxiliary']})(?: (?:{told['adverb']}))? (?:{told['what']})"
    with_modal = rf"(?:{told['modal']})(?: (?:{told['adverb']}))? (?:{told['infinitive']})"
    whole = (
        rf"(?P<said>(?:{verb}|{with_modal}|{told['active']})"
        rf"(?P<with> (?:{told['with']})[^,:;?!«»\"“”⟦]+?)??)"
        rf"(?:[ \u00a0\u202f]?:)? (?P<who>(?:{told['who']})[^:;?!«»\"“”⟦]*?)(?P<end>\.?)"
    )
    return re.compile(whole), re.compile(told["finite"], re.I), re.compile(told["relative"])
