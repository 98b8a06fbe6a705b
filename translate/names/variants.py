"""Names in a text: where they are, how they are spelt, and the edits that spell them one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from translate.document import Edit, apply, compose
from translate.names.forms import MAY_BE, MAY_BE_IN_PERSON, Form, gap, index, is_person
from translate.names.glossary import Glossary, Name
from translate.names.spelling import TOKEN, fold, key, no_first_names, ordinary, plain

RULE = "names.canonical"
# A name put right may complete the name beside it: look again, but not for ever.
PASSES = 4
# What stands in a web address, a mail address, a handle or a hashtag is not prose.
ADDRESS_BEFORE = re.compile(r"://\S*$|(?<!\S)www\.\S*$|[@#][\w.-]*$")
ADDRESS_AFTER = re.compile(r"\.[a-z]{2,6}(?![^\W\d_])|[\w.+-]*@\w")
NEARBY = 80
SENTENCE_END = frozenset('.!?…:;»«"“”()[]{}—–•|>*')


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `start:end` (code points) of a text.

    `text` is the spelling there, `canonical` what should stand there in the source (a surname
    for a surname alone), `target` what should stand for it in the English.
    """

    start: int
    end: int
    text: str
    name: Name
    canonical: str
    target: str

    @property
    def is_canonical(self) -> bool:
        """Whether the spelling is the canonical one, whatever its spaces and apostrophes.

        A term of the field may have capitals: `Machine Analytique` in a title is no variant.
        """
        return same(self.text, self.canonical, self.name)


def same(spelling: str, wanted: str, name: Name) -> bool:
    """Whether `spelling` is `wanted`, but for typography and, in a common noun, capitals.

    >>> same("Difference Engine", "difference engine", Name("difference engine", "term"))
    True
    """
    a, b = plain(spelling), plain(wanted)
    noun = name.kind == "term" and name.canonical.islower()
    return a == b or (noun and a.casefold() == b.casefold())


def find(text: str, glossary: Glossary, english: bool = False) -> list[Mention]:
    """Give the names in `text` in order, without overlaps, the longest spelling at each place.

    Case and accents do not matter, nor the kinds of space, apostrophe and hyphen. A short or
    ordinary word (`will`, `Sora`) counts only where its capital makes it a name, or in a line
    without capitals if it is no ordinary word. With `english`, `text` is a translation: target
    forms are known too. Takes time in proportion to the text.

    >>> glossary = Glossary((Name("Ada Lovelace", variants=("ada lovelas",)),))
    >>> text = "les notes d’ada lovelas ; Mme Lovelace les signe A. A. L."
    >>> [(m.text, m.canonical) for m in find(text, glossary)]
    [('ada lovelas', 'Ada Lovelace'), ('Lovelace', 'Lovelace')]
    """
    table = index(glossary, english)
    if not table.forms:
        return []
    reading = _Reading(text, "en" if english else "fr")
    found: list[Mention] = []
    at, end = 0, len(reading.words)
    while at < end:
        for length in range(min(table.longest.get(reading.words[at], 0), end - at), 0, -1):
            form = table.forms.get(tuple(reading.words[at : at + length]))
            if form and reading.fits(form, at, length):
                start = reading.spans[at][0] - len(form.head)
                stop = reading.spans[at + length - 1][1]
                stop += len(form.tail) * text.startswith(form.tail, stop)
                source, target = form.source, form.target
                if text[start].isupper() and reading.begins_sentence(at):
                    source, target = (s[:1].upper() + s[1:] for s in (source, target))
                found.append(Mention(start, stop, text[start:stop], form.name, source, target))
                at += length - 1
                break
        at += 1
    return found


class _Reading:
    """A text taken apart into words, with what decides whether a word there can be a name."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        matches = list(TOKEN.finditer(text))
        self.spans = [m.span() for m in matches]
        self.words = [fold(m.group()) for m in matches]
        self.lines: dict[int, bool] = {}  # start of a line: whether it has capitalised words

    def gap(self, left: int) -> str:
        """Give the kind of gap after the word number `left`."""
        return gap(self.text[self.spans[left][1] : self.spans[left + 1][0]])

    def fits(self, form: Form, at: int, length: int) -> bool:
        """Whether `form`, whose words stand at `at`, is a name there."""
        start, end = self.spans[at][0], self.spans[at + length - 1][1]
        spelling = self.text[start:end]
        return (
            self._gaps_agree(form, at)
            and self.text.endswith(form.head, 0, start)
            # A changed number of words would move the end of the line.
            and ("\n" not in spelling or len(spelling.split()) == len(form.source.split()))
            and not self._in_address(start, end)
            and (length > 1 or self._accents_agree(form, spelling))
            and self._looks_a_name(form, at, length)
            and (not form.is_part or self._stands_alone(form, at))
        )

    def _gaps_agree(self, form: Form, at: int) -> bool:
        allowed = MAY_BE_IN_PERSON if is_person(form.name) else MAY_BE
        for i, wanted in enumerate(form.gaps):
            there = self.gap(at + i)
            if not there or there not in allowed.get(wanted, wanted):
                return False
        return True

    def _in_address(self, start: int, end: int) -> bool:
        before, after = self.text[max(0, start - NEARBY) : start], self.text[end : end + NEARBY]
        return bool(ADDRESS_BEFORE.search(before) or ADDRESS_AFTER.match(after))

    @staticmethod
    def _accents_agree(form: Form, spelling: str) -> bool:
        """One word may lack the accents of its name, but not have others (`méta` is not Meta)."""
        lower = plain(spelling).casefold()
        return lower == fold(spelling) or lower == plain(form.spelling).casefold()

    def _cased(self, at: int) -> bool:
        """Whether the line around `at` has words with a capital (`Le`; not `IA`)."""
        start = self.text.rfind("\n", 0, at) + 1
        if start not in self.lines:
            end = self.text.find("\n", start)
            line = self.text[start : end if end >= 0 else len(self.text)]
            self.lines[start] = any(a.isupper() and b.islower() for a, b in pairwise(line))
        return self.lines[start]

    def _looks_a_name(self, form: Form, at: int, length: int) -> bool:
        """Whether a form that could be other words is the name, by its capitals."""
        model = TOKEN.findall(form.spelling)
        capitals = [i for i, word in enumerate(model) if word[0].isupper()]
        if not capitals:
            model = TOKEN.findall(form.source)
            capitals = [i for i, word in enumerate(model[:length]) if word[0].isupper()]
        common = form.is_common(self.language)
        bare = form.kind == "surname" and form.words == key(form.source)
        doubtful = common or form.is_short or bare or (length == 1 and form.is_common("en"))
        if not capitals or not doubtful:
            return True
        if not self._cased(self.spans[at][0]):
            return not common and (form.kind != "surname" or len(form.words[0]) > 3)
        # The capital of the first word may be that of the sentence, or lost (`dans le Monde`).
        capitals = [i for i in capitals if i > 0] or capitals
        if common and capitals == [0] and self.begins_sentence(at):
            return False
        return all(self.text[self.spans[at + i][0]].isupper() for i in capitals)

    def begins_sentence(self, at: int) -> bool:
        """Whether the word number `at` is the first of a sentence, a quotation or a line."""
        before = self.text[max(0, self.spans[at][0] - 4) : self.spans[at][0]]
        stripped = before.rstrip(" \t\u00a0\u202f")
        return not stripped or stripped[-1] == "\n" or stripped[-1] in SENTENCE_END

    def _stands_alone(self, form: Form, at: int) -> bool:
        """Whether no other first name, no initial and no hyphen gives the surname to another."""
        last = at + len(form.words) - 1
        start, end = self.spans[at][0], self.spans[last][1]
        if {self.text[max(0, start - 1) : start], self.text[end : end + 1]} & {"-", "‑"}:
            return False
        return not self._is_first_name(last) and self._may_follow(form, at)

    def _is_first_name(self, at: int) -> bool:
        """Whether the word number `at` has a surname after it, as its capital tells."""
        if at + 1 == len(self.words) or self.gap(at) != " " or not self._cased(self.spans[at][0]):
            return False
        return self._capitalised(at + 1) and self.words[at + 1] not in ordinary(self.language)

    def _may_follow(self, form: Form, at: int) -> bool:
        """Whether the word before number `at` is no first name of somebody else."""
        before = self.words[at - 1] if at and self.gap(at - 1) in (" ", ".") else ""
        if not before.isalpha() or before in no_first_names():
            return True
        if len(before) == 1 and self._capitalised(at - 1):
            return before == form.name.canonical[0].casefold()
        if self.gap(at - 1) == ".":
            return True
        if self._cased(self.spans[at][0]):
            return not self._capitalised(at - 1)
        return form.words == key(form.source)  # not a variant: right whoever it is

    def _capitalised(self, at: int) -> bool:
        return self.text[self.spans[at][0]].isupper()


def canonicalise(text: str, glossary: Glossary) -> list[Edit]:
    """Give the edits of `text` that write every name of the glossary in its canonical spelling.

    The edits have the rule `names.canonical`. A second pass finds nothing to do.

    >>> glossary = Glossary((Name("OpenAI", "organisation", ("open ai",)),))
    >>> apply("l'avis d’openai, ex-open ai", canonicalise("l'avis d’openai, ex-open ai", glossary))
    "l'avis d’OpenAI, ex-OpenAI"
    """
    edits: list[Edit] = []
    now = text
    for _ in range(PASSES):
        more = [_edit(m) for m in find(now, glossary) if not m.is_canonical]
        if not more:
            break
        edits = compose(text, edits, more) if edits else more
        now = apply(now, more)
    return edits


def respelt(spelling: str, canonical: str) -> str:
    """Give `canonical` with the spaces that `spelling` has, where both have as many words.

    >>> respelt("ada\\nlovelas", "Ada Lovelace")
    'Ada\\nLovelace'
    """
    words, spaces = canonical.split(), re.findall(r"\s+", spelling)
    if len(words) != len(spaces) + 1:
        return canonical
    return "".join(w + s for w, s in zip(words, [*spaces, ""], strict=True))


def _edit(mention: Mention) -> Edit:
    new = respelt(mention.text, mention.canonical)
    reason = f"'{mention.text}' stands for {mention.name.canonical} in the glossary"
    return Edit(mention.start, mention.text, new, RULE, reason)
