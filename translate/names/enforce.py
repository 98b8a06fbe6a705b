"""Keeping names through a translation: what must be there, what is missing, what is mended."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from translate.document import Edit, apply, resolve
from translate.languages import language
from translate.mt.terms import Named, Term, Terms
from translate.names.families import family_of, spelt, with_plural
from translate.names.forms import is_person, surname
from translate.names.gender import people
from translate.names.glossary import Glossary
from translate.names.misspelt import misspelt
from translate.names.spelling import key, plain
from translate.names.standing import joined, outside, required_in, with_own_lead
from translate.names.terms import in_number, lacking, term_of, without_forbidden
from translate.names.truecase import truecase
from translate.names.unlisted import unlisted
from translate.names.variants import PASSES, Mention, canonicalise, find, respelt, same

START = re.compile(r"\w+|[^\w\s]")


class NameKeeper(Terms):
    """The names of a glossary as translation asks for them.

    >>> from translate.names.glossary import Name
    >>> keeper = NameKeeper(Glossary((Name("Ada Lovelace", variants=("ada lovelas",)),)))
    >>> source = "ada lovelas rencontre un ingénieur."
    >>> source = apply(source, keeper.prepare(source))
    >>> required = keeper.required(source)
    >>> [(term.surface, term.target) for term in required]
    [('Ada Lovelace', 'Ada Lovelace')]
    >>> keeper.polish(source, "Ada Loveless meets an engineer.", required)
    'Ada Lovelace meets an engineer.'
    >>> keeper.missing("She meets an engineer.", required) == required
    True
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self.names = {name.canonical: name for name in glossary.names}
        self.spoken = language(glossary.target)

    @property
    def signature(self) -> str:
        """The signature of the glossary; empty for an empty glossary."""
        return self.glossary.signature if self.glossary.names else ""

    def prepare(self, text: str) -> list[Edit]:
        """Give the edits that spell every known name in `text` canonically."""
        return canonicalise(text, self.glossary)

    def places(self, source: str) -> list[tuple[int, int]]:
        """Give the places, start and end, of the names of the glossary, in any spelling."""
        found = [(m.start, m.end) for m in find(source, self.glossary)]
        return sorted(found + [(edit.start, edit.end) for edit in self.prepare(source)])

    def unlisted(self, source: str, language: str) -> list[tuple[int, int]]:
        """Give the places, start and end, of names in `source` that are spelt alike in English.

        Those of the glossary are among them that stay as they stand, whole.

        >>> from translate.names.glossary import Name
        >>> names = Name("Le Nadella"), Name("Musk", target="Elon Musk")
        >>> NameKeeper(Glossary(names)).unlisted("Selon Musk et Le Nadella, oui.", "fr")
        [(14, 24)]
        """
        found = list(unlisted(source, language))
        if not found:
            return []
        whole, changed = self._by_form(source)
        return list(outside(source, joined(found, whole), changed))

    def altered(self, source: str) -> list[tuple[int, int]]:
        """Give the places of the names of the glossary that do not stay as they stand."""
        return self._by_form(source)[1]

    def _by_form(self, source: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Give the places of names that stay as they stand, and of those that do not.

        Those that stay are no terms of the field, and are spelt as in English.
        """
        stay: list[tuple[int, int]] = []
        other = [(edit.start, edit.end) for edit in self.prepare(source)]
        for one in required_in(source, self.glossary):
            stays = one.target == one.text and one.name.kind != "term"
            (stay if stays else other).append((one.start, one.end))
        return stay, sorted(other)

    def truecase(self, text: str, language: str) -> str:
        """Give `text`, a sentence in lower case, with capitals for the names that can be told.

        >>> NameKeeper(Glossary(())).truecase("elle vit à londres.", "fr")
        'elle vit à Londres.'
        """
        return truecase(text, language)

    def glosses(self) -> Mapping[str, str | None]:
        """Give the gloss of each name of the glossary, None for one that has none."""
        return {name.target: name.gloss or None for name in self.glossary.names}

    def people(self, sentences: Sequence[str], language: str) -> list[list[Named]]:
        """Give for each of `sentences`, those of a whole text, who is named in it."""
        return people(sentences, language, self.names, self._things)

    @cached_property
    def _things(self) -> frozenset[str]:
        """The spellings of what the glossary says to be nobody."""
        names = (n for n in self.glossary.names if n.kind not in ("", "person"))
        return frozenset(s for n in names for s in (n.canonical, n.target, *n.variants))

    def required(self, source: str) -> list[Term]:
        """Give the names in `source`, a prepared sentence, in order, repetitions included."""
        return [term_of(m, source, self.glossary) for m in required_in(source, self.glossary)]

    def missing(self, english: str, required: Sequence[Term]) -> list[Term]:
        """Give those of `required` that `english` does not hold as often as it must.

        A name counts where its English form stands as a whole word, in its case (a common noun in
        any, and in any number), with or without `'s`; a full name also answers for a surname alone,
        and so does the family (`the Curies`).
        """
        present = Counter(key(term.target) for term in required if not term.noun)
        there = self._present(english, required)
        nouns = lacking(english, required)
        result: list[Term] = []
        for term in required:
            if term.noun:
                absent = nouns[term.name_id] > 0
                nouns[term.name_id] -= 1
            else:
                absent = there[key(term.target)] < present[key(term.target)]
                present[key(term.target)] -= absent
            if absent:
                result.append(term)
        return result

    def surplus(self, english: str, required: Sequence[Term]) -> int:
        """Give how many names, no common nouns, stand in `english` beyond those of `required`.

        >>> from translate.names.glossary import Name
        >>> keeper = NameKeeper(Glossary((Name("Ada Lovelace"), Name("OpenAI"))))
        >>> keeper.surplus("OpenAI's OpenAI and Lovelace", keeper.required("OpenAI, Ada Lovelace"))
        1
        """
        found = find(english, self.glossary, english=True)
        there = Counter(m.name.canonical for m in found if not m.name.is_noun)
        there.subtract(term.name_id for term in required)
        more = sum(count for count in there.values() if count > 0)
        plurals = Counter(t for t in required if family_of(t, self.names.get(t.name_id)))
        for term, count in plurals.items():
            more += max(0, english.count(term.target) - count)
        return more

    def _present(self, english: str, required: Sequence[Term]) -> Counter[tuple[str, ...]]:
        """Count the targets of `required` in `english`, the longest first, each place once."""
        wanted = Counter(key(term.target) for term in required if not term.noun)
        targets = {key(t.target): t for t in required if not t.noun}
        count = Counter[tuple[str, ...]]()
        if not targets:
            return count
        text = plain(english)
        starts, taken = _starts(text), bytearray(len(text))
        for words in sorted(targets, key=lambda w: (-len(w), w)):
            term = targets[words]
            target, pattern = spelt(term, self.names.get(term.name_id))
            # Looked for by the longest of its words: many have a first name in common.
            word, at = max(_starts(target).items(), key=lambda w: len(w[0]), default=("", [0]))
            for place in sorted(starts[word] + starts[f"{word}s"]):
                start = max(0, place - at[0])
                match = pattern.match(text, start)
                if not match or count[words] == wanted[words] or any(taken[start : match.end()]):
                    continue
                if start and text[start - 1].isalnum() and not taken[start - 1]:
                    continue  # a sign that belongs to the word before it
                taken[start : match.end()] = b"\1" * len(match[0])
                count[words] += 1
        return count

    def polish(self, source: str, english: str, required: Sequence[Term]) -> str:
        """Give `english` with respelt names set right and no known variant left.

        Every known variant becomes the English form. For a name of `required` that is still
        missing, one stretch that is clearly the same name misspelt is replaced; where there is
        none, or two, nothing is touched and `missing` goes on naming it.
        """
        for _ in range(PASSES):
            better = self._polished(source, english, required)
            if better == english:
                break
            english = better
        return english

    def _polished(self, source: str, english: str, required: Sequence[Term]) -> str:
        english = with_own_lead(source, english, required, self.spoken)
        english = self._without_variants(english, required)
        english = apply(english, in_number(english, required, self.glossary))
        english = with_plural(english, required, self.names, self.spoken)
        missing = self.missing(english, required)
        if missing:
            edits = without_forbidden(english, required, self.glossary, missing)
            english = apply(english, edits)
            missing = self.missing(english, required) if edits else missing
        if missing:
            english = apply(english, misspelt(source, english, missing, required, self.glossary))
            missing = self.missing(english, required)
        if missing:
            english = apply(english, self._completions(english, missing, required))
            missing = self.missing(english, required)
        calmer = apply(english, self._stutters(source, english))
        return calmer if self.missing(calmer, required) == missing else english

    def _without_variants(self, english: str, required: Sequence[Term]) -> str:
        return apply(
            english,
            [
                Edit(m.start, m.text, respelt(m.text, m.target), "names.canonical")
                for m in variants_left(english, self.glossary, required)
            ],
        )

    def _completions(
        self, english: str, missing: Sequence[Term], required: Sequence[Term]
    ) -> list[Edit]:
        """Give the edits that make a surname alone the full name that the source has."""
        edits: list[Edit] = []
        for term in dict.fromkeys(missing):
            name = self.names.get(term.name_id)
            short = surname(term.target) if name and is_person(name) else ""
            if not short or any(t.target == short for t in required):
                continue
            for m in find(english, self.glossary, english=True):
                if m.text == short:
                    edits.append(Edit(m.start, m.text, term.target, "names.completed"))
                    break
        return resolve(edits)

    def _is_word(self, first: str) -> bool:
        """Whether the word `first` of a name is one of the language too: a new New York."""
        small = first.lower()
        return small not in self.spoken.articles and self.spoken.weight(small) > 0

    def _stutters(self, source: str, english: str) -> list[Edit]:
        """Give the edits that take out a word of a name where it stands twice on end."""
        edits: list[Edit] = []
        mentions = find(english, self.glossary, english=True)
        given = find(source, self.glossary) if mentions else []
        for mention in mentions:
            first, last = mention.text.split()[0], mention.text.split()[-1]
            low, size = mention.start - len(mention.text) - 4, len(last) + 2
            before = " " * (low < 0) + english[max(0, low) : mention.start]
            after = f"{english[mention.end : mention.end + size]} "
            genitive = re.search(rf" {re.escape(mention.text)}['’]s $", before)
            if genitive and sum(m.name == mention.name for m in given) < 2:
                start = mention.start - len(genitive[0]) + 1
                edits.append(Edit(start, english[start : mention.start], "", "names.stutter"))
            again = [first] if self._is_word(first) else [first, first.lower()]
            twice = before.endswith(tuple(f" {one} " for one in again))
            if twice and f"{first} {first}" not in source:
                start = mention.start - len(first) - 1
                edits.append(Edit(start, english[start : mention.start], "", "names.stutter"))
            twice = after.startswith(f" {last} ") and first != last
            if twice and f"{last} {last}" not in source:
                edits.append(Edit(mention.end, f" {last}", "", "names.stutter"))
        return resolve(edits)


def variants_left(english: str, glossary: Glossary, required: Sequence[Term]) -> list[Mention]:
    """Give the names in `english` that are not in their English form.

    One word that lacks only its capital (`price`) is a name only if the source requires it; a
    common noun that is a word of English too (`location`) is one only where its English lacks.

    >>> from translate.names.glossary import Name
    >>> glossary = Glossary((Name("Derek Price", "person", ("derik price",)),))
    >>> [m.text for m in variants_left("Derik Price names a price.", glossary, [])]
    ['Derik Price']
    """
    wanted = {term.target for term in required}
    absent = lacking(english, required)
    spoken = language(glossary.target)
    return [
        m
        for m in find(english, glossary, english=True)
        if not same(m.text, m.target, m.name)
        and (m.target in wanted or key(m.text) != key(m.target) or len(key(m.target)) > 1)
        and (not m.name.is_noun or absent[m.name.canonical] or not spoken.weight(m.text.lower()))
    ]


def _starts(text: str) -> Mapping[str, list[int]]:
    """Give where in `text` each word stands, in any case, and each sign."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in START.finditer(text):
        found[match[0].casefold()].append(match.start())
    return found
