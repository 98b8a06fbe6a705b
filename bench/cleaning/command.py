"""What `corpus clean` costs on a folder, as a multiple of `ftfy.fix_text` on the same texts.

    python bench/cleaning/command.py FOLDER

FOLDER holds UTF-8 texts (`*.txt`). Processor time of one core for both, then the time a user waits
for the command as it comes, with a worker a core, against ftfy's on one. The command's holds its
start, the evidence of the folder, the language check and the records. Peak memory in MB.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def clean(folder: Path, *options: str) -> float:
    """Clean `folder` into a folder that is thrown away; the seconds that takes."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "translate", "clean", "-q", *options]
        start = time.perf_counter()
        subprocess.run([*command, str(folder), place], check=True)
        return time.perf_counter() - start


def main(folder: Path) -> int:
    import ftfy

    if not folder.is_dir():
        print(f"{folder}: not here; give a folder of texts")
        return 2
    clean(folder, "--jobs", "1")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    ours = used.ru_utime + used.ru_stime
    waited = clean(folder)
    # Afterwards: the peak of a child counts from what its parent holds when it is started.
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    start = time.process_time()
    for text in texts:
        ftfy.fix_text(text)
    rival = time.process_time() - start
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} files, {size:.1f} MB: ftfy {rival:.1f} s, corpus clean {ours:.1f} s")
    print(f"ratio {ours / rival:.2f} (limit 1.5), peak memory {used.ru_maxrss / 1024:.0f} MB")
    print(f"waited for with {os.cpu_count()} cores: {waited:.1f} s, {waited / rival:.2f}")
    return 0 if ours <= 1.5 * rival else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
