"""What two languages tell of people and pronouns, ready for use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from translate.languages import language
from translate.mt.terms import Gender


@dataclass(frozen=True, slots=True)
class Words:
    """The source: who is mentioned, and its pronouns; each pattern is told in fr/gender.toml."""

    woman: re.Pattern[str]
    man: re.Pattern[str]
    anyone: re.Pattern[str]
    predicate: re.Pattern[str]
    told_after: re.Pattern[str]
    impersonal: re.Pattern[str]
    subject: re.Pattern[str]
    owned: re.Pattern[str]
    given: re.Pattern[str]
    held: re.Pattern[str]
    to_whom: re.Pattern[str]
    does_it: re.Pattern[str]
    stressed: re.Pattern[str]
    infinitive: re.Pattern[str]
    stressed_after: re.Pattern[str]
    begins: re.Pattern[str]
    also: re.Pattern[str]
    aside: re.Pattern[str]
    speaks: re.Pattern[str]
    lives: re.Pattern[str]
    clitic: re.Pattern[str]
    thing: re.Pattern[str]
    of_a_man: re.Pattern[str]
    of_a_woman: re.Pattern[str]
    quoted: re.Pattern[str]
    verb: re.Pattern[str]
    goes_on: re.Pattern[str]
    everybody: re.Pattern[str]
    company: re.Pattern[str]
    about: re.Pattern[str]
    hires: re.Pattern[str]
    who: re.Pattern[str]
    apart: re.Pattern[str]
    spoken: re.Pattern[str]
    close: re.Pattern[str]
    does: re.Pattern[str]
    relative: re.Pattern[str]
    subjects: re.Pattern[str]
    judged: re.Pattern[str]
    reason: re.Pattern[str]
    of: re.Pattern[str]
    several: re.Pattern[str]
    theirs: re.Pattern[str]
    latter: re.Pattern[str]
    whom: re.Pattern[str]
    meeting: re.Pattern[str]
    offices: re.Pattern[str]
    opens: re.Pattern[str]
    acts: re.Pattern[str]
    it_begins: re.Pattern[str]
    thing_acts: re.Pattern[str]
    thing_may: re.Pattern[str]
    inert: re.Pattern[str]
    begun: re.Pattern[str]
    somebody: re.Pattern[str]
    names: re.Pattern[str]
    hers: re.Pattern[str]
    participle: re.Pattern[str]
    emphatic: re.Pattern[str]
    speaker: re.Pattern[str]
    the_last: re.Pattern[str]
    carries_on: re.Pattern[str]
    leads: re.Pattern[str]
    blames: re.Pattern[str]
    epicene: re.Pattern[str]
    agrees_woman: re.Pattern[str]
    agrees_man: re.Pattern[str]
    told_of: re.Pattern[str]
    instead: re.Pattern[str]
    whose: re.Pattern[str]
    latest: re.Pattern[str]
    even: re.Pattern[str]
    goes_on_to: re.Pattern[str]
    a_thing: re.Pattern[str]
    parallel: re.Pattern[str]
    some_people: re.Pattern[str]
    feminine: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The target: each pronoun by its kind and gender, and how the two words "her" are told.

    `things` are the kinds of those of a thing; `own` is what belongs to somebody, never to a thing,
    `done` what may be of either, but is somebody's where one is spoken of; `firms` is a firm's,
    `offices` a body's, `acts` a verb before its object, `them` several to whom it is done,
    `theirs` what is theirs; `this` begins a sentence that should begin with `latter`,
    `joins` stands between two things that one does.
    """

    forms: Mapping[str, Mapping[Gender, str]]
    things: Mapping[str, str]
    any: re.Pattern[str]
    either: re.Pattern[str]
    own: re.Pattern[str]
    done: re.Pattern[str]
    firms: re.Pattern[str]
    offices: re.Pattern[str]
    acts: re.Pattern[str]
    them: re.Pattern[str]
    theirs: re.Pattern[str]
    this: re.Pattern[str]
    joins: re.Pattern[str]
    latter: str
    after_object: frozenset[str]
    before_either: frozenset[str]


@cache
def rules(source: str, target: str) -> tuple[Words, Pronouns] | None:
    """Give what is told of the languages, None where it is not told of both.

    >>> rules("fr", "en")[1].forms["owned"]["man"], rules("de", "en")
    ('his', None)
    """
    told, other = language(source).gender, language(target).gender
    if "mentions" not in told or "her" not in other:
        return None
    mentions, pronouns = told["mentions"], told["pronouns"]
    words = Words(
        **{name: re.compile(mentions[name]) for name in ("woman", "man", "anyone", "predicate")},
        **{name: re.compile(told["evidence"][name]) for name in ("agrees_woman", "agrees_man")},
        told_after=re.compile(rf",? ?{told['between']['after']},? "),
        **{name: re.compile(said) for name, said in pronouns.items()},
    )
    forms = other["pronouns"]
    things = {word: kind for kind, word in other["things"].items()}
    every = sorted({form for kind in forms.values() for form in kind.values()} | things.keys())
    return words, Pronouns(
        forms,
        things,
        any=re.compile(rf"(?i)\b(?:{'|'.join(every)})\b"),
        either=re.compile(other["unsaid"]["either"]),
        **{name: re.compile(said) for name, said in other["somebody"].items()},
        latter=other["the"]["latter"],
        after_object=frozenset(other["her"]["after"].split()),
        before_either=frozenset(other["her"]["before"].split()),
    )
