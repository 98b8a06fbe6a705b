"""The summary of a run: what was done, what was taken out and why, and what needs a look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from translate.show.doubts import listed, order
from translate.show.signs import visible
from translate.show.tally import headed
from translate.show.terminal import columns, named, plural, tallied

if TYPE_CHECKING:
    from translate.folders.files import Outcome

ABOVE = "the reason stands above"
AGAIN = "delete the result to have it made again"
MOST = 0.6  # of the letters of a text removed: few texts have so much around them


def summary(  # noqa: PLR0913 - those by name have defaults
    cleaned: Sequence[Outcome],
    translated: Sequence[Outcome],
    places: tuple[object, object],
    shown: int,
    glossary: object,
    *,
    empty: bool = False,
    dry: bool = False,
    report: str = "corpus report",
) -> str:
    """Give the summary of both stages (an empty list: it was not run) as lines of text.

    `places` are the folders of cleaned and translated texts, `shown` the most doubtful sentences
    to list; `glossary` is its file, if there is one, and may be `empty`. Of a `dry` run the texts
    that it would make are named. `report` is the command that shows all of it.
    """
    parts = []
    if cleaned:
        parts.append(_cleaned(cleaned, places[0], dry))
    if translated:
        parts.append(_translated(translated, places[1], dry))
        parts[-1] += f"\n  {visible(_listed(glossary, empty))}"
    points = [*_reported([*cleaned, *translated]), *_warned(cleaned, shown), *_lost(translated)]
    points += [*_doubtful(translated, shown), *_thinned(cleaned), *_left_alone(cleaned)]
    if points:
        numbered = (f"  {number}. {point}" for number, point in enumerate(points, 1))
        parts.append("\n".join(["Look at this first:", *numbered]))
    else:
        parts.append("Nothing needs a look." if parts else "No text is new or changed since then.")
    if cleaned and translated:
        parts.append(f"see it all: {visible(report)}")
    return "\n\n".join(parts)


def _listed(glossary: object, empty: bool) -> str:
    if not glossary:
        return "no glossary: corpus names discover proposes one"
    return f"glossary: {glossary}{' (no name yet: corpus names discover proposes some)' * empty}"


def _head(stage: str, outcomes: Sequence[Outcome], place: object, dry: bool) -> list[str]:
    line = headed(stage, Counter(o.status for o in outcomes), dry=dry)
    made = [o.name for o in outcomes if o.status == "made"] if dry else []
    return [f"{line} -> {visible(str(place))}"] + [f"  new or changed: {named(made)}"] * bool(made)


def _cleaned(outcomes: Sequence[Outcome], place: object, dry: bool) -> str:
    facts = [o.facts for o in outcomes if o.facts]
    kinds: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for fact in facts:
        kinds.update(fact["kinds"])
        languages[fact["language"]] += 1
    lines = _head("cleaned", outcomes, place, dry)
    if languages:
        lines.append(f"  languages: {tallied(languages)}")
    if kinds:
        lines.append("  changes by kind (see them all: corpus diff)")
        lines.append(columns(kinds.most_common(), indent="    "))
    return "\n".join(lines)


def _translated(outcomes: Sequence[Outcome], place: object, dry: bool) -> str:
    facts = [o.facts for o in outcomes if o.facts]
    names: Counter[str] = Counter()
    for fact in facts:
        names.update(fact["names"])
    lines = _head("translated", outcomes, place, dry)
    if facts:
        sentences = sum(fact["sentences"] for fact in facts)
        doubtful = sum(len(fact["doubtful"]) for fact in facts)
        lines.append(f"  {plural(sentences, 'sentence')}, {doubtful} of them doubtful")
        if known := sum(fact.get("known", 0) for fact in facts):
            right = sum(fact["likely"] for fact in facts) / known
            lines[-1] += f"; of the others about {right:.0%} should be right"
        words = sum(fact["words"] for fact in facts)
        if doubtful and words:
            sure = 100 * sum(fact["sure"] for fact in facts) // words  # never all of them
            lines.append(f"  {sure}% of the words are in sentences without a doubt")
        if left := sum(fact.get("left", 0) for fact in facts):
            stand = "it stands" if left == 1 else "they stand"
            lines.append(f"  {plural(left, 'sentence')} in another language, left as {stand}")
    if names:
        lines.append(f"  names of the glossary: {tallied(names)}")
    return "\n".join(lines)


def _reported(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell of texts that were not done, or not as was asked."""
    kept = [o for o in outcomes if o.status == "kept"]
    told = [
        ([o for o in outcomes if o.status == "failed"], "could not be done", ABOVE),
        ([o for o in kept if o.facts], "left as changed by hand", AGAIN),
        ([o for o in kept if not o.facts], "left as there is no record of how it was made", AGAIN),
        ([o for o in outcomes if o.status == "skipped"], "passed over", ABOVE),
    ]
    for found, what, more in told:
        if names := dict.fromkeys(o.name for o in found):
            yield f"{plural(len(names), 'text')} {what}: {named(list(names))} ({more})"
    behind: dict[str, list[str]] = {}
    for outcome in outcomes:
        if older := outcome.facts.get("behind"):
            behind.setdefault(older, []).append(outcome.name)
    yield from (f"{named(texts)}: {older}" for older, texts in behind.items())


def _warned(outcomes: Sequence[Outcome], shown: int) -> Iterator[str]:
    """Tell of texts that were done, but are perhaps not what they should be."""
    told = [visible(o.message) for o in outcomes if o.status in ("made", "unchanged") and o.message]
    yield from told[:shown]
    if len(told) > shown:
        yield f"{plural(len(told) - shown, 'text')} more of this kind: -v shows them"


def _lost(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell of names that are not in the English."""
    lost = {o.name: o.facts.get("names", {}).get("failed", 0) for o in outcomes}
    texts = [name for name, count in lost.items() if count]
    if texts:
        names = plural(sum(lost.values()), "name")
        yield f"{names} missing in the English of {named(texts)} (corpus names check tells which)"


def _doubtful(outcomes: Sequence[Outcome], shown: int) -> Iterator[str]:
    """Tell of doubtful sentences, those that are least likely right before the others."""
    found = [(o.name, doubt) for o in outcomes for doubt in o.facts.get("doubtful", ())]
    found.sort(key=lambda one: order(one[1]))
    if not found:
        return
    lines = [f"{plural(len(found), 'sentence')} in doubt, the least likely right first"]
    for name, doubt in found[:shown]:
        lines += listed(name, doubt)
    if len(found) > shown:
        lines.append(f"{len(found) - shown} more: -v shows them, the records hold them")
    yield "\n     ".join(lines)


def _thinned(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell of texts of which most was removed."""
    shares = {o.name: removed(o.facts) for o in outcomes if o.facts}
    most = sorted((name for name in shares if shares[name] >= MOST), key=lambda n: -shares[n])
    if most:
        said = named([f"{name} ({shares[name]:.0%})" for name in most])
        yield f"most was taken out of {plural(len(most), 'text')}: {said} (corpus diff shows what)"


def removed(facts: dict[str, Any]) -> float:
    """Give the share of the letters of a text that was removed.

    >>> removed({"removed_letters": 3, "letters": 1}), removed({})
    (0.75, 0.0)
    """
    gone = facts.get("removed_letters", 0)
    return float(gone / (gone + facts["letters"])) if gone else 0.0


def _left_alone(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell of places where no repair was certain."""
    notes = {o.name: o.facts["notes"] for o in outcomes if o.facts and o.facts["notes"]}
    if notes:
        places = f"{plural(sum(notes.values()), 'place')} of {named(list(notes))}"
        yield f"{places} left alone: no repair was certain (the records tell where)"
