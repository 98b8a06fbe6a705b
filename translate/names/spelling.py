"""Words as names are compared: folded, split, ordinary or not."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from translate.languages import common, known
from translate.languages.words import fold_word

# A word, or a sign that can be part of a name (C++, AT&T, Yahoo!); other signs part words.
TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[+#&!@/,%*$=]")

APOSTROPHES = "'’ʼ‘`´"
HYPHENS = "-‐‑‒–−·"
SIGNS = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "\u00ad": None}
)


def key(name: str) -> tuple[str, ...]:
    """Give the folded words of `name`: two spellings with one key are one spelling.

    >>> key("GPT-4o"), key("L’Oréal"), key("C++")
    (('gpt', '4o'), ('l', 'oreal'), ('c', '+', '+'))
    """
    return tuple(fold_word(word) for word in TOKEN.findall(name))


def plain(name: str) -> str:
    """Give `name` with one kind of space, apostrophe and hyphen: what typography may change.

    >>> plain("l’abbaye de Port‑Royal")
    "l'abbaye de Port-Royal"
    """
    return " ".join(unicodedata.normalize("NFC", name).translate(SIGNS).split())


@cache
def no_first_names() -> frozenset[str]:
    """Give the folded words of all languages that are nobody's first name.

    >>> "selon" in no_first_names(), "pierre" in no_first_names()
    (True, False)
    """
    return common("particles").union(*(language.no_first_names for language in known()))


@cache
def articles() -> frozenset[str]:
    """Give the folded articles of all languages.

    >>> {"le", "l", "the"} <= articles()
    True
    """
    return frozenset().union(*(language.articles for language in known()))


@cache
def titles() -> frozenset[str]:
    """Give the folded words that stand with a name and do not tell people apart.

    >>> {"mme", "dr", "van"} <= titles()
    True
    """
    return common("particles").union(*(language.roles for language in known()))
