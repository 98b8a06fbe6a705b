"""Set phrases: what a short sentence or quotation is in the other language, word for word a list.

A model that is given two words has nothing to tell their sense by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.languages import language
from translate.languages.words import with_capital_of
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import holds

LABEL = re.compile(r"(?P<said>[^:\n]{2,40}?)\s*:(?=\s)")
SPACE = re.compile(r"\s+")
END = re.compile(r"\s*[.!?…,]+$")
QUOTED = re.compile(r"[«“\"]\s*(?P<said>[^«»“”\"]{1,40}?)\s*[»”\"]")


Phrases = Mapping[str, tuple[str, ...]]
Formulas = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _known(pair: tuple[str, str]) -> tuple[Phrases, Formulas]:
    found = language(pair[0]).table("phrases.toml")
    return (
        {said: tuple(forms.split("|")) for said, forms in found.get(pair[1], {}).items()},
        tuple(
            (re.compile(one["pattern"]), one["to"])
            for one in found.get("formulas", {}).get(pair[1], ())
        ),
    )


def _forms(text: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give what `text` may be in the other language, the first the one to be written."""
    said = SPACE.sub(" ", text.strip().lower().replace("'", "’"))
    known, formulas = _known(pair)
    bare = END.sub("", said)
    alike = (to for pattern, to in formulas if pattern.fullmatch(bare))
    return known.get(said) or known.get(bare) or tuple(alike)[:1]


def phrase(text: str, pair: tuple[str, str]) -> str:
    """Give the set phrase `text` in the other language, without its end mark, "" if it is none.

    >>> phrase("Tant pis !", ("fr", "en")), phrase("Le pis de la vache", ("fr", "en"))
    ('too bad', '')
    """
    return next(iter(_forms(text, pair)), "")


def lost_phrases(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the quotations of `source` that are set phrases and that `english` does not have.

    >>> said = "Il dit « merci »."
    >>> [(one.text, one.english) for one in lost_phrases(said, "He says this.", ("fr", "en"))]
    [('merci', 'thank you')]
    """
    for match in QUOTED.finditer(source):
        forms = _forms(match["said"], pair)
        if forms and not any(holds(english.lower(), form.lower()) for form in forms):
            yield Lost(*match.span("said"), match["said"], "", forms[0])


def with_label(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the label that `source` begins with, where that is a set phrase.

    >>> with_label("Objet : un don", "Items: a gift", ("fr", "en"))
    'Subject: a gift'
    """
    mine, theirs = LABEL.match(source), LABEL.match(english)
    forms = _forms(mine["said"], pair) if mine and theirs else ()
    if not (mine and theirs and forms) or theirs["said"].lower() in forms:
        return english
    return with_capital_of(mine["said"], forms[0]) + english[theirs.end("said") :]
