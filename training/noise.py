"""What is done to the sentence pairs so that the model learns this tool's habits.

Every function takes a French and an English sentence and a random generator and returns a pair.
A pair on which a change cannot be made comes back as it was.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import made

Pair = tuple[str, str]

SYMBOLS = [f"⟦{i}⟧" for i in range(10)]
PLACEHOLDERS = SYMBOLS[:7]
TERM_OPEN, TERM_MID, TERM_CLOSE = SYMBOLS[7:]

_NAME = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w-]*\w(?: [A-ZÀ-ÖØ-Þ][\w-]*\w)*")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_ADDRESS = re.compile(r"https?://\S+\w|www\.\S+\w")
_WORD = re.compile(r"\w+(?:-\w+)*")
_FINAL = re.compile(r"\s*[.!?…]+$")


@dataclass
class Material:
    """Words that the changes draw on: a lexicon of term pairs, names and plain words."""

    lexicon: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    by_shape: dict[tuple[bool, bool, int], list[str]] = field(default_factory=dict)

    def index(self) -> None:
        """Group the target terms by what the words around them depend on."""
        self.by_shape.clear()
        for target in sorted(set(self.lexicon.values())):
            self.by_shape.setdefault(_shape(target), []).append(target)


def _shape(term: str) -> tuple[bool, bool, int]:
    return term[:1].lower() in "aeiou", term.endswith("s"), term.count(" ")


def _once(needle: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """The match of a whole word or phrase that occurs exactly once, else None."""
    found = list(re.finditer(rf"(?<!\w){re.escape(needle)}(?!\w)", text, flags))
    return found[0] if len(found) == 1 else None


def shared_items(fr: str, en: str) -> list[str]:
    """Names, numbers and addresses that both sides spell alike, each once."""
    found: dict[str, None] = {}
    for pattern in (_ADDRESS, _NAME, _NUMBER):
        for match in pattern.finditer(fr):
            whole = match[0]
            options = [whole, *whole.split(" ")] if " " in whole else [whole]
            for item in options:
                if len(item) > 1 and _once(item, fr) and _once(item, en):
                    found[item] = None
                    break
    return list(found)


def _term_hits(fr: str, en: str, stuff: Material) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Lexicon terms of a pair, longest first: the match in the French and in the English."""
    words = list(_WORD.finditer(fr))
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            key = fr[words[i].start() : words[i + size - 1].end()].lower()
            target = stuff.lexicon.get(key)
            if target is None:
                continue
            here, there = _once(key, fr, re.I), _once(target, en, re.I)
            if here and there:
                yield here, there


def placeholders(fr: str, en: str, r: random.Random, stuff: Material) -> Pair:
    """Put one to three symbols for names, numbers, addresses or terms of a pair."""
    both = ((_once(item, fr), _once(item, en)) for item in shared_items(fr, en))
    spans = [(a, b) for a, b in both if a and b]
    if not spans or r.random() < 0.15:
        spans += list(_term_hits(fr, en, stuff))[:4]
    r.shuffle(spans)
    wanted = 1 + (r.random() < 0.45) + (r.random() < 0.25)
    kept: list[tuple[re.Match[str], re.Match[str]]] = []
    for a, b in spans:
        clear = all(
            (a.end() <= c.start() or c.end() <= a.start())
            and (b.end() <= d.start() or d.end() <= b.start())
            for c, d in kept
        )
        if clear and len(kept) < wanted:
            kept.append((a, b))
    symbols = r.sample(PLACEHOLDERS, len(kept))
    left = sorted(zip((a.span() for a, _ in kept), symbols, strict=True), reverse=True)
    right = sorted(zip((b.span() for _, b in kept), symbols, strict=True), reverse=True)
    for (start, end), symbol in left:
        fr = fr[:start] + symbol + fr[end:]
    for (start, end), symbol in right:
        en = en[:start] + symbol + en[end:]
    return fr, en


def _lower_first(text: str) -> str:
    keep = text[1:2].isupper() or text.startswith(("I ", "I'", "I’", "⟦"))
    return text if keep else text[:1].lower() + text[1:]


_FRAMES: list[tuple[str, str, bool]] = [
    ("{x} : {s}", "{x}: {s}", False),
    ("Selon {x}, {s}", "According to {x}, {s}", True),
    ("Pour {x}, {s}", "For {x}, {s}", True),
    ("« {x} » : {s}", '"{x}": {s}', False),
    ("{s} ({x})", "{s} ({x})", False),
    ("{x} - {s}", "{x} - {s}", False),
    ("À propos de {x} : {s}", "About {x}: {s}", False),
    ("{x}, {s}", "{x}, {s}", True),
    ("{s} Merci, {x} !", "{s} Thank you, {x}!", False),
    ("L'avis de {x} : {s}", "{x}'s opinion: {s}", False),
    ("Le livre d'{x} : {s}", "{x}'s book: {s}", False),
    ("{x} et {y} : {s}", "{x} and {y}: {s}", False),
    ("{s} (de {x} à {y})", "{s} (from {x} to {y})", False),
]


def framed(fr: str, en: str, r: random.Random) -> Pair:
    """Add a symbol at the start or the end of a pair, in a short frame of known meaning."""
    french, english, lower = r.choice(_FRAMES)
    x, y = r.sample(PLACEHOLDERS, 2)
    a, b = (_lower_first(fr), _lower_first(en)) if lower else (fr, en)
    return french.format(x=x, y=y, s=a), english.format(x=x, y=y, s=b)


def terms(fr: str, en: str, r: random.Random, stuff: Material) -> Pair:
    """Give the target form of one or two terms in the source, as `OPEN source MID target CLOSE`.

    Half of the time another target form is put on both sides, so that the model must obey.
    """
    hits = list(_term_hits(fr, en, stuff))
    for item in shared_items(fr, en)[:2]:
        a, b = _once(item, fr), _once(item, en)
        if a and b and item[:1].isalpha():
            hits.append((a, b))
    if not hits:
        return fr, en
    r.shuffle(hits)
    chosen = hits[:1]
    for a, b in hits[1:]:
        c, d = chosen[0]
        apart = (a.end() < c.start() or c.end() < a.start()) and (
            b.end() < d.start() or d.end() < b.start()
        )
        if apart and r.random() < 0.3:
            chosen.append((a, b))
            break
    left: list[tuple[int, int, str]] = []
    right: list[tuple[int, int, str]] = []
    for a, b in chosen:
        given = b[0]
        if r.random() < 0.5:
            pool = stuff.names if given[:1].isupper() and b.start() else []
            pool = pool or stuff.by_shape.get(_shape(given), [])
            given = r.choice(pool) if pool else given
        elif not b.start():
            given = given[:1].lower() + given[1:] if a[0][:1].islower() else given
        shown = given[:1].upper() + given[1:] if b.start() == 0 else given
        left.append((*a.span(), f"{TERM_OPEN} {a[0]} {TERM_MID} {given} {TERM_CLOSE}"))
        right.append((*b.span(), shown))
    for start, end, text in sorted(left, reverse=True):
        fr = fr[:start] + text + fr[end:]
    for start, end, text in sorted(right, reverse=True):
        en = en[:start] + text + en[end:]
    return fr, en


def numbers(fr: str, en: str, r: random.Random) -> Pair:
    """Put other numbers for those that both sides share."""
    for item in shared_items(fr, en)[:3]:
        if not item.isdigit():
            continue
        a, b = _once(item, fr), _once(item, en)
        if a and b and not fr[a.end() :].lstrip().startswith(("%", ":", "h")):
            left, right = made.number(r)
            fr = fr[: a.start()] + left + fr[a.end() :]
            en = en[: b.start()] + right + en[b.end() :]
    return fr, en


_WHOLE: list[Pair] = [
    ("{x}", "{x}"),
    ("Voir {x}", "See {x}"),
    ("Plus d'informations : {x}", "More information: {x}"),
    ("Source : {x}", "Source: {x}"),
    ("En savoir plus sur {x}.", "Find out more at {x}."),
    ("Retrouvez-nous sur {x} !", "Find us on {x}!"),
    ("Rendez-vous sur {x} pour en savoir plus.", "Visit {x} to find out more."),
    ("Suivez {x} et {y}", "Follow {x} and {y}"),
    ("Merci {x}", "Thank you {x}"),
]


def extras(fr: str, en: str, r: random.Random, stuff: Material) -> Pair:
    """Add emoji, addresses, hashtags or handles in the same place on both sides."""
    item = " ".join(made.extra(r, stuff.words) for _ in range(1 + (r.random() < 0.25)))
    x = r.random()
    if x < 0.08:
        french, english = r.choice(_WHOLE)
        other = made.extra(r, stuff.words)
        return french.format(x=item, y=other), english.format(x=item, y=other)
    if x < 0.25:
        return f"{item} {fr}", f"{item} {en}"
    if x < 0.5 and fr.count(", ") == en.count(", ") == 1:
        where = r.choice([" {x}, ", ", {x} "]).format(x=item)
        return fr.replace(", ", where), en.replace(", ", where)
    if x < 0.65:
        return f"{fr} ({item})", f"{en} ({item})"
    if x < 0.75:
        return f"{_FINAL.sub('', fr)} : {item}", f"{_FINAL.sub('', en)}: {item}"
    return f"{fr} {item}", f"{en} {item}"


def listed(fr: str, en: str, r: random.Random) -> Pair:
    """Make the pair a list item or a heading."""
    mark = r.choice(["- ", "• ", "* ", "– ", "1. ", "2) ", "3. ", "# ", "## ", "→ ", "» ", "1 - "])
    if r.random() < 0.4:
        fr, en = _FINAL.sub("", fr), _FINAL.sub("", en)
    return mark + fr, mark + en


def bad_repair(fr: str, r: random.Random) -> str:
    """French as it looks after a botched repair of wrongly decoded text."""
    x = r.random()
    if x < 0.3:
        return "".join(c for c in fr if ord(c) < 0xC0 or c in "’œŒ")
    if x < 0.5:
        mark = r.choice(["?", "\ufffd"])
        return "".join(mark if 0xC0 <= ord(c) < 0x180 else c for c in fr)
    if x < 0.75:
        return re.sub(r"[ \u00a0\u202f]?(?=[:;!?»])", r.choice([" Â", "Â ", " Â "]), fr)
    if x < 0.9:
        return fr.replace("à", "Ã ").replace("’", r.choice(["â€™", "â", "?"]))
    return fr.encode("utf-8").decode("cp1252", errors="ignore")


def _straight(fr: str) -> str:
    for a, b in (("’", "'"), ("« ", '"'), (" »", '"'), ("«\u00a0", '"'), ("\u00a0»", '"')):
        fr = fr.replace(a, b)
    return fr.replace("\u00a0", " ").replace("\u202f", " ")


def surface(fr: str, en: str, r: random.Random) -> Pair:
    """Case, accents, quotes and punctuation as careless web text has them, on a fifth or so."""
    ways: list[tuple[float, Callable[[], Pair]]] = [
        (0.13, lambda: (fr.lower(), en)),
        (0.02, lambda: (fr.upper(), en.upper())),
        (0.02, lambda: (made.strip_accents(fr), en)),
        (0.03, lambda: (_straight(fr), en)),
        (0.02, lambda: (_FINAL.sub("", fr), _FINAL.sub("", en))),
        (0.015, lambda: (bad_repair(fr, r), en)),
        (0.02, lambda: listed(fr, en, r)),
    ]
    x = r.random()
    for share, way in ways:
        x -= share
        if x < 0:
            return way()
    return fr, en


def noisy(fr: str, en: str, r: random.Random, stuff: Material) -> Pair:
    """One training pair as the model shall see it."""
    x = r.random()
    special: Callable[[str, str, random.Random, Material], Pair] | None = None
    if x < 0.16:
        fr, en = placeholders(fr, en, r, stuff)
    elif x < 0.175:
        fr, en = framed(fr, en, r)
    elif x < 0.235:
        special = terms
    elif x < 0.315:
        special = extras
    elif x < 0.385:
        fr, en = numbers(fr, en, r)
    upper = en.isupper()
    fr, en = surface(fr, en, r)
    if special and (upper or not en.isupper()):
        fr, en = special(fr, en, r, stuff)
    return fr, en
