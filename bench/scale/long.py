"""One long text through `corpus run`, with a model that answers word by word: time and memory.

    python bench/scale/long.py [--size 10000000] [--shape "one line"]

The text has SIZE characters of sentences, no two alike: in one line, without full stops, or each on
a line. Prints the processor time and the memory that the whole command needed at most.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import pytest

from bench.scale.lengths import prose
from tests.fuzzing import Echo
from translate.cli import main as corpus
from translate.mt.engines.engine import PLAIN, Hypothesis, Search

SHAPES = {
    "lines": lambda text: text,
    "one line": lambda text: text.replace("\n", " "),
    "no full stops": lambda text: text.replace(".\n", " "),
}
ENGLISH = (
    "the a of bridge city mayor project school street train morning evening open closed big small "
    "green old garden square market book price water land wind road forest house door table lamp"
)
FRENCH = (
    "le un de pont ville maire projet école rue train matin soir ouvert fermé grand petit vert "
    "vieux jardin place marché livre prix eau terre vent route forêt maison porte table lampe"
)
WORDS = {"la": "the", **dict(zip(FRENCH.split(), ENGLISH.split(), strict=True))}


class WordByWord(Echo):
    """A model that knows the words of the text, and no grammar."""

    signature = "word by word"

    def translate(
        self, segments: Sequence[str], search: Search = PLAIN
    ) -> Iterator[list[Hypothesis]]:
        for segment in segments:
            words = segment.rstrip(".").lower().split(" ")
            end = segment[len(segment.rstrip(".")) :]
            english = " ".join(WORDS.get(word, word) for word in words).capitalize()
            yield [Hypothesis(english + end, -0.5, True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--shape", choices=SHAPES, default="one line")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        os.chdir(folder)
        Path("raw").mkdir()
        Path("raw/a.txt").write_text(SHAPES[options.shape](prose(options.size)), encoding="utf-8")
        loaded = mock.patch(
            "translate.mt.engines.packages.load_model", lambda *_, **__: WordByWord()
        )
        began = time.process_time()
        with loaded, pytest.raises(SystemExit) as ended:
            corpus(["run", "-q", "--jobs", "1"])
        took = time.process_time() - began
        left = sum(file.stat().st_size for file in Path("translated").rglob("*"))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"{options.shape}, {options.size}: {took:.1f} s, {most} MB, {left >> 20} MB made")
        print(f"exit {ended.value.code}")


if __name__ == "__main__":
    main()
