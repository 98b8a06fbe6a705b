"""Whether a spelling may stand for a name: several signals together, and what speaks against it."""

from __future__ import annotations

import re

from translate.languages import Language, common, first_names, is_short_for
from translate.languages.words import fold_word
from translate.names.forms import is_person, surname
from translate.names.glossary import Name
from translate.names.similarity import closeness, likeness, resemblance, sound, word_likeness
from translate.names.spelling import key
from translate.names.truecase import words_with_capitals

# What is less alike is not worth a person's look; measured in bench/names/discovery.py.
LEAST = 0.6
LEAST_WHOLE = 0.75
LEAST_GLUED = 0.9
# Two first names that are known are one from here on: André and Andrej, not Georg and Jörg.
LEAST_FIRST = 0.75
# A short first name before the same family name: it may well be somebody else's.
SHORT_FIRST = 0.8
# Words of fewer letters are near too many others.
SHORTEST = 4
DIGIT = re.compile(r"\d")


def likely(words: tuple[str, ...], name: Name, spoken: Language) -> float:
    """Give how likely the folded `words` stand for `name`, from 0 to 1; 0 where it is too little.

    A person's surname may stand alone. Letters, sound, initials, the set of words and what is
    known of first names and surnames are looked at; `spoken` is the language of the text.

    >>> from translate.languages import language
    >>> fr, mira, jean = language("fr"), Name("Mira Murati"), Name("Jean Martin", "person")
    >>> [round(likely(key(s), mira, fr), 2) for s in ("meera mulati", "mulati", "joachim murat")]
    [0.8, 0.83, 0.0]
    >>> [likely(key(s), jean, fr) for s in ("jeanne martin", "jean martin fils")]
    [0.0, 0.0]
    """
    wanted = key(name.canonical)
    if DIGIT.findall(" ".join(words)) != DIGIT.findall(name.canonical):
        return 0.0  # Windows 10 is not Windows 11
    if "".join(words) == "".join(wanted):
        return 1.0  # Abdelkarim is Abd el Karim
    if is_person(name):
        if _is_longer(words, wanted, spoken) or _is_longer(wanted, words, spoken):
            return 0.0
        return _person(words, wanted, fold_word(surname(name.canonical)), spoken)
    return _thing(words, wanted, spoken)


def _is_longer(words: tuple[str, ...], other: tuple[str, ...], spoken: Language) -> bool:
    """Whether `words` begin with a double first name, and `other` with the first of the two alone.

    >>> from translate.languages import language
    >>> french, luc, jean = language("fr"), ("jean", "luc", "bo"), ("jean", "bo")
    >>> _is_longer(luc, jean, french), _is_longer(jean, luc, french)
    (True, False)
    """
    if len(words) < 3 or not other or other[0] != words[0] or other[:2] == words[:2]:
        return False
    return "-".join(words[:2]) in first_names(spoken)


def _person(words: tuple[str, ...], wanted: tuple[str, ...], last: str, spoken: Language) -> float:
    if len(words) == 1 or not last or wanted[0] in common("particles"):
        one = last or "".join(wanted)
        if len(one) <= SHORTEST or _is_another(words[-1], one, spoken):
            return 0.0
        score = word_likeness(words[0], one) if len(words) == 1 else likeness(words, wanted)
        return score if score >= LEAST_WHOLE else 0.0
    short = is_short_for(words[0], wanted[0])
    if short:
        words = (wanted[0], *words[1:])
    if _are_two(words, wanted, spoken):
        return 0.0
    score = resemblance(" ".join(words), " ".join(wanted)) * (SHORT_FIRST if short else 1)
    return score if score >= LEAST else 0.0


def _thing(words: tuple[str, ...], wanted: tuple[str, ...], spoken: Language) -> float:
    if len("".join(wanted)) <= SHORTEST or len(words) < len(wanted) - 1:
        return 0.0
    if len(words) == len(wanted) == 1:
        another = _is_another(words[0], wanted[0], spoken)
        score = 0.0 if another else word_likeness(words[0], wanted[0])
    elif len(words) == len(wanted):
        # Each word must be near: Air France is not Air Liège.
        pairs = zip(words, wanted, strict=True)
        score = min(1.0 if a == b else closeness(a, b) for a, b in pairs)
    else:
        score = likeness(words, wanted)
    least = LEAST_WHOLE if len(words) == len(wanted) else LEAST_GLUED
    return score if score >= least else 0.0


def _are_two(words: tuple[str, ...], wanted: tuple[str, ...], spoken: Language) -> bool:
    """Whether two full names are surely of two people."""
    older = common("generations")
    if older.intersection(words) != older.intersection(wanted):
        return True
    if words[0] != wanted[0] and words[-1] != wanted[0] and _firsts_differ(words[0], wanted[0]):
        return True
    # The words of one that the other lacks.
    ours, theirs = set(words) - set(wanted), set(wanted) - set(words)
    if len(ours) == len(theirs) == 1:
        (one,), (other,) = ours, theirs
        return one != words[0] and _is_another(one, other, spoken)
    return False


def _firsts_differ(one: str, other: str) -> bool:
    """Whether two first names that are known are two: a woman's and a man's, or unlike each other.

    >>> [_firsts_differ("jean", other) for other in ("jeanne", "john", "jan", "jaen")]
    [True, True, False, False]
    >>> _firsts_differ("andre", "andrej"), _firsts_differ("marc", "mark")
    (False, False)
    """
    women, men = common("women"), common("men")
    if not all(name in women or name in men for name in (one, other)):
        return False
    if not ({one, other} <= women or {one, other} <= men):
        return True
    return closeness(one, other) < (LEAST if sound(one) == sound(other) else LEAST_FIRST)


def _is_another(word: str, wanted: str, spoken: Language) -> bool:
    """Whether `word` is a name of its own, that sounds otherwise: Murat is not Murati."""
    return word in words_with_capitals(spoken) and word != wanted and sound(word) != sound(wanted)


def signals(spelling: str, canonical: str) -> tuple[str, ...]:
    """Give what speaks for `spelling` and `canonical` being one name, in words.

    >>> signals("mira mulati", "Mira Murati"), signals("Zoff, B.", "Barret Zoph")
    (('letters',), ('sound', 'initial', 'order'))
    >>> signals("Bill Gates", "William Gates")
    ('short first name',)
    """
    ours, theirs = key(spelling), key(canonical)
    told = []
    if is_short_for(ours[0], theirs[0]):
        told.append("short first name")
        ours = (theirs[0], *ours[1:])
    if ours == theirs:
        return tuple(told)
    sounds = [{sound(w) for w in set(a) - set(b)} for a, b in ((ours, theirs), (theirs, ours))]
    if "".join(ours) == "".join(theirs):
        told.append("spaces")
    elif likeness(ours, theirs) >= LEAST:
        told.append("letters")
    if any(b.startswith(a) and a != b and len(a) >= SHORTEST for a in ours for b in theirs):
        told.append("cut short")
    if sounds[0] & sounds[1]:
        told.append("sound")
    if any(len(word) == 1 and word.isalpha() for word in ours):
        told.append("initial")
    if len(ours) > 1 and closeness(ours[0], theirs[-1]) > closeness(ours[0], theirs[0]):
        told.append("order")
    if set(ours) < set(theirs) or set(theirs) < set(ours):
        told.append("words")
    return tuple(told)
