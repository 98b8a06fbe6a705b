"""Signs that a model's vocabulary lacks: written otherwise, or carried past the model.

A vocabulary of some thousand pieces spells rare signs byte by byte, and a small model loses them:
the euro, curly quotes, the ü of a German name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.mt.engines.engine import Engine
from translate.mt.held import HeldSpan, apart

OTHERWISE = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "•": "-", "−": "-", "–": "-"}
# An amount goes with its sign, a word or name with the letter or sign inside it.
AMOUNT = r"\d[\d.,\u00a0\u202f]*"


def lacking(text: str, engine: Engine) -> set[str]:
    """Give the signs and small letters of `text` that `engine` has no piece for.

    A capital counts with its small letter: « Ça » is no foreign word for the lack of a Ç.
    """
    signs = {c for c in set(text) if not c.isspace() and (c.isalpha() or not c.isalnum())}
    return {c for c in signs if engine.card.lacks(c) and engine.card.lacks(c.lower()[:1])}


def rewritten(text: str, engine: Engine) -> str:
    """Give `text` with signs that `engine` lacks written otherwise, where that can be; as long."""
    for sign in lacking(text, engine) & set(OTHERWISE):
        if not engine.card.lacks(OTHERWISE[sign]):
            text = text.replace(sign, OTHERWISE[sign])
    return text


def strange(text: str, engine: Engine, taken: Sequence[HeldSpan]) -> list[HeldSpan]:
    """Give the stretches of `text`, none in `taken`, that hold a sign `engine` lacks.

    A currency sign takes the number that touches it along, any other sign its whole word.
    """
    signs = lacking(text, engine)
    if not signs:
        return []
    some = f"[{re.escape(''.join(sorted(signs)))}]"
    letters = "".join(sorted(c for c in signs if c.isalpha() or c == "&"))
    word = rf"|\w*[{re.escape(letters)}][\w{re.escape(letters)}]*" if letters else ""
    pattern = re.compile(rf"{some}*{AMOUNT}{some}+|{some}+{AMOUNT}(?<![.,]){word}|{some}+")
    found = (HeldSpan(m.start(), m.end(), "sign") for m in pattern.finditer(text))
    return apart(found, taken)
