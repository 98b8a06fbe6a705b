"""Names that a model misspelt: the stretch of the English that is clearly one of those missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.document import Edit
from translate.languages import Language, language
from translate.languages.words import fold_word
from translate.mt.terms import Term
from translate.names.forms import MAY_BE
from translate.names.glossary import Glossary
from translate.names.reading import gap
from translate.names.similarity import alike, likeness
from translate.names.spelling import TOKEN, key
from translate.names.variants import find, respelt

# A spelling this close to a missing name is that name; measured in bench/names/repair.py.
NEAR = 0.75
# The second best must be this much worse, or the case is left to the reader.
MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the English that could be a name gone wrong, with how near it is to one."""

    start: int
    end: int
    text: str
    term: Term
    score: float


def misspelt(
    source: str,
    english: str,
    missing: Sequence[Term],
    required: Sequence[Term],
    glossary: Glossary,
) -> list[Edit]:
    """Give the edits for stretches of `english` that are one of `missing`, misspelt.

    `required` are all names of `source`. Where two stretches may be one name, none is touched.

    >>> from translate.names.glossary import Name
    >>> ada = Term("Ada Lovelace", "Ada Lovelace", "Ada Lovelace")
    >>> glossary = Glossary((Name("Ada Lovelace"),))
    >>> [(e.old, e.new) for e in misspelt("", "Ada Loveless codes.", [ada], [ada], glossary)]
    [('Ada Loveless', 'Ada Lovelace')]
    """
    spoken = language(glossary.target)
    mentions = find(english, glossary, english=True)
    wanted = {term.target for term in required}
    spans: list[Span] = []
    for term in dict.fromkeys(missing):
        # What is another name is not to be touched, but a surname may be part of this one.
        whole = set(key(term.target))
        taken = [m for m in mentions if m.target in wanted or not set(key(m.target)) < whole]
        places = [(m.start, m.end) for m in taken]
        spans += (
            span
            for span in _near(english, term, places, source, spoken)
            if not glossary.rejected.parts(span.text, term.name_id)
        )
    left = Counter(missing)
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda s: (-s.score, s.end - s.start, s.start)):
        if left[span.term] and not any(_overlap(span, c) for c in chosen):
            rivals = (s for s in spans if s.score > span.score - MARGIN)
            if any(_rival(span, other) for other in rivals):
                left[span.term] = 0
            else:
                left[span.term] -= 1
                chosen.append(span)
    return [
        Edit(s.start, s.text, respelt(s.text, s.term.target), "names.respelt", f"{s.score:.2f}")
        for s in chosen
    ]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _rival(a: Span, b: Span) -> bool:
    """Whether `a` and `b` cannot both be right, so that neither is sure."""
    if a.term.target != b.term.target:
        return _overlap(a, b)
    return not _overlap(a, b) and fold_word(a.text) != fold_word(b.text)


def _near(
    english: str, term: Term, taken: list[tuple[int, int]], source: str, spoken: Language
) -> Iterator[Span]:
    """Give the stretches of `english` near enough to the target of `term`."""
    wanted, tail = key(term.target), TOKEN.split(term.target)[-1]
    signs = not all(map(str.isalnum, wanted))
    tokens = [t for t in TOKEN.finditer(english) if signs or t.group()[0].isalnum()]
    cased = any(map(str.isupper, english)) and any(map(str.islower, english))
    for i in range(len(tokens)):
        for j in range(i, min(i + len(wanted) + 1, len(tokens))):
            if j > i and gap(english[tokens[j - 1].end() : tokens[j].start()]) not in MAY_BE:
                break
            start, end = tokens[i].start(), tokens[j].end()
            if any(a < end and start < b for a, b in taken):
                break
            end += len(tail) * english.startswith(tail, end)
            words = [t.group() for t in tokens[i : j + 1]]
            text = english[start:end]
            if not _may_be_name(words, term, cased, spoken) or _stands_in(text, source, term):
                continue
            score = likeness(key(text), wanted)
            if score >= NEAR:
                yield Span(start, end, text, term, score)


def _may_be_name(words: list[str], term: Term, cased: bool, spoken: Language) -> bool:
    """Whether `words` can be a name gone wrong rather than ordinary words of the translation."""
    folded, wanted = [fold_word(w) for w in words], key(term.target)
    if "".join(folded) == "".join(wanted) or sorted(folded) == sorted(wanted):
        return True
    for word, meant in ((folded[0], wanted[0]), (folded[-1], wanted[-1])):
        if word in spoken.ordinary and word not in wanted and not alike(word, meant):
            return False
    if cased and term.target[0].isupper():
        if words[0].islower():
            return False
        if words[-1].islower() and len(words) <= len(wanted) and not alike(folded[-1], wanted[-1]):
            return False
    shortest = min(len("".join(words)), len(term.target))
    return shortest > 4 or folded[0][0] == wanted[0][0]


def _stands_in(text: str, source: str, term: Term) -> bool:
    """Whether `text` is somebody else's name, that the source has as it is."""
    if key(text) == key(term.target):
        return False
    words = key(source)
    part = key(text)
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
