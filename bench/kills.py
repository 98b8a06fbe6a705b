"""Kill `corpus run` at random moments, start it again, and compare with an unbroken run.

    python bench/kills.py raw [--kills 20] [--copies 8] [--seed 1]

Every kill is SIGKILL. After each, no result may be half a file: what stands in the folders must be
what the unbroken run left there. At the end both runs must be the same, byte for byte.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def start(place: Path) -> subprocess.Popen[bytes]:
    home = {"XDG_CACHE_HOME": str(place / "cache"), "XDG_DATA_HOME": str(place / "data")}
    return subprocess.Popen(
        [sys.executable, "-m", "translate", "run", "-q"],
        cwd=place,
        env={**os.environ, **home},
        start_new_session=True,
    )


def results(place: Path) -> dict[str, bytes]:
    folders = (place / "cleaned", place / "translated")
    files = [f for folder in folders for f in folder.rglob("*") if f.is_file()]
    return {str(f.relative_to(place)): f.read_bytes() for f in files}


def prepare(place: Path, raw: Path, glossary: Path, copies: int) -> None:
    for copy in range(copies):
        for text in sorted(raw.glob("*.txt")):
            target = place / "raw" / f"{copy}" / text.name
            target.parent.mkdir(parents=True, exist_ok=True)
            # every copy has sentences of its own, so that there is something to translate
            target.write_bytes(text.read_bytes() + f"\nCe texte est la copie {copy}.\n".encode())
    (place / "corpus.toml").write_text(f'glossary = "{glossary.resolve()}"\n')


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--copies", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder, "whole"), Path(folder, "broken")
        for place in (whole, broken):
            prepare(place, options.raw, options.raw.parent / "glossary.toml", options.copies)
        began = time.monotonic()
        if start(whole).wait() != 0:
            raise SystemExit("the unbroken run failed")
        seconds = time.monotonic() - began
        wanted = results(whole)
        halves = survived = 0
        for _ in range(options.kills):
            process = start(broken)
            time.sleep(chance.uniform(0.2, 0.9) * seconds)
            survived += process.poll() is not None
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            there = {k: v for k, v in results(broken).items() if not k.endswith(".part")}
            halves += sum(wanted.get(name) != data for name, data in there.items())
            if survived:  # what is done stays done: begin anew, so that kills keep hitting work
                for made in ("cleaned", "translated", "cache"):
                    shutil.rmtree(broken / made, ignore_errors=True)
                survived = 0
        last = start(broken).wait()
        left = {k: v for k, v in results(broken).items() if not k.endswith(".part")}
        same = left == wanted
        print(
            f"{options.kills} kills in a run of {seconds:.1f} s: {halves} half files, "
            f"last run exit {last}, {'identical' if same else 'DIFFERENT'} "
            f"({len(wanted)} files, {sum(map(len, wanted.values()))} bytes)"
        )
        return 0 if same and not halves and last == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
