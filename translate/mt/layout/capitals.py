"""Capitals: lines in them are read in small letters, a sentence begins with the one a model knows.

What was in capitals is written in capitals again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate.document import Edit, apply
from translate.languages import common, language
from translate.languages.words import WORD
from translate.mt import closed
from translate.mt.closed.reading import read
from translate.mt.held import SYMBOL, SYMBOLS, HeldSpan, apart, protected
from translate.mt.sentences import CAPITALS, opening
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
# So few words without an end mark are no sentence; so few may be a label or a heading.
FRAGMENT, LABEL = 2, 5
# Of the letters of French texts as they are mostly written, one in thirty is a capital.
FEW_CAPITALS = 0.005


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


def in_lower_case(text: str) -> bool:
    """Tell whether `text`, a whole one, is written without capitals but perhaps for a few.

    >>> in_lower_case("elle vit à londres. il pleut."), in_lower_case("Il pleut.")
    (True, False)
    """
    return sum(map(str.isupper, text)) <= FEW_CAPITALS * sum(map(str.islower, text))


def without_capitals(text: str) -> bool:
    """Tell whether `text`, a sentence, is written without capitals, though others may have some.

    >>> without_capitals("on l'a vu à openai."), without_capitals("pain noir")
    (True, False)
    """
    return text.islower() and len(text.split()) > FRAGMENT


def first_letter(text: str, code: str) -> str:
    """Give `text`, in language `code`, with the first letter that a model knows it by.

    A capital, as models are trained on sentences that begin so, unless the first word mixes cases
    or has digits; but a label without one stays small, and the ordinary words of one that begins
    with such a word become so, but where a name follows it: models know it best as it stands
    within sentences.

    >>> [first_letter(text, "fr") for text in ("« il part »", "iPhone en main", "o1 est là")]
    ['« Il part »', 'iPhone en main', 'o1 est là']
    >>> [first_letter(text, "fr") for text in ("Farine", "perte de poids", "Pain noir", "Paris")]
    ['farine', 'perte de poids', 'pain noir', 'Paris']
    >>> first_letter("Portrait de Sam Altman", "fr"), first_letter("Microsoft recrute", "fr")
    ('portrait de Sam Altman', 'Microsoft recrute')
    >>> first_letter("Sam Altman", "fr"), first_letter("Boulanger - ⟦0⟧", "fr")
    ('Sam Altman', 'boulanger - ⟦0⟧')
    """
    at = opening(text)
    word = re.match(r"\w*", text[at:])
    if not word or not word[0].isalpha():
        return text
    words = len(text.split())
    count = words if text[-1].isalpha() else LABEL + 1
    if word[0].islower() and count > LABEL:
        return text[:at] + text[at].upper() + text[at + 1 :]
    follows = WORD.match(text, at + word.end() + 1)
    named = follows and follows[0].istitle() and not ordinary(follows[0], code)
    count = words if text.endswith(SYMBOLS) else count
    if word[0].istitle() and count <= LABEL and ordinary(word[0], code) and not named:
        return _in_small_letters(text, code)
    return text


def _in_small_letters(label: str, code: str) -> str:
    """Give `label` with its ordinary words small, but where two behind the first are a name.

    So is any behind the first of a label that has small words enough to tell its capitals apart. A
    unit behind a number keeps its own: 45 Nm.

    >>> first_letter("Mentions Légales", "fr"), first_letter("Longue grève chez Boulanger", "fr")
    ('mentions légales', 'longue grève chez Boulanger')
    """
    behind = [*WORD.finditer(label)][1:]
    small_words = language(code).function_words
    if any(one[0].islower() and one[0] not in small_words for one in behind):
        behind = []
    names = [two for two in pairwise(behind) if all(one[0].istitle() for one in two)]
    kept = {one.start() for two in names for one in two}

    def small(one: re.Match[str]) -> str:
        keep = one.start() in kept or label[: one.start()].rstrip()[-1:].isdigit()
        return one[0] if keep or not ordinary(one[0], code) else one[0].lower()

    return WORD.sub(small, label, count=0 if behind else 1)


def ordinary(word: str, code: str) -> bool:
    """Tell whether `word`, with a capital, is an ordinary word of language `code`, no name."""
    known = language(code)
    named = word in known.first_names or word in known.cased or word in common("brands")
    return known.weight(word.lower()) > 0 and not named
