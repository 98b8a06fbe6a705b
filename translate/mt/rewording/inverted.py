"""A sentence that begins with its verb, said with the subject first: "Sont invités les voisins."

A small model takes a verb without a subject before it for "we" or "you", and the subject for what
is done to it: « Étaient présents le maire et son fils » -> "We were present with the mayor". A list
behind a colon that is no subject is left where it stands, below its heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from translate.mt.closed.grammar import grammar

MOST = 14  # words of a subject: what is said of a longer one would come too late


def subject_first(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with its subject first, if its verb is.

    >>> subject_first("Sont exclus du tarif les frais de port.", "fr")
    'Les frais de port sont exclus du tarif.'
    >>> subject_first("Étaient absents : Ida Roy et Paul Bo.", "fr")
    'Ida Roy et Paul Bo étaient absents.'
    >>> subject_first("Étaient absents : Ida Roy, maire ; Paul Bo, adjoint.", "fr")
    'Absents : Ida Roy, maire ; Paul Bo, adjoint.'
    >>> subject_first("Sont venus les pompiers, puis la rue a été fermée.", "fr")
    'Sont venus les pompiers, puis la rue a été fermée.'
    """
    rules = _rules(code)
    if rules is None:
        return text
    found = rules.whole.fullmatch(text)
    if found and _may_lead(found, rules):
        who, said = found["who"], found["said"][0].lower() + found["said"][1:]
        return f"{who[0].upper()}{who[1:]} {said}{found['end']}"
    if heading := rules.heading.match(text):
        start = heading.start("what")
        return text[start].upper() + text[start + 1 :]
    return text


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns: of such a sentence, of the heading of a list, a verb, and what begins a clause."""

    whole: re.Pattern[str]
    heading: re.Pattern[str]
    finite: re.Pattern[str]
    relative: re.Pattern[str]


def _may_lead(found: re.Match[str], rules: Rules) -> bool:
    """Tell whether who is `found` behind the verb may stand before it."""
    who = found["who"]
    if found["with"] and who[0].isupper():  # "formé à l'école Louis Lumière"
        return False
    own = rules.finite.search(rules.relative.split(who)[0])  # it has its own verb
    return len(who.split()) <= MOST and not own


@cache
def _rules(code: str) -> Rules | None:
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
    adverb = f"(?: (?:{told['adverb']}))?"
    what = rf"{told['listed']}(?: (?:{told['with']})[^,:;?!«»\"“”⟦]+)?"
    heading = rf"(?:{told['listing']}){adverb} (?P<what>{what})[ \u00a0\u202f]?: "
    finite = re.compile(told["finite"], re.I)
    return Rules(re.compile(whole), re.compile(heading), finite, re.compile(told["relative"]))
