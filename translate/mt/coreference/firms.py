"""It and its, where a firm is meant and the English says he, she, his or her."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention, Pronoun, Reading
from translate.mt.coreference.rules import Pronouns, Words
from translate.mt.terms import GENDERS, Gender

HYPHEN, QUESTION = "-", "?"
KINDS = ("subject", "owned")  # those of which a thing has a form of its own


@dataclass(frozen=True, slots=True)
class Around:
    """A sentence that may speak of a firm: its `text`, what was read in it, and its `english`.

    `mentions` are who is mentioned, `topic` is of whom the sentences before speak (None: nobody,
    "": not clear), `before` the genders of the words for the firms of which the last one speaks,
    none where it takes on somebody; `inert` tells that these are things, which do little.
    """

    text: str
    english: str
    reading: Reading
    mentions: Sequence[Mention]
    topic: Gender | None
    before: Set[Gender]
    inert: bool
    words: Words
    told: Pronouns

    @property
    def nobody(self) -> bool:
        """Whether nobody is spoken of, here but by a pronoun or in the sentences before."""
        return self.topic is None and all(one.pronoun for one in self.mentions)

    def meant(self, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give those of `there`, the pronouns of the English, that stand for a firm."""
        theirs = [one for one in there if one.gender and one.kind in KINDS]
        mine = [one for one in self.reading.pronouns if one.kind in KINDS]
        if not theirs or not mine or any(one.level >= 0 for one in mine):
            return {}
        if self.words.lives.match(self.text):
            return {}
        if any(one.kind == "object" for one in self.reading.pronouns):
            return {}  # "L’entreprise lui a pris son idée"
        of_firm = [self.of_firm(one) for one in mine]
        meant: list[Said] = []
        if all(of_firm) and (self.nobody or len(theirs) <= len(mine)):
            meant = theirs
        else:
            for kind in KINDS:
                some = [one for one in there if one.kind == kind]
                sure = [s for one, s in zip(mine, of_firm, strict=True) if one.kind == kind]
                if len(some) == len(sure):
                    meant += [one for one, yes in zip(some, sure, strict=True) if yes]
        if any(self.told.own.match(self.english, one.end) for one in meant):
            return {}
        alone = all(one.kind == "owned" for one in meant)
        return {one: "" for one in meant if one.gender and not self.somebodys(one, alone)}

    def of_firm(self, pronoun: Pronoun) -> bool:
        """Tell whether `pronoun` of the source can mean a firm alone.

        That is the subject of its sentence or of the last one, beside which nobody is mentioned;
        where others are spoken of, what the subject does to what it owns.
        """
        speaks = self.text[: pronoun.start].endswith(HYPHEN) and QUESTION not in self.text
        if speaks or any(one.start < pronoun.start for one in self.mentions if not one.pronoun):
            return False  # "La ville est belle, dit-elle"
        if not self.reading.things:
            goes_on = self.words.goes_on.match(self.text) and self.agrees(pronoun, self.before)
            does = not self.inert or self.words.thing_may.match(self.text) is not None
            return bool(goes_on) and does and self.free(pronoun)
        first = self.reading.things[0][0]
        if any(one.pronoun and one.start < first for one in self.mentions):
            return False  # "Il dit que si Adacorp gagne, son équipe part"
        firms = self.reading.things_before(pronoun.start)
        if not firms:  # "Après ses pertes, Adacorp"
            return not self.mentions and self.topic is None
        agrees = self.agrees(pronoun, called(self.text, firms, self.words))
        between = self.text[firms[-1][1] : pronoun.start]
        does = pronoun.kind == "owned" and bool(self.words.verb.fullmatch(between))
        if self.free(pronoun):
            return agrees and (does or not self.words.hires.search(between))
        return agrees and does and not self.words.about.search(between)

    def free(self, pronoun: Pronoun) -> bool:
        """Tell whether nobody of whom the sentences before speak can be meant by `pronoun`."""
        told = self.gender(pronoun)
        return self.topic is None or bool(told and self.topic and self.topic != told)

    def agrees(self, pronoun: Pronoun, some: Set[Gender]) -> bool:
        """Tell whether `pronoun` can stand for one of the firms, whose words have genders `some`.

        "" is the gender of a name, which may have either.
        """
        told = self.gender(pronoun)
        return bool(some if not told else some & {told, ""})

    def gender(self, pronoun: Pronoun) -> Gender:
        """Give the gender of `pronoun`, or of the subject of its sentence that is a pronoun."""
        told = (one.gender for one in self.mentions if one.subject and one.pronoun)
        return pronoun.gender or next(told, "")

    def somebodys(self, said: Said, alone: bool) -> bool:
        """Tell whether what `said` owns may be somebody's, where one is spoken of: "its return".

        `alone` tells whether no subject that stands for the firm is beside it.
        """
        if said.kind != "owned" or self.told.firms.match(self.english, said.end):
            return False
        if self.topic in GENDERS and alone:
            return True
        return not self.nobody and bool(self.told.done.match(self.english, said.end))


def called(text: str, firms: Iterable[tuple[int, int]], words: Words) -> Set[Gender]:
    """Give the genders of the words for the `firms` that stand in `text`, "" for a name.

    >>> from translate.mt.coreference.rules import rules
    >>> called("Noralp", [(0, 6)], rules("fr", "en")[0])
    {''}
    """
    found = [words.company.fullmatch(text, *one) for one in firms]
    return {"" if one is None else "woman" if one["woman"] else "man" for one in found}
