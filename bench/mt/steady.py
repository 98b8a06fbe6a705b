"""Is the English of a sentence always the same, and the memory needed flat?

    python bench/mt/steady.py independence DEV_FOLDER [SENTENCES]
    python bench/mt/steady.py memory

- independence: sentences of news, translated one at a time by one worker, and three times in random
  order, in batches, by all workers; the answers and, to two decimals, the scores must be the same;
- memory: the peak of a process that translates 10,000 and 100,000 short sentences (greedy search),
  in documents of 50 (limit: 1.3 times).
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from translate.mt.engines.packages import EMBEDDED, load_engine
from translate.mt.job import translate_documents
from translate.mt.units import Source

FOLDER = EMBEDDED / "fr_en"


def independence(folder: Path, count: int) -> None:
    texts = (folder / "wmt08-12.fr").read_text(encoding="utf-8").splitlines()
    texts = list(dict.fromkeys(t for t in texts if t.strip()))[5000 : 5000 + count]
    alone, together = load_engine(FOLDER, threads=1), load_engine(FOLDER)
    said = {t: next(alone.translate([t])) for t in texts}
    for seed in (1, 2, 3):
        order = random.Random(seed).sample(texts, len(texts))
        if seed == 3:
            order.sort(key=len)
        answers = dict(zip(order, together.translate(order), strict=True))
        other = sum(answers[t][0].text != said[t][0].text for t in texts)
        scores = sum(
            round(answers[t][0].score or 0, 2) != round(said[t][0].score or 0, 2) for t in texts
        )
        lower = sum([h.text for h in answers[t]] != [h.text for h in said[t]] for t in texts)
        print(f"run {seed}: of {len(texts)} sentences {other} differ in the best answer, "
              f"{scores} in its score, {lower} further down")  # fmt: skip


def memory() -> None:
    peaks = []
    for count in (10_000, 100_000):
        command = [sys.executable, __file__, "memory", str(count)]
        peaks.append(int(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout))
        print(f"{count} sentences: peak {peaks[-1] / 1024:.0f} MiB", flush=True)
    print(f"{peaks[1] / peaks[0]:.2f} times (limit 1.3)")


def peak(count: int) -> int:
    def sources() -> Iterator[Source]:
        for start in range(0, count, 50):
            lines = [f"Le train {n} part." for n in range(start, start + 50)]
            yield Source(str(start), "\n".join(lines))

    engine = load_engine(FOLDER, beam=1)
    for _ in translate_documents(sources(), engine):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    match sys.argv[1:]:
        case ["memory", count]:
            print(peak(int(count)))
        case ["memory"]:
            memory()
        case ["independence", folder, *rest] if Path(folder, "wmt08-12.fr").is_file():
            independence(Path(folder), int(rest[0]) if rest else 500)
        case _:
            sys.exit(f"{__doc__}\nno such measure, or no development data there")


if __name__ == "__main__":
    main()
