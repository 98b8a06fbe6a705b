"""The summary of a collection, from its counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translate.show.doubts import listed
from translate.show.terminal import columns, most_first, plural, tallied

if TYPE_CHECKING:
    from translate.folders.tally import Tally

DONE = ("made", "unchanged", "kept")  # what becomes of texts that are in the result


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
    if sentences := tally.counts["sentences"]:
        lines.append(
            f"  {plural(sentences, 'sentence')}, {tally.counts['doubtful']} of them doubtful"
        )
    if tally.names:
        lines.append(f"  names of the glossary: {tallied(tally.names)}")
    for doubt in tally.worst:
        first, *sides = listed(doubt["name"], doubt)
        lines += [f"  ? {first}", *(f"  {side}" for side in sides)]
    last = next(reversed(tally.stages.values()), Counter())
    done = any(last[status] for status in DONE)
    nothing = ": no text" + ", for none could be done" * any(last.values())
    return "\n".join([*lines, f"  -> {place}{nothing * (not done)}"])


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
