"""One rule of a pack, and many asked at once: their patterns, compiled by RE2."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from translate.cleaning.boilerplate.lines import Line
from translate.errors import UsageError

INLINE = ("span", "opening", "split")  # scopes that work inside a line
WHOLE = (
    "line",
    "head",
    "tail",
    "near",
    "next",
    "list",
    "rest",
    "call",
    "sign",
)  # scopes that take whole lines
SCOPES = (*INLINE, *WHOLE, "signal", "method")
REMEMBERED = 4096  # lines, or as many as the text has: of what is left of it all are asked again
ROOM = 32 << 20  # bytes: RE2 is slow without room, and takes what it gets as it reads
WITHIN = 10  # rules of one automaton that looks within lines: any word may begin what it seeks
TOGETHER = 42  # rules of one filter: four times as many take three times as long as four filters


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its pack tells it; `id` begins with the pack's name, `place` is file and line.

    `words` is the longest line, in words, that a whole-line rule looks at.
    """

    id: str
    kind: str
    scope: str
    pattern: str
    place: str
    about: str = ""
    insert: str = ""
    profile: str = ""
    words: int = 60
    off: bool = False
    examples: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    settings: dict[str, float] = field(default_factory=dict, hash=False)


def compiled_rule(rule: Rule, where: str = "") -> Any:
    """Give the compiled pattern of `rule`; raises UsageError when RE2 does not take it."""
    return compiled(rule.pattern, f"{where or rule.place}:", case=False)


@lru_cache(4096)
def _re2(pattern: str, case: bool) -> Any:
    import re2

    return re2.compile(pattern, _options(case))


def _options(case: bool = False, memory: int = 8 << 20) -> Any:
    """Give how RE2 is to read a pattern; its automaton grows to `memory` bytes as it is used."""
    import re2

    options = re2.Options()
    options.case_sensitive = case
    options.log_errors = False
    options.max_mem = memory
    return options


def compiled(pattern: str, where: str, *, case: bool = True) -> Any:
    """Give a compiled pattern; raises UsageError, which begins with `where`, when it is none.

    >>> compiled("(", "lines:")
    Traceback (most recent call last):
    translate.errors.UsageError: lines: RE2 does not take the pattern '(': missing ): (
    """
    import re2

    try:
        return _re2(pattern, case)
    except re2.error as error:
        said = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise UsageError(f"{where} RE2 does not take the pattern '{pattern}': {said}") from error


_MANY = r"(?:\*|\+|\{\d+,?\d*\})\??"
_OPEN = re.compile(rf"\.{_MANY}")  # what takes any words
_NEARLY_OPEN = re.compile(rf"(?:\.|\[\^[^\]]*\]){_MANY}")  # or any without some signs


@cache
def _bare(rule: Rule, open_part: re.Pattern[str]) -> Any:
    return compiled_rule(replace(rule, pattern=open_part.sub("", rule.pattern)))


def bare_match(rule: Rule, line: Line, *, every: bool = False) -> bool:
    """Whether `rule` knows the words of `line`: no part of its pattern takes any words there.

    Whether it knows `every` one of them: nor does a part like `[^.]*`.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> rule = Rule("a.b", "ad", "line", "lire la suite(?: .*)?", "a.toml:1")
    >>> [bare_match(rule, split(text)[0]) for text in ("Lire la suite", "Lire la suite du conte")]
    [True, False]
    """
    bare = _bare(rule, _NEARLY_OPEN if every else _OPEN)
    return bare.fullmatch(line.folded) is not None


# Near its beginning a pattern takes any words: an automaton has to read on whatever a line says.
_ANY = re.compile(rf"(?:\.|\[\^[^\]]*\]|\\w|\[[^\]]*\\w[^\]]*\]){_MANY}")
BEGINNING = 60  # characters of a pattern


class Patterns:
    """Several rules asked at once, by as few automata as their states can be kept of.

    Most patterns of whole lines know how a line begins. Their automaton has done with most lines
    after a word or two, and is not asked about lines with more words than its rules look at. Of the
    others RE2 first looks which of their words stand in the text at all. Some are asked at a time:
    the states of many together are too many to keep. What works inside of lines does so in few
    texts, so that all lines of a text are asked at once whether there is any.
    """

    def __init__(self, rules: Sequence[Rule], whole: bool) -> None:
        self.rules = list(rules)
        longest = [math.inf if rule.scope == "signal" else rule.words for rule in self.rules]
        patterns = [rule.pattern for rule in self.rules]
        begins = [whole and not _ANY.search(pattern[:BEGINNING]) for pattern in patterns]
        # Places of rules, what asks a line for them, and how many words such a line has at most.
        self._asked: list[tuple[Sequence[int], Any, float]] = []
        for begun in (True, False):
            places = sorted(
                (i for i, b in enumerate(begins) if b == begun), key=longest.__getitem__
            )
            for some in (places[low : low + TOGETHER] for low in range(0, len(places), TOGETHER)):
                few = [patterns[i] for i in some]
                asked = _automaton(few) if begun else _filter(few, whole)
                self._asked.append((some, asked.Match, longest[some[-1]]))
        self._any_has = any if whole else _of_lines(patterns)
        self._known: dict[str, Sequence[int]] = {"": ()}

    def pattern(self, index: int) -> Any:
        """Give the compiled pattern of the rule `index`."""
        return compiled_rule(self.rules[index])

    def of(self, text: str, words: int = 0) -> Sequence[int]:
        """Give the indices of the rules that match `text` (folded), in the order of the packs.

        `text` has so many `words`: what looks at shorter lines only may be left out.
        """
        found = self._known.get(text)
        return self.of_lines([text], [words])[0] if found is None else found

    def of_lines(self, texts: Sequence[str], words: Sequence[int]) -> list[Sequence[int]]:
        """Give for each of `texts`, the lines of a text, what `of` gives."""
        known = self._known
        new = [pair for pair in zip(texts, words, strict=True) if pair[0] not in known]
        if len(known) + len(new) > REMEMBERED:
            self._known = known = {text: known[text] for text in ("", *texts) if text in known}
        known.update((text, ()) for text, _ in new)
        found: dict[str, list[int]] = {}
        if new and self._any_has("\n".join(text for text, _ in new).encode()):
            raw = [(text, text.encode(), count) for text, count in new]
            for places, match, longest in self._asked:
                for text, line, count in raw:
                    if count <= longest and (some := match(line)):
                        found.setdefault(text, []).extend([places[i] for i in some])
        known.update((text, tuple(sorted({*some}))) for text, some in found.items())
        return [known[text] for text in texts]


def _of_lines(patterns: Sequence[str]) -> Any:
    """Give what tells whether any of `patterns` may match one of the lines of a text."""
    import re2

    lined = [f"(?m:{pattern})" for pattern in patterns]
    groups = (lined[low : low + WITHIN] for low in range(0, len(lined), WITHIN))
    asked = [_together(re2.Set.SearchSet, some) for some in groups]
    return lambda text: any(one is None or one.Match(text) for one in asked)


def _automaton(patterns: Sequence[str]) -> Any:
    """Give what tells which of `patterns` match a whole text, read once for all of them."""
    import re2

    return _together(re2.Set.FullMatchSet, patterns) or _filter(patterns, whole=True)


def _together(kind: Callable[..., Any], patterns: Sequence[str]) -> Any:
    """Give `patterns` as one set of RE2 of this `kind`; None where they are too large together."""
    import re2

    asked = kind(_options(memory=ROOM))
    for pattern in patterns:
        asked.Add(pattern)
    try:
        asked.Compile()
    except re2.error:
        return None
    return asked


def _filter(patterns: Sequence[str], whole: bool) -> Any:
    """Give what tells which of `patterns` match a text, after a look at the words in it."""
    import re2

    asked, options = re2.Filter(), _options(memory=ROOM)
    for pattern in patterns:
        asked.Add(rf"\A(?:{pattern})\z" if whole else pattern, options)
    asked.Compile()
    return asked


@lru_cache(64)
def asked_at_once(rules: tuple[Rule, ...], whole: bool) -> Patterns:
    """Give `rules` as Patterns, the same for all who ask: compiling takes longer than a text."""
    return Patterns(rules, whole)
