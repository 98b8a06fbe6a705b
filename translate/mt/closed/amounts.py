"""Numbers in digits and in words: from text to value."""

from __future__ import annotations

import re
from fractions import Fraction

from translate.languages import language
from translate.languages.words import LETTER
from translate.mt.closed.grammar import HUNDRED, Grammar
from translate.mt.counterparts.numbers import roman_value

SPACES = re.compile(r"[ \xa0\u2009\u202f'’]")
# Groups of thousands that only a translation parts so, first by a sign and then by a space.
MIXED = re.compile(r"\d{1,3}[.,]\d{3}(?:[ \xa0\u2009\u202f]\d{3})+")
# More digits than this are a serial number, not a quantity.
LONGEST = 18
NOUGHTS = "000"


def amounts(text: str, known: Grammar, scale: str = "") -> tuple[Fraction, ...]:
    """Give what `text`, a number in digits, in words, or in digits with a scale, may mean.

    >>> from translate.mt.closed.grammar import grammar
    >>> amounts("1.250,5", grammar("fr")), amounts("two hundred and six", grammar("en"))
    ((Fraction(2501, 2),), (Fraction(206, 1),))
    >>> amounts("quatre-vingt-dix-sept", grammar("fr"))
    (Fraction(97, 1),)
    """
    factor = known.values.get(scale.strip(" -"), Fraction(1)) if scale else Fraction(1)
    if not text[:1].isdigit():
        value = spelt(text, known)
        return (value * factor,) if value is not None else ()
    match = LETTER.search(text)
    if match:
        word = text[match.start() :].lower()
        factor *= known.values.get(word, Fraction(1))
        text = text[: match.start()].rstrip("- ")
    return tuple(value * factor for value in digits(text, known.decimal))


def digits(text: str, decimal: str) -> list[Fraction]:
    """Give what `text`, in digits, may mean, first as the sign for decimals says.

    Three noughts are no decimals first: a text that came from English has "245,000".

    >>> digits("1,234", ","), digits("2.200.112", ",")
    ([Fraction(617, 500), Fraction(1234, 1)], [Fraction(2200112, 1)])
    >>> digits("245,000", ",")
    [Fraction(245000, 1), Fraction(245, 1)]
    """
    if MIXED.fullmatch(text):  # 67,400 000
        return [Fraction(re.sub(r"\D", "", text))]
    text = SPACES.sub("", text)
    marks = [c for c in text if c in ".,"]
    if len(text) > LONGEST:
        return []
    if len(set(marks)) > 1:  # 1.250,5
        whole, _, part = text.rpartition(marks[-1])
        return [Fraction(f"{_plain(whole)}.{part}")]
    if len(marks) > 1:
        return [Fraction(_plain(text))]
    readings = [text.replace(",", ".")]
    if marks and len(part := text.partition(marks[0])[2]) == 3:
        readings.insert(marks[0] == decimal and part != NOUGHTS, _plain(text))
    return list(map(Fraction, readings))


def _plain(text: str) -> str:
    return text.replace(".", "").replace(",", "")


def spelt(text: str, known: Grammar) -> Fraction | None:
    """Give the value of `text`, a number in words, None where the words do not make one.

    >>> from translate.mt.closed.grammar import grammar
    >>> [str(spelt(t, grammar("fr"))) for t in ("vingt et un", "deux mille cent", "dix trente")]
    ['21', '2100', 'None']
    """
    numbers = language(known.code).numbers
    joined = known.table("cardinals")["joined"]
    joins = False
    total = part = Fraction(0)
    ceiling: Fraction | None = None
    for word in re.findall(r"[^\W\d_]+", text.lower()):
        if word in numbers.joins:
            joins = True
            continue
        value = known.values.get(word)
        if value is None and word in known.words("articles"):
            continue
        if value is None or (joins and joined and value not in joined):
            return None
        joins = False
        if value >= 1000:  # a scale
            if ceiling is not None and value >= ceiling:
                return None
            total, part, ceiling = total + (part or 1) * value, Fraction(0), value
        elif (int(part % HUNDRED), int(value)) in numbers.times:
            part += part % HUNDRED * (value - 1)
        elif value == HUNDRED:
            if part >= 20:  # vingt cents
                return None
            part = (part or 1) * value
        elif part % HUNDRED == 0 or fits(int(part % HUNDRED), int(value), known):
            part += value
        else:
            return None
    return total + part


def fits(part: int, value: int, known: Grammar) -> bool:
    """Tell whether `value` may follow the number word `part`, of the language `known`.

    >>> from translate.mt.closed.grammar import grammar
    >>> french = grammar("fr")
    >>> fits(20, 3, french), fits(60, 12, french), fits(10, 7, french), fits(10, 2, french)
    (True, True, True, False)
    """
    table = known.table("cardinals")
    if part == 10:
        return value in table.get("late", ())
    return (part >= 20 and part % 10 == 0 and value < 10) or (part in table["teens"] and value < 20)


def roman(text: str) -> int:
    """Give the value of a Roman number, 0 for none.

    >>> roman("XIX"), roman("VIII"), roman("IIX")
    (19, 8, 0)
    """
    match = re.fullmatch(r"(X{0,3})(IX|IV|V?I{0,3})", text.upper())
    return int(roman_value(match)) if match else 0
