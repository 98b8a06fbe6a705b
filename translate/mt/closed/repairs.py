"""What a translation lost or got wrong, and how it is set right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise

from translate.document import Edit, apply
from translate.languages.sieve import Sieve, sieved
from translate.languages.words import NEVER, with_capital_of
from translate.mt.closed.full_names import with_first_names, with_titled_names
from translate.mt.closed.grammar import grammar
from translate.mt.closed.items import Item
from translate.mt.closed.labels import with_label
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import lost_names, mended_acronym, with_own_articles
from translate.mt.closed.pairing import pairs, turned
from translate.mt.closed.phrases import lost_phrases
from translate.mt.closed.reading import SPACES, read
from translate.mt.closed.values import Century, Quantity, Time
from translate.mt.closed.writing import Writer, writer

# What stands between two that are told together, and is no word that tells the first from the last.
JOINED = re.compile(r",? (?!from\b)[a-z]{2,7} (?:the )?|[–-]")

# Two years, of the second of which a model may tell the last figures alone; a score, whose sign it
# may drop.
YEARS = re.compile(r"(?<![\w-])((?:1\d|20)\d\d) ?[-–] ?((?:1\d|20)\d\d)(?![\w-])")
SCORE = re.compile(r"(?<![\w,.–-])(\d{1,2})-(\d{1,2})(?![\w–-]|[,.]\d)")

# So many letters at least are in capitals in what is shouted: fewer may be initials.
SHOUTED = 3


def lost(source: str, english: str, pair: tuple[str, str], variety: str = "") -> list[Lost]:
    """Give the expressions and names of `source` that `english` does not have.

    >>> said = lost("Il doit 15 roubles.", "He owes 15 rolls.", ("fr", "en"))
    >>> [(one.text, one.english) for one in said]
    [('15 roubles', '15 rubles')]
    """
    hand = writer(pair, variety)
    if hand is None:
        return []
    leads = hand.source.table("leads")
    found = [
        Lost(
            item.start,
            item.end,
            source[item.start : item.end],
            leads.get(item.groups.get("lead", "").lower(), ""),
            hand.write(item),
        )
        for item in pairs(source, english, pair).lost
    ]
    found += [*lost_names(source, english, pair), *lost_phrases(source, english, pair)]
    return sorted(found, key=lambda one: one.start)


def mended(source: str, english: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `english` with a wrong expression set right, where it is plain which one.

    That is where one of a family is lost, and one of it stands there that the source has not; or
    where what the source says is known to be turned round.

    >>> mended("Il date du XIIe siècle.", "It is of the 18th century.", ("fr", "en"))
    'It is of the 12th century.'
    >>> mended("Il y a dix fois moins d'ours.", "There are ten times as many bears.", ("fr", "en"))
    'There are ten times fewer bears.'
    """
    hand = writer(pair, variety)
    if hand is None:
        return english
    meant = (value for item in read(source, pair[0]) for value in item.readings)
    if any(isinstance(value, Century) and value.number < 0 for value in meant):
        for rule in hand.target.tables.get("moved", ()):
            english = re.sub(rule["pattern"], rule["to"], english)
    english = in_pairs(source, righted(source, english, pair))
    found = pairs(source, english, pair)
    changes = []
    for family in dict.fromkeys(item.family for item in found.lost):
        wrong = [item for item in found.lost if item.family == family]
        if family in ("hours", "duration"):
            there = [[o for o in found.extra if turned(item, o)] for item in wrong]
            every = zip(wrong, there, strict=True)
            twins = [(item, other[0]) for item, other in every if len(other) == 1]
            changes += [within(o, hand.put(i, o, english), english, hand) for i, o in twins]
            continue
        other = [item for item in found.extra if item.family == family]
        other = other or [item for item in found.extra if bare(item, wrong, english, hand)]
        if len(wrong) == len(other) == 1:
            changes.append(within(other[0], hand.put(wrong[0], other[0], english), english, hand))
    stop = source.rstrip().endswith(".")
    english = in_order(source, replaced(english, changes, hand, stop=stop), pair)
    english = with_titled_names(source, with_own_articles(source, english, pair), pair)
    english = with_first_names(source, english, pair)
    return mended_acronym(source, with_label(source, english, pair), pair)


def righted(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` without what is known to be turned round, or missing, where `source` says so.

    >>> righted("Pas plus de 3 €", "No more €3", ("fr", "en"))
    'No more than €3'
    >>> righted("PAS PLUS DE 3 €", "NO MORE €3", ("fr", "en"))
    'NO MORE THAN €3'
    """

    def form(match: re.Match[str], to: str) -> str:
        told, letters = match.expand(to), sum(map(str.isalpha, match[0]))
        return told.upper() if match[0].isupper() and letters >= SHOUTED else told

    source = source.translate(SPACES)
    for said, rule in _turned(pair).fitting(source):
        if said.search(source):
            told = partial(form, to=rule["to"])
            english = sieved(rule["pattern"]).sub(told, english)
    return english


def in_pairs(source: str, english: str) -> str:
    """Give `english` with two years, and scores, as `source` has them.

    >>> in_pairs("La guerre de 1914-1918, perdue 3-4", "The 1914-18 war, lost 34")
    'The 1914-1918 war, lost 3-4'
    >>> in_pairs("La guerre de 1914-18, perdue 3-4 en 34", "The 1914-18 war, lost 34")
    'The 1914-18 war, lost 34'
    >>> in_pairs("Des trente-quatre, trois ont perdu 3-4", "Of the 34, three lost 3–4")
    'Of the 34, three lost 3–4'
    """
    for first, last in YEARS.findall(source):
        english = re.sub(rf"(?<!\d)({first}[-–]){last[2:]}(?!\d)", rf"\g<1>{last}", english)
    for first, last in SCORE.findall(source):
        glued = re.compile(rf"(?<![\w,.–-]){first}{last}(?![\w–-]|[,.]\d)")
        told = re.search(rf"\b{first}(?: ?[-–] ?| to ){last}\b", english)
        if not (told or glued.search(source)):
            english = glued.sub(f"{first}-{last}", english)
    return english


def bare(item: Item, wrong: Sequence[Item], english: str, hand: Writer) -> bool:
    """Tell whether `item`, of `english`, is the hour of a time in `wrong`, or an amount, alone.

    >>> mended("Il part peu avant 15 h.", "He leaves shortly before 3.", ("fr", "en"))
    'He leaves shortly before 3 p.m.'
    >>> mended("Un box à 81 $ par mois.", "A box at 81 a month.", ("fr", "en"))
    'A box at $81 a month.'
    >>> mended("Il doit 15 pesos.", "He owes 15 weights.", ("fr", "en"))
    'He owes 15 weights.'
    """
    amounts = {value.amount for value in item.readings if isinstance(value, Quantity)}
    if item.family != "number" or not amounts:
        return False
    hour = hand.target.table("cardinals").get("hour", NEVER.pattern)
    alone = re.match(hand.target.table("rewritten")["counted"], english[item.end :])
    told: set[Fraction] = set()
    for value in (value for one in wrong for value in one.readings):
        if isinstance(value, Time) and not value.minute:
            told |= {Fraction(value.hour), Fraction(value.hour % 12 or 12)}
        elif isinstance(value, Quantity) and value.unit in hand.target.table("currencies"):
            told |= {value.amount} if alone else set()
    timed = wrong[0].family != "time" or re.search(hour, english[: item.start])
    return bool(timed) and not told.isdisjoint(amounts)


def in_order(source: str, english: str, pair: tuple[str, str]) -> str:
    """Give `english` with two of a family that stand side by side in the order of `source`.

    >>> said = "from the 13th century to the 12th century"
    >>> in_order("du XIIe siècle au XIIIe siècle", said, ("fr", "en"))
    'from the 12th century to the 13th century'
    >>> in_order("De 2 h à 14h45", "from 2:45 p.m. to 2 a.m.", ("fr", "en"))
    'from 2 a.m. to 2:45 p.m.'
    >>> in_order("De 12 % à 5 %", "to 5% from 12%", ("fr", "en"))
    'to 5% from 12%'
    >>> said = "As in the 13th century, in the 14th century"
    >>> in_order("Au XIVe siècle comme au XIIIe siècle", said, ("fr", "en")) == said
    True
    """
    side = grammar(pair[0]).table("cardinals").get("side", "")
    found = sorted(pairs(source, english, pair).paired, key=lambda both: both[0].start)
    for (a, first), (b, second) in pairwise(found):
        between = english[second.end : first.start]
        turned_ = a.family == b.family and JOINED.fullmatch(between)
        if turned_ and re.fullmatch(side, source[a.end : b.start]):
            one, two = (english[it.start : it.end] for it in (second, first))
            return apply(english, (Edit(second.start, one, two), Edit(first.start, two, one)))
    return english


def tidied(english: str, code: str) -> str:
    """Give `english`, in language `code`, with small words right around dates, times and the like.

    >>> tidied("The May 1 is a holiday: more in www.a.fr.", "en")
    'May 1 is a holiday: more at www.a.fr.'
    """
    return _tidying(code).sub(english)


@cache
def _tidying(code: str) -> Sieve[str]:
    rules = grammar(code).tables.get("tidied", ())
    return Sieve((sieved(rule["pattern"]), rule["to"]) for rule in rules)


@cache
def _turned(pair: tuple[str, str]) -> Sieve[Mapping[str, str]]:
    rules = grammar(pair[0]).table("turned").get(pair[1], ())
    return Sieve((sieved(rule["source"]), rule) for rule in rules)


def within(other: Item, form: str, english: str, hand: Writer) -> tuple[Item, str]:
    """Give `other` and the `form` in its place, with the preposition that hours that pass have.

    >>> mended("Prêt d'ici 2 heures.", "Ready by 2 a.m.", ("fr", "en"))
    'Ready within 2 hours.'
    """
    for rule in hand.target.tables["passing"] if other.family == "time" else ():
        before = re.search(rule["pattern"], english[: other.start])
        if before and re.search(rule["lasting"], form):
            return replace(other, start=before.start()), rule["to"] + form
    return other, form


def replaced(
    english: str, changes: Sequence[tuple[Item, str]], hand: Writer, *, stop: bool = False
) -> str:
    """Give `english` with each item replaced; a capital stays, no article or stop is doubled.

    `stop` tells that its text ends with a full stop.
    """
    if not changes:
        return english
    the = hand.form("the")
    doubled = re.compile(hand.target.table("rewritten")["lasting"][0])  # a, the, this, her
    for item, form in sorted(changes, key=lambda change: -change[0].start):
        before, old, after = (
            english[: item.start],
            english[item.start : item.end],
            english[item.end :],
        )
        new = form.removeprefix(the) if doubled.search(before) else form
        new = with_capital_of(old, new)
        if not before and old[0].isdigit():
            new = new[0].upper() + new[1:]  # Noon
        if stop and old.endswith(".") and not (after.strip() or new.endswith(".")):
            new += "."  # that of "p.m." ended the sentence too
        english = before + new + (after[1:] if new.endswith(".") and after[:1] == "." else after)
    return english
