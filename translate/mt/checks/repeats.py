"""Checks of loops: what a model says again and again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from translate.languages.words import WORD as WHOLE
from translate.languages.words import fold_word
from translate.mt.checks.registry import Attempt, registered
from translate.mt.checks.words import WORD
from translate.mt.counterparts.coverage import COMPOUND
from translate.mt.counterparts.senses import BEGINNING, content_words, meant
from translate.mt.counterparts.stems import stem
from translate.mt.data import table

# The same sign four times, spaces between them aside.
SIGNS = re.compile(r"([^\w\s])(?:\s?\1){3,}")
# A word with the signs within it: "3:30", "p.m", "l'eau".
PHRASE = re.compile(r"\w+(?:[.:’'-]\w+)*")
END = re.compile(r"(?<=[.!?:\"”])\s+(?=[A-Z])")
LONGEST = 6  # words that are said again as one
NEAR = 3  # words within which one that comes again was said again


@registered("cut")
def cut(attempt: Attempt) -> Iterator[str]:
    """The model ran on until it was stopped."""
    if not attempt.complete:
        yield "the English does not come to an end"


@registered("repeat")
def repeat(attempt: Attempt) -> Iterator[str]:
    """A name comes twice in a row, or anything else three times, as it does not in the source."""
    english, source = attempt.english, attempt.source
    for twice in dict.fromkeys(f"{term.target} {term.target}" for term in attempt.unit.terms):
        if twice in english and twice not in source:
            yield f"'{twice}' is said twice"
    if repeated := repetition(english, source):
        yield f"'{repeated}' is said again and again"


@registered("source")
def source(attempt: Attempt) -> Iterator[str]:
    """The source itself says a word, or two, five times in a row."""
    text = attempt.source
    words = WORD.findall(text)
    loops = len(words) - len(set(words)) >= 4
    if loops and (most_in_a_row(text, 1) > 4 or most_in_a_row(text, 2) > 4):
        yield "the text repeats itself, which models cannot follow"


@registered("twice")
def twice(attempt: Attempt) -> Iterator[str]:
    """A word that says something, or several in a row, come again at once, once in the source.

    >>> from translate.mt.units import Unit
    >>> said = "Un humaniste, courageux et libre."
    >>> list(twice(Attempt(Unit(said), "A humanist, brave humanist and free.")))
    ["'humanist' is said twice"]
    >>> list(twice(Attempt(Unit("Il va de ville en ville."), "He goes from town to town.")))
    []
    >>> list(twice(Attempt(Unit("À 15 h, à Dol."), "At 3 p.m., at 3 p.m., in Dol.")))
    ["'At 3 p.m' is said twice"]
    """
    found = {stem(word, attempt.pair[1]): word for word in _again(attempt)}
    given = WHOLE.findall(attempt.source) if found else ()
    for name, word in found.items():
        begin = fold_word(word)[: BEGINNING + 1]
        calls = sum(
            name in meant(one, attempt.pair) or fold_word(one).startswith(begin) for one in given
        )
        if calls == 1:
            yield f"'{word}' is said twice"
    several = said_again(attempt.english, joins(attempt.pair[1]))
    if several and several[-1] not in found.values() and not said_again(attempt.source):
        yield f"'{' '.join(several)}' is said twice"


def said_again(text: str, aside: Collection[str] = ()) -> list[str]:
    """Give the two to six words of `text` that come twice in a row, none of them one of `aside`.

    Where a sentence ends, the next may begin with the same.

    >>> said_again("Monday, at noon, at noon sharp."), said_again("Two and two and two.", {"and"})
    (['at', 'noon'], [])
    """
    return next(filter(None, (_in_a_row(one, aside) for one in END.split(text))), [])


def _in_a_row(sentence: str, aside: Collection[str]) -> list[str]:
    words = PHRASE.findall(sentence)
    small = [word.lower() for word in words]
    if len(small) - len(set(small)) < 2:
        return []
    for size in range(LONGEST, 1, -1):
        for at in range(len(words) - 2 * size + 1):
            run = small[at : at + size]
            if run == small[at + size : at + 2 * size] and not any(one in aside for one in run):
                return words[at : at + size]
    return []


def joins(code: str) -> list[str]:
    """Give the words of language `code` that tell two of the same word apart."""
    return _apart(code, "joins")


def _apart(code: str, name: str) -> list[str]:
    return str(table("checks")["twice"].get(code, {}).get(name, "")).split()


def _again(attempt: Attempt) -> Iterator[str]:
    """Give the words of the English that come again at once, none that "and" tells apart."""
    code = attempt.pair[1]
    steps, joining = _apart(code, "steps"), joins(code)
    telling = content_words(attempt.english, code)
    words = COMPOUND.findall(attempt.english)
    last: dict[str, int] = {}
    for at, word in enumerate(words):
        if word not in telling:
            continue
        before = last.get(name := stem(word, code), -NEAR - 1)
        last[name] = at
        between = words[before + 1 : at]
        apart = steps if len(between) == 1 else joining
        if at - before <= NEAR and not any(one in apart for one in between):
            yield word


def repetition(english: str, source: str) -> str:
    """Give what `english` repeats three times in a row and `source` does not, or "".

    Words are compared without case and hyphens; of signs, four in a row count.

    >>> repetition("a great-great-great-aunt", "une arrière-tante"), repetition("So.....", "Si…")
    ('great', '....')
    """
    for run in SIGNS.finditer(english):
        if run[0] not in source:
            return run[0][:4]
    words = WORD.findall(english.lower())
    if len(words) - len(set(words)) < 2:
        return ""
    for size in range(1, 7):
        for start in range(len(words) - 3 * size + 1):
            if words[start] != words[start + size] or words[start] != words[start + 2 * size]:
                continue
            gram = words[start : start + size]
            if words[start : start + 3 * size] == 3 * gram:
                if most_in_a_row(source, size) < 3:
                    return " ".join(gram)
                break
    return ""


def most_in_a_row(text: str, size: int) -> int:
    """Give how often an n-gram of `size` words stands in a row in `text`, at most."""
    words = WORD.findall(text.lower())
    best = 1 if len(words) >= size else 0
    alike = 0  # words in a row from `start` that stand again `size` words later
    for start in reversed(range(len(words) - size)):
        alike = alike + 1 if words[start] == words[start + size] else 0
        best = max(best, 1 + alike // size)
    return best
