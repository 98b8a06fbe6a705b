"""From a sentence as it stands in a text to what the model is given, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.document import apply
from translate.mt.engine import Engine
from translate.mt.mask import SYMBOL, SYMBOLS, Span, hide, protected, show
from translate.mt.sentences import LETTER, OPENING, split_long
from translate.mt.signs import rewritten, strange
from translate.mt.terms import Term, Terms

# Rare names and signs that the model lacks are hidden while a sentence has fewer symbols: the
# embedded model was trained, and measured, on one to three.
MOST_HIDDEN = 4
# A line counts as written in capitals from this many letters on; shorter ones may be acronyms.
CAPITALS = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """What is translated in one go: `text` for the model, and the names it holds.

    `terms` are those that stand in it, `names` the symbols that stand for others; these may change
    places, as names do between languages.
    """

    text: str
    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def symbols(self) -> list[str]:
        """The symbols in `text`, in order.

        >>> Unit("Voir ⟦0⟧ et ⟦1⟧.").symbols
        ['⟦0⟧', '⟦1⟧']
        """
        return [m[0] for m in SYMBOL.finditer(self.text)]

    def holds(self, english: str) -> bool:
        """Tell whether every symbol is in `english` once, those of no name in their order.

        >>> Unit("Voir ⟦0⟧ et ⟦1⟧.").holds("See ⟦1⟧ and ⟦0⟧.")
        False
        >>> Unit("Voir ⟦0⟧ et ⟦1⟧.", names=("⟦1⟧",)).holds("See ⟦1⟧ and ⟦0⟧.")
        True
        """
        found, wanted = [m[0] for m in SYMBOL.finditer(english)], self.symbols
        fixed = [[s for s in some if s not in self.names] for some in (found, wanted)]
        return sorted(found) == sorted(wanted) and fixed[0] == fixed[1]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ready for translation.

    `parts` are units, and the text between them that stays; `hidden` is what its symbols stand
    for; `capitals` tells that it is written in capitals.
    """

    source: str
    parts: tuple[Unit | str, ...]
    hidden: tuple[str, ...]
    capitals: bool

    @property
    def units(self) -> list[Unit]:
        """The parts that are translated."""
        return [p for p in self.parts if isinstance(p, Unit)]

    @property
    def sent(self) -> str:
        """What is sent, as one text, with what the symbols stand for in place."""
        return show("".join(p if isinstance(p, str) else p.text for p in self.parts), self.hidden)

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
        return show("".join(out), self.hidden)


def raise_case(english: str, terms: Sequence[Term]) -> str:
    """Give `english` in capitals, except for the names, which keep their spelling.

    >>> raise_case("OpenAI loses three directors", [Term("OpenAI", "OpenAI", "OpenAI")])
    'OpenAI LOSES THREE DIRECTORS'
    """
    names = [SYMBOL.pattern, *(re.escape(t.target) for t in terms)]
    out = re.split(f"({'|'.join(names).replace('(', '(?:').replace('?:?:', '?:')})", english)
    return "".join(part if n % 2 else part.upper() for n, part in enumerate(out))


def prepare(source: str, engine: Engine, terms: Terms) -> Sentence:
    """Make `source`, a sentence, ready for `engine`.

    Capitals are folded, protected stretches, rare names and signs that the model lacks hidden,
    other names spelt canonically, the first letter raised (models are trained on sentences that
    begin with a capital), and what is too long for the engine is cut at clauses.
    """
    text = rewritten(source, engine)
    spans = list(protected(text))
    symbols = SYMBOLS[: len(engine.placeholders)]
    if len(spans) > len(symbols):
        return around(source, engine, terms)
    free = max(0, min(MOST_HIDDEN, len(symbols)) - len(spans))
    spans += rare_names(text, engine, terms, spans)[:free]
    free = max(0, min(MOST_HIDDEN, len(symbols)) - len(spans))
    signs = [s for s in strange(text, engine, spans) if not named(text[s.start : s.end], terms)]
    spans = sorted([*spans, *signs[:free]], key=lambda s: s.start)
    text, hidden = hide(text, spans)
    names = tuple(s for s, span in zip(SYMBOLS, spans, strict=False) if span.kind == "name")
    capitals = in_capitals(text)
    if capitals:
        text = text.lower()
    text = raise_first(apply(text, terms.prepare(text)))
    return Sentence(source, tuple(units(fitting(text, engine), terms, names)), hidden, capitals)


def rare_names(text: str, engine: Engine, terms: Terms, taken: Sequence[Span]) -> list[Span]:
    """Give the names in `text`, none in `taken`, that `engine` is likely to spell wrong."""
    if in_capitals(text):
        return []
    names = (
        Span(start, end, "name")
        for start, end in terms.unlisted(text, engine.source)
        if engine.garbles(text[start:end])
    )
    return [s for s in names if not any(s.start < t.end and t.start < s.end for t in taken)]


def named(word: str, terms: Terms) -> bool:
    """Tell whether `word` is of a name that the glossary takes care of."""
    return bool(terms.prepare(word) or terms.required(word))


def fitting(text: str, engine: Engine) -> list[str]:
    """Cut `text` where it is too long for `engine`."""
    if len(text.encode()) <= engine.limit:  # a token is a byte at least
        return [text]
    return split_long(text, engine.count, engine.limit, engine.source)


def around(source: str, engine: Engine, terms: Terms) -> Sentence:
    """Make `source` ready with its protected stretches left out: what is between is translated."""
    parts: list[Unit | str] = []
    at = 0
    for span in protected(source):
        parts += between(source[at : span.start], engine, terms)
        parts.append(source[span.start : span.end])
        at = span.end
    parts += between(source[at:], engine, terms)
    return Sentence(source, tuple(parts), (), False)


def between(text: str, engine: Engine, terms: Terms) -> list[Unit | str]:
    """Give the parts of `text`, which holds nothing protected."""
    if not LETTER.search(text):
        return [text] if text else []
    text = apply(text, terms.prepare(text))
    return list(units(fitting(text, engine), terms))


def units(texts: Sequence[str], terms: Terms, names: Sequence[str] = ()) -> Iterator[Unit | str]:
    """Give a unit for each of `texts`, the space around it apart; `names` are symbols of names.

    >>> from translate.mt.terms import NoTerms
    >>> [u if isinstance(u, str) else u.text for u in units(["Un, ", "- ", "deux"], NoTerms())]
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
        yield Unit(body, tuple(terms.required(body)), tuple(n for n in names if n in body))
        if start + len(body) < len(text):
            yield text[start + len(body) :]


def in_capitals(text: str) -> bool:
    """Tell whether `text` is written in capitals, as headings are.

    >>> in_capitals("LES CADRES S'EN VONT"), in_capitals("SNCF"), in_capitals("OpenAI et ChatGPT")
    (True, False, False)
    """
    lower, upper = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return upper >= CAPITALS and upper >= 9 * lower


def raise_first(text: str) -> str:
    """Give `text` with a capital first letter, unless its first word mixes cases or has digits.

    >>> raise_first("« il part »"), raise_first("iPhone en main"), raise_first("o1 est là")
    ('« Il part »', 'iPhone en main', 'o1 est là')
    """
    at = OPENING.match(text).end()  # type: ignore[union-attr]
    word = re.match(r"\w*", text[at:])
    if not word or not word[0].isalpha() or not word[0].islower():
        return text
    return text[:at] + text[at].upper() + text[at + 1 :]
