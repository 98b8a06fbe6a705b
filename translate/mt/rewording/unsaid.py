"""A verb without its subject, in rulings, lives and small ads: « CONDAMNE la société aux dépens ».

A small model takes such a verb for an order, for a noun, or for a name in capitals. With a subject
it is told right; the subject goes again from the English (`without_subject`), which has the verb
in capitals where the text has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from translate.languages import language
from translate.mt.rewording.dated import KNOWN, dated
from translate.mt.words.mistaken import inflected

WORD = re.compile(r"[^\W\d_]+")
YEAR = "2000 : "  # before what is said as in a list of dates


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of lines without a subject.

    `line` is the pattern of what they begin with, `subject` what is said before it, and `dropped`
    the pattern of that in English. What is `dated` is told as in a list of dates, which knows verbs
    from nouns; `participle` is the end of an infinitive in the place of that of its participle. The
    English verbs `present` are told in that tense, though a model may have them in the past.
    """

    line: re.Pattern[str]
    subject: str
    dropped: re.Pattern[str]
    dated: bool
    participle: tuple[str, str] | None
    present: tuple[str, ...]


def with_subject(text: str, code: str) -> str:
    """Give `text`, a sentence in language `code`, with the subject that it leaves out.

    >>> with_subject("CONDAMNE la société Roy aux dépens ;", "fr")
    'La cour condamne la société Roy aux dépens ;'
    >>> with_subject("Meurt à Nîmes en 1931.", "fr"), with_subject("A logé au Mali", "fr")
    ('Il est mort à Nîmes en 1931.', 'Il a logé au Mali')
    >>> with_subject("ORDONNANCE du 4 mai", "fr"), with_subject("A côté, le lac.", "fr")
    ('ORDONNANCE du 4 mai', 'A côté, le lac.')
    """
    return next((told for _, told in _readings(text, code)), text)


def without_subject(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` without the subject that `source` leaves out.

    >>> without_subject("DIT que non ;", "The court says no;", ("fr", "en"))
    'SAYS no;'
    >>> without_subject("La cour dit que non ;", "The court says no;", ("fr", "en"))
    'The court says no;'
    """
    for kind, _ in _readings(source, pair[0]):
        if not (found := kind.dropped.match(english)):
            return english
        rest = _in_present(english[found.end() :], kind.present, pair[1])
        verb = WORD.match(rest)
        first = WORD.match(source)
        if verb and first and first[0].isupper() and len(first[0]) > 1:
            return verb[0].upper() + rest[verb.end() :]
        return rest[:1].upper() + rest[1:] if source[:1].isupper() else rest
    return english


def _in_present(english: str, verbs: tuple[str, ...], code: str) -> str:
    """Give `english` with its first word in the present, if it is the past of one of `verbs`.

    >>> _in_present("ordered the sale", ("order",), "en")
    'orders the sale'
    """
    first, space, rest = english.partition(" ")
    forms = (inflected(verb, code) for verb in verbs)
    return next((third for _, third, past, *_ in forms if past == first), first) + space + rest


def _readings(text: str, code: str) -> list[tuple[Kind, str]]:
    """Give the kind of `text` and it with its subject, if it is of one."""
    for kind in _kinds(code):
        if not (found := kind.line.match(text)):
            continue
        if kind.dated:
            said = dated(YEAR + text, code).removeprefix(YEAR)
            said = said if said[0].islower() else ""
        elif kind.participle:
            end, other = kind.participle
            verb = found["verb"].removesuffix(end) + other
            known = found["verb"].endswith(end) and language(code).weight(verb) >= KNOWN
            said = kind.subject + text[0].lower() + text[1:] if known else ""
        else:
            said = kind.subject + found[0].lower() + text[found.end() :]
        if said:
            return [(kind, said[0].upper() + said[1:])]
    return []


@cache
def _kinds(code: str) -> tuple[Kind, ...]:
    return tuple(
        Kind(
            line=re.compile(one["line"]),
            subject=one.get("subject", ""),
            dropped=re.compile(one["dropped"]),
            dated=one.get("dated", False),
            present=tuple(one.get("present", "").split()),
            participle=(one["participle"], one["infinitive"]) if "participle" in one else None,
        )
        for one in language(code).table("verbs.toml").get("unsaid", ())
    )
