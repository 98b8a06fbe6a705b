"""Verbs of the present that are told to a model: in the form that their English subject calls for.

A listed meaning has one form, the third person's mostly, and may be that of a noun that looks like
the verb: « J'entretiens le jardin » is no place for "interviews", nor « On équipe » for a team.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from translate.languages import language
from translate.languages.conjugation import infinitives, places
from translate.mt.data import table

THIRD = "p3"
NOT_FINITE = ("inf", "pp", "ger")
THREE = 3  # forms of a verb whose participle is not its past: ring, rang, rung
OTHER = frozenset("ifcs")  # tenses whose English has one form for all persons


@dataclass(frozen=True, slots=True)
class Present:
    """The `english` of a verb of the present, "" where none is known, and its `form`.

    That is "plain" or "third": the rule that tells what it cannot stand behind in the English.
    """

    english: str
    form: str = "plain"


def present(
    word: re.Match[str], known: str, pair: tuple[str, str], meaning: Mapping[str, str]
) -> Present | None:
    """Give the English of `word` of a text if it is a verb of the present there, else None.

    `known` is what it mostly means, `meaning` that of infinitives.

    >>> from translate.mt.strings import whole
    >>> meaning, pair = {"équiper": "equip"}, ("fr", "en")
    >>> for text in ("On équipe le quai.", "Il équipe le quai.", "Une équipe."):
    ...     print(present(whole("équipe").search(text), "team", pair, meaning))
    Present(english='equip', form='plain')
    Present(english='equips', form='third')
    None
    """
    forms = table("meanings").get(pair[0], {})
    rules = forms.get("present")
    turned = table("meanings").get(pair[1], {}).get("turned", ())
    form, before, after = word[0].lower(), word.string[: word.start()], word.string[word.end() :]
    begins = not re.search(r"\w", before)
    verbs = infinitives(form, pair[0]) if rules and (word[0].islower() or begins) else ()
    if not turned or not verbs or re.search(forms["finite"]["end"], form):
        return None
    said = {verb: english for verb in verbs if (english := meaning.get(verb)) and english.islower()}
    others = language(pair[0]).renderings(pair[1])
    same = []
    for verb, english in said.items():
        for one in (english, *others.get(verb, "").split("|")):
            rest = known.removeprefix(third(one, turned)) if one else known
            if rest != known and rest[:1] in ("", " ") and verb not in same:
                said[verb] = one + rest
                same.append(verb)
    if re.search(rules["verb"], before):
        told = (place for verb in said for place in places(verb, form, pair[0]))
        verbal = same or OTHER.isdisjoint(place[0] for place in told if place not in NOT_FINITE)
    else:
        named = known[:1].isupper() and word[0].islower() and len(said) == 1
        same = [verb for verb in same if THIRD in places(verb, form, pair[0])]
        acts = re.search(rules["actor"], before) and re.search(rules["object"], after)
        if acts and len(said) == 1 and not same:  # "L'arrêt infirme cette décision"
            same = [verb for verb in said if THIRD in places(verb, form, pair[0])]
        verbal = (same or named) and not re.search(rules["noun"], before)
    if not verbal:
        return None
    verb = same[0] if same else next(iter(said), "") if len(said) == 1 else ""
    if not verb:
        return Present("")
    negated = re.search(rules["negated"], before) and re.search(rules["no"], after)
    plain = begins or negated or re.search(rules["plain"], before)
    if plain or THIRD not in places(verb, form, pair[0]):
        return Present(said[verb])
    return Present(third(said[verb], turned), "third")


def fitting(
    word: re.Match[str],
    known: str,
    before: str,
    pair: tuple[str, str],
    meaning: Mapping[str, str],
) -> str:
    """Give the English of `word` as `present` does, else `known`; "" where it fits not `before`.

    That is the English before it.

    >>> from translate.mt.strings import whole
    >>> meaning, word = {"équiper": "equip"}, whole("équipe").search("J'équipe le quai.")
    >>> [fitting(word, "team", lead, ("fr", "en"), meaning) for lead in ("I ", "I am ")]
    ['equip', '']
    """
    verb = present(word, known, pair, meaning)
    if verb is None:
        return known
    return "" if re.search(table("meanings")[pair[1]][verb.form], before) else verb.english


def done(verb: str, before: str, code: str) -> str:
    """Give a `verb` told in its past as the participle it is behind an auxiliary of `before`.

    >>> [done(verb, "It had not ", "en") for verb in ("rang", "went off", "closed", "found")]
    ['rung', 'gone off', 'closed', 'found']
    >>> done("rang", "It ", "en")
    'rang'
    """
    first, space, rest = verb.partition(" ")
    forms = language(code).irregular.get(first, ())
    rule = table("meanings").get(code, {}).get("auxiliary")
    if rule and len(forms) == THREE and first == forms[1] and re.search(rule, before):
        first = forms[2]
    return f"{first}{space}{rest}"


def third(verb: str, turned: list[list[str]]) -> str:
    """Give the third person of `verb`, which may have words behind it, as `turned` tells.

    >>> turned = table("meanings")["en"]["turned"]
    >>> [third(verb, turned) for verb in ("pile up", "carry", "fix", "have")]
    ['piles up', 'carries', 'fixes', 'has']
    """
    first, space, rest = verb.partition(" ")
    new = next((re.sub(old, end, first) for old, end in turned if re.search(old, first)), first)
    return f"{new}{space}{rest}"
