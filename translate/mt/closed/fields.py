"""Lines of a label and a value: « Niveau : moyen », « Son : Lise Abadie ».

A small model joins the two ("Average level"), and takes the name of who did it for words ("Sound:
read Abadie"). The label is known (`labels.py`), and the value is translated alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from translate.languages.words import with_capital_of
from translate.mt.closed.labels import SAID, cased_like, label_forms, labels
from translate.mt.closed.phrases import key
from translate.mt.closed.polishing import written

LINE = re.compile(rf"{SAID}\s+(?P<value>[^:\n]+)")
# A value is so many words, without a number, an address or capitals at its beginning.
WORDS = 6
OTHER = re.compile(r"[A-ZÀ-Þ].*[a-zß-ÿ]|.*(?:[\d@/|©<>{}\[\]]|[.!?…;](?:\s|$)|\s[–—-]\s)")
BLANK = re.compile(rf"{SAID}(?P<blank>[\s.…_]*)")  # of a form, to be filled in
BRACKETS = re.compile(r"\([^()]*\)")


class Field(NamedTuple):
    """A label in the target language, with its colon, and the value behind it.

    `value` is to be translated, unless it is `done`: then it stands as it is to be written.
    """

    label: str
    value: str
    done: bool


def field(text: str, pair: tuple[str, str], variety: str = "") -> Field | None:
    """Give what `text`, a line, is, if it is a known label before a short value.

    >>> field("Niveau : moyen", ("fr", "en"))
    Field(label='Level: ', value='medium', done=True)
    >>> field("Son : Lise Abadie", ("fr", "en"))
    Field(label='Sound: ', value='Lise Abadie', done=True)
    >>> field("Départ : la gare", ("fr", "en"))
    Field(label='Departure: ', value='la gare', done=False)
    >>> field("Code postal : …", ("fr", "en"))
    Field(label='', value='Postal code: …', done=True)
    >>> field("Son : il est bon.", ("fr", "en")), field("La gare : un lieu", ("fr", "en"))
    (None, None)
    """
    if blank := BLANK.fullmatch(text):
        head = labels(pair).said.get(key(blank["said"]), ("",))[0]
        return (
            Field("", f"{cased_like(blank['said'], head)}:{blank['blank']}", True) if head else None
        )
    if not (found := LINE.fullmatch(text)):
        return None
    said, value = found["said"], found["value"].strip()
    label, known = key(said), labels(pair)
    if not (forms := label_forms(label, value, pair)):
        return None
    told = f"{cased_like(said, forms[0])}: "
    if listed := known.values.get(label, {}).get(key(value)):
        return Field(told, with_capital_of(value, listed), True)
    if known.role(label, value):
        return Field(told, _named(value, pair, variety), True)
    other = OTHER.match(value) or len(value.split()) > WORDS or not known.told(label)
    return None if other else Field(told, value, False)


def _named(value: str, pair: tuple[str, str], variety: str) -> str:
    """Give `value`, which is names, with titles and what joins them in the other language.

    >>> _named("M. Petit et Anne Roy (12e)", ("fr", "en"), "")
    'Mr. Petit and Anne Roy (12th)'
    """
    for word, other in labels(pair).joined.items():
        value = re.sub(rf"\b{re.escape(word)}", other, value)
    return BRACKETS.sub(lambda match: written(match[0], pair, variety), value)
