"""Writing: the form of a value in the target language, which is English in one of its varieties."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from translate.languages import language
from translate.mt.closed import values
from translate.mt.closed.amounts import SPACES
from translate.mt.closed.english import in_digits, nth, spelt_out
from translate.mt.closed.grammar import THOUSAND, Grammar, grammar, is_word
from translate.mt.closed.items import Item

NUMBER = re.compile(r"\d[\d.,'’ \xa0\u2009\u202f]*")
GROUPED = 10_000  # numbers from here on are grouped, smaller ones if they were


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes items of the language `source` in the `target`, in one of its varieties.

    >>> from translate.mt.closed.reading import read
    >>> w = Writer(grammar("fr"), grammar("en"), "en-US")
    >>> [w.write(i) for i in read("le XIIe siècle, 16h30, 12 M€, trente-deux, 2.200.112", "fr")]
    ['the 12th century', '4:30 p.m.', '€12 million', 'thirty-two', '2,200,112']
    """

    source: Grammar
    target: Grammar
    variety: str

    def write(self, item: Item) -> str:
        """Give the form of `item`, with the article that its own text has."""
        return WRITERS[type(item.value)](self, item, item.value)

    def put(self, item: Item, other: Item, english: str) -> str:
        """Give the form of `item` in the place of `other` in `english`.

        >>> from translate.mt.closed.reading import read
        >>> hours, there = read("en 8 heures", "fr")[0], read("an 8 a.m. flight", "en")[0]
        >>> Writer(grammar("fr"), grammar("en"), "en-US").put(hours, there, "an 8 a.m. flight")
        '8-hour'
        >>> hours, there = read("une escale de 8 h 05", "fr")[0], read("an 8:05 a.m. stop", "en")[0]
        >>> Writer(grammar("fr"), grammar("en"), "en-US").put(hours, there, "an 8:05 a.m. stop")
        '8-hour, 5-minute'
        """
        before, behind = self.target.table("rewritten")["lasting"]
        value = item.value
        if (
            isinstance(value, values.Duration)
            and re.search(before, english[: other.start])
            and re.search(behind, english[other.end :])
        ):
            hours = self.number(item.groups["hour"], Fraction(value.hour))
            name = "lasting_minutes" if value.minute else "lasting"
            return self.form(name, n=hours, minutes=value.minute)
        return self.write(item)

    def form(self, name: str, /, **parts: object) -> str:
        """Give the form `name` of the data with its `parts` filled in."""
        found = self.target.table("forms")[name]
        return str(found if isinstance(found, str) else found[self.variety]).format(**parts)

    def number(self, text: str, value: Fraction, scale: str = "", *, group: bool = False) -> str:
        """Give the number that `text` writes, digits as digits and words as words."""
        match = NUMBER.match(text)
        if not match:
            return spelt_out(int(value))
        told, word = match[0].strip("., "), text[match.end() :].strip("- ").lower()
        factor = self.source.values.get(word or scale.strip(), Fraction(1))
        whole, mark, decimals = told.rpartition(self.source.decimal)
        if not mark and value / factor != int(value / factor):  # 2.5, as posts have it
            whole, mark, decimals = told.rpartition(".")
        if mark and value and value / factor == int(re.sub(r"\D", "", told)):
            mark = ""  # 1,234 was read as a group of thousands
        whole = whole if mark else told
        apart = SPACES.search(whole) or not whole.isdigit()
        grouped = bool(group or apart or value / factor >= GROUPED)
        return in_digits(value / factor, decimals if mark else "", factor, grouped=grouped)

    def coin(self, code: str, *, one: bool) -> str:
        """Give the name of the currency `code` after an amount."""
        singular: str = self.target.table("currencies").get(code, [code])[0]
        if one:
            return str(self.target.table("singulars").get(code, singular))
        return self.plural(code, singular)

    def unit(self, code: str, *, word: bool, one: bool) -> str:
        """Give the unit `code` after an amount, as a word or as an abbreviation."""
        forms: list[str] = self.target.table("units").get(code, [code])
        name = next(filter(is_word, forms), "") if word else ""
        if not name:
            return forms[0]
        return name if one else self.plural(code, name)

    def plural(self, code: str, name: str) -> str:
        """Give the plural of `name`, that of the currency, unit or stretch of time `code`."""
        return str(self.target.table("plurals").get(code, f"{name}s"))


@cache
def writer(pair: tuple[str, str], variety: str) -> Writer | None:
    """Give the writer from the first of `pair` to the second, None where one is unknown.

    Where `variety` is none of the language it writes its first.
    """
    source, target = grammar(pair[0]), grammar(pair[1])
    if not (source.patterns and target.patterns and "forms" in target.tables):
        return None
    varieties = target.tables["varieties"]
    return Writer(source, target, variety if variety in varieties else varieties[0])


def _time(writer: Writer, item: Item, value: values.Time) -> str:
    if not value.minute and value.hour % 12 == 0:
        return writer.form("noon" if value.hour else "midnight")
    half = "p" if value.hour >= 12 else "a"
    name = "time" if value.minute else "hour"
    if item.groups.get("part") and not {"clock", "evening", "morning"} & item.groups.keys():
        name = "clock"  # huit heures et demie, of the morning or the evening
    return writer.form(name, hour=value.hour % 12 or 12, minute=f"{value.minute:02}", half=half)


def _duration(writer: Writer, item: Item, value: values.Duration) -> str:
    number = writer.number(item.groups["hour"], Fraction(value.hour))
    hours = writer.form("hours" if value.hour != 1 else "one_hour", n=number)
    if not value.minute:
        return hours
    minutes = writer.form("minutes" if value.minute != 1 else "one_minute", n=value.minute)
    return f"{hours} {minutes}"


def _date(writer: Writer, item: Item, value: values.Date) -> str:
    mine, theirs = language(writer.source.code), language(writer.target.code)
    month = theirs.months[value.month - 1][0].capitalize()
    name = "date_year" if value.year else "date"
    day: object = value.day
    if first := item.groups.get("first"):
        days = writer.target.table("forms")["days"][item.groups["join"].lower()]
        day = days.format(first=re.sub(r"\D", "", first), day=day)
    out = writer.form(name, day=day, month=month, year=value.year)
    if weekday := item.groups.get("weekday", "").lower():
        number = mine.lists["day"].index(weekday) % 7
        return writer.form("weekday", weekday=theirs.lists["day"][number].capitalize()) + out
    return out


def _century(writer: Writer, item: Item, value: values.Century) -> str:
    era = "century_bc" if value.number < 0 else "century_ad" if item.groups.get("ad") else "century"
    return _the(writer, item) + writer.form(era, nth=nth(abs(value.number)))


def _decade(writer: Writer, item: Item, value: values.Decade) -> str:
    return _the(writer, item) + writer.form("decade", year=value.year)


def _the(writer: Writer, item: Item) -> str:
    return writer.form("the") if item.groups.get("lead") else ""


def _year(writer: Writer, _item: Item, value: values.Year) -> str:
    return writer.form("year_bc" if value.year < 0 else "year_ad", year=abs(value.year))


def _ordinal(_writer: Writer, _item: Item, value: values.Ordinal) -> str:
    return nth(value.number)


def _quantity(writer: Writer, item: Item, value: values.Quantity) -> str:
    return QUANTITIES[item.family](writer, item, value)


def _number(writer: Writer, item: Item, value: values.Quantity) -> str:
    return writer.number(item.groups["n"], value.amount)


def _money(writer: Writer, item: Item, value: values.Quantity) -> str:
    groups = item.groups
    scale, told = groups.get("scale", ""), groups["n"]
    if scale and writer.source.values[scale] == THOUSAND and value.amount.denominator == 1:
        told, scale = str(value.amount), ""  # 45 k€: no word for it
    number = writer.number(told, value.amount, scale, group=True)
    sign = writer.target.table("signs").get(value.unit)
    if sign and not groups["currency"][-1].islower():
        return f"{sign}{number}"
    return f"{number} {writer.coin(value.unit, one=value.amount == 1)}"


def _measure(writer: Writer, item: Item, value: values.Quantity) -> str:
    number = writer.number(item.groups["n"], abs(value.amount))
    word = is_word(item.groups["unit"].removesuffix("s"))
    unit = writer.unit(value.unit, word=word, one=abs(value.amount) == 1)
    minus = "-" if value.amount < 0 else ""
    return f"{minus}{number}{'' if unit[0] in '%‰°' else ' '}{unit}"


def _span(writer: Writer, item: Item, value: values.Quantity) -> str:
    number = writer.number(item.groups["n"], value.amount)
    name = writer.target.table("spans")[value.unit][0]
    return f"{number} {name if value.amount == 1 else writer.plural(value.unit, name)}"


def _fraction(writer: Writer, item: Item, value: values.Quantity) -> str:
    told = item.groups["fraction"]
    if len(told) == 1:  # ½
        return item.groups.get("whole", "") + told
    fractions = writer.target.table("fractions").items()
    return next(word for word, part in fractions if Fraction(part) == value.amount)


def _collective(writer: Writer, _item: Item, value: values.Quantity) -> str:
    names = {number: word for word, number in writer.target.table("collectives").items()}
    if name := names.get(value.amount):
        return writer.form("collective", name=name)
    return writer.form("about", number=spelt_out(int(value.amount)))


WRITERS: Mapping[type[values.Value], Callable[[Writer, Item, Any], str]] = {
    values.Time: _time, values.Duration: _duration, values.Date: _date,
    values.Century: _century, values.Decade: _decade, values.Year: _year,
    values.Ordinal: _ordinal, values.Quantity: _quantity,
}  # fmt: skip
QUANTITIES: Mapping[str, Callable[[Writer, Item, values.Quantity], str]] = {
    "number": _number, "money": _money, "measure": _measure, "span": _span,
    "fraction": _fraction, "collective": _collective,
}  # fmt: skip
