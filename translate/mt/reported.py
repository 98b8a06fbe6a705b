"""What somebody said, with who says it before it, where that stands behind: "Il pleut, dit Ada."

A small model takes a speaker behind an unquoted statement for a part of it, and drops the verb or
who spoke: « …, ont indiqué des responsables » -> "pointed out to those responsible". Before the
statement both are what they are. What is said with "I", "we" or "you" stays as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from translate.languages import language
from translate.mt.closed.grammar import any_of, grammar
from translate.mt.strings import lowered

LEAST, MOST = 3, 40  # words of a statement


@dataclass(frozen=True, slots=True)
class Rules:
    """How a language reports, as its `closed.toml` tells it under `reported`."""

    whole: re.Pattern[str]
    own: re.Pattern[str]
    aside: re.Pattern[str]
    finite: re.Pattern[str]
    instead: Mapping[str, str]
    that: str
    elided: str
    vowel: str


def reported(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with who said it first, if it stands last.

    >>> reported("Le pont sera fermé, ont indiqué des élus à l'AFP.", "fr")
    "Des élus ont indiqué à l'AFP que le pont sera fermé."
    >>> reported("Mais il faudra attendre, a commenté Ida Roy, infirmière.", "fr")
    "Mais Ida Roy, infirmière, a déclaré qu'il faudra attendre."
    >>> reported("Le maire, Paul Roy, a annoncé la fermeture du pont.", "fr")
    'Le maire, Paul Roy, a annoncé la fermeture du pont.'
    >>> reported("Je ne sais pas, a dit Ada.", "fr")
    'Je ne sais pas, a dit Ada.'
    """
    rules = _rules(code)
    found = rules.whole.fullmatch(text) if rules else None
    if not (rules and found) or rules.own.search(found["said"]):
        return text
    said, last = found["said"], found["said"].rpartition(", ")
    if not LEAST <= len(said.split()) <= MOST or rules.aside.match(last[2]):
        return text
    if last[1] and not rules.finite.search(last[2]):  # "Le maire, Paul Roy, a annoncé …"
        return text
    if _is_word(found["speaker"].split()[0], code):  # at the beginning nothing tells a name
        return text
    said = lowered(said, code)
    that = rules.elided if said[0].lower() in rules.vowel else rules.that
    speaker, lead = found["speaker"], found["lead"] or ""
    speaker = speaker if lead else speaker[0].upper() + speaker[1:]
    speaker += "," * ("," in speaker)
    verb = found["done"] or found["now"]
    verb = rules.instead.get(verb, verb)
    around = (found["before"] or "") + found["after"]
    return f"{lead}{speaker} {found['auxiliary'] or ''}{verb}{around} {that}{said}{found['end']}"


def _is_word(name: str, code: str) -> bool:
    """Tell whether the first word of a speaker, with a capital, is one of the language, too."""
    known = language(code)
    named = name in known.first_names or name in known.cased
    return name.istitle() and len(name) > LEAST and known.weight(name.lower()) > 0 and not named


@cache
def _rules(code: str) -> Rules | None:
    listed = grammar(code).table("reported")
    if not listed:
        return None
    told = {
        k: v.replace("\n|", "|").replace("\n(", "(") for k, v in listed.items() if k != "instead"
    }
    instead = listed["instead"]
    done, now = (any_of([*told[some].split(), *instead]) for some in ("done", "now"))
    verbs = rf"(?:(?P<auxiliary>(?:{told['auxiliary']}) )(?P<done>{done})|(?P<now>{now}))"
    when = f"(?:{told['around']})"
    whole = (
        rf"(?P<lead>(?:{told['lead']}) )?(?P<said>[^\W_][^«»“”\":;?!\n⟦]+), {verbs}"
        rf"(?P<before>(?: {when})+)?(?! {told['never']}(?!\w)) (?P<speaker>{told['speaker']})"
        rf"(?P<after>(?:,? {when})*(?:,? (?:{told['behind']}))?)(?P<end>\.?)"
    )
    return Rules(
        re.compile(whole),
        re.compile(told["own"], re.I),
        re.compile(told["aside"], re.I),
        re.compile(told["finite"], re.I),
        instead,
        told["that"],
        told["elided"],
        told["vowel"],
    )
