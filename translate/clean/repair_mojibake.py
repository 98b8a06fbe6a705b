"""Mojibake, entities and control characters: ftfy where it is sure, our own tables beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from translate.document import Edit

LONGEST = 1_000_000  # characters handed to ftfy at once, its own limit

# What ftfy would change holds at least one match of `SUSPECT` (tests/clean/test_repair_skip.py
# shows it): an entity, a character outside the plain ones, or two signs that mojibake puts
# together. `_PLAIN` are ASCII, the letters and typography of French, kana, Han, Hangul, emoji.
_LOWER = "éèàêôçûâùïëüæ"
_UPPER = "ÉÈÀÊÇÔÙ"
_MARKS = "«»“”€°"
_PLAIN = (
    f"\t\n\f\r -~{_LOWER}îœ{_UPPER}{_MARKS}Œ’–—…\u00a0\u202f\u2009\u2011"
    "\u2190-\u21ff\u2600-\u27bf\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3\ufe0f\U0001f300-\U0001faff"
)
SUSPECT = re.compile(
    rf"[^{_PLAIN}]|&#?[0-9A-Za-z]{{1,24}};"
    rf"|[{_LOWER}{_UPPER}{_MARKS}îœŒ][{_UPPER}{_MARKS}Œ]|[œŒ](?![A-Za-z])"
)
_LINE_END = re.compile(r"[\r\n]")
_IDEOGRAPHS = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_TOKEN = re.compile(r"\s|\S+")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that repair mojibake, entities and control characters, line by line.

    >>> [(e.start, e.old, e.new) for e in edits("Un cafÃ© crÃ¨me", ["fr"])]
    [(6, 'Ã©', 'é'), (11, 'Ã¨', 'è')]
    """
    result: list[Edit] = []
    if text.isascii() and "&" not in text and text.isprintable():
        return result
    at = 0
    while match := SUSPECT.search(text, at):
        start = max(text.rfind("\n", at, match.start()), text.rfind("\r", at, match.start())) + 1
        start = max(start, at)
        ending = _LINE_END.search(text, match.end() - 1)
        at = ending.start() if ending else len(text)
        for low in range(start, at, LONGEST):
            segment = text[low : min(at, low + LONGEST)]
            new, plan = fixed(segment)
            if new != segment:
                result.extend(_differences(segment, new, low, plan))
        at += 1
    return result


def fixed(segment: str) -> tuple[str, str]:
    """Give one line repaired and, in words, the steps that did it."""
    from ftfy import fix_and_explain

    new, steps = fix_and_explain(segment, _config(not _IDEOGRAPHS.search(segment)))
    return new, ", ".join(f"{step.action} {step.parameter}" for step in steps or ())


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


def _differences(old: str, new: str, start: int, plan: str) -> Iterator[Edit]:
    """Give small edits that make `new` of `old`, which stands at `start`."""
    for low, high, text in _changed(old, new):
        was = old[low:high]
        if was.startswith("&") and was.endswith(";"):
            rule = "repair.entity"
        elif was.isprintable() or text:
            rule = "repair.mojibake"
        else:
            rule = "repair.control"
        yield Edit(start + low, was, text, rule, f"ftfy: {plan}")


def _changed(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Give the places of `old` that differ and what stands there in `new`, word by word."""
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(olds) == len(news):
        pairs = [(a, b) for a, b in zip(olds, news, strict=True)]
    elif len(olds) * len(news) < 4_000_000:
        pairs = []
        matcher = SequenceMatcher(None, olds, news, autojunk=False)
        for _, a, b, c, d in matcher.get_opcodes():
            pairs.append(("".join(olds[a:b]), "".join(news[c:d])))
    else:
        pairs = [(old, new)]
    at = 0
    for was, now in pairs:
        if was != now:
            yield from _within(was, now, at)
        at += len(was)


def _within(old: str, new: str, at: int) -> Iterator[tuple[int, int, str]]:
    """Give the differences inside a few words, `old` standing at `at`."""
    if len(old) + len(new) > 400:
        blocks = [(0, len(old), 0, len(new))]
    else:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        blocks = [(a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    for a, b, c, d in blocks:
        yield at + a, at + b, new[c:d]
