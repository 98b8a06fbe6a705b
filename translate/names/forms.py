"""The spellings to look for: those the glossary lists and those that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import Literal

from translate.languages import Language, common, known, language
from translate.languages.words import fold_word
from translate.names.glossary import KINDS, Glossary, Name
from translate.names.reading import gap
from translate.names.similarity import alike
from translate.names.spelling import TOKEN, articles, key

Kind = Literal["canonical", "variant", "surname", "feminine"]

# What may follow a surname, or a first name that has none: Jr., III, Ier; X is a letter, no name.
SUFFIX = re.compile(r"(?:Jr|Sr|Ier|Ire|[IVXLC]+|.)\.?")
ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}")
# "Saint" and "Sainte" are cut short.
SAINT = re.compile(r"(?<=\bS)ain(?=te?\b)")
CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name: its folded words, what parts them, and what should stand instead.

    `source` is the canonical spelling for this form (the surname alone for a surname alone),
    `target` its English. `head` are signs before the first word, which must be there (`.NET`),
    `tail` signs after the last, which may be missing (`Inc.`).
    """

    name: Name
    kind: Kind
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    source: str
    target: str
    spelling: str
    head: str
    tail: str

    @property
    def is_part(self) -> bool:
        """Whether it is one word of a person's name, which others may share."""
        one = len(self.words) == 1 and self.kind == "variant"
        return self.kind == "surname" or (one and is_person(self.name))

    @property
    def capitals(self) -> list[int]:
        """The numbers of the words that have a capital in the spelling, or in `source`."""
        for model in (self.spelling, self.source):
            words = TOKEN.findall(model)[: len(self.words)]
            if found := [i for i, word in enumerate(words) if word[0].isupper()]:
                return found
        return []

    def is_common(self, language: Language) -> bool:
        """Whether all its words are ordinary words of `language`."""
        return not self.head and language.ordinary.issuperset(self.words)

    @property
    def is_short(self) -> bool:
        """Whether it is one word of four letters or fewer, and no acronym of three or four."""
        word = self.words[0]
        short = len(self.words) == 1 and word.isalpha() and len(word) <= 4
        return short and not (self.source.isupper() and len(word) > 2)


# What may stand in a text for a gap of a form; a school `Marie-Curie` is not the person. Of the
# other gaps each stands for itself.
MAY_BE: dict[str, str] = {"0": "0", " ": " -", "-": "- ", "'": "'", ".": ". "}
MAY_BE_IN_PERSON: dict[str, str] = {**MAY_BE, " ": " "}


def surname(name: str) -> str:
    """Give the last word of a person's name, or nothing when it has only one.

    >>> surname("Derek de Solla Price"), surname("Irène Joliot-Curie"), surname("Voltaire")
    ('Price', 'Joliot-Curie', '')
    >>> surname("Louis XIV"), surname("Sammy Davis, Jr.")
    ('', 'Davis')
    """
    words = _without_suffix(name)
    return words[-1] if len(words) > 1 else ""


def _without_suffix(name: str) -> list[str]:
    words = name.replace(",", "").split()
    while len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        words.pop()
    return words


def families(name: str) -> Iterator[str]:
    """Give the family names of more than one word that stand alone for a person's `name`.

    A preposition before one may be the text's own ("l'œuvre de Beauvoir") and is no part of it.

    >>> [list(families(n)) for n in ("Jan van der Meer", "Martin Luther King", "Ana de la Cruz")]
    [['van der Meer'], ['Luther King'], ['la Cruz']]
    """
    words, inside = _without_suffix(name), False
    for i, word in enumerate(map(fold_word, words[:-1])):
        if i and not inside and word not in common("prepositions") and not SUFFIX.fullmatch(word):
            yield " ".join(words[i:])
        inside = i > 0 and word in common("particles") - common("prepositions")


def is_person(name: Name) -> bool:
    """Whether `name` is a person: the glossary says so, or it has the look of a full name.

    >>> is_person(Name("Ada Lovelace")), is_person(Name("New York Times"))
    (True, False)
    """
    if name.kind in KINDS:
        return name.kind == "person"
    words = name.canonical.split()
    looks = 2 <= len(words) <= 4 and all(w[0].isupper() and not w.isupper() for w in words)
    looks = looks and fold_word(words[0]) not in articles()
    last = fold_word(words[-1])
    return looks and last.isalpha() and not any(last in one.ordinary for one in known())


def number_forms(name: Name, glossary: Glossary) -> tuple[str, ...]:
    """Give the English singular and plural of a common noun; nothing for a name.

    >>> number_forms(Name("cadre", "term", target="executive"), Glossary())
    ('executive', 'executives')
    >>> number_forms(Name("actifs", "term", target="assets"), Glossary())
    ('assets', 'assets')
    >>> number_forms(Name("boîte noire", "term"), Glossary())  # it has no English
    ('boîte noire', 'boîtes noires')
    """
    if not name.is_noun:
        return ()
    if name.target_plural:
        return name.target, name.target_plural
    invariable = name.canonical in _plurals(name, name.canonical, glossary)
    if invariable and name.target.endswith("s") and not name.target.endswith("ss"):
        return name.target, name.target  # both are plurals
    spoken = glossary.source if name.target == name.canonical else glossary.target
    found = language(spoken).inflection.plurals(name.target)
    return name.target, next(iter(found), name.target)


def _plurals(name: Name, spelling: str, glossary: Glossary) -> tuple[str, ...]:
    """Give the plurals of a `spelling` of a common noun in the source."""
    if name.plural and spelling == name.canonical:
        return (name.plural,)
    return language(glossary.source).inflection.plurals(spelling)


def _form(name: Name, kind: Kind, spelling: str, source: str, target: str) -> Form:
    found = list(TOKEN.finditer(spelling))
    gaps = tuple(gap(spelling[a.end() : b.start()]) for a, b in pairwise(found))
    words = tuple(fold_word(m.group()) for m in found)
    head, tail = spelling[: found[0].start()], spelling[found[-1].end() :] or _tail(source)
    return Form(name, kind, words, gaps, source, target, spelling, head, tail)


def _tail(spelling: str) -> str:
    return TOKEN.split(spelling)[-1]


def _listed(name: Name) -> Iterator[Form]:
    """Give the forms that the glossary lists for `name`."""
    yield _form(name, "canonical", name.canonical, name.canonical, name.target)
    short, short_target = surname(name.canonical), surname(name.target)
    for variant in name.variants:
        # A single word that resembles the surname stands for the surname, not the full name.
        if is_person(name) and " " not in variant and short and alike(variant, short):
            yield _form(name, "surname", variant, short, short_target)
        else:
            yield _form(name, "variant", variant, name.canonical, name.target)


def _inflected(name: Name, glossary: Glossary) -> Iterator[Form]:
    """Give the plurals and feminines of a common noun."""
    target, targets = number_forms(name, glossary)
    whole = (*_plurals(name, name.canonical, glossary), name.canonical)[0]
    inflection = language(glossary.source).inflection
    for spelling in (name.canonical, *name.variants):
        for plural in _plurals(name, spelling, glossary):
            source = plural if spelling == name.canonical else whole
            yield _form(name, "variant", plural, source, targets)
        for feminine in inflection.feminines(spelling):
            yield _form(name, "feminine", feminine, feminine, target)
            for plural in inflection.plurals(feminine):
                yield _form(name, "feminine", plural, plural, targets)


def _derived(name: Name, glossary: Glossary) -> Iterator[Form]:
    """Give the forms that follow from the listed ones without being written there."""
    if name.is_noun:
        yield from _inflected(name, glossary)
        return
    canonical, target = name.canonical, name.target
    if is_person(name):
        yield from _of_person(name)
        return
    for spelling in (canonical, *name.variants):
        for other in _written_otherwise(spelling):
            yield _form(name, "variant", other, canonical, target)
    yield from _contracted(name, language(glossary.source))


def _of_person(name: Name) -> Iterator[Form]:
    """Give a person's surname, family names, and first names of one spelling with another's."""
    canonical, target = name.canonical, name.target
    short = surname(canonical)
    if short:
        # "Ada Byron" may stand for Ada Lovelace; "Byron" alone is somebody else.
        spellings = [canonical, *(v for v in name.variants if alike(surname(v) or v, short))]
        lasts = dict.fromkeys(surname(v) or v for v in spellings)
        firsts = dict.fromkeys(v[: v.rindex(surname(v))].strip() for v in spellings if surname(v))
        for last in lasts:
            yield _form(name, "surname", last, short, surname(target))
        for first, last in product(firsts, lasts):
            yield _form(name, "variant", f"{first} {last}", canonical, target)
            if " " not in first:
                yield _form(name, "variant", f"{last} {first}", canonical, target)
        for family, english in zip(families(canonical), families(target), strict=False):
            yield _form(name, "surname", family, family, english)


def _written_otherwise(spelling: str) -> Iterator[str]:
    """Give other spellings of a name that is no person's, which typography alone makes.

    >>> list(_written_otherwise("OpenAI")), list(_written_otherwise("GPT-4o"))
    (['Open AI'], ['GPT4o'])
    >>> list(_written_otherwise("SNCF")), list(_written_otherwise("Saint-Malo"))
    (['S.N.C.F.'], ['St-Malo'])
    """
    apart = CAMEL.sub(" ", spelling)
    if apart != spelling and min(len(part) for part in apart.split()) > 1:
        yield apart
    if (joined := re.sub(r"(?<=\w)[-‑ ](?=\d)", "", spelling)) != spelling:
        yield joined
    if ACRONYM.fullmatch(spelling):
        yield "".join(f"{letter}." for letter in spelling)
    if (short := SAINT.sub("", spelling)) != spelling:
        yield short


def _contracted(name: Name, spoken: Language) -> Iterator[Form]:
    """Give a name whose article is one with the preposition before it: `au Havre`.

    What belongs to a thing with an ordinary name is left out: `la Coupe du Monde`.
    """
    article, _, rest = name.canonical.partition(" ")
    for spelt, preposition in spoken.contracted.get(article, {}).items():
        ordinary = name.kind != "place" and spoken.ordinary.issuperset((spelt, *key(rest)))
        if rest and not (ordinary and preposition in common("prepositions")):
            source = f"{preposition} {name.canonical}"
            yield _form(name, "variant", f"{spelt} {rest}", source, name.target)


class Index:
    """The forms of a glossary to search for, by their words.

    Those that begin with a word are made when it is first asked for: of a large glossary a text
    holds few. What the glossary lists goes before what follows from it; a form that would follow
    for two names with different results is left out. With `english` the forms are those to search
    for in the translation.

    >>> forms = Index(Glossary((Name("Ada Lovelace", "person"),)))
    >>> [form.source for form in map(forms.get, (("ada", "lovelace"), ("lovelace",))) if form]
    ['Ada Lovelace', 'Lovelace']
    >>> forms.longest("ada"), forms.longest("lord")
    (2, 0)
    """

    def __init__(self, glossary: Glossary, english: bool = False) -> None:
        self._glossary, self._english = glossary, english
        self._names: dict[str, list[Name]] = {}  # by each word that one of its forms begins with
        self.words: set[str] = set()  # of what is listed
        self._forms: dict[str, dict[tuple[str, ...], Form]] = {}
        self._longest: dict[str, int] = {}
        for name in glossary.names:
            words = {w for s in (name.canonical, *name.variants, name.target) for w in key(s)}
            self.words |= words
            # All forms of a person are made of the words of what is listed.
            for word in words if is_person(name) else set(self._beginnings(name)):
                self._names.setdefault(word, []).append(name)

    def __bool__(self) -> bool:
        return bool(self._names)

    def get(self, words: tuple[str, ...]) -> Form | None:
        """Give the form of the folded `words`."""
        return self._beginning(words[0]).get(words)

    def longest(self, word: str) -> int:
        """Give how many words the longest form has that begins with the folded `word`."""
        if word not in self._longest and word in self._names:
            self._longest[word] = max(map(len, self._beginning(word)), default=0)
        return self._longest.get(word, 0)

    def _beginnings(self, name: Name) -> Iterator[str]:
        every = (_listed(name), self._targets(name), _derived(name, self._glossary))
        yield from (form.words[0] for forms in every for form in forms)

    def _targets(self, name: Name) -> Iterator[Form]:
        """Give the forms of the English, where that is searched."""
        if self._english:
            for target in dict.fromkeys((name.target, *number_forms(name, self._glossary))):
                yield _form(name, "canonical", target, name.canonical, target)

    def _beginning(self, word: str) -> dict[tuple[str, ...], Form]:
        """Give the forms that begin with `word`."""
        if word in self._forms or word not in self._names:
            return self._forms.get(word, {})
        forms: dict[tuple[str, ...], Form] = {}
        for listed in (_listed, self._targets):
            for form in (form for name in self._names[word] for form in listed(name)):
                if form.words[0] == word:
                    forms.setdefault(form.words, form)
        derived: dict[tuple[str, ...], list[Form]] = {}
        for name in self._names[word]:
            for form in _derived(name, self._glossary):
                if form.words[0] == word and form.words not in forms:
                    derived.setdefault(form.words, []).append(form)
        for words, rivals in derived.items():
            if len({(rival.source, rival.target) for rival in rivals}) == 1:
                forms[words] = rivals[0]
        return self._forms.setdefault(word, forms)


@lru_cache(maxsize=16)
def index(glossary: Glossary, english: bool = False) -> Index:
    """Give the forms to search for in the source, or with `english` in the translation."""
    return Index(glossary, english)
