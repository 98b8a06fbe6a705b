"""Names that stand in a line, with capitals, in small letters or in capitals alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.languages import Language, first_names, language
from translate.languages.words import fold_word
from translate.names.discovery.kinds import cues, is_no_name, own_words
from translate.names.spelling import key
from translate.names.truecase import truecase, words_with_capitals
from translate.names.unlisted import is_ordinary, unlisted

# A model or a version after its name, with a hyphen, a space or neither: GPT-4o, Windows 11, A 320.
NUMBER = re.compile(
    r"[-‑]?\d{1,3}[a-z]?(?![\w%])| \d{1,2}(?![\w%]|[.,]\d)| [A-Z]-?\d{1,3}(?![\w%])"
)
COUNTED = re.compile(r"\s+([^\W\d_]+)")
MODEL = re.compile(r"(?<![\w@#/.-])[A-Z](?:[A-Z]+-?|[A-Za-z]+-)\d{1,3}[a-z]?(?![\w%-])")
# A word with a capital right before a name, within a sentence; an abbreviation anywhere.
BEFORE = re.compile(
    r"((?:(?<=[\w,)] )|(?<=['’]))(?:[A-ZÀ-Þ][a-zà-öø-ÿ]+|[A-Z]{2,8})|^[A-Z]{2,8}) $"
)
# Words with capitals right behind one.
BEHIND = re.compile(r"(?: [A-ZÀ-Þ][a-zà-öø-ÿ]{2,})+(?![\w’'-])")
LONGEST = 60  # letters of such a word
# An acronym of fewer letters may be any.
SHORT = 4
# The first word of a sentence, where it is no word that is known.
FIRST = re.compile(r"(?:^|(?<=[.!?…] )|(?<=[«“] ))[^\W\d_]{4,}(?![\w'’-])")
PAIR = re.compile(r"(?<![\w@#/.-])([^\W\d_]{4,}) (?=([^\W\d_]{3,})(?![\w-]))(?:\2)")


@dataclass(frozen=True, slots=True)
class Found:
    """A name at `start:end` of a line, as it is `spelt` with its capitals.

    One that is not `sure` needs to be met again.
    """

    start: int
    end: int
    spelt: str
    sure: bool


def mentions(line: str, code: str) -> list[Found]:
    """Give the names that stand in `line`, a line of text in the language `code`, in their order.

    >>> [found.spelt for found in mentions("Selon Ada Lovelace, GPT-5 écrit.", "fr")]
    ['Ada Lovelace', 'GPT-5']
    >>> [found.spelt for found in mentions("selon john tolkien, oui.", "fr")]
    ['John Tolkien']
    >>> [found.spelt for found in mentions("JOHN TOLKIEN ÉCRIT", "fr")]
    ['John Tolkien']
    """
    spoken = language(code)
    if is_cased(line):
        found = [
            *_cased(line, spoken),
            *_models(line),
            *_firsts(line, spoken),
            *_surely(line, spoken),
        ]
    else:
        found = list(_raised(line, spoken))
    free_from, kept = 0, []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if one.start >= free_from:
            kept.append(one)
            free_from = one.end
    return kept


def is_cased(line: str) -> bool:
    """Whether `line` has both capitals and small letters, as text has.

    >>> is_cased("Le mot"), is_cased("le mot"), is_cased("LE MOT")
    (True, False, False)
    """
    return bool(re.search(r"[^\W\d_a-zà-öø-ÿ][a-zà-öø-ÿ]", line))


def _cased(line: str, spoken: Language) -> Iterator[Found]:
    for start, end in unlisted(line, spoken.code):
        if end - start < SHORT and line[start:end].isupper():
            yield Found(start, end, line[start:end], sure=False)
            continue
        number = NUMBER.match(line, end)
        one = " " not in line[start:end]
        ahead = BEFORE.search(line, max(0, start - LONGEST), start) if one else None
        first = ahead.start(1) if ahead and _is_part(ahead[1], spoken) else start
        stop = number.end() if number and one and not _counts(line, number, spoken) else end
        if one and stop == end and (more := BEHIND.match(line, end)):
            stop = more.end() if _goes_on(more[0], spoken) else end
        yield Found(first, stop, line[first:stop], sure=True)


def _is_part(word: str, spoken: Language) -> bool:
    """Whether an ordinary word with a capital belongs to the name after it: Air France.

    One that says what the name is does not (`le Chatbot ChatGPT`), but for a kind of organisation.
    """
    if is_no_name(word, spoken):
        return False
    folded, size = fold_word(word), len(word) + 1
    if folded in own_words("organisation", spoken) or _is_renamed_first(word, spoken):
        return True
    if cues(f"{word} ", size, size, spoken):
        return False
    return word.isupper() or (folded in spoken.ordinary and folded not in spoken.no_first_names)


def _goes_on(behind: str, spoken: Language) -> bool:
    """Whether the words with capitals `behind` a name are of it: Current Biology.

    They are where none is a name by itself, nor one that tells of nobody.
    """
    words = behind.split()
    return all(spoken.weight(w.lower()) > 0 and not is_no_name(w, spoken) for w in words[:-1]) and (
        not is_no_name(words[-1], spoken) and fold_word(words[-1]) not in first_names(spoken)
    )


def _is_renamed_first(word: str, spoken: Language) -> bool:
    """Whether a word is a first name that English spells otherwise: Leïla, Sergueï."""
    return word in spoken.renamed and fold_word(word) in first_names(spoken)


def _counts(line: str, number: re.Match[str], spoken: Language) -> bool:
    """Whether a number after a name counts what follows: `Exalys 40 salariés`, not `Windows 11`."""
    after = COUNTED.match(line, number.end())
    counts = number[0][0] == " " and number[0][1].isdigit()
    return counts and bool(after and after[1].lower() not in spoken.function_words)


def _models(line: str) -> Iterator[Found]:
    for match in MODEL.finditer(line):
        yield Found(*match.span(), match[0], sure=True)


def _surely(line: str, spoken: Language) -> Iterator[Found]:
    """Give ordinary words that are names by what stands before: `chez Orange`, `dans Le Monde`."""
    for match in spoken.forms.surely.finditer(line) if spoken.forms else ():
        yield Found(*match.span(), match[0], sure=True)


def _firsts(line: str, spoken: Language) -> Iterator[Found]:
    """Give the first words of sentences that are no words of the language."""
    for match in FIRST.finditer(line):
        word = match[0]
        verb = spoken.forms and spoken.forms.verb.search(word)
        if not word[0].isupper() or not word[1:].islower() or verb:
            continue
        if is_ordinary(word, spoken) or spoken.weight(word.lower()) > 0 or word in spoken.renamed:
            continue
        yield Found(*match.span(), word, sure=False)


def _raised(line: str, spoken: Language) -> Iterator[Found]:
    """Give the names of a line in small letters or in capitals alone."""
    small = line.lower()
    if len(small) != len(line):
        return
    raised = truecase(small, spoken.code)
    for start, end in unlisted(raised, spoken.code):
        spelt = raised[start:end]
        words = key(spelt)
        if len(words) == 1:
            sure = spelt.lower() in words_with_capitals(spoken)
        else:
            first = words[0] in first_names(spoken) or f"{spelt.split()[0]}+" in spoken.cased
            sure = first and words[-1] not in spoken.ordinary
        yield Found(start, end, spelt, sure)
    firms = own_words("organisation", spoken) - spoken.ordinary
    for match in PAIR.finditer(small):
        one, other = match.groups()
        if other in firms and not is_ordinary(one, spoken) and not spoken.weight(one):
            yield Found(*match.span(), f"{one.capitalize()} {other.capitalize()}", sure=True)
