"""Families: `les Curie` are `the Curies` in English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from translate.document import Edit, apply
from translate.languages import Language, language
from translate.mt.terms import Term
from translate.names.forms import families, is_person, surname
from translate.names.glossary import Glossary, Name
from translate.names.spelling import plain
from translate.names.variants import ARTICLE, Mention

# Before a family in the English.
THE = f"(?i:{ARTICLE})"
# How far before a name its article stands at most.
AROUND = 8


def as_family(mention: Mention, source: str, glossary: Glossary) -> Mention:
    """Give `mention` with the plural of its English where the article before it means a family.

    A name that takes more than a letter for its plural stays.

    >>> from translate.names.variants import find
    >>> known = Glossary((Name("Pierre Curie", "person"), Name("Ada Dumas", "person")))
    >>> said = "Les Curie, Curie, aux Curie et les Dumas."
    >>> [as_family(one, said, known).target for one in find(said, known)]
    ['Curies', 'Curie', 'Curies', 'Dumas']
    """
    forms = language(glossary.source).forms
    low = max(0, mention.start - AROUND)
    several = forms and forms.family.search(source, low, mention.start)
    if not several or not is_person(mention.name) or mention.target == mention.name.target:
        return mention
    plurals = language(glossary.target).inflection.plurals(mention.target)
    longer = (one for one in plurals if one[:-1] == mention.target)
    return replace(mention, target=next(longer, mention.target))


def family_of(term: Term, name: Name | None) -> str:
    """Give the family name where `term`, of the entry `name`, is its plural, else "".

    >>> family_of(Term("Curie", "Curies", "Marie Curie"), Name("Marie Curie"))
    'Curie'
    """
    if not name or not is_person(name):
        return ""
    known = map(plain, (surname(name.target), *families(name.target)))
    return next((one for one in known if one and term.target[:-1] == one), "")


def spelt(term: Term, name: Name | None) -> tuple[str, re.Pattern[str]]:
    """Give the English of `term`, a family's in the singular, and how it may stand in a text.

    >>> some = Term("Curie", "Curies", "Marie Curie"), Term("Curie", "Curie", "Marie Curie")
    >>> family, one = (spelt(term, Name("Marie Curie"))[1] for term in some)
    >>> [bool(family.search(text)) for text in ("The Curies met", "the Curie family", "Curieux")]
    [True, True, False]
    >>> [bool(one.search(text)) for text in ("Curie met", "The Curies met", "of Curies met")]
    [True, True, False]
    """
    target = plain(term.target)
    if family := family_of(term, name):
        target, pattern = family, rf"{re.escape(family)}s?"
    elif name and is_person(name) and term.target == surname(name.target):
        pattern = rf"{re.escape(target)}(?:(?<={THE}{re.escape(target)})s)?"
    else:
        pattern = f"(?i:{re.escape(target)})" if target[0].islower() else re.escape(target)
    return target, re.compile(rf"{pattern}(?!\w)")


def with_plural(
    english: str, required: Sequence[Term], names: Mapping[str, Name], spoken: Language
) -> str:
    """Give `english` with plural and article of a family of `required` that has one of them alone.

    `names` are the entries, `spoken` is the language of `english`. Before a noun it stays, and
    inside a sentence, or where one of the family is required too, only a plural is put.

    >>> term = Term("Curie", "Curies", "Marie Curie")
    >>> texts = "The Curie, and the Curie of Paris", "the Curie family", "Curies met."
    >>> known = {"Marie Curie": Name("Marie Curie")}
    >>> [with_plural(text, [term], known, language("en")) for text in texts]
    ['The Curies, and the Curies of Paris', 'the Curie family', 'The Curies met.']
    """
    wanted = {term.target: family_of(term, names.get(term.name_id)) for term in required}

    def edits() -> Iterator[Edit]:
        for target, family in wanted.items():
            if not family:
                continue
            alone = rf"(?<!\w){THE}(?P<name>{re.escape(family)})(?![\w'’-])(?: (?P<next>\w+))?"
            for match in re.finditer(alone, english):
                if not match["next"] or match["next"] in spoken.function_words:
                    yield Edit(match.start("name"), match["name"], target, "names.number")
            if any(other.endswith(family) for other in wanted):
                continue  # one of the family may begin the sentence
            first = re.match(rf"\W*(?P<name>{re.escape(family)}s?)(?![\w'’-])", english)
            if first:
                yield Edit(first.start("name"), first["name"], f"{ARTICLE}{target}", "names.number")

    return apply(english, list(edits()))
