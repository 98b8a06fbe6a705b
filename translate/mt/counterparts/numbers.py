"""Are the numbers of a sentence in its translation, whatever they look like there?

16h30 may become 4:30 p.m., années 60 the 1960s, 90 % ninety, 6,5 milliards 6.5 billion. A number
is what it may mean: a set of values, of which the other side must have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from translate.config import LANGUAGES
from translate.languages import language
from translate.languages.parts import Numbers
from translate.languages.words import WORD
from translate.mt.held import SYMBOL

# Digits, with thousands apart, and a decimal part.
DIGITS = r"\d{1,3}(?:[ \xa0\u202f.,'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
NUMBER, DIGIT = re.compile(DIGITS), re.compile(r"\d")
NEXT_WORD = re.compile(r"[ \xa0\u202f-]?([^\W\d_]+€?)")
TIME = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4])"
    r"(?: ?(?:[hH]|heures?)(?: ?(?P<minute>[0-5]\d)\b|(?!\w))"
    r"|:(?P<after>[0-5]\d)\b(?: ?(?P<half>[pP])\.?[mM])?"
    r"|\.(?P<dotted>[0-5]\d) ?(?:heures|hours|(?P<noon>[pP])\.?[mM]|[aA]\.?[mM])"
    r"|(?= ?[pP]\.?[mM]\b)(?P<short>))"
)
ROMAN = re.compile(r"\b(?=[IVXLC]+\b|[IVXLC]+e\b)(X?L|L?X{0,4})(IX|IV|V?I{0,3})(?:e|ème)?\b")
# The figure of a unit, which a model writes as others are: m2.
SMALL = re.compile(r"(?<=[^\W\d_]m)[23](?!\w)|(?<=[\d \xa0\u202f-]m)[23](?!\w)")
TOKEN = re.compile(rf"(?P<number>{DIGITS})|(?P<word>[^\W\d_]+€?)|(?P<other>\S)")
# More digits than this are a serial number or a loop of the model, not a quantity.
LONGEST = 30
LEAST_SCALE = 1000
HYPHENS = frozenset("-‑")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: how it is written there and the values it may mean."""

    text: str
    values: frozenset[float]


# Before what is a part of a word.
WITHIN = re.compile(r"[^\W\d_][-‐‑]$")


def lost_numbers(source: str, english: str, pair: tuple[str, str] = LANGUAGES) -> list[str]:
    """Give the numbers, in digits, of `source` that `english` does not have in any form.

    >>> lost_numbers("À 16h30, 90 % de 6,5 Mds", "At 4:30 p.m., ninety percent of 6.5 billion")
    []
    >>> lost_numbers("Les 1 500 élèves des années 60", "The 1,600 pupils of the 1960s")
    ['1 500']
    >>> lost_numbers("Mercredi 4 à 20h45", "On Wednesday at 8:45 p.m.")
    ['4']
    """
    lost = _absent(source, pair[0], english, pair[1])
    if lost and only_digits(source) == only_digits(english):
        return []
    idioms = language(pair[0]).numbers.idioms.get(pair[1], ())
    if lost and any(a.search(source) and b.search(english) for a, b in idioms):
        return []
    return lost


def lost_number_words(source: str, english: str, pair: tuple[str, str]) -> Iterator[str]:
    """Give the numbers in words of `source`, above one, whose value `english` does not have.

    >>> said = "Trente-deux voix, dix ans, tout l'après-midi."
    >>> list(lost_number_words(said, "30 votes, 10 years, all afternoon.", ("fr", "en")))
    ['Trente-deux']
    """
    said = _number_words(source, pair[0])
    there = values_in(english, pair[1]) if said else ()
    yield from (words for words, value in said if value not in there)


@lru_cache(maxsize=1 << 12)  # several translations of the same text are asked about
def _number_words(text: str, code: str) -> tuple[tuple[str, float], ...]:
    """Give the numbers in words of `text` that are above one, each with its value."""
    table = language(code).numbers
    found: list[tuple[str, float]] = []
    run: list[re.Match[str]] = []
    for match in [*TOKEN.finditer(text), None]:
        word = match[0].lower() if match else ""
        if match and (word in table.words or (run and (word in table.joins or word in HYPHENS))):
            run.append(match)
            continue
        while run and run[-1][0].lower() not in table.words:
            run.pop()
        while run and table.words.get(run[0][0].lower(), 1) == 1:  # "une douzaine": an article
            run.pop(0)
        part = run and WITHIN.search(text, 0, run[0].start())  # "l'après-midi"
        if run and not part and not (match and (word in table.scales or match["number"])):
            words = text[run[0].start() : run[-1].end()]
            found.append((words, max(spelt(words, code))))
        run = []
    return tuple((words, value) for words, value in found if value > 1)


def english_digits(digits: str) -> str:
    """Give `digits`, written the French way, the English way.

    >>> english_digits("1 500"), english_digits("6,5"), english_digits("2024")
    ('1,500', '6.5', '2024')
    """
    whole, _, part = re.sub(r"[ \xa0\u202f]", "", digits).partition(",")
    if len(whole) > 4 or len(whole) < len(digits.partition(",")[0]):
        whole = f"{int(whole):,}" if whole.isdigit() else whole
    return f"{whole}.{part}" if part else whole


def made_up_numbers(source: str, english: str, pair: tuple[str, str] = LANGUAGES) -> list[str]:
    """Give the numbers, in digits, of `english` that `source` has in no form.

    >>> made_up_numbers("Il a trois chats.", "He has 3 cats and 17 dogs.")
    ['17']
    """
    return _absent(english, pair[1], source, pair[0])


def _absent(text: str, code: str, other: str, other_code: str) -> list[str]:
    """Give the numbers, in digits, of `text` that `other` has in no form; each has its language."""
    if not DIGIT.search(text):
        return []
    there = values_in(other, other_code)
    return [n.text for n in numbers(text, code) if not (n.values & there or _stands(n.text, other))]


def _stands(digits: str, text: str) -> bool:
    """Tell whether `digits` stand in `text` as they are, and no others beside them.

    >>> _stands("3", "It is 3."), _stands("3", "It is 3.5%."), _stands("5", "It is 3.5%.")
    (True, False, False)
    """
    alone = rf"(?<!\d)(?<!\d[.,]){re.escape(digits)}(?!\d|[.,]\d)"
    return digits in text and bool(re.search(alone, text))


def only_digits(text: str) -> str:
    """Give the digits of `text`, symbols of protected stretches aside."""
    return re.sub(r"\D", "", SYMBOL.sub("", text))


@lru_cache(maxsize=1 << 12)  # of the text and its translation, several checks ask
def values_in(text: str, code: str) -> frozenset[float]:
    """Give every value that a number in `text`, in digits or words, may mean."""
    text = SYMBOL.sub(" ", text)
    found = {value for number in numbers(text, code) for value in number.values}
    found |= set(spelt(text, code))
    found |= {value for roman in ROMAN.finditer(text) if (value := roman_value(roman))}
    months = language(code).months_by_name
    number_words = language(code).numbers.words  # "sept" is seven
    found |= {
        float(months[w])
        for w in WORD.findall(text.lower())
        if w in months and w not in number_words
    }
    return frozenset(found)


def numbers(text: str, code: str) -> Iterator[Number]:
    """Give the numbers in digits of `text`.

    >>> [sorted(n.values) for n in numbers("Plus de 3,5 millions", "fr")]
    [[3.5, 3500000.0]]
    """
    text = SMALL.sub(" ", SYMBOL.sub(" ", text))
    at = 0
    for match in NUMBER.finditer(text):
        if match.start() < at:
            continue
        time = TIME.match(text, match.start())
        if time:
            yield from clock(time)
            at = time.end()
            continue
        rest = NEXT_WORD.match(text, match.end())
        scale = scale_of(rest[1].lower(), code) if rest else None
        yield Number(match[0], frozenset(meanings(match[0], scale)))


@cache
def scale_of(word: str, code: str) -> float | None:
    """Give what `word` multiplies a number before it by, None if it does not.

    >>> scale_of("milliards", "fr"), scale_of("millionen", "de"), scale_of("chats", "fr")
    (1000000000, 1000000, None)
    """
    known = language(code).numbers
    if known.words:
        return known.scales.get(word)
    from text_to_num import text2num

    try:
        value = text2num(word, code)
    except ValueError:  # no number, or a language that it does not know
        return None
    return value if value >= LEAST_SCALE else None


def clock(time: re.Match[str]) -> Iterator[Number]:
    """Give the hour and the minutes of a time of day.

    >>> [sorted(n.values) for n in numbers("4.30pm", "en")], lost_numbers("17 heures", "5 pm")
    ([[4.0, 16.0], [30.0, 50.0]], [])
    """
    hour = int(time["hour"])
    minute = int(time["minute"] or time["after"] or time["dotted"] or 0)
    afternoon = time["half"] or time["noon"] or time["short"] is not None
    hours = {hour, hour % 12 + 12} if afternoon else {hour, hour % 12, hour % 12 or 12}
    yield Number(time[0], frozenset(map(float, hours)))
    if minute:
        quarters = {15: {15.0, 25.0}, 30: {30.0, 50.0}, 45: {45.0, 15.0, 25.0}}
        yield Number(time[0], frozenset(quarters.get(minute, {float(minute)})))


def meanings(digits: str, scale: float | None) -> Iterator[float]:
    """Give the values that `digits` may stand for, `scale` being that of the word after them."""
    plain = re.sub(r"[ \xa0\u202f'’]", "", digits)
    readings = (
        {plain.replace(",", "").replace(".", "")} if re.search(r"[.,]\d{3}", plain) else set()
    )
    point = plain.replace(",", ".")
    if point.count(".") > 1:  # of both signs the last stands before decimals
        other = "," if plain.rfind(".") > plain.rfind(",") else "."
        point = plain.replace(other, "").replace(",", ".")
    readings.add(point)
    for reading in readings:
        if reading.count(".") > 1 or len(reading) > LONGEST:
            continue
        value = round(float(reading), 6)
        yield value
        if scale:
            yield round(value * scale, 3)
        if value == int(value) and 1000 <= value < 2100 and len(plain) == 4:
            yield value % 100  # 1968: '68, the sixties
            yield (value % 100) // 10 * 10
        if value == int(value) and value < 100 and value % 10 == 0:
            yield 1900 + value  # années 60: the 1960s
        if value == 15:
            yield 14  # quinze jours: fourteen days


def spelt(text: str, code: str) -> Iterator[float]:
    """Give the values of the numbers in words in `text`, and of their parts.

    >>> sorted(set(spelt("vingt-trois ou deux mille trois cents", "fr")))[-3:]
    [2000.0, 2003.0, 2300.0]
    """
    known = language(code).numbers
    words, scales = known.words, known.scales
    if not words:
        yield from read_by_text2num(text, code)
        return
    total = part = 0.0
    running = False
    for match in TOKEN.finditer(text):
        token = match[0].lower()
        if token in scales and match["word"]:
            part = (part or 1.0) * scales[token]
            yield scales[token]
            yield part
            total, part, running = total + part, 0.0, True
            yield total
        elif token in words:
            value = float(words[token])
            yield value
            part, running = joined(part, value, known), True
            yield part
            yield total + part
        elif match["number"] and not running:
            part, running = next(meanings(match[0], None), 0.0), True
        elif token not in HYPHENS and token not in known.joins:
            total, part, running = 0.0, 0.0, False


def read_by_text2num(text: str, code: str) -> Iterator[float]:
    """Give the values of the numbers in words in `text`, of a language without words of its own.

    >>> {23.0, 2000.0} <= set(read_by_text2num("dreiundzwanzig Hunde, zweitausend Katzen", "de"))
    True
    """
    from text_to_num import alpha2digit

    try:
        read = alpha2digit(text, code, 0)
    except ValueError:  # a language that it does not know either
        return
    for match in NUMBER.finditer(read):
        yield from meanings(match[0], None)


def joined(part: float, value: float, words: Numbers) -> float:
    """Give what `value` makes of the number words before it, which came to `part`.

    >>> fr, en = language("fr").numbers, language("en").numbers
    >>> joined(4, 20, fr), joined(80, 12, fr), joined(3, 100, en), joined(1, 20, en)
    (80, 92, 300, 20)
    >>> joined(21, 3, en), joined(30, 40, en)
    (3, 40)
    """
    if (part % 100, value) in words.times:
        return part + part % 100 * (value - 1)
    if value == 100:
        return part * 100 if 0 < part < 20 else value
    fits = part % 100 == 0 or (part % 10 == 0 and value < 20)
    return part + value if fits and value < 100 else value


def roman_value(match: re.Match[str]) -> float:
    """Give the value of a Roman number up to 89, 0 for none.

    >>> roman_value(ROMAN.search("le XIXe siècle"))
    19.0
    """
    tens = {"XL": 40, "L": 50}.get(match[1].replace("X", "") and match[1], 0)
    if not tens:
        tens = 10 * match[1].count("X") + (50 if match[1].startswith("L") else 0)
    ones = {
        "": 0,
        "I": 1,
        "II": 2,
        "III": 3,
        "IV": 4,
        "V": 5,
        "VI": 6,
        "VII": 7,
        "VIII": 8,
        "IX": 9,
    }
    return float(tens + ones[match[2]])
