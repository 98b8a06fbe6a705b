"""What cleaning a folder costs, as a multiple of `ftfy.fix_text` on the same bytes in one run.

    python bench/cleaning/speed.py MT [--megabytes 20] [--faults] [--stages]

MT holds `parallel/*.tsv.xz`, one `french<TAB>english` a line. Files of about 20 kB are made of runs
of neighbouring French lines of all of them, every tenth file of English ones, some with a share
bar; with `--faults` every fifth paragraph is UTF-8 that was read as Windows-1252. They are read one
by one, as the command reads them. ftfy is asked as it comes.
"""

from __future__ import annotations

import argparse
import lzma
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import ftfy

from translate.cleaning import language, metadata, pipeline
from translate.cleaning.boilerplate import glue
from translate.cleaning.boilerplate import removing as boilerplate
from translate.cleaning.boilerplate.rules import Rules
from translate.cleaning.repair import repair
from translate.config import Config
from translate.document import Document

FILE = 20_000  # characters
TAIL = "\nPartager cet article\nFacebook\nTwitter\nÀ lire aussi\n"


def texts(folder: Path) -> Iterator[str]:
    """Files' texts, taking turns among the sources."""
    sources = [lines(path) for path in sorted((folder / "parallel").glob("*.tsv.xz"))]
    number = 0
    while sources:
        for source in list(sources):
            side = int(number % 10 == 9)
            part: list[str] = []
            size = 0
            for pair in source:
                part.append(pair[side])
                size += len(part[-1])
                if size > FILE:
                    break
            else:
                sources.remove(source)
            number += 1
            yield "\n\n".join(part) + (TAIL if number % 4 == 0 else "\n")


def lines(path: Path) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")[:2]


def misread(paragraph: str) -> str:
    try:
        return paragraph.encode().decode("cp1252")
    except UnicodeDecodeError:  # a byte that Windows-1252 has no character for
        return paragraph


def harmed(text: str) -> str:
    parts = text.split("\n\n")
    parts[::5] = map(misread, parts[::5])
    return "\n\n".join(parts)


def make(source: Path, folder: Path, size: int, *, faults: bool) -> list[Path]:
    made: list[Path] = []
    total = 0
    for text in texts(source):
        raw = (harmed(text) if faults else text).encode()
        total += len(raw)
        made.append(folder / f"{len(made)}.txt")
        made[-1].write_bytes(raw)
        if total > size:
            break
    return made


def cleaned(paths: list[Path], rules: Rules) -> float:
    start = time.process_time()
    for path in paths:
        pipeline.clean(path.read_bytes(), name=path.name, rules=rules)
    return time.process_time() - start


def unchanged(doc: Document) -> Document:
    return doc


def stages(paths: list[Path], rules: Rules) -> dict[str, float]:
    """Seconds of each stage, in one pass over the files (cleaning repeats some where they act)."""
    config = Config()
    seconds: dict[str, float] = {}
    steps: list[tuple[str, Callable[[Document], Document]]] = [
        ("repair", lambda doc: repair(doc, config.languages)),
        ("unglue", lambda doc: glue.unglue(doc, rules)),
        ("boilerplate", lambda doc: boilerplate.remove(doc, rules, None)),
        ("metadata", lambda doc: metadata.describe(doc, rules)),
        ("language", lambda doc: language.check(doc, config.languages, config.source)),
    ]
    for path in paths:
        start = time.process_time()
        doc = pipeline.opened(path.read_bytes(), path.name, config)
        for name, step in [("decode", unchanged), *steps]:
            doc = step(doc)
            now = time.process_time()
            seconds[name] = seconds.get(name, 0) + now - start
            start = now
    return seconds


def fixed(paths: list[Path]) -> float:
    start = time.process_time()
    for path in paths:
        ftfy.fix_text(path.read_bytes().decode())
    return time.process_time() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mt", type=Path)
    options.add_argument("--megabytes", type=float, default=20)
    options.add_argument("--faults", action="store_true", help="with mojibake in the texts")
    options.add_argument("--stages", action="store_true", help="tell the time of each stage too")
    args = options.parse_args()
    if not any(args.mt.glob("parallel/*.tsv.xz")):
        sys.exit(f"{args.mt}: no parallel/NAME.tsv.xz in it")
    rules = Rules.load(Config().clean, Config().languages)
    with tempfile.TemporaryDirectory() as place:
        paths = make(args.mt, Path(place), int(args.megabytes * 1e6), faults=args.faults)
        size = sum(path.stat().st_size for path in paths) / 1e6
        cleaned(paths[:3], rules)  # libraries and rules loaded
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours = cleaned(paths, rules)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        theirs = fixed(paths)
        parts = stages(paths, rules) if args.stages else {}
    print(f"{size:.0f} MB in {len(paths)} files, seconds of processor time on one core")
    print(f"cleaning {ours:.1f} s ({size / ours:.2f} MB/s), ftfy {theirs:.1f} s")
    print(f"cleaning costs {ours / theirs:.2f} times ftfy; memory {memory / 1024:.0f} MB")
    print(f"({before / 1024:.0f} MB of it before the first file)")
    for name, seconds in parts.items():
        print(f"  {name:12}{seconds:7.1f} s = {seconds / theirs:.2f} times ftfy")


if __name__ == "__main__":
    main()
