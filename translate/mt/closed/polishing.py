"""One form: right expressions written as the variety writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from translate.languages.words import NEVER
from translate.mt.closed.copied import copied
from translate.mt.closed.english import nth
from translate.mt.closed.grammar import any_of, is_word
from translate.mt.closed.items import Item
from translate.mt.closed.pairing import Pairs, pairs
from translate.mt.closed.reading import read
from translate.mt.closed.repairs import replaced
from translate.mt.closed.values import Quantity
from translate.mt.closed.writing import Writer, writer
from translate.mt.held import HeldSpan, apart

PERCENT = "%"
TENFOLD = 10
# What may be a time before what happens then.
LEAD = re.compile(r"[^\n:–—|]{2,30}?(?:(?=\s+[–—|-]\s|$)|\s?(?=:\s))")
# A number below nothing, alone: elsewhere such a sign may be a dash.
BELOW = re.compile(r"[-−–]\d[\d \u00a0\u202f]*(?:,\d+)?$")
WELL_FORMED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NTH = re.compile(r"(?<![\w.,])(\d+)(?:st|nd|rd|th)\b")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
JOINED = re.compile(r"\d[:/–-]$")  # a score, a date
DIGITS = re.compile(r"\d[\d.,'’ \xa0\u2009\u202f]*\d|\d")


def polished(source: str, english: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `english` with its expressions in the one form of `variety`.

    >>> polished("Soit 1 250,50 $ à 8 h.", "That is 1250.50 $ at 8 am.", ("fr", "en"))
    'That is $1,250.50 at 8 a.m.'
    """
    hand = writer(pair, variety)
    if hand is None:
        return english
    found = pairs(source, english, pair)
    dates = ((replace(o, groups={}), o) for o in found.extra if o.groups.get("month", "").isalpha())
    whole = (
        (item, with_weekday(item, other, english, hand))
        for item, other in (*found.paired, *dates)
        if item.readings
    )
    forms = {other: better(item, other, english, hand) for item, other in whole}
    forms.update(uncoined(source, found, hand))
    forms.update(unnamed(source, english, found, hand))
    for other, sign in signs(source, english, found, hand):
        forms[other] = sign.format(forms[other] or english[other.start : other.end])
    changes = [(other, form) for other, form in forms.items() if form]
    english = replaced(english, changes, hand, stop=source.rstrip().endswith("."))
    return NTH.sub(lambda m: nth(int(m[1])), english)


def better(item: Item, other: Item, english: str, hand: Writer) -> str:
    """Give the form of `item` that should stand for `other` in `english`, "" if that is good."""
    form, text = hand.write(item), english[other.start : other.end]
    if item.family != other.family:
        return about(item, other, english, hand) or with_digits(item, text, form)
    if item.family == "date":
        return dated(item, other, english, hand)
    if out_of_form(item, other, text, hand) or uncounted(item, other, english, hand):
        return form.removeprefix(hand.form("the"))
    if item.family in ("ordinal", "century"):
        place = hand.target.table("rewritten")["nth"]
        right = re.search(place, form)
        return re.sub(place, right[0], text) if right else ""
    if item.family == "measure" and form[-1] in "²³" and text[-1] in "23":
        return (with_digits(item, text, form) or text)[:-1] + form[-1]
    return with_digits(item, text, form)


def uncoined(source: str, found: Pairs, hand: Writer) -> Iterator[tuple[Item, str]]:
    """Give each amount of money whose currency `source` does not name, with its form.

    >>> polished("Une dette de 12 milliards", "A debt of EUR 12 billion", ("fr", "en"))
    'A debt of 12 billion'
    >>> polished("Une dette de 12 livres", "A debt of £12", ("fr", "en"))
    'A debt of £12'
    >>> polished("De 500 000 à 2 M€.", "From €500,000 to €2 million.", ("fr", "en"))
    'From €500,000 to €2 million.'
    """
    made = [(i, o) for i, o in found.paired if (i.family, o.family) == ("number", "money")]
    if made:
        other_coins = hand.source.table("coins").get("maybe", [])
        known = any_of([*hand.source.codes("currencies"), *other_coins], plural=True)
        begins = r"(?:(?<![^\W\d_])|(?=\W))"  # a sign may follow a letter: M€
        if not re.search(rf"{begins}(?:{known})(?![^\W\d_])", source, re.I):
            yield from ((other, hand.write(item)) for item, other in made)


def unnamed(source: str, english: str, found: Pairs, hand: Writer) -> Iterator[tuple[Item, str]]:
    """Give each number of years, months … that lacks their name, with it; ages need none.

    >>> polished("Il a signé pour six ans.", "He signed for six.", ("fr", "en"))
    'He signed for six years.'
    >>> polished("Il a six ans.", "He is six.", ("fr", "en"))
    'He is six.'
    >>> said = "Il a perdu quatre jours après avant d'être battu 0-4."
    >>> polished(said, "He then lost 0-4.", ("fr", "en"))
    'He then lost 0-4.'
    """
    names = hand.source.codes("spans")
    cardinals = hand.source.table("cardinals")
    lasts, till = (cardinals.get(name, NEVER.pattern) for name in ("lasts", "lasts_till"))
    span = re.compile(rf" ({any_of(names)})s?(?!\w)")
    for item, other in found.paired:
        told = span.match(source, item.end) if item.family == other.family == "number" else None
        if not told:
            continue
        if not (re.search(lasts, source[: item.start]) or re.search(till, source[told.end() :])):
            continue
        name = hand.target.table("spans")[names[told[1]]][0]
        behind = hand.target.table("rewritten")["unnamed"]
        alone = not JOINED.search(english[: other.start])
        if alone and re.match(behind, english[other.end :]):
            yield other, f"{english[other.start : other.end]} {name}s"


def signs(source: str, english: str, found: Pairs, hand: Writer) -> Iterator[tuple[Item, str]]:
    """Give each number of a range that lacks its sign, of a currency or %, with its form.

    >>> polished("De 50 à 80 €.", "From 50 to €80.", ("fr", "en"))
    'From €50 to €80.'
    >>> polished("Entre 5 et 8 %.", "Between 5 and 8%.", ("fr", "en"))
    'Between 5% and 8%.'
    >>> polished("De 1,5 à 2 M€.", "From 1.5 to €2 million.", ("fr", "en"))
    'From €1.5 million to €2 million.'
    >>> polished("De 1,5 à 2 M€.", "From €1.5 to €2 million.", ("fr", "en"))
    'From €1.5 million to €2 million.'
    >>> polished("De 500 € à 2 M€.", "From €500 to €2 million.", ("fr", "en"))
    'From €500 to €2 million.'
    >>> polished("De 500 000 à 2 M€.", "From 500,000 to €2 million.", ("fr", "en"))
    'From €500,000 to €2 million.'
    >>> polished("Il en reste 12, 15 et 18 €.", "There are 12, 15 and €18.", ("fr", "en"))
    'There are €12, €15 and €18.'
    >>> polished("Soit 37 à 49 % de plus.", "That is 37 49% more.", ("fr", "en"))
    'That is 37% to 49% more.'
    """
    between, listed, label = ranges(hand)
    given: dict[Item, tuple[str, str]] = {}  # sign and scale, to pass on in "12, 15 et 18 €"
    row = sorted(found.paired, key=lambda p: p[0].start)
    for (item, other), (last, sum_) in reversed(list(pairwise(row))):
        units = [v.unit for v in last.readings if isinstance(v, Quantity)]
        sign = hand.target.table("signs").get(units[0]) if units else None
        sign = sign or (PERCENT if units[:1] == [PERCENT] else None)
        join, text = source[item.end : last.start], english[other.start : other.end]
        whole = english[sum_.start : sum_.end]
        passed = (
            given.get(last) if re.fullmatch(listed, join) and not YEAR.fullmatch(text) else None
        )
        ranged = item.family == "number" and (passed or last.family == sum_.family)
        if not ranged or re.search(label, source[: item.start]):
            continue
        if not passed and not (re.fullmatch(between, join) and sign and sign in whole):
            continue
        sign, scale = passed or (str(sign), shared_scale(item, last, whole, hand))
        given[item] = sign, scale
        words = hand.target.table("forms")["days"]
        joint = words.get(join.strip(), "").format(first="", day="").rstrip()
        if DIGITS.fullmatch(text):
            form = "{}%" if sign == PERCENT else f"{sign}{{}}{scale}"
            yield other, form + joint * (english[other.end : sum_.start] == " ")
        elif scale and DIGITS.fullmatch(text.removeprefix(sign)):
            yield other, text + scale


def shared_scale(item: Item, last: Item, whole: str, hand: Writer) -> str:
    """Give the scale of `last`, which is `whole` in English, if `item` before it has it too.

    It has not where it would be ten times as large: "de 500 000 à 2 millions".
    """
    scale = re.search(rf" ({any_of(hand.target.words('scales'))})\b", whole)
    if not scale:
        return ""
    first, second = (
        max((v.amount for v in one.readings if isinstance(v, Quantity)), default=Fraction())
        for one in (item, last)
    )
    return scale[0] if first * hand.target.values[scale[1]] < TENFOLD * second else ""


def with_weekday(item: Item, other: Item, english: str, hand: Writer) -> Item:
    """Give `other`, the place of the date `item`, grown to the weekday that came right behind it.

    >>> polished("Lundi 5 mai", "May 5 Monday", ("fr", "en"))
    'Monday, May 5'
    >>> polished("Lundi 5 mai : pot", "May 5 on Monday: drinks", ("fr", "en"))
    'Monday, May 5: drinks'
    """
    if item.family != "date" or not item.groups.get("weekday"):
        return other
    day = hand.write(item).split()[0].strip(",")
    behind = re.match(rf",? (?:on )?{re.escape(day)}\b", english[other.end :])
    if not behind:
        return other
    return replace(other, end=other.end + behind.end(), groups={**other.groups, "weekday": day})


def dated(item: Item, other: Item, english: str, hand: Writer) -> str:
    """Give the form of the date `item`, with the weekday that `other` has or that stands nowhere.

    >>> polished("Le mardi, 4 mars", "Tuesday, 4 March", ("fr", "en"))
    'Tuesday, March 4'
    >>> polished("Jusqu'au mardi 4 mars", "Until March Tuesday 4", ("fr", "en"))
    'Until Tuesday, March 4'
    """
    if other.groups.get("first") and not item.groups.get("first"):
        return ""  # two days of which the source says the first otherwise
    if not other.groups.get("first"):
        item = replace(item, groups={**item.groups, "first": ""})
    form, there = hand.write(item), other.groups.get("weekday")
    if not item.groups.get("weekday"):
        return hand.form("weekday", weekday=there) + form if there else form
    day = form.split()[0]
    elsewhere = not there and day.strip(",") in english
    return form.removeprefix(f"{day} ") if elsewhere else form


def out_of_form(item: Item, other: Item, text: str, hand: Writer) -> bool:
    """Tell whether the era of `other` is in words, its currency behind the amount or a new code.

    Or it is a time in figures, hours that are written as a time of day, or a Roman number; or its
    scale is no word.
    """
    rewritten = hand.target.table("rewritten")
    if "roman" in other.groups:  # XII century
        return True
    if kind := {"century": "era", "year": "era", "time": "time", "hours": "hours"}.get(item.family):
        return bool(re.search(rewritten[kind], text))
    if item.family != "money":
        return False
    scale = other.groups.get("scale", "").strip(" -").lower()
    if scale and scale not in hand.target.words("scales"):  # $3M
        return True
    sign = other.groups["currency"]
    behind = not sign[-1].isalpha() and not text.startswith(sign)
    return behind or (sign.isupper() and not item.groups["currency"].isupper())


def about(item: Item, other: Item, english: str, hand: Writer) -> str:
    """Give the form of `item`, of about so many, where `other` is the bare number.

    >>> polished("Une soixantaine de toits.", "Sixty roofs.", ("fr", "en"))
    'About sixty roofs.'
    >>> polished("Près d’une soixantaine de toits.", "Nearly sixty roofs.", ("fr", "en"))
    'Nearly sixty roofs.'
    >>> polished("Une soixantaine de toits.", "Sixty-odd roofs.", ("fr", "en"))
    'Sixty-odd roofs.'
    """
    form, text = hand.write(item), english[other.start : other.end]
    bare = item.family == "collective" and text.lower() == form.split()[-1]
    told = hand.target.table("rewritten")
    if not bare or re.match(told["roundly"], english[other.end :]):
        return ""
    return form if re.search(told["about"], english[: other.start]) else ""


def uncounted(item: Item, other: Item, english: str, hand: Writer) -> bool:
    """Tell whether `other`, at the end of a clause of `english`, has its currency in the singular.

    >>> polished("Soit 12 roubles.", "That is 12 ruble.", ("fr", "en"))
    'That is 12 rubles.'
    >>> polished("Un billet de 12 roubles.", "A 12 ruble bill.", ("fr", "en"))
    'A 12 ruble bill.'
    """
    if item.family != "money" or not isinstance(item.value, Quantity) or item.value.amount == 1:
        return False
    ones = hand.target.table("currencies").get(item.value.unit, ())
    many = hand.coin(item.value.unit, one=False)
    ends = re.match(hand.target.table("rewritten")["counted"], english[other.end :])
    coin = other.groups["currency"]
    return bool(ends) and is_word(coin) and coin != many and coin.lower() in ones


def with_digits(item: Item, text: str, form: str) -> str:
    """Give `text` with its digits as they are in `form`, "" where they are well formed.

    >>> polished("Soit trois mille cent six.", "It is three thousand hundred six.", ("fr", "en"))
    'It is three thousand one hundred and six.'
    >>> polished("Soit 1 000 vues en 2024.", "It is 1000 views in 2024.", ("fr", "en"))
    'It is 1,000 views in 2024.'
    >>> polished("La rue des Lilas, 75011 PARIS", "Lilac Street, 75011 PARIS", ("fr", "en"))
    'Lilac Street, 75011 PARIS'
    """
    there, right = DIGITS.search(text), DIGITS.search(form)
    if not (there or right) and text.count(" ") > 1 and plainly(text) != plainly(form):
        return form
    if not (there and right and isinstance(item.value, Quantity)):
        return ""
    # A number, or a postcode, without spaces.
    plain = item.family != "money" and item.groups.get("n", "").isdigit()
    as_there = plain or "," in there[0] or "," not in right[0]
    if as_there and WELL_FORMED.fullmatch(there[0]) and _number(there[0]) == _number(right[0]):
        return ""
    return text[: there.start()] + right[0] + text[there.end() :]


def plainly(words: str) -> list[str]:
    """Give the `words` of a number without those that may be left out.

    >>> plainly("A hundred and twenty-two"), plainly("two thousand hundred six")
    (['hundred', 'twenty', 'two'], ['two', 'thousand', 'hundred', 'six'])
    """
    return re.findall(r"\b(?!and\b|an?\b)[^\W_]+", re.sub("^(?:an?|one) ", "", words.lower()))


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))


def written(text: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `text`, which has no words to translate, with its expressions in their form.

    >>> written("283,82 €", ("fr", "en")), written("01 23 45 67 89 | 2.", ("fr", "en"))
    ('€283.82', '01 23 45 67 89 | 2.')
    >>> written("-15,7", ("fr", "en")), written("1 200", ("fr", "en"))
    ('-15.7', '1,200')
    """
    hand = writer(pair, variety)
    if hand is None:
        return text
    if BELOW.match(text):
        return text[0] + written(text[1:], pair, variety)
    fixed = copied(text, pair)
    items = [i for i in read(text, pair[0]) if i.readings]
    free = apart([HeldSpan(i.start, i.end, i.family) for i in items], fixed)
    places = {(span.start, span.end) for span in free}
    changes = [(i, hand.write(i)) for i in items if (i.start, i.end) in places]
    return replaced(text, changes, hand)


def led(text: str, pair: tuple[str, str], variety: str = "") -> str:
    """Give `text`, which is in the other language but for a time before a dash, with that in form.

    >>> led("14 h 40 – Dams and debt at 15 h", ("fr", "en")), led("9 h : Tea", ("fr", "en"))
    ('2:40 p.m. – Dams and debt at 15 h', '9 a.m.: Tea')
    """
    lead = LEAD.match(text)
    times = [i for i in read(lead[0], pair[0]) if i.family == "time"] if lead else []
    hand = writer(pair, variety)
    if lead is None or hand is None or not times or times[0].start:
        return text
    told = replaced(lead[0], [(i, hand.write(i)) for i in times], hand)
    return (told.rstrip() if text.startswith(":", lead.end()) else told) + text[lead.end() :]


def ranges(hand: Writer) -> tuple[str, str, str]:
    """Give the patterns of what joins two numbers of one unit, and more, and what names one."""
    cardinals = hand.source.table("cardinals")
    between, listed, label = (
        cardinals.get(name, NEVER.pattern) for name in ("range", "list", "label")
    )
    return between, listed, label
