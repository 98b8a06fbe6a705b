"""What a model must not touch: addresses, handles, hashtags, code, file names, emoji.

Each is replaced by a symbol ⟦0⟧, ⟦1⟧ … before translation and put back after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate.document import touching
from translate.languages.addresses import EMAIL, HANDLE, HASHTAG, URL

SYMBOL = re.compile(r"⟦([0-9])⟧")
SYMBOLS = tuple(f"⟦{n}⟧" for n in range(10))

_BASE = (
    "[\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299]"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_ONE = f"{_BASE}\ufe0f?\ufe0e?{_TONE}?\u20e3?[\U000e0020-\U000e007f]*"
EMOJI = re.compile(
    f"(?:[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{1,2}}"
    f"|{_ONE}(?:\u200d{_ONE})*|[©®™‼⁉ℹ↔]\ufe0f|{_TONE})"
)
# Every emoji holds a sign from here on; letters and French punctuation lie below.
FIRST_EMOJI = "\u203c"
# Emoji that stand in front of what they belong to, as a bullet does.
LEADER = re.compile(
    "[0-9#*]\ufe0f?\u20e3|[\U0001f446-\U0001f449\u261d\u2190-\u21ff\u25a0-\u25ff\u2700-\u2705"
    "\u2714\u2716\u2794-\u27bf\u2b05-\u2b07\u274c\u274e\U0001f534\U0001f535\U0001f536-\U0001f53b"
    "\U0001f7e0-\U0001f7eb\U0001f51f\U0001f4cc\U0001f4cd]"
)

_FILE = (
    "pdf|docx?|xlsx?|pptx?|odt|ods|odp|txt|md|rst|csv|tsv|jsonl?|xml|ya?ml|toml|ini|cfg|conf"
    "|log|html?|css|jsx?|tsx?|py|ipynb|sh|bat|exe|msi|dll|so|java|jar|class|c|h|cpp|hpp|rs|go|rb|php|sql|db|sqlite|parquet"
    "|zip|tar|gz|xz|bz2|7z|rar|iso|img|png|jpe?g|gif|svg|webp|bmp|tiff?|mp[34]|wav|ogg|flac|avi|mkv|mov|webm"
    "|epub|tex|bib|eps|ps|rtf|eml|ics|vcf|apk|deb|rpm|whl|lock|bin|dat|bak|tmp|argosmodel"
)
# The last kind, `blob`, is no word of any language: the longest French one has 27 letters.
PROTECTED = re.compile(
    r"(?P<symbol>⟦\d+⟧)"
    rf"|(?P<email>{EMAIL})|(?P<url>{URL})|(?P<handle>{HANDLE})|(?P<hashtag>{HASHTAG})"
    r"|(?P<file>(?:[A-Za-z]:\\|\\\\|~?/|\.{1,2}/)?(?:[\w.@+-]+[\\/])*[\w@+-][\w.@+-]*"
    rf"\.(?:{_FILE})\b(?![\w-])|[A-Za-z]:\\[\w.\\@+-]+|(?<![\w/.])~?/(?:[\w.@+-]+/)+[\w.@+-]*)"
    r"|(?P<code>`[^`\n]+`|```|</?[a-zA-Z][^<>\n]{0,200}>|\{\{[^{}\n]*\}\}|\$\{\w+\}|%\d*\$?[sd]\b|%\(\w+\)s"
    r"|(?<![\w-])--[a-zA-Z][\w-]*(?:=\S+)?|\b\w+(?:\.\w+)*\(\)|\b[a-zA-Z]\w*_\w+\b|(?<!\w)\$[A-Z_]+\b)"
    r"|(?P<note>\[\^[\w-]+\]|(?<=[\w.,;!?»”)])\[\d{1,3}\])|(?P<blank>_{3,}|\.{5,}|…{2,})"
    rf"|(?P<emoji>(?:{EMOJI.pattern})+)"
    r"|(?P<blob>(?!\S*\w,\w+,\w+,\w)\S{60,})"
)
# What every protected stretch has something of: most sentences are done with at this.
HINT = re.compile(r"[⟦`<{%$@#/\\_^]|\.{5}|…{2}|\w\.\w|\(\)|--|www|\[\d|\S{60}")
# Signs that end a sentence rather than an address.
TRAILING = re.compile(r"[.,;:!?…'’»”)\]]+$")


@dataclass(frozen=True, slots=True)
class HeldSpan:
    """A stretch `start:end` of a sentence that must come through, and what it is.

    `english` is what it comes out as, empty if it stays as it is.
    """

    start: int
    end: int
    kind: str
    english: str = ""


def protected(text: str) -> Iterator[HeldSpan]:
    """Give the stretches of `text` that must come through untouched, in order.

    >>> text = "Voir https://a.fr/b(c), @moi #IA 😀."
    >>> [text[s.start:s.end] for s in protected(text)]
    ['https://a.fr/b(c)', '@moi', '#IA', '😀']
    """
    if not (HINT.search(text) or has_emoji(text)):
        return
    for match in PROTECTED.finditer(text):
        kind = str(match.lastgroup)
        end = match.end()
        if kind in ("url", "handle", "hashtag", "email"):
            end -= trailing(match[0])
        if end > match.start():
            yield HeldSpan(match.start(), end, kind)


def apart(spans: Iterable[HeldSpan], taken: Sequence[HeldSpan]) -> list[HeldSpan]:
    """Give those of `spans` that touch none of `taken`.

    >>> apart([HeldSpan(0, 2, "sign"), HeldSpan(3, 5, "sign")], [HeldSpan(4, 9, "url")])
    [HeldSpan(start=0, end=2, kind='sign', english='')]
    """
    some = list(spans)
    if not some or not taken:
        return some
    touches = touching((one.start, one.end) for one in taken)
    return [span for span in some if not touches(span.start, span.end)]


def has_emoji(text: str) -> bool:
    """Tell whether `text` may hold an emoji; no means no.

    >>> has_emoji("« Où ça ? » – là-bas…"), has_emoji("Là 👍"), has_emoji("1️⃣")
    (False, True, True)
    """
    return max(text, default="") >= FIRST_EMOJI


def trailing(address: str) -> int:
    """Give how many signs at the end of `address` belong to the sentence around it.

    >>> trailing("https://a.fr/b)."), trailing("https://a.fr/b_(c)")
    (2, 0)
    """
    match = TRAILING.search(address)
    if not match:
        return 0
    tail = match[0]
    open_brackets = address.count("(") - address[: match.start()].count(")")
    while open_brackets > 0 and ")" in tail:
        tail = tail[tail.index(")") + 1 :]
        open_brackets -= 1
    return len(tail)


def hide(text: str, spans: Sequence[HeldSpan]) -> tuple[str, tuple[str, ...]]:
    """Give `text` with `spans` replaced by symbols, and what each symbol stands for.

    At most ten spans: there are ten symbols.

    >>> hide("Voir @moi.", list(protected("Voir @moi.")))
    ('Voir ⟦0⟧.', ('@moi',))
    """
    out: list[str] = []
    at = 0
    for symbol, span in zip(SYMBOLS, spans, strict=False):
        out += text[at : span.start], symbol
        at = span.end
    hidden = tuple(s.english or text[s.start : s.end] for s in spans)
    return "".join([*out, text[at:]]), hidden


def show(text: str, hidden: Sequence[str]) -> str:
    """Give `text` with each symbol replaced by what it stands for.

    >>> show("See ⟦0⟧.", ["@moi"])
    'See @moi.'
    """
    return SYMBOL.sub(lambda m: hidden[int(m[1])] if int(m[1]) < len(hidden) else m[0], text)


def glued(english: str, source: str) -> str:
    """Give `english` with no space between a symbol and a word where `source` has none.

    >>> glued("A note ⟦0⟧, a line ⟦1⟧ break.", "Une note⟦0⟧, un saut⟦1⟧de ligne.")
    'A note⟦0⟧, a line⟦1⟧break.'
    """
    for match in SYMBOL.finditer(source):
        before, after = source[: match.start()][-1:], source[match.end() :][:1]
        if before.isalnum():
            english = english.replace(f" {match[0]}", match[0])
        if after.isalnum():
            english = english.replace(f"{match[0]} ", match[0])
    return english
