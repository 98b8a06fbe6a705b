"""Fixed expressions and familiar words said plainly, before a model that would take them literally.

A language's `idioms.toml` lists them: with the verb they begin with, which is conjugated as it was
(« ils bottent en touche » becomes « ils éludent la question »), and words that stay as they are.
They are looked up by that verb and their first word: thousands cost no more than a few.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from translate.languages import language
from translate.languages.conjugation import agreement, all_forms, forms, places
from translate.languages.patterns import compiled
from translate.languages.words import with_capital_of

MANY = "~"  # in the data: an s or none, in what is said and in the plain words
CLITICS = re.compile(
    r"^(?P<clitics>s[’']en |s[’']y |se |s[’']|en |y |)(?P<verb>\S+) ?(?P<rest>.*)$"
)
POSSESSIVES = ("son", "sa", "ses")  # in the data: those of any person
REFLEXIVE = {"se": "se", "s’": "se"}
OPENED, CLOSED = re.compile(r"[«“\"]\s*$"), re.compile(r"\s*[»”\"]")  # it is spoken of itself
WORD = re.compile(r"(?<![\w-])[^\W\d_]+")
INSIDE = re.compile(r"[^\W\d_]+")
AROUND = 60  # letters in which an auxiliary stands before its verb, with what may stand between
BETWEEN = 2  # words at most between a verb and the rest
AUXILIARIES = ("avoir", "être")
ELIDED = 10  # letters of the longest word that loses its vowel, and what stands around it


@dataclass(frozen=True, slots=True)
class Idiom:
    """What is `said`, behind its `verb` if it has one, and how it is said plainly.

    `clitics` is what stands before the verb: "se", "s’en", "en".
    """

    said: str  # a pattern of all behind the verb, compiled where it is asked for: of thousands
    plain: str
    verb: str = ""
    clitics: str = ""
    plain_verb: str = ""
    reflexive: bool = False  # the plain verb
    before: str = ""  # the preposition that ends what is said, if it contracts with an article
    after: str = ""  # the one that ends the plain words


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
    pronouns: Mapping[str, str]
    contracted: Mapping[str, Mapping[str, str]]  # the article in each form of a preposition
    first: re.Pattern[str]  # the pronoun of the first person before a verb
    own: Mapping[str, str]  # how the pronouns of an idiom stand before its verb


def plainer(text: str, code: str) -> str:
    """Give `text`, in language `code`, with its fixed expressions said plainly.

    >>> plainer("Elles n'ont pas botté en touche.", "fr")
    "Elles n'ont pas éludé la question."
    >>> plainer("Le vase est tombé à pic, dit-il.", "fr")
    'Le vase est arrivé au bon moment, dit-il.'
    >>> plainer("Il s'en est pris à la presse.", "fr")
    'Il a attaqué la presse.'
    >>> plainer("Deux têtes pensantes de la maison.", "fr")
    'Deux personnes clés de la maison.'
    >>> plainer("Le texte fut retoqué.", "fr")
    'Le texte fut rejeté.'
    >>> plainer("Que veut dire « coup de fil » ?", "fr")
    'Que veut dire « coup de fil » ?'
    """
    known = _idioms(code)
    if known is None:
        return text
    for with_rest in (True, False):
        for word in reversed(list(WORD.finditer(text))):
            if word[0].lower() in known.verbs:
                text = _with_verb(text, word, known, with_rest) or text
    at = 0
    while begun := WORD.search(text, at):  # of two that overlap the first is said
        at = begun.end()
        if begun[0].lower() in known.phrases and (found := _said(text, begun, known)):
            text, at = found
    return text


def _said(text: str, word: re.Match[str], known: Idioms) -> tuple[str, int] | None:
    """Give `text` with the expression that begins at `word` said plainly, and where that ends."""
    for idiom in known.phrases[word[0].lower()]:
        match = compiled(idiom.said, re.I).match(text, word.start())
        if match:
            before, after = text[: match.start()], text[match.end() :]
            if OPENED.search(before) and CLOSED.match(after):
                return None
            plain = idiom.plain.replace(MANY, match[1]) if MANY in idiom.plain else idiom.plain
            said = _joined(before, with_capital_of(match[0], plain), after)
            return said, len(said) - len(after)
    return None


def _with_verb(text: str, word: re.Match[str], known: Idioms, with_rest: bool) -> str:
    """Give `text` with the expression whose verb is `word` said plainly, "" if there is none."""
    for verb in known.verbs[word[0].lower()]:
        for first in _behind(text, word) if with_rest else ("",):
            for idiom in known.behind.get((verb, first), ()):
                rest = compiled(idiom.said, re.I).match(text, word.end())
                turned = _turned(text[: word.start()], word[0], idiom, known) if rest else None
                if rest and turned:
                    said = f"{turned[1]}{rest['between']} {idiom.plain}".strip()
                    return _joined(turned[0], said, _what_follows(text, rest, idiom, known))
    return ""


def _what_follows(text: str, rest: re.Match[str], idiom: Idiom, known: Idioms) -> str:
    """Give `text` behind the idiom, with the preposition that the plain words ask for."""
    after = text[rest.end() :]
    if not idiom.before + idiom.after:
        return after
    if idiom.before:
        article = known.contracted[idiom.before][rest["preposition"].lower().replace("'", "’")]
    else:
        found = compiled(r" (?P<article>\w+)(?= )").match(after)
        article = found["article"] if found else ""
        if article not in known.contracted[idiom.after].values():
            article = ""
        after = after[len(article) + 1 :] if article else after
    forms_of = known.contracted.get(idiom.after, {})
    words = [form for form, one in forms_of.items() if one == article][:1] or [article]
    return _joined(" ".join(["", *words, ""]) if words[0] else " ", after.lstrip(" "), "")


def _behind(text: str, word: re.Match[str]) -> list[str]:
    """Give the next words behind `word`, in small letters."""
    found = INSIDE.finditer(text, word.end(), word.end() + AROUND)
    return [next_word[0].lower() for next_word, _ in zip(found, range(BETWEEN + 1), strict=False)]


def _turned(lead: str, verb: str, idiom: Idiom, known: Idioms) -> tuple[str, str] | None:
    """Give `lead` and, behind it, the plain verb of `idiom` in the form of `verb`; None if none."""
    auxiliary, form = known.auxiliary.search(lead, max(0, len(lead) - AROUND)), verb.lower()
    if auxiliary and not _auxiliary_verb(auxiliary, known):
        return None
    found = list(places(idiom.verb, form, known.code))
    if auxiliary and "pp" in found:
        place = "pp"
    else:
        first = known.first.search(lead, max(0, len(lead) - AROUND)) is not None
        place = min((p for p in found if p != "pp"), key=lambda p: _unlikely(p, first), default="")
    if not place:
        return None
    compound = auxiliary if place == "pp" else None
    at_verb = lead[: compound.start()] if compound else lead
    bare = _without(at_verb, idiom, known)
    if bare is None:
        return None
    if compound:
        lead, new = _compound(form, compound, bare, idiom, known)
    else:
        lead, new = bare, forms(idiom.plain_verb, known.code)[place]
        new = _with_pronoun(new, place, known) if idiom.reflexive else new
    begun = verb if compound else (at_verb[len(bare) :] or verb)
    return lead, with_capital_of(begun, new)


def _unlikely(place: str, first: bool) -> bool:
    """Tell whether a `place` is not the likely one where a form stands at several.

    `first` says whether the subject is the first person, which hardly anybody else's verbs are.

    >>> min(("p1", "p2", "p3"), key=lambda place: _unlikely(place, first=False))
    'p3'
    """
    return place[-1] != "1" if first else place[-1] in "12"


def _without(lead: str, idiom: Idiom, known: Idioms) -> str | None:
    """Give `lead` without the pronouns that belong to the `idiom`; None if they are not there."""
    if not idiom.clitics:
        return lead
    match = compiled(known.own[idiom.clitics] + "$", re.I).search(lead, max(0, len(lead) - ELIDED))
    return lead[: match.start()] if match else None


def _compound(
    form: str, auxiliary: re.Match[str], bare: str, idiom: Idiom, known: Idioms
) -> tuple[str, str]:
    """Give the text up to the participle `form`, and what says that plainly.

    The auxiliary is the one that the plain verb asks for; `bare` is what stands before it, without
    the pronouns of the idiom.
    """
    mine = _auxiliary_verb(auxiliary, known)
    wants = idiom.reflexive or idiom.plain_verb in known.with_be
    moved = bool(idiom.clitics) or idiom.verb in known.with_be
    theirs = "être" if wants else "avoir" if moved else mine
    place = next(places(mine, auxiliary["auxiliary"].lower(), known.code))
    other = forms(theirs, known.code)[place]
    if idiom.reflexive:
        other = _with_pronoun(other, place, known)
    other = with_capital_of(auxiliary["auxiliary"], other)
    lead = _joined(bare, other, auxiliary.string[auxiliary.end("auxiliary") :])
    new = forms(idiom.plain_verb, known.code)["pp"]
    if theirs == "être" or not moved:
        new += agreement(forms(idiom.verb, known.code)["pp"], form) or ""
    return lead, new


def _auxiliary_verb(auxiliary: re.Match[str], known: Idioms) -> str:
    """Give the infinitive of an `auxiliary`, "" if it only looks like one: "eſt"."""
    form = auxiliary["auxiliary"].lower()
    return next((verb for verb in AUXILIARIES if form in forms(verb, known.code).values()), "")


def _with_pronoun(form: str, place: str, known: Idioms) -> str:
    """Give the `form` at a `place` of the conjugation with its reflexive pronoun."""
    return _joined(known.pronouns.get(place[-1], "se") + " ", form, "")


def _joined(before: str, new: str, after: str) -> str:
    """Give the three joined, with an apostrophe or none where `new` now asks for it.

    >>> _joined("au lieu de ", "éluder", "."), _joined("Il n'", "fuit", " pas.")
    ("au lieu d'éluder.", 'Il ne fuit pas.')
    """
    head, last = before[:-ELIDED], before[-ELIDED:]
    if new[:1].lower() in "aàâeéèêiîoôuûyhœ":
        last = re.sub(r"\bdu $", "de l'", last)
        last = re.sub(r"\bau $", "à l'", last)
        last = re.sub(r"(?i)\b([djmnstl]|qu|jusqu|lorsqu|puisqu)[ea] $", r"\1'", last)
    else:
        last = re.sub(r"(?i)\b([djmnstl]|qu|jusqu|lorsqu|puisqu)['’]$", r"\1e ", last)
    return head + last + new + after


@cache
def _idioms(code: str) -> Idioms | None:
    """Give the expressions of the language `code`, None where none are listed."""
    listed = language(code).table("idioms.toml")
    if not listed:
        return None
    some = listed["possessives"]
    behind: dict[tuple[str, str], list[Idiom]] = {}
    for said, plain in sorted(listed["verbs"].items(), key=_longest):
        idiom, rest = _of_verb(said, plain, listed)
        for first in _first(rest, listed):
            behind.setdefault((idiom.verb, first), []).append(idiom)
    phrases: dict[str, list[Idiom]] = {}
    for said, plain in sorted(listed["words"].items(), key=_longest):
        for first in _first(said, listed):
            phrase = rf"(?:{_pattern(said, some)})(?![\w-])"
            phrases.setdefault(first, []).append(Idiom(phrase, plain))
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
        re.compile(rf"(?i)(?<![^\W\d_])(?P<auxiliary>{auxiliary}){_between(listed)} $"),
        frozenset(language(code).table("verbs.toml")["with_be"].split()),
        listed["pronouns"],
        listed["contracted"],
        re.compile(listed["first"] + "$", re.I),
        listed["own"],
    )


def _of_verb(said: str, plain: str, listed: Mapping[str, Any]) -> tuple[Idiom, str]:
    """Give the idiom with a verb that is `said`, and what stands behind its verb."""
    one, other = (CLITICS.fullmatch(text) for text in (said, plain))
    assert one and other  # whatever begins with a word is matched
    own, theirs = (text["clitics"].strip().replace("'", "’") for text in (one, other))
    (rest, before), (plainly, after) = (_ending(text["rest"], listed) for text in (one, other))
    idiom = Idiom(
        _behind_verb(rest, before, listed),
        plainly,
        one["verb"],
        REFLEXIVE.get(own, own),
        other["verb"],
        theirs in REFLEXIVE,
        before,
        after,
    )
    return idiom, one["rest"]


def _behind_verb(rest: str, preposition: str, listed: Mapping[str, Any]) -> str:
    """Give the pattern of a `rest`, with what may stand before it, and of its `preposition`."""
    said = f"[ \u00a0](?:{_pattern(rest, listed['possessives'])})" if rest else ""
    end = r"(?![\w-])"
    if preposition:
        forms_of = "|".join(re.escape(form) for form in listed["contracted"][preposition])
        forms_of = forms_of.replace("’", "['’](?=\\w)")
        said += rf"[ \u00a0](?P<preposition>{forms_of})"
        end = rf"(?:(?<=['’])|{end})"
    return rf"(?P<between>{_between(listed) if said else ''}){said}{end}"


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
    word = INSIDE.search(said)
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


def _longest(entry: tuple[str, str]) -> tuple[int, str]:
    return -len(entry[0]), entry[0]
