"""The summary of a collection, from its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from translate.show.doubts import listed
from translate.show.terminal import columns, most_first, plural, tallied

if TYPE_CHECKING:
    from translate.folders.tally import Tally

DONE = ("made", "unchanged", "kept")  # what becomes of texts that are in the result
# What the facts of a text say of its sentences in numbers.
COUNTED = ("sentences", "known", "likely", "words", "sure", "left")


def counted(tally: Tally, place: object, *, dry: bool = False) -> str:
    """Give what `tally` says of a result at `place`, or of a `dry` run, as lines of text.

    >>> from translate.folders.files import Outcome
    >>> from translate.folders.tally import Tally
    >>> tally = Tally()
    >>> tally.add("cleaned", Outcome("a", "failed", "a: empty", {}))
    >>> counted(tally, "out.jsonl").splitlines()
    ['Cleaned 0 texts, 1 failed', '  -> out.jsonl: no text, for none could be done']
    >>> counted(Tally(), "out.jsonl")
    '  -> out.jsonl: no text'
    """
    lines = [headed(stage, found, dry=dry) for stage, found in tally.stages.items()]
    if tally.languages:
        lines.append(f"  languages: {tallied(tally.languages)}")
    for shape, count in most_first(tally.shapes):
        lines.append(f"  {plural(count, 'text')} taken for plain text, but reading as {shape}")
    if tally.kinds:
        lines += ["  changes by kind", columns(most_first(tally.kinds), indent="    ")]
    if thinned := tally.counts["thinned"]:
        lines.append(f"  most was taken out of {plural(thinned, 'text')} (the records show what)")
    if namesakes := tally.counts["namesakes"]:
        lines.append(
            f"  {plural(namesakes, 'text')} with the name of one before; a folder refuses them"
        )
    if tally.counts["sentences"]:
        lines += relied_on(tally.counts)
    if tally.names:
        lines.append(f"  names of the glossary: {tallied(tally.names)}")
    for doubt in tally.worst:
        first, *sides = listed(doubt["document"], doubt)
        lines += [f"  ? {first}", *(f"  {side}" for side in sides)]
    last = next(reversed(tally.stages.values()), Counter())
    done = any(last[status] for status in DONE)
    nothing = ": no text" + ", for none could be done" * any(last.values())
    return "\n".join([*lines, f"  -> {place}{nothing * (not done)}"])


def relied_on(counts: Mapping[str, float]) -> list[str]:
    """Give in lines how far English can be relied on, by `counts` of its sentences.

    They are the sum over texts of the facts in `COUNTED`, and of how many are `doubtful`.

    >>> found = {"sentences": 9, "doubtful": 1, "known": 8, "likely": 7.2, "words": 90, "sure": 80}
    >>> relied_on(found)
    ... # doctest: +NORMALIZE_WHITESPACE
    ['  9 sentences, 1 of them doubtful; of the others about 90% should be right',
     '  88% of the words are in sentences without a doubt']
    """
    sentences, doubtful = int(counts["sentences"]), int(counts["doubtful"])
    lines = [f"  {plural(sentences, 'sentence')}, {doubtful} of them doubtful"]
    if known := counts.get("known"):
        lines[-1] += f"; of the others about {counts['likely'] / known:.0%} should be right"
    if doubtful and (words := counts["words"]):
        sure = int(100 * counts["sure"] // words)  # never all of them
        lines.append(f"  {sure}% of the words are in sentences without a doubt")
    if left := int(counts.get("left", 0)):
        stand = "it stands" if left == 1 else "they stand"
        lines.append(f"  {plural(left, 'sentence')} in another language, left as {stand}")
    return lines


def headed(stage: str, found: Counter[str], *, dry: bool = False) -> str:
    """Give in a line how many texts are through a stage, `found` by what became of them.

    Of a `dry` run, how many it would make.

    >>> headed("cleaned", Counter(made=2, unchanged=3, failed=1))
    'Cleaned 5 texts (3 unchanged), 1 failed'
    >>> headed("cleaned", Counter(made=2, unchanged=3, failed=1), dry=True)
    'Would have cleaned 2 texts, 3 unchanged, 1 failed'
    """
    among = ("made",) if dry else DONE
    title = f"Would have {stage}" if dry else stage.capitalize()
    count = plural(sum(found[status] for status in among), "text")
    told = {status: f"{n} {status}" for status, n in found.items() if status != "made"}
    of_them = ", ".join(said for status, said in told.items() if status in among)
    others = [said for status, said in told.items() if status not in among]
    return ", ".join([f"{title} {count}{f' ({of_them})' if of_them else ''}", *others])
