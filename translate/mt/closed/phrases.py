"""Set phrases: what a short sentence or quotation is in the other language, word for word a list.

A model that is given two words has nothing to tell their sense by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.languages import language
from translate.languages.words import NEVER
from translate.mt.closed.grammar import any_of
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import holds
from translate.mt.foreign import QUOTED

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


def key(text: str) -> str:
    """Give `text`, a phrase, a label or a value, as it is listed.

    >>> key(" Comme  d'habitude")
    'comme d’habitude'
    """
    return SPACE.sub(" ", text.strip().lower().replace("'", "’"))


def forms_of(text: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give what `text` may be in the other language, the first the one to be written."""
    said = key(text)
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
    if whole := forms_of(text, pair):
        return whole[0]
    joints, joint = _joints(pair)
    said, at = "", 0
    text = END.sub("", SPACE.sub(" ", text.strip()))
    for match in joint.finditer(text):
        forms = forms_of(text[at : match.start()], pair)
        if forms:
            said, at = f"{said}{forms[0]}{joints[match[0]]}", match.end()
    rest = text[at:]
    named = rest.split(" ")[0] in language(pair[0]).first_names and NAME.fullmatch(rest)
    last = rest if named else next(iter(forms_of(rest, pair)), "")
    return said + last if said and (last or not rest) else ""


def lost_phrases(source: str, english: str, pair: tuple[str, str]) -> Iterator[Lost]:
    """Give the quotations of `source` that are set phrases and that `english` does not have.

    >>> said = "Il dit « merci »."
    >>> [(one.text, one.english) for one in lost_phrases(said, "He says this.", ("fr", "en"))]
    [('merci', 'thank you')]
    """
    for match in QUOTED.finditer(source):
        forms = forms_of(match["said"], pair) if len(match["said"]) <= LONGEST else ()
        if forms and not any(holds(english.lower(), form.lower()) for form in forms):
            yield Lost(*match.span("said"), match["said"], "", forms[0])
