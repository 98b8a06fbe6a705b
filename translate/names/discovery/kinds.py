"""What kind of name it is: told by its words, and by the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping
from functools import cache

from translate.languages import Language, common, first_names, known
from translate.languages.words import NEVER, fold, fold_word
from translate.names.spelling import articles, key
from translate.names.truecase import words_with_capitals

Key = tuple[str, ...]
PERSON, PLACE = "person", "place"
# A day or a month of fewer letters may be a name, too: Sam, Jan.
SHORTEST = 4
# Which tables of names with an English form (`named.toml`) hold names of which kind.
TABLES = {
    "places": PLACE, "towns": PLACE, "persons": PERSON, "papers": "work",
    "firms": "organisation",
}  # fmt: skip
MET = "met"  # counted with the kinds: how often
ARTICLE = "article"  # counted with the kinds: an article before a name, which a person seldom has
# How far the text around a name is looked at.
AROUND = 40
# So many words around it count as much as what its own words say, and as what it is called right
# before it.
OWN, CALLED = 3, 4


def own_words(kind: str, spoken: Language) -> frozenset[str]:
    """Give the folded words of names of `kind`: one as first or last word tells it."""
    return frozenset(spoken.kinds.get(kind, {}).get("words", "").split())


@cache
def _around(spoken: Language) -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Give for each kind what stands before its names, and what after them."""
    return [(kind, _of(of, "before"), _of(of, "after")) for kind, of in spoken.kinds.items()]


@cache
def _called(spoken: Language) -> list[tuple[str, re.Pattern[str]]]:
    """Give for each kind what its names are called right before them."""
    return [(kind, _of(of, "called")) for kind, of in spoken.kinds.items()]


@cache
def listed(spoken: Language) -> Mapping[Key, frozenset[str]]:
    """Give the kinds of the names that the lists of `spoken` know, by their folded words.

    >>> from translate.languages import language
    >>> [sorted(listed(language("fr"))[name]) for name in (("france", "travail"), ("marseille",))]
    [['organisation'], ['place']]
    """
    found: dict[Key, set[str]] = {}
    lists = [
        *(
            (kind, spoken.table("named.toml").get(table, {}).values())
            for table, kind in TABLES.items()
        ),
        *((kind, [of.get("names", ())]) for kind, of in spoken.kinds.items()),
        ("product", [common("goods")]),
        ("organisation", [common("brands") - common("goods")]),
    ]
    for kind, several in lists:
        for name in (name for names in several for name in names):
            found.setdefault(_listed_as(name), set()).add(kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _listed_as(name: str) -> Key:
    """Give what `name` is looked up by: an abbreviation is no word with the same letters."""
    return (name,) if name.isupper() else key(name)


@cache
def _never(spoken: Language) -> frozenset[str]:
    """Give the folded words that are no name alone: days and months of all languages, and more."""
    days = (
        word
        for one in known()
        for word in (*one.table("language.toml").get("days", ()), *one.months_by_name)
        if len(word) >= SHORTEST
    )
    return frozenset(
        map(fold_word, (*days, *spoken.table("names.toml").get("no_names", "").split()))
    )


def is_no_name(spelling: str, spoken: Language) -> bool:
    """Whether `spelling` is one word that never names: a day, a month, a people, `SMS`.

    >>> from translate.languages import language
    >>> [is_no_name(word, language("fr")) for word in ("Saturday", "Parisiens", "SMS", "Amiens")]
    [True, True, True, False]
    """
    word = fold_word(spelling)
    if word in first_names(spoken) or (word,) in listed(spoken):
        return False
    return word in _never(spoken) or word in _peoples(spoken)


@cache
def _peoples(spoken: Language) -> frozenset[str]:
    """Give the folded words for who is of a country or a town, one and several."""
    people = spoken.gender.get("people", {})
    words = " ".join(people.get(one, "") for one in ("countryman", "countrywoman")).split()
    return frozenset(fold_word(word + end) for word in words for end in ("", "s"))


def _of(kind: Mapping[str, str], what: str) -> re.Pattern[str]:
    return re.compile(kind.get(what, NEVER.pattern))


def cues(text: str, start: int, end: int, spoken: Language) -> list[str]:
    """Give the kinds that the words around the name at `start:end` of `text` speak for.

    What it is called right before it is told several times, and an article before it, too.

    >>> from translate.languages import language
    >>> cues("Le PDG d'Exalys, basé à Lyon, parle.", 9, 15, language("fr"))
    ['organisation']
    """
    before = fold(text[max(0, start - AROUND) : start]).lower()
    after = fold(text[end : end + AROUND]).lower()
    if called := next((kind for kind, ahead in _called(spoken) if ahead.search(before)), ""):
        return [called] * CALLED
    told = [(k, bool(a.search(before)), bool(b.search(after))) for k, a, b in _around(spoken)]
    if PLACE in spoken.kinds and _of(spoken.kinds[PLACE], "never").search(before):
        told = [(kind, ahead and kind != PLACE, behind) for kind, ahead, behind in told]
    if any(kind == PLACE and ahead for kind, ahead, _ in told):
        # « À Dole, le maire », "parle à Marie, présidente": what follows a place is somebody else.
        behind = fold_word(text[start:end]) in first_names(spoken) and any(b for *_, b in told)
        return [] if behind else [kind for kind, ahead, _ in told if ahead]
    kinds = [kind for kind, ahead, behind in told for _ in range(ahead + behind)]
    last = re.search(r"(\w+)['’ ]$", before)
    return [*kinds, *([ARTICLE] if last and last[1] in articles() else [])]


def kind_of(
    spelling: str, around: Counter[str], spoken: Language, alone: Container[str] = ()
) -> str:
    """Give the kind of the name `spelling`, whose `around` was counted; empty where nothing tells.

    `alone` are the folded words that are names by themselves, and so are no first names.

    >>> from translate.languages import language
    >>> [kind_of(name, Counter(), language("fr")) for name in
    ...  ("Ada Lovelace", "Lovelace Securities", "GPT-5", "Exalys")]
    ['person', 'organisation', 'product', '']
    """
    words = [fold_word(word) for word in re.findall(r"[^\W_]+", spelling)]
    scores = Counter({kind: around[kind] for kind in spoken.kinds if around[kind]})
    given = (
        len(words) == 1 and words[0] in first_names(spoken) and around[ARTICLE] * 2 <= around[MET]
    )
    told = listed(spoken).get(_listed_as(spelling), frozenset())
    if len(told) == 1 and not given:
        return min(told)
    if told:  # of those that the lists know only what is around tells
        return _most({kind: scores[kind] for kind in sorted({*told, *([PERSON] * given)})})
    if given:
        scores[PERSON] += OWN
        if scores.pop(PLACE, 0):
            return ""  # Milan
    led = len(words) > 1 and words[0] in articles()
    if led:
        del scores["person"]  # Selon La Presse
    for kind, of in spoken.kinds.items():
        if len(words) > 1 and own_words(kind, spoken).intersection((words[led], words[-1])):
            scores[kind] += OWN
        if "shape" in of and re.search(of["shape"], spelling):
            scores[kind] += OWN
    if any(map(str.isdigit, spelling)):
        scores["product"] += OWN
    elif " " in spelling and words[0] in first_names(spoken):
        scores["person"] += OWN
    elif not scores and len(words) > 1 and words[0] in alone:
        scores["product"] += 1  # Microsoft Ignite
    elif not scores and not around[ARTICLE] and _looks_a_person(spelling, spoken):
        scores["person"] += 1
    return _most(scores)


def _most(scores: Mapping[str, int]) -> str:
    """Give the kind that most speaks for; empty where nothing does, or as much for another."""
    most = max(scores.values(), default=0)
    kinds = [kind for kind, score in scores.items() if score == most > 0]
    return kinds[0] if len(kinds) == 1 else ""


def _looks_a_person(spelling: str, spoken: Language) -> bool:
    """Whether it is two words, none ordinary anywhere, the first unknown or like first names."""
    words = spelling.split()
    first = words[0].lower()
    may_be_first = first not in words_with_capitals(spoken) or f"{words[0]}+" in spoken.cased
    return (
        len(words) == 2
        and not any(first in (*one.articles, *one.function_words) for one in known())
        and may_be_first
        and not any(w.isupper() or fold_word(w) in one.ordinary for w in words for one in known())
    )
