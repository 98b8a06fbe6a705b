"""Texts among what is none: subtitles with their times, the front matter of Markdown.

The skeleton of such a file is what comes back as it is. Its slots are the stretches that hold text:
put together they are a text as any other, and what that became is put into the slots again.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

TIMES = re.compile(
    r"[^\S\n]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[^\S\n]*-->[^\S\n]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)
# Subtitles tell by how they begin: WebVTT by its name, SubRip by the number and times of a cue.
BEGINNING = re.compile(
    rf"\ufeff?(?:WEBVTT(?:[ \t][^\n]*)?\r?\n|\s*\d+[^\S\n]*\r?\n{TIMES.pattern})"
)
# A line with times that were harmed is no text either.
TIMED = re.compile(r"[^\S\n]*\d[\d:.,]*[^\S\n]*-->")
NUMBER = re.compile(r"\s*\d+\s*")
LINE_END = re.compile(r"\r?\n")
# Signs of a line of a cue that are no text, where they stand at its ends; words, and other signs.
SIGN = re.compile(
    r"(?P<mark>\s+|\{\\[^{}\n]{0,200}\}|</?[a-zA-Z\d][^<>\n]{0,200}>|[♪♫])|[^\s{<♪♫]+|."
)
ENDED = re.compile(r"[.!?…:;♪][\s»”’\"')\]]*$")
MARKDOWN = (".md", ".markdown", ".mdx", ".qmd")
FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:.*\n)*?)\1[ \t]*\r?(?:\n|\Z)")
# What a reader sees of the front matter; all else is for programs.
READ = "title|subtitle|description|summary|excerpt|abstract|caption|alt"
ENTRY = re.compile(
    rf"(?P<key>(?:{READ})[ \t]*[:=][ \t]*)(?P<mark>[\"']?)(?P<text>.*)(?P=mark)",
    re.IGNORECASE,
)
# A value of YAML that is no plain text: a block, a list, a reference, a comment at its end.
NO_PLAIN = re.compile(r"[|>\[{&*!%@`#]|.*\s#|.*:\s")
# What YAML, of any version, reads as something else than a text.
TYPED = re.compile(
    r"y|yes|n|no|true|false|on|off|null|~|[-+]?\.(?:inf|nan)|0[xo][\da-f]+"
    r"|[-+.]?\d[\d_.,:eExXoO+TtZ /-]*",
    re.IGNORECASE,
)
MOST_LINES = 8  # that a sentence of subtitles may take: longer ones are no sentences


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a file that holds text, within one line.

    `cue` numbers the cue it belongs to, from 1. `quote` says how the file marks it as a text: `"`,
    `'`, `’` (a `'` of TOML, where none may stand within), `=` (a value that stands bare in YAML)
    or "".
    """

    start: int
    end: int
    line: int
    column: int
    cue: int = 0
    quote: str = ""


@dataclass(frozen=True)
class Skeleton:
    """A file `text` and its `slots`; `rest` is where a text without a skeleton begins, if it has.

    >>> film = "1\\n00:00:01,000 --> 00:00:02,000\\n<i>Le pont est</i>\\n\\n2\\n"
    >>> found = skeleton("a.srt", f"{film}00:00:02,000 --> 00:00:03,000\\nouvert.\\n")
    >>> found.body, found.joined
    ('Le pont est\\nouvert.', frozenset({0}))
    >>> found.filled("The bridge\\nis open.").splitlines()[2::4]
    ['<i>The bridge</i>', 'is open.']
    """

    text: str
    slots: tuple[Slot, ...]
    rest: int

    @cached_property
    def lines(self) -> list[Slot | None]:
        """The slot of each line of the body; None for a blank line between what is apart."""
        found: list[Slot | None] = []
        for number, slot in enumerate(self.slots):
            if number and number - 1 not in self._joints:
                found.append(None)
            found.append(slot)
        return found

    @cached_property
    def body(self) -> str:
        """The text in the slots, and behind them what has no skeleton."""
        lines = ("" if slot is None else self._text(slot) for slot in self.lines)
        rest = self.text[self.rest :]
        blank = [""] * (bool(self.slots) and bool(rest))
        return "\n".join([*lines, *blank, *filter(None, [rest])])

    @property
    def joined(self) -> frozenset[int]:
        """The lines of the body, from 0, that go on in the next."""
        return frozenset(self._rows[joint] for joint in self._joints)

    def place(self, line: int, column: int) -> tuple[int, int]:
        """Give where in the file `line` and `column` of the body are, all from 0."""
        if line >= self._head:
            return self._first + line - self._head, column
        slot = self.lines[line]
        return (slot.line, slot.column + column) if slot else (line, column)

    def row(self, line: int) -> int:
        """Give the line of the body in which `line` of the file stands, or the next one."""
        if line >= self._first and self.rest < len(self.text):
            return line - self._first + self._head
        number = bisect_left(self.slots, line, key=lambda slot: slot.line)
        return self._rows[number] if number < len(self.slots) else len(self.lines)

    @cached_property
    def _head(self) -> int:
        """How many lines of the body come from slots, with the blank one behind them."""
        return len(self.lines) + bool(self.slots)

    @cached_property
    def _first(self) -> int:
        """The line of the file with which the text without a skeleton begins."""
        return self.text.count("\n", 0, self.rest)

    @cached_property
    def _rows(self) -> list[int]:
        """The line of the body of each slot."""
        return [number for number, slot in enumerate(self.lines) if slot]

    def filled(self, body: str) -> str:
        """Give the file with `body`, which has as many lines, in its slots.

        A line of a cue for which there is no text left goes.
        """
        lines = body.split("\n")
        head, rest = lines[: len(self.lines)], lines[self._head :]
        out: list[str] = []
        at = 0
        for slot, new in zip(self.lines, head, strict=True):
            if slot is None:
                continue
            out.append(self.text[at : slot.start])
            at = slot.end
            alone = out[-1].endswith("\n") and LINE_END.match(self.text, at)
            if alone and not new.strip():
                at = alone.end()
            else:
                out.append(_marked(new.strip(), slot.quote))
        return "".join([*out, self.text[at : self.rest], "\n".join(rest)])

    @cached_property
    def _joints(self) -> frozenset[int]:
        """The numbers of the slots whose sentence goes on in the next.

        From cue to cue it does only where it comes to an end.
        """
        found: set[int] = set()
        run: list[int] = []
        for number, slot in enumerate(self.slots):
            if self._goes_on(number):
                run.append(number)
                continue
            whole = len(run) < MOST_LINES and ENDED.search(self._text(slot))
            found |= {n for n in run if whole or self.slots[n].cue == self.slots[n + 1].cue}
            run = []
        return frozenset(found)

    def _goes_on(self, number: int) -> bool:
        slot, following = self.slots[number], self.slots[number + 1 : number + 2]
        if not slot.cue or not following or ENDED.search(self._text(slot)):
            return False
        first = self._text(following[0])[:1]
        return first.islower() or first.isdigit()

    def _text(self, slot: Slot) -> str:
        return _value(self.text[slot.start : slot.end], slot.quote) or ""


def skeleton(name: str, text: str) -> Skeleton | None:
    """Give the skeleton of `text`, called `name`; None where all of it is text.

    >>> found = skeleton("a.md", "---\\ntitle: Le pont\\ndate: 2024-05-12\\n---\\nIl est ouvert.")
    >>> found.body
    'Le pont\\n\\nIl est ouvert.'
    >>> found.filled("The bridge\\n\\nIt is open.").splitlines()[1]
    'title: The bridge'
    """
    if BEGINNING.match(text):
        return Skeleton(text, tuple(_cues(text)), len(text))
    front = FRONT.match(text) if PurePath(name).suffix.lower() in MARKDOWN else None
    return Skeleton(text, tuple(_entries(text, front)), front.end()) if front else None


def untouchable(name: str, text: str) -> tuple[int, int]:
    """Give the stretch of `text`, called `name`, from which no line may be taken: (0, 0) if none.

    >>> untouchable("a.md", "---\\ndate: 2024-05-12\\n---\\nIl est ouvert.")
    (0, 25)
    """
    found = skeleton(name, text)
    return (0, found.rest) if found else (0, 0)


def _cues(text: str) -> Iterator[Slot]:
    """Give the lines of text of all cues: what stands below times, up to a blank line.

    In SubRip, where a text may hold blank lines, up to the number above the next times.
    """
    web = text.lstrip("\ufeff").startswith("WEBVTT")
    lines = text.split("\n")
    timed = [bool(TIMED.match(line)) for line in lines] + [False, False]
    start = cue = 0
    inside = False
    for number, line in enumerate(lines):
        ends = timed[number + 1] and (web or NUMBER.fullmatch(line))
        if timed[number]:
            inside, cue = True, cue + 1
        elif ends or (web and not line.strip()):
            inside = False
        elif inside and (words := [m.span() for m in SIGN.finditer(line) if not m["mark"]]):
            low, high = words[0][0], words[-1][1]
            yield Slot(start + low, start + high, number, low, cue)
        start += len(line) + 1


def _entries(text: str, front: re.Match[str]) -> Iterator[Slot]:
    """Give the values of a front matter that people read."""
    start = front.start("lines")
    for number, line in enumerate(front["lines"].split("\n"), 1):
        found = ENTRY.fullmatch(line.rstrip())
        bare = found is not None and not found["mark"]
        plain = found and found["text"] and not (bare and _typed(found["text"]))
        if found and plain and not (bare and front[1] == "+++"):
            low, high = found.span("text")
            quote = found["mark"] or "="
            if front[1] == "+++":
                quote = quote.replace("'", "’")
            if _value(found["text"], quote):
                yield Slot(start + low, start + high, number, low, 0, quote)
        start += len(line) + 1


def _value(said: str, quote: str) -> str | None:
    """Give what a value reads as of which `said` stands between `quote`; None if it is no line.

    >>> _value("l''été", "'"), _value('un \\\\"pont\\\\"', '"'), _value('"', '"'), _value("'", "’")
    ("l'été", 'un "pont"', None, None)
    """
    if quote == '"':
        try:
            value = str(json.loads(f'"{said}"'))
        except ValueError:
            return None
        return None if "\n" in value else value
    alone = {"'": said.replace("''", ""), "’": said}.get(quote, "")
    if "'" in alone:
        return None
    return said.replace("''", "'") if quote == "'" else said


def _marked(text: str, quote: str) -> str:
    """Give `text` as a value between `quote`.

    >>> _marked("The bridge: open", "="), _marked('A "new" one', '"')
    ('"The bridge: open"', 'A \\\\"new\\\\" one')
    >>> _marked("No", "="), _marked("No", '"')
    ('"No"', 'No')
    """
    if quote in ("'", "’"):
        return text.replace("'", "''" if quote == "'" else "’")
    if quote == '"':
        return json.dumps(text, ensure_ascii=False)[1:-1]
    if quote == "=" and (_typed(text) or text[:1] in "\"'-?," or text.endswith(":")):
        return json.dumps(text, ensure_ascii=False)
    return text


def _typed(value: str) -> bool:
    """Tell whether a `value` that stands bare in YAML is no plain text.

    >>> _typed("No"), _typed("2024-05-12"), _typed("Nobody"), _typed("12 bridges")
    (True, True, False, False)
    """
    return bool(NO_PLAIN.match(value) or TYPED.fullmatch(value))
