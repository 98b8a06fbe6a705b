"""Is a negation that a translation dropped or made up seen, and how often is a good one doubted?

    python bench/mt/negation.py DEV_FOLDER [LINES] [missed|alarms]

DEV_FOLDER holds `NAME.fr` and `NAME.en`, lines that translate each other; the first LINES of each
are read (300). Alarms: translations by people that the check doubts. Dropped: the same with one
negation of the English taken out; made up: with one put in; found if the check doubts it, for the
lines that it does not doubt as they are. With `missed` or `alarms` those are printed.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from translate.config import LANGUAGES
from translate.mt.counterparts.negation import unmatched

# What an English negation becomes when it is taken out.
OUT = {
    "cannot": "can", "not": "", "n't": "", "never": "always", "no": "some", "nothing": "something",
    "nobody": "somebody", "none": "some", "without": "with", "neither": "both",
}  # fmt: skip
NO = re.compile(rf"(?:\b|(?=n't))(?:{'|'.join(OUT)})\b", re.I)
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may)\b")


def dropped(english: str) -> Iterator[str]:
    """Give `english` without each of its negations in turn."""
    for match in NO.finditer(english):
        if not english[match.end() :].startswith((" only", " just", " doubt")):
            yield english[: match.start()] + OUT[match[0].lower()] + english[match.end() :]


def made_up(english: str) -> Iterator[str]:
    """Give `english` with a negation behind each of the verbs that may have one."""
    for match in VERB.finditer(english):
        yield f"{english[: match.end()]} not{english[match.end() :]}"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("none")
    names = sorted(path.stem for path in folder.glob("*.fr"))
    if not names:
        sys.exit(f"{__doc__}\nno development data in {folder}")
    lines = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    shown = sys.argv[3] if len(sys.argv) > 3 else ""
    random_ = random.Random(1)
    for name in names:
        both = [(folder / f"{name}.{c}").read_text(encoding="utf-8").split("\n") for c in LANGUAGES]
        alarms, tried, found = 0, [0, 0], [0, 0]
        for source, english in list(zip(*both, strict=True))[:lines]:
            if any(doubt := unmatched(source, english, LANGUAGES)):
                alarms += 1
                if shown == "alarms":
                    print(doubt, source, english, sep="\n  ")
                continue
            for kind, change in enumerate((dropped, made_up)):
                changed = list(change(english))
                if not changed:
                    continue
                worse = random_.choice(changed)
                seen = any(unmatched(source, worse, LANGUAGES))
                tried[kind] += 1
                found[kind] += seen
                if not seen and shown == "missed":
                    print(source, worse, sep="\n  ")
        print(
            f"{name}: {alarms} of {lines} doubted as they are; of negations dropped "
            f"{found[0]} of {tried[0]} found, made up {found[1]} of {tried[1]}"
        )


if __name__ == "__main__":
    main()
