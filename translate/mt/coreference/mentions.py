"""Who is mentioned in a sentence of the source, and its pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.mt.coreference.rules import Words
from translate.mt.terms import GENDERS, Gender, Named

AROUND = 60
# What is longer is no sentence; its parts are compared with each other.
LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, from `start` to `end`; `gender` is "" where it is not known.

    `name` is a full name, `pronoun` tells a personal pronoun, which may be a thing's; `aside` one
    who stands in what is said of the subject, between commas; `level` is the number of the
    quotation it stands in, -1 outside of any.
    """

    start: int
    end: int
    gender: Gender
    name: str = ""
    pronoun: bool = False
    subject: bool = False
    aside: bool = False
    level: int = -1


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun, from `start` to `end`, of a `kind` as in the English; `gender` if it tells it.

    One that is `personal` stands for somebody, or for a thing of that gender; `form` is the gender
    of a participle that agrees with it.
    """

    start: int
    end: int
    kind: str
    gender: Gender = ""
    personal: bool = False
    level: int = -1
    form: Gender = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence: who is mentioned, and its pronouns.

    `things` are the places, start and end, of firms and of things by name that are the subject,
    `clitics` those of pronouns between a subject and its verb, which may mean somebody: "Ada le
    voit".
    """

    mentions: tuple[Mention, ...]
    pronouns: tuple[Pronoun, ...]
    things: tuple[tuple[int, int], ...] = ()
    clitics: tuple[int, ...] = ()

    def things_before(self, place: int) -> list[tuple[int, int]]:
        """Give those of the `things` that begin before `place`."""
        return [one for one in self.things if one[0] < place]


def read(sentence: str, named: Sequence[Named], words: Words) -> Reading:
    """Give who is mentioned in `sentence`, beside those `named`, and its pronouns.

    >>> from translate.mt.coreference.rules import rules
    >>> found = read("Elle voit le roi et son fils.", (), rules("fr", "en")[0])
    >>> [(one.gender, one.subject) for one in found.mentions]
    [('woman', True), ('man', False), ('man', False)]
    >>> [one.kind for one in found.pronouns]
    ['subject', 'owned']
    """
    if len(sentence) > LONGEST:
        return Reading((), ())
    text = words.impersonal.sub(_masked, sentence)
    quotations = [match.span() for match in words.quoted.finditer(text)]

    def level(place: int) -> int:
        inside = (n for n, (start, end) in enumerate(quotations) if start < place < end)
        return next(inside, -1)

    def begins(place: int) -> bool:
        return bool(words.begins.search(text[max(0, place - AROUND) : place]))

    things = {(_begin(text, one, words), one.end) for one in named if one.gender == "thing"}
    things |= {match.span() for match in words.company.finditer(text)}
    begun = words.participle.match(text)
    people = [
        one
        for one in named
        if one.gender != "thing" and (one.gender or not begun or one.end > begun.end())
    ]
    found = list(_people(text, people, words))
    ends = {one.end for one in found}
    text = words.emphatic.sub(lambda it: it[0] if it.start() in ends else _masked(it), text)
    pronouns = sorted(_pronouns(text, words), key=lambda one: one.start)
    found += (
        Mention(one.start, one.end, one.gender, pronoun=True, subject=one.kind == "subject")
        for one in pronouns
        if one.personal
    )
    mentions: list[Mention] = []
    asides: list[tuple[int, int]] = []
    for one in _told_of(sorted(found, key=lambda one: one.start), text, words):
        before = text[max(0, one.start - AROUND) : one.start]
        near = (
            bool(mentions)
            and mentions[-1].subject
            and bool(words.also.fullmatch(text, mentions[-1].end, one.start))
        )
        first = begins(one.start) and not before.endswith(" et ")
        first = first or words.speaker.search(before) is not None
        subject = one.subject or (not one.pronoun and (first or near))
        inside = any(start < one.start < end for start, end in asides)
        mentions.append(replace(one, subject=subject, aside=inside, level=level(one.start)))
        if subject and (match := words.aside.match(text, one.end)):
            asides.append(match.span())
    return Reading(
        tuple(mentions),
        tuple(replace(one, level=level(one.start)) for one in pronouns),
        tuple(sorted(one for one in things if begins(one[0]) and level(one[0]) < 0)),
        tuple(one.end for one in mentions if words.clitic.match(text, one.end)),
    )


def _masked(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _told_of(found: Sequence[Mention], text: str, words: Words) -> list[Mention]:
    """Give those `found`, who is told otherwise once: "L'accusé, un ancien maire"; "ce dernier"."""
    told: list[Mention] = []
    for one in found:
        last = told[-1] if told else None
        if last and not last.gender and not last.pronoun and one.gender and not one.pronoun:
            match = words.told_of.match(text, last.end)
            if match and match.end() == one.start:
                told[-1] = replace(last, gender=one.gender)
                continue
        again = words.the_last.fullmatch(text, one.start, one.end)
        if again and last and last.gender in GENDERS and again[last.gender]:
            if not words.stressed.search(text[max(0, one.start - AROUND) : one.start]):
                told.append(replace(one, gender=last.gender))
            continue  # "sa sœur, sans le dire à cette dernière"
        told.append(one)
    return told


def _begin(text: str, one: Named, words: Words) -> int:
    """Give where a thing that is named begins, with what it is: "L'assureur Adacorp"."""
    match = words.a_thing.search(text[: one.start])
    return match.start() if match else one.start


def _people(text: str, named: Sequence[Named], words: Words) -> Iterator[Mention]:
    """Give those named and those for whom a noun stands, each once."""
    starts = {one.start: one for one in named}
    ends = {one.end: one for one in named}
    taken: list[tuple[int, int]] = [(one.start, one.end) for one in named]
    described: dict[int, tuple[int, Gender]] = {}
    nouns: tuple[tuple[Gender, re.Pattern[str]], ...] = (
        ("woman", words.woman),
        ("man", words.man),
        ("", words.anyone),
    )
    for gender, pattern in nouns:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            if words.predicate.search(text[max(0, start - AROUND) : start]):
                continue
            after = words.told_after.match(text, end)
            owned = words.owned.match(text, start)
            if after and owned and "," in after[0] and words.apart.search(text[:start]):
                after = None  # "Selon son avocat, Ada"
            one = starts.get(after.end()) if after else None
            if one and (not one.gender or gender in ("", one.gender)):  # not "son frère, Léa"
                described[one.start] = start, gender
                continue
            known = ends.get(start - 2) if text[start - 2 : start] in (", ", " (") else None
            if known and gender in ("", known.gender) and not owned:
                continue
            yield Mention(start, end, gender or _agreed(text, start, end, words))
    for place, one in starts.items():
        start, gender = described.get(place, (place, ""))
        yield Mention(start, one.end, one.gender or gender, one.name)


def _agreed(text: str, start: int, end: int, words: Words) -> Gender:
    """Give who is meant by a noun of either, as what is said of it agrees: "L'athlète est née"."""
    if not words.epicene.fullmatch(text, start, end):
        return ""
    after = text[end : end + 2 * AROUND]
    woman, man = words.agrees_woman.match(after), words.agrees_man.match(after)
    return "woman" if woman else "man" if man else ""


def _pronouns(text: str, words: Words) -> Iterator[Pronoun]:
    for match in words.subject.finditer(text):
        gender: Gender = "woman" if match["woman"] else "man"
        start, end = match.span()
        after = text[end : end + AROUND]
        if after.startswith(("-même", "-meme")):
            yield Pronoun(start, end, "self", gender)
            continue
        alone = match["woman"] and words.stressed.search(text[max(0, start - AROUND) : start])
        kind = "object" if alone and not words.does_it.match(after) else "subject"
        yield Pronoun(start, end, kind, gender, personal=True)
    for match in words.given.finditer(text):
        start, end = match.span()
        after = text[end : end + AROUND]
        if after.startswith(("-même", "-meme")):
            yield Pronoun(start, end, "self", "man")
            continue
        alone = words.stressed.search(text[max(0, start - AROUND) : start])
        alone = alone if not words.infinitive.match(after) else None  # "de lui faire subir"
        if alone or words.stressed_after.match(after):
            kind = "subject" if after.startswith(" qui ") else "object"
            yield Pronoun(start, end, kind, "man", personal=True)
        else:
            yield Pronoun(start, end, "object")
    for match in words.held.finditer(text):
        form: Gender = "woman" if match["woman"] else "man" if match["man"] else ""
        told: Gender = "woman" if form == "woman" else ""  # "Ada, je l'ai vu" is often written so
        start = match.start("at" if match["at"] else 0)
        yield Pronoun(start, match.end(), "object", told, form=form)
    for match in words.to_whom.finditer(text):
        gender = "woman" if match["woman"] else "man"
        yield Pronoun(match.start(), match.end(), "object", gender, form=gender)
    for match in words.owned.finditer(text):
        yield Pronoun(match.start(), match.end(), "owned")
