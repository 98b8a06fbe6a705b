"""How names stand in a text: which are meant, and what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from translate.document import Edit, apply
from translate.languages import Language, language
from translate.mt.terms import Term
from translate.names.families import as_family
from translate.names.forms import is_person
from translate.names.glossary import Glossary
from translate.names.spelling import APOSTROPHES, HYPHENS
from translate.names.variants import Mention, find

# What a name leaves of a compound: "Joliot-".
HYPHENED = re.compile(
    f"^[{re.escape(HYPHENS + APOSTROPHES)}]|[{re.escape(HYPHENS + APOSTROPHES)}]$"
)


def required_in(source: str, glossary: Glossary) -> list[Mention]:
    """Give the names of `glossary` in `source`, a family in its plural.

    A place that somebody is called after is none.

    >>> from translate.names.glossary import Name
    >>> known = Glossary((Name("Jean Bourgogne", "person"),))
    >>> texts = "Selon Bourgogne, oui.", "Il vit en Bourgogne.", "En Bourgogne, Bourgogne rit."
    >>> [len(required_in(text, known)) for text in texts]
    [1, 0, 1]
    """
    forms = language(glossary.source).forms
    found = find(source, glossary)
    if forms is None:
        return found
    places = {match.start("place") for match in forms.regions.finditer(source)}
    return [
        as_family(m, source, glossary)
        for m in found
        if not (m.text in forms.families and is_person(m.name) and m.target != m.name.target)
        or m.start not in places
    ]


def with_own_lead(source: str, english: str, required: Sequence[Term], spoken: Language) -> str:
    """Give `english` with what `source` has between a word that was left and a name behind it.

    `spoken` is the language of `english`: where a word of its own stands there, nothing is left.

    >>> said, term = "2 rue de l'Hospice", Term("Hospice", "Hospice", "Hospice")
    >>> some = "2 Rue de la'Hospice", "2 Rue d'Hospice", "2 Rue of the Hospice", "The Hospice"
    >>> [with_own_lead(said, text, [term], language("en")) for text in some]
    ["2 Rue de l'Hospice", "2 Rue de l'Hospice", '2 Rue of the Hospice', 'The Hospice']
    """
    edits: list[Edit] = []
    for term in dict.fromkeys(required):
        lead = re.search(
            rf"(?P<noun>\w+) (?P<lead>(?:\w{{1,2}} )?\w['’]){re.escape(term.surface)}(?!\w)", source
        )
        if term.noun or not lead:
            continue
        left = rf"(?i:\b{re.escape(lead['noun'])}) (?P<lead>(?:\w{{1,2}}(?:['’] ?| )){{1,2}}"
        for match in re.finditer(rf"{left}){re.escape(term.target)}(?!\w)", english):
            words = re.findall(r"\w+", match["lead"])
            if spoken.function_words.isdisjoint(words) and match["lead"] != lead["lead"]:
                edits.append(Edit(match.start("lead"), match["lead"], lead["lead"], "names.lead"))
    return apply(english, edits)


def joined(
    found: Iterable[tuple[int, int]], whole: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give `found`, each with those of `whole` that it touches a part of.

    >>> joined([(3, 9), (20, 25)], [(0, 5), (30, 33)])
    [(0, 9), (20, 25)]
    """
    some = list(whole)
    grown: list[tuple[int, int]] = []
    for first, last in found:
        near = [(first, last), *((a, b) for a, b in some if a < last and first < b)]
        start, end = min(a for a, _ in near), max(b for _, b in near)
        if grown and start < grown[-1][1]:
            start = grown.pop()[0]
        grown.append((start, end))
    return grown


def outside(
    text: str, found: Iterable[tuple[int, int]], known: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Give what is left of `found` without the stretches of `known`, spaces aside."""
    for start, end in found:
        at = start
        for a, b in [*((a, b) for a, b in known if a < end and start < b), (end, end)]:
            body = text[at:a].strip(" ")
            if len(body) > 1 and at <= a and not HYPHENED.search(body):
                first = text.index(body, at)
                yield first, first + len(body)
            at = max(at, b)
