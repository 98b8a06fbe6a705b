"""Is this English the whole of that French? What can be told by counting.

A check is one small function, registered by the id that its weight has in `data/checks.toml`.
All are asked about every translation, in the order of the weights there.
"""

from translate.mt.checks import (  # noqa: F401 - they register
    marks,
    meaning,
    repeats,
    traps,
    values,
    words,
)
from translate.mt.checks.registry import CHECKS, Attempt, Check, Issue, issues

__all__ = ["CHECKS", "Attempt", "Check", "Issue", "issues"]
