"""How many names come through the translation, without and with the glossary.

    python -m bench.names.kept FRENCH ENGLISH [LINES]

The two files are parallel, a sentence a line. Names are the runs of two or more capitalised words
that stand in both languages of a line (`bench/names/repair.py`); they become a glossary without
variants. The French lines with names (at most LINES, 150) are translated twice by the default
model: without glossary, and with `NameKeeper`. A name is kept where it stands in the English of its
sentence as a whole word, in its case.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from bench.names.repair import shared_names
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key


def main(french_path: str, english_path: str, most: int) -> None:
    if not Path(french_path).is_file():
        sys.exit(f"{french_path}: not here; give two parallel files")
    french = Path(french_path).read_text(encoding="utf-8").splitlines()
    english = Path(english_path).read_text(encoding="utf-8").splitlines()
    names: dict[tuple[str, ...], str] = {}
    lines: list[str] = []
    for source, target in zip(french, english, strict=True):
        shared = shared_names(source, target)
        names.update((key(name), name) for name in shared)
        lines += [source] * bool(shared)
    keeper = NameKeeper(Glossary(tuple(Name(name) for name in sorted(names.values()))))
    text = Source("lines", "\n".join(lines[:most]))
    engine = loaded("", "fr", "en")
    spent = []
    for label, terms in (("without", None), ("with", keeper)):
        count: Counter[str] = Counter()
        status: Counter[str] = Counter()
        start = time.perf_counter()
        (done,) = translate_documents([text], engine, terms=terms)
        spent.append(time.perf_counter() - start)
        for record in done.records:
            required = keeper.required(record.source)
            count["required"] += len(required)
            count["missing"] += len(keeper.missing(record.english, required))
            status.update(name.status for name in record.names)
        kept = 1 - count["missing"] / count["required"]
        print(f"{label:8}{count['required']:5} names{kept:8.1%} in the English  {dict(status)}")
    print(f"time with / without: {spent[1] / spent[0]:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 150)
