"""How often bytes of unknown encoding are read right, on files of a given size.

    python bench/cleaning/decoding.py MT [--size 500] [--show N]

MT holds `dev/*.fr` and `dev/*.en`, one sentence a line. Files are made of whole sentences up to
SIZE characters, accented; right means: the same text comes out, and the same bytes go back. The
rival is charset-normalizer on its own. In "mixed" files a third of the lines is in 8 bits.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path

import charset_normalizer

from translate.cleaning.decode import decode, encode
from translate.errors import BinaryFileError

SEED = 3
CODECS = (
    *("cp1252", "iso-8859-15", "mac_roman", "cp850", "utf-8", "utf-8-sig", "utf-16-le"),
    *("utf-16-be", "utf-16", "utf-32-le", "utf-32-be", "utf-32"),
)
ACCENTED = re.compile(r"[^\x00-\x7f]")


def typeset(text: str) -> str:
    """French as it is typed with care: ’ and no-break spaces; the data have plain ones."""
    text = re.sub(r" (?=[:;!?»%])|(?<=«) ", "\u00a0", text)
    return text.replace("'", "’")


def plain(text: str) -> str:
    return text.replace("’", "'").replace("\u202f", "\u00a0").replace("…", "...")


def files(lines: list[str], size: int, count: int) -> list[str]:
    source = random.Random(SEED)
    made: list[str] = []
    while len(made) < count:
        text = ""
        while len(text) < size:
            text += source.choice(lines) + "\n"
        if ACCENTED.search(text[:size]):
            made.append(text[:size])
    return made


def encodable(text: str, codec: str) -> str:
    """`text` as far as `codec` has its characters; each it lacks becomes plainer or goes."""
    return plain(text).encode(codec, "ignore").decode(codec) if "utf" not in codec else text


def ours(raw: bytes) -> str:
    try:
        text, decoding = decode(raw)
    except BinaryFileError:
        return "binary"
    return text if encode(text, decoding) == raw else "not restored"


def theirs(raw: bytes) -> str:
    match = charset_normalizer.from_bytes(raw).best()
    return str(match) if match else ""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mt", type=Path)
    options.add_argument("--size", type=int, default=500)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--language", default="fr")
    args = options.parse_args()
    if not (args.mt / "dev").is_dir():
        sys.exit(f"{args.mt}: no folder dev in it")
    lines: list[str] = []
    for path in sorted((args.mt / "dev").glob(f"*.{args.language}")):
        lines += path.read_text(encoding="utf-8").split("\n")
    texts = files([line for line in lines if line], args.size, args.count)
    print(f"right of {args.count} files of {args.size} characters, %")
    print(f"{'encoding':24}{'ours':>7}{'charset-normalizer':>20}")
    for codec in CODECS:
        for style in ("plain", "typeset"):
            if style == "typeset" and codec in ("cp850", "iso-8859-15"):
                continue
            source = [encodable(t, codec) if style == "plain" else typeset(t) for t in texts]
            if style == "typeset":
                source = [t.encode(codec, "ignore").decode(codec) for t in source]
            report(f"{codec} {style}", source, [t.encode(codec) for t in source], args.show)
    for codec in ("cp1252", "mac_roman", "cp850"):
        mixed, raws = [], []
        for number, text in enumerate(texts):
            parts = [encodable(line, codec) for line in text.split("\n")]
            which = [(i + number) % 3 == 0 for i in range(len(parts))]
            mixed.append("\n".join(parts))
            raws.append(b"\n".join(p.encode(codec if w else "utf-8")
                                   for p, w in zip(parts, which, strict=True)))  # fmt: skip
        report(f"mixed UTF-8 and {codec}", mixed, raws, args.show)


def report(name: str, texts: list[str], raws: list[bytes], show: int) -> None:
    results = [ours(raw) for raw in raws]
    right = sum(map(str.__eq__, results, texts)) / len(texts)
    rival = sum(theirs(r) == t for r, t in zip(raws[:100], texts, strict=False)) / len(raws[:100])
    print(f"{name:24}{100 * right:7.1f}{100 * rival:20.1f}")
    wrong = [(t, r) for t, r in zip(texts, results, strict=True) if t != r]
    for text, result in wrong[:show]:
        at = next(i for i, (a, b) in enumerate(zip(text, result + " ", strict=False)) if a != b)
        print(f"    was {text[at - 30 : at + 30]!r}\n    got {result[at - 30 : at + 30]!r}")


if __name__ == "__main__":
    main()
