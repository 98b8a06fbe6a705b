"""What a language's folder holds, part by part, as the rest of the program asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from translate.languages.words import NEVER

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words (`numbers.toml`): their values, and how they are put together.

    `scales` are the words that multiply what stands before them, `joins` those that may stand
    between two number words, `times` pairs of values that are multiplied though the second is no
    scale; `several` is what stands before a plural; `idioms` are, by the target language, patterns
    of both sides in which a number may go.
    """

    words: dict[str, float]
    scales: dict[str, float]
    joins: frozenset[str]
    times: frozenset[tuple[int, int]]
    idioms: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]
    several: re.Pattern[str] | None

    @classmethod
    def read(cls, table: dict[str, Any]) -> Numbers:
        """Give the number words that `table` tells."""
        return cls(
            table.get("words", {}),
            table.get("scales", {}),
            frozenset(table.get("joins", ())),
            frozenset((a, b) for a, b in table.get("times", ())),
            {
                target: tuple((re.compile(i["if"]), re.compile(i["then"])) for i in idioms)
                for target, idioms in table.get("idioms", {}).items()
            },
            re.compile(table["several"], re.I) if "several" in table else None,
        )


@dataclass(frozen=True, slots=True)
class SentenceEnds:
    """What the ends of sentences depend on (`sentences.toml`): abbreviations, words that begin one.

    A line that ends in one of `open`, or is followed by a small `joining` word, is broken inside a
    sentence. `clauses` are the places where a long sentence is cut, the best first. A language that
    tells nothing has none but these. A line that is a `day` alone, or has none but `hours` below
    it, is one of its own.
    """

    titles: frozenset[str] = NONE
    counted: frozenset[str] = NONE
    other: frozenset[str] = NONE
    starters: frozenset[str] = NONE
    subjects: frozenset[str] = NONE
    auxiliaries: frozenset[str] = NONE
    open: frozenset[str] = NONE
    joining: frozenset[str] = NONE
    attributions: tuple[str, ...] = ()
    clauses: tuple[re.Pattern[str], ...] = (re.compile(r"(?<=[;:,])\s+"), re.compile(r"\s+"))
    letters: frozenset[str] = NONE
    day: re.Pattern[str] = NEVER
    hours: re.Pattern[str] = NEVER

    @classmethod
    def read(cls, table: dict[str, Any], short_months: Collection[str]) -> SentenceEnds:
        """Give what `table` tells; abbreviations of months are `counted` and `other` ones."""
        values: dict[str, Any] = {}
        table = {"counted": [], "other": [], **table}
        for key, value in table.items():
            if key == "clauses":
                values[key] = tuple(re.compile(pattern) for pattern in value)
            elif key in ("day", "hours"):
                values[key] = re.compile(value)
            elif key == "letters":
                values[key] = frozenset(value + value.upper())
            else:
                values[key] = tuple(value) if key == "attributions" else frozenset(value)
        for key in ("counted", "other"):
            values[key] |= frozenset(short_months)
        return cls(**values)


@dataclass(frozen=True, slots=True)
class NameForms:
    """How names are told from other capitalised words: what each means stands in `names.toml`."""

    within: re.Pattern[str]
    item: re.Pattern[str]
    elided: re.Pattern[str]
    pointed: re.Pattern[str]
    numeral: re.Pattern[str]
    command: re.Pattern[str]
    noun: re.Pattern[str]
    people: re.Pattern[str]
    one: re.Pattern[str]
    several: re.Pattern[str]
    inflected: re.Pattern[str]
    counted: re.Pattern[str]
    unit_letters: int
    joined: re.Pattern[str]
    particles: frozenset[str]
    families: frozenset[str]
    of: re.Pattern[str]
    surely: re.Pattern[str]
    royal: re.Pattern[str]
    verb: re.Pattern[str] = NEVER
    joins: re.Pattern[str] = NEVER
    behind: re.Pattern[str] = NEVER
    regions: re.Pattern[str] = NEVER
    family: re.Pattern[str] = NEVER
    future: re.Pattern[str] = NEVER
    further: re.Pattern[str] = NEVER

    @classmethod
    def read(cls, table: dict[str, Any]) -> NameForms:
        """Give the forms that `table` tells."""
        kinds: dict[type, Callable[..., Any]] = {str: re.compile, list: frozenset, int: int}
        return cls(**{key: kinds[type(value)](value) for key, value in table.items()})


@dataclass(frozen=True, slots=True)
class Trial:
    """Sentences by which a model is tried; {} and {1} in the `carriers` are places of symbols."""

    sentences: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accents:
    """How lost letters are put back: what each means stands in `repair.toml`.

    `weight` is the one of the language's lexicon.
    """

    weight: Callable[[str], float]
    letters: str
    elided: frozenset[str]
    vowels: frozenset[str]
    alone: str
    never_after_alone: frozenset[str]
    one_letter: frozenset[str]
    no_break_spaces: bool

    @classmethod
    def read(cls, table: dict[str, Any], weight: Callable[[str], float]) -> Accents:
        """Give what `table` and the lexicon tell."""
        lists = ("elided", "vowels", "never_after_alone", "one_letter")
        told: dict[str, Any] = {k: frozenset(v) if k in lists else v for k, v in table.items()}
        return cls(weight, **told)


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Give `pattern` with each of its `parts`, named in braces, in its place as a group.

    >>> filled("a{2} {word}", {"word": "b|c"})
    'a{2} (?:b|c)'
    """

    def part(match: re.Match[str]) -> str:
        return f"(?:{parts[match[1]]})" if match[1] in parts else match[0]

    return re.sub(r"\{([a-z]+)\}", part, pattern)


def genders_in(table: dict[str, Any]) -> dict[str, Any]:
    """Give what `table`, of `gender.toml`, tells, its lists and parts put into its patterns.

    >>> told = {"people": {"man": "roi duc"}, "mentions": {"man": "le {man}"}}
    >>> genders_in(told)["mentions"]["man"]
    'le (?:roi|duc)'
    """
    people, between = (table.get(name, {}) for name in ("people", "between"))
    parts = {**between, **{name: "|".join(words.split()) for name, words in people.items()}}
    return {
        name: {
            key: filled(said, parts) if isinstance(said, str) else said
            for key, said in section.items()
        }
        for name, section in table.items()
    }
