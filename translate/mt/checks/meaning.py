"""Checks of meaning: words without a counterpart, a yes for a no, words that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from translate.languages import Language, language
from translate.languages.words import WORD, fold_word
from translate.mt.checks.registry import Attempt, registered, settings
from translate.mt.checks.traps import as_meant
from translate.mt.checks.words import LEAST, left_words
from translate.mt.counterparts.coverage import Coverage, coverage
from translate.mt.counterparts.expressions import contexts
from translate.mt.counterparts.negation import unmatched
from translate.mt.counterparts.senses import (
    is_rare,
    meant,
    mendable,
    senses,
    spelt_alike,
    strangers,
)
from translate.mt.counterparts.stems import stem
from translate.mt.data import table

PART = re.compile(r"[A-ZÀ-Þ]\w*[^\W\d_]")
NAME = re.compile(rf"{PART.pattern}(?:-{PART.pattern})*")
RUN = re.compile(rf"(?<=[a-zà-ÿ,] ){PART.pattern}(?: {PART.pattern})+(?![\w-])")
NAMES = re.compile(rf"(?<![\w-])[A-ZÀ-Þ]\w*[^\W\d_](?:[ -]{PART.pattern})*(?![\w-])")


def covered(attempt: Attempt) -> Coverage:
    """Give what has no counterpart.

    Words of the glossary's names are aside, and those of an expression that is said as it is meant.

    >>> from translate.mt.units import Term, Unit
    >>> said = "La face émergée de l'iceberg."
    >>> covered(Attempt(Unit(said), "The tip of the iceberg.")).missing
    ()
    >>> spun = Unit("Ma toupie.", (Term("toupie", "gizmo", "toupie"),))
    >>> [gap.word for gap in covered(Attempt(spun, "My red gizmo.")).added]
    ['red']
    """
    found = coverage(attempt.source, attempt.english, attempt.pair, attempt.unit.about)
    meant = as_meant(attempt.source, attempt.english, attempt.pair)
    if not (attempt.unit.terms or meant):
        return found
    aside = meant | of_glossary(attempt)
    return Coverage(
        tuple(gap for gap in found.missing if not aside.issuperset(WORD.findall(gap.word))),
        tuple(gap for gap in found.added if gap.word not in aside),
    )


def of_glossary(attempt: Attempt) -> set[str]:
    """Give the words of the glossary's names that the source holds, and of their English.

    >>> from translate.mt.units import Term, Unit
    >>> sorted(of_glossary(Attempt(Unit("Ma toupie.", (Term("toupie", "top", "toupie"),)), "")))
    ['top', 'toupie']
    """
    said = (spelt for term in attempt.unit.terms for spelt in (term.surface, *term.accepted))
    return set(WORD.findall(" ".join(said)))


def out_of_the_blue(attempt: Attempt) -> list[str]:
    """Give the words of the English that nothing in the source is like, nor in the glossary.

    >>> from translate.mt.units import Term, Unit
    >>> said, term = "Une toupie sèche.", Term("toupie", "spindrell", "toupie")
    >>> [out_of_the_blue(Attempt(Unit(said, t), "A spindrell dries.")) for t in ((), (term,))]
    [['spindrell'], []]
    """
    found, known = strangers(attempt.source, attempt.english, attempt.pair), of_glossary(attempt)
    return [word for word in found if word not in known]


@registered("missing")
def missing(attempt: Attempt) -> Iterator[str]:
    """A word of the source that nearly always has a counterpart has none."""
    limits = table("coverage")
    for gap in covered(attempt).missing:
        least = "rare_fault" if mendable(gap.word, attempt.pair) else "fault"
        if gap.weight >= limits[least]:
            yield f"'{gap.word}' is missing from the English"


def lost_names(attempt: Attempt) -> list[str]:
    """Give the names of the source of `attempt` that its English lacks.

    They are words with a capital, nearly always or as far as is known, and no English of their own.

    >>> from translate.mt.units import Unit
    >>> lost_names(Attempt(Unit("Les Ravens ont gagné."), "Grenoble won."))
    ['Ravens']
    """
    names = [gap.word for gap in covered(attempt).missing if NAME.fullmatch(gap.word)]
    return [name for name in names if same_name(name, attempt.pair)]


def same_name(word: str, pair: tuple[str, str]) -> bool:
    """Tell whether `word`, which has a capital, is as far as is known a name of both languages.

    >>> [same_name(word, ("fr", "en")) for word in ("Ravens", "Dennis", "Londres", "Table")]
    [True, True, False, False]
    """
    known, senses, small = language(pair[0]), meant(word, pair), word.lower()
    of_several = known.expressions(pair[1]).get(small, small)
    listed = known.renderings(pair[1]).get(small, of_several).split("|")
    if small not in listed or word in known.renamed or small in known.telling_words:
        return False
    itself = max(senses, key=lambda one: senses[one], default="") == stem(word, pair[1])
    return (itself and is_rare(small, pair[0])) or word in known.cased or not senses


def whole_name(word: str, text: str, pair: tuple[str, str]) -> str:
    """Give the name of several words in `text` that the name `word` is a part of.

    >>> whole_name("Cano", "Selon Alfonso Cano, né à Sao Paulo", ("fr", "en"))
    'Alfonso Cano'
    >>> whole_name("Sinaï", "Un hôpital, le Cedars-Sinaï.", ("fr", "en"))
    'Cedars-Sinaï'
    """
    for match in NAMES.finditer(text):
        parts = list(PART.finditer(match[0]))
        at = next((n for n, part in enumerate(parts) if part[0] == word), None)
        if at is None:
            continue
        first = last = at
        same = [same_name(part[0], pair) for part in parts]
        joined = [match[0][part.end() : part.end() + 1] == "-" for part in parts]
        while first and (joined[first - 1] or (same[first - 1] and same[first])):
            first -= 1
        while last + 1 < len(parts) and (joined[last] or (same[last + 1] and same[last])):
            last += 1
        return match[0][parts[first].start() : parts[last].end()]
    return word


@registered("unnamed")
def unnamed(attempt: Attempt) -> Iterator[str]:
    """A name of the source is not in the English."""
    for name in lost_names(attempt):
        yield f"the name '{name}' is not in the English"


def lost_parts(attempt: Attempt) -> dict[str, str]:
    """Give the words that the English of `attempt` lacks of names of several, with each name.

    Within a sentence words with capitals side by side are one: no others have any.

    >>> from translate.mt.units import Unit
    >>> lost_parts(Attempt(Unit("Hier, Air Pontis a fermé."), "Pontis closed yesterday."))
    {'Air': 'Air Pontis'}
    """
    runs = [match[0] for match in RUN.finditer(attempt.source)]
    lost = [gap.word for gap in covered(attempt).missing] if runs else []
    return {word: run for run in runs for word in lost if word in run.split()}


@registered("part")
def part(attempt: Attempt) -> Iterator[str]:
    """A part of a name of several words is not in the English."""
    for word, name in lost_parts(attempt).items():
        yield f"'{word}' of the name '{name}' is not in the English"
    for name in torn_names(attempt):
        yield f"the name '{name}' is partly in words of the English"


def torn_names(attempt: Attempt) -> Iterator[str]:
    """Give the names of several words of which the English has some with capitals, not all.

    One that is all in small letters may be what a thing is called: "prime minister".

    >>> from translate.mt.units import Unit
    >>> said = "Hier, la coopérative Plein Champ a fermé."
    >>> list(torn_names(Attempt(Unit(said), "Yesterday, the full cooperative Field closed.")))
    ['Plein Champ']
    >>> list(torn_names(Attempt(Unit(said), "Yesterday, the Full Field cooperative closed.")))
    []
    """
    spoken, english = language(attempt.pair[0]), attempt.english
    for match in RUN.finditer(attempt.source):
        name, words = match[0], match[0].split()
        others = set(WORD.findall(attempt.source.replace(name, "")))
        if name in english or any(_of_a_person(word, spoken) for word in words):
            continue
        if not all(spoken.weight(word.lower()) for word in words):
            continue
        rows = (PART.findall(row[0]) for row in _row(attempt.pair[1]).finditer(english))
        longest = max((len({*row} - others) for row in rows), default=0)
        if 0 < longest < len(words):
            yield name


@cache
def _row(code: str) -> re.Pattern[str]:
    """Give the pattern of words with capitals side by side within a sentence in language `code`.

    Small ones may stand between them that do within names: "the Bank of England".
    """
    small = "|".join(table("checks")["part"].get(code, {}).get("small", "").split())
    between = rf"(?: (?:{small}))*" if small else ""
    return re.compile(rf"(?<=[a-zà-ÿ,] ){PART.pattern}(?:{between}[ -]{PART.pattern})*")


def _of_a_person(word: str, spoken: Language) -> bool:
    """Tell whether `word` is a title or a first name."""
    return word in spoken.first_names or fold_word(word) in spoken.roles


@registered("added")
def added(attempt: Attempt) -> Iterator[str]:
    """A word of the English that nearly always comes from somewhere comes from nowhere."""
    for gap in covered(attempt).added:
        if gap.weight >= table("coverage")["fault"]:
            yield f"nothing in the text calls for '{gap.word}'"


@registered("negation")
def negation(attempt: Attempt) -> Iterator[str]:
    """A no of one side is in no way one of the other's."""
    dropped, made_up = unmatched(attempt.source, attempt.english, attempt.pair)
    for words in dropped:
        yield f"nothing in the English answers to the no of '{words}'"
    for words in made_up:
        yield f"nothing in the text calls for the no of '{words}'"


@registered("dropped")
def dropped(attempt: Attempt) -> Iterator[str]:
    """What is less, or said, in the text is not in the English.

    >>> from translate.mt.units import Unit
    >>> list(dropped(Attempt(Unit("Un vélo moins cher."), "A dear bicycle.")))
    ["the text says less ('moins cher'), the English does not"]
    >>> list(dropped(Attempt(Unit("Un vélo moins cher."), "A cheaper bicycle.")))
    []
    """
    limits = table("dropped")
    near = limits["near"] if len(attempt.source) >= limits["long"] else 1
    translation = _plain(attempt.english)
    for what, said, english in _told(attempt.source, attempt.pair):
        places = [match.start() / len(translation) for match in english.finditer(translation)]
        for match in said:
            place = match.start() / len(match.string)
            if all(abs(place - other) > near for other in places):
                words = match[0].strip(' ,»”"')
                yield f"the text {what} ('{words}'), the English does not"


@lru_cache(maxsize=1 << 12)  # several translations of the same text are asked about
def _told(
    text: str, pair: tuple[str, str]
) -> tuple[tuple[str, tuple[re.Match[str], ...], re.Pattern[str]], ...]:
    """Give what in `text` may be dropped: what it is called, its places, the pattern of English."""
    plain = _plain(text)
    found = (
        (what, tuple(source.finditer(plain)), english) for what, source, english in _classes(*pair)
    )
    return tuple(one for one in found if one[1])


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _classes(source: str, target: str) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Give what may be dropped: what it is called, and the patterns of it in both languages."""
    listed = table("dropped").get(source, {}).get(target, ())
    return [
        (one["what"], re.compile(one["source"], re.X), re.compile(one["english"], re.X))
        for one in listed
    ]


@registered("left")
def left(attempt: Attempt) -> Iterator[str]:
    """A word was left in the language of the source, though it has a translation.

    >>> from translate.mt.units import Term, Unit
    >>> term = Term("Boucher", "Boucher", "Ada Boucher")
    >>> said, english = "Boucher a ri.", "Boucher laughed."
    >>> [list(left(Attempt(Unit(said, terms), english))) for terms in ((), (term,))]
    [["'boucher' was left untranslated"], []]
    """
    for word in left_words(attempt):
        if translated(word, attempt.pair):
            yield f"'{word}' was left untranslated"


@registered("invented")
def invented(attempt: Attempt) -> Iterator[str]:
    """A word in small letters is of no language, or was left in the language of the source."""
    for word in left_words(attempt):
        if not translated(word, attempt.pair):
            yield f"'{word}' was left untranslated"
    for word in _unknown(attempt):
        if spelt_alike(word, attempt.source):
            yield f"'{word}' is no English word that is known"


@registered("coined")
def coined(attempt: Attempt) -> Iterator[str]:
    """A word in small letters is of no language, and like no word of the text.

    >>> from translate.mt.units import Unit
    >>> list(coined(Attempt(Unit("Le toit brille."), "The dilla shines.")))
    ["'dilla' is no English word that is known"]
    """
    for word in _unknown(attempt):
        if not spelt_alike(word, attempt.source):
            yield f"'{word}' is no English word that is known"


def _unknown(attempt: Attempt) -> Iterator[str]:
    """Give the words of the English, in small letters, that nothing knows and the text has not.

    What the glossary has for its names counts as known.
    """
    target = language(attempt.pair[1])
    if not target.has_lexicon:
        return
    listed = listed_words(*attempt.pair)
    said = of_glossary(attempt).union(WORD.findall(attempt.source.lower()))
    counted = senses(*attempt.pair)
    stems = counted.target if counted else {}
    for word in WORD.findall(attempt.english):
        if not word.islower() or len(word) < LEAST or target.weight(word):
            continue
        if word in said or word in listed:
            continue
        if stem(word, target.code) not in stems or misended(word, target.code):
            yield word


def misended(word: str, code: str) -> bool:
    """Tell whether `word`, which no list has, is a known word with an ending that it cannot have.

    >>> [misended(word, "en") for word in ("kisss", "thankes", "bikeshares", "skateparks")]
    [True, True, False, False]
    """
    rules, known = settings()["ended"].get(code), language(code)
    if not rules:
        return False
    short = word[:-1]
    wrong = re.search(rules["after"], word) and known.weight(short[:-1]) and not known.weight(short)
    return bool(wrong or re.search(rules["never"], word))


@cache
def listed_words(source: str, target: str) -> frozenset[str]:
    """Give the words of `target` that the listed meanings of words of `source` are made of.

    >>> "stampede" in listed_words("fr", "en")
    True
    """
    known = language(source)
    every = [*known.renderings(target).values(), *known.expressions(target).values()]
    every += [one.options for senses in contexts((source, target)).values() for one in senses]
    return frozenset(WORD.findall("|".join(every)))


def translated(word: str, pair: tuple[str, str]) -> bool:
    """Tell whether `word` mostly has another word as its translation, so that it is none itself.

    >>> translated("raisin", ("fr", "en")), translated("hadron", ("fr", "en"))
    (True, False)
    """
    limits = table("coverage")
    others = (n for one, n in meant(word, pair).items() if ratio(one, word) < 100 * limits["alike"])
    return bool(max(others, default=0) >= limits["translated"])
