"""Headings that begin as a line does that names an author: "PAR CES MOTIFS", "By Night"."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.remembered import remembered
from translate.languages import all_first_names, common, known
from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD, fold

BY = r"\W*(?:{by})[ -]+(?=\w)"
# What names somebody though no first name is known: an initial, a desk.
NAMED = r"[A-Z]\.|(?:{desk})\b"


@remembered
def heads_by(text: str) -> bool:
    """Whether a line begins with "by" and is a heading, for it names nobody.

    That is one in capitals without a known first name, or one with an ordinary word alone.

    >>> heads_by("PAR CES MOTIFS"), heads_by("PAR MARIE CURIE"), heads_by("Par Marie Curie")
    (True, False, False)
    >>> heads_by("By Night"), heads_by("By Lovelace")
    (True, False)
    """
    folded = fold(text).strip()
    begins = in_all_languages(BY, re.IGNORECASE).match(folded)
    if begins is None:
        return False
    said = folded[begins.end() :]
    words = WORD.findall(said.lower())
    capitals = folded.isupper()
    if not words or not (capitals or len(words) == 1):
        return False
    if in_all_languages(NAMED, re.IGNORECASE).match(said):
        return False
    if any(word in names for word in words for names in (all_first_names(), common("agencies"))):
        return False
    return capitals or any(words[0] in one.ordinary for one in known())
