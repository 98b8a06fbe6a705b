"""Which of the people named in a text are women and which are men: by all that the text tells.

Titles, what somebody is said to be, participles that agree, first names and pronouns weigh as
evidence. Where it parts, or is thin, there is no answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from translate.languages import common, language, names_in_a_row
from translate.languages.words import capital_within, fold, fold_word
from translate.mt.terms import GENDERS, Gender, Named
from translate.names.forms import is_person, surname
from translate.names.glossary import Name
from translate.names.spelling import no_first_names
from translate.names.unlisted import is_ordinary

AROUND = 60
# How much each kind of evidence weighs, what is needed for an answer, and twice the other side is
# taken from it.
TITLE, TOLD, FIRST, PRONOUN = 4, 3, 2, 1
ENOUGH = 2


@dataclass(slots=True)
class Evidence:
    """What tells of one person: the weight for a woman, for a man, for nobody, and for a firm."""

    woman: int = 0
    man: int = 0
    nobody: bool = False
    somebody: bool = False
    firm: bool = False

    def add(self, gender: Gender, weight: int) -> None:
        """Count `weight` for `gender`."""
        if gender == "woman":
            self.woman += weight
        elif gender == "man":
            self.man += weight

    @property
    def gender(self) -> Gender:
        """The answer, if there is one."""
        if self.woman - 2 * self.man >= ENOUGH:
            return "woman"
        return "man" if self.man - 2 * self.woman >= ENOUGH else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands, with its title, if any; `thing`: there it looks like a thing's."""

    start: int
    end: int
    name: str
    title: Gender = ""
    thing: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is more than one word."""
        return " " in self.name


@dataclass(slots=True)
class Known:
    """What is known of the people of a text, by their names."""

    owners: Mapping[str, frozenset[str]]  # the full names that a surname or first name is part of
    evidence: Mapping[str, Evidence]

    def name(self, place: Place) -> str:
        """Give the full name of who is named at `place`, as far as it is one person's."""
        owners = self.owners.get(place.name, frozenset())
        return next(iter(owners)) if len(owners) == 1 else place.name

    def of(self, place: Place) -> Evidence:
        """Give what tells of who is named at `place`."""
        return self.evidence[self.name(place)]

    def gender(self, place: Place) -> Gender:
        """Give the gender of who is named at `place`; one of several must be as the others are."""
        owners = self.owners.get(place.name) or {place.name}
        genders = {self.evidence[name].gender for name in owners}
        if place.title and place.title not in genders:
            return place.title
        return genders.pop() if len(genders) == 1 else ""


def people(
    sentences: Sequence[str], code: str, names: Mapping[str, Name], things: Container[str]
) -> list[list[Named]]:
    """Give for each of `sentences`, of one text in language `code`, who is named in it.

    `names` are those of a glossary by their canonical spellings, `things` the spellings of those
    that are nobody. Names that are nobody's are left out, but those of firms, which are things.

    >>> found = people(["Mme Dupin voit Jean Zay.", "Zay est parti."], "fr", {}, ())
    >>> [[(one.name, one.gender) for one in some] for some in found]
    [[('Dupin', 'woman'), ('Jean Zay', 'man')], [('Jean Zay', 'man')]]
    >>> [(one.name, one.gender) for one in people(["OpenAI voit Ada Bo."], "fr", {}, ())[0]]
    [('OpenAI', 'thing'), ('Ada Bo', 'woman')]
    """
    rules = _rules(code)
    if rules is None:
        return [[] for _ in sentences]
    places = [list(_places(sentence, rules)) for sentence in sentences]
    known = Known(_owners(sentences, places, code), defaultdict(Evidence))
    for sentence, some in zip(sentences, places, strict=True):
        for place in some:
            _weigh(place, sentence, known, rules)
    inside = set(_inside(sentences, places))
    for name, evidence in known.evidence.items():
        evidence.somebody |= name in names and is_person(names[name])
        evidence.add(_called(name, code, inside=name in inside), FIRST)
    firms = {p for some in places for p in some if _is_firm(p, known, things, rules)}
    there = [
        [p for p in some if p in firms or _is_somebody(p, known, things, code)] for some in places
    ]
    _pronouns(sentences, there, firms, known, rules)
    return [
        [
            Named(p.start, p.end, p.name, "thing")
            if p in firms
            else Named(p.start, p.end, known.name(p), known.gender(p))
            for p in some
        ]
        for some in there
    ]


def _places(sentence: str, rules: Rules) -> Iterator[Place]:
    for match in names_in_a_row().finditer(sentence):
        start, words = match.start(), match[0].split(" ")
        title: Gender = ""
        if elided := rules.elided.match(words[0]):  # L'actrice Ada Bo, D'Ada Bo
            rest = words[0][elided.end() :]
            if rest[:1].isupper():
                words[0] = rest
                start += elided.end()
            else:
                start += len(words.pop(0)) + 1
        while len(words) > 1:
            word = words[0].rstrip(".")
            told = rules.titles.get(word, "")
            if not told and fold_word(word) not in no_first_names():
                break
            title = told or title
            start += len(words.pop(0)) + 1
        if not words:
            continue
        name, before = " ".join(words), fold(sentence[max(0, start - AROUND) : start]).lower()
        thing = _is_branded(name, rules) or any(sign.search(before) for sign in rules.of)
        yield Place(start, match.end(), name, title, thing)


def _is_branded(name: str, rules: Rules) -> bool:
    """Tell whether `name` has a capital within a word as firms write theirs, no McGregor."""
    return capital_within(name) and not rules.family.match(name)


def _owners(
    sentences: Sequence[str], places: Sequence[Sequence[Place]], code: str
) -> dict[str, frozenset[str]]:
    """Give the full names that each surname, and each first name, of the text is part of."""
    owners: dict[str, set[str]] = defaultdict(set)
    called_so = frozenset[str]().union(*_first_names(code).values())
    for sentence, some in zip(sentences, places, strict=True):
        for place in some:
            if place.whole and not place.title:
                first = place.name.split(" ")[0]
                called = {first} if fold_word(first) in called_so else set()
                for part in {surname(place.name)} - {""} | called:
                    owners[part].add(place.name)
        for one, other in pairwise(some):  # Pierre et Marie Curie
            if other.whole and not one.whole and sentence[one.end : other.start] == " et ":
                owners[surname(other.name)].add(f"{one.name} {surname(other.name)}")
    return {part: frozenset(whole) for part, whole in owners.items()}


def _weigh(place: Place, sentence: str, known: Known, rules: Rules) -> None:
    """Count what stands around `place` in `sentence`."""
    evidence = known.of(place)
    before = sentence[max(0, place.start - AROUND) : place.start]
    after = sentence[place.end : place.end + 2 * AROUND]
    if place.title:
        evidence.add(place.title, TITLE)
        evidence.somebody = True
    person = " " in known.name(place)
    for gender, signs in rules.told.items():
        named = signs.before.search(before)
        if named or (person and (signs.after.search(after) or signs.agrees.search(after))):
            evidence.add(gender, TOLD)
            evidence.somebody = True
    evidence.nobody = evidence.nobody or bool(rules.nobody.search(before))
    firm = rules.firm.search(before) or rules.founded.search(before) or rules.has.search(after)
    evidence.firm = evidence.firm or bool(firm)


def _inside(sentences: Sequence[str], places: Sequence[Sequence[Place]]) -> Iterator[str]:
    """Give the names that stand inside one of the `sentences`, where words have no capital."""
    for sentence, some in zip(sentences, places, strict=True):
        for place in some:
            if sentence[: place.start].rstrip(" ,")[-1:].isalnum():
                yield place.name


def _called(name: str, code: str, *, inside: bool = False) -> Gender:
    """Give whose first name begins `name`; "" where nothing or both is told.

    An ordinary word is one where it stands `inside` a sentence, with its capital: "voit Claire".
    """
    first, _, rest = name.partition(" ")
    word = fold_word(first.split("-", maxsplit=1)[0])
    woman, man = (word in _first_names(code)[one] for one in GENDERS)
    if woman == man or not (rest or inside or not is_ordinary(first, language(code))):
        return ""
    return "woman" if woman else "man"


@cache
def _first_names(code: str) -> Mapping[Gender, frozenset[str]]:
    """Give the first names of women and of men, those that the language alone knows too."""
    told = language(code).gender.get("first", {})
    kinds: tuple[tuple[Gender, str], ...] = (("woman", "women"), ("man", "men"))
    return {one: common(kind).union(told.get(one, "").split()) for one, kind in kinds}


def _is_somebody(place: Place, known: Known, things: Container[str], code: str) -> bool:
    """Tell whether a person is named at `place`, or what may be one."""
    name, evidence = known.name(place), known.of(place)
    if name in things or place.name in things or name in _firms_called_so(code):
        return False
    if evidence.somebody:
        return True
    if " " in name:
        return bool(evidence.gender) or (not evidence.nobody and is_person(Name(name)))
    spoken = language(code)
    thing = evidence.nobody or place.thing or name.isupper() or name in _places_called_so(code)
    thing |= name in spoken.renamed and not _called(name, code)  # "Sophie" is somebody
    return not thing and (bool(evidence.gender) or not is_ordinary(name, spoken))


@cache
def _places_called_so(code: str) -> frozenset[str]:
    """Give the first names of people that places have too."""
    return frozenset(language(code).gender["nobody"]["places"].split())


@cache
def _firms_called_so(code: str) -> frozenset[str]:
    """Give the names of firms that are called as people are."""
    return frozenset(language(code).gender["nobody"]["firms"].split("|"))


def _is_firm(place: Place, known: Known, things: Container[str], rules: Rules) -> bool:
    """Tell whether a firm is named at `place`, or another thing by name that does something."""
    evidence = known.of(place)
    if place.name in things:
        return True
    if evidence.somebody or evidence.gender or place.name in known.owners:
        return False
    brand = _is_branded(place.name, rules) or place.name in common("brands")
    trade = place.whole and rules.trade.search(place.name)
    return evidence.firm or bool(trade) or (brand and not place.whole)


def _pronouns(
    sentences: Sequence[str],
    there: Sequence[Sequence[Place]],
    firms: Container[Place],
    known: Known,
    rules: Rules,
) -> None:
    """Count "elle" and "il" where they mean the only person who is named, and no firm."""
    last: Place | None = None
    before = ""
    for some, sentence in zip(there, sentences, strict=True):
        people = [p for p in some if p not in firms]
        names = {*map(known.name, people)}
        if last and names <= {known.name(last)} and (match := rules.goes_on.match(sentence)):
            if not rules.impersonal.search(sentence):
                _told_of(last, match, before, known, rules)
            continue
        last, before = people[0] if len(names) == 1 else None, sentence
        if last and len(people) < len(some) and known.of(last).gender:
            last = None
        if last and (match := rules.within.search(sentence, last.end)):
            _told_of(last, match, sentence[: match.start()], known, rules)


def _told_of(place: Place, pronoun: re.Match[str], before: str, known: Known, rules: Rules) -> None:
    """Count a `pronoun` for who is named at `place`, if no other it may mean stands `before`."""
    gender: Gender = "woman" if pronoun["woman"] else "man"
    if not rules.nouns[gender].search(before):
        known.of(place).add(gender, PRONOUN)


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands before and after the name of a woman, or of a man, and what agrees with it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    agrees: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a language tells, ready for use."""

    titles: Mapping[str, Gender]
    told: Mapping[Gender, Signs]
    elided: re.Pattern[str]
    family: re.Pattern[str]
    of: Sequence[re.Pattern[str]]
    nobody: re.Pattern[str]
    firm: re.Pattern[str]
    trade: re.Pattern[str]
    founded: re.Pattern[str]
    has: re.Pattern[str]
    impersonal: re.Pattern[str]
    within: re.Pattern[str]
    nouns: Mapping[Gender, re.Pattern[str]]
    goes_on: re.Pattern[str]


@cache
def _rules(code: str) -> Rules | None:
    gender = language(code).gender
    told = gender.get("evidence")
    if not told:
        return None
    kinds = (
        told["before"]
        for kind, told in language(code).kinds.items()
        if kind != "person" and "before" in told
    )
    return Rules(
        {word: one for one in GENDERS for word in gender["titles"][one].split()},
        {
            one: Signs(
                *(re.compile(told[f"{sign}_{one}"]) for sign in ("before", "after", "agrees"))
            )
            for one in GENDERS
        },
        re.compile(gender["nobody"]["elided"]),
        re.compile(gender["nobody"]["family"]),
        [re.compile(one) for one in (gender["nobody"]["of"], *kinds)],
        re.compile(gender["nobody"]["before"]),
        re.compile(gender["nobody"]["firm"]),
        re.compile(gender["nobody"]["trade"]),
        re.compile(gender["nobody"]["founded"]),
        re.compile(gender["nobody"]["has"]),
        re.compile(gender["pronouns"]["impersonal"]),
        re.compile(told["within"]),
        {one: re.compile(gender["mentions"][one]) for one in GENDERS},
        re.compile(told["goes_on"]),
    )
