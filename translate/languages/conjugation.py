"""The forms of French-like verbs: each with its place in the conjugation, so that it can be turned.

A verb is conjugated as its ending tells (`-er`, `-ir`, `-re`), or as `verbs.toml` of its language
lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from translate.languages.language import language

# The endings of the imperfect (and the conditional) and of the future, by person.
PAST = ("ais", "ais", "ait", "ions", "iez", "aient")
FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
PERSONS = "123456"  # I, you, she; we, you, they
FEMININE, PLURAL = "e", "s"
ENDS = ("", FEMININE, PLURAL, FEMININE + PLURAL)  # of a participle
MUTE = re.compile(r"e(?:s|nt)?$")
TWO_SPELLINGS = re.compile(r"(?<=a)[yi](?=e(?:s|nt|r\w+)?$)")  # balaie, balaye
# In the last syllable of a stem: "léguer", not "atténuer".
ACUTE = re.compile(r"é(?P<rest>[bcdfghjklmnpqrstvz]+(?:(?<=[gq])u)?)$")
GRAVE = re.compile(r"è(?P<rest>[bcdfghjklmnpqrstvz]+(?:(?<=[gq])u)?)$")
# What the present ends in beyond the stem of a verb that goes as its ending tells.
PRESENT_ENDS = "e es ons ez ent s is it issons issez issent"
# The forms of verbs that go as their ending tells, in the order of `[forms]` in verbs.toml.
REGULAR = {
    "er": "é ant e es e ons ez ent - er a èrent e ent",
    "ir": "i issant is is it issons issez issent iss ir it irent isse issent",
    "re": "u ant s s - ons ez ent - r it irent e ent",
}
ON_RE = ("d", "p")  # before the -re of verbs that go as it tells: vendre, rompre
SHORTEST = 2  # letters of a stem
FUTURE_STEM = 9  # where that of the future stands in the forms of a verb that is listed


@cache
def forms(verb: str, code: str) -> Mapping[str, str]:
    """Give the forms of the infinitive `verb`, in language `code`, by their place.

    A place is a letter for the tense (`p`resent, `i`mperfect, `f`uture, `c`onditional, `s`imple
    past, sub`j`unctive) and the person from 1 to 6; or `inf`, `pp`, `ger`. Raises ValueError for
    what ends as no infinitive does.

    >>> found = forms("éluder", "fr")
    >>> found["p3"], found["i6"], found["pp"], forms("comprendre", "fr")["p6"]
    ('élude', 'éludaient', 'éludé', 'comprennent')
    >>> forms("céder", "fr")["p6"], forms("changer", "fr")["i3"], forms("réussir", "fr")["p6"]
    ('cèdent', 'changeait', 'réussissent')
    >>> forms("intégrer", "fr")["p3"], forms("léguer", "fr")["p6"], forms("évaluer", "fr")["p3"]
    ('intègre', 'lèguent', 'évalue')
    """
    participle, gerund, *present, past, future, s3, s6, j3, j6 = _parts(verb, code)
    return {
        "inf": verb,
        "pp": participle,
        "ger": gerund,
        **{f"p{n}": form for n, form in zip(PERSONS, present, strict=True)},
        **{f"i{n}": _joined(past, end) for n, end in zip(PERSONS, PAST, strict=True)},
        **{f"f{n}": future + end for n, end in zip(PERSONS, FUTURE, strict=True)},
        **{f"c{n}": future + end for n, end in zip(PERSONS, PAST, strict=True)},
        "s3": s3,
        "s6": s6,
        "j3": j3,
        "j6": j6,
    }


def places(verb: str, form: str, code: str) -> Iterator[str]:
    """Give the places of `form` in the conjugation of `verb`, in any number and gender.

    >>> list(places("faire", "fait", "fr")), list(places("mettre", "mises", "fr"))
    (['pp', 'p3'], ['pp'])
    >>> list(places("tomber", "tombes", "fr"))
    ['p2']
    >>> list(places("balayer", "balaie", "fr")) == list(places("balayer", "balaye", "fr"))
    True
    """
    for place, one in forms(verb, code).items():
        if form in (one, _otherwise(one)) or (place == "pp" and agreement(one, form) is not None):
            yield place


@cache
def infinitives(form: str, code: str) -> tuple[str, ...]:
    """Give what infinitives the `form` of a present may be of, in language `code`, known or not.

    >>> [infinitives(form, "fr") for form in ("congèle", "appelons", "essuie", "reprend")]
    [('congeler', 'congéler'), ('appeler',), ('essuier', 'essuyer'), ('reprendre',)]
    >>> infinitives("pelouse", "fr"), infinitives("sous", "fr")
    (('pelouser',), ())
    """
    listed, _ = _listed(code)
    guesses = {
        form.removesuffix(end) + known
        for known, every in listed.items()
        for end in every.split()[2:8]
        if form.endswith(end)
    }
    stems = {form} | {form[: -len(end)] for end in PRESENT_ENDS.split() if form.endswith(end)}
    for stem in filter(lambda one: len(one) >= SHORTEST, stems):
        other = {GRAVE.sub(rf"{vowel}\g<rest>", stem) for vowel in "eé"}
        if stem[-1] == stem[-2] or stem[-2:] in ("ge", "çe"):
            other.add(stem[:-1])
        if stem[-1] in "iç":
            other.add(stem[:-1] + {"i": "y", "ç": "c"}[stem[-1]])
        guesses |= {one + end for one in other for end in ("er", "ir")}
        guesses |= {f"{stem}re"} if stem.endswith(ON_RE) else set()
    return tuple(
        sorted(v for v in guesses if any(in_present(place) for place in places(v, form, code)))
    )


@cache
def infinitives_of_future(form: str, code: str) -> tuple[str, ...]:
    """Give what infinitives the `form` of a future, of her or of them, may be of, known or not.

    >>> [infinitives_of_future(form, "fr") for form in ("quittera", "finiront", "vendra", "hibou")]
    [('quitter',), ('finir',), ('vendre',), ()]
    """
    listed, _ = _listed(code)
    guesses: set[str] = set()
    for end in (FUTURE[2], FUTURE[5]):
        stem = form.removesuffix(end)
        if stem == form:
            continue
        irregular = ((known, every.split()[FUTURE_STEM]) for known, every in listed.items())
        guesses |= {stem.removesuffix(r) + known for known, r in irregular if stem.endswith(r)}
        regular = stem.endswith(("er", "ir")) and len(stem) > SHORTEST + 1
        guesses |= {stem} if regular else set()
        guesses |= {f"{stem}e"} if stem[:-1].endswith(ON_RE) else set()
    told = {verb: forms(verb, code) for verb in guesses}
    return tuple(sorted(verb for verb, one in told.items() if form in (one["f3"], one["f6"])))


def in_present(place: str) -> bool:
    """Tell whether a `place` of a conjugation is one of the present.

    >>> in_present("p3"), in_present("pp")
    (True, False)
    """
    return place[0] == "p" and place[1] in PERSONS


@cache
def all_forms(verb: str, code: str) -> frozenset[str]:
    """Give the forms of the infinitive `verb`, with those of its participle.

    >>> {"mets", "mises"} <= all_forms("mettre", "fr"), "balaies" in all_forms("balayer", "fr")
    (True, True)
    """
    found = forms(verb, code)
    every = frozenset(found.values()).union(found["pp"] + end for end in ENDS)
    return every.union(map(_otherwise, every))


def _otherwise(form: str) -> str:
    """Give the other spelling of a `form` that has two, else the `form`.

    >>> [_otherwise(form) for form in ("balaye", "paie", "payera", "payez", "pays")]
    ['balaie', 'paye', 'paiera', 'payez', 'pays']
    """
    return TWO_SPELLINGS.sub(lambda found: {"y": "i", "i": "y"}[found[0]], form)


def agreement(participle: str, form: str) -> str | None:
    """Give what `form` has beyond the `participle` for number and gender, None if it is another.

    >>> agreement("mis", "mises"), agreement("tombé", "tombe")
    ('es', None)
    """
    end = form.removeprefix(participle)
    return end if form.startswith(participle) and end in ENDS else None


@cache
def _listed(code: str) -> tuple[Mapping[str, str], frozenset[str]]:
    """Give the verbs that are conjugated in a way of their own, and which of them end no other."""
    table = language(code).table("verbs.toml")
    return table["forms"], frozenset(table["whole"].split())


def _parts(verb: str, code: str) -> list[str]:
    listed, whole = _listed(code)
    ends_in = (one for one in listed if verb.endswith(one) and (verb == one or one not in whole))
    known = max(ends_in, key=len, default="")
    if known:
        prefix = verb.removesuffix(known)
        return [prefix + form for form in listed[known].split()]
    stem, end = verb[:-2], verb[-2:]
    if not stem or end not in REGULAR:
        raise ValueError(f"{verb!r} is no infinitive")
    return [_joined(stem, one.strip("-")) for one in REGULAR[end].split()]


def _joined(stem: str, end: str) -> str:
    """Give `stem` with `end`, spelt as it sounds: `changeons`, `cèdent`, `appelle`, `emploie`."""
    if end[:1] in ("a", "o") and stem[-1] in "gc":
        return f"{stem}e{end}" if stem[-1] == "g" else f"{stem[:-1]}ç{end}"
    if MUTE.fullmatch(end) or end == "er":
        if stem[-1] == "y" and stem[-2] in "ou":
            return f"{stem[:-1]}i{end}"
        if stem.endswith(("jet", "appel")):
            return f"{stem}{stem[-1]}{end}"
        if stem[-2:-1] == "e" and stem[-1] not in "aeiouyx":
            return f"{stem[:-2]}è{stem[-1]}{end}"
        if end != "er" and (last := ACUTE.search(stem)):
            return f"{stem[: last.start()]}è{last['rest']}{end}"
    return stem + end
