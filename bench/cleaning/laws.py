"""Whether cleaning keeps its laws on hostile input: exact restoring, nothing changed twice.

    python bench/cleaning/laws.py BENCH [--bytes 2000] [--pages 500] [--seed 1]

BENCH holds pages.jsonl and pages-en.jsonl. Random byte strings are noise, noise of few signs, and
text cut and mixed with noise; pages are mutated: lines shuffled, doubled, cut, misread, bytes lost.
Each is cleaned, restored, and cleaned again; then all are cleaned as a folder with one worker and
with two, and the results compared byte for byte. Exit code 1 if a law is broken.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translate.cleaning import clean, restore
from translate.errors import BinaryFileError

SIGNS = "éÃ©Â ®├Г√\ufffd?&;amp<\u200b\u0301\x0b\x0c\x1c\r\n\t .,:«»’l'aàEÉ1|-•"
CODECS = ("utf-8", "cp1252", "mac_roman", "cp850", "cp1251", "utf-16", "utf-8-sig")


def noise(source: random.Random, texts: list[str]) -> bytes:
    """Give a byte string of one of four kinds."""
    size, kind = source.randrange(200), source.randrange(4)
    if kind == 0:
        return source.randbytes(size)
    if kind == 1:
        text = "".join(source.choices(SIGNS, k=size))
        return text.encode(source.choice(CODECS), "replace")
    page = source.choice(texts)
    at = source.randrange(len(page))
    raw = page[at : at + size].encode(source.choice(CODECS), "replace")
    if kind == 2:
        return raw[: source.randrange(len(raw) + 1)] + source.randbytes(source.randrange(4))
    return b"".join(bytes([b]) if source.random() > 0.05 else source.randbytes(1) for b in raw)


def mutated(source: random.Random, text: str) -> bytes:
    """Give a page with one to four of its lines or letters harmed."""
    lines = text.split("\n")
    for _ in range(source.randint(1, 4)):
        at, kind = source.randrange(len(lines)), source.randrange(6)
        if kind == 0:
            source.shuffle(lines)
        elif kind == 1:
            lines.insert(at, source.choice(lines))
        elif kind == 2:
            lines[at] = lines[at].encode().decode("cp1252", "replace")
        elif kind == 3:
            lines[at] = "".join(c for c in lines[at] if source.random() > 0.1)
        elif kind == 4:
            lines[at : at + 3] = [" ".join(lines[at : at + 3])]
        else:
            lines = lines[: at + 1]
    raw = "\n".join(lines).encode(source.choice(CODECS[:3]), "replace")
    return raw[: len(raw) - source.randrange(3)] if len(raw) > 3 else raw


def inputs(args: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    source = random.Random(args.seed)
    rows: list[str] = []
    for name in ("pages.jsonl", "pages-en.jsonl"):
        rows += (args.bench / name).read_text(encoding="utf-8").splitlines()
    texts = ["\n".join(line["text"] for line in json.loads(row)["lines"]) + "\n" for row in rows]
    for number in range(args.bytes):
        yield f"bytes-{number}", noise(source, texts)
    for number in range(args.pages):
        yield f"page-{number}", mutated(source, source.choice(texts))


def broken(raw: bytes) -> str:
    """Say which law cleaning `raw` breaks, or nothing."""
    try:
        doc = clean(raw)
    except BinaryFileError:
        return "(binary)"
    if restore(doc) != raw:
        return "not restored"
    return "" if clean(doc.text).text == doc.text else "changed when cleaned again"


def cleaned(folder: Path, workers: int) -> dict[str, bytes]:
    """Give what the command writes for each file of `folder`, records too."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "translate", "clean", "-q", "--jobs", str(workers)]
        subprocess.run([*command, str(folder), place], check=False, stderr=subprocess.DEVNULL)
        files = (path for path in sorted(Path(place).rglob("*")) if path.is_file())
        return {str(path.relative_to(place)): path.read_bytes() for path in files}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--bytes", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not (args.bench / "pages.jsonl").is_file():
        sys.exit(f"{args.bench}: no pages.jsonl in it")
    count: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for name, raw in inputs(args):
            what = broken(raw)
            count[what or "kept"] += 1
            if what not in ("", "(binary)"):
                print(f"    {name}: {what}: {raw[:300]!r}", flush=True)
            Path(place, f"{name}.txt").write_bytes(raw)
        one, two = cleaned(Path(place), 1), cleaned(Path(place), 2)
    same = one == two
    print(", ".join(f"{what}: {number}" for what, number in count.most_common()))
    print(f"{len(one)} files of one worker and of two {'are the same' if same else 'DIFFER'}")
    return 0 if same and set(count) <= {"kept", "(binary)"} else 1


if __name__ == "__main__":
    sys.exit(main())
