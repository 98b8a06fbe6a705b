"""The same collection by local workers and by Ray: are the bytes the same, and what does it cost?

    python bench/scale/engines.py in.jsonl [--translate] [--kill] [--shard 100]

Does the work with 1, 2 and 4 local workers and with 1 and 2 Ray actors (extra `ray`), compares the
results byte for byte, and prints the seconds of each. With --kill a worker process of Ray is ended
by SIGKILL while it works, once more.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from translate.config import Config, TranslateConfig
from translate.folders import shards
from translate.folders.collecting import Job, Workers, collect
from translate.folders.jobs import unwatched
from translate.folders.local import Local


def kill_one(seconds: float, killed: list[int]) -> None:
    """End the first worker of Ray that holds an actor of ours, after some seconds of work."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                title = (process / "cmdline").read_bytes()
            except OSError:
                continue
            if title.startswith(b"ray::") and b"Map(Actor)" in title:
                time.sleep(seconds)
                os.kill(int(process.name), signal.SIGKILL)
                killed.append(int(process.name))
                return
        time.sleep(0.05)


def timed(job: Job, workers: Workers) -> tuple[float, str]:
    """Give the seconds of one run and the digest of what it made."""
    began = time.monotonic()
    collect(job, workers, lambda outcome: None, progress=unwatched)
    seconds = time.monotonic() - began
    return seconds, hashlib.sha256(job.target.read_bytes()).hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--translate", action="store_true")
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--shard", type=int, default=shards.MOST_TEXTS)
    options = parser.parse_args()
    shards.MOST_TEXTS = options.shard
    with tempfile.TemporaryDirectory() as folder:
        from translate.scale.engine import RayWorkers

        runs: list[tuple[str, int, Workers]] = [("local", n, Local()) for n in (1, 2, 4)]
        ray = RayWorkers()
        runs += [("ray", 1, ray), ("ray", 2, ray)]
        if options.kill:
            runs.append(("ray, one worker killed", 2, ray))
        seen: set[str] = set()
        for name, jobs, workers in runs:
            target = Path(
                folder, f"{len(seen)}-{name.partition(',')[0]}-{jobs}{options.kill}.jsonl"
            )
            memory = TranslateConfig(memory=Path(folder, f"{name}{jobs}.db"))
            settings = replace(Config(), jobs=jobs, translate=memory)
            job = Job(options.source, target, settings, True, options.translate, True)
            killed: list[int] = []
            if "killed" in name:
                threading.Thread(target=kill_one, args=(1.0, killed), daemon=True).start()
            seconds, digest = timed(job, workers)
            seen.add(digest)
            print(
                f"{name}, {jobs}: {seconds:.1f} s, {digest}{f', killed {killed}' if killed else ''}"
            )
        print("identical bytes" if len(seen) == 1 else "DIFFERENT bytes")


if __name__ == "__main__":
    main()
