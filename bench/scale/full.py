"""A disk that is full: the message, the exit code, and what comes of it when there is room again.

    python bench/scale/full.py raw [--points 20] [--step 8]

Needs root: each point is a tmpfs of a few KB more. `corpus clean` must end there with one line and
exit code 2 (or 0, where all has room), leave no half file, and a run with room must end with what
an unbroken one makes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def cleaned(place: Path, raw: Path) -> tuple[int, str]:
    """Clean `raw` into `place`; give the exit code and what was said."""
    made = subprocess.run(
        [sys.executable, "-m", "translate", "clean", "-q", str(raw), str(place / "cleaned")],
        env={**os.environ, "XDG_CACHE_HOME": str(place.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    return made.returncode, made.stderr


def tree(place: Path) -> dict[str, bytes]:
    """Give all files under `place`."""
    return {str(p.relative_to(place)): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--step", type=int, default=8, help="KB")
    options = parser.parse_args()
    faults = stopped = 0
    with tempfile.TemporaryDirectory() as folder:
        whole, disk = Path(folder, "whole"), Path(folder, "disk")
        whole.mkdir()
        cleaned(whole, options.raw.resolve())
        wanted = tree(whole)
        for point in range(1, options.points + 1):
            disk.mkdir()
            size = f"size={point * options.step}k"
            subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(disk)], check=True)
            try:
                code, said = cleaned(disk, options.raw.resolve())
                stopped += code == 2
                halves = {n: d for n, d in tree(disk).items() if wanted.get(n) != d}
                clear = code == 0 or (code == 2 and "No space left" in said)
                subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
                last, _ = cleaned(disk, options.raw.resolve())
                good = clear and not halves and len(said.splitlines()) <= 1
                good = good and last == 0 and tree(disk) == wanted
            finally:
                subprocess.run(["umount", str(disk)], check=True)
                disk.rmdir()
            if not good:
                faults += 1
                print(f"{size}: exit {code}, {said.strip()!r}, halves {list(halves)}, then {last}")
    print(f"{options.points} sizes, {stopped} of them too small: {faults} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
