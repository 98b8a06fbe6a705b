"""Letters that a wrong conversion turned into U+FFFD or "?": the lexicon says which they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from translate.document import Edit, Note
from translate.languages import accents
from translate.languages.parts import Accents
from translate.languages.words import WORD

LOST = "\ufffd"
LONGEST = 40  # characters of a word
ATTEMPTS = 4000  # spellings tried for one word
# A word is restored when it is known well enough, and `LEAD` times (as a power of two) likelier
# than the second candidate: in bench/cleaning/repair.py three in a thousand are wrong.
KNOWN = 2.0
LEAD = 4.0
NEAR = 400  # characters of a line looked at on each side
# "?" stands in correct text too: the word must be common, and unless it is sure, or its second half
# has a capital, its halves must not be common words themselves.
COMMON = 4.0
SURE = 7.0
SHORT = 12.0  # least weight of a word of two letters after a lost apostrophe ("d’un", "l’on")
RARER = 2.0  # a word seen in lower case only is so much rarer with a capital inside a sentence
ONE_LETTER = 9.0  # weight of "a", "y", "à" after an apostrophe; the lexicon has no such words

_WORD = re.compile(rf"[^\W\d_]*{LOST}(?:{LOST}|[^\W\d_])*")
_QUESTION = re.compile(
    r"(?<![^\s(«“\"'’-])(?:[^\W\d_]+|(?=\?[^\W\d_]{2})|(?<=’)(?=\?[^\W\d_]))(?:\?{1,2}[^\W\d_]+)+"
    r"(?:\?(?= [a-zà-ÿ]|[,;:.)]))?(?!\.?\w|[=/&?@%]|:\S)"
)
# What both patterns for "?" need; found fast.
_QUESTION_ODD = re.compile(r"\?(?:[^\W\d_]| [a-zà-ÿ]|[,;:.)])")
# At a word's end, where the sentence goes on in lower case.
_QUESTION_LAST = re.compile(r"(?<![^\s(«“\"'’-])[^\W\d_]+\?(?= [a-zà-ÿ]|[,;:.)])")
# Before what else may follow a word: where letters of other words are lost for certain.
_QUESTION_END = re.compile(
    r"(?<![^\s(«“\"'’-])[^\W\d_]+\?(?=[ \u00a0\u202f][\d»(–;:!?]|…|-[a-zà-ÿ])"
)
# Small letters on both sides of it, no address: a letter, whichever it was.
_QUESTION_NOTED = re.compile(
    r"(?<![^\s(«“\"'’-])[^\W\d_]*[a-zà-ÿ’]\?{1,2}[a-zà-ÿ]+(?!\.?\w|[=/&?@%]|:\S)"
)
_QUESTION_SMALL = re.compile(r"\?[a-zà-ÿ]")  # which it needs; found fast
_SENTENCE_START = re.compile(r"(?:\A|[.!?…]\s+|[\r\n])[\s«“\"(—–-]*\Z")
_SMALL_START = re.compile(r"[.!?…]\s+[a-zà-ÿ]")
_SPACE_LOST = re.compile(rf"(?<=«){LOST}|{LOST}(?=[:;!?»%€])")
# A letter alone is a word ("à") between words.
_ALONE = re.compile(rf"(?<![^\s(«“\"'’]){LOST}{{1,2}}(?= [^\W_])")


def edits(text: str, languages: Sequence[str]) -> list[Edit]:
    """Give edits that put lost letters back where only one word of the language fits.

    It is the first of `languages` of which that is known.

    >>> [(e.old, e.new) for e in edits("Le march� de l�emploi, d?j? en �t�", ["fr"])]
    [('march�', 'marché'), ('l�emploi', 'l’emploi'), ('�t�', 'été'), ('d?j?', 'déjà')]
    """
    lost = accents(languages)
    return list(_Letters(lost).edits(text)) if lost else []


def notes(text: str, languages: Sequence[str]) -> list[Note]:
    """Give a note for each word of `text` whose lost letters stay lost, with what would fit.

    >>> [note.message for note in notes("les pr�s et B�k", ["fr"])]
    ['a lost letter: près or prés', 'a lost letter: no known word fits']
    """
    result = []
    lost = accents(languages)
    for match in _WORD.finditer(text) if LOST in text else ():
        ranked = _Letters(lost).fitting(match.group(), LOST, False) if lost else []
        message = " or ".join(word for _, word in ranked[:4]) or "no known word fits"
        result.append(
            Note(match.start(), match.end(), "repair.letter", f"a lost letter: {message}")
        )
    for match in _QUESTION_NOTED.finditer(text) if _QUESTION_SMALL.search(text) else ():
        if not lost or all(lost.weight(half.lower()) > COMMON for half in match[0].split("?")):
            continue  # two words, and the space between them is what is lost
        message = f"a letter may have become '?': '{match[0]}'"
        result.append(Note(match.start(), match.end(), "repair.letter", message))
    return result


def begun(word: str, languages: Sequence[str]) -> str:
    """Give the one word that `word`, whose first letter is lost, begins with a capital, or nothing.

    >>> begun("\ufffdtienne", ["fr"]), begun("\ufffdzzz", ["fr"])
    ('Étienne', '')
    """
    lost = accents(languages)
    ranked = _Letters(lost).fitting(word, LOST, True) if lost else []
    ranked = [(known, fitting) for known, fitting in ranked if fitting[0].isupper()]
    return ranked[0][1] if _clear(ranked, KNOWN) else ""


class _Letters:
    """What of a language tells which letters were lost."""

    def __init__(self, lost: Accents) -> None:
        self.accents = lost
        self.weight = lost.weight
        self.known: dict[tuple[str, str, bool], list[tuple[float, str]]] = {}

    def edits(self, text: str) -> Iterator[Edit]:
        if LOST in text:
            for match in _WORD.finditer(text):
                found = self._restored(text, match)
                if found:
                    word, reason = found
                    yield Edit(match.start(), match.group(), word, "repair.letter", reason)
        if not _QUESTION_ODD.search(text):
            return
        certain = list(_asked(_QUESTION, text))
        last = [*_asked(_QUESTION_LAST, text), *(_asked(_QUESTION_END, text) if certain else ())]
        for match in (*certain, *last):
            ranked = self.fitting(match.group(), "?", _begins(text, match.start()))
            if _clear(ranked, COMMON) and not self._question(match.group(), ranked):
                reason = 'a letter had become "?"'
                yield Edit(match.start(), match.group(), ranked[0][1], "repair.letter", reason)

    def _restored(self, text: str, match: re.Match[str]) -> tuple[str, str] | None:
        """Give the word that stood at `match` and why, or None when that is not clear."""
        word = match.group()
        start = _begins(text, match.start())
        if _ALONE.match(text, match.start(), match.end() + 2):
            after, alone = WORD.match(text, match.end() + 1), self.accents.alone
            never = after is not None and after[0] in self.accents.never_after_alone
            if never or _several_alone(text, match.start()):
                return None
            reason = f"a lost letter: alone between words it is {alone}"
            return alone.upper() if start else alone, reason
        ranked = self.fitting(word, LOST, start)
        if _clear(ranked, KNOWN):
            return ranked[0][1], "a lost letter: one word fits"
        if (
            not ranked
            and _SPACE_LOST.match(text, match.end() - 1)
            and self.weight(word[:-1].lower())
        ):
            return word[:-1] + "\u00a0", "a lost no-break space"
        return None

    def fitting(self, word: str, sign: str, start: bool) -> list[tuple[float, str]]:
        """Give the known words that `word` may have been, with their weights, the likeliest first.

        `start` says that the word begins a sentence, where a capital says nothing.
        """
        asked = (word, sign, start)
        if asked not in self.known:  # a text has some words again and again
            self.known[asked] = self._fitting(word, sign, start) if len(word) <= LONGEST else []
        return self.known[asked]

    def _fitting(self, word: str, sign: str, start: bool) -> list[tuple[float, str]]:
        """Give what `fitting` gives, the first time a word is asked for."""
        parts = re.split(f"({re.escape(sign)}+)", word)
        rest = "".join(parts[::2])
        capitals = len(rest) > 1 and rest.isupper()
        choices = [self._choices(part, parts, i, capitals) for i, part in enumerate(parts)]
        found: dict[str, float] = {}
        for spelling in islice(product(*choices), ATTEMPTS):
            candidate = "".join(spelling)
            known = self._weigh(candidate, start, capitals)
            if known:
                found[candidate] = known
        return sorted(((w, c) for c, w in found.items()), key=lambda item: (-item[0], item[1]))

    def _choices(self, part: str, parts: list[str], i: int, capitals: bool) -> list[str]:
        """Give what may stand for one part of a word: the odd ones are lost signs, others stay."""
        if i % 2 == 0:
            return [part]
        letters = list(self.accents.letters.upper() if capitals else self.accents.letters)
        if i == 1 and not parts[0] and not capitals:
            letters += self.accents.letters.upper()
        choices = letters if len(part) <= 2 else []
        if len(part) == 2:  # a letter whose two bytes were both lost, or two letters
            choices = choices + [
                a + b for a in letters for b in letters[: len(self.accents.letters)]
            ]
        if parts[i - 1].lower() in self.accents.elided and parts[i + 1]:
            choices = [*choices, "’"]
        return choices

    def _weigh(self, candidate: str, start: bool, capitals: bool) -> float:
        """Give how well known `candidate` is; of an elided word, what follows the apostrophe."""
        head, apostrophe, tail = candidate.partition("’")
        word = tail if apostrophe else head
        if "’" in tail or (apostrophe and word[:1].lower() not in self.accents.vowels):
            return 0.0
        if apostrophe and word in self.accents.one_letter:
            return ONE_LETTER
        if apostrophe and len(word) == 2 and self.weight(word.lower()) < SHORT:
            return 0.0
        if capitals or word.islower():
            return (
                self.weight(word.lower())
                if capitals or not (start and not word[0].isascii())
                else 0.0
            )
        known, small = self.weight(word), self.weight(word.lower())
        if start:
            return max(known, small)
        return known if not word[0].isascii() else max(known, small - RARER)

    def _question(self, word: str, ranked: list[tuple[float, str]]) -> bool:
        """Whether "?" may be a question mark after all, the next word perhaps without its space."""
        known, restored = ranked[0]
        halves = [half for half in word.split("?") if half]
        if "’" in restored or word.startswith("?"):
            return False
        if word.endswith("?") and len(halves) == 1:
            return self.weight(halves[0].lower()) > known - LEAD
        likely = known < SURE or any(half[0].isupper() for half in halves[1:])
        return likely and all(
            len(half) > 1 and self.weight(half.lower()) > COMMON for half in halves
        )


def _asked(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern for "?", which go over no line's end, in lines that have it."""
    end = 0
    while (mark := text.find("?", end)) >= 0:
        start = max(end, text.rfind("\n", end, mark) + 1)
        end = text.find("\n", mark)
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end + 2)  # with what may follow a match


def _line(text: str, at: int) -> str:
    """Give the line around `at`, of a long one the part near it."""
    low = max(0, at - NEAR)
    low = max(text.rfind("\n", low, at) + 1, low)
    high = text.find("\n", at, at + NEAR)
    return text[low : high if high >= 0 else at + NEAR]


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`, and sentences around begin with capitals."""
    first = _SENTENCE_START.search(text, max(0, at - 9), at)
    return bool(first) and not _SMALL_START.search(text, max(0, at - NEAR), at + NEAR)


def _several_alone(text: str, at: int) -> bool:
    """Whether another lost letter stands alone in the line around `at`: they may be quotes."""
    return len(re.findall(rf"(?<!\S){LOST}{{1,2}}(?![^\s.,])", _line(text, at))) > 1


def _clear(ranked: list[tuple[float, str]], least: float) -> bool:
    """Whether the first candidate is known and far before the second."""
    if not ranked or ranked[0][0] < least:
        return False
    return len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= LEAD
