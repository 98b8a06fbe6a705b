"""Are times, dates, amounts and the like written right? Asked of sentences made up by a seed.

    python bench/mt/closed.py [SEED] [COUNT]

Each kind has carrier sentences and a way to draw an expression with the pattern of its right form
in American English; the sentences of the data, several expressions in many of them, have patterns
of their own. Printed: what came out wrong, the share of right forms by kind and in all, of both.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from translate import translate
from translate.languages import language
from translate.mt.closed.english import nth, spelt_out
from translate.mt.closed.grammar import grammar

Made = tuple[str, str]  # French, pattern of the English
MONTHS = [forms[0] for forms in language("fr").months]
ENGLISH = [forms[0].capitalize() for forms in language("en").months]
FILE = Path(__file__).with_suffix(".json")
DATA = json.loads(FILE.read_text(encoding="utf-8"))
ROMAN, UNITS = DATA["roman"], DATA["ones"]
SHORT = {
    "janv.": 0,
    "févr.": 1,
    "avr.": 3,
    "juil.": 6,
    "sept.": 8,
    "oct.": 9,
    "nov.": 10,
    "déc.": 11,
}
DAYS = language("fr").lists["day"][:7]
WEEK = [day.capitalize() for day in language("en").lists["day"][:7]]
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def french(n: int) -> str:
    """Give `n` below 1,000 in words.

    >>> french(97), french(71), french(200), french(321)
    ('quatre-vingt-dix-sept', 'soixante et onze', 'deux cents', 'trois cent vingt et un')
    """
    if n >= 100:
        hundreds = (
            ("" if n < 200 else UNITS[n // 100] + " ") + "cent" + "s" * (n >= 200 and n % 100 == 0)
        )
        return f"{hundreds} {french(n % 100)}".strip() if n % 100 else hundreds
    if n < 20:
        return str(UNITS[n])
    if n < 70:
        ten, one = divmod(n, 10)
        return TENS[ten] + (" et un" if one == 1 else f"-{UNITS[one]}" if one else "")
    if n < 80:
        return "soixante et onze" if n == 71 else "soixante-" + UNITS[n - 60]
    return "quatre-vingts" if n == 80 else "quatre-vingt-" + UNITS[n - 80]


def grouped(n: int) -> str:
    return f"{n:,}".replace(",", " ")


def either(text: str) -> str:
    return rf"(?<![\w.,]){re.escape(text)}(?![\w]|[.,]\d)"


def words(n: int) -> str:
    spelt = spelt_out(n).replace(" and ", "(?: and)? ").replace("-", "[- ]")
    return rf"(?i)(?<!\w)(?:{spelt}|{n:,})(?![\w-])"


def clock(h: int, m: int) -> str:
    if not m and h in (0, 12):
        return r"\b(?:midnight|noon)\b" if h else r"\bmidnight\b"
    minute = f":{m:02}" if m else ""
    return rf"(?<![\d:]){h % 12 or 12}{minute} {'p' if h >= 12 else 'a'}\.m\."


def date(d: int, m: int, y: int = 0) -> str:
    return rf"\b{ENGLISH[m]} {d}(?!\d|st|nd|rd|th)" + (rf",? {y}\b" if y else "")


def first(d: int) -> str:
    return "1er" if d == 1 else str(d)


R = random.Random


def drawn(r: R, kind: str) -> Made:
    french_, english = r.choice(list(DATA[kind]["words"].items()))
    return str(french_), str(english)


def time_(r: R) -> Made:
    h, m = r.randint(6, 23), r.choice([0, 5, 15, 20, 30, 45])
    sep = r.choice(["h", " h ", "h"])
    return (f"{h}{sep}{m:02}" if m else f"{h} h" if sep == " h " else f"{h}h"), clock(h, m)


def date_(r: R) -> Made:
    d, m, y = r.randint(1, 28), r.randrange(12), r.randint(1870, 2029)
    return f"{first(d)} {MONTHS[m]} {y}", date(d, m, y)


def day_(r: R) -> Made:
    d, m, w = r.randint(1, 28), r.randrange(12), r.randrange(7)
    return f"{DAYS[w]} {first(d)} {MONTHS[m]}", rf"{WEEK[w]},? {date(d, m)}"


def short_(r: R) -> Made:
    d, (s, m) = r.randint(1, 28), r.choice(list(SHORT.items()))
    y = r.choice([0, r.randint(2001, 2026)])
    return f"{first(d)} {s}" + (f" {y}" if y else ""), date(d, m, y)


def slashed_(r: R) -> Made:
    d, m = r.randint(1, 28), r.randrange(12)
    y = r.choice([0, r.randint(2001, 2026)])
    return f"{d:02}/{m + 1:02}" + (f"/{y}" if y else ""), date(d, m, y)


def century_(r: R) -> Made:
    n = r.randint(5, 20)
    name = next((w for w, v in grammar("en").table("ordinals").items() if v == n), nth(n))
    return f"{ROMAN[n]}e siècle", rf"(?i)\b(?:{nth(n)}|{name})[- ]centur"


def bc_(r: R) -> Made:
    n = r.randint(30, 900)
    return f"{n} av. J.-C.", rf"\b{n} (?:BC\b|B\.C\.)"


def ordinal_(r: R) -> Made:
    n = r.randint(2, 19)
    name = next(w for w, v in grammar("en").table("ordinals").items() if v == n)
    return f"{n}e", rf"(?i)\b(?:{nth(n)}|{name})\b"


def reign_(r: R) -> Made:
    king = r.choice(["Louis XIV", "Louis XVI", "Louis XIII", "Napoléon III", "François II"])
    name, number = king.split()
    english = {"François": "Francis", "Napoléon": "Napol[eé]on"}.get(name, name)
    return king, rf"\b(?:{english}|{name}) {number}\b"


def euros_(r: R) -> Made:
    n, c = r.randint(12, 98000), r.randint(1, 99)
    return f"{grouped(n)},{c:02} €", rf"€{n:,}\.{c:02}\b"


def euro_words_(r: R) -> Made:
    n = r.randint(11, 990) * 100
    return f"{grouped(n)} euros", rf"(?:€{n:,}\b|\b{n:,}[- ]euros?\b)"


def scaled_(r: R) -> Made:
    n, (s, e) = (
        r.randint(2, 90),
        r.choice([("M€", "million"), ("Md€", "billion"), ("Mds €", "billion")]),
    )
    return f"{n} {s}", rf"€{n} {e}\b|\b{n} {e} euros?\b"


def coins_(r: R) -> Made:
    n = r.randint(2, 900)
    f, e = drawn(r, "currency")
    dollar = rf"|\${n}\b" if f == "dollars" else rf"|£{n}\b" if f.startswith("livres") else ""
    return f"{n} {f}", rf"(?i)\b{n} (?:{e})\b{dollar}"


def percent_(r: R) -> Made:
    a, b = r.randint(1, 95), r.randint(1, 9)
    return f"{a},{b} %", rf"(?<![\d.,]){a}\.{b} ?(?:%|percent\b|per cent\b)"


def points_(r: R) -> Made:
    a, b = r.randint(0, 9), r.randint(1, 9)
    return f"{a},{b} point", rf"(?<![\d.,]){a}\.{b}[- ](?:percentage )?points?\b"


def unit_(r: R) -> Made:
    f, e = drawn(r, "unit")
    n = r.randint(2, 4000)
    digits = str(n) if n < 1000 else grouped(n)
    return f"{digits} {f}", rf"(?<![\d.,])(?:{n:,})[- ]?(?:{e})(?!\w)"


def number_(r: R) -> Made:
    n = r.choice([r.randint(21, 99), r.randint(61, 99), r.randint(101, 999)])
    return french(n), words(n)


def dozen_(r: R) -> Made:
    f, e = drawn(r, "collective")
    return f"une {f}", rf"(?i)\b(?:{e})\b"


def fraction_(r: R) -> Made:
    f, e = drawn(r, "fraction")
    return f, rf"(?i)\b(?:{e})"


def thousands_(r: R) -> Made:
    n = r.randint(10_000, 9_000_000)
    return r.choice([grouped(n), f"{n:,}".replace(",", ".")]), either(f"{n:,}")


def decimals_(r: R) -> Made:
    n = f"{r.randint(0, 99)},{r.randint(1, 99):02}"
    return n, either(n.replace(",", "."))


def section_(r: R) -> Made:
    n = f"L. {r.randint(100, 999)}-{r.randint(1, 40)}"
    return n, either(n)


def phone_(r: R) -> Made:
    sep = r.choice(" .")
    n = sep.join([f"0{r.randint(1, 9)}", *(f"{r.randint(0, 99):02}" for _ in range(4))])
    return n, either(n)


def iban_(r: R) -> Made:
    n = " ".join(
        [
            "FR" + str(r.randint(10, 99)),
            *(f"{r.randint(0, 9999):04}" for _ in range(5)),
            f"{r.randint(0, 999):03}",
        ]
    )
    return n, either(n)


def file_(r: R) -> Made:
    n = r.choice(
        [
            f"{r.randint(2001, 2026)}-{r.randint(1, 99)}/{r.randint(1000, 99999)}",
            f"AB{r.randint(10, 99)}-CD{r.randint(10, 99)}",
            f"SN-{r.randint(0, 99999):05}X",
        ]
    )
    return n, either(n)


def power_(r: R) -> Made:
    n = f"{r.randint(2, 9)} × 10" + r.choice("²³⁴⁵⁶⁷⁸⁹")
    return n, re.escape(n).replace(r"\ ", " ?")


def decade_(r: R) -> Made:
    n = r.choice([20, 30, 40, 50, 60, 70, 80, 90])
    told, year = r.choice([(str(n), 1900 + n), (str(1900 + n), 1900 + n)])
    word = {
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    }[n]
    return f"années {told}", rf"(?i)\b(?:{year}s|{word}|{n}s)\b"


def weekday_(r: R) -> Made:
    w = r.randrange(7)
    return DAYS[w][:3] + ".", rf"\b{WEEK[w]}"


def acronym_(r: R) -> Made:
    f, e = drawn(r, "acronym")
    return f, rf"\b(?:{e})s?\b"


def place_(r: R) -> Made:
    f, e = drawn(r, "place")
    return f, rf"(?<!Le )(?i:\b{e})\b"


def person_(r: R) -> Made:
    f, e = drawn(r, "person")
    return f, rf"\b{e}\b"


def paper_(r: R) -> Made:
    f = r.choice(["La Croix", "Le Monde", "Le Figaro", "Les Échos", "Le Parisien", "L’Équipe"])
    return f, re.escape(f).replace("’", "['’]").replace("É", "[ÉE]")


def duration_(r: R) -> Made:
    h, m = r.randint(1, 4), r.randint(10, 55)
    return f"{h}h{m}", rf"(?i)\b(?:{h}|{spelt_out(h)}) ?-?h(?:ou)?rs?,?(?: and)? {m} ?-?min"


def markers_(r: R) -> Made:
    style = r.choice([("a)", "b)", "c)"), ("(i)", "(ii)", "(iii)"), ("1)", "2)", "3)")])
    verbs = r.sample(
        ["ouvrir la porte", "fermer les volets", "ranger la salle", "compter les chaises"], 3
    )
    body = " ; ".join(f"{m} {v}" for m, v in zip(style, verbs, strict=True))
    return body, "(?s)" + ".*".join(re.escape(m) for m in style)


KINDS: dict[str, Callable[[R], Made]] = {
    "time": time_,
    "duration": duration_,
    "date": date_,
    "weekday and date": day_,
    "short date": short_,
    "slashed date": slashed_,
    "century": century_,
    "before Christ": bc_,
    "ordinal": ordinal_,
    "reign": reign_,
    "euros": euros_,
    "euros in words": euro_words_,
    "millions of euros": scaled_,
    "currency": coins_,
    "percent": percent_,
    "points": points_,
    "unit": unit_,
    "number words": number_,
    "collective": dozen_,
    "fraction": fraction_,
    "thousands": thousands_,
    "decimals": decimals_,
    "section": section_,
    "markers": markers_,
    "phone": phone_,
    "account": iban_,
    "file number": file_,
    "power": power_,
    "decade": decade_,
    "weekday": weekday_,
    "acronym": acronym_,
    "place": place_,
    "person": person_,
    "paper": paper_,
}


def made(seed: int, count: int) -> list[tuple[str, str, str]]:
    """Give `count` sentences with their kind and the pattern of the right form."""
    r = random.Random(seed)
    out = []
    for n in range(count):
        kind = list(KINDS)[n % len(KINDS)]
        told, pattern = KINDS[kind](r)
        text = r.choice(DATA[kind]["carriers"]).format(told)
        text = text.replace("..", ".") if not text.endswith("..") else text[:-1]
        out.append((kind, text[0].upper() + text[1:], pattern))
    return out


def main() -> None:
    seed, count = map(int, [*sys.argv[1:], *("1", "400")[len(sys.argv) - 1 :]])
    drawn_ = [(kind, text, [pattern]) for kind, text, pattern in made(seed, count)]
    print(f"seed {seed}: {told(drawn_)}")
    print(f"the sentences of the data: {told(DATA['sentences'])}")


def told(cases: Sequence[tuple[str, str, Sequence[str]]]) -> str:
    """Translate the texts of `cases` and tell how many match all their patterns."""
    english = translate("\n\n".join(text for _, text, _ in cases)).text.split("\n\n")
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for (kind, text, patterns), found in zip(cases, english, strict=True):
        total[kind] += 1
        if all(re.search(pattern, found) for pattern in patterns):
            right[kind] += 1
        else:
            print(f"{kind}: {text}\n    {found}")
    below = (f"{kind} {right[kind]}/{n}" for kind, n in total.items() if right[kind] < n)
    print(*below, sep=", ")
    share = sum(right.values()) / len(cases)
    return f"{sum(right.values())} of {len(cases)} right, {share:.1%}"


if __name__ == "__main__":
    main()
