"""It and its, where a firm is meant and the English says he, she, his or her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention, Pronoun, Reading
from translate.mt.coreference.rules import Pronouns, Words
from translate.mt.terms import Gender

KINDS = ("subject", "owned")  # those of which a thing has a form of its own


@dataclass(frozen=True, slots=True)
class Around:
    """A sentence that may speak of a firm: its `text`, what was read in it, and its `english`.

    `mentions` are who is mentioned, `topic` is of whom the sentences before speak (None: nobody,
    "": not clear), `before` whether the last one speaks of a firm and takes on nobody.
    """

    text: str
    english: str
    reading: Reading
    mentions: Sequence[Mention]
    topic: Gender | None
    before: bool
    words: Words
    told: Pronouns

    def meant(self, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give those of `there`, the pronouns of the English, that stand for a firm."""
        theirs = [one for one in there if one.gender and one.kind in KINDS]
        mine = [one for one in self.reading.pronouns if one.kind in KINDS]
        if not theirs or not mine or any(one.level >= 0 for one in mine):
            return {}
        of_firm = [self.of_firm(one) for one in mine]
        nobody = self.topic is None and all(one.pronoun for one in self.mentions)
        meant: list[Said] = []
        if all(of_firm) and (nobody or len(theirs) <= len(mine)):
            meant = theirs
        else:
            for kind in KINDS:
                some = [one for one in there if one.kind == kind]
                sure = [s for one, s in zip(mine, of_firm, strict=True) if one.kind == kind]
                if len(some) == len(sure):
                    meant += [one for one, yes in zip(some, sure, strict=True) if yes]
        if any(self.told.own.match(self.english, one.end) for one in meant):
            return {}
        return {one: "" for one in meant if one.gender and not self.somebodys(one)}

    def of_firm(self, pronoun: Pronoun) -> bool:
        """Tell whether `pronoun` of the source can mean a firm alone.

        That is the subject of its sentence or of the last one, beside which nobody is mentioned;
        where others are spoken of, what the subject does to what it owns.
        """
        if any(one.start < pronoun.start for one in self.mentions if not one.pronoun):
            return False
        if not self.reading.things:
            goes_on = self.before and self.words.goes_on.match(self.text)
            return bool(goes_on) and self.free(pronoun)
        first = self.reading.things[0][0]
        if any(one.pronoun and one.start < first for one in self.mentions):
            return False  # "Il dit que si Adacorp gagne, son équipe part"
        firms = [end for start, end in self.reading.things if start < pronoun.start]
        if not firms:  # "Après ses pertes, Adacorp"
            return not self.mentions and self.topic is None
        between = self.text[firms[-1] : pronoun.start]
        does = pronoun.kind == "owned" and bool(self.words.verb.fullmatch(between))
        if self.free(pronoun):
            return does or not self.words.hires.search(between)
        return does and not self.words.about.search(between)

    def free(self, pronoun: Pronoun) -> bool:
        """Tell whether nobody of whom the sentences before speak can be meant by `pronoun`."""
        told = next((one.gender for one in self.mentions if one.subject and one.pronoun), "")
        other = (pronoun.gender or told) and self.topic and self.topic != (pronoun.gender or told)
        return self.topic is None or bool(other)

    def somebodys(self, said: Said) -> bool:
        """Tell whether what `said` owns is somebody's, where one is spoken of: "its return"."""
        if said.kind != "owned" or self.told.firms.match(self.english, said.end):
            return False
        somebody = self.topic is not None or any(not one.pronoun for one in self.mentions)
        return somebody and bool(self.told.done.match(self.english, said.end))
