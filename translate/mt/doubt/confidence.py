"""How likely is a translation to be right? One number from all that is known of it.

A logistic regression on the model's score, the words without a counterpart, how rare those of the
source are and whether their English is one that is known, how many of its neighbours seldom are,
how short it is, how many words had to be told, and the other faults; `data/confidence.toml` holds
its weights, which training/confidence.py fits to sentences that people have read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from translate.languages import language
from translate.languages.neighbours import unusual
from translate.languages.words import WORD
from translate.mt.checks import Attempt, Issue
from translate.mt.checks.meaning import covered, out_of_the_blue
from translate.mt.counterparts.senses import content_words, senses
from translate.mt.counterparts.senses import likely as stands_for
from translate.mt.data import table
from translate.mt.doubt.alone import headword

# More words, faults, strangers or unusual pairs of words than this say no more; words as common as
# COMMON (binary logarithm of their frequency) are no harder than others, those below RARE are; what
# stands for a word so often in a hundred as KNOWN is its English.
MOST_WORDS = 8
MOST_FAULTS = 30
MOST_STRANGERS = 2
MOST_UNUSUAL = 12
COMMON = 8.0
RARE = 5.0
KNOWN = 5


@lru_cache(maxsize=1 << 6)  # a translation is judged alone and beside others
def features(attempt: Attempt, issues: tuple[Issue, ...]) -> dict[str, float]:
    """Give what of `attempt` tells how good it is, its `issues` among it.

    >>> from translate.mt.units import Unit
    >>> good, bad = (features(Attempt(Unit("Une outarde."), english), ())
    ...              for english in ("A bustard.", "An outer."))
    >>> good["unsaid"], bad["unsaid"], good["worst"] < bad["worst"]
    (0.0, 1.0, True)
    """
    spoken, found = language(attempt.pair[0]), covered(attempt)
    words = content_words(attempt.source, attempt.pair[0])
    met = [min(COMMON, spoken.weight(word.lower())) for word in words]
    hard = [COMMON - n for word, n in zip(words, met, strict=True) if word.islower()]
    rare = [word for word, n in zip(words, met, strict=True) if n < RARE]
    english = WORD.findall(attempt.english) if rare else []
    unsaid = [
        word
        for word in rare
        if not any(stands_for(word, one, attempt.pair) >= KNOWN for one in english)
    ]
    new = len(out_of_the_blue(attempt))
    kinds = [issue.kind for issue in issues]
    faults = sum(issue.weight for issue in issues if issue.kind not in soft())
    return {
        "worst": max((gap.weight for gap in (*found.missing, *found.added)), default=0.0),
        "share_missing": sum(gap.weight for gap in found.missing) / max(1, len(words)),
        "hard": sum(hard) / max(1, len(words)),
        "rare": float(len(rare)),
        "unsaid": float(len(unsaid)),
        "strangers": float(min(new, MOST_STRANGERS)),
        "unusual": float(min(len(unusual(attempt.source, attempt.pair[0])), MOST_UNUSUAL)),
        "invented": float(kinds.count("invented")),
        "negation": float(kinds.count("negation")),
        "faults": float(min(faults, MOST_FAULTS)),
        "length": math.log(max(1, min(len(WORD.findall(attempt.source)), MOST_WORDS))),
    }


@cache
def soft() -> frozenset[str]:
    """Give the checks whose findings are doubts only where the whole is unlikely to be right."""
    return frozenset(table("confidence")["soft"])


def confidence(
    attempt: Attempt,
    issues: Sequence[Issue],
    score: float | None = None,
    purpose: Literal["doubt", "choice"] = "doubt",
    told: int = 0,
) -> float | None:
    """Give the probability that `attempt` is right; None for languages that were not counted.

    `score` is the model's, above the one it is unsure below; None where that is not known. Of so
    many words as `told` the model was told a meaning. What several translations of a text are
    compared by has weights of its own (`purpose`).

    >>> from translate.mt.units import Unit
    >>> good, bad = (Attempt(Unit("Il a vendu la maison."), english, complete=True)
    ...              for english in ("He sold the house.", "He sold the boat."))
    >>> confidence(good, []) > confidence(bad, [])
    True
    """
    if senses(*attempt.pair) is None:
        return None
    known = table("confidence") if purpose == "doubt" else table("confidence")["choice"]
    weights = known["without_score" if score is None else "with_score"]
    found = features(attempt, tuple(issues)) | {"told": float(told)}
    sum_ = weights["intercept"] + sum(
        weights.get(name, 0.0) * value for name, value in found.items()
    )
    if score is not None:
        sum_ += weights["score"] * score
    sure = 1 / (1 + math.exp(-sum_))
    if purpose == "doubt" and headword(attempt.source, attempt.english, attempt.pair):
        return max(sure, float(known["headword"]))
    return sure


def clearly(sure: float | None, other: float | None) -> bool:
    """Tell whether a translation is clearly likelier right than the `other`.

    >>> clearly(0.8, 0.7), clearly(0.8, 0.79), clearly(0.8, None)
    (True, False, False)
    """
    known = sure is not None and other is not None
    return known and sure > other + table("confidence")["clearly"]


def unlikely(sure: float | None) -> bool:
    """Tell whether a translation that is right with the probability `sure` is a doubtful one."""
    return sure is not None and not likely(sure)


def likely(sure: float, issue: Issue | None = None) -> bool:
    """Tell whether a translation that is right with the probability `sure` is no doubtful one.

    With `issue`: whether it is no doubt for that. What does not hang on the whole is always one.
    """
    return sure >= table("confidence")["doubtful_below"] and (not issue or issue.kind in soft())
