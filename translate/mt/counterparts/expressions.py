"""Nouns of several words that mean more than their words: where they stand, and which are said.

A language's `expressions-XX.tsv` lists them with what stands for each: the first always fits, the
others may. Its `contexts-XX.toml` lists words and such nouns of several senses in the same way,
each with the words of which one must stand in the same sentence for it to be meant so, and those
of which none may: Yarowsky (1995, aclanthology.org/P95-1026) found that beside the same words a
word has one sense.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import TypeAlias

from translate.languages import language
from translate.languages.sieve import folded
from translate.languages.words import WORD
from translate.mt.counterparts.stems import stem

JOINT = re.compile("[ '’-]")  # what stands between two words of an expression
NONE: Mapping[tuple[str, ...], tuple[str, str]] = {}
Fields: TypeAlias = frozenset[str]  # of whole texts: the names of those of `fields.toml`
NO_FIELDS: Fields = frozenset()
NEAR = 20  # letters in which a pronoun stands before its verb
OPENING = " «\"“‘'’(-–—"  # before the first word of a text


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as it stands in a text from `start` to `end`, and the `options` for it."""

    start: int
    end: int
    said: str
    options: tuple[str, ...]

    def said_in(self, stems: Collection[str], code: str) -> bool:
        """Tell whether all words that tell of one of the options are among `stems`.

        >>> [found] = expressions("Un autre fuseau horaire.", ("fr", "en"))
        >>> found.said_in({"tim", "zon"}, "en"), found.said_in({"tim", "spindl"}, "en")
        (True, False)
        """
        return any(telling_stems(option, code).issubset(stems) for option in self.options)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word means where one word of `beside` stands and none of `never`.

    `options` is what may stand for it, with "|" between. `fields` are those of a text that tell
    it as well, wherever the word stands.
    """

    options: str
    beside: str
    never: str = ""
    fields: Fields = NO_FIELDS

    def fits(self, text: str, about: Fields = NO_FIELDS) -> bool:
        """Tell whether the other words of `text` are such, or its whole text is `about` such.

        >>> silver = Sense("silver", "bague* en_argent", "dépens*", frozenset(["jewels"]))
        >>> silver.fits("Deux bagues d'argent"), silver.fits("Il dépense pour des bagues.")
        (True, False)
        >>> silver.fits("De l'argent."), silver.fits("De l'argent.", frozenset(["jewels"]))
        (False, True)
        """
        meant = not self.fields.isdisjoint(about) or stands(self.beside, text)
        return meant and not stands(self.never, text)


@lru_cache(maxsize=1 << 12)
def expressions(
    text: str, pair: tuple[str, str], about: Fields = NO_FIELDS
) -> tuple[Expression, ...]:
    """Give the expressions of `text` for which the other language of `pair` has its own, in order.

    `about` are the fields of the whole text that it is of.

    >>> [one.said for one in expressions("Le chiffre d’affaires par fuseau horaire.", ("fr", "en"))]
    ['chiffre d’affaires', 'fuseau horaire']
    >>> [one.options[0] for one in expressions("Un collier en argent.", ("fr", "en"))]
    ['silver']
    >>> expressions("Il perd son argent.", ("fr", "en"))
    ()
    """
    listed, senses = _by_first_word(pair), contexts(pair)
    words = list(WORD.finditer(text)) if listed or senses else []
    small = tuple(word[0].lower() for word in words)
    found: list[Expression] = []
    for at, first in enumerate(words):
        if found and first.start() < found[-1].end:
            continue
        here = (
            _standing(text, words[at : at + 1 + len(rest)], *said, senses, about)
            for rest, said in listed.get(small[at], NONE).items()
            if small[at + 1 : at + 1 + len(rest)] == rest
        )
        longest = max(filter(None, here), key=lambda one: one.end, default=None)
        if meant := longest or _meant_so(first, senses.get(small[at], ()), pair, about):
            found.append(meant)
    return tuple(found)


def english_of(
    word: str,
    text: str,
    pair: tuple[str, str],
    listed: Mapping[str, str],
    about: Fields = NO_FIELDS,
) -> str:
    """Give what `word` is in the other language as it is meant in `text`, else as it is `listed`.

    >>> listed = {"argent": "money"}
    >>> english_of("argent", "Un collier en argent.", ("fr", "en"), listed)
    'silver'
    >>> english_of("argent", "Il perd son argent.", ("fr", "en"), listed)
    'money'
    """
    wanted = listed_as(word)
    here = (e.options[0] for e in expressions(text, pair, about) if listed_as(e.said) == wanted)
    return next(here, "") or listed.get(wanted, "")


def capital_inside(word: re.Match[str]) -> bool:
    """Tell whether `word` has a capital though it does not begin its text, as a name has.

    >>> [capital_inside(word) for word in WORD.finditer("« Ada lit Homère")]
    [False, False, True]
    """
    return word[0] != word[0].lower() and bool(word.string[: word.start()].strip(OPENING))


def _meant_so(
    word: re.Match[str], senses: Sequence[Sense], pair: tuple[str, str], about: Fields
) -> Expression | None:
    """Give `word` as it is meant beside the others of its text, if `senses` tell one meaning.

    A name is not, and no verb, which stands behind its pronoun.
    """
    if not senses or capital_inside(word):
        return None
    before = word.string[: word.start()]
    if (verbal := _before_verbs(pair)) and verbal.search(before[-NEAR:]):
        return None
    options = _one_meaning_of(senses, word.string, about)
    return Expression(word.start(), word.end(), word[0], options) if options else None


def _one_meaning_of(
    senses: Sequence[Sense], text: str, about: Fields = NO_FIELDS
) -> tuple[str, ...]:
    """Give the options that all of `senses` share that fit `text`: none where they mean two things.

    What it is `about` tells where no word of it does.

    >>> room, cab = Sense("booth|cabin", "essay*"), Sense("cab|cabin", "grue*")
    >>> _one_meaning_of([room, cab], "La grue"), _one_meaning_of([room, cab], "Essayer la grue")
    (('cab', 'cabin'), ('cabin',))
    >>> _one_meaning_of([room, Sense("hut", "grue*")], "Essayer la grue")
    ()
    """
    meant = [one for one in senses if one.fits(text)]
    meant = meant or [one for one in senses if one.fits(text, about)]
    first, *others = [one.options.split("|") for one in meant] or [[]]
    return tuple(option for option in first if all(option in other for other in others))


def _standing(  # noqa: PLR0913, PLR0917 - what is looked at, and what it is looked up in
    text: str,
    words: Sequence[re.Match[str]],
    listed: str,
    options: str,
    senses: Mapping[str, Sequence[Sense]],
    about: Fields,
) -> Expression | None:
    """Give the expression that `words` are, if they are together and meant so.

    It is `listed` with these `options`, or with `senses`.
    """
    if not _joined(text, words):
        return None
    start, end = words[0].start(), words[-1].end()
    if listed.count("-") > text.count("-", start, end):  # a "petite fille" is no "petite-fille"
        return None
    meant = tuple(options.split("|")) if options else _one_meaning_of(senses[listed], text, about)
    return Expression(start, end, text[start:end], meant) if meant else None


def _joined(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(
        JOINT.fullmatch(text, before.end(), after.start()) for before, after in pairwise(words)
    )


@cache
def telling_stems(option: str, code: str) -> frozenset[str]:
    """Give the stems of the words of `option`, of language `code`, that are no function words.

    >>> sorted(telling_stems("chief of staff", "en"))
    ['chief', 'staf']
    """
    small = language(code).telling_words
    words = WORD.findall(option)
    return frozenset(stem(word, code) for word in words if word.lower() not in small)


def listed_as(said: str) -> str:
    """Give `said`, a word or an expression, as lists of such have it.

    >>> listed_as("Chiffre d’affaires")
    "chiffre d'affaires"
    """
    return said.lower().replace("’", "'")


def stands(words: str, text: str) -> bool:
    """Tell whether one of `words`, as `any_of` reads them, stands in `text`.

    >>> stands("l* d'un_coup", "Rit d’un coup."), stands("on", "son"), stands("", "on")
    (True, False, False)
    """
    low = folded(text)
    return any(one in low for one in _beginnings(words)) and bool(any_of(words).search(text))


@cache
def _beginnings(words: str) -> tuple[str, ...]:
    """Give what each of `words`, folded, begins with: a text without any has none of them."""
    return tuple(re.split("[*'’]", folded(word.replace("_", " ")))[0] for word in words.split())


@cache
def any_of(words: str) -> re.Pattern[str]:
    """Give a pattern of any of `words`: with a star for any letters, with "_" for a space.

    >>> bool(any_of("l* d'un_coup").search("Rit d’un coup.")), bool(any_of("on").search("son"))
    (True, False)
    """
    every = "|".join(re.escape(word.replace("_", " ")) for word in words.split())
    every = every.replace(re.escape("*"), r"\w*").replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.I)


@cache
def contexts(pair: tuple[str, str]) -> Mapping[str, list[Sense]]:
    """Give by each word, or noun of several words, those of its senses that other words tell."""
    found: dict[str, list[Sense]] = {}
    spoken, name = language(pair[0]), f"contexts-{pair[1]}.toml"
    for words, options, *cues in spoken.table(name).get("senses", ()):
        with spoken.row(name, words):
            for said in (word.replace("_", " ") for word in words.split()):
                beside, never = (with_subjects(some, pair[0], said) for some in (*cues, "")[:2])
                sense = Sense(options, beside, never, of_texts(cues[0]))
                found.setdefault(said, []).append(sense)
    return found


def of_texts(words: str) -> Fields:
    """Give the fields of whole texts among `words`: those behind "@@", of `fields.toml`.

    >>> sorted(of_texts("filet @sea @@kitchen"))
    ['kitchen']
    """
    return frozenset(word[2:] for word in words.split() if word.startswith("@@"))


def asked_in(text: str, pair: tuple[str, str], about: Fields) -> Fields:
    """Give those of the fields `about` by which a word of `text`, a sentence, may be meant."""
    if not about:
        return about
    asking = _asking(pair)
    here = (asking.get(word.lower(), NO_FIELDS) for word in WORD.findall(text))
    return about.intersection(chain.from_iterable(here))


@cache
def _asking(pair: tuple[str, str]) -> Mapping[str, Fields]:
    """Give the fields by which a word, or an expression that begins with it, is meant."""
    found: dict[str, Fields] = {}
    for said, senses in contexts(pair).items():
        first = WORD.findall(said)[0]
        found[first] = found.get(first, NO_FIELDS).union(*(one.fields for one in senses))
    return found


def with_subjects(words: str, code: str, said: str = "") -> str:
    """Give `words` with those that betray a subject, in language `code`, for its name.

    What is `said` tells nothing of itself, and the fields of whole texts (`of_texts`) are left out.
    Raises KeyError where no such subject or field is listed.

    >>> with_subjects("filet @sea", "fr").split()[:3]
    ['filet', 'bateau*', 'voilier*']
    >>> with_subjects("@sea", "fr", "bateau").split()[0]
    'voilier*'
    """
    listed, fields = (language(code).table(f"{name}.toml") for name in ("subjects", "fields"))
    found: list[str] = []
    for word in words.split():
        if word.startswith("@@"):
            _ = fields[word[2:]]
        elif word.startswith("@"):
            found += (one for one in listed[word[1:]].split() if not any_of(one).search(said))
        else:
            found.append(word)
    return " ".join(found)


@cache
def _before_verbs(pair: tuple[str, str]) -> re.Pattern[str] | None:
    """Give a pattern of the end of a text behind which a verb stands; None where none is known."""
    words = language(pair[0]).table(f"contexts-{pair[1]}.toml").get("pronouns", "")
    return re.compile(rf"(?:{any_of(words).pattern})['’ ]+$", re.I) if words else None


@cache
def _by_first_word(
    pair: tuple[str, str],
) -> Mapping[str, dict[tuple[str, ...], tuple[str, str]]]:
    """Give by the first word of each expression its other words, with it as listed, its options.

    One that means what the words beside it tell has none.
    """
    found: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
    told = language(pair[0]).expressions(pair[1]).items()
    by_context = ((said, "") for said in contexts(pair) if not WORD.fullmatch(said))
    for said, options in (*told, *by_context):
        first, *rest = WORD.findall(said)
        found.setdefault(first, {})[tuple(rest)] = said, options
    return found
