"""What `corpus clean` costs on a folder, as a multiple of `ftfy.fix_text` on the same texts.

    python bench/cleaning/command.py FOLDER

FOLDER holds UTF-8 texts (`*.txt`). Processor time of one core for both; the command's holds its
start, the evidence of the folder, the language check and the records. Peak memory in MB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def main(folder: Path) -> int:
    import ftfy

    if not folder.is_dir():
        print(f"{folder}: not here; give a folder of texts")
        return 2
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "translate", "clean", "-q", "--jobs", "1"]
        subprocess.run([*command, str(folder), place], check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    ours = used.ru_utime + used.ru_stime
    # Afterwards: the peak of a child counts from what its parent holds when it is started.
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    start = time.process_time()
    for text in texts:
        ftfy.fix_text(text)
    rival = time.process_time() - start
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} files, {size:.1f} MB: ftfy {rival:.1f} s, corpus clean {ours:.1f} s")
    print(f"ratio {ours / rival:.2f} (limit 1.5), peak memory {used.ru_maxrss / 1024:.0f} MB")
    return 0 if ours <= 1.5 * rival else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
