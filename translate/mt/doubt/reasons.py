"""Why a translation is unlikely to be right, in a plain sentence: what is most suspicious."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from translate.languages.words import WORD, fold_word
from translate.mt.checks import Attempt
from translate.mt.checks.meaning import covered, of_glossary, out_of_the_blue
from translate.mt.counterparts.coverage import Gap
from translate.mt.counterparts.expressions import english_of
from translate.mt.counterparts.senses import content_words
from translate.mt.counterparts.stems import stem
from translate.mt.data import table
from translate.mt.engines.engine import Weighed

# A word that a reason names, and what it may be instead.
_NAMED = re.compile(r"(?<!\w)'(.+?)'(?!\w)(?: may be '.+?'(?!\w))?")
_UNSURE = "the model is unsure here"


def suspects(attempt: Attempt, words: Weighed) -> list[str]:
    """Give those of `words`, of the English, that are least likely; the worst first.

    Each has its log-probability; function words, those of the glossary and what the English has no
    more are none.

    >>> from translate.mt.units import Unit
    >>> found = [("She", -2.5), ("melts", -3.1), ("the", -0.1), ("barn.", -1.2)]
    >>> suspects(Attempt(Unit("Elle range la grange."), "She melts the barn."), found)
    ['melts', 'barn']
    """
    limits = table("confidence")["suspects"]
    there = set(content_words(attempt.english, attempt.pair[1])) - of_glossary(attempt)
    worst = sorted((score, word) for word, score in words if score < limits["below"])
    found = dict.fromkeys(w for _, word in worst for w in WORD.findall(word) if w in there)
    return list(found)[: limits["most"]]


def reason(attempt: Attempt, meaning: Mapping[str, str], least: Sequence[str] = ()) -> str:
    """Give what in `attempt` is most likely wrong; `meaning` has translations of source words.

    `least` are the least likely words of the English.

    >>> from translate.mt.units import Unit
    >>> attempt = Attempt(Unit("Elle range la grange."), "She stores the grain.")
    >>> reason(attempt, {"grange": "barn"})
    "'grange' may be 'barn' rather than 'grain'"
    >>> reason(Attempt(Unit("Il dort."), "He sleeps."), {}, ["sleeps"])
    "the model is unsure here, most of all of 'sleeps'"
    """
    told = table("coverage")["told"]
    gaps = covered(attempt)
    missing = [gap for gap in gaps.missing if gap.weight >= told]
    new = out_of_the_blue(attempt)
    added = [gap.word for gap in gaps.added if gap.weight >= told]
    suspicious = quoted([*new, *(least or added[:1])][: table("confidence")["suspects"]["most"]])
    if not missing:
        return _UNSURE + (f", most of all of {suspicious}" if suspicious else "")
    worst = max(missing, key=lambda gap: gap.weight)
    better = english_of(worst.word, attempt.source, attempt.pair, meaning)
    there = {stem(word, attempt.pair[1]) for word in WORD.findall(attempt.english)}
    other_word = better and fold_word(better) != fold_word(worst.word)  # "putsch" is no news
    if other_word and stem(better, attempt.pair[1]) not in there:
        other = _opposite(worst, attempt, new or added)
        others = quoted([word for word in least if word != other])
        rather = f" rather than '{other}'" if other else ""
        also = f"; the model is unsure of {others}" if others else ""
        return f"'{worst.word}' may be '{better}'{rather}{also}"
    words = quoted([gap.word for gap in missing])
    english = f"; in the English of {quoted(least)}" if least else ""
    return f"{_UNSURE}, most of all of {words}{english}"


def standing(told: str, source: str, english: str) -> str:
    """Give the reason `told` without words that stand neither in `source` nor in its `english`.

    A sentence that is said plainly before it is translated has words that its reader never saw.

    >>> told = "the model is unsure here, most of all of 'garde', 'grange'; in the English of 'to'"
    >>> standing(told, "Il tient la grange.", "He keeps the barn.")
    "the model is unsure here, most of all of 'grange'"
    >>> standing("'garde' may be 'guard' rather than 'keeps'", "Il tient bon.", "He keeps on.")
    "the model is unsure here, most of all of 'keeps'"
    >>> standing("'grange' may be 'barn'", "Il tient la grange.", "He keeps the range.")
    "'grange' may be 'barn'"
    """
    there = fold_word(f"{source} {english}")

    def stands(word: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(fold_word(word))}(?!\w)", there))

    words = [match[1] for match in _NAMED.finditer(told)]
    left = [word for word in words if stands(word)]
    if left == words:
        return told
    return _UNSURE + (f", most of all of {quoted(left)}" if left else "")


def quoted(words: Iterable[str]) -> str:
    """Give `words`, each once, between quotation marks.

    >>> quoted(["barn", "grain", "barn"])
    "'barn', 'grain'"
    """
    return ", ".join(f"'{word}'" for word in dict.fromkeys(words))


def _opposite(gap: Gap, attempt: Attempt, words: Sequence[str]) -> str:
    """Give that of the English `words` whose place is nearest to that of `gap`, or ""."""

    def place(word: str, text: str) -> float:
        return text.find(word) / max(1, len(text))

    here = place(gap.word, attempt.source)
    return min(words, key=lambda w: abs(place(w, attempt.english) - here), default="")
