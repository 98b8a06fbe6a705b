"""One spelling through a text: that of the variety of the target language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from translate.languages import language
from translate.languages.words import NEVER, with_capital_of

WORD = re.compile(r"(?<![\w@#/⟦])[^\W\d_]{3,}(?![\w@⟧]|\.\w|[’'](?!s\b)\w)")
START = re.compile(r"(?:^|[.!?:;•–—-]\s+)[\s\"'«“‘(\[]*$")
BEFORE = 8  # characters before a word that are looked at


@dataclass(frozen=True)
class Spelling:
    """How a variety spells: patterns with what their stems become and what stays; single words.

    `counted` are words behind what `counting` matches, `titles` what stands before a name, and
    `title` its form.
    """

    stems: tuple[tuple[re.Pattern[str], Mapping[str, str], re.Pattern[str]], ...] = ()
    only: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    counting: re.Pattern[str] = NEVER
    titles: re.Pattern[str] = NEVER
    title: str = ""

    def spelt(self, word: str) -> str:
        """Give `word`, in small letters, as the variety spells it."""
        if word in self.only:
            return self.only[word]
        for pattern, forms, keep in self.stems:
            match = pattern.fullmatch(word)
            if match and not (keep.fullmatch(word) or keep.fullmatch(match["before"])):
                return f"{match['before']}{forms[match['stem']]}{match['tail']}"
        return word


def respelt(english: str, code: str, variety: str, keep: Collection[str] = ()) -> str:
    """Give `english`, in language `code`, with its words spelt as `variety` spells them.

    `keep` are words that stay, and a word with a capital within a sentence is a name. Without a
    variety it is the first of the language.

    >>> respelt("Labour organised the Labour Party.", "en", "")
    'Labor organized the Labour Party.'
    >>> respelt("The neighbor realized the meter shows 30 meters.", "en", "en-GB")
    'The neighbour realised the meter shows 30 metres.'
    >>> [respelt("Mr. Roy met Mrs Morin.", "en", one) for one in ("en-US", "en-GB")]
    ['Mr. Roy met Mrs. Morin.', 'Mr Roy met Mrs Morin.']
    """
    spelling = _spelling(code, variety)

    def put(match: re.Match[str]) -> str:
        word, before = match[0], english[max(0, match.start() - BEFORE) : match.start()]
        small = word.lower()
        if word in keep or word[1:] != small[1:] or (word != small and not START.search(before)):
            return word
        if small in spelling.counted and spelling.counting.search(before):
            return spelling.counted[small]
        return with_capital_of(word, _spelt(small, code, variety))

    def title(match: re.Match[str]) -> str:
        return match[0] if match[0] in keep else match.expand(spelling.title)

    return spelling.titles.sub(title, WORD.sub(put, english)) if spelling.stems else english


@lru_cache(maxsize=1 << 14)
def _spelt(word: str, code: str, variety: str) -> str:
    return _spelling(code, variety).spelt(word)


@cache
def _spelling(code: str, variety: str) -> Spelling:
    data = language(code).table("spelling.toml")
    if not data:
        return Spelling()
    varieties: list[str] = data["varieties"]
    to = varieties.index(variety) if variety in varieties else 0
    stems = tuple(_stems(rule, to) for rule in data["stems"])
    only, counted = (data[name].get(varieties[to], {}) for name in ("only", "counted"))
    counting, titles = re.compile(data["counting"]), re.compile(data["titles"])
    return Spelling(stems, only, counted, counting, titles, data["title"][varieties[to]])


def _stems(
    rule: Mapping[str, str], to: int
) -> tuple[re.Pattern[str], Mapping[str, str], re.Pattern[str]]:
    pairs = [pair.split("/") for pair in rule.get("pairs", rule.get("ending", "")).split()]
    forms = {pair[1 - to]: pair[to] for pair in pairs}
    before = "[a-z]+" if "ending" in rule else ""
    stems = "|".join(sorted(forms, key=len, reverse=True))
    pattern = f"(?P<before>{before})(?P<stem>{stems})(?P<tail>{rule['tails']})"
    return re.compile(pattern), forms, re.compile(rule.get("keep", NEVER.pattern))
