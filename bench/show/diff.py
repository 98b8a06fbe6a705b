"""How fast the diff of a long text is, against difflib in the same run, and whether patches fit.

    python bench/show/diff.py [MEGABYTES] [PAIRS]

A text of MEGABYTES (10) is made of the words of the sample texts, and one word of twenty is
replaced by another. Processor time of `compare` (edits with their places), of the whole diff as it
is printed, and of `difflib.SequenceMatcher` over the same words; that is stopped at five times our
time. Then PAIRS (10,000) of small texts, one made of the other by random edits, in files of odd
names with all kinds of line ends: `patch -p1` must make every file of the one the other, to the
byte.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from multiprocessing import get_context
from pathlib import Path

from translate.document import apply
from translate.show.diff.comparing import WORD, compare
from translate.show.diff.patch import patch
from translate.show.diff.reading import Choice
from translate.show.diff.terminal import printed
from translate.show.page import Page

RAW = Path(__file__).parents[2] / "raw"
CHANGED = 0.05
PIECES = [b"un", b"mot", "été".encode(), b"\xe9t\xe9", b" ", b"\n", b"\n", b"\r\n", b"\r", b"\\",
          b"-", b"+ ", b"@@ -1 +1 @@", b"--- a/x", b"\x00", b"\t"]  # fmt: skip
NAMES = ["{}.txt", "un mot {}.txt", 'dit "{}".txt', "été {}/l'an.txt", "a\\{}.txt", "tab\t{}.txt"]


def words() -> list[str]:
    texts = [path.read_text("utf-8", "replace") for path in sorted(RAW.glob("*.txt"))]
    return re.findall(r"\w+", " ".join(texts))


def document(rng: random.Random, known: list[str], size: int) -> str:
    """Give paragraphs of sentences, `size` bytes in all."""
    paragraphs, length = list[str](), 0
    while length < size:
        sentences = [
            " ".join(rng.choices(known, k=rng.randint(6, 22))) for _ in range(rng.randint(2, 7))
        ]
        paragraphs.append(" ".join(f"{sentence.capitalize()}." for sentence in sentences))
        length += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs) + "\n"


def changed(rng: random.Random, known: list[str], text: str) -> str:
    parts = re.split(r"(\w+)", text)
    for n in range(1, len(parts), 2):
        if rng.random() < CHANGED:
            parts[n] = rng.choice(known)
    return "".join(parts)


def by_difflib(old: str, new: str) -> None:
    SequenceMatcher(None, WORD.findall(old), WORD.findall(new)).get_opcodes()


def by_difflib_paragraphs(old: str, new: str) -> None:
    """Compare each paragraph with its namesake: given that, half of the work is done."""
    for left, right in zip(old.split("\n"), new.split("\n"), strict=True):
        if left != right:
            by_difflib(left, right)


def within(work: Callable[[str, str], None], limit: float, old: str, new: str) -> None:
    """Do `work`; the system stops it after so many seconds of processor time."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit)))
    work(old, new)


def processor_time(work: Callable[[str, str], None], old: str, new: str, limit: float) -> str:
    """Give the seconds of `work` in a process of its own, or that it was stopped."""
    process = get_context("fork").Process(target=within, args=(work, limit, old, new))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process.start()
    process.join()
    stopped = process.exitcode != 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{'more than ' if stopped else ''}{spent:.1f} s"


def speed(megabytes: float) -> None:
    rng, known = random.Random(1), words()
    old = document(rng, known, int(megabytes * 1e6))
    new = changed(rng, known, old)
    start = time.process_time()
    edits = compare(old, new)
    ours = time.process_time() - start
    lines = sum(1 for _ in printed("a.txt", old, edits, Choice(), Page()))
    whole = time.process_time() - start
    right = apply(old, edits) == new
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(old.encode()) / 1e6:.1f} MB, {len(WORD.findall(old))} words, signs and spaces")
    print(f"compare {ours:.1f} s, {len(edits)} edits, {'right' if right else 'WRONG'}")
    print(f"compare and print {whole:.1f} s, {lines} lines; peak memory {peak:.0f} MB")
    print(f"difflib, words: {processor_time(by_difflib, old, new, 5 * ours)}")
    each = processor_time(by_difflib_paragraphs, old, new, 5 * ours)
    print(f"difflib, words of each paragraph, told which belong together: {each}")


def pairs(rng: random.Random, count: int) -> Iterator[tuple[str, bytes, bytes]]:
    """Give names, texts and what random edits made of them."""
    for number in range(count):
        parts = rng.choices(PIECES, k=rng.randint(0, 60))
        made = list(parts)
        for _ in range(rng.randint(1, 6)):
            at = rng.randint(0, len(made))
            made[at : at + rng.randint(0, 5)] = rng.choices(PIECES, k=rng.randint(0, 3))
        yield NAMES[number % len(NAMES)].format(number), b"".join(parts), b"".join(made)


def patches(count: int) -> None:
    made = list(pairs(random.Random(2), count))
    with tempfile.TemporaryDirectory() as place:
        for name, old, _ in made:
            file = Path(place) / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(old)
        given = b"".join(patch(*pair) for pair in made)
        done = subprocess.run(["patch", "-p1", "-s"], input=given, cwd=place, check=False)
        wrong = sum((Path(place) / name).read_bytes() != new for name, _, new in made)
        files = sum(path.is_file() for path in Path(place).rglob("*"))
    differ = sum(old != new for _, old, new in made)
    print(f"{count} pairs, {differ} differ: patch ends with {done.returncode}, {wrong} wrong, "
          f"{files - count} files left over")  # fmt: skip


if __name__ == "__main__":
    speed(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
    patches(int(sys.argv[2]) if len(sys.argv) > 2 else 10_000)
