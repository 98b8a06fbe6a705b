"""How long the report of many documents takes to make and to open, how large it is.

    python bench/show/report.py [DOCUMENTS]

Five sample texts at a time make a document; these are cleaned and translated once, and copied with
their records until there are DOCUMENTS (1,000). `corpus report` is run on them by itself: time,
processor time, memory, size of the file. Then the page is opened in Chromium without a window: time
until the summary stands, until a document is shown, and until a word is searched for in all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.show.browser import browser, wait

PROJECT = Path(__file__).parents[2]
EACH = 5  # sample texts in a document
FOLDERS = ("raw", "cleaned", "translated")


def copies(place: Path, count: int) -> None:
    """Fill `place` with `count` documents and what came of them."""
    once = place / "once"
    (once / "raw").mkdir(parents=True)
    samples = [path.read_bytes() for path in sorted((PROJECT / "raw").glob("*.txt"))]
    samples = [text for text in samples if text.decode("utf-8", "ignore").encode() == text]
    for number in range(len(samples)):
        text = b"\n\n".join((samples * 2)[number : number + EACH])
        (once / "raw" / f"text-{number}.txt").write_bytes(text)
    for name in ("corpus.toml", "glossary.toml"):
        shutil.copy(PROJECT / name, once)
        shutil.copy(PROJECT / name, place)
    corpus(once, "run", "-q")
    texts = sorted(path.name for path in (once / "raw").glob("*.txt"))
    for number in range(count):
        name = texts[number % len(texts)]
        for folder in FOLDERS:
            into = place / folder / f"{number // 100:03}"
            into.mkdir(parents=True, exist_ok=True)
            for made in (once / folder).glob(f"{name}*"):
                shutil.copy(made, into / made.name.replace(name, f"{number:05}-{name}"))


def corpus(folder: Path, *args: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    command = [sys.executable, "-m", "translate", *args]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    if done.returncode == 2:
        raise SystemExit(done.stderr.decode())


def made(folder: Path) -> None:
    began = time.perf_counter()
    command = [sys.executable, "-m", "translate", "report", "-q"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(PROJECT)})
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(status)
    size = (folder / "report.html").stat().st_size / 1e6
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3
    wall = time.perf_counter() - began
    print(f"made in {wall:.1f} s ({cpu:.1f} s of processor, {memory:.0f} MB), {size:.1f} MB")


def opened(file: Path) -> None:
    with browser() as driver:

        def timed(what: str, address: str, told: str) -> None:
            began = time.perf_counter()
            if address.startswith("#"):
                driver.execute_script("location.hash = arguments[0]", address)
            else:
                driver.get(address)
            wait(driver, lambda: driver.execute_script(f"return {told}"))
            print(f"{what}: {time.perf_counter() - began:.2f} s")

        timed("opened", file.as_uri(), "document.querySelector('.chart') !== null")
        shown = "document.querySelector('#rows [role=row]') !== null"
        timed("a document shown", "#doc=500", shown)
        timed(
            "searched",
            "#q=sautoir",
            "/^[0-9]+ of [0-9]+ documents$/.test(document.getElementById('count').textContent)",
        )
        driver.get("about:blank")
        timed("opened with a document", f"{file.as_uri()}#doc=500", shown)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        copies(place, count)
        letters = sum(path.stat().st_size for path in (place / "raw").rglob("*.txt")) / 1e6
        print(f"{count} documents, {letters:.1f} MB of raw text")
        made(place)
        opened(place / "report.html")


if __name__ == "__main__":
    main()
