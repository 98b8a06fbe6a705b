"""Why a translation is unlikely to be right, in a plain sentence: what is most suspicious."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.languages.words import WORD, fold_word
from translate.mt.checks import Attempt
from translate.mt.checks.meaning import covered
from translate.mt.coverage import Gap, strangers
from translate.mt.data import table
from translate.mt.stems import stem


def reason(attempt: Attempt, meaning: Mapping[str, str]) -> str:
    """Give what in `attempt` is most likely wrong; `meaning` has translations of source words.

    >>> from translate.mt.units import Unit
    >>> attempt = Attempt(Unit("Elle range la grange."), "She stores the grain.")
    >>> reason(attempt, {"grange": "barn"})
    "'grange' may be 'barn' rather than 'grain'"
    >>> reason(Attempt(Unit("Il dort."), "He sleeps."), {})
    'the model is unsure here'
    """
    told = table("coverage")["told"]
    gaps = covered(attempt)
    missing = [gap for gap in gaps.missing if gap.weight >= told]
    new = strangers(attempt.source, attempt.english, attempt.pair)
    added = [gap.word for gap in gaps.added if gap.weight >= told]
    if not missing:
        said = f", most of all of '{(*new, *added)[0]}'" if new or added else ""
        return f"the model is unsure here{said}"
    worst = max(missing, key=lambda gap: gap.weight)
    better = meaning.get(worst.word.lower(), "")
    there = {stem(word, attempt.pair[1]) for word in WORD.findall(attempt.english)}
    other_word = better and fold_word(better) != fold_word(worst.word)  # "putsch" is no news
    if other_word and stem(better, attempt.pair[1]) not in there:
        other = _opposite(worst, attempt, new or added)
        return f"'{worst.word}' may be '{better}'" + (f" rather than '{other}'" if other else "")
    words = ", ".join(f"'{word}'" for word in dict.fromkeys(gap.word for gap in missing))
    return f"the model is unsure here, most of all of {words}"


def _opposite(gap: Gap, attempt: Attempt, words: Sequence[str]) -> str:
    """Give that of the English `words` whose place is nearest to that of `gap`, or ""."""

    def place(word: str, text: str) -> float:
        return text.find(word) / max(1, len(text))

    here = place(gap.word, attempt.source)
    return min(words, key=lambda w: abs(place(w, attempt.english) - here), default="")
