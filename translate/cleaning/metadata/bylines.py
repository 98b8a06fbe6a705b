"""Who wrote a text, as a line of its page says it: names alone, no role, day or button."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from translate.languages import common, known, names_in_a_row
from translate.languages.patterns import in_all_languages
from translate.languages.words import fold

# How a line begins that goes on with an author: "By", "Texte de", "Author:", "Unser Reporter,".
BEGINS = (
    r"\W*(?:(?:(?:{by}|{of}) )?(?:\w+ )?(?:{role})\b[^,:]{0,40}[,:] ?|"
    r"(?:(?:\w{1,4} )?(?:{written})(?: \w+)? )?(?:{by}) ?:? |"
    r"(?:\w{1,4} )?(?:{written}) (?:{of}) ?|(?:{author})(?: ?\(\w+\))? ?: ?)"
)
ALONE = r"\W*(?:(?:{written}) )?(?:{by})\W*$"  # the names stand in the next line
AND = r" ?(,|&|\+|/) ?| (?:{and}) "
NO_NAME = r"(?:{after}|{issued}|{updated}|{role})$"
BEHIND = r"\s*(?:$|[^\w\s'’-]|- |\d|(?:{after}|{issued}|{updated}|{role}|{and}|_DAYS_)\b)"
HANDLE = re.compile(r"[\w.@-]{3,30}(?=$|\s*[^\w\s])")  # a name that is written small
Chrome = Callable[[str], bool]


def byline(text: str, chrome: Chrome = lambda _: False) -> str:
    """Give the names in a line that says who wrote a text, "" where it names nobody.

    `chrome` tells whether words behind a name are a button.

    >>> byline("Propos recueillis par Ada Lovelace et Jean Moulin, journalistes, le 3 mai 2021")
    'Ada Lovelace et Jean Moulin'
    >>> byline("By Ada Lovelace | May 3, 2021"), byline("Source : INSEE")
    ('Ada Lovelace', '')
    """
    folded = fold(text).rstrip()
    begins = in_all_languages(BEGINS, re.IGNORECASE).match(folded)
    start = begins.end() if begins else len(folded) - len(folded.lstrip())
    if desk := in_all_languages(r"(?:{desk})\b", re.IGNORECASE).match(folded, start):
        return text[slice(*desk.span())]
    end, cut = _names(text, folded, start, chrome)
    names = text[start:end]
    told = begins or " " in names or fold(names).lower() in common("agencies")
    if names and told and (cut or _behind().match(folded, end)):
        return names
    small = HANDLE.match(folded, start) if begins else None
    return text[slice(*small.span())] if small else ""


def says_author(text: str) -> bool:
    """Whether `text` begins with words for an author and names somebody by two words or more.

    >>> says_author("Un entretien réalisé par Ada Lovelace"), says_author("Par Toutatis, le ciel !")
    (True, False)
    """
    begins = in_all_languages(BEGINS, re.IGNORECASE).match(fold(text))
    return begins is not None and " " in byline(text)


def names_follow(text: str) -> bool:
    """Whether the names of those who wrote a text stand in the line after `text`.

    >>> names_follow("Écrit par"), names_follow("Par Ada")
    (True, False)
    """
    return in_all_languages(ALONE, re.IGNORECASE).match(fold(text)) is not None


def _names(text: str, folded: str, start: int, chrome: Chrome) -> tuple[int, bool]:
    """Give where the names end that begin at `start`, and whether what is no name was cut off."""
    end, at, cut, linked, comma = start, start, False, False, False
    while found := names_in_a_row(True).match(text, at):
        name = _cut(found.group(), text[found.end() :], chrome)
        if not name or (linked and not _person(name, comma)):
            break
        end, cut = at + len(name), len(name) < len(found.group())
        link = in_all_languages(AND, re.IGNORECASE).match(folded, end)
        if cut or link is None:
            break
        at, linked, comma = link.end(), True, link[1] == ","
    return end, cut


def _cut(name: str, behind: str, chrome: Chrome) -> str:
    """Give `name` without what is none at its end; `behind` is what the line goes on with."""
    words = name.split(" ")
    dated = re.match(r" ?\d", behind)
    while words and (_no_name(words[-1]) or (dated and fold(words[-1]).lower() in _calendar())):
        words.pop()
    tails = (n for n in range(1, len(words)) if chrome(" ".join(words[n:]) + behind))
    return " ".join(words[: next(tails, len(words))])


def _no_name(word: str) -> bool:
    return in_all_languages(NO_NAME, re.IGNORECASE).match(fold(word)) is not None


def _person(name: str, comma: bool) -> bool:
    """Whether what follows "and" or a `comma` is one more person, no place, paper or agency."""
    words = fold(name).lower().split()
    if common("agencies").intersection(words):
        return False
    article = any(words[0] in one.function_words for one in known())
    return not comma or (len(words) > 1 and not article)


@cache
def _calendar() -> frozenset[str]:
    """Give the folded months and days of all languages."""
    lists = (words for one in known() for words in one.lists.values())
    return frozenset(fold(word) for words in lists for word in words)


@cache
def _behind() -> re.Pattern[str]:
    """Give what may stand behind names: a sign, a number, the day, a word about text or author."""
    days = "|".join(sorted(_calendar(), key=len, reverse=True))
    return in_all_languages(BEHIND.replace("_DAYS_", days), re.IGNORECASE)
