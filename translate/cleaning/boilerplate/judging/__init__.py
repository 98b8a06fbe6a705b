"""Judging the lines of a text: a tuple of small functions, one a way of judging."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.cleaning.boilerplate.judging.again import again
from translate.cleaning.boilerplate.judging.akin import akin
from translate.cleaning.boilerplate.judging.by_model import by_model
from translate.cleaning.boilerplate.judging.by_place import by_place
from translate.cleaning.boilerplate.judging.by_user import by_user
from translate.cleaning.boilerplate.judging.by_wording import by_wording
from translate.cleaning.boilerplate.judging.byline import byline
from translate.cleaning.boilerplate.judging.cards import cards
from translate.cleaning.boilerplate.judging.contents import contents
from translate.cleaning.boilerplate.judging.everywhere import everywhere
from translate.cleaning.boilerplate.judging.heaps import heaps
from translate.cleaning.boilerplate.judging.lists import share_fates
from translate.cleaning.boilerplate.judging.lone import give_back_title
from translate.cleaning.boilerplate.judging.members import members
from translate.cleaning.boilerplate.judging.page import Drops, Judgement, Page
from translate.cleaning.boilerplate.judging.record import records
from translate.cleaning.boilerplate.judging.recording import recording
from translate.cleaning.boilerplate.judging.repeated import repeated
from translate.cleaning.boilerplate.judging.sheets import sheets
from translate.cleaning.boilerplate.judging.shop import give_back_products, shop
from translate.cleaning.boilerplate.judging.tables import give_back_tables
from translate.cleaning.boilerplate.judging.thread import thread
from translate.cleaning.boilerplate.judging.within import (
    give_back_cells,
    give_back_deep,
    give_back_heads,
    give_back_items,
    give_back_led,
    give_back_rows,
    give_back_sheet,
    give_back_tasks,
    give_back_verses,
)
from translate.cleaning.boilerplate.judging.writer import writer
from translate.cleaning.boilerplate.lines import split
from translate.cleaning.boilerplate.repeated import RepeatedLines
from translate.cleaning.boilerplate.rules import Rules
from translate.document import Held

__all__ = ["WAYS", "Judgement", "Page", "decide", "judge"]

WAYS: tuple[Callable[[Page, Rules], Drops], ...] = (
    by_user,
    thread,
    writer,
    everywhere,
    records,
    byline,
    repeated,
    shop,
    contents,
    cards,
    again,
    by_place,
    recording,
    members,
    heaps,
    by_wording,
    akin,
    by_model,
    sheets,  # last: what was printed is no sign that the text is from the web
)  # in this order: each sees what those before it dropped


def judge(
    text: str, rules: Rules, folder: RepeatedLines | None = None, held: Sequence[Held] = ()
) -> list[Judgement]:
    """Give a judgement for every line of `text`, in order.

    `folder` tells which lines stand in many files of the folder, `held` what must stay.

    >>> from translate.config import CleanConfig
    >>> rules = Rules.load(CleanConfig(), ["fr"])
    >>> [j.rule.id for j in judge("Le pont est ouvert.\\nPartager l'article :", rules) if j.rule]
    ['fr.share.call']
    """
    page = Page.of(split(text), rules, folder, held)
    decide(page, rules)
    return page.judgements()


def decide(page: Page, rules: Rules) -> None:
    """Let every way of judging drop what it takes from `page`."""
    for way in WAYS:
        page.take(way(page, rules))
    share_fates(page)
    give_back_products(page)
    give_back_rows(page)
    give_back_cells(page)
    give_back_items(page)
    give_back_tables(page)
    give_back_heads(page)
    give_back_tasks(page)
    give_back_sheet(page)
    give_back_led(page)
    give_back_verses(page)
    give_back_deep(page)
    give_back_title(page)
