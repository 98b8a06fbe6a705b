"""Whom each pronoun of a sentence can mean: those mentioned in it, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import AROUND, Mention, Pronoun, Reading
from translate.mt.coreference.rules import Words
from translate.mt.terms import GENDERS, Gender

ACRONYM = re.compile(r"(?<![\w-])[A-ZÀ-Þ]{2,}(?![\w-])")  # a body, mostly
OPENING = ' «"“–-'  # before the first word of a sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: its `text` and what was read in it, who is mentioned, what its English says.

    `topic` is of whom the sentences before speak; None: nobody, "": not clear; `before` are those
    whom the last of them mentions.
    """

    text: str
    reading: Reading
    mentions: Sequence[Mention]
    topic: Gender | None
    before: Sequence[Gender]
    said: Sequence[Said]
    words: Words
    known: dict[Pronoun, Gender] = field(default_factory=dict)

    def meant(self, pronoun: Pronoun) -> Gender:
        """Give who is meant by `pronoun`, "" where it is not clear."""
        # Each once: a pronoun asks for all owners before it, and these for those before them.
        if pronoun not in self.known:
            self.known[pronoun] = pronoun.gender or self.told(pronoun)
        return self.known[pronoun]

    def told(self, pronoun: Pronoun) -> Gender:
        """Give who is meant by `pronoun`, which does not tell it, by what stands around it."""
        near = [
            one
            for one in self.mentions
            if one.end <= pronoun.start and one.level == pronoun.level and not one.aside
        ]
        if pronoun.kind == "object":
            return self.other(pronoun, near)
        if pronoun.kind == "owned" and (match := self.words.whose.match(self.text, pronoun.start)):
            return "woman" if match["woman"] else "man"
        if owner := self.nearest(pronoun, near) or self.beside(pronoun, near):
            return owner
        if not near:
            meant = self.ahead(pronoun) if pronoun.level < 0 else ""
        elif any(one.subject for one in near):
            meant = one_of({one.gender for one in near})
        else:
            meant = self.either(near)
        shared = self.shared(pronoun, near, meant)
        return self.told_by_owned(pronoun, near) if shared or not meant else meant

    def beside(self, pronoun: Pronoun, near: Sequence[Mention]) -> Gender:
        """Give whose the subject that a `pronoun` begins is, if one of his stands before it.

        "Son fils part, sa fille reste"; not her mother: "Son mari part, sa mère reste".
        """
        if pronoun.kind != "owned" or not near:
            return ""
        owned = {one.start: one for one in self.reading.pronouns if one.kind == "owned"}
        last = near[-1]
        if not last.subject or last.start not in owned:
            return ""
        if self.words.instead.match(self.text, pronoun.start) and len(near) == 1:
            return self.meant(owned[last.start])  # "Son adjoint va à sa place"
        begins = any(one.start == pronoun.start and one.subject for one in self.mentions)
        if not begins:
            return ""
        partner = any(
            one.match(self.text, last.start) for one in (self.words.of_a_man, self.words.of_a_woman)
        )
        parallel = self.words.parallel.fullmatch(self.text, last.end, pronoun.start)
        return self.meant(owned[last.start]) if parallel and not partner else ""

    def told_by_owned(self, pronoun: Pronoun, near: Sequence[Mention]) -> Gender:
        """Give whose a `pronoun` is by who is owned, where it begins what is said.

        "Son épouse l'attend" is a man's where no other woman is spoken of; "Sa mère veut qu'il
        revienne" is of one whom his mother is not.
        """
        if pronoun.kind != "owned" or near or pronoun.level >= 0:
            return ""
        around = {self.topic, *self.before}
        for gender in GENDERS:
            partner = self.partner("woman" if gender == "man" else "man")
            if partner and partner.match(self.text, pronoun.start):
                return gender if gender in around or around <= {None, ""} else ""
        meant = self.rest(pronoun)
        return meant if meant in around else ""

    def rest(self, pronoun: Pronoun) -> Gender:
        """Give who "il" is, or "elle", whom the one that a `pronoun` begins is not: "Sa mère"."""
        owned = [one for one in self.mentions if one.start == pronoun.start and one.gender]
        rest = [one for one in self.mentions if one not in owned]
        if not owned or not all(one.pronoun and one.subject for one in rest):
            return ""
        meant = one_of({one.gender for one in rest})
        return meant if meant != owned[0].gender else ""

    def other(self, pronoun: Pronoun, near: Sequence[Mention]) -> Gender:
        """Give to whom it is done: nobody who does it himself, as the subject of a `pronoun`.

        "Ada est malade : je lui écris"; "Ada aime Paul, mais il ne lui écrit pas".
        """
        before = self.text[max(0, pronoun.start - AROUND) : pronoun.start]
        if pronoun.level >= 0 and not near:  # of whom one speaks, who was spoken of, is not told
            return pronoun.form
        if match := self.words.does.search(before):
            doer: Gender = "woman" if match["woman"] else "man"
            some = [one.gender for one in near if not one.pronoun] or self.before
            rest = [one for one in some if one != doer]
            if len(some) == len(rest) + 1:  # the doer is that one
                return one_of({*rest})
        others = self.others(pronoun, near, before)
        if others is None:
            return pronoun.form
        if meant := self.either(others) or self.partners(near):
            return meant
        women = "woman" in {self.topic, *(one.gender for one in others)}
        return "" if women else pronoun.form

    def others(
        self, pronoun: Pronoun, near: Sequence[Mention], before: str
    ) -> Sequence[Mention] | None:
        """Give those of `near` who are not the subject that stands `before` a `pronoun`.

        None where it is not clear which of them that is.
        """
        begun = pronoun.start - len(before)
        if match := self.words.spoken.search(before):  # "on" is somebody, too
            return [one for one in near if one.start < begun + match.start()]
        if match := self.words.relative.search(before):
            return [one for one in near if one.end != begun + match.start()]
        close = [
            one for one in near if self.words.close.fullmatch(self.text, one.end, pronoun.start)
        ]
        if not close:
            rest = [one for one in near if not one.subject]
            mine = {one.gender for one in near} <= {self.topic}
            return rest if rest or mine else None  # "Paul dit que cela lui plaît"
        doers = close[-1:]
        for one in reversed(near[: near.index(doers[0])]):  # "Ada et Paul lui écrivent"
            if not self.words.also.fullmatch(self.text, one.end, doers[-1].start):
                break
            doers.append(one)
        return [one for one in near if one not in doers]

    def partners(self, near: Sequence[Mention]) -> Gender:
        """Give whose partner the only one mentioned is, who does it: "sa femme l'attend"."""
        if len(near) != 1 or not near[0].subject or self.topic in GENDERS:
            return ""
        for gender in GENDERS:
            partner = self.partner("woman" if gender == "man" else "man")
            if partner and partner.match(self.text, near[0].start):
                return gender
        return ""

    def nearest(self, pronoun: Pronoun, near: Sequence[Mention]) -> Gender:
        """Give whose a `pronoun` is behind what is told of the last one who is mentioned.

        "Ada remplace Paul, qui quitte son poste"; "Paul félicite Ada pour sa médaille".
        """
        if pronoun.kind != "owned":
            return ""
        if match := self.words.blames.search(self.text[: pronoun.start]):
            given = [one for one in self.reading.pronouns if one.start == match.start()]
            return self.meant(given[0]) if given else ""
        if not near:
            return ""
        last = near[-1]
        before = self.text[max(0, last.start - AROUND) : last.start]
        between = self.text[last.end : pronoun.start]
        if last.pronoun and last.subject and self.words.verb.fullmatch(between):
            return last.gender  # "Le roi dit à la reine qu'elle perd sa part"
        who = self.words.who.match(between)
        if who and self.words.verb.fullmatch(between[who.end() :]):
            return "" if self.words.of.search(before) else last.gender
        judged = self.words.judged.search(before) and self.words.reason.fullmatch(between)
        return last.gender if judged else ""

    def either(self, near: Iterable[Mention]) -> Gender:
        """Give the gender of all those `near` and of the topic, "" where they are not of one."""
        known = set() if self.topic is None else {self.topic}
        return one_of({one.gender for one in near} | known)

    def ahead(self, pronoun: Pronoun) -> Gender:
        """Give who is meant by a `pronoun` before which nobody stands.

        The subject that follows its clause ("Dans sa lettre, Ada"), else the topic.
        """
        after = [one for one in self.mentions if one.start >= pronoun.start]
        before = self.text[: pronoun.start]
        first = not before.strip(OPENING) or bool(self.words.even.fullmatch(before))
        hers = first or self.words.leads.fullmatch(before)
        hers = hers and self.words.hers.match(self.text, pronoun.start)
        if hers and (self.sees_her or "woman" in self.before or {*self.before} == {""}):
            return "woman"
        begins = first or self.words.begins.search(before)
        itself = after and after[0].gender and after[0].start == pronoun.start  # "Sa mère, elle"
        if begins and after and not itself and self.text[after[0].end :].startswith(","):
            owned = self.text[pronoun.end : after[0].start].split()
            if len(owned) > 1 and after[0].gender and owned[-1].endswith(","):
                return ""  # "Son ancien associé, Roy, part", "Sa journée finie, Ada, lasse, part"
            after = after[1:]  # "Son application, Rondeau, a plu", "Son associé, Roy, part"
        apart = self.words.apart.search(before[-AROUND:])
        if len(after) > 1 and apart and after[0].start == pronoun.start:
            after = after[1:]  # "Selon son avocat, Ada"
        if not first and itself and self.text[after[0].end :].startswith(", "):
            behind = after[1:2]  # "Plus grande que son frère, Léa"
            if behind and behind[0].subject and behind[0].start == after[0].end + 2:
                return behind[0].gender
        if after and after[0].subject and after[0].level == pronoun.level:
            between = self.text[pronoun.end : after[0].start].rstrip()
            if between.endswith(","):
                return after[0].gender
        others = {one.gender for one in after if one.start > pronoun.start} - {""}
        unclear = others - {self.topic} and not first  # "Sa percée est venue d'un ami"
        # "Sa mère veut qu'il revienne", of whom the last one does not speak
        unclear = unclear or (self.topic in GENDERS and self.rest(pronoun) not in ("", self.topic))
        thing = self.words.thing.search(before) or self.reading.things_before(pronoun.start)
        return "" if unclear or thing or ACRONYM.search(before) else self.topic or ""

    def shared(self, pronoun: Pronoun, near: Sequence[Mention], meant: Gender) -> bool:
        """Tell whether an owner may be another: "Sa tante vend sa maison", "Ada le voit"."""
        if self.owners(near) - {meant}:
            return True
        if any(place < pronoun.start for place in self.reading.clitics) and any(
            one.kind == "object" and one.gender for one in self.said
        ):
            return True
        partner = self.partner(meant)
        return bool(partner and partner.match(self.text, pronoun.start))

    def owners(self, mentions: Iterable[Mention]) -> set[Gender]:
        """Give whose those of `mentions` are who are somebody's: "sa tante".

        One by name who holds an office does for himself what he does: "Sa directrice, Ada Bo".
        """
        owned = {one.start: one for one in self.reading.pronouns if one.kind == "owned"}
        offices = self.words.offices
        some = [m for m in mentions if not (m.name and offices.match(self.text, m.start))]
        return {self.meant(owned[one.start]) for one in some if one.start in owned}

    def partner(self, gender: Gender) -> re.Pattern[str] | None:
        """Give the pattern of one whose partner is not of `gender`: "sa femme" is no woman's."""
        return {"woman": self.words.of_a_man, "man": self.words.of_a_woman}.get(gender)

    @property
    def sees_her(self) -> bool:
        """Whether the English does something to a woman, and to nobody else."""
        return {one.gender for one in self.said if one.kind == "object"} == {"woman"}

    @property
    def quotes(self) -> bool:
        """Whether a pronoun stands in a quotation."""
        return any(one.level >= 0 for one in self.reading.pronouns)

    def only(self) -> Gender:
        """Give the gender of everybody who can be meant, "" if there are two."""
        meant = self.either(self.mentions)
        if self.quotes or self.owners(self.mentions) - {meant}:
            return ""
        partner = self.partner(meant)
        return "" if partner and partner.search(self.text) else meant


def one_of(genders: set[Gender]) -> Gender:
    """Give the only one of `genders`, "" if there are several or none.

    >>> one_of({"woman"}), one_of({"woman", "man"})
    ('woman', '')
    """
    return next(iter(genders)) if len(genders) == 1 else ""
