"""The same texts by `corpus clean`, with one worker and two, and by datatrove with two.

    python bench/scale/against_datatrove.py in.jsonl [--only corpus|datatrove] [--workers 2]

datatrove (not of this project: `pip install 'datatrove[io,processing]'`, with ftfy and the
tokenizer of spaCy for French) runs ftfy and its filter of C4, in eight tasks. `corpus clean` does
ftfy's work and more: repair with an exact way back, lines that many texts share, boilerplate by
rules and models, language by paragraph, title and date, a record of every edit. Prints wall-clock
and processor seconds, documents and MB a second, and the peak memory of the largest process.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PIPELINE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import C4QualityFilter
from datatrove.pipeline.formatters.ftfy import FTFYFormatter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

if __name__ == "__main__":
    source, out, workers = sys.argv[1:]
    steps = [
        JsonlReader(source), FTFYFormatter(), C4QualityFilter(language="fra"),
        JsonlWriter(out, compression=None),
    ]
    logs = out + "-logs"
    LocalPipelineExecutor(pipeline=steps, tasks=8, workers=int(workers), logging_dir=logs).run()
"""
TASKS = 8
REPORTED = 1  # the exit code of `corpus` where a text is to be looked at


def measured(name: str, command: list[str], texts: int, size: int) -> None:
    """Run `command` and print what it took."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if done.returncode > REPORTED:
        sys.exit(f"{name}: ended with {done.returncode}")
    seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{name}: {seconds:.1f} s, processor {busy:.1f} s, {texts / seconds:.0f} documents "
        f"and {size / seconds / 1e6:.2f} MB a second, at most {after.ru_maxrss / 1024:.0f} MB",
        flush=True,
    )


def parts(source: Path, folder: Path) -> Path:
    """Deal the lines of `source` to as many files as there are tasks: each reads its own."""
    lines = source.read_bytes().splitlines(keepends=True)
    folder.mkdir()
    for task in range(TASKS):
        (folder / f"{task}.jsonl").write_bytes(b"".join(lines[task::TASKS]))
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--only", choices=("corpus", "datatrove"))
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    data = options.source.read_bytes()
    texts, size = data.count(b"\n"), len(data)
    print(f"{texts} documents, {size / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "pipeline.py")
        script.write_text(PIPELINE)
        for jobs in (1, options.workers) if options.only != "datatrove" else ():
            target = str(Path(folder, f"{jobs}.jsonl"))
            command = ["-m", "translate", "clean", "-q", "--jobs", str(jobs), str(options.source)]
            measured(f"corpus clean --jobs {jobs}", [sys.executable, *command, target], texts, size)
        if options.only != "corpus":
            source = parts(options.source, Path(folder, "parts"))
            call = [str(script), str(source), str(Path(folder, "out")), str(options.workers)]
            measured(f"datatrove, {options.workers} workers", [sys.executable, *call], texts, size)


if __name__ == "__main__":
    main()
