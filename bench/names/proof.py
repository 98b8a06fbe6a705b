"""The proof for one corpus: no variant left in the English, and which names are missing.

    python bench/names/proof.py NAMES.json GLOSSARY.toml CLEANED TRANSLATED

CLEANED and TRANSLATED are folders of texts with the same names. Two counts are made: that of
`translate.names.check`, with the glossary, and one that knows nothing of this package: for every
spelling of NAMES.json (`names`: canonical name to spellings) that is more than one word, or differs
in more than case from every word of its canonical name, how often it stands in the English as
whole words.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from translate.names.check import by_line, check
from translate.names.glossary import Glossary


def independent(names: dict[str, dict[str, int]], english: str) -> list[str]:
    """Give the wrong spellings that stand in `english`, as plain patterns find them."""
    left = []
    for canonical, spellings in names.items():
        for spelling in spellings:
            if spelling == canonical or spelling in canonical.split():
                continue
            pattern = rf"(?<!\w){re.escape(spelling)}(?!\w)"
            rest = english.replace(canonical, "")
            left += [spelling] * len(re.findall(pattern, rest))
    return left


def main(names_path: str, glossary_path: str, cleaned: str, translated: str) -> None:
    if not Path(names_path).is_file():
        sys.exit(f"{names_path}: not here; give a file of names")
    names = json.loads(Path(names_path).read_text(encoding="utf-8"))["names"]
    texts = []
    total = 0
    for path in sorted(Path(translated).glob("*.txt")):
        english = path.read_text(encoding="utf-8")
        source = (Path(cleaned) / path.name).read_text(encoding="utf-8")
        left = independent(names, english)
        total += len(left)
        print(f"{path.name}: {len(left)} wrong spellings of the list left {left or ''}")
        texts.append((path.name, by_line(source, english)))
    report = check(texts, Glossary.load(Path(glossary_path)))
    required = sum(n for d in report.documents for s in d.spellings.values() for n in s.values())
    print(f"plain patterns: {total} left; check: {report.variants_left} variants left, "
          f"{report.failed} of {required} names missing")  # fmt: skip
    for document in report.documents:
        for fault in document.faults:
            print(f"  {document.document}:{fault.line}: {fault.kind} {fault.target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
