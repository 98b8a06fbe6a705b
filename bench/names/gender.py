"""She and her: what changes in human translations, where every change is wrong; what is found.

    python -m bench.names.gender NAME.fr NAME.en [--wrong]

Each line is a text of its own. *found*: lines that speak of a woman, her pronouns made those of a
man, and the share of these that come back.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from translate.mt.gender import Speaking
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary

PAIR = ("fr", "en")
HE = {"her": "his", "hers": "his", "herself": "himself"}
HIS = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
HERS = re.compile(r"\b(?:her|hers|herself)\b")


def main(source: str, target: str) -> None:
    keeper = NameKeeper(Glossary())
    sides = (Path(p).read_text(encoding="utf-8").splitlines() for p in (source, target))
    said = wrong = women = found = 0
    for french, english in zip(*sides, strict=True):
        speaking = Speaking((french,), keeper.people(french, "fr"), PAIR)
        said += bool(HIS.search(english))
        changed, repairs = speaking.mended(french, english)
        wrong += bool(repairs)
        if repairs and "--wrong" in sys.argv:
            print(f"  {french}\n  {changed}\n")
        if HERS.search(english) and not HIS.search(english):
            women += 1
            as_his = HERS.sub(lambda m: HE[m[0]], english)
            found += not HIS.search(speaking.mended(french, as_his)[0])
    print(f"{wrong} of {said} lines with he or his changed; {found} of {women} with her set right")


if __name__ == "__main__":
    main(*sys.argv[1:3])
