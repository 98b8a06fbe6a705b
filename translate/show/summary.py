"""The summary of a run: what was done, what was taken out and why, and what needs a look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translate.show.doubts import listed, order
from translate.show.signs import visible
from translate.show.tally import COUNTED, headed, relied_on
from translate.show.terminal import columns, most_first, named, plural, tallied

if TYPE_CHECKING:
    from translate.folders.files import Outcome

ABOVE = "the reason stands above"
AGAIN = "delete the result to have it made again"
COPIES = 3  # groups of files with the same text that are named
MOST = 0.6  # of the letters of a text removed: few texts have so much around them


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run was asked for, where it put what it made, and what shows more of it.

    `cleaned` and `translated` are folders, `shown` how many of the most doubtful sentences to list;
    `glossary` is its file, if there is one, and may be `empty`. Of a `dry` run the texts that it
    would make are named. `commands` are those to type, by their words.

    >>> Ran("c", "t", commands={"diff": "corpus diff raw c"}).more("diff"), Ran("c", "t").more("x")
    ('corpus diff raw c', 'corpus x')
    """

    cleaned: object
    translated: object
    shown: int = 10
    glossary: object = None
    empty: bool = False
    dry: bool = False
    commands: Mapping[str, str] = field(default_factory=dict)

    def more(self, words: str) -> str:
        """Give the command of these `words` as it is to be typed."""
        return visible(self.commands.get(words, f"corpus {words}"))


def summary(cleaned: Sequence[Outcome], translated: Sequence[Outcome], ran: Ran) -> str:
    """Give the summary of both stages (an empty list: it was not run) as lines of text."""
    parts = []
    if cleaned:
        parts.append(_cleaned(cleaned, ran))
    if translated:
        parts += [f"{_translated(translated, ran)}\n  {_listed(ran)}"]
    points = [*_reported([*cleaned, *translated]), *_warned(cleaned, ran.shown)]
    points += [*_lost(translated, ran), *_doubtful(translated, ran.shown)]
    points += [*_thinned(cleaned, ran), *_copies(cleaned), *_left_alone(cleaned)]
    if points:
        numbered = (f"  {number}. {point}" for number, point in enumerate(points, 1))
        parts.append("\n".join(["Look at this first:", *numbered]))
    else:
        parts.append("Nothing needs a look." if parts else "No text is new or changed since then.")
    if cleaned and translated:
        parts.append(f"see it all: {ran.more('report')}")
    return "\n\n".join(parts)


def _listed(ran: Ran) -> str:
    proposes = f"{ran.more('names discover')} proposes"
    if not ran.glossary:
        return f"no glossary: {proposes} one"
    return f"glossary: {visible(str(ran.glossary))}{f' (no name yet: {proposes} some)' * ran.empty}"


def _head(stage: str, outcomes: Sequence[Outcome], place: object, dry: bool) -> list[str]:
    line = headed(stage, Counter(o.status for o in outcomes), dry=dry)
    made = [o.name for o in outcomes if o.status == "made"] if dry else []
    return [f"{line} -> {visible(str(place))}"] + [f"  new or changed: {named(made)}"] * bool(made)


def _cleaned(outcomes: Sequence[Outcome], ran: Ran) -> str:
    facts = [o.facts for o in outcomes if o.facts]
    kinds: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for fact in facts:
        kinds.update(fact["kinds"])
        languages[fact["language"]] += 1
    lines = _head("cleaned", outcomes, ran.cleaned, ran.dry)
    if languages:
        lines.append(f"  languages: {tallied(languages)}")
    if kinds:
        lines.append(f"  changes by kind (see them all: {ran.more('diff')})")
        lines.append(columns(most_first(kinds), indent="    "))
    return "\n".join(lines)


def _translated(outcomes: Sequence[Outcome], ran: Ran) -> str:
    facts = [o.facts for o in outcomes if o.facts]
    names: Counter[str] = Counter()
    for fact in facts:
        names.update(fact["names"])
    lines = _head("translated", outcomes, ran.translated, ran.dry)
    if facts:
        counts = {name: sum(fact.get(name, 0) for fact in facts) for name in COUNTED}
        lines += relied_on(counts | {"doubtful": sum(len(fact["doubtful"]) for fact in facts)})
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


def _lost(outcomes: Sequence[Outcome], ran: Ran) -> Iterator[str]:
    """Tell of names that are not in the English."""
    lost = {o.name: o.facts.get("names", {}).get("failed", 0) for o in outcomes}
    texts = [name for name, count in lost.items() if count]
    if texts:
        names, tells = plural(sum(lost.values()), "name"), f"{ran.more('names check')} tells which"
        yield f"{names} missing in the English of {named(texts)} ({tells})"


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


def _thinned(outcomes: Sequence[Outcome], ran: Ran) -> Iterator[str]:
    """Tell of texts of which most was removed."""
    shares = {o.name: removed(o.facts) for o in outcomes if o.facts}
    thin = sorted((name for name in shares if shares[name] >= MOST), key=lambda n: -shares[n])
    if thin:
        said = named([f"{name} ({shares[name]:.0%})" for name in thin])
        count = plural(len(thin), "text")
        yield f"most was taken out of {count}: {said} ({ran.more('diff')} shows what)"


def _copies(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Tell of texts, not empty, that are the same as another once they are cleaned."""
    same: dict[str, list[str]] = {}
    for one in outcomes:
        if one.facts.get("letters") and (text := one.facts.get("text_sha256")):
            same.setdefault(text, []).append(one.name)
    groups = [names for names in same.values() if len(names) > 1]
    if groups:
        said = "; ".join(named(names) for names in groups[:COPIES])
        more = f"; and {len(groups) - COPIES} more such" if len(groups) > COPIES else ""
        yield f"the same text in several files, once cleaned: {said}{more}"


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
