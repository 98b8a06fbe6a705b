"""Mojibake, entities and control characters: by ftfy, and beyond it by tables and French habits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from translate.cleaning.repair.tables import AFTER, BEFORE, reread
from translate.differences import differences
from translate.document import Edit
from translate.languages import accents

LONGEST = 1_000_000  # characters handed to ftfy at once, its own limit

# What ftfy would change holds at least one match of `SUSPECT` (tests/cleaning/test_repair_skip.py
# shows it): an entity, a character outside the plain ones, or two signs that mojibake puts
# together. `_PLAIN` are ASCII, the letters and typography of French, kana, Han, Hangul, emoji.
_LOWER = "éèàêôçûâùïëüæ"
_UPPER = "ÉÈÀÊÇÔÙ"
_MARKS = "«»“”€°"
_ORDINARY = (  # nothing begins with one of them
    "\t\n\f\r -%'-~’–—…\u00a0\u202f\u2009\u2011"
    "\u2190-\u21ff\u2600-\u27bf\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ufe0f\U0001f300-\U0001faff"
)
_PLAIN = f"{_ORDINARY}&{_LOWER}îœ{_UPPER}{_MARKS}Œ"
SUSPECT = re.compile(  # one class first: what begins with one is found fast
    rf"[^{_ORDINARY}](?:(?<=[^{_PLAIN}])|(?<=&)#?[0-9A-Za-z]{{1,24}};|(?<!&)[{_UPPER}{_MARKS}Œ]"
    rf"|(?<=[{_MARKS}])[{_LOWER}îœ]|(?<=[œŒ])(?![A-Za-z]))"
)
TURNS = 8  # one misreading may hide another: text misread twice needs two turns
_STEPS = {
    "unescape_html": "HTML entity",
    "restore_byte_a0": "a no-break space had become a space",
    "decode_inconsistent_utf8": "UTF-8 read in another encoding here and there",
    "fix_c1_controls": "cp1252 read as Latin-1",
    "fix_character_width": "wide or narrow form of a character",
    "fix_surrogates": "half a character, or a byte that means nothing",
    "remove_terminal_escapes": "terminal code",
    "remove_control_chars": "control character",
    "replace_lossy_sequences": "a letter lost in mojibake",
}
# "&" escaped again and again: ftfy undoes one level at a time, in time that grows as the square.
_NESTED = re.compile(r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,4}26);){2,}")
# "Ã" or "Â" without what must follow it in mojibake.
_NO_MORE = "(?![\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122])"
_LOST = re.compile(f"[ÃÂ]{_NO_MORE}")
_STOPS = r"[:;!?%]|Â[»°]"
_CLOSES = r"[-.,)\]…'’]|â€|$"
_COMPLETED = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (rf"(?<=Ã[\u0083ƒ])Â(?: (?=[ .,)\]…]))?{_NO_MORE}", "Â\u00a0"),  # of "à" misread twice
        (r"(?<![A-ZÀ-Þ])Ã  +", "Ã\u00a0 "),
        (rf"(?<![A-ZÀ-Þ])Ã ?(?={_CLOSES})", "Ã\u00a0"),
        (r"(?<![A-ZÀ-Þ])Ã (?=\S)", "Ã\u00a0 "),
        (rf"(?<![A-ZÀ-Þ])Ã(?={_STOPS})", "Ã\u00a0"),
        (rf"Â {{1,2}}(?=[»€]|{_STOPS})", "Â\u00a0"),
        (rf"Â(?=€|{_STOPS})", "Â\u00a0"),
        (r"(?<=Â«)Â ?", "Â\u00a0"),
        (r"(?<=[\w.,)])(?<![A-ZÀ-Þ])Â ?(?=[\w$(])(?<![a-z]Â(?=[a-z]))", "Â\u00a0"),
    )
)
# A line that says so speaks of encodings; a word with an ASCII letter is no mere sample of one.
_ENCODINGS = re.compile(
    r"(?i)encod|utf-?8|latin-?1|unicode|ascii|mojibake|s[’']affich|cp125|iso-?8859"
)
# UTF-8 read as ISO 8859-15, where that differs from cp1252: as cp1252 these are capitals, a space.
_IN_LATIN_9 = {"Ãš": "è", "ÃŽ": "ô", "ÃŒ": "ü", "â\x80Š": "…"}
_LATIN_9 = re.compile("(?<=[a-z])Ã[šŽŒ]|(?<=[A-Z])Ã[šŽŒ](?=[a-z])|â\x80Š")
# Letters that are no words: where one stands alone, a line speaks of letters.
_LETTERS = frozenset("éèêëçîïôùûœæüöäÉÈÊËÇÎÏÔÙÛŒ")
_SIGNS = ".,;:!?()[]«»“”\"'’"
# What stands alone between quotation marks or brackets.
_SHOWN = re.compile(r"[«“]\s?([^\s\w]*[ÃÂâ][^\s»”]{1,3})\s?[»”]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_LINE_END = re.compile(r"[\r\n]")
_IDEOGRAPHS = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_TOKEN = re.compile(r"\s|\S+")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that repair mojibake, entities and control characters, line by line.

    Where a language of `languages` has no-break spaces before stops, "Ã" and "Â" that lost theirs
    are completed first.

    >>> [(e.start, e.old, e.new) for e in edits("Un cafÃ© crÃ¨me", ["fr"])]
    [(6, 'Ã©', 'é'), (11, 'Ã¨', 'è')]
    """
    result: list[Edit] = []
    if text.isascii() and "&" not in text and text.isprintable():
        return result
    habits = accents(languages)
    spaced = bool(habits and habits.no_break_spaces)
    at = 0
    while match := SUSPECT.search(text, at):
        start = max(text.rfind("\n", at, match.start()), text.rfind("\r", at, match.start())) + 1
        start = max(start, at)
        ending = _LINE_END.search(text, match.end() - 1)
        at = ending.start() if ending else len(text)
        for low in range(start, at, LONGEST):
            segment = text[low : min(at, low + LONGEST)]
            new, reason = fixed(segment, spaced)
            if new != segment and _quoted(segment, new):  # yet no half of a character may stay
                new, reason = _whole(segment), _STEPS["fix_surrogates"]
            if new != segment:
                result.extend(_differences(segment, new, low, reason))
        at += 1
    return result


def _whole(segment: str) -> str:
    from ftfy.fixes import fix_surrogates

    return str(fix_surrogates(segment))


def _quoted(old: str, new: str) -> bool:
    """Whether a line only shows mojibake: alone, beside good accents, in quotes or spoken of."""
    left = set(new.split())
    changed = [word for word in old.split() if word not in left]
    rest = [word for word in old.split() if word in left]
    if any(_ASCII_LETTER.search(word) for word in changed):
        return False
    if any(word.strip(_SIGNS) in _LETTERS for word in rest):  # it speaks of a letter
        return True
    shown = _SHOWN.findall(old)
    alone = all(word.strip("«“»”.,;:()") in shown for word in changed)
    if not (alone or _ENCODINGS.search(old)):
        return False
    good = any(not word.isascii() for word in rest)  # which would be damaged, too
    return good or any(word[0] in "«“" for word in changed)


def fixed(segment: str, spaced: bool = True) -> tuple[str, str]:
    """Give one line repaired and, in words, the steps that did it.

    >>> fixed("Voil├á l&rsquo;addition")
    ('Voilà l’addition', 'UTF-8 read as cp850; HTML entity')
    """
    from ftfy import fix_and_explain

    steps: list[str] = []
    for _ in range(TURNS):
        before = segment
        segment = _LATIN_9.sub(lambda m: _IN_LATIN_9[m[0]], segment)
        steps += ["UTF-8 read as iso-8859-15"] * (segment != before)
        segment, codecs = reread(segment, BEFORE)
        if spaced and _LOST.search(segment):
            whole = completed(segment)
            steps += ["no-break space lost from mojibake"] * (segment != whole)
            segment = whole
        if "<" not in segment:
            segment = _NESTED.sub("&amp;", segment)
        segment, plan = fix_and_explain(segment, _config(not _IDEOGRAPHS.search(segment)))
        segment, others = reread(segment, AFTER)
        steps += (f"UTF-8 read as {codec}" for codec in (*codecs, *others))
        steps += _in_words(plan or [])
        if segment == before or not SUSPECT.search(segment):
            break
    return segment, "; ".join(dict.fromkeys(steps))


def completed(line: str) -> str:
    """Give `line` with the no-break space that "Ã" (of "à") and "Â" (of itself) have lost.

    It may have been deleted, or turned into a space, or run together with the space after it.

    >>> completed("dÃ©jÃ, voilÃ le prix Â: 10Â000Â€")
    'dÃ©jÃ\xa0, voilÃ\xa0 le prix Â\xa0: 10Â\xa0000Â\xa0€'
    """
    for pattern, new in _COMPLETED:
        line = pattern.sub(new, line)
    return line


def _in_words(plan: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give ftfy's plan as a reader understands it; its own names where there is nothing simpler."""
    for action, what in plan:
        if action == "encode":
            yield f"UTF-8 read as {what.removeprefix('sloppy-')}"
        elif action != "decode":
            yield _STEPS.get(what, what.replace("_", " "))


@cache
def _config(width: bool) -> Any:
    """Give ftfy's settings that harm no correct text.

    Wide letters are made normal (`width`) in lines without Chinese, Japanese or Korean only.
    """
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        uncurl_quotes=False,
        normalization=None,
        fix_latin_ligatures=False,
        fix_line_breaks=False,
        fix_character_width=width,
        max_decode_length=LONGEST,
    )


def _differences(old: str, new: str, start: int, reason: str) -> Iterator[Edit]:
    """Give small edits that make `new` of `old`, which stands at `start`."""
    for low, high, text in _changed(old, new):
        was = old[low:high]
        if was.startswith("&") and was.endswith(";"):
            rule = "repair.entity"
        elif was.isprintable() or text:
            rule = "repair.mojibake"
        else:
            rule = "repair.control"
        yield Edit(start + low, was, text, rule, reason)


def _changed(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Give the places of `old` that differ and what stands there in `new`: words, then letters."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = list(accumulate(map(len, olds), initial=0))
    for i, j, k, m in differences(olds, news):
        was, now = "".join(olds[i:j]), "".join(news[k:m])
        for a, b, c, d in differences(was, now):
            yield starts[i] + a, starts[i] + b, now[c:d]
