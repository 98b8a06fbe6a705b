"""What a thing costs: the price of the page's one thing, and the prices of those who pay less."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate.cleaning.boilerplate.lines import Line
from translate.languages.patterns import in_all_languages

if TYPE_CHECKING:
    from translate.cleaning.boilerplate.judging.page import Page

ONE_THING = 3  # prices on the page of one thing, at most: of more, none is the text's
PRICE = re.compile(
    r"\d ?(?:€|\$|£|eur\b|euros?\b|chf\b|usd\b|gbp\b)|(?:€|\$|£|chf) ?\d", re.IGNORECASE
)
# What parts two of them in a line; what costs nothing; who pays, and the price.
PARTS = re.compile(r"\s[-–—|·•/]\s|[,;]\s|\(")
FREE = r"\s*(?:\S+ ){0,3}(?:{free})\b"
WHO = re.compile(
    r"\s*[-•*]?\s*([^\W\d][^\d€$£]*?)[ :]+[\d€$£][\d .,€$£]*(?:eur|euros?|chf|usd|gbp)?\)?\.?\s*$"
)
WORDS = 5  # before a price, at most
LEAST = 2  # of them in a line
# What is tested, with its place; what one unit costs: "or 795 €/m²".
RANKED = re.compile(r"\s*(?:n°|#)? ?\d{1,2}\s?[.)] ?[^\W\d]")
UNIT = re.compile(
    r"(?:\w+ )?[€$£]? ?\d[\d., ]*(?:[€$£]|eur|euros?)? ?(?:/|\w+ )\s?[a-z]{1,3}[²³23]?$"
)


def price(page: Page) -> set[int]:
    """Give the first price of a page that has few: it is that of the thing it is about.

    What that comes to for each unit stands right under it. Of things tested one after the other,
    each with its number and name, all prices are told.
    """
    prices = [i for i in page.known if any(r.kind == "price" for r in page.found[i])]
    ranked = {i for i in prices if i and RANKED.match(page.full[i - 1].text)}
    first = set(prices[:1]) if len(prices) <= ONE_THING else set()
    under = (i + 1 for i in first if i + 1 < len(page.full))
    unit = {i for i in under if not page.found[i] and is_unit(page.full[i])}
    return first | unit | (ranked if len(ranked) > 1 else set())


def is_unit(line: Line) -> bool:
    """Tell whether a line says what one unit costs.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> [is_unit(split(one)[0]) for one in ("soit 795 €/m²", "or £2,100 per m²", "Le pont, 12 m²")]
    [True, True, False]
    """
    return UNIT.match(line.folded.lower()) is not None


def tariffs(page: Page) -> set[int]:
    """Give the lines, of which no rule knows, that say what several pay."""
    if not PRICE.search("\n".join([line.folded for line in page.full])):
        return set()
    priced = (i for i, line in enumerate(page.full) if PRICE.search(line.folded))
    return {i for i in priced if not page.found[i] and is_tariff(page.full[i])}


def is_tariff(line: Line) -> bool:
    """Tell whether a line says for whom something has which price, one of them or none at least.

    >>> from translate.cleaning.boilerplate.lines import split
    >>> lines = ("Plein : 8 € – Réduit : 5 €", "Entrée 4,20 €, gratuit le lundi", "149 € – 199 €")
    >>> [is_tariff(split(one)[0]) for one in lines]
    [True, True, False]
    """
    folded = line.folded.lower()
    parts = PARTS.split(folded)
    prices = [who for part in parts if PRICE.search(part) and (who := WHO.match(part))]
    short = [who for who in prices if len(who[1].split()) <= WORDS]
    free = in_all_languages(FREE)
    return bool(short) and len(short) + any(map(free.match, parts)) >= LEAST
