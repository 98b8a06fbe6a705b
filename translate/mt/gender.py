"""She and her where a woman is meant and nobody else can be: set right in the English.

A model takes "son livre" for "his book" where nothing in the sentence tells it whose it is. What is
not certain stays as the model has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from translate.languages import language, names_in_a_row
from translate.languages.words import with_capital_of
from translate.mt.terms import People
from translate.mt.units import Repair

AROUND = 12
BEGINNING = re.compile(r"[ «\"“–(-]*+")  # what stands before the first word of a sentence


@dataclass(frozen=True, slots=True)
class Meant:
    """Whether `women` are meant in a sentence, and `others`, or somebody who may be one."""

    women: bool
    others: bool


@dataclass(frozen=True)
class Speaking:
    """How the people of one text are spoken of: its `sentences` and the `people` named in it.

    >>> she = Speaking(("Ada Bo écrit son livre.",), People(frozenset(["Ada Bo"])), ("fr", "en"))
    >>> she.mended("Ada Bo écrit son livre.", "Ada Bo writes his book.")[0]
    'Ada Bo writes her book.'
    """

    sentences: Sequence[str]
    people: People
    pair: tuple[str, str]

    def mended(self, source: str, english: str, before: str = "") -> tuple[str, tuple[Repair, ...]]:
        """Give `english`, that of the sentence `source`, set right, and what was changed.

        Where the sentence `before` speaks of others alone, it may go on about them.
        """
        rules = _rules(*self.pair)
        if rules is None or not rules.he.search(english) or rules.english_man.search(english):
            return english, ()
        owned = bool(rules.owned.search(source))
        if rules.his.search(english) and not owned:
            return english, ()
        meant = self.meant(source, english)
        hers = not meant.women and (owned or bool(rules.given.search(source))) and self.only_women
        if meant.others or not (meant.women or hers):
            return english, ()
        last = self.meant(before, "")
        if last.others and not last.women:
            return english, ()
        repairs: list[Repair] = []

        def put(match: re.Match[str]) -> str:
            follows = re.match(r" \w", english[match.end() :])
            said = rules.she if follows else {**rules.she, **rules.alone}
            new = with_capital_of(match[0], said[match[0].lower()])
            repairs.append(Repair("gender", match[0], new))
            return new

        return rules.he.sub(put, english), tuple(repairs)

    @cached_property
    def only_women(self) -> bool:
        """Whether women are meant in the text and nobody else."""
        meant = [self.meant(sentence, "") for sentence in self.sentences]
        return any(one.women for one in meant) and not any(one.others for one in meant)

    def meant(self, source: str, english: str) -> Meant:
        """Give who is meant in the sentence `source`; `english` tells a person from a thing."""
        rules = _rules(*self.pair)
        if rules is None:
            return Meant(False, False)
        text = rules.impersonal.sub(" ", source)
        others = bool(rules.others.search(text) or rules.man.search(text))
        women = bool(rules.woman.search(text))
        if rules.pronoun.search(text):
            women = women or bool(rules.her.search(english))
        objects = bool(rules.object.search(text))
        for match in names_in_a_row(alone=True).finditer(text):
            woman = self.named(match, text, rules)
            women, others = women or woman is True, others or woman is False
            objects = objects or (woman is True and bool(rules.after.match(text, match.end())))
        return Meant(women, others or (women and objects))

    def named(self, match: re.Match[str], text: str, rules: Rules) -> bool | None:
        """Tell whether a woman is named; None: no person is, False: it may be somebody else."""
        name = match[0]
        first, _, rest = name.partition(" ")
        last = name.split(" ")[-1]
        if first.rstrip(".") in rules.titles and rest:
            return True
        if name in self.people.women or last in self.people.women:
            return True
        if name in self.people.others or last in self.people.others:
            return False
        if name in self.people.things or rest in self.people.things:
            return None
        begins = BEGINNING.fullmatch(text, 0, match.start())
        if begins and not rest:
            return None
        acronym = name.isupper() and len(name) > 1
        thing = rules.before_thing.search(text[max(0, match.start() - AROUND) : match.start()])
        return None if acronym or thing else False


@dataclass(frozen=True, slots=True)
class Rules:
    """What both languages tell, ready for use."""

    woman: re.Pattern[str]
    others: re.Pattern[str]
    man: re.Pattern[str]
    impersonal: re.Pattern[str]
    owned: re.Pattern[str]
    given: re.Pattern[str]
    his: re.Pattern[str]
    pronoun: re.Pattern[str]
    object: re.Pattern[str]
    after: re.Pattern[str]
    before_thing: re.Pattern[str]
    titles: frozenset[str]
    he: re.Pattern[str]
    her: re.Pattern[str]
    english_man: re.Pattern[str]
    she: Mapping[str, str]
    alone: Mapping[str, str]


@cache
def _rules(source: str, target: str) -> Rules | None:
    told, other = language(source).gender, language(target).gender
    if not (told.get("owned") and other.get("she")):
        return None
    lists = {name: "|".join(told[name].split()) for name in ("women", "men")}
    return Rules(
        re.compile(told["woman"].replace("{women}", lists["women"])),
        re.compile(told["others"]),
        re.compile(told["man"].replace("{men}", lists["men"])),
        re.compile(told["impersonal"]),
        re.compile(told["owned"]),
        re.compile(told["given"]),
        re.compile(other["his"], re.I),
        re.compile(told["pronoun"]),
        re.compile(told["object"].replace("{women}", lists["women"])),
        re.compile(told["after"]),
        re.compile(told["before_thing"]),
        frozenset(told["titles"].split()),
        re.compile(rf"(?i)\b(?:{'|'.join(other['she'])})\b"),
        re.compile(other["her"], re.I),
        re.compile(other["man"]),
        other["she"],
        other["alone"],
    )
