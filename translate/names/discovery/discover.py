"""Which names stand in texts, and which spellings may stand for each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from translate.document import line_starts
from translate.languages import Language, first_names, language
from translate.languages.conjugation import infinitives
from translate.languages.telling import function_word_hits
from translate.languages.words import WORD, fold, fold_word
from translate.mt.foreign import language_of
from translate.names.discovery.kinds import MET, PERSON, cues, is_no_name, kind_of
from translate.names.discovery.likely import signals
from translate.names.discovery.mentions import Found, is_cased, mentions
from translate.names.discovery.near import Near, Nearness
from translate.names.discovery.proposal import Place, Proposed, Spelling
from translate.names.forms import families, is_person, surname
from translate.names.glossary import Glossary, Name
from translate.names.spelling import articles, key
from translate.names.variants import Mention, find

# A name that is told by little must be met so often.
OFTEN = 2
# So many places are shown of a name or a spelling, with so much text on either side.
PLACES = 2
AROUND = 40

Key = tuple[str, ...]
Texts = Iterable[tuple[str, str]]


@dataclass(slots=True)
class Seen:
    """What was seen of one name or spelling while the texts were read."""

    spelt: Counter[str] = field(default_factory=Counter)
    cased: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    further: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    sure: bool = False
    score: float = 0.0
    count: int = 0
    texts: int = 0
    places: list[Place] = field(default_factory=list)
    _last: str = ""

    def add(self, document: str, text: str, start: int, end: int, line: int) -> None:
        """Count one more place, at `start:end` of the `text` of `document`, in its `line`."""
        self.count += 1
        self.texts += document != self._last
        self._last = document
        if len(self.places) < PLACES:
            around = " ".join(text[max(0, start - AROUND) : end + AROUND].split())
            self.places.append(Place(document, line, f"… {around} …"))

    @property
    def weight(self) -> int:
        """What speaks for this spelling: how often it stands, with its own capitals twice."""
        return self.count + self.cased.total()

    @property
    def best(self) -> str:
        """The most frequent spelling, one with its own capitals where there is one."""
        known = self.cased or self.spelt
        return max(known, key=lambda s: (known[s], s))


def discover(texts: Texts, glossary: Glossary) -> list[Proposed]:
    """Give the names of `texts` that `glossary` lacks, and spellings that may be one of either.

    `texts` are pairs of a document's name and its text; they are gone through twice, so that an
    iterator will not do. Nothing is merged: a spelling near a name is proposed, with what speaks
    for it, where nothing speaks against it. The names that are most frequent come first. Takes
    time in proportion to the texts.

    >>> texts = [("a.txt", "Selon Ada Lovelace, oui.\\nSelon ada lovelas, non.")]
    >>> [name] = discover(texts, Glossary())
    >>> name.canonical, name.kind, [(s.spelling, s.places[0].line) for s in name.spellings]
    ('Ada Lovelace', 'person', [('ada lovelas', 2)])
    """
    near = Nearness(glossary)
    seen = _read(texts, glossary, near)
    new, like_others = _new_names(seen, glossary, near)
    whole = replace(glossary, names=(*glossary.names, *new))
    near.know(whole)
    found, decided = _proposed(texts, whole, near, frozenset(name.canonical for name in new))
    # What is like another name, and yet nowhere proposed for it, is a name of its own.
    spoken = language(glossary.source)
    owners = {
        "".join(part): i
        for i, one in enumerate(found)
        for part in (*_parts(Name(one.canonical, one.kind)), key(one.canonical))
    }
    for words in like_others:
        one = seen[words]
        if (i := owners.get("".join(words))) is not None:  # but for spaces
            if words not in {key(s.spelling) for s in found[i].spellings}:
                found[i] = replace(
                    found[i], spellings=(*found[i].spellings, _spelling(one, found[i].canonical))
                )
        elif not decided.issuperset(words):
            name = Name(one.best, kind_of(one.best, one.kinds, spoken))
            found.append(_proposal(name, True, one, {}))
    return sorted(found, key=lambda p: (-p.count, p.canonical))


def _read(texts: Texts, glossary: Glossary, near: Nearness) -> dict[Key, Seen]:
    """Give what stands in `texts` as names do, without what `glossary` knows or rejects."""
    spoken = language(glossary.source)
    found: dict[Key, Seen] = {}
    for document, text in texts:
        other = ""
        for number, line in enumerate(text.splitlines(), 1):
            other = _other(line, glossary, other)
            here = mentions(line, glossary.source)
            if other and language(other).nouns_have_capitals:
                here = [one for one in here if _told(one, spoken)]
            if not here:
                continue
            names = find(line, glossary)
            inside = within([*names, *near.near(line, names)])
            cased = is_cased(line)
            for one in here:
                # What holds a known name and more may be another: Meera Murati, Microsoft Ignite.
                if inside(one.start, one.end):
                    continue
                told = cues(line, one.start, one.end, spoken)
                if glossary.rejected.drops(one.spelt) or (
                    is_no_name(one.spelt, spoken) and PERSON not in told  # « M. Breton »
                ):
                    continue
                seen = found.setdefault(key(one.spelt), Seen())
                seen.spelt[one.spelt] += 1
                if cased:
                    seen.cased[one.spelt] += 1
                seen.sure |= one.sure
                seen.kinds.update(told)
                seen.kinds[MET] += 1
                seen.add(document, line, one.start, one.end, number)
    return found


def _other(line: str, glossary: Glossary, before: str) -> str:
    """Give the language of `line` where it is not that of the texts; `before` is that above.

    A line without a small word of the language of the texts, as a heading, is in the language that
    its own small words are of, or in that above it.
    """
    if found := language_of(line, glossary.source, glossary.target):
        return found
    hits = function_word_hits(WORD.findall(line.lower()))
    return "" if hits[glossary.source] else max(sorted(hits), key=hits.__getitem__, default=before)


def _told(one: Found, spoken: Language) -> bool:
    """Whether more than capitals tells of a name: a digit, or a first name before a word."""
    first, _, more = one.spelt.partition(" ")
    return any(map(str.isdigit, one.spelt)) or bool(
        more and fold_word(first) in first_names(spoken)
    )


def within(known: Iterable[Mention | Near]) -> Callable[[int, int], bool]:
    """Give what tells of a span whether it lies in one of the places `known`."""
    spans = sorted((one.start, one.end) for one in known)
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max, initial=-1))
    return lambda start, end: reach[bisect_right(starts, start)] >= end


def _new_names(
    found: dict[Key, Seen], glossary: Glossary, near: Nearness
) -> tuple[list[Name], list[Key]]:
    """Give the names among what was `found`, and what is near one; the names join `near`."""
    spoken = language(glossary.source)
    seen = {k: s for k, s in found.items() if s.sure or s.count >= OFTEN}
    # Full names first: a surname or a first name alone then finds whose it is.
    # Of two spellings the more frequent is the name, then the longer; capitals count twice.
    full = (Name(one.best, kind_of(one.best, one.kinds, spoken)) for one in seen.values())
    every = {part for name in full for part in _parts(name)}
    order = sorted(seen, key=lambda k: (k in every, len(k) == 1, *_trust(k, found, spoken), k))
    joined = {"".join(k): k for k in sorted(seen, key=lambda k: (seen[k].weight, k))}
    parts = {part for name in glossary.names for part in _parts(name)}
    written = set(map("".join, parts))
    alone = {k[0] for k, s in seen.items() if len(k) == 1 and s.count >= OFTEN}
    alone.update(k[0] for k in map(key, (n.canonical for n in glossary.names)) if len(k) == 1)
    names: list[Name] = []
    like_others: list[Key] = []
    for words in order:
        best = seen[words].best
        if words in parts:
            continue
        if "".join(words) in written:
            like_others.append(words)  # N'Diaye, of Ousmane Ndiaye
            continue
        if "-" in best and all(key(one) in seen for one in best.split("-")):
            continue  # Paris-Lyon: two names, or more
        if near.rivals(words) or joined["".join(words)] != words:
            like_others.append(words)
            continue
        name = Name(best, kind_of(best, seen[words].kinds, spoken, alone))
        names.append(name)
        near.add(name)
        parts.update(_parts(name))
        written.update(map("".join, _parts(name)))
    return names, like_others


def _trust(words: Key, found: dict[Key, Seen], spoken: Language) -> tuple[float, ...]:
    """Give how little speaks for the spelling `words` of a name, the most telling first.

    What stands alone for it speaks for it too (`Mme Charpentier`), and that it is a word.
    """
    behind = {words[1:], words[-1:]} if len(words) > 1 else set()
    alone = sum(found[one].weight for one in behind if one in found)
    return -(found[words].weight + alone), -len("".join(words)), -spoken.weight(words[-1])


def _parts(name: Name) -> Iterator[Key]:
    """Give the folded words of a person's name, of several perhaps, that may stand alone for it."""
    if is_person(name) and surname(name.canonical):
        yield key(surname(name.canonical))
        yield key(name.canonical.split()[0])
        yield from map(key, families(name.canonical))


def _proposed(
    texts: Texts, glossary: Glossary, near: Nearness, new: frozenset[str]
) -> tuple[list[Proposed], set[str]]:
    """Give where the names of `glossary` stand, those not in `new` only if something is near them.

    And the words of the spellings that are near one.
    """
    spoken = language(glossary.source)
    names: dict[str, Seen] = {}
    spellings: dict[str, dict[Key, Seen]] = {}
    for document, text in texts:
        known, lines = find(text, glossary), line_starts(text)
        places = list(near.near(text, known))
        for one in places:
            spelt = " ".join(text[one.start : one.end].split())
            seen = spellings.setdefault(one.name.canonical, {}).setdefault(key(spelt), Seen())
            seen.spelt[spelt] += 1
            seen.score = one.score
            seen.add(document, text, one.start, one.end, bisect_right(lines, one.start))
        owner, until = "", 0
        for m in _apart(known, places):
            seen = names.setdefault(m.name.canonical, Seen())
            if m.start < until:
                seen.within[owner] += 1
            if more := _further(text, m, spoken):
                owner, until = m.name.canonical, m.end + len(more)
            seen.further[more] += 1
            seen.add(document, text, m.start, m.end, bisect_right(lines, m.start))
    whole = {name: _whole(name, names.get(name.canonical), spoken) for name in glossary.names}
    longer = {name.canonical for name, one in whole.items() if one != name}
    found: list[Proposed] = []
    for name in glossary.names:
        near_it, seen_it = spellings.get(name.canonical, {}), names.get(name.canonical)
        is_new = name.canonical in new
        part = seen_it and sum(seen_it.within[one] for one in longer) == seen_it.count
        if near_it or (is_new and seen_it and not part):
            found.append(_proposal(whole[name] if is_new else name, is_new, seen_it, near_it))
    return found, {w for near_it in spellings.values() for words in near_it for w in words}


def _further(text: str, mention: Mention, spoken: Language) -> str:
    """Give what the name at `mention` may go on with: `Le Progrès de Lyon`.

    It does where it begins with an article and has the same, no verb, behind it everywhere.
    """
    further = spoken.forms.further.match(text, mention.end) if spoken.forms else None
    if not further or key(mention.name.canonical)[0] not in articles():
        return ""
    word = further.groupdict().get("word") or ""
    known = spoken.function_words.union(spoken.follows)
    verb = any(spoken.weight(verb) > 0 for verb in infinitives(word.lower(), spoken.code))
    return "" if word in known or (word and verb) else further[0]


def _apart(known: list[Mention], places: list[Near]) -> Iterator[Mention]:
    """Give those of `known` that are no part of one of `places`: not Murati in Meera Murati."""
    taken = sorted((one.start, one.end) for one in places)
    at = 0
    for mention in known:
        while at < len(taken) and taken[at][1] <= mention.start:
            at += 1
        if at == len(taken) or mention.end <= taken[at][0]:
            yield mention


def _whole(name: Name, seen: Seen | None, spoken: Language) -> Name:
    """Give `name` with what it goes on with wherever it was `seen`."""
    more = seen.further if seen and seen.count >= OFTEN else Counter[str]()
    if len({fold(one).lower() for one in more}) != 1 or not all(more):
        return name
    whole = name.canonical + max(more, key=lambda one: (more[one], one))
    return Name(whole, name.kind or kind_of(whole, Counter(), spoken))


def _proposal(name: Name, new: bool, seen: Seen | None, near: dict[Key, Seen]) -> Proposed:
    """Give the proposal of `name`, which was `seen` so, with what is `near` it."""
    owner, seen = name.canonical, seen or Seen()
    spellings = [_spelling(one, owner) for one in near.values()]
    spellings.sort(key=lambda s: (-s.count, -s.score, s.spelling))
    places = tuple(seen.places)
    return Proposed(owner, name.kind, not new, seen.count, seen.texts, places, tuple(spellings))


def _spelling(one: Seen, owner: str) -> Spelling:
    """Give what was seen as `one` as a spelling of the name `owner`."""
    told = signals(one.best, owner)
    return Spelling(one.best, one.count, round(one.score or 1.0, 2), told, tuple(one.places))
