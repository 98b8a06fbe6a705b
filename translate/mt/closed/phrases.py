"""Set phrases: what a short sentence or quotation is in the other language, word for word a list.

A model that is given two words has nothing to tell their sense by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.languages import language
from translate.languages.words import NEVER, with_capital_of
from translate.mt.closed.grammar import any_of
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import holds
from translate.mt.foreign import QUOTED

LABEL = re.compile(r"(?P<said>[^:\n]{2,40}?)\s*:(?=\s)")
SPACE = re.compile(r"\s+")
NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?")
END = re.compile(r"\s*[.!?…,:]+$")
LONGEST = 40  # letters of a quotation that may be one


Phrases = Mapping[str, tuple[str, ...]]
Formulas = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _joints(pair: tuple[str, str]) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Give what joins two phrases, with its English, and the pattern of all of it."""
    joints = language(pair[0]).table("phrases.toml").get("joints", {}).get(pair[1], {})
    return joints, re.compile(any_of(joints) if joints else NEVER.pattern)


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

    Several in a row are one, and so is one said to all, or to a person.

    >>> phrase("Tant pis !", ("fr", "en")), phrase("Le pis de la vache", ("fr", "en"))
    ('too bad', '')
    >>> phrase("Bonne soirée, à demain.", ("fr", "en")), phrase("Bonjour, Adrien !", ("fr", "en"))
    ('have a nice evening, see you tomorrow', 'hello, Adrien')
    """
    if whole := _forms(text, pair):
        return whole[0]
    joints, joint = _joints(pair)
    said, at = "", 0
    text = END.sub("", SPACE.sub(" ", text.strip()))
    for match in joint.finditer(text):
        forms = _forms(text[at : match.start()], pair)
        if forms:
            said, at = f"{said}{forms[0]}{joints[match[0]]}", match.end()
    rest = text[at:]
    named = rest.split(" ")[0] in language(pair[0]).first_names and NAME.fullmatch(rest)
    last = rest if named else next(iter(_forms(rest, pair)), "")
    return said + last if said and (last or not rest) else ""


def lost_phrases(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the quotations of `source` that are set phrases and that `english` does not have.

    >>> said = "Il dit « merci »."
    >>> [(one.text, one.english) for one in lost_phrases(said, "He says this.", ("fr", "en"))]
    [('merci', 'thank you')]
    """
    for match in QUOTED.finditer(source):
        forms = _forms(match["said"], pair) if len(match["said"]) <= LONGEST else ()
        if forms and not any(holds(english.lower(), form.lower()) for form in forms):
            yield Lost(*match.span("said"), match["said"], "", forms[0])


def with_label(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with the label that `source` begins with, where that is a set phrase.

    What is longer than either by more than a word says more than a label, and stays.

    >>> with_label("Objet : un don", "Items: a gift", ("fr", "en"))
    'Subject: a gift'
    >>> with_label("Oui : il l'a dit, ce soir.", "Yes, he did say so: tonight.", ("fr", "en"))
    'Yes, he did say so: tonight.'
    """
    mine, theirs = LABEL.match(source), LABEL.match(english)
    forms = _forms(mine["said"], pair) if mine and theirs else ()
    if not (mine and theirs and forms) or theirs["said"].lower() in forms:
        return english
    most = 1 + max(len(words.split()) for words in (mine["said"], *forms))
    if len(theirs["said"].split()) > most:
        return english
    return with_capital_of(mine["said"], forms[0]) + english[theirs.end("said") :]
