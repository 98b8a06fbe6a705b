"""It and its, where somebody is meant: he, she, him, her and his."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention, Pronoun, Reading
from translate.mt.coreference.rules import Pronouns, Words
from translate.mt.terms import GENDERS, Gender

APPOSED = ", "  # before who is named beside what he is


@dataclass(frozen=True, slots=True)
class Its:
    """A sentence whose English says it or its: its `text`, what was read in it, its `english`.

    `mentions` are who is mentioned, `topic` is of whom the sentences before speak (None: nobody,
    "": not clear), `last` who is mentioned in the last one, `told_last` its text, and `firm_last`
    tells whether a firm stands in it.
    """

    text: str
    english: str
    reading: Reading
    mentions: Sequence[Mention]
    topic: Gender | None
    last: Sequence[Mention]
    told_last: str
    firm_last: bool
    words: Words
    told: Pronouns

    def meant(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give those of `there`, the pronouns of the English, that stand for somebody.

        One of them at least is a thing's.
        """
        speaks = self.speaks(there)
        as_told = [replace(one, gender=speaks.get(one, one.gender)) for one in there]
        return {
            **speaks,
            **self.carries_on(there),
            **self.owners(there, as_told),
            **self.ahead(there),
            **self.done(there),
            **self.latter(there),
        }

    def speaks(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give that the "it" at the beginning is the one who alone can speak so."""
        first = there[0].kind == "subject" and not there[0].gender and not there[0].start
        speaks = self.words.speaks.match(self.text)
        if not first or not speaks:
            return self.goes_on(there)
        gender: Gender = "woman" if speaks["woman"] else "man"
        said = any(one.subject and one.gender == gender for one in self.last)
        alone = self.topic == gender and any(one.gender == gender for one in self.last)
        if not (said or alone) or self.firm_last:
            return {}
        its = [one for one in there if one.kind == "subject" and not one.gender]
        mine = [one.gender for one in self.reading.pronouns if one.kind == "subject"]
        all_one = mine == [gender] * len(its)
        return dict.fromkeys(its if all_one else its[:1], gender)

    def goes_on(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give that the "it" that begins is the woman of whom alone the last sentence speaks."""
        its = [one for one in there if one.kind == "subject" and not one.gender]
        women = [one for one in self.reading.pronouns if one.kind == "subject"]
        if len(its) != 1 or len(women) != 1 or women[0].gender != "woman" or self.topic != "woman":
            return {}
        if len(self.english[: its[0].start].split()) > 1:  # "She says that it"; "However, it"
            return {}
        if self.words.acts.match(self.text) or self.words.thing_acts.match(self.text):
            return {}
        begins = self.words.goes_on.match(self.text)
        said = bool(self.last) and self.last[0].subject and self.last[0].gender == "woman"
        said = said and not self.last[0].pronoun  # "La notion, telle qu'elle est dite, va. Elle"
        return {its[0]: "woman"} if begins and said and not self.firm_last else {}

    def carries_on(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give that the only "it" is who does what goes before: "Ada rit, mais elle a peur"."""
        its = [one for one in there if one.kind == "subject" and not one.gender]
        mine = [one for one in self.reading.pronouns if one.kind == "subject"]
        if len(its) != 1 or len(mine) != 1 or mine[0].level >= 0 or self.reading.things:
            return {}
        if not self.told.joins.search(self.english[: its[0].start]):
            return {}  # "Ada did not believe it and she left"
        before = [one for one in self.mentions if one.start < mine[0].start]
        if not self.words.carries_on.search(self.text[: mine[0].start]) or len(before) != 1:
            return {}
        (first,) = before
        known = first.subject and first.name and first.gender == mine[0].gender
        return {its[0]: first.gender} if known else {}

    def owners(self, there: Sequence[Said], as_told: Sequence[Said]) -> dict[Said, Gender]:
        """Give whose the possessives "its" are, where each stands for one of the source.

        `as_told` are those of `there` as they are, the subjects being set right.
        """
        theirs = [one for one in there if one.kind == "owned"]
        mine = [one for one in self.reading.pronouns if one.kind == "owned"]
        if len(theirs) != len(mine):
            return {}
        return {
            one: gender
            for owned, one in zip(mine, theirs, strict=True)
            if not one.gender and owned.level < 0 and (gender := self.owner(owned, one, as_told))
        }

    def owner(self, owned: Pronoun, its: Said, there: Sequence[Said]) -> Gender:
        """Give whose the possessive `owned` is, which is `its` in the English; "" a thing's.

        "Altman tells its staff": the subject is who owns it. "The board accepts its resignation":
        nobody is mentioned, so that it is of whom the last ones spoke.
        """
        bound = self.words.subjects.match(self.text, owned.start)
        own = self.told.own.match(self.english, its.end)
        if own and (only := self.alone(owned)):
            return only
        said = any(one.kind == "subject" and one.gender for one in there)
        for one in self.reading.mentions if said else self.mentions:
            if one.end > owned.start:
                break
            aside = self.words.aside.match(self.text, one.end)
            if aside and any(aside.start() < other.start < aside.end() for other in self.mentions):
                continue  # "Léa, Kim et Zoé rient, et la première agence, Nor, ouvre ses portes"
            verb = self.text[aside.end() if aside else one.end : owned.start]
            if one.name and self.text[: one.start].endswith(APPOSED):
                verb = verb.removeprefix(",")  # "Le patron du bar, Paul Bo, ouvre son bar"
            told = one.name or self.is_told(one.gender, there)
            # A man's noun may be a firm's ("le vendeur"), a woman's is not.
            acts = one.subject and (told or (one.gender == "woman" and not one.pronoun))
            acts = acts and (not one.pronoun or one.gender == self.topic)
            if who := self.words.who.match(verb):
                acts, verb = True, verb[who.end() :]
            if acts and one.gender and (bound or self.words.verb.fullmatch(verb)):
                return one.gender
        topic = self.topic if own else ""
        return topic if topic and not self.mentions else ""

    def alone(self, owned: Pronoun) -> Gender:
        """Give the subject by name before `owned`, what is owned by nobody else who is mentioned.

        "Ada Bo, restée à Milan, dirige tout depuis la chambre de ses parents".
        """
        before = [one for one in self.mentions if one.start < owned.start]
        if len(before) != 1 or not (before[0].subject and before[0].name):
            return ""
        things = self.reading.things_before(owned.start)
        return before[0].gender if before[0].end <= owned.start and not things else ""

    def is_told(self, gender: Gender, there: Sequence[Said]) -> bool:
        """Tell whether one of `gender` is the subject or owner in the English, too."""
        return any(one.gender == gender and one.kind in ("subject", "owned") for one in there)

    def ahead(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give whose the "its" before the subject is: "For its part, Altman"."""
        mine, mentions = self.reading.pronouns, self.mentions
        if not mine or not mentions or there[0].gender or there[0].kind != "owned":
            return {}
        owned, subject = mine[0], mentions[0]
        between = self.text[owned.end : subject.start].rstrip()
        behind = owned.kind == "owned" and owned.level < 0 and between.endswith(",")
        behind = behind and between.count(",") == 1  # "Depuis sa vente, le lieu plaît à Ida, Ada"
        firms = self.reading.things_before(subject.start)
        known = behind and not firms and subject.subject and not subject.pronoun
        return {there[0]: subject.gender} if known and subject.gender else {}

    def done(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give whom the "it" is to whom is done what is done to people alone: "convoqué"."""
        its = [one for one in there if one.kind == "done"]
        done = list(self.words.whom.finditer(self.text))
        if len(its) != 1 or len(done) != 1 or done[0]["several"]:
            return {}
        if any(self.words.meeting.search(one) for one in (self.text, self.told_last)):
            return {}
        close, start = self.words.close, done[0].start()
        others = [one for one in self.mentions if not close.fullmatch(self.text, one.end, start)]
        around = {self.topic, *(one.gender for one in others)}
        if done[0]["also"] and self.told_last and around.isdisjoint(GENDERS):
            return {}  # "Le chat dort. Ada l'a embrassé."
        woman = done[0]["woman"] or ("woman" in around and "man" not in around)
        return {its[0]: "woman" if woman else "man"}

    def latter(self, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give who the "it" is that stands for the latter, who is mentioned right before."""
        subjects = [one for one in there if one.kind == "subject"]
        found = [
            one.gender
            for one in self.mentions
            if one.gender in GENDERS
            and (match := self.words.latter.match(self.text, one.end))
            and match[one.gender]
        ]
        return {subjects[0]: found[0]} if len(subjects) == len(found) == 1 else {}
