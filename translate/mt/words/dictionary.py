"""The right words for those that a small model spells wrong or leaves in the source language.

A package may bring `words.txt`, the words of its target language, and `dictionary.tsv`, words of
its source language with a translation each (training/dictionary.py makes both). A word of a
translation that is none is replaced by the translation of the source word it most likely stands
for. Luong and others (2015, aclanthology.org/P15-1002) do so where a model says that it does not
know a word; a model of word pieces makes one up instead, mostly one like the source word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from translate.document import Edit, apply
from translate.errors import ModelError
from translate.languages.words import fold_word, with_capital_of
from translate.mt.data import table
from translate.mt.words.agreeing import fitting
from translate.mt.words.articles import article
from translate.mt.words.classes import as_it_stands

# A whole word of three letters or more: no part of a compound, an address, a handle, a symbol.
WORD = re.compile(r"(?<![\w@#/.⟦-])(?<!\w[’'])[^\W\d_]{3,}(?![\w@/⟧-]|[’'.]\w)")
SOURCE_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
# What stands before the first word.
START = re.compile(r"(?:^|: ?)[\s\"'«“‘(\[–—-]*$")
BEFORE = 8
ARTICLE = re.compile(r"\b([Aa])n? $")


@dataclass(frozen=True)
class Dictionary:
    """The `words` of a target language and, by the source word, a translation: `meaning`.

    Words that only names have are written with a capital. Without words nothing counts as none.
    Of a known `pair` of languages verbs get the form that their subject calls for.

    >>> known = Dictionary(frozenset(["the", "melts"]), {"glace": "ice"})
    >>> known.mend("La glace fond.", "The glace melts."), Dictionary().mend("Oui.", "Oui.")
    ('The ice melts.', 'Oui.')
    """

    words: frozenset[str] = frozenset()
    meaning: Mapping[str, str] = field(default_factory=dict)
    pair: tuple[str, str] = ("", "")

    def mend(self, source: str, english: str, keep: Collection[str] = ()) -> str:
        """Give `english` with a word of the dictionary for each that is none.

        `keep` are words, in lower case, that stay: those of names.
        """
        return apply(english, self.edits(source, english, keep))

    def edits(self, source: str, english: str, keep: Collection[str] = ()) -> list[Edit]:
        """Give the edits that `mend` makes: the words, and the articles before them."""
        wrong = [m for m in self.unknown(english) if m[0].lower() not in keep]
        if not wrong:
            return []
        given = list(SOURCE_WORD.finditer(source))
        there = {word.lower() for word in WORD.findall(english)}
        mended: dict[str, str] = {}
        out: list[Edit] = []
        for match in wrong:
            word = match[0].lower()
            found = (
                mended.get(word)
                or self._respelt(word)
                or self._stands_for(match, source, given, there)
            )
            if not found:
                continue
            mended[word] = found
            there.add(found.lower())
            before = ARTICLE.search(english[: match.start()])
            if before and before[0] != (said := f"{before[1]}{article(found)[1:]} "):
                out.append(Edit(before.start(), before[0], said))
            out.append(Edit(match.start(), match[0], with_capital_of(match[0], found)))
        return out

    def unknown(self, english: str) -> Iterator[re.Match[str]]:
        """Give the words of `english` that are none; names, by their capital, are passed over.

        >>> known = Dictionary(frozenset(["the"]))
        >>> [m[0] for m in known.unknown("Glace, the Ada sang.")]
        ['Glace', 'sang']
        """
        for match in WORD.finditer(english) if self.words else ():
            word = match[0]
            known = word in self.words or word.lower() in self.words
            if known or word[1:] != word[1:].lower():
                continue
            before = english[max(0, match.start() - BEFORE) : match.start()]
            if word[0].islower() or START.search(before):
                yield match

    def _respelt(self, word: str) -> str:
        """Give the word that `word` is with its ending written right, or "".

        >>> Dictionary(frozenset(["announcing"]))._respelt("announceing")
        'announcing'
        """
        for wrong, right in table("dictionary")["endings"]:
            if word.endswith(wrong) and (other := word.removesuffix(wrong) + right) in self.words:
                return str(other)
        return ""

    def _stands_for(
        self, match: re.Match[str], source: str, given: list[re.Match[str]], there: Collection[str]
    ) -> str:
        """Give the translation of the word of `source` that a word of English stands for, or "".

        It is the one most alike in spelling and place that has a translation not in `there`; if
        the word itself is in the source, it and no other, and none if it is a name there.
        """
        limits = table("dictionary")
        word = match[0].lower()
        same = [m for m in given if m[0].lower() == word]
        if any(m[0] == match[0] and m[0][0].isupper() for m in same):
            # A name; but not `Mercredi`, which has its capital in English too.
            name = self.meaning.get(word, "")
            return name if name[:1].isupper() and name.lower() not in there else ""
        best, score = "", limits["least"]
        for other in same or given:
            name = other[0].lower()
            meaning = self.meaning.get(name, "")
            capital = other[0][0].isupper() and not START.search(source[: other.start()][-BEFORE:])
            if not meaning or capital:
                continue
            alike = SequenceMatcher(None, fold_word(name), fold_word(word)).ratio()
            now = alike - limits["away"] * abs(_place(other) - _place(match))
            if now <= score:
                continue
            if any(self.pair):
                before = match.string[: match.start()]
                meaning = as_it_stands(other, meaning, self.pair, self.meaning)
                meaning = fitting(other, meaning, before, self.pair, self.meaning)
            if meaning and meaning.lower() not in there:
                best, score = meaning, now
        return best


def read_dictionary(folder: Path) -> Dictionary:
    """Give the dictionary of the package in `folder`, an empty one where there is none.

    Raises ModelError when it cannot be read.
    """
    pairs, words = folder / "dictionary.tsv", folder / "words.txt"
    if not (pairs.is_file() and words.is_file()):
        return Dictionary()
    try:
        lines = pairs.read_text(encoding="utf-8").splitlines()
        known = frozenset(words.read_text(encoding="utf-8").split())
        return Dictionary(known, dict(line.split("\t", 1) for line in lines))
    except (OSError, ValueError) as error:
        raise ModelError(f"{pairs}: cannot be read: {error}") from error


def _place(match: re.Match[str]) -> float:
    """Give how far into its text the middle of a match lies, 0 to 1."""
    return (match.start() + match.end()) / 2 / len(match.string)
