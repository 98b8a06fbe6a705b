"""The cards of a shop's products: prices with buttons between, and the names above."""

from __future__ import annotations

from itertools import pairwise

from translate.cleaning.boilerplate.judging.page import Drops, Page
from translate.cleaning.boilerplate.lines import Line, in_groups
from translate.cleaning.boilerplate.rules import Rules

PRODUCTS = "structure.products"
CUT = ("...", "…")  # how a shop ends a name that is too long for its card


def shop(page: Page, rules: Rules) -> Drops:
    """Give the lines of product cards, where enough prices and buttons follow each other."""
    rule = rules.method(PRODUCTS)
    if rule is None:
        return {}
    limits = rule.settings
    kinds = {i: page.kinds(i) for i in page.known}
    drops: Drops = {}
    prices = [i for i, kind in kinds.items() if "price" in kind]
    for run in in_groups(prices, lambda before, i: i - before <= limits["card"]):
        gaps = [range(a, b) for a, b in pairwise(run)]
        pressed = sum(any("shop" in kinds.get(i, ()) for i in gap) for gap in gaps)
        if len(run) < limits["prices"] or pressed < limits["buttons"] * len(gaps):
            continue
        for index in range(max(0, run[0] - int(limits["above"])), run[-1] + 1):
            if _card(page.full[index]):
                drops[index] = (rule, f"{rule.about}: {len(run)} prices, one after another")
    return drops


def give_back_products(page: Page) -> None:
    """Give back names and prices where they are what the page holds: less running text stays."""
    cards = [i for i, (rule, _) in page.drops.items() if rule.id == PRODUCTS]
    told = [i for i in cards if all(rule.kind == "price" for rule in page.found[i])]
    named = sum(len(page.full[i].folded) for i in told if not page.found[i])
    text = (line for i, line in enumerate(page.full) if line.prose and i not in page.drops)
    if named > sum(len(line.folded) for line in text):
        for index in told:
            del page.drops[index]


def _card(line: Line) -> bool:
    """Whether a line may stand on a product's card: a name, cut or not; no sentence, no detail."""
    text = line.text.rstrip()
    return text.endswith(CUT) or not (line.prose or text.endswith(".") or ":" in text)
