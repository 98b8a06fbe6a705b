"""How many names come through the translation, without and with the glossary; BLEU and time.

    python -m bench.names.kept FRENCH ENGLISH [LINES] [--every] [--more=50000]

The two files are parallel, a sentence a line. Names are the runs of two or more capitalised words
that stand in both languages of a line (`bench/names/repair.py`); they become a glossary without
variants. The French lines with names, or every line (at most LINES, 150), are translated by the
default model without glossary and with it, twice each; the processor's time is the lesser of the
two. A name is kept where it stands in the English of its sentence as a whole word, in its case.
With --more the glossary has so many made-up names besides.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

from sacrebleu.metrics import BLEU

from bench.names import speed
from bench.names.repair import shared_names
from translate.mt.job import loaded, translate_documents
from translate.mt.units import Source
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key


def main(french_path: str, english_path: str, most: int, every: bool, more: int) -> None:
    if not Path(french_path).is_file():
        sys.exit(f"{french_path}: not here; give two parallel files")
    french = Path(french_path).read_text(encoding="utf-8").splitlines()
    english = Path(english_path).read_text(encoding="utf-8").splitlines()
    names: dict[tuple[str, ...], str] = {}
    pairs: list[tuple[str, str]] = []
    for source, target in zip(french, english, strict=True):
        shared = shared_names(source, target)
        names.update((key(name), name) for name in shared)
        pairs += [(source, target)] * bool(shared or every)
    made = speed.glossary(random.Random(14), more).names
    keeper = NameKeeper(Glossary((*(Name(name) for name in sorted(names.values())), *made)))
    pairs = pairs[:most]
    text = Source("lines", "\n".join(source for source, _ in pairs))
    engine = loaded("", "fr", "en")
    tries = [("without", NameKeeper(Glossary())), ("with", keeper)] * 2
    spent: dict[str, float] = {}
    said: dict[str, list[str]] = {}
    for number, (label, terms) in enumerate(tries):
        count: Counter[str] = Counter()
        status: Counter[str] = Counter()
        start = time.process_time()
        (done,) = translate_documents([text], engine, terms=terms)
        took = time.process_time() - start
        spent[label] = min(took, spent.get(label, took))
        if number > 1:
            continue
        said[label] = done.text.split("\n")
        score = BLEU().corpus_score(done.text.split("\n"), [[target for _, target in pairs]])
        for record in done.records:
            required = keeper.required(record.source)
            count["required"] += len(required)
            count["missing"] += len(keeper.missing(record.english, required))
            status.update(name.status for name in record.names)
        kept = 1 - count["missing"] / count["required"]
        named = f"{count['required']} names, {kept:.1%} in the English"
        print(f"{label:8} BLEU {score.score:.2f}, {named}, {dict(status)}")
    ratio = spent["with"] / spent["without"]
    other = sum(a != b for a, b in zip(said["without"], said["with"], strict=True))
    print(f"{len(pairs)} lines, {len(keeper.names)} names; time with / without: {ratio:.2f}")
    print(f"{other} lines come out otherwise with it")


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    most = int(given[2]) if len(given) > 2 else 150
    made = next((int(a[7:]) for a in sys.argv if a.startswith("--more=")), 0)
    main(given[0], given[1], most, "--every" in sys.argv, made)
