"""The plural and the feminine of a term, by the endings of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from translate.languages.words import WORD

Rules = tuple[tuple[re.Pattern[str], str], ...]
AROUND = 20  # characters of a set phrase, before a word of it and after


@dataclass(frozen=True, slots=True)
class Inflection:
    """How a language inflects terms: see `fr/inflection.toml`, which tells what each list is for.

    Nothing is inflected in a language that tells nothing.
    """

    plural_rules: Rules = ()
    feminine_rules: Rules = ()
    within_rules: Rules = ()
    links: frozenset[str] = frozenset()
    last: bool = False
    determiners: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    phrases: re.Pattern[str] | None = None

    @classmethod
    def read(cls, table: dict[str, Any]) -> Inflection:
        """Give what `table` tells."""

        def rules(name: str) -> Rules:
            return tuple((re.compile(ending, re.I), new) for ending, new in table.get(name, ()))

        def words(name: str) -> frozenset[str]:
            return frozenset(table.get(name, "").split())

        phrases = table.get("phrases", "").strip().splitlines()
        return cls(
            rules("plural"),
            rules("feminine"),
            rules("feminine_within"),
            words("links"),
            bool(table.get("last")),
            words("determiners"),
            words("subjects"),
            words("singular"),
            re.compile(rf"\b(?:{'|'.join(phrases)})\b") if phrases else None,
        )

    def in_phrase(self, text: str, start: int, end: int) -> bool:
        """Tell whether the word at `start:end` of `text` is part of a set phrase.

        >>> from translate.languages import language
        >>> text = "Dans le cadre de la loi, le cadre part."
        >>> [language("fr").inflection.in_phrase(text, at, at + 5) for at in (8, 28)]
        [True, False]
        """
        if self.phrases is None:
            return False
        first = max(0, start - AROUND)
        near = text[first : end + AROUND].lower().replace("’", "'")
        spans = (match.span() for match in self.phrases.finditer(near))
        return any(a <= start - first and end - first <= b for a, b in spans)

    def plurals(self, term: str) -> tuple[str, ...]:
        """Give the plurals of `term`, the likeliest first; none where there is no rule.

        >>> from translate.languages import language
        >>> language("fr").inflection.plurals("moteur de recherche")
        ('moteurs de recherche',)
        >>> language("fr").inflection.plurals("local commercial")
        ('locaux commerciaux', 'locaux commercial')
        >>> language("fr").inflection.plurals("vice-président")
        ('vices-présidents', 'vices-président', 'vice-présidents')
        >>> language("en").inflection.plurals("head of state")
        ('heads of state',)
        """
        words = self._head(term)
        if not (words and self.plural_rules):
            return ()
        some = [words[-1:]] if self.last else [words, words[:1]]
        if "-" in term[: words[-1].end()]:  # which of its parts takes one, nothing tells
            some.append(words[-1:])
        return tuple(dict.fromkeys(_changed(term, one, self.plural_rules) for one in some))

    def feminines(self, term: str) -> tuple[str, ...]:
        """Give what is the feminine of `term`, if it is a person; not each of them is a word.

        >>> from translate.languages import language
        >>> fr = language("fr").inflection
        >>> fr.feminines("directeur général"), fr.feminines("vendeur"), fr.feminines("moteur")
        (('directrice générale', 'directeuse générale'), ('vendeuse',), ())
        """
        words = self._head(term)
        if not words:
            return ()
        within = _changed(term, words[1:], self.within_rules)[len(words[0][0]) :]
        first = words[0][0]
        made = (_inflected(first, (rule,)) for rule in self.feminine_rules)
        found = dict.fromkeys(one for one in made if one != first)
        return () if "" in found else tuple(f"{one}{within}" for one in found)

    def _head(self, term: str) -> list[re.Match[str]]:
        """Give the words of `term` that change with its number."""
        words = WORD.finditer(term)
        first = next(words, None)  # "sous" of "sous-chef" links nothing
        rest = takewhile(lambda word: word[0].lower() not in self.links, words)
        return [first, *rest] if first else []


def _changed(term: str, words: Sequence[re.Match[str]], rules: Rules) -> str:
    for match in reversed(words):
        term = term[: match.start()] + _inflected(match[0], rules) + term[match.end() :]
    return term


def _inflected(word: str, rules: Rules) -> str:
    """Give `word` changed by the first of `rules` that fits it, as it is where none does."""
    for ending, new in rules:
        if ending.search(word):
            return ending.sub(new, word, count=1)
    return word
