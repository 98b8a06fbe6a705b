"""A disk that is full: the message, the exit code, and what comes of it when there is room again.

    python bench/scale/full.py raw [--points 20] [--step 8]

Needs root: each point is a tmpfs of a few KB more. `corpus clean`, and then `corpus run`, must end
there with one line and exit code 2 (or 0, where all has room), leave no half file, and a run with
room must end with what an unbroken one makes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def made(place: Path, command: str, raw: Path) -> tuple[int, str]:
    """Clean `raw` into `place`, or run all; give the exit code and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "translate", command, "-q", str(raw)],
        cwd=place,
        env={**os.environ, "XDG_CACHE_HOME": str(place.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


def tree(place: Path) -> dict[str, bytes]:
    """Give all results under `place`."""
    found = (file for name in ("cleaned", "translated") for file in (place / name).rglob("*"))
    return {str(p.relative_to(place)): p.read_bytes() for p in found if p.is_file()}


def tried(folder: Path, command: str, size: str, raw: Path, wanted: dict[str, bytes]) -> list[str]:
    """Give what became of `command` on a disk of `size`: the exit code, and what was wrong."""
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], check=True)
    try:
        code, said = made(disk, command, raw)
        halves = [name for name, data in tree(disk).items() if wanted.get(name) != data]
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        last, _ = made(disk, command, raw)
        same = tree(disk) == wanted
    finally:
        subprocess.run(["umount", str(disk)], check=True)
        disk.rmdir()
    clear = (code == 0 or (code == 2 and "No space left" in said)) and len(said.splitlines()) <= 1
    faults = [] if clear else [f"said {said.strip()!r}"]
    faults += [f"halves {halves}"] if halves else []
    faults += [] if last == 0 and same else [f"then exit {last}, the same: {same}"]
    return [f"exit {code}", *faults]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--step", type=int, default=8, help="KB")
    options = parser.parse_args()
    raw, faults = options.raw.resolve(), 0
    for command in ("clean", "run"):
        stopped = 0
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            whole = folder / "whole"
            whole.mkdir()
            made(whole, command, raw)
            wanted = tree(whole)
            for point in range(1, options.points + 1):
                size = f"{point * options.step}k"
                ended, *wrong = tried(folder, command, size, raw, wanted)
                stopped += ended == "exit 2"
                if wrong:
                    faults += 1
                    print(f"{command}, {size}: {ended}, {', '.join(wrong)}", flush=True)
        print(f"{command}, {len(wanted)} files: {options.points} sizes, {stopped} too small")
    print(f"{faults} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
