"""UTF-8 read as another encoding, beyond what ftfy repairs: sequences judged in their line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

# Encodings that UTF-8 is read as by mistake, with the first bytes of what French is written with:
# C2-C5 Latin letters, « » and the no-break space; CC accents standing alone; D0, D1 Cyrillic (a
# second misreading); E2 quotes, dashes, the euro sign and box drawings (again a second one); EF the
# byte order mark; F0 emoji. cp1252 and Latin-1 are ftfy's, but for what it leaves.
_FIRST_OF_TWO = {
    "cp850": b"\xc2\xc3\xc4\xc5\xcc",
    "cp437": b"\xc2\xc3\xc4\xc5\xcc",
    "cp852": b"\xc2\xc3\xc4\xc5\xcc",
    "cp866": b"\xc2\xc3\xc4\xc5\xcc",
    "koi8_r": b"\xc2\xc3\xc4\xc5\xcc",
    "cp1251": b"\xc2\xc3\xc4\xc5\xcc\xd0\xd1",
    "mac_roman": b"\xc2\xc3\xc4\xc5",
    "cp1252": b"\xc3\xc4\xc5",
}
BEFORE = (
    "cp850",
    "cp437",
    "cp852",
    "cp866",
    "koi8_r",
    "cp1251",
)  # to be read again before ftfy sees the line
AFTER = ("mac_roman", "cp1252")  # what ftfy leaves of them
_CONTROL = re.compile("[\x80-\x9f\ud800-\udfff\ue000-\uf8ff]")
_SIGNS = {"cp1251": "[\u0400-\u04ff]", "mac_roman": "[¬√≈]", "cp1252": "[ÃÄÅ]"}
_BOXES = "[\u2500-\u257f]"
_LETTER = re.compile("[A-Za-z]")
_CONTINUATION = bytes(range(0x80, 0xC0))
# What may come out: letters and signs that Western texts, or misread ones, hold.
_PLAUSIBLE = re.compile(
    "[\u00a0-\u017f\u0192\u02c6\u02dc\u0300-\u0303\u0308\u0327\u0401-\u0491\u2000-\u200a\u2010-\u2027\u202f"
    "\u2030-\u203a\u20ac\u2116\u2122\u2190-\u2193\u2212\u221a\u2248\u2260-\u2265\u2500-\u25a0\ufeff"
    "\U0001f300-\U0001faff]+"
)


@dataclass(frozen=True, slots=True)
class Misreading:
    """How UTF-8 looks when read as `codec`: the runs, their bytes, and the signs that betray it."""

    codec: str
    runs: re.Pattern[str]
    signs: re.Pattern[str]
    bytes_of: dict[str, int]

    def decoded(self, run: str) -> str:
        """Give what `run` was, or nothing when that is not plausible."""
        try:
            text = bytes(map(self.bytes_of.__getitem__, run)).decode("utf-8")
        except UnicodeDecodeError:
            return ""
        return text if _PLAUSIBLE.fullmatch(text) else ""


def reread(line: str, codecs: Sequence[str]) -> tuple[str, list[str]]:
    """Give `line` with UTF-8 that was read as one of `codecs` read again, and which they were.

    A line that is UTF-8 misread from end to end is read again as a whole. Else sequences are: all
    of them when none of their signs stands elsewhere in the line (a box drawing, a Russian text),
    otherwise those that touch an ASCII letter. What was read as cp1252 must stand inside a word.

    >>> reread("dГ©jГ\xa0 vu", BEFORE)
    ('déjà vu', ['cp1251'])
    >>> reread("├── déjà", BEFORE)
    ('├── déjà', [])
    """
    found: list[str] = []
    for codec in codecs:
        misreading = _misreading(codec)
        if misreading.runs.search(line):
            new = _whole(misreading, line) or _pieces(misreading, line)
            if new != line:
                found.append(codec)
                line = new
    return line, found


def _whole(misreading: Misreading, line: str) -> str:
    """Give all of `line` read again, or nothing when it is not misread from end to end."""
    if not re.search("[A-Za-z]", line):
        return ""
    try:
        raw = bytes(ord(c) if c.isascii() else misreading.bytes_of[c] for c in line)
        text = raw.decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return ""
    return "" if _CONTROL.search(text) else text


def _pieces(misreading: Misreading, line: str) -> str:
    """Give `line` with the runs of one misreading read again."""
    rest = misreading.runs.sub(lambda m: "" if misreading.decoded(m.group()) else m.group(), line)
    all_of_them = not misreading.signs.search(rest) and re.search("[A-Za-z]", rest)

    def again(match: re.Match[str]) -> str:
        before, after = line[match.start() - 1 : match.start()], line[match.end() :][:1]
        touches = _LETTER.fullmatch(before), _LETTER.fullmatch(after)
        sure = all(touches) if misreading.codec == "cp1252" else all_of_them or any(touches)
        return misreading.decoded(match.group()) or match.group() if sure else match.group()

    return misreading.runs.sub(again, line)


@cache
def _misreading(codec: str) -> Misreading:
    """Give how UTF-8 looks when read as `codec`; undefined bytes stand for themselves."""
    chars = {b: bytes([b]).decode(codec, "replace") for b in range(0x80, 0x100)}
    chars = {b: chr(b) if c == "\ufffd" else c for b, c in chars.items()}

    def group(these: bytes) -> str:
        return "[" + "".join(re.escape(chars[b]) for b in these) + "]"

    two, more = group(_FIRST_OF_TWO[codec]), group(_CONTINUATION)
    runs = (
        f"(?:{two}{more}|{group(bytes([0xE2]))}{more}{{2}}|{chars[0xEF]}{chars[0xBB]}{chars[0xBF]}"
        f"|{group(bytes([0xF0]))}{chars[0x9F]}{more}{{2}})+"
    )
    return Misreading(
        codec,
        re.compile(runs),
        re.compile(_SIGNS.get(codec, _BOXES)),
        {c: b for b, c in chars.items()},
    )
