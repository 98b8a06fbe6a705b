"""Fixed expressions and familiar words said plainly, before a model that would take them literally.

A language's `idioms.toml` lists them: with the verb they begin with, which is conjugated as it was
(« ils bottent en touche » becomes « ils éludent la question »), and words that stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from translate.languages import language
from translate.languages.conjugation import agreement, all_forms, forms, places
from translate.languages.patterns import compiled
from translate.languages.words import with_capital_of

MANY = "~"  # in the data: an s or none, in what is said and in the plain words
REFLEXIVE = re.compile(r"^s(?:e |')")
OPENED, CLOSED = re.compile(r"[«“\"]\s*$"), re.compile(r"\s*[»”\"]")  # it is spoken of itself
AROUND = 60  # a verb, or an auxiliary, and what may stand behind it
AUXILIARIES = ("avoir", "être")
ELIDED = 10  # letters of the longest word that loses its vowel, and what stands around it


@dataclass(frozen=True, slots=True)
class Idiom:
    """What is `said`, behind its `verb` if it has one, and how it is said plainly."""

    said: str  # a pattern, compiled where it is asked for: there are hundreds
    plain: str
    verb: str = ""
    plain_verb: str = ""

    @property
    def reflexive(self) -> bool:
        """Whether the plain verb is one."""
        return bool(REFLEXIVE.match(self.plain_verb))


@dataclass(frozen=True)
class Idioms:
    """The expressions of the language `code`: with a verb, without, verbs `alone` by their stem.

    Those with a verb are found by each form of it. `before` finds the verb and what may stand
    between it and the rest; `auxiliary` the auxiliary, with a pronoun, before a verb.
    """

    code: str
    verbs: Mapping[str, Sequence[Idiom]]
    words: tuple[Idiom, ...]
    alone: Mapping[str, Idiom]
    rest: re.Pattern[str]
    phrase: re.Pattern[str]
    stem: re.Pattern[str]
    before: re.Pattern[str]
    auxiliary: re.Pattern[str]
    with_be: frozenset[str]
    pronouns: Mapping[str, str]


def plainer(text: str, code: str) -> str:
    """Give `text`, in language `code`, with its fixed expressions said plainly.

    >>> plainer("Elles n'ont pas botté en touche.", "fr")
    "Elles n'ont pas éludé la question."
    >>> plainer("Le vase est tombé à pic, dit-il.", "fr")
    'Le vase est arrivé au bon moment, dit-il.'
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
    for match in reversed(list(known.rest.finditer(text))):
        text = _with_verb(text, match, known) or text
    for match in reversed(list(known.stem.finditer(text))):
        text = _alone(text, match, known) or text
    for match in reversed(list(known.phrase.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        if not (OPENED.search(before) and CLOSED.match(after)):
            text = _joined(before, _said(match, known), after)
    return text


def _said(match: re.Match[str], known: Idioms) -> str:
    """Give what says an expression without a verb plainly."""
    which: re.Match[str] = _which(known.code).fullmatch(match[0])  # type: ignore[assignment]
    name = str(which.lastgroup)
    plain = known.words[int(name[1:])].plain
    many = which[which.re.groupindex[name] + 1] if MANY in plain else ""
    return with_capital_of(match[0], plain.replace(MANY, many))


def _with_verb(text: str, match: re.Match[str], known: Idioms) -> str:
    """Give `text` with the expression whose rest `match` is said plainly, "" if its verb is not."""
    before = known.before.search(text, max(0, match.start() - AROUND), match.start())
    if before is None:
        return ""
    for idiom in known.verbs.get(before["verb"].lower(), ()):
        rest = compiled(idiom.said, re.I).match(text, match.start())
        turned = _turned(text[: before.start()], before["verb"], idiom, known) if rest else None
        if rest and turned:
            lead, new = turned
            said = f"{new}{before['between']} {idiom.plain}".strip()
            return _joined(lead, said, text[rest.end() :])
    return ""


def _alone(text: str, match: re.Match[str], known: Idioms) -> str:
    """Give `text` with the verb `match` said plainly, "" if it is another that begins like one."""
    idiom = known.alone.get(match["stem"].lower())  # "ſ" matches an s, but is none
    turned = _turned(text[: match.start()], match[0], idiom, known) if idiom else None
    if idiom is None or turned is None:
        return ""
    return _joined(turned[0], f"{turned[1]} {idiom.plain}".strip(), text[match.end() :])


def _turned(lead: str, verb: str, idiom: Idiom, known: Idioms) -> tuple[str, str] | None:
    """Give `lead` and, behind it, the plain verb of `idiom` in the form of `verb`; None if none."""
    auxiliary, form = known.auxiliary.search(lead, max(0, len(lead) - AROUND)), verb.lower()
    if auxiliary and not _auxiliary_verb(auxiliary, known):
        return None
    found = list(places(idiom.verb, form, known.code))
    place = "pp" if auxiliary and "pp" in found else next((p for p in found if p != "pp"), "")
    if not place:
        return None
    new = forms(REFLEXIVE.sub("", idiom.plain_verb), known.code)[place]
    if place == "pp" and auxiliary:
        new += agreement(forms(idiom.verb, known.code)["pp"], form) or ""
        lead = _with_auxiliary(auxiliary, idiom, known)
    elif idiom.reflexive:
        new = _with_pronoun(new, place, known)
    return lead, with_capital_of(verb, new)


def _with_auxiliary(auxiliary: re.Match[str], idiom: Idiom, known: Idioms) -> str:
    """Give the text that ends in an `auxiliary` with the one that the plain verb has."""
    lead, mine = auxiliary.string, _auxiliary_verb(auxiliary, known)
    moved = idiom.verb in known.with_be
    wants = idiom.reflexive or idiom.plain_verb in known.with_be
    theirs = "être" if wants else "avoir" if moved else mine
    place = next(places(mine, auxiliary["auxiliary"].lower(), known.code))
    new = forms(theirs, known.code)[place]
    if idiom.reflexive:
        new = _with_pronoun(new, place, known)
    return _joined(lead[: auxiliary.start()], new, lead[auxiliary.end("auxiliary") :])


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
    every = sorted(_verbs(listed["verbs"], listed["possessives"]), key=_longest)
    verbs = tuple(idiom for idiom in every if idiom.said)
    alone = {idiom.verb[:-2]: idiom for idiom in every if not idiom.said}
    stems = "|".join(sorted(alone, key=len, reverse=True))
    some = listed["words"].items()
    words = tuple(
        sorted((Idiom(_pattern(s, listed["possessives"]), p) for s, p in some), key=_longest)
    )
    auxiliary = "|".join({form for verb in AUXILIARIES for form in forms(verb, code).values()})
    between = f"(?: (?:{listed['between']}))?"
    return Idioms(
        code,
        _by_form(verbs, code),
        words,
        alone,
        _any(idiom.said for idiom in verbs),
        _any(idiom.said for idiom in words),
        re.compile(rf"(?i)(?<![\w-])(?P<stem>{stems})[^\W\d_]+(?![\w-])"),
        re.compile(rf"(?i)(?<![\w-])(?P<verb>[^\W\d_]+)(?P<between>{between})[ \u00a0]$"),
        re.compile(rf"(?i)(?<![^\W\d_])(?P<auxiliary>{auxiliary}){between} $"),
        frozenset(language(code).table("verbs.toml")["with_be"].split()),
        listed["pronouns"],
    )


def _by_form(idioms: Iterable[Idiom], code: str) -> Mapping[str, Sequence[Idiom]]:
    found: dict[str, list[Idiom]] = {}
    for idiom in idioms:
        for form in all_forms(idiom.verb, code):
            found.setdefault(form, []).append(idiom)
    return found


def _verbs(listed: Mapping[str, str], possessives: str) -> Iterator[Idiom]:
    for said, plain in listed.items():
        verb, _, rest = said.partition(" ")
        reflexive = REFLEXIVE.match(plain)
        at = reflexive.end() if reflexive else 0
        first, _, other = plain[at:].partition(" ")
        yield Idiom(_pattern(rest, possessives), other, verb, plain[:at] + first)


def _pattern(said: str, possessives: str) -> str:
    some = re.escape(said).replace("’", "['’]").replace("\\ ", "[ \u00a0]")
    some = re.sub(r"\b(?:son|sa|ses)\b", f"(?:{possessives})", some)
    return some.replace(re.escape(MANY), "(s?)")


@cache
def _which(code: str) -> re.Pattern[str]:
    """Give a pattern that tells which of the expressions without a verb a text is, by a group."""
    known = _idioms(code)
    words = known.words if known else ()
    some = "|".join(f"(?P<w{n}>{idiom.said})" for n, idiom in enumerate(words))
    return re.compile(some, re.I)


def _any(said: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(said)})(?![\w-])", re.I)


def _longest(idiom: Idiom) -> tuple[int, str]:
    return -len(idiom.said), idiom.said
