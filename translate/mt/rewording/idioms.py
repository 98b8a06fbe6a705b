"""Fixed expressions and familiar words said plainly, before a model that would take them literally.

A language's `idioms.toml` lists them: with the verb they begin with, which is conjugated as it was
(« ils bottent en touche » becomes « ils évitent la question »), and words that stay as they are.
They are looked up by that verb and their first word: thousands cost no more than a few.

Verbs of several senses, which `contexts.toml` lists, are said plainly where the words near them
tell which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from translate.languages.conjugation import PERSONS, PLURAL, agreement, forms, places
from translate.languages.patterns import compiled
from translate.languages.sieve import folded
from translate.languages.words import WORD, with_capital_of
from translate.mt.rewording.sayings import (
    AUXILIARIES,
    MANY,
    REFLEXIVE,
    Idiom,
    Idioms,
    idioms_of,
)

OPENED, CLOSED = re.compile(r"[«“\"]\s*$"), re.compile(r"\s*[»”\"]")  # it is spoken of itself
WHOLE = re.compile(r"(?<![\w-])[^\W\d_]+")  # no part of a word with a hyphen
CLAUSE = re.compile(r"[.;:!?()«»\n]")  # ends the words near a verb
AROUND = 60  # letters in which an auxiliary stands before its verb, with what may stand between
NEAR = 6  # words behind a verb of which one may tell how it is meant; a few more before it
BETWEEN = 2  # words at most between a verb and the rest
WITH_OBJECT = 7  # the same, with the verb's object
ELIDED = 10  # letters of the longest word that loses its vowel, and what stands around it


def plainer(text: str, code: str, fields: Iterable[str] = ()) -> str:
    """Give `text`, in language `code`, with its fixed expressions said plainly.

    It is of a text about `fields`, in which more is meant so.

    >>> plainer("Elles n'ont pas botté en touche.", "fr")
    "Elles n'ont pas évité la question."
    >>> plainer("Le vase est tombé à pic, dit-il.", "fr")
    'Le vase est arrivé au bon moment, dit-il.'
    >>> plainer("Il s'en est pris à la presse.", "fr")
    'Il a attaqué la presse.'
    >>> plainer("La nouvelle prit le maire de court.", "fr")
    'La nouvelle surprit le maire.'
    >>> plainer("Deux têtes pensantes de la maison.", "fr")
    'Deux meilleurs esprits de la maison.'
    >>> plainer("Le texte fut retoqué.", "fr")
    'Le texte fut rejeté.'
    >>> plainer("Que veut dire « coup de fil » ?", "fr")
    'Que veut dire « coup de fil » ?'
    >>> plainer("Le maire est blanchi.", "fr", ["court"])
    'Le maire est disculpé.'
    """
    for field in (*sorted(fields), ""):
        if known := idioms_of(code, field):
            text = _plainer(text, known)
    return text


def _plainer(text: str, known: Idioms) -> str:
    for with_rest in (True, False):
        for word in reversed(list(WHOLE.finditer(text))):
            if word[0].lower() in known.verbs:
                text = _with_verb(text, word, known, with_rest) or text
    at = 0
    while begun := WHOLE.search(text, at):  # of two that overlap the first is said
        at = begun.end()
        if begun[0].lower() in known.phrases and (found := _said(text, begun, known)):
            text, at = found
    return text


def _said(text: str, word: re.Match[str], known: Idioms) -> tuple[str, int] | None:
    """Give `text` with the expression that begins at `word` said plainly, and where that ends."""
    there = _words(text)
    for idiom in known.phrases[word[0].lower()]:
        if not idiom.needs <= there:
            continue
        match = compiled(idiom.said, re.I).match(text, word.start())
        if match and _led(text[: match.start()], idiom):
            before, after = text[: match.start()], text[match.end() :]
            if OPENED.search(before) and CLOSED.match(after):
                return None
            plain = idiom.plain.replace(MANY, match[1]) if MANY in idiom.plain else idiom.plain
            plain = _owned(plain, match[0], "", known)
            said = _joined(before, with_capital_of(match[0], plain), after)
            return said, len(said) - len(after)
    return None


@lru_cache(maxsize=1 << 8)
def _words(text: str) -> frozenset[str]:
    """Give the words of `text`, folded: what an expression needs is looked up among them."""
    return frozenset(WORD.findall(folded(text)))


def _led(before: str, idiom: Idiom) -> bool:
    """Tell whether what stands `before` the `idiom` is what it is meant with."""
    return not idiom.lead or bool(compiled(f"(?:{idiom.lead})$", re.I).search(before[-AROUND:]))


def _with_verb(text: str, word: re.Match[str], known: Idioms, with_rest: bool) -> str:
    """Give `text` with the expression whose verb is `word` said plainly, "" if there is none."""
    for verb in known.verbs[word[0].lower()]:
        for first in _behind(text, word) if with_rest else ("",):
            for idiom, rest in _meant(text, word, known, known.behind.get((verb, first), ())):
                if turned := _turned(text[: word.start()], word[0], idiom, known):
                    plain = _owned(idiom.plain, rest[0], turned[2], known)
                    held = rest.groupdict().get("object", "")
                    said = f"{turned[1]}{rest['between']}{held} {plain}".strip()
                    return _joined(turned[0], said, _what_follows(text, rest, idiom, known))
    return ""


def _meant(
    text: str, word: re.Match[str], known: Idioms, listed: Sequence[Idiom]
) -> Iterator[tuple[Idiom, re.Match[str]]]:
    """Give those of `listed` that are said at their verb `word`, with the match of the rest.

    Of those that are said alike, and of which words near them tell which is meant, none is given
    where those that fit mean two things.
    """
    there = _words(text)
    possible = (idiom for idiom in listed if idiom.needs <= there)
    for _, alike in groupby(
        possible, key=lambda idiom: (idiom.clitics, idiom.said, not idiom.cues)
    ):
        first, *others = alike
        rest = compiled(first.said, re.I).match(text, word.end())
        if not rest:
            continue
        fitting = [first, *others]
        if first.cues:
            near = _near(text, word, rest.end(), known, first.verb)
            fitting = [one for one in fitting if near and one.cues and one.cues.fit(*near)]
            meanings = {(one.plain_verb, one.plain, one.reflexive) for one in fitting}
            fitting = fitting[:1] if len(meanings) == 1 else []
        yield from ((idiom, rest) for idiom in fitting)


def _near(
    text: str, word: re.Match[str], end: int, known: Idioms, verb: str
) -> tuple[str, str, str] | None:
    """Give what stands near the `verb` at `word`, before it, and where its object may stand.

    None where it is a noun. `end` is that of the verb and what belongs to it.
    """
    before = CLAUSE.split(text[max(0, word.start() - AROUND) : word.start()])[-1]
    if word[0].lower() != verb and known.noun.search(before):
        return None
    behind = known.stops.split(CLAUSE.split(text[end : end + AROUND])[0])[0]
    behind = "".join(re.findall(r"\W*\w+", behind)[:NEAR])
    near = before + text[word.start() : end] + behind
    found = list(places(verb, word[0].lower(), known.code))
    auxiliary, relative = known.auxiliary.search(before), known.relative.search(before)
    if found == ["p2"] and not known.thou.search(before):  # a noun or adjective
        return None
    if auxiliary and "pp" in found and _is_done_to(verb, auxiliary, known):
        behind = before
    elif relative:
        behind = f"{before[: relative.start()]}|{behind}"
    elif not auxiliary and found == ["pp"]:  # what is done to a noun before it
        behind = " ".join(before.split()[-BETWEEN:])
    return near, before, behind


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
    found = WORD.finditer(text, word.end(), word.end() + AROUND)
    return [
        next_word[0].lower() for next_word, _ in zip(found, range(WITH_OBJECT + 1), strict=False)
    ]


def _owned(plain: str, said: str, person: str, known: Idioms) -> str:
    """Give the `plain` words with the possessives of who has one in what was `said`, or `person`.

    "Je monte ma boîte" is "Je crée mon entreprise".
    """
    said_by = (one for word in WHOLE.findall(said) if (one := known.owners.get(word.lower())))
    theirs = known.owned.get(next(said_by, person), {})
    return WHOLE.sub(lambda word: theirs.get(word[0], word[0]), plain)


def _turned(lead: str, verb: str, idiom: Idiom, known: Idioms) -> tuple[str, str, str] | None:
    """Give `lead`, the plain verb of `idiom` in the form of `verb`, and its person, if sure.

    None if there is none.
    """
    auxiliary, form = known.auxiliary.search(lead, max(0, len(lead) - AROUND)), verb.lower()
    if auxiliary and not _of_auxiliary(auxiliary, known)[0]:
        return None
    found = list(places(idiom.verb, form, known.code))
    if form != idiom.verb and _is_noun(lead, found, known):
        return None
    if auxiliary and "pp" in found:
        if idiom.cues and _is_done_to(idiom.verb, auxiliary, known) and not idiom.turns:
            return None
        compound, found = auxiliary, list(places(*_of_auxiliary(auxiliary, known), known.code))
    else:
        alone = idiom.cues and idiom.turns and found == ["pp"]
        compound, found = None, found if alone else [place for place in found if place != "pp"]
    at_verb = lead[: compound.start()] if compound else lead
    bare, found = _without(at_verb, idiom, found, known)
    if known.first.search(bare):
        found = [place for place in found if place[-1] == PERSONS[0]]
    if not found or not _led(bare, idiom):
        return None
    persons = {place[-1] for place in found}
    if known.thou.search(lead):
        persons &= {PERSONS[1]}
    person = persons.pop() if len(persons) == 1 else ""
    if compound:
        lead, new = _compound(form, compound, bare, idiom, known)
    else:
        first = known.first.search(lead, max(0, len(lead) - AROUND)) is not None
        place = min(found, key=lambda place: _unlikely(place, first))
        lead, new = bare, forms(idiom.plain_verb, known.code)[place]
        new = _with_pronoun(new, place, known) if idiom.reflexive else new
        if place == "pp":
            new = _agreeing(new, idiom.verb, form, known)
    begun = verb if compound else (at_verb[len(bare) :] or verb)
    return lead, with_capital_of(begun, new), person


def _is_noun(lead: str, found: Sequence[str], known: Idioms) -> bool:
    """Tell whether the form of a verb at the places `found` is a noun or an adjective by `lead`."""
    if found == ["p2"] and not known.thou.search(lead):  # "De larges épaules"
        return True
    near = lead[-AROUND:]
    if found == ["ger"] and known.noun.search(near):  # "Un voyant rouge"
        return True
    return known.noun_surely.search(near) is not None  # "Pas d'escompte"


def _is_done_to(verb: str, auxiliary: re.Match[str], known: Idioms) -> bool:
    """Tell whether the participle of `verb` behind this `auxiliary` is of a passive."""
    mine, said = _of_auxiliary(auxiliary, known)
    before = auxiliary.string[max(0, auxiliary.start() - ELIDED) : auxiliary.start()]
    if mine != AUXILIARIES[1] or compiled(known.own[REFLEXIVE["se"]] + "$", re.I).search(before):
        return False
    moves = verb in known.with_be | known.with_either
    return not moves or "pp" in places(mine, said, known.code)


def _unlikely(place: str, first: bool) -> bool:
    """Tell whether a `place` is not the likely one where a form stands at several.

    `first` says whether the subject is the first person, which hardly anybody else's verbs are.

    >>> min(("p1", "p2", "p3"), key=lambda place: _unlikely(place, first=False))
    'p3'
    """
    return place[-1] != "1" if first else place[-1] in "12"


def _without(lead: str, idiom: Idiom, found: list[str], known: Idioms) -> tuple[str, list[str]]:
    """Give `lead` without the pronouns that belong to the `idiom`, and what they leave of `found`.

    Those are the places of the verb: a pronoun that tells whom it is about, as the "me" of "ça me
    plaît", belongs to no idiom of that person.
    """
    own = known.own[idiom.clitics or next(iter(REFLEXIVE))]
    match = compiled(own + "$", re.I).search(lead, max(0, len(lead) - ELIDED))
    if not idiom.clitics:
        itself = idiom.cues and match and _of_person(match, found, known)
        return lead, [] if itself else found
    if not match:
        return lead, []
    if idiom.clitics[0] == next(iter(REFLEXIVE))[0]:
        found = _of_person(match, found, known)
        subject = known.subjects.get(match[0][0].lower())
        if subject and not subject.search(lead):  # "Je ne peux pas t'en vouloir"
            found = [place for place in found if place[-1] in known.pronouns]
    else:  # « m’en » of somebody else
        letter = match[0][0].lower()
        found = [p for p in found if known.pronouns.get(p[-1], " ")[0] != letter]
    return lead[: match.start()], found


def _of_person(pronoun: re.Match[str], found: list[str], known: Idioms) -> list[str]:
    """Give those of the places `found` whose person is that of a reflexive `pronoun`."""
    letter = pronoun[0][0].lower()
    return [place for place in found if known.pronouns.get(place[-1], letter)[0] == letter]


def _compound(
    form: str, auxiliary: re.Match[str], bare: str, idiom: Idiom, known: Idioms
) -> tuple[str, str]:
    """Give the text up to the participle `form`, and what says that plainly.

    The auxiliary is the one that the plain verb asks for; `bare` is what stands before it, without
    the pronouns of the idiom.
    """
    mine, said = _of_auxiliary(auxiliary, known)
    place = next(places(mine, said, known.code))
    wants = idiom.reflexive or idiom.plain_verb in known.with_be
    moved = bool(idiom.clitics) or idiom.verb in known.with_be
    moved = moved or (idiom.verb in known.with_either and mine == "être" and place != "pp")
    theirs = "être" if wants else "avoir" if moved else mine
    other = forms(theirs, known.code)[place]
    if idiom.reflexive:
        other = _with_pronoun(other, place, known)
    other = with_capital_of(auxiliary["auxiliary"], other)
    lead = _joined(bare, other, auxiliary.string[auxiliary.end("auxiliary") :])
    new = forms(idiom.plain_verb, known.code)["pp"]
    if theirs == "être" or not moved:
        new = _agreeing(new, idiom.verb, form, known)
    return lead, new


def _agreeing(participle: str, verb: str, form: str, known: Idioms) -> str:
    """Give `participle` in the number and gender that `form` is of that of `verb`."""
    end = agreement(forms(verb, known.code)["pp"], form) or ""
    return participle if participle.endswith(PLURAL) and end == PLURAL else participle + end


def _of_auxiliary(auxiliary: re.Match[str], known: Idioms) -> tuple[str, str]:
    """Give the infinitive of an `auxiliary`, "" if it only looks like one: "eſt"; and its form."""
    form = auxiliary["auxiliary"].lower()
    every = (verb for verb in AUXILIARIES if form in forms(verb, known.code).values())
    return next(every, ""), form


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
