"""The summary of a run: what was done, what was taken out and why, what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from translate.show.signs import visible
from translate.show.terminal import columns

if TYPE_CHECKING:
    from translate.folders.files import Outcome

WIDTH = 96


def summary(
    cleaned: Sequence[Outcome],
    translated: Sequence[Outcome],
    places: tuple[object, object],
    shown: int,
    glossary: object,
) -> str:
    """Give the summary of both stages (an empty list: it was not run) as lines of text.

    `places` are the folders of cleaned and translated texts, `shown` the most doubtful sentences
    to list; `glossary` is its file, if there is one.
    """
    parts = []
    if cleaned:
        parts.append(_cleaned([o.facts for o in cleaned if o.facts], cleaned, places[0]))
    if translated:
        parts.append(_translated(translated, places[1], shown))
        said = f"glossary: {glossary}" if glossary else "no glossary: corpus names draft prints one"
        parts[-1] += f"\n  {said}"
    if cleaned and translated:
        parts.append("see it all: corpus report")
    return "\n\n".join(parts)


def _head(title: str, outcomes: Sequence[Outcome], place: object) -> str:
    counts = Counter(o.status for o in outcomes)
    said = ", ".join(f"{n} {status}" for status, n in counts.items() if status != "made")
    return f"{title} {len(outcomes)} texts{f' ({said})' if said else ''} -> {place}"


def _cleaned(facts: Sequence[dict[str, Any]], outcomes: Sequence[Outcome], place: object) -> str:
    kinds: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for fact in facts:
        kinds.update(fact["kinds"])
        languages[fact["language"]] += 1
    lines = [_head("Cleaned", outcomes, place)]
    if languages:
        spoken = ", ".join(f"{n} {code}" for code, n in languages.most_common())
        lines.append(f"  languages: {spoken}")
    if kinds:
        lines.append("  changes by kind (see them all: corpus diff)")
        lines.append(columns(kinds.most_common(), indent="    "))
    notes = sum(fact["notes"] for fact in facts)
    if notes:
        lines.append(f"  {notes} places were left alone because no repair was certain")
    lines += [f"  note: {o.message}" for o in outcomes if o.status == "made" and o.message]
    return "\n".join(lines)


def _translated(outcomes: Sequence[Outcome], place: object, shown: int) -> str:
    facts = [(o.name, o.facts) for o in outcomes if o.facts]
    sentences = sum(fact["sentences"] for _, fact in facts)
    names: Counter[str] = Counter()
    for _, fact in facts:
        names.update(fact["names"])
    doubtful = [(name, doubt) for name, fact in facts for doubt in fact["doubtful"]]
    doubtful.sort(
        key=lambda one: _likely(one[1])
    )  # the worst first, else in the order of the texts
    lines = [_head("Translated", outcomes, place)]
    if facts:
        lines.append(f"  {sentences} sentences, {len(doubtful)} of them doubtful")
        words = sum(fact["words"] for _, fact in facts)
        if doubtful and words:
            sure = sum(fact["sure"] for _, fact in facts) / words
            lines.append(f"  {sure:.0%} of the words are in sentences without a doubt")
    if names:
        said = ", ".join(f"{n} {status}" for status, n in names.most_common())
        lines.append(f"  names of the glossary: {said}")
    for name, doubt in doubtful[:shown]:
        lines.append(f"  ? {name}:{doubt['line']}: {'; '.join(doubt['checks'])}")
        lines.append(f"      {visible(shorten(doubt['source'], WIDTH, placeholder=' …'))}")
        lines.append(f"      {visible(shorten(doubt['english'], WIDTH, placeholder=' …'))}")
    if len(doubtful) > shown:
        lines.append(f"  ? {len(doubtful) - shown} more: -v shows them, the records hold them")
    return "\n".join(lines)


def _likely(doubt: dict[str, Any]) -> float:
    """Give how likely a doubtful sentence is to be right; 0 where a fault is certain."""
    known = doubt["confidence"]
    return 0.0 if known is None else float(known)
