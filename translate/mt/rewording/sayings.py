"""Fixed expressions and familiar words as a language lists them, and what says the same plainly.

`idioms.toml` lists what always means the same. `contexts.toml` lists verbs of several senses in
the same way, each with the words near it by which it is meant so: Yarowsky (1995,
aclanthology.org/P95-1026) found that beside the same words a word has one sense.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from translate.languages import language
from translate.languages.conjugation import all_forms, forms
from translate.languages.sieve import folded
from translate.languages.words import NEVER, WORD
from translate.mt.counterparts.expressions import stands, with_subjects

MANY = "~"  # in the data: an s or none, in what is said and in the plain words
CLITICS = re.compile(
    r"^(?P<clitics>s[’']en |s[’']y |se |[sl][’']|(?:[mt][’']|nous |vous |leur )?en |y |)"
    r"(?P<verb>\S+) ?(?P<rest>.*)$"
)
POSSESSIVES = ("son", "sa", "ses")  # in the data: those of any person
REFLEXIVE = {"se": "se", "s’": "se"}
WITHOUT_S = re.compile(rf"{WORD.pattern}+(?!{MANY})")  # the second + takes words whole
AUXILIARIES = ("avoir", "être")
QUOTED = r"(?:[«“\"]\s?)"  # between an auxiliary and its participle: « Il a « jeté l’éponge » »


@dataclass(frozen=True, slots=True)
class Cues:
    """The words near a verb by which it is meant in one of its senses, as `stands` reads them.

    One of `behind` stands behind it, or one of `before` before it, and none of `never` near it.
    """

    behind: str = ""
    before: str = ""
    never: str = ""

    def fit(self, near: str, before: str, behind: str) -> bool:
        """Tell whether the words `before` and `behind` a verb, and all `near` it, are such.

        >>> paid = Cues("prime* salaire*", "employé*", "cible*")
        >>> paid.fit("Il touche une prime", "Il ", " une prime"), paid.fit("Il rit", "Il ", "")
        (True, False)
        >>> paid.fit("L'employé touche", "L'employé ", ""), paid.fit("prime cible", "", " prime")
        (True, False)
        """
        here = stands(self.behind, behind) or stands(self.before, before)
        return here and not stands(self.never, near)


@dataclass(frozen=True, slots=True)
class Idiom:
    """What is `said`, behind its `verb` if it has one, and how it is said plainly.

    `clitics` is what stands before the verb: "se", "s’en", "en", and "m’en" of another's verb.
    """

    said: str  # a pattern of all behind the verb, compiled where it is asked for: of thousands
    plain: str
    verb: str = ""
    clitics: str = ""
    plain_verb: str = ""
    reflexive: bool = False  # the plain verb
    before: str = ""  # the preposition that ends what is said, if it contracts with an article
    after: str = ""  # the one that ends the plain words
    cues: Cues | None = None  # the words near it by which it is meant so
    lead: str = ""  # a pattern of what must stand before it
    needs: frozenset[str] = frozenset()  # words, folded, that a text has where it is said

    @property
    def turns(self) -> bool:
        """Tell whether what it is done to can be said of the plain verb: it has an object too."""
        return not (self.clitics or self.reflexive or self.plain or self.before or self.after)


@dataclass(frozen=True)
class Idioms:
    """The expressions of the language `code`.

    `verbs` gives the infinitives of a form; `behind` the expressions with a verb, by it and the
    first word behind it ("" where there is none), `phrases` those without, by their first word;
    the longest are the first. `auxiliary` finds the auxiliary before a verb.
    """

    code: str
    verbs: Mapping[str, Sequence[str]]
    behind: Mapping[tuple[str, str], Sequence[Idiom]]
    phrases: Mapping[str, Sequence[Idiom]]
    auxiliary: re.Pattern[str]
    with_be: frozenset[str]
    with_either: frozenset[str]
    pronouns: Mapping[str, str]
    contracted: Mapping[str, Mapping[str, str]]  # the article in each form of a preposition
    first: re.Pattern[str]  # the pronoun of the first person before a verb
    noun: re.Pattern[str]  # what stands before a noun
    noun_surely: re.Pattern[str]  # that of it which is no pronoun of an object
    relative: re.Pattern[str]  # before which an object stands, rather than behind its verb
    stops: re.Pattern[str]  # before what belongs to another verb
    thou: re.Pattern[str]  # the pronoun of the second person
    subjects: Mapping[str, re.Pattern[str]]  # by the first letter of its other pronoun, a person's
    own: Mapping[str, str]  # how the pronouns of an idiom stand before its verb
    owned: Mapping[str, Mapping[str, str]]  # by person, what each of `POSSESSIVES` is there
    owners: Mapping[str, str]  # whose each of them is


@cache
def idioms_of(code: str, field: str = "") -> Idioms | None:
    """Give the expressions of the language `code`, None where none are listed.

    Those of a `field` are meant so in a text about it alone.

    >>> idioms_of("de") is None
    True
    """
    spoken = language(code)
    listed = spoken.table("idioms.toml")
    if not listed:
        return None
    if field:
        none: dict[str, Any] = {"verbs": {}, "words": {}, "when": {}, "parted": ()}
        listed = {**listed, **none, **spoken.table("fields.toml")[field]}
    owned = {
        person: dict(zip(POSSESSIVES, words.split(), strict=True))
        for person, words in listed["owned"].items()
    }
    owners = {word: person for person, words in owned.items() for word in words.values()}
    some = "|".join(owners)
    listed = {**listed, "possessives": some}
    behind: dict[tuple[str, str], list[Idiom]] = {}
    near, verbal = spoken.table("contexts.toml"), spoken.table("verbs.toml")
    senses = () if field else near.get("senses", ())
    file = "fields.toml" if field else "idioms.toml"
    for said, plain, *words in sorted([*listed["verbs"].items(), *senses], key=_longest):
        with spoken.row("contexts.toml" if words else file, said):
            idiom, rest = _of_verb(said, plain, listed)
            _ = [forms(verb, code) for verb in (idiom.verb, idiom.plain_verb)]
            cues = Cues(*(with_subjects(some, code) for some in words)) if words else None
        lead, follows = _around(said, listed) if cues is None else ("", "")
        idiom = replace(idiom, said=idiom.said + follows, cues=cues, lead=lead)
        ways = [idiom]
        if said in listed["parted"] and cues is None:
            ways.append(replace(idiom, said=_with_object(idiom.said, listed)))
        for first in _first(rest, listed):
            behind.setdefault((idiom.verb, first), []).extend(ways)
    phrases: dict[str, list[Idiom]] = {}
    for said, plain in sorted(listed["words"].items(), key=_longest):
        for first in _first(said, listed):
            lead, follows = _around(said, listed)
            phrase = rf"(?:{_pattern(said, some)})(?![\w-]){follows}"
            idiom = Idiom(phrase, plain, lead=lead, needs=_needs(said))
            phrases.setdefault(first, []).append(idiom)
    verbs: dict[str, list[str]] = {}
    for verb in dict.fromkeys(verb for verb, _ in behind):
        for form in all_forms(verb, code):
            verbs.setdefault(form, []).append(verb)
    auxiliary = "|".join({form for verb in AUXILIARIES for form in forms(verb, code).values()})
    return Idioms(
        code,
        verbs,
        behind,
        phrases,
        re.compile(rf"(?i)(?<![^\W\d_])(?P<auxiliary>{auxiliary}){_between(listed)} {QUOTED}?$"),
        frozenset(verbal["with_be"].split()),
        frozenset(verbal["with_either"].split()),
        listed["pronouns"],
        listed["contracted"],
        re.compile(listed["first"] + "$", re.I),
        re.compile(near.get("noun", NEVER.pattern), re.I),
        re.compile(near.get("noun_surely", NEVER.pattern), re.I),
        re.compile(near.get("relative", NEVER.pattern), re.I),
        re.compile(near.get("stops", NEVER.pattern), re.I),
        re.compile(near.get("thou", NEVER.pattern), re.I),
        {letter: re.compile(said, re.I) for letter, said in listed["subjects"].items()},
        listed["own"],
        owned,
        owners,
    )


def _of_verb(said: str, plain: str, listed: Mapping[str, Any]) -> tuple[Idiom, str]:
    """Give the idiom with a verb that is `said`, and what stands behind its verb."""
    one, other = (CLITICS.fullmatch(text) for text in (said, plain))
    assert one and other  # whatever begins with a word is matched
    own, theirs = (text["clitics"].strip().replace("'", "’") for text in (one, other))
    (rest, before), (plainly, after) = (_ending(text["rest"], listed) for text in (one, other))
    idiom = Idiom(
        _behind_verb(rest, before, listed, plainly),
        plainly,
        one["verb"],
        REFLEXIVE.get(own, own),
        other["verb"],
        theirs in REFLEXIVE,
        before,
        after,
        needs=_needs(rest),
    )
    return idiom, one["rest"]


def _needs(said: str) -> frozenset[str]:
    """Give the words, folded, that are there wherever what is `said` is.

    >>> sorted(_needs("perle~ rare~ de son état"))
    ['de', 'état']
    """
    words = (word[0] for word in WITHOUT_S.finditer(folded(said)))
    return frozenset(word for word in words if word not in POSSESSIVES)


def _around(said: str, listed: Mapping[str, Any]) -> tuple[str, str]:
    """Give the patterns of what must stand before what is `said`, and behind it.

    Nothing may stand behind it that makes its last word a part of another phrase.

    >>> listed = {"when": {}, "longer": {"chômage": "partiel technique"}}
    >>> _around("mettre au chômage", listed)
    ('', '(?!(?<=chômage) (?:partiel|technique)\\\\b)')
    """
    around = listed["when"].get(said, {})
    behind = f"(?={around['behind']})" if "behind" in around else ""
    last = said.rpartition(" ")[2].rpartition("’")[2]
    if further := listed.get("longer", {}).get(last):
        behind += rf"(?!(?<={last}) (?:{'|'.join(further.split())})\b)"
    return around.get("before", ""), behind


def _behind_verb(rest: str, preposition: str, listed: Mapping[str, Any], plainly: str) -> str:
    """Give the pattern of a `rest`, with what may stand before it, and of its `preposition`.

    "Il ne s'en fiche pas": what stands there comes before what is said `plainly`, too.
    """
    said = f"[ \u00a0](?:{_pattern(rest, listed['possessives'])})" if rest else ""
    end = r"(?![\w-])"
    if preposition:
        forms_of = "|".join(re.escape(form) for form in listed["contracted"][preposition])
        forms_of = forms_of.replace("’", "['’](?=\\w)")
        said += rf"[ \u00a0](?P<preposition>{forms_of})"
        end = rf"(?:(?<=['’])|{end})"
    return rf"(?P<between>{_between(listed) if said or plainly else ''}){said}{end}"


def _with_object(said: str, listed: Mapping[str, Any]) -> str:
    """Give the pattern `said` of a verb's rest with the verb's object before that rest.

    "Ils prennent le maire au mot": the object comes before what is said plainly, too.
    """
    between = rf"(?P<between>{_between(listed)})"
    assert said.startswith(between)
    return rf"{between}(?P<object>{listed['object']}){said.removeprefix(between)}"


def _between(listed: Mapping[str, Any]) -> str:
    return f"(?: (?:{listed['between']}))?"


def _ending(rest: str, listed: Mapping[str, Any]) -> tuple[str, str]:
    """Give the words of a `rest` and the preposition they end in, if it contracts."""
    words, _, last = rest.rpartition(" ")
    return (words, last) if last in listed["contracted"] else (rest, "")


def _first(said: str, listed: Mapping[str, Any]) -> list[str]:
    """Give the first word of what is `said`, in each of its forms; "" where nothing is.

    >>> listed = {"possessives": "mon|sa|leur|leurs", "contracted": {"de": {"d’": "", "du": "le"}}}
    >>> _first("perle~ rare~", listed), _first("sa place", listed), _first("de tout", listed)
    (['perle', 'perles'], ['mon', 'sa', 'leur', 'leurs'], ['d', 'du'])
    """
    word = WORD.search(said)
    if word is None:
        return [""]
    if word[0] in POSSESSIVES:
        return str(listed["possessives"]).split("|")
    if word[0] in listed["contracted"]:
        return [form.rstrip("’") for form in listed["contracted"][word[0]]]
    many = said[word.end() :].startswith(MANY)
    return [word[0].lower(), *([word[0].lower() + "s"] if many else [])]


def _pattern(said: str, possessives: str) -> str:
    some = re.escape(said).replace("’", "['’]").replace("\\ ", "[ \u00a0]")
    some = re.sub(rf"\b(?:{'|'.join(POSSESSIVES)})\b", f"(?:{possessives})", some)
    return some.replace(re.escape(MANY), "(s?)")


def _longest(entry: tuple[str, *tuple[Any, ...]]) -> tuple[int, str]:
    return -len(entry[0]), entry[0]
