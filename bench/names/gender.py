"""He and she: what changes in human translations, where every change is wrong; what is found.

    python -m bench.names.gender NAME.fr NAME.en [--lines 12] [--wrong]

So many lines are a text. *found*: pronouns of people, each made that of the other gender, and the
share of these that come back.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from translate.document import Edit, apply
from translate.mt.coreference import spoken
from translate.mt.coreference.english import Said, said
from translate.mt.coreference.rules import rules
from translate.mt.terms import Gender
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary

PAIR = ("fr", "en")
OTHER: dict[Gender, Gender] = {"woman": "man", "man": "woman"}


def people(english: str) -> list[Said]:
    """Give the pronouns of people in `english`, "her" taken for a possessive where it is open."""
    told = rules(*PAIR)
    assert told
    found = (replace(one, kind=one.kind or "owned") for one in said(english, told[1]))
    return [one for one in found if one.gender]


def turned(english: str) -> str:
    """Give `english` with each pronoun of somebody made that of the other gender."""
    told = rules(*PAIR)
    assert told
    return apply(
        english,
        [
            Edit(one.start, one.word, one.as_said_of(OTHER[one.gender], told[1]))
            for one in people(english)
        ],
    )


def main(source: str, target: str, lines: int, show: bool) -> None:
    keeper = NameKeeper(Glossary())
    sides = (Path(p).read_text(encoding="utf-8").splitlines() for p in (source, target))
    total = wrong = doubts = 0
    found = {"woman": 0, "man": 0}
    every = {"woman": 0, "man": 0}
    both = zip(*sides, strict=True)
    while pairs := list(islice(both, lines)):
        french, english = ([pair[side] for pair in pairs] for side in (0, 1))
        named = partial(keeper.people, french, "fr")
        for left, right, one in zip(
            french, english, spoken(french, english, named, PAIR), strict=True
        ):
            total += len(people(right))
            wrong += len(one.repairs)
            doubts += bool(one.checks)
            if one.repairs and show:
                print(f"  {left}\n  {one.english}\n")
        back = spoken(french, [turned(one) for one in english], named, PAIR)
        for right, one in zip(english, back, strict=True):
            for was, now in zip(people(right), people(one.english), strict=False):
                every[was.gender] += 1
                found[was.gender] += was.word == now.word
    shares = ", ".join(f"{found[one]} of {every[one]} of a {one}" for one in every)
    print(f"{wrong} of {total} right pronouns changed, {doubts} doubts; turned and back: {shares}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs=2)
    parser.add_argument("--lines", type=int, default=12)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    main(asked.files[0], asked.files[1], asked.lines, asked.wrong)
