"""Short forms in full: what a model reads better, before it is translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial

from translate.document import Edit, apply
from translate.languages import language
from translate.languages.sieve import Sieve, Sieved, sieved
from translate.languages.words import NEVER
from translate.mt.closed.amounts import spelt
from translate.mt.closed.grammar import any_of, grammar
from translate.mt.closed.reading import SPACES, read
from translate.mt.closed.values import Duration

NOON = 12


def plain(text: str, code: str) -> str:
    """Give `text` with the short forms of language `code` in full.

    >>> plain("Du 12 déc. au 3 janv., fermé le lun. et le mar. matin.", "fr")
    'Du 12 décembre au 3 janvier, fermé le lundi et le mardi matin.'
    >>> plain("De midi et quart à trois heures moins le quart de l'après-midi.", "fr")
    'De 12h15 à 14h45.'
    >>> plain("OUVERT 7J/7 AU T1 2024", "fr")
    'OUVERT TOUS LES JOURS AU PREMIER TRIMESTRE DE 2024'
    """
    told = text = text.translate(SPACES)
    text = _in_figures(_said(_forms(code).sub(text), code), code)
    return text.upper() if told.isupper() and text != told else text


def in_small(text: str, code: str) -> str:
    """Give `text`, which is in capitals, in small letters but for what has capitals there, too.

    >>> in_small("LOUIS XIV, LA VIE AU XVIIE SIÈCLE À TOURS", "fr")
    'Louis XIV, la vie au XVIIe siècle à Tours'
    """
    text = text.lower()
    raised = grammar(code).table("raised")
    if raised:
        text = sieved(raised["names"]).sub(lambda m: m[0].title(), text)
        text = sieved(raised["numerals"]).sub(lambda m: m[0].upper(), text)
    return text


def _said(text: str, code: str) -> str:
    """Give `text` with a plain verb where a vivid one tells who says it.

    >>> plain("« Non ! » s'indigne Paul, puis il s'indigne encore.", "fr")
    "« Non ! » proteste Paul, puis il s'indigne encore."
    >>> plain("Il pleuvait, raconte son père. La halle, neuve, raconte la ville.", "fr")
    'Il pleuvait, explique son père. La halle, neuve, raconte la ville.'
    >>> plain("« Oui », poursuit Paul. « L'Usine » poursuit un projet.", "fr")
    "« Oui », ajoute Paul. « L'Usine » poursuit un projet."
    >>> plain("« Oui », lance-t-il. « Non », poursuit-il, chante-t-elle.", "fr")
    '« Oui », dit-il. « Non », poursuit-il, chante-t-elle.'
    """
    linked = grammar(code).table("incise").get("linked", NEVER.pattern)
    for pattern, plainer in _vivid(code):
        verbs = ((m, plainer[m["verb"].replace("'", "’")]) for m in pattern.finditer(text))
        edits = [Edit(m.start("verb"), m["verb"], verb) for m, verb in verbs]
        text = re.sub(linked, "", apply(text, edits)) if edits else text
    return text


@cache
def _vivid(code: str) -> tuple[tuple[Sieved, Mapping[str, str]], ...]:
    """Give the patterns of vivid verbs, each with what is plainer.

    They stand behind a quotation, some only with a speaker behind them, or behind a comma.
    """
    said, incise = grammar(code).table("said"), grammar(code).table("incise")
    objects = set(incise.get("objects", ()))
    speaker = incise.get("speaker", "")
    quoted, anybody, somebody = r'[»”"],?[ \u00a0\u202f]', "(?=[ -])", f"(?= {speaker})"
    kinds = (
        (quoted, said.keys() - objects, anybody, said),
        (quoted, objects, somebody, said),
        (r"\w, ", incise.get("verbs", ()), somebody, {**said, **incise.get("instead", {})}),
    )
    return tuple(
        (Sieved(f"{before}(?P<verb>{any_of(verbs)}){behind}"), plainer)
        for before, verbs, behind, plainer in kinds
        if verbs
    )


def _in_figures(text: str, code: str) -> str:
    """Give `text` with figures for the times that are told by quarters, if their half is sure."""
    form = grammar(code).tables.get("figures", "")
    edits = []
    for item in read(text, code) if form else ():
        if item.family in ("duration", "hours") and item.groups["hour"].isdigit():
            told = _lasting(item.value, code)  # type: ignore[arg-type]
            edits.append(Edit(item.start, text[item.start : item.end], told))
        if not {"part", "later", "evening"} & item.groups.keys():
            continue
        hour = item.value.hour  # type: ignore[union-attr]
        figures = item.groups.get("hour", "").isdigit()  # as in "7 heures et quart"
        if hour > NOON or figures or {"clock", "evening", "morning"} & item.groups.keys():
            told = form.format(hour=hour, minute=item.value.minute)  # type: ignore[union-attr]
            edits.append(Edit(item.start, text[item.start : item.end], told))
    return apply(text, edits)


def _lasting(value: Duration, code: str) -> str:
    """Give the name of a duration, of which a model makes a time of day where it has figures alone.

    >>> plain("Un film de 1h45, 2 h 00 de retard, 24h d'attente, le train de 8 h.", "fr")
    "Un film de 1 heure 45 minutes, 2 heures de retard, 24 heures d'attente, le train de 8 h."
    """
    names = grammar(code).table("lasting")
    told = ((value.hour, "hour"), (value.minute, "minute"))
    return " ".join(f"{n} {names[unit][n > 1]}" for n, unit in told if n)


def _month(match: re.Match[str], code: str) -> str:
    lang = language(code)
    return f"{match['day']} {lang.months[lang.months_by_name[match['short'].lower()] - 1][0]}"


def _weekday(match: re.Match[str], code: str) -> str:
    days, short = language(code).lists["day"], match["short"].lower()
    if short not in days:  # "ſam" matches too
        return match[0]
    return match["before"] + days[days.index(short) % 7]


def _acronym(match: re.Match[str], code: str) -> str:
    """Give an acronym with points without them, if it is one that has a form elsewhere: O.N.U."""
    letters = match["letters"].replace(".", "")
    listed = language(code).table("named.toml").get("acronyms", {}).values()
    return letters if any(letters in some for some in listed) else match[0]


def _parts(match: re.Match[str], code: str) -> str:
    known, told = grammar(code), (match["n"], match["part"])
    whole, part = (int(n) if n.isdigit() else int(spelt(n, known) or 0) for n in told)
    return f"{whole}{known.decimal}{part:02} {match['unit']}"


def _day(match: re.Match[str], code: str) -> str:
    return f"{match['before']}{spelt(match['n'], grammar(code))}"


def _each(match: re.Match[str], between: str, form: str) -> str:
    """Give the names of a list, each with the form before it that the list has."""
    return re.sub(between, form, match["each"])


# What gives a short form in full, by what its rule has in the place of `to`.
READ_AS = {
    "month": _month,
    "weekday": _weekday,
    "parts": _parts,
    "day": _day,
    "acronym": _acronym,
}


def _full(match: re.Match[str], form: str, end: bool) -> str:
    out = (
        match.expand(form)
        if not match.re.groups or match.lastindex
        else re.sub(r"\\g<\w+>", "", form)
    )
    stop = end and match[0].endswith(".") and not match.string[match.end() :].strip(" »”\"')")
    return out + "." * stop


@cache
def _forms(code: str) -> Sieve[Callable[[re.Match[str]], str]]:
    """Give the patterns of short forms, each with what gives a match in full."""
    found = []
    for one in grammar(code).tables.get("plain", ()):
        read_as = next((full for name, full in READ_AS.items() if one.get(name)), None)
        if read_as:
            full = partial(read_as, code=code)
        elif between := one.get("each"):
            full = partial(_each, between=between, form=one["to"])
        else:
            full = partial(_full, form=one["to"], end=bool(one.get("end")))
        found.append((Sieved(one["pattern"]), full))
    return Sieve(found)
