"""What was done in a year, in a list of dates that leaves out who did it: "2014 Fonde une école".

A small model takes its verb for an order, or for a noun ("Entre" for "between"). With a subject
and in the past it is told right; the subject goes again from the English (`turned` in the
language's `closed.toml`). A noun gets a colon before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from translate.languages import language
from translate.languages.conjugation import FEMININE, agreement, forms, infinitives

THIRD, PARTICIPLE = "p3", "pp"
# A form whose plural is seen so often (binary logarithm) is a noun, too: "visite", no "fonde".
NOUN = 5.5
# A verb is one whose infinitive is seen so often: to page and to card are none.
KNOWN = 5.0


def dated(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with a subject if it is what was done in a year.

    >>> dated("2014 Fonde une école à Lyon.", "fr"), dated("mars 2019 : se marie", "fr")
    ('2014 : il a fondé une école à Lyon.', "mars 2019 : il s'est marié")
    >>> dated("2011 – Entre à Polytechnique", "fr"), dated("2022 Élue maire", "fr")
    ('2011 : il est entré à Polytechnique', '2022 : elle a été élue maire')
    >>> dated("3 mai 1992 Naissance à Metz", "fr"), dated("2019 Lancement du Zeste 2", "fr")
    ('3 mai 1992 : naissance à Metz', '2019 : lancement du Zeste 2')
    """
    rules = _rules(code)
    found = rules.line.fullmatch(text) if rules else None
    if not (rules and found) or rules.order.search(text):
        return text
    word, rest = found["word"].lower(), found["rest"]
    itself = (found["itself"] or "").lower()
    if word in rules.nouns and not itself:
        return f"{found['when']} : {rules.instead.get(word, word)}{rest}"
    if word in rules.participles and not itself and not rest.startswith(","):
        who = rules.woman if word.endswith(FEMININE) else rules.man
        every = (forms(verb, code)[PARTICIPLE] for verb in rules.moves)
        born = any(agreement(one, word) is not None for one in every)
        return f"{found['when']} : {who} {rules.moved if born else rules.was} {word}{rest}"
    named = found["word"] in language(code).cased | language(code).first_names and not itself
    if not named and (verb := _verb(word, rest, itself, rules, code)):
        moves = verb in rules.either and not rules.object.match(rest)
        moves = moves or verb in rules.moves - rules.either
        auxiliary = f"{rules.itself}{rules.moved}" if itself else rules.moved
        auxiliary = auxiliary if itself or moves else rules.has
        return f"{found['when']} : {rules.man} {auxiliary} {forms(verb, code)[PARTICIPLE]}{rest}"
    noun = found["bare"] and not named and not itself and rules.nominal.match(word + rest)
    if noun and language(code).weight(word) >= KNOWN:
        return f"{found['when']} : {word}{rest}"
    return text


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language tells under `dated` of its `verbs.toml`.

    Patterns of such a `line`, of an order to one person, of the object of a verb, of what is `sure`
    to be one and of a `nominal` beginning; words, those that are `unsure` to be verbs without that,
    one `instead` of a noun that is a participle, too, and the verbs that have their past with "to
    be".
    """

    line: re.Pattern[str]
    order: re.Pattern[str]
    object: re.Pattern[str]
    sure: re.Pattern[str]
    nominal: re.Pattern[str]
    unsure: frozenset[str]
    nouns: frozenset[str]
    instead: Mapping[str, str]
    participles: frozenset[str]
    moves: frozenset[str]
    either: frozenset[str]
    man: str
    woman: str
    has: str
    moved: str
    was: str
    itself: str


def _verb(word: str, rest: str, itself: str, rules: Rules, code: str) -> str:
    """Give the infinitive of which `word` is the third person, "" if it is no verb here."""
    known = language(code)
    every = [verb for verb in infinitives(word, code) if known.weight(verb) >= KNOWN]
    every = [verb for verb in every if forms(verb, code)[THIRD] == word]
    verb = max(every, key=known.weight, default="")
    if itself or not verb or rules.sure.match(word + rest):
        return verb
    noun = word.endswith(FEMININE) and known.weight(word + "s") >= NOUN
    noun = noun or word == forms(verb, code)[PARTICIPLE]
    told = rules.object.match(rest) if noun else True
    return verb if told and word not in rules.unsure else ""


@cache
def _rules(code: str) -> Rules | None:
    listed = language(code).table("verbs.toml")
    if not (told := listed.get("dated")):
        return None
    months = "|".join(name for month in language(code).months for name in month)
    line = (
        rf"(?P<when>(?:(?:(?:1er|[12]?\d|3[01]) )?(?i:{months}) )?"
        r"(?:1[5-9]|20)\d\d(?:[-–](?:1[5-9]|20)?\d\d)?)"
        r"(?:(?:[ \u00a0\u202f]?[:–—|]| -) ?|(?P<bare>[ \t]+)(?=[A-ZÀ-Þ]))"
        rf"(?P<itself>(?i:{told['reflexive']}))?(?P<word>[^\W\d_]{{2,}})(?P<rest>(?=[ ,.]|$).*)"
    )
    return Rules(
        line=re.compile(line),
        order=re.compile(told["order"], re.I),
        object=re.compile(told["object"]),
        sure=re.compile(told["sure"]),
        nominal=re.compile(told["nominal"]),
        moves=frozenset(listed["with_be"].split()),
        either=frozenset(listed["with_either"].split()),
        unsure=frozenset(told["unsure"].split()),
        nouns=frozenset(told["nouns"].split()),
        instead=told["instead"],
        participles=frozenset(told["participles"].split()),
        man=told["man"],
        woman=told["woman"],
        has=told["has"],
        moved=told["moved"],
        was=told["was"],
        itself=told["itself"],
    )
