"""Set phrases: what a short sentence or quotation is in the other language, word for word a list.

A model that is given two words has nothing to tell their sense by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.languages import language
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import holds
from translate.reading import read_toml

SPACE = re.compile(r"\s+")
END = re.compile(r"\s*[.!?…]+$")
QUOTED = re.compile(r"[«“\"]\s*(?P<said>[^«»“”\"]{1,40}?)\s*[»”\"]")


@cache
def _phrases(pair: tuple[str, str]) -> Mapping[str, tuple[str, ...]]:
    path = language(pair[0]).folder / "phrases.toml"
    found = read_toml(path).get(pair[1], {}) if path.is_file() else {}
    return {said: tuple(forms.split("|")) for said, forms in found.items()}


def _forms(text: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """Give what `text` may be in the other language, the first the one to be written."""
    said = SPACE.sub(" ", text.strip().lower().replace("'", "’"))
    known = _phrases(pair)
    return known.get(said) or known.get(END.sub("", said)) or ()


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
