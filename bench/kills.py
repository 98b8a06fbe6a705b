"""Kill `corpus run` at random moments, start it again, and compare with an unbroken run.

    python bench/kills.py raw [--kills 20] [--copies 3] [--seed 1]

Every kill is SIGKILL, of the command itself or of one of its workers, in turns in a run over a
folder and in one to a collection. A watcher reads every result as soon as it is there: none may be
half a file, or other than what the unbroken run left. A worker's death must be one line and exit
code 2, and nobody may outlive the command. At the end both runs must be the same, byte for byte.
Every kill is told when it is done, and Ctrl-C ends the killing, not the comparison.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

# Workers for a few texts, too, and shards of a few: else there would be nobody to kill.
COMMAND = (
    "from translate.folders import batch, shards; batch.SMALL = 0; shards.MOST_TEXTS = 4; "
    "from translate.cli import main; main()"
)
KINDS = {
    "folder": ("run", "-q", "--jobs", "2"),
    "collection": ("run", "raw", "-o", "results/out.jsonl", "-q", "--jobs", "2"),
}
MADE = ("cleaned", "translated", "results")
PATIENCE = 120  # seconds that a command may take to end
LEAST = 0.2  # of an unbroken run's time that one takes which has little left to do


def start(place: Path, kind: str) -> subprocess.Popen[str]:
    home = {"XDG_CACHE_HOME": str(place / "cache"), "XDG_DATA_HOME": str(place / "data")}
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND, *KINDS[kind]],
        cwd=place,
        env={**os.environ, **home},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def results(place: Path) -> dict[str, bytes]:
    """Give every result; what is hidden is no result yet."""
    found = {}
    for folder in (place / name for name in MADE):
        for file in folder.rglob("*"):
            name = str(file.relative_to(place))
            if "/." not in name and file.is_file():
                found[name] = file.read_bytes()
    return found


class Watcher(threading.Thread):
    """Reads results again and again while they are made; `partial` are those that are not right."""

    def __init__(self, place: Path, wanted: dict[str, bytes]) -> None:
        super().__init__(daemon=True)
        self.place, self.wanted = place, wanted
        self.partial: set[str] = set()
        self.looks = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(0.02):
            try:
                there = results(self.place)
            except FileNotFoundError:  # gone between listing and reading: begun anew
                continue
            self.looks += 1
            self.partial |= {name for name, data in there.items() if self.wanted.get(name) != data}


def members(group: int) -> list[int]:
    """Give the processes of the session `group`, the command itself left out."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z" and int(process.name) != group:
            found.append(int(process.name))
    return found


def alone(group: int) -> bool:
    """Tell whether all processes of `group` end by themselves."""
    end = time.monotonic() + 20
    while members(group):
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def prepare(place: Path, raw: Path, copies: int) -> None:
    for copy in range(copies):
        for text in sorted(raw.glob("*.txt")):
            target = place / "raw" / f"{copy}" / text.name
            target.parent.mkdir(parents=True, exist_ok=True)
            # every copy has sentences of its own, so that there is something to translate
            target.write_bytes(text.read_bytes() + f"\nCe texte est la copie {copy}.\n".encode())
    (place / "corpus.toml").touch()


def begin_anew(place: Path) -> None:
    for made in (*MADE, "cache", "data", ".corpus"):
        shutil.rmtree(place / made, ignore_errors=True)


def kill(process: subprocess.Popen[str], chance: random.Random) -> str:
    """End `process` or one of its workers; give which, and what is wrong with how it ended."""
    workers = members(process.pid)
    worker = chance.choice(workers) if workers and chance.random() < 0.5 else None
    os.kill(worker or process.pid, signal.SIGKILL)
    try:
        said = process.communicate(timeout=PATIENCE)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return "never ended"
    if not alone(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
        return "outlived"
    if worker is None:
        return "command"
    # What counts resources for Python may die unnoticed: then the run ends well.
    fine = (process.returncode, len(said.splitlines())) == (2, 1) or process.returncode == 0
    return "worker" if fine else f"exit {process.returncode}: {said.strip()[-200:]}"


def killed(
    place: Path, seconds: dict[str, float], chance: random.Random
) -> Iterator[tuple[str, float, str]]:
    """Kill runs at `place`, an unbroken one of which takes so many `seconds`, for ever.

    Gives of each its kind, after how many seconds it was killed, and what is to be said of it.
    """
    done = 0.0  # the share of the work that there is already, roughly
    for kind in cycle(KINDS):
        while True:
            wait = chance.uniform(0.1, 0.95) * seconds[kind] * max(LEAST, 1 - done)
            process = start(place, kind)
            try:
                process.communicate(timeout=wait)
            except subprocess.TimeoutExpired:
                break
            except KeyboardInterrupt:  # of which the run, in a session of its own, knows nothing
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
                raise
            begin_anew(place)  # it had ended: so that kills keep hitting work
            done = 0.0
        yield kind, wait, kill(process, chance)
        done += wait / seconds[kind]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    told: Counter[str] = Counter()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder, "whole"), Path(folder, "broken")
        seconds: dict[str, float] = {}
        for place in (whole, broken):
            prepare(place, options.raw, options.copies)
        for kind in KINDS:
            shutil.rmtree(whole / "cache", ignore_errors=True)
            shutil.rmtree(whole / ".corpus", ignore_errors=True)
            began = time.monotonic()
            if start(whole, kind).wait() != 0:
                raise SystemExit("the unbroken run failed")
            seconds[kind] = time.monotonic() - began
        wanted = results(whole)
        runs = ", ".join(f"{kind} {took:.1f} s" for kind, took in seconds.items())
        print(f"unbroken: {runs}, {len(wanted)} files", flush=True)
        watcher = Watcher(broken, wanted)
        watcher.start()
        with contextlib.suppress(KeyboardInterrupt):
            for kind, wait, said in killed(broken, seconds, chance):
                told[said] += 1
                kills = told.total()
                print(f"{kills}: {kind} after {wait:.1f} s: {said}", flush=True)
                if kills == options.kills:
                    break
        last = [start(broken, kind).wait() for kind in KINDS]
        watcher.stopped.set()
        watcher.join()
        same = results(broken) == wanted
        good = same and not any(last) and not watcher.partial
        good = good and not told.keys() - {"command", "worker"}
        print(f"{told.total()} kills ({runs} unbroken): {dict(told)}")
        print(f"the watcher looked {watcher.looks} times: partial {sorted(watcher.partial)}")
        print(f"last runs exit {last}, {'identical' if same else 'DIFFERENT'}, {len(wanted)} files")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
