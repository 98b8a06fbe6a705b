"""Them and their in the English, set right where one is meant: a person, or a firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.document import Edit
from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention, Reading
from translate.mt.coreference.rules import Pronouns, Words
from translate.mt.coreference.scene import Scene
from translate.mt.terms import Named


@dataclass(frozen=True, slots=True)
class Several:
    """A sentence whose English may speak of several: its `text`, its `reading`, its `english`.

    `mentions` are who is mentioned in it, `named` who and what is named.
    """

    text: str
    english: str
    reading: Reading
    mentions: Sequence[Mention]
    named: Sequence[Named]
    words: Words
    told: Pronouns

    def one_of_them(self, scene: Scene) -> Iterator[Edit]:
        """Give what sets "them" right where one is meant, as the `scene` tells.

        "Ils ne lui font plus confiance": "They no longer trust them".
        """
        them = [match.span() for match in self.told.them.finditer(self.english)]
        if not them or not self.words.given.search(self.text):
            return
        mine = [
            one
            for one in self.reading.pronouns
            if not one.personal and self.words.given.match(self.text, one.start)
        ]
        several = [match.start() for match in self.words.several.finditer(self.text)]
        done = [(one.start, one.end) for one in scene.said if one.kind == "object"]
        theirs = sorted([*them, *done])
        meant = scene.only()
        order = sorted([*((one.start, meant) for one in mine), *((i, "") for i in several)])
        if len(theirs) != len(order):
            return
        for (start, end), (_, gender) in zip(theirs, order, strict=True):
            if gender and (start, end) in them:
                one = Said(start, end, self.english[start:end], "object", "")
                yield Edit(start, one.word, one.as_said_of(gender, self.told))

    def a_firms(self) -> Iterator[Edit]:
        """Give what sets "their" right where a firm is meant.

        "Beaucoup ont rejoint Noralp pour sa mission": "Many joined Noralp for their mission".
        """
        theirs = list(self.told.theirs.finditer(self.english))
        if len(theirs) != 1 or self.words.theirs.search(self.text):
            return
        owned = [one for one in self.reading.pronouns if one.kind == "owned"]
        if len(owned) != 1 or self.mentions:
            return
        if any(one.gender == "thing" and one.end <= owned[0].start for one in self.named):
            their = Said(*theirs[0].span(), theirs[0][0], "owned", "")
            yield Edit(their.start, their.word, their.as_said_of("", self.told))
