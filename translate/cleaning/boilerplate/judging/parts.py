"""What heads the parts of a text and looks like chrome: the terms of a site, words of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.languages.patterns import in_all_languages
from translate.languages.words import WORD

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

# What a page on rights or data speaks of, the words of its heads, and how far above the text its
# title may stand: in a menu such words stand higher.
LEGAL, LEGAL_WORDS, LEGAL_ABOVE = ("copyright", "cookie"), 5, 3
# Headings that are words of buttons: so many at least, their words, and what rules take them for.
LEAST, WORDS = 2, 3
KINDS = frozenset(
    ("share", "follow", "related", "comment", "comment-header", "count", "navigation")
)
PART = r"(?:{part})\s*:?\s*$"  # a heading that says what of a thing follows
PART_WORDS = 4
AUTHOR = (2, 3)  # words of his name
SHOP = "shop"  # the kind of what is said where it is sold


def legal_text(page: Page) -> range:
    """Give the lines of a text on rights or data: such a title close above, and heads within.

    No rule knows the line under the title, and half of the running text at least stands from
    the first head on: below an article it is less, a notice.
    """
    prose = [i for i, line in enumerate(page.full) if line.prose]
    heads = [i for i in page.known if prose and i <= prose[-1] and _is_legal(page, i)]
    heads = [i for i in heads if i + 1 < len(page.full)]
    above = (i for i in heads if 0 < prose[0] - i <= LEGAL_ABOVE and not page.found[i + 1])
    title = next(above, None)
    of_text = (i for i in heads if page.full[i + 1].prose)
    first = next((i for i in of_text if i != title), prose[-1] if prose else 0)
    if title is None or 2 * sum(i > first for i in prose) < len(prose):
        return range(0)
    return range(title, prose[-1] + 1)


def _is_legal(page: Page, index: int) -> bool:
    """Whether a short line is a word for the rights or the data of a site, and no more."""
    line, kinds = page.full[index], page.kinds(index)
    named = line.words <= LEGAL_WORDS and line.text.lstrip()[:1].isalpha()  # no credit: "© Ada"
    return named and bool(kinds & set(LEGAL))


def headings(page: Page) -> frozenset[int]:
    """Give what heads text and looks like a label: words of buttons, "Résumé", who wrote a book."""
    text = [i for i, line in enumerate(page.full) if line.prose and i and not page.found[i]]
    over = [i - 1 for i in text if page.full[i - 1].words <= PART_WORDS]
    part = in_all_languages(PART)
    named = {i for i in over if part.match(page.full[i].folded.lower())}
    return bare_headings(page).union(named, _author(page))


def _author(page: Page) -> list[int]:
    """Give the line right under the headline that names an author, where the thing is sold.

    Elsewhere it is who wrote the page.
    """
    index = -1 if page.title is None else page.title + 1
    if not 0 < index < len(page.full) or page.found[index]:
        return []
    if not any(rule.kind == SHOP for i in page.known for rule in page.found[i]):
        return []
    words = page.full[index].text.split()
    named = len(words) in AUTHOR and all(WORD.match(word) and word.istitle() for word in words)
    return [index] if named else []


def bare_headings(page: Page) -> frozenset[int]:
    """Give words of buttons ("Suivre", "Partage") that head the parts of a text: all on its page.

    The first stands right under the headline, and running text under each; where any other chrome
    is, they are buttons.

    >>> from translate.cleaning.boilerplate.judging.page import Page
    >>> from translate.cleaning.boilerplate.lines import split
    >>> from translate.cleaning.boilerplate.rules import Rules
    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> follow = "Suivre\\nMarcher derrière un autre, c'est accepter sa route et son pas."
    >>> share = "Partage\\nLe pain se rompt sans que personne ne l'ait proposé aux autres."
    >>> for chrome in ("", "\\nTous droits réservés"):
    ...     text = f"La marche, le pain et la route\\n{follow}\\n{share}{chrome}"
    ...     sorted(Page.of(split(text), rules, None).headings)
    [1, 3]
    []
    """
    known = [i for i in page.known if not page.full[i].prose]
    if len(known) < LEAST or page.title is None or known[0] != page.title + 1:
        return frozenset()
    return frozenset(known) if all(_heads_part(page, i) for i in known) else frozenset()


def _heads_part(page: Page, index: int) -> bool:
    """Whether a few words that rules know as a button, and no more, stand over running text."""
    line, under = page.full[index], page.full[index + 1 : index + 2]
    words = line.words <= WORDS and line.text.replace(" ", "").strip().isalpha()
    known = KINDS.issuperset(page.kinds(index))
    return words and known and bool(under) and under[0].prose
