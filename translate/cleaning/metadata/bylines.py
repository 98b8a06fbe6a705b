"""Who wrote a text, as a line of its page says it: names alone, no role, day or button."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from translate.cleaning.boilerplate.by_heading import heads_by
from translate.cleaning.boilerplate.lines import unlinked
from translate.cleaning.metadata.dates import dates
from translate.languages import all_first_names, common, known, names_in_a_row
from translate.languages.patterns import in_all_languages
from translate.languages.words import fold

# How a line begins that goes on with an author: "By", "Texte de", "Author:", "Unser Reporter,".
BEGINS = (
    r"\W*(?:(?:(?:{of}|{by}) )?(?:{house}) (?:{role})(?-i:(?: [a-z]{5,}){0,2} (?=[A-Z]))|"
    r"(?:(?:{by}|{of}) )?(?:(?-i:[a-z]+ )|(?:{house}) )?(?:{role})\b[^,:\d]{0,40}[,:] ?|"
    r"(?:{author})(?: [\w']+){0,2} (?:{by}) ?:? |"
    r"(?:(?:\w{1,4} )?(?:{written})(?: \w+)? )?(?:{by}) ?:? |"
    r"(?:\w{1,4} )?(?:{written}) (?:{of}) ?|(?:{author})(?: ?\(\w+\))? ?: ?)"
)
DATED = r".{0,60}?\b(?:19|20)\d\d\b.{0,20}? (?:{signed}) "  # the day of the text goes before
# The head of a letter, and its address behind the name of the sender.
SENDER = r"\W*(?:{sender}) ?: *\"?(?P<name>[^\"<>@]{2,60}?)\"? *<[^<>\s]+@[^<>\s]+>"
HELPED = r" (?:{and}) (\w+)$"  # "The Herald with Reuters"
ALONE = r"\W*(?:(?:{written}) )?(?:{by})\W*$"  # the names stand in the next line
AND = r" ?(,|&|\+|/) ?| (?:{and}) "
ROLE = r"(?:{role})$"
NO_NAME = r"(?:{by}|{after}|{issued}|{updated}|{role})$"
BEHIND = r"\s*(?:$|[^\w\s'’-]|- |\d|(?:{after}|{issued}|{updated}|{role}|{and}|_DAYS_)\b)"
# A place, a role, a share in the work or the day may follow persons who stand alone.
PERSON_ENDS = re.compile(r"\s*(?:$|[(,|•·/\d]|[-–—] ?\d)")
NAMED = (2, 3)  # words of a name
INITIAL = re.compile(r"[a-z]\.?$")
HANDLE = re.compile(r"[\w.@-]{3,30}(?=$|\s*[^\w\s])")  # a name that is written small
INITIALS = r"(?:[^\W\d_a-zß-öø-ÿ]\.[ -]?){1,3}[^\W\d_a-zß-öø-ÿ]\."
GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Þ])")  # "LovelacePublished"
EMPHASIS = re.compile(r"(?<!\w)[*_]+(?=[\w*_])|(?<=[\w*_.])[*_]+(?!\w)")  # of Markdown
DESK = r"(?P<desk>{desk})(?:\W+(?:{after}))*\W+[^\W_]{0,4}\d[^,]{5,30}$"
ROLED = r"(?:{role}|{profession})\b"  # how a line begins that says what somebody is
Chrome = Callable[[str], bool]


def byline(text: str, chrome: Chrome = lambda _: False) -> str:
    """Give the names in a line that says who wrote a text, "" where it names nobody.

    `chrome` tells whether words behind a name are a button.

    >>> byline("Propos recueillis par Ada Lovelace et Jean Moulin, journalistes, le 3 mai 2021")
    'Ada Lovelace et Jean Moulin'
    >>> byline("By Ada Lovelace | May 3, 2021"), byline("Source : INSEE")
    ('Ada Lovelace', '')
    >>> byline("Notre envoyée à Lille, Ada Lovelace"), byline("Texte : Ada Roux / Photos : Jo Bin")
    ('Ada Lovelace', 'Ada Roux')
    >>> byline("De notre envoyée spéciale Ada Roux"), byline("*Par **Ada Roux**, le 3 mai 2021*")
    ('Ada Roux', 'Ada Roux')
    """
    text = _plain(text)
    if heads_by(text):
        return ""
    folded = fold(text).rstrip()
    if sender := in_all_languages(SENDER, re.IGNORECASE).match(folded):
        return text[slice(*sender.span("name"))]
    begins = _begins(folded)
    start = begins.end() if begins else len(folded) - len(folded.lstrip())
    if desk := in_all_languages(r"(?:{desk})\b", re.IGNORECASE).match(folded, start):
        return text[slice(*desk.span())]
    end, cut = _names(text, folded, start, chrome)
    names = text[start:end]
    helped = in_all_languages(HELPED, re.IGNORECASE).match(folded, end)
    agencies = {fold(names).lower(), helped[1].lower() if helped else ""} & common("agencies")
    alone = " " in names or bool(agencies)
    told = begins or (alone and not chrome(names))
    if names and told and (cut or _behind().match(folded, end)):
        return names
    small = HANDLE.match(folded, start) if begins and _is(BEGINS, folded) else None
    return text[slice(*small.span())] if small else ""


def persons(text: str) -> str:
    """Give the names of persons a line begins with, first names known, "" where it says more.

    An initial may stand for one of the names.

    >>> persons("Ada Lovelace (text) and Jean Moulin (pictures)"), persons("Ada Lovelace rit")
    ('Ada Lovelace', '')
    >>> persons("A. Lovelace, à Londres"), persons("Ada L.")
    ('A. Lovelace', 'Ada L.')
    """
    text = _plain(text)
    folded = fold(text).rstrip()
    end, _ = _names(text, folded, 0, lambda _: False)
    first, *more = folded[:end].lower().split() or [""]
    known_name = first.partition("-")[0] in all_first_names() or INITIAL.match(first) is not None
    end += bool(more) and INITIAL.match(more[-1]) is not None and folded[end : end + 1] == "."
    return text[:end] if more and known_name and PERSON_ENDS.match(folded, end) else ""


def stranger(text: str) -> str:
    """Give `text` where it may be the name of somebody whose first name is not known, else "".

    It is of two or three words with capitals, none of them an ordinary word of a language: beside a
    day right under a headline, no more than that tells who wrote it.

    >>> [stranger(text) for text in ("Zelmira Quarnero", "Les Halles", "Zelmira")]
    ['Zelmira Quarnero', '', '']
    """
    words = text.split()
    cased = all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
    if len(words) not in NAMED or not cased:
        return ""
    folded = fold(text).lower().split()
    common_words = any(word in one.ordinary for word in folded for one in known())
    return "" if common_words or not _calendar().isdisjoint(folded) else text


def says_author(text: str) -> bool:
    """Whether `text` begins with words for an author and names somebody by two words or more.

    Beside the day of the text one word is enough.

    >>> says_author("Un entretien réalisé par Ada Lovelace"), says_author("Par Toutatis, le ciel !")
    (True, False)
    """
    names = byline(text) if _begins(fold(_plain(text))) else ""
    dated = in_all_languages(DATED, re.IGNORECASE).match(fold(text)) is not None
    dated = dated or (names[:1].isupper() and bool(dates([text])))
    return bool(names and dated) or " " in names or "_" in names


def says_role(text: str) -> bool:
    """Whether `text` begins with what somebody is: "Professor of history", "journaliste".

    >>> says_role("Professeure de philosophie à Lyon"), says_role("Le directeur s'en va")
    (True, False)
    """
    return in_all_languages(ROLED, re.IGNORECASE).match(fold(text).strip()) is not None


def of_desk(text: str) -> str:
    """Give the desk of a paper that a line begins with, nothing but a day behind it; else "".

    >>> of_desk("La rédaction, le 3 mai 2021"), of_desk("La rédaction répond à ses lecteurs")
    ('La rédaction', '')
    """
    plain = _plain(text).strip()
    desk = in_all_languages(DESK, re.IGNORECASE).match(fold(plain))
    days = dates([plain]) if desk else []
    return plain[: desk.end("desk")] if desk and len(days) == 1 else ""


def _plain(text: str) -> str:
    """Give `text` without links and emphasis of Markdown."""
    return EMPHASIS.sub("", unlinked(text))


def _begins(folded: str) -> re.Match[str] | None:
    """Give what a line begins with that goes on with an author."""
    found = (in_all_languages(words, re.IGNORECASE).match(folded) for words in (BEGINS, DATED))
    return next(filter(None, found), None)


def names_follow(text: str) -> bool:
    """Whether the names of those who wrote a text stand in the line after `text`.

    >>> names_follow("Écrit par"), names_follow("Par Ada")
    (True, False)
    """
    return in_all_languages(ALONE, re.IGNORECASE).match(fold(text)) is not None


def _names(text: str, folded: str, start: int, chrome: Chrome) -> tuple[int, bool]:
    """Give where the names end that begin at `start`, and whether what is no name was cut off."""
    end, at, cut, linked, comma = start, start, False, False, False
    while found := _name().match(text, at):
        name = _cut(found.group(), text[found.end() :], chrome)
        label = linked and text[found.end() :].lstrip()[:1] == ":"  # "/ Pictures: Ada Lovelace"
        if not name or label or (linked and not _person(name, comma)):
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
    dated = re.match(r"\.? ?\d", behind) is not None
    while words and _ends(words[-1], dated):
        words.pop()
    tails = (n for n in range(1, len(words)) if _role(words[n]))
    buttons = (n for n in range(2, len(words)) if chrome(" ".join(words[n:]) + behind))
    words = words[: min(next(tails, len(words)), next(buttons, len(words)))]
    parts = GLUED.split(words[-1]) if words else []
    if len(parts) > 1 and _ends(parts[-1], dated):
        words[-1] = words[-1].removesuffix(parts[-1])
    return " ".join(words)


def _ends(word: str, dated: bool) -> bool:
    """Whether `word` is none of a name at its end; `dated` says that a number follows."""
    return _is(NO_NAME, word) or (dated and fold(word).lower() in _calendar())


def _role(word: str) -> bool:
    """Whether `word` says what somebody is, or for whom."""
    return _is(ROLE, word) or fold(word).lower() in common("agencies")


def _is(what: str, word: str) -> bool:
    return in_all_languages(what, re.IGNORECASE).match(fold(word)) is not None


@cache
def _name() -> re.Pattern[str]:
    """Give the pattern of a name, initials alone or before it, too."""
    row = names_in_a_row().pattern
    return re.compile(f"{INITIALS} ?{row}|{INITIALS}|{row}")


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
