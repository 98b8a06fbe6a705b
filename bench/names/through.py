"""Names from end to end: found, accepted, translated; what stands in the English, what is listed.

    python -m bench.names.through FRENCH ENGLISH [FRENCH ENGLISH …] [--seed=14] [--names=500]

The corpus of `bench/names/made.py`, another one for another --seed; ten sentences a text. Its right
names are the glossary, every spelling that discovery proposes for one of them is accepted, and all
texts are translated by the default model. Counted are, by plain patterns: the sentences whose
spelling the glossary then has and whose name stands in their English, as a whole word in its case;
and canonical names in the English of a sentence that does not have them. What is missing must be
listed as failed by the record of the sentence, which the summary of a run counts, and by
`corpus names check`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

from bench.names.made import NAMES, Made, make
from translate.mt.job import loaded, translate_documents
from translate.mt.units import SentenceRecord, Source, Translation
from translate.names.check import Passage, check
from translate.names.discovery.discover import discover
from translate.names.enforce import NameKeeper
from translate.names.glossary import Glossary, Name
from translate.names.spelling import key

DOCUMENT = 10
SEED = 14


def accepted(glossary: Glossary, texts: Sequence[tuple[str, str]]) -> Glossary:
    """Give `glossary` with every spelling that is proposed for its names in `texts`."""
    owners = {key(name.canonical): name.canonical for name in glossary.names}
    variants: dict[str, list[str]] = {}
    for found in discover(texts, glossary):
        for one in found.spellings if found.known else ():
            owner = owners.setdefault(key(one.spelling), found.canonical)
            if owner == found.canonical != one.spelling:
                variants.setdefault(owner, []).append(one.spelling)
    return Glossary(
        tuple(
            Name(name.canonical, name.kind, tuple(variants.get(name.canonical, ())))
            for name in glossary.names
        )
    )


def stands(name: str, text: str) -> bool:
    """Whether `name` stands in `text` as whole words, spelt and cased so."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def by_line(translations: Sequence[Translation]) -> Iterator[tuple[str, list[SentenceRecord]]]:
    """Give the English and the records of each sentence of the corpus, in their order."""
    for done in translations:
        for number, english in enumerate(done.text.split("\n"), 1):
            if number % 2:
                yield english, [record for record in done.records if record.line == number]


def say(corpus: Made, glossary: Glossary, translations: Sequence[Translation]) -> None:
    """Print what became of the names."""
    known = {key(s): n.canonical for n in glossary.names for s in (n.canonical, *n.variants)}
    every = [name.canonical for name in glossary.names]
    report = check(_passages(translations), glossary)
    told = {(f.source, f.canonical) for doc in report.documents for f in doc.faults}
    wanted = right = listed = checked = added = 0
    for line, name, spelt, (english, records) in zip(
        corpus.lines, corpus.names, corpus.spelt, by_line(translations), strict=True
    ):
        others = [n for n in every if stands(n, english) and not stands(n.lower(), line.lower())]
        others = [n for n in others if n not in name]
        added += bool(others)
        for other in others:
            print(f"  added {other}: {line}\n    {english}")
        if known.get(key(spelt)) != name:
            continue
        wanted += 1
        if stands(name, english):
            right += 1
            continue
        failed = any(r.status == "failed" for record in records for r in record.names)
        proven = any((record.source, name) in told for record in records)
        listed, checked = listed + failed, checked + proven
        how = "".join((" failed" * failed, " checked" * proven)) or " NOT LISTED"
        print(f"  missing {name} ({spelt}){how}: {line}\n    {english}")
    print(f"{len(corpus.lines)} sentences, {wanted} with a known spelling of their name: {right} = "
          f"{right / wanted:.2%} stand in the English; of {wanted - right} others {listed} are "
          f"failed in their record, {checked} in the check; {report.variants_left} variants left; "
          f"{added} sentences with a name that they did not have")  # fmt: skip


def _passages(translations: Sequence[Translation]) -> Iterator[tuple[str, list[Passage]]]:
    for done in translations:
        yield done.name, [Passage(r.line, r.source, r.english) for r in done.records]


def main(paths: list[str], seed: int, names: int) -> None:
    corpus = make(paths, seed, names)
    texts = [
        (f"{i}.txt", "\n\n".join(corpus.lines[i : i + DOCUMENT]))
        for i in range(0, len(corpus.lines), DOCUMENT)
    ]
    glossary = accepted(corpus.glossary, texts)
    keeper = NameKeeper(glossary)
    sources = [Source(name, text) for name, text in texts]
    translations = list(translate_documents(sources, loaded("", "fr", "en"), terms=keeper))
    say(corpus, glossary, translations)


if __name__ == "__main__":
    options = dict(a[2:].split("=") for a in sys.argv[1:] if a.startswith("--"))
    main(
        [a for a in sys.argv[1:] if not a.startswith("--")],
        int(options.get("seed", SEED)),
        int(options.get("names", NAMES)),
    )
