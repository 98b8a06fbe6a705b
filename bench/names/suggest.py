"""What is found of the misspelt names of a corpus when the glossary holds only the right ones.

    python bench/names/suggest.py NAMES.json TEXTS… [--other FILE]

NAMES.json has `names`: canonical name to the spellings that stand for it in the texts. The
glossary gets the canonical names alone; a spelling whose letters, without case and accents, are not
those of the name or of its last word should be suggested. `--other` is a text that knows nobody of
the glossary: each suggestion there is one that a person must look at in vain.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from translate.names.forms import surname
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key
from translate.names.suggest import suggest


def main(arguments: list[str]) -> None:
    other = ""
    if "--other" in arguments:
        at = arguments.index("--other")
        other = Path(arguments[at + 1]).read_text(encoding="utf-8")
        del arguments[at : at + 2]
    if not all(Path(path).is_file() for path in arguments):
        sys.exit(f"{arguments}: not here; give the names and the texts")
    listed: dict[str, dict[str, int]] = json.loads(Path(arguments[0]).read_text("utf-8"))["names"]
    glossary = Glossary(tuple(Name(canonical) for canonical in listed))
    texts = [(Path(p).name, Path(p).read_text(encoding="utf-8")) for p in arguments[1:]]
    wanted = {
        key(spelling): canonical
        for canonical, spellings in listed.items()
        for spelling in spellings
        if " " in spelling and key(spelling) not in (key(canonical), key(surname(canonical)))
    }
    found = {key(s.spelling): s for s in suggest(texts, glossary)}
    right = {k for k, s in found.items() if wanted.get(k) == s.canonical}
    print(f"{len(right)} of {len(wanted)} misspelt full names suggested, {len(found)} suggestions")
    for spelling in sorted(wanted.keys() - right):
        print("  not suggested:", " ".join(spelling), "for", wanted[spelling])
    for k in sorted(found.keys() - right):
        print("  in vain:", found[k].spelling, "for", found[k].canonical, found[k].score)
    if other:
        vain = suggest([("other", other)], glossary)
        print(f"{len(vain)} suggestions in {len(other):,} characters of other text")
        for s in vain[:20]:
            print(f"  {s.score:.2f} {s.count} {s.spelling} for {s.canonical}")


if __name__ == "__main__":
    main(sys.argv[1:])
