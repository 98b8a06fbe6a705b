"""It and its, where a body is meant of which the text speaks, or a thing where nobody is met."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention, Pronoun, Reading
from translate.mt.coreference.rules import Pronouns, Words
from translate.mt.terms import GENDERS, Gender

HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Bodies:
    """A sentence that may speak of a body: its `text`, what was read in it, and its `english`.

    `mentions` are who is mentioned, `near` who is in the sentences before, `lines` their texts, the
    last one first; `bodies` the genders of the bodies that are their subjects, `met` the genders
    of all who are mentioned so far, `met_before` of those mentioned in other sentences.
    """

    text: str
    english: str
    reading: Reading
    mentions: Sequence[Mention]
    near: Sequence[Mention]
    lines: Sequence[str]
    bodies: Set[Gender]
    met: Set[Gender]
    met_before: Set[Gender]
    words: Words
    told: Pronouns

    def meant(self, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give those of `there`, the pronouns of the English, that stand for a body or a thing."""
        return {
            **self.offices(there),
            **self.acts(there),
            **self.nobody(there),
            **self.done(there),
            **(its_own := self.its_own(there)),
            **self.given(there, its_own),
        }

    def offices(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give the possessives of who is a body's: "regrette sa présidente"."""
        if not self.bodies or (self.lines and self.words.speaks.match(self.lines[0])):
            return {}  # "Il y a appris la patience. Ses clients": of whom that was said
        mine = [
            one
            for one in self.owned()
            if self.words.offices.match(self.text, one.start) and not self.taken(one)
        ]
        theirs = [
            one
            for one in there
            if one.gender and one.kind == "owned" and self.told.offices.match(self.english, one.end)
        ]
        if not mine or len(mine) != len(theirs):
            return {}
        done = any(one.kind == "object" for one in self.reading.pronouns)
        places = (self.words.offices.match(self.text, one.start) for one in mine)
        done |= any(one and self.words.clitic.match(self.text, one.end()) for one in places)
        if done and any(one.gender for one in there if one not in theirs):
            return {}  # "Ses salariés la décrivent": the one whom they describe
        also = self.subjects(mine[0], there) if len(mine) == 1 else []
        return dict.fromkeys([*theirs, *also], "")

    def subjects(self, owned: Pronoun, there: Sequence[Said]) -> Sequence[Said]:
        """Give the subjects that are that body too: "Son chiffre d'affaires, qu'elle cache"."""
        mine = [one for one in self.reading.pronouns if one.kind == "subject"]
        after = all(one.start > owned.end and one.level < 0 for one in mine)
        agree = all(self.bodies & {one.gender} for one in mine)
        if not after or not agree or any(not one.pronoun for one in self.mentions):
            return []
        theirs = [one for one in there if one.kind == "subject" and one.gender]
        return theirs if len(theirs) == len(mine) else []

    def owned(self) -> Sequence[Pronoun]:
        """Give the possessives of the source outside quotations."""
        return [one for one in self.reading.pronouns if one.kind == "owned" and one.level < 0]

    def taken(self, pronoun: Pronoun) -> bool:
        """Tell whether somebody stands before `pronoun`, whose it may be."""
        return any(one.start < pronoun.start and one.level < 0 for one in self.mentions)

    def acts(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give the subject that does what no person does: "Elle emploie 12 personnes"."""
        first = there[0]
        if first.kind != "subject" or not first.gender:
            return {}
        if self.words.thing_acts.match(self.text):
            return {first: ""}
        begun = self.words.it_begins.match(self.text)
        if not begun:
            return {}
        gender: Gender = "woman" if begun["woman"] else "man"
        does = self.bodies & {gender, ""} and self.words.acts.match(self.text)
        nobody = gender in self.bodies and self.met.isdisjoint({gender, ""})
        thing = bool(self.lines) and self.words.inert.search(self.lines[0])
        told = bool(self.words.speaks.match(self.text) or self.words.lives.match(self.text))
        told |= bool(thing) and not self.words.thing_may.match(self.text)
        return {first: ""} if does or (nobody and not told) else {}

    def nobody(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give the subjects of a gender of which nobody is mentioned so far: "La langue. Elle"."""
        mine = [one for one in self.reading.pronouns if one.kind == "subject"]
        some = {one.gender for one in mine}
        if len(some) != 1 or any(one.level >= 0 for one in mine) or self.met & {*some, ""}:
            return {}
        (gender,) = some
        said = self.text[: mine[0].start].endswith(HYPHEN) or self.words.speaks.match(self.text)
        if said or not self.begun(gender) or not self.words.thing_may.match(self.text):
            return {}
        theirs = [one for one in there if one.gender]
        subjects = [one for one in theirs if one.kind == "subject"]
        if len(subjects) > len(mine) or any(one.gender != gender for one in theirs):
            return {}
        alone = all(one.pronoun for one in self.mentions)
        return {one: "" for one in theirs if one in subjects or (alone and one.kind == "owned")}

    def begun(self, gender: Gender) -> bool:
        """Tell whether one of the last sentences begins with a thing whose word is of `gender`.

        Nobody may be named in them, nor told by a word that may be anybody's: "la riveraine".
        """
        lines = (self.text, *self.lines)
        if any(one[gender] for line in lines for one in self.words.somebody.finditer(line)):
            return False
        if any(map(self.words.names.search, lines)):
            return False
        found = filter(None, map(self.words.begun.match, self.lines))
        return any(one[gender] or not (one["woman"] or one["man"]) for one in found)

    def its_own(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give the possessives of a thing where nobody is met at all: "La plante. Ses fleurs"."""
        theirs = [one for one in there if one.gender]
        mine = self.owned()
        if self.met_before or not mine or not self.words.opens.match(self.text):
            return {}
        others = any(one.start != mine[0].start for one in self.mentions)
        owned = [one for one in theirs if one.kind == "owned"]
        if any(one.name for one in self.mentions):  # "Sa présidente, Ada Bo, y passe ses soirées"
            first = next((one for one in there if one.kind == "owned"), None)
            owned = [one for one in owned if one is first]
        if others or len(owned) > len(mine) or any(map(self.own, owned)) or not self.no_one:
            return {}
        return dict.fromkeys(owned, "")

    @property
    def no_one(self) -> bool:
        """Whether the sentences before speak of a body, or begin with a thing; and of nobody."""
        if self.bodies:
            return True
        somebody = any(map(self.words.somebody.search, (self.text, *self.lines)))
        return not somebody and (self.begun("woman") or self.begun("man"))

    def own(self, said: Said) -> bool:
        """Tell whether what `said` owns is somebody's, never a thing's: "his childhood"."""
        return bool(self.told.own.match(self.english, said.end))

    def given(self, there: Sequence[Said], its_own: Mapping[Said, Gender]) -> dict[Said, Gender]:
        """Give the body to which something is done: "Les clients lui doivent", nobody being met.

        Whoever else is said must be a thing, too, as those that are `its_own`.
        """
        mine = [one for one in self.reading.pronouns if one.kind == "object"]
        theirs = [one for one in there if one.kind == "object"]
        if len(mine) != 1 or len(theirs) != 1 or not theirs[0].gender or mine[0].personal:
            return {}
        known = self.met.isdisjoint(GENDERS) and all(one.pronoun for one in self.mentions)
        others = any(one.gender for one in there if one not in its_own and one not in theirs)
        return {theirs[0]: ""} if known and not others and mine[0].level < 0 and self.no_one else {}

    def done(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give the object that is a thing: "Une faute ? Je l'ai vue", where no woman is near."""
        mine = [one for one in self.reading.pronouns if one.kind == "object"]
        theirs = [one for one in there if one.kind == "object"]
        if len(mine) != 1 or len(theirs) != 1 or not theirs[0].gender or mine[0].form != "woman":
            return {}
        before = self.text[: mine[0].start]
        lines = (*self.lines[:2], before)
        if any(one["woman"] for line in lines for one in self.words.somebody.finditer(line)):
            return {}  # "La riveraine est venue. Je l'ai vue"
        told = self.text[mine[0].start : mine[0].end].split()[-1].removesuffix("e")
        said = (one.end() for one in re.finditer(rf"(?i)\b{re.escape(told)}\s", before))
        same = next(filter(None, (self.words.feminine.match(before, end) for end in said)), None)
        if same and not any(one.start < same.end() < one.end for one in self.mentions):
            return {theirs[0]: ""}
        if theirs[0].gender == "man" and self.met.isdisjoint({"woman", ""}):
            return {theirs[0]: ""}
        if self.met - {"man"} or any(one.gender != "man" for one in (*self.near, *self.mentions)):
            return {}
        return {theirs[0]: ""} if any(map(self.words.feminine.search, lines)) else {}


def met(mentions: Sequence[Mention]) -> set[Gender]:
    """Give the genders of those of `mentions` who are told by a name or a noun.

    >>> met([Mention(0, 4, "man", pronoun=True), Mention(9, 12, "woman")])
    {'woman'}
    """
    return {one.gender for one in mentions if not one.pronoun}
