"""Closed classes: what has a value, and one right form in each language.

A time, a date, an amount is read in the source and in the translation, by patterns in the folders
of the languages; the two values are compared, a wrong one is set right, and a right one is written
in the form of the chosen variety.
"""

from translate.mt.closed.company import alone, in_company
from translate.mt.closed.copied import copied
from translate.mt.closed.fields import Field, field
from translate.mt.closed.given import people
from translate.mt.closed.lost import Lost
from translate.mt.closed.named import named, with_acronyms
from translate.mt.closed.phrases import phrase
from translate.mt.closed.plain import in_small, plain
from translate.mt.closed.polishing import led, polished, written
from translate.mt.closed.repairs import lost, mended, righted, tidied
from translate.mt.closed.summed import amounts, with_amounts

__all__ = [
    "Field", "Lost", "alone", "amounts", "copied", "field", "in_company", "in_small", "led", "lost",
    "mended", "named", "people", "phrase", "plain", "polished", "righted", "tidied",
    "with_acronyms", "with_amounts", "written",
]  # fmt: skip
