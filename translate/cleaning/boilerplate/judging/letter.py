"""How a letter begins and ends: a greeting, who signs, where and when, which one it is.

And how a text does: with a sentence, be it without a stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.judging.days import day_names
from translate.cleaning.boilerplate.judging.facts import SUBJECT
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.narrating import asks_reader
from translate.cleaning.boilerplate.wording import call
from translate.languages.patterns import in_all_languages

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

CLOSING = r"(?:{closing})\b"  # how a letter ends
# The same in the last of several sentences, with a few words: "... Thanks in advance".
THANKED = r".*[.?!…]\W+(?:{closing})\b(?:[^\w.?!…]+\w+){0,3}\W*$"
POSTSCRIPT = r"(?:{postscript})"  # and what stands under its end
# Where and when it was written: "Lyon, le 12 mars 2024".
DATED = (
    r"[^\d,]{2,40}, (?:(?:{on}) )?\d{1,2}(?:\.|{ordinal})? (?:(?:{of}) )?[a-z]{3,}\.? "
    r"(?:(?:{of}) )?(?:19|20)\d\d(?:\W+\d{1,2} ?[:h] ?\d\d)?\W*$"
)
RELEASE = r"(?:{release})$"  # and what it is, right above that
PRESS = r"(?:{press}) ?: ?\S"  # whom the press may ask about it
ABOUT = 3  # lines from what a letter is about to its greeting, at most
# Words of such a line above a signature; lines that sign, at most, and the words of one.
CLOSING_WORDS, SIGNERS, SIGNER_WORDS = 4, 3, 8
# What stands behind the end of a letter is a call of its own from these log-odds on: thanks for
# "your help" have less, "and subscribe to our letter" more.
CALLING = 1.8
ENDING = 8  # words of a last sentence that is known without its stop, at least
ISSUE = r"(?:{issue}) (?:n[ro°º]?\.? ?)?\d{1,4}$"  # and which one it is: "Ausgabe 27"
OWN = f"(?:{ISSUE}|{POSTSCRIPT}|{THANKED})"  # the writer's, whatever else the line says


def of_letter(page: Page, index: int) -> bool:
    """Whether a line is how a letter begins or ends, who signs it, where and when, or which it is.

    It begins with a greeting, and a comma: a post does, too. What is added behind its end is the
    writer's, whatever it asks for.
    """
    line = page.full[index]
    said = line.folded.lower().strip()
    if end := in_all_languages(CLOSING).match(said):
        return line.words <= CLOSING_WORDS or not _calls(said[end.end() :])
    if in_all_languages(OWN).match(said) or _of_release(page, said):
        return True
    if page.found[index]:
        return False
    if _dated(said):
        return said.partition(",")[0] not in day_names()  # a day of the week is no town
    short = line.words <= SIGNER_WORDS and (_greets(page, index) or _signed(page, index))
    return short or _heads_letter(page, index, said)


def _heads_letter(page: Page, index: int, said: str) -> bool:
    """Whether a line says what a text for the press is, or what a letter is about."""
    if page.full[index].words <= CLOSING_WORDS and in_all_languages(RELEASE).match(said):
        return any(_dated(line.folded) for line in page.full[index + 1 : index + 2])
    if ":" not in said or not in_all_languages(SUBJECT).match(said):
        return False
    return any(_greets(page, i) for i in range(index + 1, min(index + 1 + ABOUT, len(page.full))))


def _of_release(page: Page, said: str) -> bool:
    """Whether a line says whom the press may ask, on a page that calls itself a text for it."""
    if ":" not in said or not in_all_languages(PRESS).match(said):
        return False
    heads = (line.folded.lower() for line in page.full if line.words <= CLOSING_WORDS)
    return any(map(in_all_languages(RELEASE).match, heads))


def _dated(folded: str) -> bool:
    """Whether a line tells where and when something was written."""
    return in_all_languages(DATED).match(folded.lower().strip()) is not None


def ends_text(page: Page, index: int) -> bool:
    """Whether a line may be the last sentence of a text, its stop forgotten: it has many words.

    It stands right under running text, and what a rule knows for chrome right under it.
    """
    line, after = page.full[index], index + 1
    said = line.text.strip()
    if line.words < ENDING or not (said[0] in '«“"' or said[0].isalnum()):
        return False
    under = index > 0 and page.full[index - 1].prose and page.runs(index - 1)
    return under and said[-1].isalnum() and (after == len(page.full) or bool(page.found[after]))


def _greets(page: Page, index: int) -> bool:
    """Whether a line ends with a comma, and running text stands right under it."""
    after = index + 1
    if after >= len(page.full) or not page.full[index].text.rstrip().endswith(","):
        return False
    return page.full[after].prose and page.runs(after)


def _signed(page: Page, index: int) -> bool:
    """Whether the end of a letter stands close above a line, and only signers between them."""
    for i in range(index - 1, max(-1, index - 1 - SIGNERS), -1):
        above = page.full[i]
        if i in page.drops or above.words > SIGNER_WORDS:
            return False
        if in_all_languages(CLOSING).match(above.folded.lower().strip()):
            return above.words <= CLOSING_WORDS
    return False


def _calls(folded: str) -> bool:
    """Whether a piece of a line by itself calls on the reader."""
    rest = split(folded.strip(" ,;.!-"))[0]
    return asks_reader(rest) and call(rest) >= CALLING
