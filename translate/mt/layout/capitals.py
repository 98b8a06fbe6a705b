"""Lines in capitals: read in small letters, and written in capitals again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.document import Edit, apply
from translate.mt import closed
from translate.mt.closed.reading import read
from translate.mt.held import SYMBOL, HeldSpan, apart, protected
from translate.mt.sentences import CAPITALS
from translate.mt.terms import Term, Terms

GENITIVE = re.compile(r"['’]s(?!\w)")
# What tells that an amount is in signs: 12 M€, 3 °C.
SIGN = re.compile("[€$£°]")
# The families of expressions that a heading in capitals may have in small letters.
SMALL = ("date", "time", "hours", "duration", "money", "measure")
# A number with a short unit behind it, whatever that is: 45 min.
SHORT = re.compile(r"(?<!\d)\d+ ?[a-zà-ÿ]{1,3}(?![^\W_])")
# Words, but for those that short units and half days are behind a number: km, kWh, p.m.
SMALL_WORD = re.compile(
    r"(?<![\w.])(?:(?<!\d )[^\W\d_]+|[^\W\d_]+(?= [€$£]?\d)|[^\W\d_]{4,})(?![\w.])"
)


def lowered(text: str, terms: Terms, pair: tuple[str, str]) -> str:
    """Give `text` in small letters if it is in capitals.

    Names, numerals, addresses and what is copied keep theirs.

    >>> lowered("LE FORUM WWW.A.FR DE L'ART. L. 123-4, 12 M€", Terms(), ("fr", "en"))
    "le forum WWW.A.FR de l'art. L. 123-4, 12 M€"
    >>> lowered("Le forum de la SNCF", Terms(), ("fr", "en"))
    'Le forum de la SNCF'
    """
    if not in_capitals(text, 1):
        return text
    spans = list(protected(text))
    spans += apart(closed.copied(text, pair), spans)
    spans += apart(in_small_letters(text, pair[0]), spans)
    there = [(span.start, text[span.start : span.end]) for span in spans]
    rest = apply(text, (Edit(at, one, "") for at, one in there))
    if not in_capitals(rest):
        return text
    low = terms.truecase(closed.with_acronyms(closed.in_small(text, pair[0]), [], pair), pair[0])
    if len(low) != len(text):
        return text
    return apply(low, (Edit(at, low[at : at + len(one)], one) for at, one in there))


def in_small_letters(text: str, code: str) -> Iterator[HeldSpan]:
    """Give the dates, times and amounts of `text` that are in signs or in small letters.

    >>> text = "FOIRE DU 3 mai À 8 H, 3 €, 4 EUROS, 45 min"
    >>> [text[span.start : span.end] for span in in_small_letters(text, "fr")]
    ['3 mai', '3 €', '45 min']
    """
    found = []
    for item in read(text, code):
        told = text[item.start : item.end]
        if item.family in SMALL and (told.upper() != told or SIGN.search(told)):
            found.append(HeldSpan(item.start, item.end, "sign"))
    yield from found
    yield from apart((HeldSpan(*m.span(), "sign") for m in SHORT.finditer(text)), found)


def in_capitals(text: str, most: int = 9) -> bool:
    """Tell whether `text` is in capitals, as headings are: `most` of them for a small letter.

    >>> in_capitals("LES CADRES S'EN VONT"), in_capitals("SNCF"), in_capitals("OpenAI et ChatGPT")
    (True, False, False)
    """
    lower, upper = sum(map(str.islower, text)), sum(map(str.isupper, text))
    return upper >= CAPITALS and upper >= most * lower


def raised(span: HeldSpan, text: str) -> HeldSpan:
    """Give `span` of `text` with its words in capitals, if it is a name or what is written anew.

    >>> raised(HeldSpan(0, 4, "name", "Francis I, at 8 p.m."), "Roi!").english
    'FRANCIS I, AT 8 p.m.'
    >>> raised(HeldSpan(0, 9, "name", "3 to 5 km"), "3 À 5 KM").english
    '3 TO 5 km'
    """
    if span.kind != "name":
        return span
    english = span.english or text[span.start : span.end]
    return replace(span, english=SMALL_WORD.sub(lambda m: m[0].upper(), english))


def raise_case(english: str, terms: Sequence[Term]) -> str:
    """Give `english` in capitals, except for the names, which keep their spelling.

    >>> term = Term("cadre", "executive", "cadre", ("executive", "executives"))
    >>> raise_case("OpenAI loses an executive", [Term("OpenAI", "OpenAI", "OpenAI"), term])
    'OpenAI LOSES AN EXECUTIVE'
    >>> raise_case("Ada's garden", [Term("Ada", "Ada", "Ada")])
    "Ada's GARDEN"
    >>> raise_case("⟦0⟧'s garden", ())
    "⟦0⟧'S GARDEN"
    """
    names = [SYMBOL.pattern, *(re.escape(t.target) for t in terms if not t.noun)]
    out = re.split(f"({'|'.join(names).replace('(', '(?:').replace('?:?:', '?:')})", english)
    for n in range(0, len(out), 2):
        shouted = not n or out[n - 1].isupper() or SYMBOL.fullmatch(out[n - 1])
        genitive = None if shouted else GENITIVE.match(out[n])
        small = genitive.end() if genitive else 0
        out[n] = out[n][:small] + out[n][small:].upper()
    return "".join(out)
