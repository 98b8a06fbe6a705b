"""The title of a text without any chrome may be a word that menus have too."""

from __future__ import annotations

from translate.cleaning.boilerplate.judging.page import Page
from translate.cleaning.boilerplate.judging.ties import HEAD_WORDS

MAY = ("navigation", "copyright", "comment-header", "newsletter", "cookie", "subscribe")  # kinds


def give_back_title(page: Page) -> None:
    """Give back the first line, if nothing else goes and it is a word or two over text.

    A title begins with a capital; a label copied with the text ("nouvelles") may not.
    """
    if list(page.drops) != [0]:
        return
    line, (rule, _) = page.full[0], page.drops[0]
    told = len(page.full) > 1 and not page.found[1]
    if told and line.words <= HEAD_WORDS and rule.kind in MAY and line.text.lstrip()[:1].isupper():
        del page.drops[0]
