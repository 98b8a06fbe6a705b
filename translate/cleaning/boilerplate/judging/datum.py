"""What a short line tells by its shape: an amount, a day, a telephone, a label with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate.cleaning.boilerplate.lines import Line
from translate.cleaning.boilerplate.remembered import remembered
from translate.languages import month_numbers
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD

LABELLED = 15  # words of a line with a label before its value
SHORT = 5  # words of a label alone, at most
FEW = 3  # words of a number and what it counts, at most
BESIDES = 5  # words beside a datum, at most: a title has more
AT = 3  # words beside a time, at most
# What a datum may be, folded and in lower case; the first that a line has is what it is.
DATA = {
    "phone": r"(?:\+\d{1,3}|\b0\d)(?:[ .-]?\d{2,4}){3,7}\b|\b0\d{3,4} \d{5,7}\b",
    "mail": r"\b[\w.+-]+@[\w-]+\.[a-z]",
    # With its coin or unit: "12 €", "£8", "112 m²", "35 %".
    "amount": (
        r"[€$£]\s?\d|\d\s?(?:€|[$£]|eur\b|euros?\b|%|°|[cdkm]?m[²³23]?\b|[kmµ]?g\b|[cdmh]?l\b|min\b|"
        r"k?wh?\b|kcal\b|[mg]o\b|[mgt]b\b|ch\b|cv\b|v\b|km/h\b)|\b\d[\d.,]{0,15} (?:{measure})\b"
    ),
    "hour": (
        r"\b\d{1,2}\s?(?:h|:)(?:\s?\d\d)?\b|\b\d{1,2}\.\d\d\s?(?:{clock})\b|"
        r"\b\d{1,2}\s?(?:{clock})\b"
    ),
    "day": (
        r"\b\d{1,2}(?:\.|{ordinal})?\s(?:(?:{of})\s?)?{month}\b|\b{month}\s\d|"
        r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    ),
    "terms": r"^(?:{terms})(?:$|\s?[,(\d–-]| de \d| \w+$)",
    "years": r"\b1\d\d\d ?[-–] ?(?:1\d|20)\d\d\b",
}
# "6 personnes", "5 Zimmer"; no year before a name.
COUNTED = re.compile(r"(?!(?:19|20)\d\d )\(?\d[\d .,]*\)? ?(?:[a-z]{3}|[^\W\d]{3,}$)")
# A label before its value; between the figures of an hour stands no space.
FIELD = re.compile(r"[^\W\d_][^:|.!?]{1,40}?(?:(?<!\d) ?: ?| ?: )(?=\S)")
MOST = 45  # characters down to the end of a label
LABEL = 5  # words of a label, at most
VALUE = 4  # words of a value with a figure, at most
SOME_FIGURE = re.compile("[1-9]")  # what stands at nought tells nothing
NUMBER = re.compile(r"\W*\d[\d .,/-]*\W*$")
NAMES = r"(?:{field})"
MADE = r"(?:{updated}|{issued})"  # labels of when the page itself was made
TIMES = ("hour", "day")


def kind_of(line: Line) -> str:
    """Give what a line is by its shape: "labelled", "label", "number", a kind of `DATA` or "".

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [kind_of(split(one)[0]) for one in ("Salaire", "1 950", "12 €", "le 3 mai", "Le pont")]
    ['label', 'number', 'amount', 'day', '']
    """
    return _shape(line.folded, line.words)


def is_field(label: str) -> bool:
    """Tell whether a folded `label`, in lower case, is a known one: "salaire", "adresse :"."""
    return _names().match(label) is not None


def kinds_in(folded: str) -> Iterator[str]:
    """Give the kinds of the data in a folded line, in order.

    >>> list(kinds_in("Du 3 mai au 4 juin, 12 €"))
    ['day', 'day', 'amount']
    """
    return (str(one.lastgroup) for one in _data().finditer(folded.lower()))


@cache
def _data() -> re.Pattern[str]:
    """Give what a datum looks like, its kind as the name of its group."""
    months = "(?:" + "|".join(sorted(month_numbers(), key=len, reverse=True)) + ")"
    parts = (f"(?P<{kind}>{part.replace('{month}', months)})" for kind, part in DATA.items())
    return in_all_languages("|".join(parts))


@cache
def _names() -> re.Pattern[str]:
    """Give what the label of a value says, alone."""
    return in_all_languages(rf"{NAMES}\s*:?\s*$")


@remembered
def _shape(folded: str, words: int) -> str:
    lower = folded.lower()
    figures = SOME_FIGURE.search(folded)
    if words <= SHORT and is_field(lower):
        return "label"
    if words <= LABELLED and ":" in folded and (field := FIELD.match(folded)):
        return _labelled(lower[: field.end()], lower[field.end() :])
    found = _data().search(lower) if figures or words <= FEW or "@" in folded else None
    if found:
        kind = str(found.lastgroup)
        few = len(WORD.findall(_data().sub(" ", lower))) <= (AT if kind in TIMES else BESIDES)
        return kind * few
    if figures and NUMBER.match(folded):
        return "number"
    return "counted" * bool(figures and words <= FEW and COUNTED.match(folded))


def datum(line: Line) -> str:
    """Give the kind of datum that a line is by its shape: an amount, a day, a label with its value.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [datum(split(one)[0]) for one in ("Tarif : 12 €", "6 personnes", "Le pont rouvre")]
    ['labelled', 'counted', '']
    """
    kind = "" if line.prose else kind_of(line)
    return kind if kind != "label" else ""


def _labelled(label: str, value: str) -> str:
    """Give what a line with a label is: its value is a datum, or its label a known one."""
    if is_field(label):
        return "labelled"
    figures = SOME_FIGURE.search(value)
    if in_all_languages(MADE).match(label):
        return "day" * bool(figures)
    few = len(WORD.findall(value)) <= VALUE or _data().search(value)
    return "labelled" * bool(figures and few and len(WORD.findall(label)) <= LABEL)


def has_label(folded: str) -> bool:
    """Whether a folded line begins with a label before a value."""
    return ":" in folded[:MOST] and FIELD.match(folded) is not None
