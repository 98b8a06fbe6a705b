"""What cleaning a folder costs, as a multiple of `ftfy.fix_text` on the same bytes in one run.

    python bench/clean/speed.py MT [--megabytes 20] [--profile]

MT holds `parallel/*.tsv.xz`, one `french<TAB>english` a line. Files of about 20 kB are made of runs
of neighbouring French lines of all of them, every tenth file of English ones, some with a share
bar; they are read one by one, as the command reads them. ftfy is asked as it comes.
"""

from __future__ import annotations

import argparse
import lzma
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import ftfy

from translate.clean import pipeline
from translate.clean.rules import Rules
from translate.config import Config

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


def make(source: Path, folder: Path, size: int) -> list[Path]:
    made: list[Path] = []
    total = 0
    for text in texts(source):
        raw = text.encode()
        total += len(raw)
        made.append(folder / f"{len(made)}.txt")
        made[-1].write_bytes(raw)
        if total > size:
            break
    return made


def cleaned(paths: list[Path], rules: Rules) -> float:
    start = time.perf_counter()
    for path in paths:
        pipeline.clean(path.read_bytes(), name=path.name, rules=rules)
    return time.perf_counter() - start


def fixed(paths: list[Path]) -> float:
    start = time.perf_counter()
    for path in paths:
        ftfy.fix_text(path.read_bytes().decode())
    return time.perf_counter() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mt", type=Path)
    options.add_argument("--megabytes", type=float, default=20)
    options.add_argument("--profile", action="store_true", help="where the time of cleaning goes")
    args = options.parse_args()
    if not any(args.mt.glob("parallel/*.tsv.xz")):
        sys.exit(f"{args.mt}: no parallel/NAME.tsv.xz in it")
    rules = Rules.load(Config().clean, Config().languages)
    with tempfile.TemporaryDirectory() as place:
        paths = make(args.mt, Path(place), int(args.megabytes * 1e6))
        size = sum(path.stat().st_size for path in paths) / 1e6
        cleaned(paths[:3], rules)  # libraries and rules loaded
        if args.profile:
            import cProfile
            import pstats

            with cProfile.Profile() as profile:
                cleaned(paths, rules)
            pstats.Stats(profile).sort_stats("cumtime").print_stats(32)
            return
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours = cleaned(paths, rules)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        theirs = fixed(paths)
    print(f"{size:.0f} MB in {len(paths)} files, one core")
    print(f"cleaning {ours:.1f} s ({size / ours:.2f} MB/s), ftfy {theirs:.1f} s")
    print(f"cleaning costs {ours / theirs:.2f} times ftfy; memory {memory / 1024:.0f} MB")
    print(f"({before / 1024:.0f} MB of it before the first file)")


if __name__ == "__main__":
    main()
