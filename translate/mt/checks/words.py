"""Checks of words: too few, too many, of no language, of the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import islice

from translate.languages import language
from translate.languages.words import WORD as ONE_WORD
from translate.languages.words import fold_word
from translate.mt.checks.registry import Attempt, registered, settings
from translate.mt.counterparts.senses import meant, senses
from translate.mt.counterparts.stems import stem
from translate.mt.data import table
from translate.mt.units import Unit

LEAST = (
    4  # letters of a word that may be left: shorter ones are abbreviations, or of many languages
)
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@registered("short")
def short(attempt: Attempt) -> Iterator[str]:
    """There are too few words for what the source says.

    >>> said = "Il a dit que le train partira demain matin à huit heures."
    >>> list(short(Attempt(Unit(said), "He said.")))
    ['too little is said: 12 words became 2']
    """
    limits = settings()["length"]
    before, after = lengths(attempt)
    little = after < limits["least"] * before - limits["least_slack"]
    if little or not attempt.english.strip():
        yield f"too little is said: {before} words became {after}"


@registered("long")
def long(attempt: Attempt) -> Iterator[str]:
    """There are too many words for what the source says."""
    limits = settings()["length"]
    before, after = lengths(attempt)
    if after > limits["most"] * before + limits["most_slack"]:
        yield f"too much is said: {before} words became {after}"


@registered("copy")
def copy(attempt: Attempt) -> Iterator[str]:
    """The English is the source, or most of it, or is written in its language."""
    english = attempt.english
    much = len(left_words(attempt)) >= settings()["copy"]["left"]
    if much or copied(attempt.unit, english) or written_in(english, *attempt.pair):
        yield "much of the text was left untranslated"


@registered("word")
def word(attempt: Attempt) -> Iterator[str]:
    """A word has letters that neither the source nor English has."""
    if strange := strange_word(attempt.source, attempt.english, attempt.pair[1]):
        yield f"'{strange}' is a word of neither language"


@registered("form")
def form(attempt: Attempt) -> Iterator[str]:
    """A verb stands in a form that cannot stand there.

    >>> list(form(Attempt(Unit("Deux pages se détachent."), "Two pages are detach.")))
    ["'are detach' is no form of a verb"]
    >>> list(form(Attempt(Unit("Deux pages sont prêtes."), "Two pages are ready.")))
    []
    """
    rules, known = settings()["form"].get(attempt.pair[1]), language(attempt.pair[1])
    for match in re.finditer(rules["after"], attempt.english.lower()) if rules else ():
        word = match["word"]
        end, ending = next(one for one in rules["past"] if re.search(one[0], word))
        often = known.weight(word)
        if often and known.weight(re.sub(end, ending, word)) >= often:
            yield f"'{match[0]}' is no form of a verb"


def lengths(attempt: Attempt) -> tuple[int, int]:
    """Give the number of words of the source and of the English."""
    return _count(attempt.source), _count(attempt.english)


@lru_cache(maxsize=1 << 6)  # two checks ask
def _count(text: str) -> int:
    return len(WORD.findall(text))


@lru_cache(maxsize=1 << 10)
def left_words(attempt: Attempt) -> list[str]:
    """Give the words of the English that are the source's, and of its language alone.

    >>> left_words(Attempt(Unit("Un voilier et un client."), "A voilier and a client."))
    ['voilier']
    >>> left_words(Attempt(Unit("Quand elle part, il rit."), "Quand she leaves, he laughs."))
    ['quand']
    >>> left_words(Attempt(Unit("Il y a des neutrons."), "There are neutrons."))  # the same word
    []
    """
    source, target = map(language, attempt.pair)
    if not (source.has_lexicon and target.has_lexicon):
        return []
    there = set(WORD.findall(attempt.english))
    words = dict.fromkeys(w for w in WORD.findall(attempt.source) if w in there and w.islower())
    for term in attempt.unit.terms:
        for word in WORD.findall(term.target):
            words.pop(word, None)
            there.discard(word)
    first = left_first(attempt.source, there)
    name = first.capitalize()
    if first and name not in source.first_names and name not in source.cased:
        words[first] = None
    least = table("coverage")["left"]
    counted, listed = senses(*attempt.pair), source.meanings(target.code)

    def foreign(word: str) -> bool:
        if listed.get(word) == word:
            return False
        if counted and stem(word, source.code) in counted.source:
            itself = stem(word, target.code)
            others = meant(word, attempt.pair)
            never = others and itself not in others and not target.weight(word)
            left = never and word == first and not names_first(attempt.source)
            return itself not in counted.target or bool(left)
        known = target.weight(word) or target.weight(fold_word(word))
        return source.weight(word) >= least and not known

    return [word for word in words if len(word) >= LEAST and foreign(word)]


def left_first(source: str, there: Set[str]) -> str:
    """Give the first word of `source`, in small letters, where it is among the words `there`.

    >>> left_first("Quand il part.", {"Quand", "he"}), left_first("Ada part.", {"She", "leaves"})
    ('quand', '')
    """
    first = WORD.search(source)
    small = first[0].lower() if first and first[0].istitle() else ""
    return small if small and {small, first[0]} & there else ""  # type: ignore[index]


def names_first(source: str) -> bool:
    """Tell whether `source` begins with two words that have a capital, as a name does.

    >>> names_first("Maison Bo ferme."), names_first("Billets de 3 à 5 €.")
    (True, False)
    """
    return [match[0].istitle() for match in islice(WORD.finditer(source), 2)] == [True, True]


def strange_word(source: str, english: str, code: str) -> str:
    """Give the first word of `english` with letters that neither `source` nor English has, or "".

    A word in small letters with a sign or two letters in one is none either where the lexicon of
    its language, `code`, has nothing like it.

    >>> [strange_word("Un nœud de Příliš", one, "en") for one in ("A Pšílišluš", "a café", "noœud")]
    ['Pšílišluš', '', 'noœud']
    """
    if english.isascii():
        return ""
    known, target = set(source.lower()) | set(settings()["word"]["letters"]), language(code)
    for word in WORD.findall(english):
        if not word.isascii() and any(c.isalpha() and c not in known for c in word.lower()):
            return str(word)
        if word.isascii() or word in source:
            continue
        if sum(not c.isascii() for c in word) > 1:
            return str(word)
        new = word.isalpha() and word.islower() and target.has_lexicon
        if new and not (target.weight(word) or target.weight(fold_word(word))):
            return str(word)
    return ""


def copied(unit: Unit, english: str) -> bool:
    """Tell whether most words of `unit`, names aside, stand unchanged in `english`.

    >>> copied(Unit("le chat noir dort toujours"), "the chat noir dort toujours")
    True
    """
    names = {word for term in unit.terms for word in WORD.findall(term.target)}
    words = [w for w in WORD.findall(unit.text) if w not in names and w.islower() and len(w) > 2]
    there = set(WORD.findall(english))
    limits = settings()["copy"]
    same = sum(word in there for word in words)
    return bool(len(words) >= limits["words"] and same > limits["share"] * len(words))


def written_in(text: str, code: str, other: str) -> bool:
    """Tell whether `text` has the function words of language `code` rather than of `other`.

    Letters alone and words in capitals tell nothing: `AI`, `EU` are words of French too.

    >>> written_in("Le train part de la gare", "fr", "en"), written_in("OpenAI", "fr", "en")
    (True, False)
    >>> written_in("Le titre, la suite: the end of it", "fr", "en")
    False
    """
    words = {word.lower() for word in ONE_WORD.findall(text) if not word.isupper() and word[1:]}
    mine, theirs = language(code).function_words, language(other).function_words
    alone = len(words & mine - theirs)
    return alone >= 2 and alone > len(words & theirs - mine)
