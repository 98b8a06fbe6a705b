"""He, she and it, set right where the text tells who is meant and nobody else can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from translate.document import Edit, apply
from translate.mt.coreference.aligned import aligned, clear, doer, undergone
from translate.mt.coreference.bodies import Bodies, met
from translate.mt.coreference.english import Said, said
from translate.mt.coreference.firms import Around, called
from translate.mt.coreference.its import Its
from translate.mt.coreference.latter import the_latter
from translate.mt.coreference.mentions import Mention, Reading, read
from translate.mt.coreference.rules import Pronouns, Words, rules
from translate.mt.coreference.scene import Scene, one_of
from translate.mt.coreference.several import Several
from translate.mt.terms import Gender, Named
from translate.mt.units import Repair

# How many sentences back somebody is looked for whom a pronoun means.
BACK = 3
# How many sentences back a body is looked for that has a president.
FAR = 8


@dataclass(frozen=True, slots=True)
class Spoken:
    """The English of a sentence as it should be, what was changed, and what is doubtful in it."""

    english: str
    repairs: tuple[Repair, ...] = ()
    checks: tuple[str, ...] = ()


def spoken(
    sentences: Sequence[str],
    english: Sequence[str],
    people: Callable[[], Sequence[Sequence[Named]]],
    pair: tuple[str, str],
) -> list[Spoken]:
    """Give the `english` of each of `sentences`, those of one text, with its pronouns set right.

    `people` gives those named in each; it is asked where a pronoun is found, and once.

    >>> named = [[Named(0, 6, "Ada Bo", "woman")]]
    >>> french, english = ["Ada Bo écrit son livre."], ["Ada Bo writes his book."]
    >>> spoken(french, english, lambda: named, ("fr", "en"))[0].english
    'Ada Bo writes her book.'
    """
    told = rules(*pair)
    if told is None:
        return [Spoken(one) for one in english]
    text = Text(sentences, list(english), people, *told)
    return list(text.all())


@dataclass(slots=True)
class Text:
    """A text: its sentences, their English as far as it is set right, and who is named in each."""

    sentences: Sequence[str]
    english: list[str]
    people: Callable[[], Sequence[Sequence[Named]]]
    words: Words
    told: Pronouns
    readings: dict[int, Reading] = field(default_factory=dict)
    pronouns: dict[int, list[Said]] = field(default_factory=dict)
    named: Sequence[Sequence[Named]] | None = None
    met: list[frozenset[Gender]] = field(default_factory=list)
    named_bodies: list[Set[Gender]] = field(default_factory=list)

    def all(self) -> Iterator[Spoken]:
        """Give every sentence set right; what was read of those too far back is forgotten."""
        for n in range(len(self.sentences)):
            yield self.mended(n)
            self.readings.pop(n - BACK, None)
            self.pronouns.pop(n - BACK, None)

    def mended(self, n: int) -> Spoken:
        """Give sentence `n` set right."""
        english = self.english[n]
        there = self.said(n)
        clear = {**self.its(n, there), **self.firms(n, there), **self.bodies(n, there)}
        edits = [*self.several(n, there), *self.latter(n)]
        if not edits and not clear and not any(one.gender for one in there):
            return Spoken(english)
        meant = {**self.meant(n, there), **clear}
        taken = {edit.start for edit in edits}
        edits += [
            Edit(one.start, one.word, one.as_said_of(meant[one], self.told))
            for one in there
            if meant.get(one, one.gender) != one.gender and one.start not in taken
        ]
        if self.both(n, there, [meant.get(one, one.gender) for one in there]):
            return Spoken(english)
        self.english[n] = apply(english, sorted(edits, key=lambda edit: edit.start))
        self.pronouns.pop(n, None)
        repairs = tuple(Repair("gender", edit.old, edit.new) for edit in edits)
        unclear = [one for one in there if one.gender and one not in meant]
        return Spoken(self.english[n], repairs, self.doubts(n, unclear))

    def both(self, n: int, there: Sequence[Said], then: Sequence[Gender]) -> bool:
        """Tell whether sentence `n` and its English speak of him and her, and would not `then`.

        Only who does it changed places with the other: "C'est elle qu'il a vue", "She was seen by
        him".
        """
        told = {one.gender for one in self.reading(n).pronouns if one.personal and one.gender}
        said = {one.gender for one in there if one.gender}
        return len(told) > 1 and told <= said and not told <= set(then)

    def said(self, n: int) -> list[Said]:
        """Give the pronouns of the English of sentence `n`; "her" is told by its source too."""
        if n not in self.pronouns:
            found = list(said(self.english[n], self.told))
            kinds = {one.kind for one in self.reading(n).pronouns} if found else set()
            kinds &= {"object", "owned"}
            if len(kinds) == 1:
                (only,) = kinds
                found = [replace(one, kind=one.kind or only) for one in found]
            elif kinds:
                found = list(self.either(n, found))
            self.pronouns[n] = found
        return self.pronouns[n]

    def either(self, n: int, found: Sequence[Said]) -> Iterator[Said]:
        """Give those `found` in sentence `n`, "her" as a kind of which its source has one more."""
        mine = [one.kind for one in self.reading(n).pronouns]
        theirs = [one.kind for one in found]
        owned = theirs.count("owned") < mine.count("owned")
        done = theirs.count("object") < mine.count("object")
        only = "owned" if owned else "object"
        some = [one for one in found if not one.kind]
        if not some and done and theirs.count("owned") == mine.count("owned") + 1:
            her = self.told.forms["object"]["woman"]  # "Son âge ne lui laisse": "leaves her peace"
            some = [one for one in found if one.kind == "owned" and one.word == her]
        alone = len(some) == 1 and owned != done
        for one in found:
            yield replace(one, kind=only) if alone and one in some else one

    def reading(self, n: int) -> Reading:
        """Give who is mentioned in sentence `n`, and its pronouns."""
        if n not in self.readings:
            if self.named is None:
                self.named = self.people()
            self.readings[n] = read(self.sentences[n], self.named[n], self.words)
        return self.readings[n]

    def mentions(self, n: int) -> Sequence[Mention]:
        """Give who is mentioned in sentence `n`; its English tells people from things."""
        mentions, there = self.reading(n).mentions, self.said(n)
        things = [one for one in there if not one.gender]
        somebody = any(one.gender and one.kind == "subject" for one in there)
        if somebody or not things or not any(one.pronoun for one in mentions):
            return mentions
        if len(things) == len(there):
            return [one for one in mentions if not one.pronoun]
        return [replace(one, gender="") if one.pronoun else one for one in mentions]

    def topic(self, n: int) -> Gender | None:
        """Give of whom the sentences before sentence `n` speak; None: nobody, "": not clear."""
        before = self.before(n)
        return one_of({*before}) if before else None

    def before(self, n: int) -> Sequence[Gender]:
        """Give who is mentioned in the last sentence before sentence `n` that mentions somebody.

        Where both begin with what is somebody's ("Son mari est mort. Son fils"), it is of one; and
        where it is a body's ("Sa présidente"), or may be another's, it is not clear of whom.
        """
        opens = self.words.opens.match(self.sentences[n])
        for before in back(n):
            begun = self.words.opens.match(self.sentences[before])
            owned = begun and any(one.start == begun.end() for one in self.reading(before).mentions)
            if begun and owned and opens:
                of_body = self.words.offices.match(self.sentences[before], begun.end())
                if of_body and self.bodied(before):
                    return ("",)
                continue
            some = self.somebody(before)
            if not some and self.words.some_people.search(self.sentences[before]):
                return ("",)  # "Ada préside. Les deux hommes s'opposent. Paul lui parle"
            if not some:
                it = self.words.it_begins.match(self.sentences[before])
                if opens and it and self.so_far(before) and self.bodied(before):
                    return ()  # "Il (le musée) a rouvert. Son toit"
                continue
            told = [one.gender for one in self.foremost(before, some)]
            passing = opens and (
                all(not one.pronoun and not one.name for one in some)
                or not any(one.subject for one in some)  # "De son mariage avec Eva"
            )
            passing = passing and not self.again(before, some)
            # "Ada Bo l'a reçu. Son avenir" may be his
            done = opens and self.is_done(before)
            return [*told, *self.before(before)] if owned or passing or done else told
        return ()

    def foremost(self, n: int, some: Sequence[Mention]) -> Sequence[Mention]:
        """Give those of `some`, mentioned in sentence `n`, of whom the next one rather speaks.

        The subject, not one who is his: "Elle remercie son mari. Son fils".
        """
        owned = {one.start for one in self.reading(n).pronouns if one.kind == "owned"}
        if not any(one.subject and one.gender and (one.pronoun or one.name) for one in some):
            return some
        return [one for one in some if one.subject or one.start not in owned]

    def is_done(self, n: int) -> bool:
        """Tell whether something is done in sentence `n` to one whom a pronoun stands for."""
        return any(one.kind == "object" and not one.personal for one in self.reading(n).pronouns)

    def again(self, n: int, some: Sequence[Mention]) -> bool:
        """Tell whether one of `some`, named in sentence `n`, is whom the last one speaks of."""
        last = next((found for i in back(n) if (found := self.somebody(i))), ())
        names = {one.name.split()[-1] for one in last if one.name and one.subject}
        return any(one.name and one.name.split()[-1] in names for one in some)

    def but_everybody(self, n: int) -> Sequence[Mention]:
        """Give those mentioned in sentence `n` but for everybody, of whom nobody speaks later."""
        some = self.some(n)
        return [one for one in self.mentions(n) if any(one.start == m.start for m in some)]

    def some(self, n: int) -> Sequence[Mention]:
        """Give those whom sentence `n` itself mentions, but for everybody."""
        text, everybody = self.sentences[n], self.words.everybody
        found = self.reading(n).mentions
        return [m for m in found if not everybody.fullmatch(text, m.start, m.end)]

    def somebody(self, n: int) -> Sequence[Mention]:
        """Give those mentioned in sentence `n` of whom the next ones may speak.

        No pronoun is among them that is a thing's: "Ada sort un album. Il a plu. Son frère"; where
        it may be a body's, it is not clear of whom.
        """
        so_far = self.so_far(n)
        some = [one for one in self.but_everybody(n) if one.level < 0]
        strange = [
            one for one in some if one.pronoun and so_far and so_far.isdisjoint({one.gender, ""})
        ]
        if any(one.gender in self.bodied(n) for one in strange):
            return [replace(one, gender="") for one in some]
        return [one for one in some if one not in strange]

    def meant(self, n: int, there: Sequence[Said]) -> dict[Said, Gender]:
        """Give who is meant by the pronouns of the English of sentence `n`, where it is clear."""
        scene = self.scene(n, there)
        kinds: dict[str, list[Gender]] = {}
        for one in scene.reading.pronouns:
            kinds.setdefault(one.kind, []).append(scene.meant(one))
        kinds["subject"] = subjects = [
            one if self.known(n, one) else "" for one in kinds.get("subject", [])
        ]
        if not subjects:
            kinds["subject"] = subjects = self.unsaid(scene, there) or undergone(kinds, there)
        kinds.setdefault("self", subjects or doer(scene))
        if "object" in kinds and not any(one.kind == "object" for one in there):
            kinds.setdefault("owned", kinds["object"])  # lui emboîtent le pas: in her footsteps
        meant: dict[Said, Gender] = {}
        only = scene.only()
        for kind, genders in kinds.items():
            also = "alone" if kind == "owned" else kind
            some = [one for one in there if one.kind in (kind, also)]
            if kind == "subject" and not clear(some, genders, self.but_everybody(n)):
                continue
            mixed = len({one.gender for one in some}) > 1
            if kind == "object" and mixed and not self.goes_on(n, len(some)):
                continue
            meant.update(aligned(some, genders, only))
        return meant

    def goes_on(self, n: int, several: int) -> bool:
        """Tell whether one and the same does in sentence `n` the two things of `several`."""
        done = [one for one in self.reading(n).pronouns if one.kind == "object"]
        if len(done) != several or several != 2:
            return False
        between = self.sentences[n][done[0].end : done[1].start]
        return bool(self.words.goes_on_to.fullmatch(between))

    def aside(self, n: int) -> bool:
        """Tell whether sentence `n` speaks of what is somebody's, and of nobody: "Sa voix est"."""
        return bool(self.words.opens.match(self.sentences[n])) and not self.mentions(n)

    def scene(self, n: int, there: Sequence[Said]) -> Scene:
        """Give sentence `n` with all that tells whom its pronouns mean."""
        around = (self.sentences[n], self.reading(n), self.mentions(n))
        return Scene(*around, self.topic(n), self.before(n), there, self.words)

    def several(self, n: int, there: Sequence[Said]) -> Iterator[Edit]:
        """Give what sets "them" and "their" in the English of sentence `n` right."""
        if self.told.them.search(self.english[n]) or self.told.theirs.search(self.english[n]):
            around = (self.sentences[n], self.english[n], self.reading(n), self.mentions(n))
            named = self.named[n] if self.named else ()
            some = Several(*around, named, self.words, self.told)
            yield from some.one_of_them(self.scene(n, there))
            yield from some.a_firms()

    def latter(self, n: int) -> Iterator[Edit]:
        """Give what calls him the latter who begins sentence `n` as a thing in the English."""
        text, english = self.sentences[n], self.english[n]
        if n and self.words.latest.match(text):
            last = self.mentions(n - 1)
            yield from the_latter(text, english, last, self.words, self.told)

    def unsaid(self, scene: Scene, there: Sequence[Said]) -> list[Gender]:
        """Give who is meant by "he" and "she" where the source has no pronoun for them.

        That is who is its subject by name, where nobody else is mentioned: "Avant de partir, Ada".
        Where what is the subject's is spoken of, one whose gender is not told counts for nobody.
        """
        named = any(one.subject and one.name for one in scene.mentions)
        meant = one_of({one.gender for one in scene.mentions})
        owners = {scene.meant(one) for one in scene.reading.pronouns if one.kind == "owned"}
        if not meant and len(owners) == 1:
            meant = one_of(owners.union(one.gender for one in scene.mentions if one.gender))
        some = [one for one in there if one.gender and one.kind in ("subject", "self")]
        return [meant] * len(some) if named and meant and not scene.quotes else []

    def known(self, n: int, gender: Gender) -> bool:
        """Tell whether a name or noun in sentence `n`, or before it, is that of one of `gender`."""
        near = range(max(0, n - BACK), n + 1)
        return any(m.gender == gender and not m.pronoun for i in near for m in self.mentions(i))

    def its(self, n: int, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give which of "it" and "its" in the English of sentence `n` stand for somebody."""
        if all(one.gender for one in there):
            return {}
        before = next((i for i in back(n) if not self.aside(i)), -1)
        last = self.mentions(before) if before >= 0 else ()
        told_last = self.sentences[n - 1] if n else ""
        around = (self.sentences[n], self.english[n], self.reading(n), self.mentions(n))
        named = self.named[n - 1] if n and self.named else ()
        firm = any(one.gender == "thing" for one in named)
        firm = firm or bool(self.words.company.search(told_last))
        told = (self.topic(n), last, told_last, firm)
        return Its(*around, *told, self.words, self.told).meant(there)

    def firms(self, n: int, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give which pronouns of the English of sentence `n` stand for a firm."""
        if not any(one.gender for one in there):
            return {}
        last = next((i for i in back(n) if self.reading(i).things or self.mentions(i)), n)
        told = self.sentences[last]
        goes_on = last < n and not self.words.hires.search(told)
        things = self.reading(last).things if goes_on else ()
        before = called(told, things, self.words)
        inert = bool(things) and all(self.words.inert.search(told, *one) for one in things)
        around = (self.sentences[n], self.english[n], self.reading(n), self.mentions(n))
        topic = self.topic(n)
        return Around(*around, topic, before, inert, self.words, self.told).meant(there)

    def bodies(self, n: int, there: Sequence[Said]) -> Mapping[Said, Gender]:
        """Give which pronouns of the English of sentence `n` stand for a body, or a thing."""
        if not any(one.gender for one in there):
            return {}
        near = [one for i in back(n) for one in self.mentions(i)]
        around = (self.sentences[n], self.english[n], self.reading(n), self.mentions(n))
        lines = [self.sentences[i] for i in back(n)]
        genders = (self.bodied(n), self.so_far(n), self.so_far(n - 1) if n else frozenset())
        return Bodies(*around, near, lines, *genders, self.words, self.told).meant(there)

    def bodied(self, n: int) -> Set[Gender]:
        """Give the genders of the words for the bodies that were subjects before sentence `n`."""
        self.so_far(n)
        return frozenset[Gender]().union(*self.named_bodies[max(0, n - FAR) : n])

    def so_far(self, n: int) -> Set[Gender]:
        """Give the genders of those who are mentioned by a name or a noun up to sentence `n`."""
        for i in range(len(self.named_bodies), n + 1):
            self.met.append((self.met[-1] if i else frozenset()) | met(self.some(i)))
            self.named_bodies.append(called(self.sentences[i], self.reading(i).things, self.words))
            self.readings.pop(i - BACK, None)
        return self.met[n]

    def doubts(self, n: int, unclear: Sequence[Said]) -> tuple[str, ...]:
        """Give what is doubtful: pronouns of one gender where only the other is known of."""
        mentions = self.mentions(n)
        owned = {one.start for one in self.reading(n).pronouns if one.kind == "owned"}
        named = (one for one in mentions if one.subject and one.name and one.gender)
        subject = next((one for one in named if one.start not in owned), None)  # "Sa mère, Ada"
        around = {one.gender for one in mentions} | {self.topic(n)}
        wrong = [one.word.lower() for one in unclear if one.gender not in around]
        if not subject or not wrong:
            return ()
        return (f"gender: '{wrong[0]}' where {subject.name} is a {subject.gender}",)


def back(n: int) -> range:
    """Give the sentences before sentence `n` in which somebody is looked for, the last one first.

    >>> [*back(5)], [*back(1)]
    ([4, 3, 2], [0])
    """
    return range(n - 1, max(-1, n - 1 - BACK), -1)
