"""Terms of the field in the English: in one number or the other, and never as what is forbidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from translate.document import Edit
from translate.languages import language
from translate.languages.words import with_capital_of
from translate.mt.terms import Term, forbidden_in, whole_words
from translate.names.forms import number_forms
from translate.names.glossary import Glossary
from translate.names.spelling import plain
from translate.names.variants import Mention

# How far before a term words are looked for that stand before a plural.
AROUND = 20


def term_of(mention: Mention, source: str, glossary: Glossary) -> Term:
    """Give what `mention`, in `source`, requires of the English.

    A common noun has its small letter in `target` even where it begins the sentence. Where its
    plural is no other word (`prix`), what stands before it tells its number.

    >>> from translate.names.glossary import Name
    >>> from translate.names.variants import find
    >>> glossary = Glossary((Name("prix", "term", target="price"),))
    >>> text = "Le prix suit les prix."
    >>> [term_of(mention, text, glossary).target for mention in find(text, glossary)]
    ['price', 'prices']
    """
    name = mention.name
    target, forms = mention.target, number_forms(name, glossary)
    if name.target[0].islower():
        target = target[0].lower() + target[1:]
    if target == name.target and forms:
        several = language(glossary.source).numbers.several
        before = source[max(0, mention.start - AROUND) : mention.start]
        invariable = plain(mention.text).casefold() in _own_plurals(name.canonical, glossary)
        if invariable and several and several.search(before):
            target = forms[1]
    forbidden = tuple(word for pair in _forbidden(name.forbidden, glossary) for word in pair)
    return Term(mention.text, target, name.canonical, forms, tuple(dict.fromkeys(forbidden)))


def _own_plurals(canonical: str, glossary: Glossary) -> Iterable[str]:
    """Give the plurals of `canonical` that are no other words."""
    found = language(glossary.source).inflection.plurals(canonical)
    return (plain(one).casefold() for one in found if one == canonical)


def _forbidden(words: Iterable[str], glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Give each of `words` with its plural."""
    for word in words:
        plural = language(glossary.target).inflection.plurals(word)
        yield word, next(iter(plural), word)


def lacking(english: str, required: Sequence[Term]) -> Counter[str]:
    """Give how many of each common noun of `required`, by its entry, `english` lacks.

    >>> term = Term("cadres", "executives", "cadre", ("executive", "executives"))
    >>> lacking("Two managers and an executive", [term, term])["cadre"]
    1
    """
    wanted = Counter(term.name_id for term in required if term.noun)
    text = plain(english) if wanted else ""
    accepted: dict[str, set[str]] = {}
    for term in required:
        if term.noun:
            accepted.setdefault(term.name_id, set()).update(term.accepted)
    for name, spellings in accepted.items():
        wanted[name] -= len(whole_words(map(plain, spellings)).findall(text))
    return +wanted


def without_forbidden(
    english: str, required: Sequence[Term], glossary: Glossary, missing: Sequence[Term]
) -> list[Edit]:
    """Give the edits that put terms that are `missing` in the place of what is forbidden for them.

    >>> from translate.names.glossary import Name
    >>> from translate.names.variants import find
    >>> glossary = Glossary((Name("cadre", "term", target="executive", forbidden=("frame",)),))
    >>> source = "Les cadres partent."
    >>> terms = [term_of(mention, source, glossary) for mention in find(source, glossary)]
    >>> edits = without_forbidden("Frames left.", terms, glossary, terms)
    >>> [(edit.old, edit.new) for edit in edits]
    [('Frames', 'Executives')]
    """
    left = Counter(term.name_id for term in missing)
    edits: list[Edit] = []
    for term, match in forbidden_in(english, required):
        if not left[term.name_id]:
            continue
        left[term.name_id] -= 1
        new = term.target
        if term.forms:
            plurals = {p for w, p in _forbidden(term.forbidden, glossary) if p != w}
            new = term.forms[match[0].lower() in plurals]
        new = with_capital_of(match[0], new)
        edits.append(Edit(match.start(), match[0], new, "names.forbidden"))
    return edits


def in_number(english: str, required: Sequence[Term], glossary: Glossary) -> list[Edit]:
    """Give the edits that put a plural where the source has one and the English nowhere.

    A singular that may belong to another noun, or that its article or verb goes with, stays.

    >>> from translate.names.glossary import Name
    >>> glossary = Glossary((Name("bail", "term", target="lease"),))
    >>> terms = [Term("baux", "leases", "bail", ("lease", "leases"))]
    >>> english = "The lease of the shops, the lease office."
    >>> [edit.new for edit in in_number(english, terms, glossary)]
    ['leases']
    """
    edits: list[Edit] = []
    spoken = language(glossary.target).inflection
    after, before = ("|".join(sorted(words)) for words in (spoken.links, spoken.singular))
    bound = re.compile(rf"\b(?:{before})\s(?:[\w-]+\s)?$", re.IGNORECASE)
    for name in dict.fromkeys(term.name_id for term in required if term.noun):
        same = [term for term in required if term.name_id == name]
        one, many = same[0].forms
        plural = all(term.target == many != one for term in same)
        if not plural or whole_words([many]).search(english):
            continue
        alone = rf"{whole_words([one]).pattern}(?=\s*[.,;:!?)”\"]|$| (?:{after})\b| \w+ed\b)"
        for match in re.finditer(alone, english, re.IGNORECASE):
            if not bound.search(english[max(0, match.start() - AROUND) : match.start()]):
                new = with_capital_of(match[0], many)
                edits.append(Edit(match.start(), match[0], new, "names.number"))
    return edits
