"""Where the last sentence of a line ends: what may stand behind its end mark is no part of it."""

from __future__ import annotations

import re

from translate.cleaning.boilerplate.remembered import remembered

SENTENCE_END = (".", "!", "?", "…", '."', '!"', '?"', ".»", "!»", "?»", ".)", "»", "”", ".”", ":")
_MARKS = frozenset(".!?…")
# Signs that are no letters: emoji, notes, arrows, with what joins and colours them.
_SIGN = "\u2190-\u21ff\u2300-\u27bf\u2934\u2935\u2b00-\u2bff\U0001f000-\U0001faff"
_QUOTED = {"»": "«„“", "”": "“„«", "“": "„"}  # what ends a quotation, and how it begins
_CLOSES = {")": "(", "]": "[", **_QUOTED}
_LED = ("#", "://", "www.")  # what stands before the letters that a tail ends with
_JOINED = "\u200d\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f"
_TAIL = re.compile(
    rf"(?<=[.!?…])(?P<closed>\s?[»”\"'’)\]]*)"
    rf"(?:\s*(?:[{_SIGN}]|[#*\d]?\ufe0f?\u20e3)[{_JOINED}{_SIGN}]*+"  # an emoji or more
    r"|\s*[(\[](?:\d{1,3}(?:/\d{1,3})?|[^()\[\]\d/]{1,40})[)\]]"  # a note: (AFP), [1]
    r"|\s+#\w[\w-]*"  # a tag
    r"|\s+\d{1,3}/\d{0,3}"  # which one of a thread: 5/5
    r"|\s*[¹²³⁰-⁹]++"
    r"|\s*[*_]{1,3}|</\w{1,9}>"  # what ends emphasis, a star that tells of a note
    r"|\s+(?:https?://|www\.)\S++)++$"  # where it is told
)
# Emoji that say how a sentence is meant: no arrow, pointing hand, star or tick, nor what
# buttons show: a telephone, a letter, a bell, a link.
_FELT = re.compile(
    r"(?<=[\w,;:»”\"'’)\]%€$])(?:\s*+[\u2600-\u2604\u2607-\u2619\u2620-\u2712\u2721-\u2793\u263a"
    r"\U0001f300-\U0001f445\U0001f44a-\U0001f48b\U0001f48d-\U0001f4da\U0001f4dd\U0001f525-\U0001f52b"
    rf"\U0001f550-\U0001f7df\U0001f900-\U0001faff][{_JOINED}\U0001f3fb-\U0001f3ff]*+)++$"
)
LONGEST = 300  # characters of a line's end in which that is looked for
FELT_WORDS = 4  # a line of fewer words is a button or a label, whatever emoji stands behind it


@remembered
def without_tail(text: str) -> str:
    """Give `text`, no space around it, without what stands behind the end mark of a sentence.

    Emoji, signs of notes, tags, a short note in brackets, the number within a thread, an address
    and the end of emphasis do; where there is no end mark, nothing does but emoji that say how a
    sentence of some words is meant.

    >>> [without_tail(text) for text in ("Il a ri. 😉", "Il a ri. (5/5) #mer", "Il a ri (AFP)")]
    ['Il a ri.', 'Il a ri.', 'Il a ri (AFP)']
    >>> [without_tail(text) for text in ("**Il a ri.**", "Il a ri. https://lac.example/a")]
    ['**Il a ri.', 'Il a ri.']
    >>> without_tail("Les poules dorment au grenier 🐔"), without_tail("Lire la suite ici 👇")
    ('Les poules dorment au grenier', 'Lire la suite ici 👇')
    """
    bare = _opened(text.strip())
    last = bare[-1:]
    if last in _MARKS or (last.isalpha() and not any(map(bare.__contains__, _LED))):
        return bare
    if tail := _TAIL.search(bare, max(0, len(bare) - LONGEST)):
        return bare[: tail.end("closed")].rstrip()
    tail = _FELT.search(bare)
    said = bare[: tail.start()] if tail else bare
    return said if said.count(" ") >= FELT_WORDS - 1 else bare


def _opened(bare: str) -> str:
    """Give `bare` without the brackets around a sentence, or the end of a longer quotation.

    >>> [_opened(text) for text in ("(Il a ri.)", "Il a ri. »", "« Il rit. »", "(1)", "a (b.)")]
    ['Il a ri.', 'Il a ri.', '« Il rit. »', '(1)', 'a (b.)']
    """
    last, before = bare[-1:], bare[:-1].rstrip()
    if last not in _CLOSES or before.rstrip(' \u00a0»”"')[-1:] not in _MARKS:
        return bare
    if last in _QUOTED:
        return bare if any(map(bare.__contains__, _QUOTED[last])) else before
    inner = before[1:].lstrip()
    return inner if bare[0] == _CLOSES[last] and _CLOSES[last] not in inner else bare


def ended(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, whatever stands behind its end mark.

    >>> ended("Le pont rouvre. 🙏 #mer"), ended("Le pont rouvre 👇"), ended("Le pont")
    (True, False, False)
    """
    return without_tail(text).endswith(SENTENCE_END)


def felt(text: str) -> bool:
    """Tell whether `text` has no end mark, but an emoji that stands for one.

    >>> felt("Le pont rouvre pour tous 🙏"), felt("Le pont rouvre. 🙏"), felt("Le pont rouvre")
    (True, False, False)
    """
    return not ended(text) and without_tail(text) != text.strip()
