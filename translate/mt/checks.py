"""Is this English the whole of that French? What can be told by counting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from translate.mt.held import EMOJI, has_emoji
from translate.mt.numbers import lost_numbers, made_up_numbers
from translate.mt.sentences import DATA
from translate.mt.terms import Term
from translate.mt.units import Unit

# The same sign four times, spaces between them aside.
SIGNS = re.compile(r"([^\w\s])(?:\s?\1){3,}")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about a translation: `kind` is the check's id, `weight` how bad it is.

    >>> str(Issue("repeat", "'very' four times in a row", 5))
    "repeat: 'very' four times in a row"
    """

    kind: str
    detail: str
    weight: int

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


def check(
    unit: Unit,
    english: str,
    complete: bool,
    missing: Sequence[Term],
    pair: tuple[str, str] = ("fr", "en"),
) -> list[Issue]:
    """Give what is doubtful about `english` as the translation of `unit`.

    `complete` tells that the model ended by itself; `missing` are the names it lost; `pair` are
    the languages.

    >>> [i.kind for i in check(Unit("Il est très très grand."), "He is big big big big.", True, [])]
    ['repeat']
    """
    found: list[tuple[str, str]] = []
    if unit.fixed(english) != unit.symbols:
        found.append(("mask", "an address, emoji or the like was lost or moved"))
    found += [
        ("rare", f"'{name}' was lost or doubled")
        for symbol, _, name in unit.names
        if english.count(symbol) != unit.text.count(symbol)
    ]
    if has_emoji(english) and ("⁇" in english or emoji(english) != emoji(unit.text)):
        found.append(("signs", "signs came up that the source does not have"))
    if "\ufffd" in english and "\ufffd" not in unit.text:
        found.append(("signs", "a sign came out broken"))
    found += [("name", f"'{term.target}' is missing") for term in missing]
    for twice in dict.fromkeys(f"{term.target} {term.target}" for term in unit.terms):
        if twice in english and twice not in unit.text:
            found.append(("repeat", f"'{twice}'"))
    if not complete:
        found.append(("cut", "the model did not come to an end"))
    if repeated := repetition(english, unit.text):
        found.append(("repeat", f"'{repeated}' again and again"))
    words = WORD.findall(unit.text)
    loops = len(words) - len(set(words)) >= 4
    if loops and (most_in_a_row(unit.text, 1) > 4 or most_in_a_row(unit.text, 2) > 4):
        found.append(("source", "the source repeats itself, which models cannot follow"))
    if strange := strange_words(unit.text, english):
        found.append(("word", f"'{strange}' is a word of neither language"))
    found += lengths(unit.text, english)
    if copied(unit, english) or written_in(english, *pair):
        found.append(("copy", "the source, or most of it, is still there"))
    found += [
        ("number", f"{n} is not in the translation") for n in lost_numbers(unit.text, english, pair)
    ]
    found += [
        ("number", f"{n} is not in the source") for n in made_up_numbers(unit.text, english, pair)
    ]
    if balanced(unit.text) and not balanced(english):
        found.append(("quotes", "quotation marks or brackets do not pair"))
    return [Issue(kind, detail, settings()["weights"][kind]) for kind, detail in found]


def emoji(text: str) -> int:
    """Give the number of emoji in `text`."""
    return len(EMOJI.findall(text))


@cache
def settings() -> dict[str, Any]:
    """Give the thresholds and weights in `data/checks.toml`."""
    return tomllib.loads((DATA / "checks.toml").read_text(encoding="utf-8"))


def lengths(source: str, english: str) -> Iterator[tuple[str, str]]:
    """Give the doubt that `english` is too short or too long for `source`, if there is one.

    >>> list(lengths("Il a dit que le train partira demain matin à huit heures.", "He said."))
    [('short', '12 words became 2')]
    """
    limits = settings()["length"]
    before, after = len(WORD.findall(source)), len(WORD.findall(english))
    said = f"{before} words became {after}"
    if after < limits["least"] * before - limits["least_slack"] or not english.strip():
        yield "short", said
    if after > limits["most"] * before + limits["most_slack"]:
        yield "long", said


def strange_words(source: str, english: str) -> str:
    """Give the first word of `english` with letters that neither `source` nor English has, or "".

    >>> strange_words("Příliš žluťoučký kůň", "Pšílišluš is a café"), strange_words("", "a café")
    ('Pšílišluš', '')
    """
    if english.isascii():
        return ""
    known = set(source.lower()) | set(settings()["word"]["letters"])
    for word in WORD.findall(english):
        if not word.isascii() and any(c.isalpha() and c not in known for c in word.lower()):
            return str(word)
        if not word.isascii() and word not in source and sum(not c.isascii() for c in word) > 1:
            return str(word)
    return ""


def copied(unit: Unit, english: str) -> bool:
    """Tell whether most words of `unit`, names aside, stand unchanged in `english`.

    >>> copied(Unit("le chat noir dort toujours"), "the chat noir dort toujours")
    True
    """
    names = {word for term in unit.terms for word in WORD.findall(term.target)}
    words = [w for w in WORD.findall(unit.text) if w not in names and w.islower() and len(w) > 2]
    there = set(WORD.findall(english))
    limits = settings()["copy"]
    same = sum(word in there for word in words)
    return bool(len(words) >= limits["words"] and same > limits["share"] * len(words))


def balanced(text: str) -> bool:
    """Tell whether quotation marks and brackets of `text` pair.

    >>> balanced("« Oui » (non)"), balanced('He said "yes.'), balanced("He's “here”")
    (True, False, True)
    """
    pairs = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)


@cache
def common_words(language: str) -> frozenset[str]:
    """Give words that tell `language` from others; none for a language without data."""
    data = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return frozenset(data.get(language, ()))


def written_in(text: str, language: str, other: str) -> bool:
    """Tell whether `text` has the common words of `language` rather than those of `other`.

    >>> written_in("Le train part de la gare", "fr", "en"), written_in("OpenAI", "fr", "en")
    (True, False)
    """
    words = set(WORD.findall(text.lower().replace("’", "'")))
    mine = len(words & common_words(language))
    return mine >= 2 and mine > len(words & common_words(other))


def repetition(english: str, source: str) -> str:
    """Give what `english` repeats three times in a row and `source` does not, or "".

    Words are compared without case and hyphens; of signs, four in a row count.

    >>> repetition("a great-great-great-aunt", "une arrière-tante"), repetition("So.....", "Si…")
    ('great', '....')
    """
    for run in SIGNS.finditer(english):
        if run[0] not in source:
            return run[0][:4]
    words = WORD.findall(english.lower())
    if len(words) - len(set(words)) < 2:
        return ""
    for size in range(1, 7):
        for start in range(len(words) - 3 * size + 1):
            if words[start] != words[start + size] or words[start] != words[start + 2 * size]:
                continue
            gram = words[start : start + size]
            if words[start : start + 3 * size] == 3 * gram and most_in_a_row(source, size) < 3:
                return " ".join(gram)
    return ""


def most_in_a_row(text: str, size: int) -> int:
    """Give how often an n-gram of `size` words stands in a row in `text`, at most."""
    words = WORD.findall(text.lower())
    best = 1 if len(words) >= size else 0
    for start in range(len(words) - size):
        count = 1
        gram = words[start : start + size]
        while words[start + count * size : start + (count + 1) * size] == gram:
            count += 1
        best = max(best, count)
    return best
