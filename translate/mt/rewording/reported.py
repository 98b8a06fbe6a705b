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
from itertools import pairwise

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
    verbal: re.Pattern[str]
    relative: re.Pattern[str]
    loose: re.Pattern[str]
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
    more = found["speaker"].partition(", ")[2]
    if not _is_whole(said, more, rules) or _is_word(found["speaker"].split()[0], code):
        return text  # he stands in the middle, or at the beginning nothing tells a name
    said = lowered(said, code)
    if _is_word(re.split(r"[\W_]", said)[0], code, 1):  # "Dix-neuf" would stay in the middle
        return text
    that = rules.elided if said[0].lower() in rules.vowel else rules.that
    speaker, lead = found["speaker"], found["lead"] or ""
    speaker = speaker if lead else speaker[0].upper() + speaker[1:]
    speaker += "," * ("," in speaker)
    verb = found["done"] or found["now"]
    verb = rules.instead.get(verb, verb)
    around = (found["before"] or "") + found["after"]
    return f"{lead}{speaker} {found['auxiliary'] or ''}{verb}{around} {that}{said}{found['end']}"


def _is_whole(said: str, more: str, rules: Rules) -> bool:
    """Tell whether what is `said` is a clause, and what stands behind the speaker none of it.

    "Le maire de Niort, a annoncé la fermeture": there a comma stands too many; "La rue du port,
    explique le maire, ouvre lundi": there the speaker stands in the middle. "Le train qui arrive de
    Niort sera fermé" has one verb more than it has relatives.
    """
    first, *others = rules.relative.split(said)
    verbs = [one.span() for one in rules.finite.finditer(said)]
    several = [
        end for (_, end), (start, _) in pairwise(verbs) if start > end + 1
    ]  # "a fait" is one
    behind = others and "," not in said and len(several) + 1 > len(others)
    verb = rules.verbal.match(said) or rules.finite.search(first) or behind
    return bool(verb) and not (rules.loose.match(more) or rules.finite.search(more))


def _is_word(name: str, code: str, longer: int = LEAST) -> bool:
    """Tell whether `name`, which has a capital, is a word of the language, too, of some length."""
    known = language(code)
    named = name in known.first_names or name in known.cased
    return name.istitle() and len(name) > longer and known.weight(name.lower()) > 0 and not named


@cache
def _rules(code: str) -> Rules | None:
    told = grammar(code).table("reported")
    if not told:
        return None
    instead = told["instead"]
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
        re.compile(told["verbal"], re.I),
        re.compile(told["relative"]),
        re.compile(told["loose"]),
        instead,
        told["that"],
        told["elided"],
        told["vowel"],
    )
