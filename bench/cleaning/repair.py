"""How much damaged French comes back exactly, and whether correct French is left alone.

    python bench/cleaning/repair.py MT [--corpus FOLDER] [--show N] [--only NAME]

MT holds `dev/*.fr` (one sentence a line; damaged and repaired) and `parallel/*.tsv.xz` (French,
tab, English; must stay as it is); FOLDER more texts that must stay as they are. ftfy's own answer,
in the setting that harms no correct French, stands beside ours as the rival.
"""

from __future__ import annotations

import argparse
import itertools
import lzma
import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import ftfy

from translate.cleaning.repair import repair
from translate.document import Document

LANGUAGES = ("fr", "en")
ACCENTED = re.compile("[àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ]")
SEED = 7
HARMLESS = ftfy.TextFixerConfig(
    uncurl_quotes=False, normalization=None, fix_latin_ligatures=False, explain=False
)


def misread(text: str, codec: str, times: int = 1) -> str:
    """UTF-8 read as `codec`; bytes that it does not define stand for themselves."""
    for _ in range(times):
        table = [bytes([b]).decode(codec, "replace").replace("\ufffd", chr(b)) for b in range(256)]
        text = "".join(table[b] for b in text.encode())
    return text


def with_no_break(text: str) -> str:
    return re.sub(r" (?=[:;!?»%€])|(?<=«) |(?<=\d) (?=\d{3})", "\u00a0", text)


def lost(text: str, sign: str, number: int) -> str:
    places = [m.start() for m in ACCENTED.finditer(text)]
    at = random.Random(SEED + number).choice(places)
    return text[:at] + sign + text[at + 1 :]


DAMAGES: dict[str, Callable[[str, int], str]] = {
    **{c: partial(lambda t, _, c: misread(t, c), c=c) for c in
       ("latin-1", "cp1252", "mac_roman", "cp437", "cp850", "cp1251")},
    "latin-1 twice": lambda t, _: misread(t, "latin-1", 2),
    "cp1252 twice": lambda t, _: misread(t, "cp1252", 2),
    "cp850 twice": lambda t, _: misread(t, "cp850", 2),
    "half in cp1252": lambda t, _: misread(t[: len(t) // 2], "cp1252") + t[len(t) // 2 :],
    "no-break space to space": lambda t, _: misread(t, "cp1252").replace("\u00a0", " "),
    "no-break space deleted": lambda t, _: misread(t, "cp1252").replace("\u00a0", ""),
    "spaces collapsed": lambda t, _: " ".join(misread(t, "cp1252").split()),
    "U+FFFD for a letter": lambda t, n: lost(t, "\ufffd", n),
    "two U+FFFD for a letter": lambda t, n: lost(t, "\ufffd\ufffd", n),
    "? for a letter": lambda t, n: lost(t, "?", n),
}  # fmt: skip


def mended(text: str) -> str:
    return repair(Document("", text), LANGUAGES).text


def rival(text: str) -> str:
    fixed: str = ftfy.fix_text(text, config=HARMLESS)
    return fixed


def sentences(folder: Path, count: int) -> list[str]:
    found = []
    for name in ("flores-dev.fr", "wmt13.fr", "wmt08-12.fr"):
        lines = (folder / "dev" / name).read_text(encoding="utf-8").split("\n")
        found += [line.strip() for line in lines if ACCENTED.search(line)]
    return random.Random(SEED).sample(found, count)


def parallel(folder: Path, each: int) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("parallel/*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in itertools.islice(lines, 0, each * 40, 40):
                yield path.name.split(".")[0], line.partition("\t")[0]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mt", type=Path)
    options.add_argument("--corpus", type=Path)
    options.add_argument("--show", type=int, default=0)
    options.add_argument("--only", default="")
    args = options.parse_args()
    if not (args.mt / "dev").is_dir():
        sys.exit(f"{args.mt}: no folder dev in it")
    texts = sentences(args.mt, 1000)
    print("restored exactly, % of 1000 (wrong: changed, but not to the original)")
    print(f"{'damage':26}{'ours':>7}{'wrong':>7}{'ftfy':>7}")
    for name, damage in DAMAGES.items():
        if args.only and args.only not in name:
            continue
        originals = [with_no_break(t) if "space" in name else t for t in texts]
        damaged = [damage(t, n) for n, t in enumerate(originals)]
        results = [mended(t) for t in damaged]
        right = sum(map(str.__eq__, results, originals))
        wrong = sum(r not in (t, d) for r, t, d in zip(results, originals, damaged, strict=True))
        theirs = sum(map(str.__eq__, map(rival, damaged), originals))
        print(f"{name:26}{right / 10:7.1f}{wrong / 10:7.1f}{theirs / 10:7.1f}")
        failed = (x for x in zip(originals, damaged, results, strict=True) if x[0] != x[2])
        for original, bad, result in itertools.islice(failed, args.show):
            print(f"    was  {original}\n    bad  {bad}\n    got  {result}")
    if args.only:
        return
    unharmed(args)


def unharmed(args: argparse.Namespace) -> None:
    """Correct text: how many sentences the repair changes, by source."""
    seen: dict[str, list[tuple[str, str]]] = {}
    for name, text in parallel(args.mt, 2000):
        seen.setdefault(name, []).append((text, mended(text)))
    for path in sorted(args.corpus.glob("*")) if args.corpus else []:
        text = path.read_bytes().decode()
        seen[path.name] = [(line, mended(line)) for line in text.split("\n")]
    print("\ncorrect text: changed of lines")
    for name, pairs in seen.items():
        changed = [(old, new) for old, new in pairs if old != new]
        print(f"{name:26}{len(changed):6} of {len(pairs)}")
        for old, new in changed[: args.show]:
            print(f"    old {old}\n    new {new}")


if __name__ == "__main__":
    main()
