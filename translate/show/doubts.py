"""A doubtful sentence as it is listed: its place, why it is doubtful, and both languages."""

from __future__ import annotations

from typing import Any

from translate.show.signs import visible
from translate.show.terminal import excerpt

# What the checks begin with that are no reason by themselves.
INFO, UNSURE = "info", "unsure"
FOREIGN = "language"  # of a sentence that was not translated


def order(doubt: dict[str, Any]) -> tuple[bool, float]:
    """Give what doubts are sorted by: the least likely right first, what was not translated last.

    Where a fault is certain, `confidence` is None.

    >>> order({"checks": ["unsure"], "confidence": 0.2}) < order({"checks": ["language: in 'de'"]})
    True
    """
    foreign = any(check.partition(":")[0] == FOREIGN for check in doubt["checks"])
    return foreign, doubt.get("confidence") or 0.0


def listed(name: str, doubt: dict[str, Any]) -> list[str]:
    """Give the lines for one `doubt` of the text `name`.

    >>> said = {"line": 3, "column": 9, "source": "Il part.", "english": "He.", "confidence": None}
    >>> listed("a.txt", {**said, "checks": ["missing: 'part' is missing from the English"]})
    ["a.txt:3:9: 'part' is missing from the English", '    Il part.', '    He.']
    """
    place = ":".join([name, *(str(doubt[key]) for key in ("line", "column") if doubt.get(key))])
    sides = (f"    {excerpt(doubt[side])}" for side in ("source", "english"))
    return [visible(f"{place}: {reason(doubt)}"), *sides]


def reason(doubt: dict[str, Any]) -> str:
    """Give the first fault of a doubtful sentence, and how likely it is right all the same.

    `doubt` has its `checks`, the id of the check first, and its `confidence`.

    >>> fault = "missing: 'toit' is missing from the English"
    >>> unsure = "unsure: the model is unsure here, most of all of 'toit'"
    >>> reason({"checks": [fault, unsure], "confidence": 0.05})
    "'toit' is missing from the English; right with a chance of 5%"
    >>> reason({"checks": [unsure], "confidence": None})
    "the model is unsure here, most of all of 'toit'"
    """
    said = [check.split(": ", 1) for check in doubt["checks"]]
    doubts = [(kind, "".join(words) or kind) for kind, *words in said if kind != INFO]
    faults = list(dict.fromkeys(words for kind, words in doubts if kind != UNSURE))
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    first = faults[0] if faults else next((words for _, words in doubts), "")
    return first + more + _chance(doubt["confidence"])


def _chance(confidence: float | None) -> str:
    if confidence is None:
        return ""
    percent = f"{confidence:.0%}" if confidence >= 0.01 else "less than 1%"
    return f"; right with a chance of {percent}"
