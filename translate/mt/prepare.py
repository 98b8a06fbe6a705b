"""From a sentence as it stands in a text to what the model is given, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.document import apply
from translate.languages import family_of_a_place, language
from translate.languages.words import LETTER, capital_within
from translate.mt import closed
from translate.mt.called import NOBODY, Called, named_so
from translate.mt.counterparts.expressions import asked_in
from translate.mt.engines.engine import Engine
from translate.mt.foreign import foreign_quotations
from translate.mt.held import SYMBOLS, HeldSpan, apart, glued, hide, protected, show
from translate.mt.layout.capitals import (
    first_letter,
    lowered,
    raise_case,
    raised,
    without_capitals,
)
from translate.mt.layout.initials import initialled
from translate.mt.layout.marks import Mark, unmarked
from translate.mt.out_of_vocabulary import rewritten, strange
from translate.mt.rewording.compounds import compounds
from translate.mt.rewording.dated import dated
from translate.mt.rewording.foretold import foretold
from translate.mt.rewording.idioms import plainer
from translate.mt.rewording.inverted import subject_first
from translate.mt.rewording.misspelt import respelt
from translate.mt.rewording.ordered import ordered
from translate.mt.rewording.reported import reported
from translate.mt.rewording.unsaid import with_subject
from translate.mt.sentences import split_long
from translate.mt.strings import raised as first_raised
from translate.mt.strings import whole
from translate.mt.terms import Terms
from translate.mt.units import Names, Unit

# Rare names and signs that the model lacks are hidden while a sentence has fewer symbols: the
# embedded model was trained on one to three, and measured on six.
MOST_HIDDEN = 6
# Soft hyphens and spaces without a width: words with one are other words to a model.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
# How far before a plural words are looked for that stand before one.
AROUND = 20


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ready for translation.

    `parts` are units, and the text between them that stays; `hidden` is what its symbols stand
    for; `capitals` tells that it is written in capitals; `bare` is it without its `marks`. Of one
    that is a `field` they are the value, and the label is known.
    """

    source: str
    parts: tuple[Unit | str, ...]
    hidden: tuple[str, ...]
    capitals: bool
    bare: str = ""
    marks: tuple[Mark, ...] = ()
    field: closed.Field | None = None

    @property
    def units(self) -> list[Unit]:
        """The parts that are translated."""
        return [p for p in self.parts if isinstance(p, Unit)]

    @property
    def sent(self) -> str:
        """What is sent, as one text, with what the symbols stand for in place."""
        return show(self._given, self.hidden)

    @property
    def _given(self) -> str:
        return "".join(p if isinstance(p, str) else p.text for p in self.parts)

    def join(self, english: Sequence[str]) -> str:
        """Give the English sentence made of the English of each unit.

        >>> s = Sentence("VOIR @moi !", (Unit("Voir ⟦0⟧ !"),), ("@moi",), True)
        >>> s.join(["See ⟦0⟧!"])
        'SEE @moi!'
        """
        texts = iter(english)
        out: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                out.append(part)
                continue
            text = next(texts)
            out.append(raise_case(text, part.terms) if self.capitals else text)
        joint = show(glued("".join(out), self._given), self.hidden)
        return self.field.label + first_raised(self.field.value, joint) if self.field else joint


def given(source: str, english: str) -> Sentence:
    """Give the sentence `source` of which it is known that it is `english`.

    >>> given("Plats", "Main courses").join([])
    'Main courses'
    """
    return Sentence(source, (english,), (), capitals=False, bare=source)


def prepare(  # noqa: PLR0913 - what its text tells has defaults
    source: str,
    engine: Engine,
    terms: Terms,
    *,
    lower: bool = False,
    variety: str = "",
    called: Called = NOBODY,
    about: frozenset[str] = frozenset(),
) -> Sentence:
    """Make `source`, a sentence, ready for `engine`; `lower` tells that its text has no capitals.

    What its text has `called` somebody is a name, though it is a word, and what that is `about`
    tells how some are meant. Of a label and its value the value alone is translated.

    >>> from translate.mt.job import loaded
    >>> prepare("Il **dort**, le cha\u00adton.", loaded("", "fr", "en"), Terms()).sent
    'Il dort, le chaton.'
    """
    bare, marks = unmarked(source)
    lower = lower or without_capitals(bare)
    made = closed.field(bare, (engine.source, engine.target), variety)
    if made and any(terms.places(bare)):
        made = None
    if made and made.done:
        sentence = given(source, made.value)
    else:
        rest = made.value if made else bare
        sentence = prepare_bare(
            rest, engine, terms, lower=lower, variety=variety, called=called, about=about
        )
    return replace(sentence, source=source, bare=bare, marks=marks, field=made)


def prepare_bare(  # noqa: PLR0913 - as what calls it
    source: str,
    engine: Engine,
    terms: Terms,
    *,
    lower: bool,
    variety: str,
    called: Called,
    about: frozenset[str],
) -> Sentence:
    """Make `source`, a sentence without marks of emphasis, ready for `engine`.

    Capitals are folded, misspellings set right, orders and idioms said plainly, names in a text
    without capitals get theirs, protected stretches, rare names and signs that the model lacks are
    hidden, other names spelt canonically, the first letter raised (models are trained on sentences
    that begin with a capital), and what is too long for the engine is cut at clauses. Where there
    are more protected stretches than symbols, only what stands between them is translated. What is
    unseen within a word, as a soft hyphen is, is left out.
    """
    pair = engine.source, engine.target
    text = INVISIBLE.sub("", source)
    small = lowered(text, terms, pair)
    capitals, text = small != text, small
    text = with_subject(well_spelt(rewritten(text, engine), terms, pair), pair[0])
    text = foretold(dated(text, pair[0]), pair[0])
    text = subject_first(reported(closed.plain(text, pair[0]), pair[0]), pair[0])
    text = plainer(ordered(text, pair[0]), pair[0], about)
    if lower:
        text = raise_names(text, list(protected(text)), engine, terms)
        text = closed.plain(text, engine.source)
    spans = list(protected(text))
    quoted = list(foreign_quotations(text, engine.source, engine.target))
    text = closed.with_acronyms(text, [*spans, *quoted], pair)
    if quoted:
        spans = sorted([*apart(spans, quoted), *quoted], key=lambda s: s.start)
    ours, changed = listed(text, terms), altered(text, terms)
    if copied := closed.copied(text, pair, variety):
        fixed = apart(copied, [*spans, *changed])
        spans = sorted([*spans, *fixed], key=lambda s: s.start)
    symbols = SYMBOLS[: len(engine.card.placeholders)]
    if len(spans) > len(symbols):
        return around(source, text, spans, engine, terms)
    free = max(0, min(MOST_HIDDEN, len(symbols)) - len(spans))
    signs = strange(text, engine, spans)
    if signs:  # the glossary takes care of its names
        signs = apart(signs, ours)
    signs = closed.with_amounts(text, signs, pair, variety)
    # A sign that is lost is a value lost, a name is garbled at worst.
    made = apart(compounds(text, pair, engine.card.dictionary.meaning), [*spans, *signs])
    taken = [*signs, *made]
    taken += apart(list(named_so(text, called, pair[0])), [*spans, *taken, *ours])
    taken += names(text, engine, terms, [*spans, *taken], changed)
    spans = sorted([*spans, *taken[:free]], key=lambda s: s.start)
    if capitals:
        spans = [raised(span, text) for span in spans]
    plain, (text, hidden) = text, hide(text, spans)
    shown = tuple(
        (symbol, plain[span.start : span.end], english)
        for symbol, span, english in zip(SYMBOLS, spans, hidden, strict=False)
        if span.kind == "name"
    )
    text = first_letter(canonical(text, terms), engine.source)
    made_of = units(fitting(text, engine), terms, shown, asked_in(text, pair, about))
    return Sentence(source, tuple(made_of), hidden, capitals)


def names(
    text: str,
    engine: Engine,
    terms: Terms,
    taken: Sequence[HeldSpan],
    changed: Sequence[HeldSpan],
) -> list[HeldSpan]:
    """Give the abbreviations that `engine` does not know, then the names it is likely to garble.

    None is among `changed`, the names of the glossary that do not stay as they stand, has an
    English form of its own, or is in `taken`.
    """
    known = apart(closed.named(text, (engine.source, engine.target)), taken)
    taken = [*taken, *known]
    if short := list(abbreviations(text, engine)):
        short = apart(short, [*taken, *listed(text, terms)])
    spoken = language(engine.source)
    called = [
        HeldSpan(one.start, one.start + len(one.name), "name", one.english)
        for one in closed.people(text, engine.source)
    ]
    short_of = [HeldSpan(*one, "name") for one in initialled(text, engine.source)]
    called = sorted([*called, *apart(short_of, called)], key=lambda span: span.start)
    called = apart(called, [*taken, *short, *changed])
    rare = (
        HeldSpan(start, end, "name")
        for start, end in terms.unlisted(text, engine.source)
        if garbled(text[start:end], engine) or family_of_a_place(text, start, end, spoken)
    )
    renamed = [span for span in known if span.english]
    values = [HeldSpan(i.start, i.end, i.family) for i in closed.amounts(text, engine.source)]
    taken = [*taken, *short, *called]
    return [*renamed, *short, *called, *apart(rare, [*taken, *values])]


def well_spelt(text: str, terms: Terms, pair: tuple[str, str]) -> str:
    """Give `text` with its misspellings set right, unless a name of the glossary is one."""
    out = respelt(text, pair)
    if out == text:
        return text
    there = [[one[span.start : span.end] for span in listed(one, terms)] for one in (text, out)]
    return out if there[0] == there[1] else text


def listed(text: str, terms: Terms) -> list[HeldSpan]:
    """Give the names of the glossary in `text`."""
    return [HeldSpan(start, end, "term") for start, end in terms.places(text)]


def altered(text: str, terms: Terms) -> list[HeldSpan]:
    """Give those of the names of the glossary in `text` that do not stay as they stand."""
    return [HeldSpan(start, end, "term") for start, end in terms.altered(text)]


def garbled(name: str, engine: Engine) -> bool:
    """Tell whether a word of `name` is so rare that `engine` is likely to spell it wrong.

    One with a capital within (`OpenAI`) is, whatever its tokens: the last often goes missing.
    """
    rare = engine.card.rare_name_tokens
    return bool(rare) and any(
        engine.count(word) >= rare or capital_within(word) for word in name.split()
    )


def abbreviations(text: str, engine: Engine) -> Iterator[HeldSpan]:
    """Give the abbreviations in `text` that `engine` does not know, with their English."""
    if not engine.card.abbreviations:
        return
    several = language(engine.source).numbers.several
    for match in whole(*engine.card.abbreviations).finditer(text):
        before = text[max(0, match.start() - AROUND) : match.start()]
        plural = bool(several and several.search(before))
        yield HeldSpan(*match.span(), "name", engine.card.abbreviations[match[0]][plural])


def raise_names(text: str, spans: Sequence[HeldSpan], engine: Engine, terms: Terms) -> str:
    """Give `text`, in lower case, with capitals for names and abbreviations outside of `spans`.

    Those of the glossary come first, while the capitals of others do not yet make theirs look lost.
    In text with capitals an abbreviation could not be told from a word spelt alike.
    """
    short = {word.lower(): word for word in engine.card.abbreviations}
    out: list[str] = []
    at = 0
    for span in [*spans, HeldSpan(len(text), len(text), "end")]:
        part = canonical(text[at : span.start], terms)
        if short:
            part = whole(*short).sub(lambda m: short[m[0]], part)
        out += terms.truecase(part, engine.source), text[span.start : span.end]
        at = span.end
    return "".join(out)


def canonical(text: str, terms: Terms) -> str:
    """Give `text` with the names of the glossary spelt canonically."""
    return apply(text, terms.prepare(text))


def fitting(text: str, engine: Engine) -> list[str]:
    """Cut `text` where it is too long for `engine`."""
    if len(text.encode("utf-8", "replace")) <= engine.limit:  # a token is a byte at least
        return [text]
    return split_long(text, engine.count, engine.limit, engine.source)


def around(
    source: str, text: str, spans: Sequence[HeldSpan], engine: Engine, terms: Terms
) -> Sentence:
    """Make `text`, from `source`, ready without its protected `spans`: what is between them."""
    parts: list[Unit | str] = []
    at = 0
    for span in spans:
        parts += between(text[at : span.start], engine, terms)
        parts.append(text[span.start : span.end])
        at = span.end
    parts += between(text[at:], engine, terms)
    return Sentence(source, tuple(parts), (), False)


def between(text: str, engine: Engine, terms: Terms) -> list[Unit | str]:
    """Give the parts of `text`, which holds nothing protected."""
    if not LETTER.search(text):
        return [text] if text else []
    text = canonical(text, terms)
    return list(units(fitting(text, engine), terms))


def units(
    texts: Sequence[str], terms: Terms, names: Names = (), about: frozenset[str] = frozenset()
) -> Iterator[Unit | str]:
    """Give a unit for each of `texts`, the space around it apart.

    >>> from translate.mt.terms import Terms
    >>> [u if isinstance(u, str) else u.text for u in units(["Un, ", "- ", "deux"], Terms())]
    ['Un,', ' ', '- ', 'deux']
    """
    for text in texts:
        body = text.strip()
        if not LETTER.search(body):
            yield text
            continue
        start = text.index(body)
        if start:
            yield text[:start]
        here = tuple(n for n in names if n[0] in body)
        yield Unit(body, tuple(terms.required(body)), here, about)
        if start + len(body) < len(text):
            yield text[start + len(body) :]
