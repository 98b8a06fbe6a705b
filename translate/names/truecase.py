"""Capitals for the names in text that has none.

Which words have a capital nearly always is counted out of French text by training/capitals.py
(`cased.txt`), in the manner of Lita and others, "tRuEcasIng" (2003, aclanthology.org/P03-1020).
Makers and their products are listed (`common.toml`).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from translate.languages import Language, common, language
from translate.languages.parts import NameForms
from translate.languages.words import alone
from translate.names.unlisted import is_ordinary

# A word, compounds in one.
WORD = alone(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word before the number of a model: "gpt-5".
NUMBERED = re.compile(r"(?<![\w@#/.\\-])[^\W\d_]+(?=-\d)")
# A surname has at least so many letters.
SURNAME = 3


@cache
def words_with_capitals(spoken: Language) -> dict[str, str]:
    """Give the words of `spoken` that have a capital nearly always, by their lower case.

    >>> words_with_capitals(language("fr"))["openai"], words_with_capitals(language("de"))
    ('OpenAI', {})
    """
    names = [line.removesuffix("+") for line in spoken.cased]
    brands = common("brands") if names else ()
    return {name.lower(): name for name in (*names, *brands)}


@cache
def _kinds(forms: NameForms) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the pattern of brands with the kinds of them that are sold, and that of one kind."""
    brands, kind = "|".join(sorted(common("brands"))), "|".join(sorted(common("kinds"))).lower()
    return (
        re.compile(
            rf"\b(?:{brands}) (?:{kind})(?:(?: (?:{forms.joins.pattern})|,) (?:{kind}))*"
            rf"(?= (?:{forms.behind.pattern})\b|[,.;:!?)]|$)"
        ),
        re.compile(rf"(?<= )(?:{kind})(?!\w)"),
    )


@cache
def _first(spoken: Language) -> frozenset[str]:
    """The words, in lower case, that a surname follows."""
    names = {name.lower() for name in spoken.first_names if not is_ordinary(name, spoken)}
    known = (line[:-1].lower() for line in spoken.cased if line.endswith("+"))
    return frozenset(names.union(known))


def truecase(text: str, code: str) -> str:
    """Give `text`, a sentence in lower case, with capitals for the names that can be told.

    `code` is the language. They are words that have a capital nearly always, the unknown words
    after them, as surnames are, and unknown words in a row. The length stays; text in a language
    without data comes back as it is.

    >>> truecase("à londres, john tolkien lit, sans tolkien.", "fr")
    'à Londres, John Tolkien lit, sans tolkien.'
    >>> truecase("chatgpt plus et team, ou gpt-4o, plus tard.", "fr")
    'ChatGPT Plus et Team, ou GPT-4o, plus tard.'
    """
    spoken = language(code)
    if spoken.forms is None:
        return text
    words = list(WORD.finditer(text))
    near = [text[a.end() : b.start()] == " " for a, b in pairwise(words)]
    out = list(text)
    for i, match in enumerate(words):
        before = words[i - 1][0] if i and near[i - 1] else ""
        after = words[i + 1][0] if i < len(near) and near[i] else ""
        out[match.start() : match.end()] = _cased(match[0], before, after, spoken)
    known = words_with_capitals(spoken)
    for match in NUMBERED.finditer(text):
        out[match.start() : match.end()] = known.get(match[0], match[0])
    kinds, kind = _kinds(spoken.forms)
    return kinds.sub(lambda m: kind.sub(lambda one: _capitalised(one[0]), m[0]), "".join(out))


def _cased(word: str, before: str, after: str, spoken: Language) -> str:
    """Give `word` as it is written between `before` and `after`, empty where none is near."""
    known, first = words_with_capitals(spoken), _first(spoken)
    if word in known:
        return known[word]
    if word.capitalize() in spoken.first_names and after in known:
        return word.capitalize()
    if (word in first and _is_unknown(after, spoken)) or (
        _is_unknown(word, spoken)
        and (before in first or (_is_bare(word, spoken) and _is_open(before, after, spoken)))
    ):
        return _capitalised(word)
    return word


def _is_open(before: str, after: str, spoken: Language) -> bool:
    """Tell whether an unknown word goes on from `before`, or a name from it to `after`."""
    place = words_with_capitals(spoken).get(before, "")
    return (
        (bool(place) and place not in spoken.renamed)
        or _is_bare(before, spoken)
        or _is_bare(after, spoken)
    )


def _is_unknown(word: str, spoken: Language) -> bool:
    return len(word) >= SURNAME and word.islower() and not is_ordinary(word, spoken)


def _is_bare(word: str, spoken: Language) -> bool:
    """Tell whether `word` is unknown and has no ending of French verbs, adjectives or nouns."""
    telling = spoken.forms
    if telling is None or telling.inflected.search(word) or telling.noun.search(word):
        return False
    return _is_unknown(word, spoken)


def _capitalised(word: str) -> str:
    """Give `word` with a capital, unless that is not one of its letter alone (`ﬁ`, `ı`)."""
    capital = word[0].upper()
    return capital + word[1:] if capital.lower() == word[0] else word
