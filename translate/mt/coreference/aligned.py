"""Which pronouns of the English stand for which of the source, and so for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.mt.coreference.english import Said
from translate.mt.coreference.mentions import Mention
from translate.mt.coreference.scene import OPENING, Scene, one_of
from translate.mt.terms import Gender


def undergone(kinds: Mapping[str, list[Gender]], there: Sequence[Said]) -> list[Gender]:
    """Give who is meant by the only "he" where it is done to him: "On l'appelle", "He is called".

    `kinds` are those whom the pronouns of the source mean, none of them a subject.
    """
    done = kinds.get("object", [])
    some = [one for one in there if one.gender and one.kind in ("subject", "object")]
    alone = len(done) == len(some) == 1 and some[0].kind == "subject"
    return done if alone else []


def doer(scene: Scene) -> list[Gender]:
    """Give who does something to himself: the subject that a sentence begins with."""
    begin = len(scene.text) - len(scene.text.lstrip(OPENING))
    return [one.gender for one in scene.mentions[:1] if one.start == begin and one.gender]


def clear(some: Sequence[Said], genders: Sequence[Gender], mentions: Sequence[Mention]) -> bool:
    """Tell whether `some`, "he" and "she", stand for the pronouns that mean `genders` alone."""
    others = {one.gender for one in mentions if not one.pronoun and (one.gender or not one.name)}
    if len({*genders}) == 1:
        return not others - {genders[0]}
    return all(one.gender for one in some)


def aligned(some: Sequence[Said], genders: Sequence[Gender], only: Gender) -> Mapping[Said, Gender]:
    """Give who is meant by each of `some`, the English of pronouns that mean `genders`.

    Where all mean one, there may be fewer in the English; else each stands for one.
    """
    people = [one for one in some if one.gender]
    meant = one_of({*genders})
    if meant and (len(people) <= len(genders) or only == meant):
        return dict.fromkeys(people, meant)
    if len(some) == len(genders):
        pairs = zip(some, genders, strict=True)
        return {one: gender for one, gender in pairs if gender and one.gender}
    return {}
