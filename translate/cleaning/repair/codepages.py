"""A text in one 8-bit encoding that was read as another: "dжbute" was "débute" in cp1252.

The lexicon tells: words that are unknown as they stand are known when read again. Only where that
holds for nearly all of them is the text read again, so that a Czech name in a French text stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from translate.document import Edit
from translate.languages import accents
from translate.languages.parts import Accents

# What the text was read as, and what it is: of equal evidence the first wins.
PAGES = (
    ("cp1253", "cp1252"),
    ("cp1251", "cp1252"),
    ("cp1250", "cp1252"),
    ("iso8859_2", "cp1252"),
    ("cp1252", "cp850"),
    ("mac_roman", "cp1252"),
    ("cp1252", "mac_roman"),
    ("cp850", "cp1252"),
    ("cp437", "cp1252"),
    ("cp852", "cp1252"),
    ("cp866", "cp1252"),
    ("koi8_r", "cp1252"),
    ("cp1257", "cp1252"),
)
LEAST = 2  # words that become known; of one alone there must be no doubt
COMMON = 6.0  # the least weight of a word that has to tell alone
SHARE = 0.75  # of the words that would change must be known then
_WORD = re.compile(r"[^\x00-@\[-`{-\x7f\s]*")  # letters, and whatever is not of ASCII
_LATIN, _NOT_ASCII = re.compile(r"[A-Za-z]"), re.compile(r"[^\x00-\x7f]")
_MIXED = re.compile("[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")  # no word is of two scripts
_CAPITAL = re.compile("[a-z][À-ÖØ-Þ]")
_BESIDE = "«»“”’'\"‘.,;:!?()…-– "  # what stands beside a word
_CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))
_SAMPLE = 100  # words that are enough to tell


@cache
def _table(read: str, true: str) -> dict[int, str]:
    """Map what `read` makes of each byte above ASCII to what `true` makes of it."""
    table = {}
    for byte in range(0x80, 0x100):
        raw = bytes([byte])
        was = raw.decode(read, "replace").replace("\ufffd", chr(byte))
        now = raw.decode(true, "replace").replace("\ufffd", chr(byte))
        if was != now:
            table[ord(was)] = now
    return table


@cache
def _foreign(read: str, true: str) -> re.Pattern[str]:
    """Match a letter, or a sign inside a word, that reading again would change."""
    signs = "".join(map(re.escape, map(chr, sorted(_table(read, true)))))
    return re.compile(f"[{signs}]")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that read a text again in the encoding it has where it was read in another.

    >>> [(e.old, e.new) for e in edits("La soirйe dйbute а huit heures.", ["fr"])]
    [('й', 'é'), ('й', 'é'), ('а', 'à')]
    >>> edits("Le Tchèque Dvořák aimait Plzeň.", ["fr"])
    []
    """
    spoken = accents(languages)
    if spoken is None or text.isascii():
        return []
    signs = set(map(ord, set(_NOT_ASCII.findall(text))))
    best, found = 0, ("", "")
    for read, true in PAGES:
        table = _table(read, true)
        changed = table.keys() & signs
        if any(table[sign] in _CONTROLS for sign in changed):  # of another page then
            continue
        known = _misread(text, _foreign(read, true), table, spoken) if changed else 0
        if known > best:
            best, found = known, (read, true)
    if not best:
        return []
    foreign, table = _foreign(*found), _table(*found)
    reason = f"{found[1]} read as {found[0]}"
    return [
        Edit(m.start(), m.group(), table[ord(m.group())], "repair.mojibake", reason)
        for m in foreign.finditer(text)
    ]


def _misread(text: str, foreign: re.Pattern[str], table: dict[int, str], spoken: Accents) -> int:
    """Give how many words become known, where nearly all that would change do, or 0."""
    known = unknown = 0
    sure = False
    for word in _words(text, foreign):
        stays = len(word) > 1 and _known(word, spoken)
        latin = _LATIN.search(word)
        better = "" if stays and latin else word.translate(table).strip(_BESIDE)
        if len(word) == 1:
            known += better.lower() == spoken.alone and word.isalpha()
        elif not stays and _known(better, spoken):
            known += LEAST if _MIXED.search(word) else 1
            sure = spoken.weight(better) >= COMMON and _odd(word, spoken)
        elif latin or better.isalpha():
            unknown += 1
        if known + unknown >= _SAMPLE or unknown > (1 - SHARE) * _SAMPLE:  # nothing more can tell
            break
    enough = (known >= LEAST or sure) and known >= SHARE * (known + unknown)
    return known if enough else 0


def _words(text: str, signs: re.Pattern[str]) -> Iterator[str]:
    """Give the words of `text` that have one of `signs`; spaces are of no word."""
    at = 0
    while match := signs.search(text, at):
        start, end = match.span()
        if match[0].isspace():
            at = end
            continue
        while start > at and _WORD.fullmatch(text, start - 1, start):
            start -= 1
        at = _WORD.match(text, end).end()  # type: ignore[union-attr]  # it matches nothing, too
        yield text[start:at]


def _odd(word: str, spoken: Accents) -> bool:
    """Whether no name looks like `word`: a capital after a small letter, or a foreign letter."""
    foreign = any(not c.isascii() and c not in spoken.letters for c in word)
    return bool(_CAPITAL.search(word)) or (foreign and word[0].islower())


@lru_cache(1 << 13)  # a text has some words again and again, and each is asked for several pages
def _known(word: str, spoken: Accents) -> bool:
    """Whether the lexicon has a word, or what follows its apostrophe."""
    if len(word) < 2:
        return False
    small = word.lower()
    after = re.split("[’']", small)[-1]
    return bool(spoken.weight(small) or spoken.weight(word) or spoken.weight(after))
